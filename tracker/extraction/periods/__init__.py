"""When the event of a figure was, and what its number counts."""

from tracker.extraction.periods.period import period_of

__all__ = ["period_of"]
