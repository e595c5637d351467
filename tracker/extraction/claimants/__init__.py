"""Who made the claim that a figure is: the claims of a sentence and those beside it."""

from tracker.extraction.claimants.claimant import claimant_of

__all__ = ["claimant_of"]
