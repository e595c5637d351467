"""Which extractor it is: proposals are kept apart by it, and so is the account of how right they were."""

from typing import Final

VERSION: Final = "2"
"""Counted up with any change after which the same text gives other proposals; at most 40 characters."""
