"""Whether a figure's quantifier and numbers are what its printed words say."""

from tracker.extraction.numbers import NumberError, PrintedNumber, read_number
from tracker.models import Figure
from tracker.review.errors import Refused
from tracker.wording import label, number


def check_words(figure: Figure, *, reason: str) -> None:
    """Refuse numbers that the printed words do not say, unless a calculation or a reason says how they came about.

    Words that nobody can read as a number ("a fifth of them") are left to the person and to the second one. Raises Refused.
    """
    if figure.calculation or reason.strip():
        return
    try:
        read = read_number(figure.reported_text)
    except NumberError:
        return
    stored = (figure.quantifier, figure.reported, figure.reported_max)
    if stored != (read.quantifier, read.reported, read.reported_max):
        message = (
            f"“{figure.reported_text}” says {_said(read)}, not {_told(*stored)}: mend it, "
            "or say in “calculation” or as the reason how you came to it."
        )
        raise Refused(message)


def _said(read: PrintedNumber) -> str:
    return _told(read.quantifier, read.reported, read.reported_max)


def _told(quantifier: str, reported: int | None, reported_max: int | None) -> str:
    printed = " to ".join(number(n) for n in (reported, reported_max) if n is not None)
    return f"{label(quantifier).lower()}{': ' + printed if printed else ''}"
