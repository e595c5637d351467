"""How much is taken in at most: reports are far below, and what is above would only keep the machine busy."""

from typing import Final

MAX_BYTES: Final = 10_000_000
"""Of a file or a page, unpacked."""
MAX_PAGES: Final = 300
"""Of a PDF."""
MAX_SECONDS: Final = 30.0
"""For fetching a page, redirects included."""
CONVERTING_SECONDS: Final = 60
"""For reading the text out of a web page or a PDF."""
CONVERTING_BYTES: Final = 1_500_000_000
"""Of memory, for the same."""
READING_SECONDS: Final = 300
"""Of processor time, for reading the figures in a text: far more than the longest report needs."""


def megabytes(size: int) -> str:
    """Return a size for people."""
    return f"{size / 1_000_000:.0f} MB"
