"""Numbers as printed: digits and words, what qualifies them, and the range that they stand for."""

from tracker.extraction.numbers.printed import NumberError, PrintedNumber, read_number

__all__ = ["NumberError", "PrintedNumber", "read_number"]
