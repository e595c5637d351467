"""Dates and times as printed: one date that people type, times in running text, and the days that they mean."""

from tracker.extraction.dates.printed import DateError, DateRead, read_date

__all__ = ["DateError", "DateRead", "read_date"]
