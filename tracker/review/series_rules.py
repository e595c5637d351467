"""A claimant's numbers one after another: a total that falls, and a value that leaps (design, section 6)."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from tracker.review.compared import Compared, FigureWarning
from tracker.vocabulary import Accumulation, ConsistencyWarning, DateAccuracy
from tracker.wording import date_in_words

SUSPICIOUS: Final = 5
"""A value of more than this many times the last one is asked about."""


def falls(figure: Compared, others: Sequence[Compared]) -> Iterator[FigureWarning]:
    """Find the earlier total that this one falls below most, and the later one that falls below this one most.

    Totals of one claimant, place, indicator, unit, group, stage of aid and start; the later one's high or best is below
    the earlier one's low or best. Totals of the same end date are in no order, and one without dates is in no series.
    """
    if figure.accumulation != Accumulation.CUMULATIVE or figure.start_date is None:
        return
    totals = [other for other in others if _series(other) == _series(figure)]
    before = [o for o in totals if _precedes(o, figure) and _below(figure.at_most, o.at_least)]
    after = [o for o in totals if _precedes(figure, o) and _below(o.at_most, figure.at_least)]
    if before:
        words = _("Falls: the total of %(claimant)s since %(start)s was %(there)s on %(then)s (figure %(figure)s); ")
        words += _("this one says %(here)s on %(day)s.")
        yield _beside(ConsistencyWarning.FALLS, words, figure, max(before, key=lambda o: o.at_least or 0))
    if after:
        words = _("Falls: this one says %(here)s on %(day)s; the total of %(claimant)s since %(start)s ")
        words += _("was %(there)s later, on %(then)s (figure %(figure)s).")
        yield _beside(ConsistencyWarning.FALLS, words, figure, min(after, key=lambda o: o.at_most or 0))


def leaps(figure: Compared, others: Sequence[Compared]) -> Iterator[FigureWarning]:
    """Find the value before this one where this one is more than five times as large.

    The last value is the newest earlier one of the series that `falls` reads; for a number of a period or at a date, of
    the same claimant, place, indicator, unit, group and stage. Of several on that day the largest counts. Zero has no
    multiple, and an unclear accumulation has no series.
    """
    if figure.accumulation == Accumulation.UNCLEAR:
        return
    earlier = [
        other
        for other in others
        if _series(other) == _series(figure) and _precedes(other, figure) and other.value is not None
    ]
    if not earlier or figure.value is None:
        return
    last = max(earlier, key=lambda other: (other.end_date or date.min, other.value or 0))
    if last.value and figure.value > SUSPICIOUS * last.value:
        words = _("More than five times the last value: %(claimant)s said %(there)s on %(then)s (figure %(figure)s); ")
        words += _("this one says %(here)s on %(day)s.")
        yield _beside(ConsistencyWarning.FIVE_TIMES, words, figure, last)


def _series(figure: Compared) -> tuple[object, ...]:
    """Return what figures have in common that a claimant counts on from one to the next."""
    counted = (figure.claimed_by, figure.place, figure.indicator, figure.unit, figure.group, figure.count_stage)
    start = figure.start_date if figure.accumulation == Accumulation.CUMULATIVE else None
    return (*counted, figure.accumulation, start)


def _precedes(earlier: Compared, later: Compared) -> bool:
    return earlier.end_date is not None and later.end_date is not None and earlier.end_date < later.end_date


def _below(most: int | None, least: int | None) -> bool:
    return most is not None and least is not None and most < least


def _beside(code: ConsistencyWarning, words: str, figure: Compared, other: Compared) -> FigureWarning:
    values = {
        "claimant": figure.claimant or _("this document"),
        "start": _day(figure.start_date, figure.start_accuracy),
        "there": other.words,
        "then": _day(other.end_date, other.end_accuracy),
        "figure": other.id,
        "here": figure.words,
        "day": _day(figure.end_date, figure.end_accuracy),
    }
    return FigureWarning(code, words % values, (other.id,) if other.id is not None else ())


def _day(day: date | None, accuracy: str) -> str:
    return date_in_words(day, accuracy or DateAccuracy.UNKNOWN) if day else ""
