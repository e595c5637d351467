"""A share of another number: what "a fifth of them" comes to, of the total that was printed."""

from fractions import Fraction

from tracker.extraction.numbers.printed import PrintedNumber
from tracker.ranges import Range, range_of, share_of
from tracker.vocabulary import Quantifier


def of_total(share: Fraction, quantifier: Quantifier, total: int | None) -> tuple[PrintedNumber, str | None]:
    """Return a share's number and its calculation, "1/5 × 1,220". Without a total every side stays open."""
    if total is None:
        return PrintedNumber(quantifier, None, None, Range(None, None, None)), None
    return (
        PrintedNumber(quantifier, None, None, range_of(quantifier, share_of(share, total))),
        f"{share.numerator}/{share.denominator} × {total:,}",
    )
