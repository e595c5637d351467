"""Which two figures may well report one count: the rule, without the database.

Design, section 6: same or nested place, same indicator and unit, overlapping ranges and periods. What the design leaves
open is decided here and listed in ARCHITECTURE.md, "Consistency".
"""

from math import inf
from typing import Final

from tracker.days import days_of
from tracker.review.compared import Compared
from tracker.vocabulary import Accumulation

REACH: Final = 5
"""How many times its number an open end reaches: "at least 40" is not thought to be a toll of thousands.

It is the factor beyond which the design calls a next value suspicious. Were open ends endless, each "at least" in a country
would look like a repeat of each other one.
"""
TELLING: Final = 10
"""The least printed number whose return tells something; smaller ones are alike by chance on any two days."""
SAME_NUMBER_DAYS: Final = 1
"""Days by which two documents may disagree on one event when they print the same number: a night, or a day of saying."""


def likely_repeat(a: Compared, b: Compared) -> bool:
    """Whether two figures look like reports of one count that nobody has marked as such. The order does not matter.

    A figure that is marked as a repeat is never asked about: its head stands for it. Parts are no repeats of their total
    or of its other parts, nor are two different numbers of one sentence; one number that was entered twice always is.
    An undated figure is likely only with the same printed number in another document. Of a total since a start, a day's
    count is a part and no repeat, unless it has the same printed number, or may span the same days.
    """
    if a is b or (a.id is not None and a.id == b.id) or _settled(a, b) or not _alike(a, b):
        return False
    if a.document == b.document and _share(a.sentence, b.sentence):
        return a.number == b.number
    same_number = _same_number(a, b)
    if _undated(a) or _undated(b):
        return same_number
    kinds = {a.accumulation, b.accumulation}
    if kinds == {Accumulation.CUMULATIVE, Accumulation.INCREMENT} and not same_number:
        return ranges_overlap(a, b) and periods_coincide(a, b)
    return ranges_overlap(a, b) and periods_overlap(a, b, apart=SAME_NUMBER_DAYS if same_number else 0)


def ranges_overlap(a: Compared, b: Compared) -> bool:
    """Whether some number fits both claims, open ends reaching REACH times as far; false where one has no number."""
    first, second = _reach(a), _reach(b)
    return first is not None and second is not None and first[0] <= second[1] and second[0] <= first[1]


def periods_overlap(a: Compared, b: Compared, *, apart: int = 0) -> bool:
    """Whether the events share a day, dates widened to their accuracy, a missing one open; or miss it by `apart` days.

    Two totals since a start are one count only if both their starts and both their ends can be the same day: otherwise
    every total would look like a repeat of the one before it.
    """
    if a.accumulation == b.accumulation == Accumulation.CUMULATIVE:
        return periods_coincide(a, b, apart=apart)
    return _touch((_start(a)[0], _end(a)[1]), (_start(b)[0], _end(b)[1]), apart)


def periods_coincide(a: Compared, b: Compared, *, apart: int = 0) -> bool:
    """Whether both may start on one day and both may end on one day, or miss it by `apart` days."""
    return _touch(_start(a), _start(b), apart) and _touch(_end(a), _end(b), apart)


def _settled(a: Compared, b: Compared) -> bool:
    """Whether it is recorded already how the two belong together."""
    if a.repeat_of is not None or b.repeat_of is not None:
        return True
    part = (a.subset_of is not None and a.subset_of == b.id) or (b.subset_of is not None and b.subset_of == a.id)
    return part or (a.subset_of is not None and a.subset_of == b.subset_of)


def _alike(a: Compared, b: Compared) -> bool:
    """Whether the two count the same thing at places of which one contains the other.

    Two groups that are named and differ are two counts; so are two stages of aid.
    """
    same = (a.indicator, a.unit, a.count_stage) == (b.indicator, b.unit, b.count_stage)
    groups = a.group == b.group or a.group is None or b.group is None
    return same and groups and (a.place in b.around or b.place in a.around)


def _share(a: tuple[int, int] | None, b: tuple[int, int] | None) -> bool:
    """Whether two sentences of one document are one, even if they were cut differently."""
    return a is not None and b is not None and a[0] < b[1] and b[0] < a[1]


def _same_number(a: Compared, b: Compared) -> bool:
    """Whether two documents print the same number, whatever the words before it."""
    printed = (a.reported, a.reported_max) == (b.reported, b.reported_max)
    return printed and a.document != b.document and a.reported is not None and a.reported >= TELLING


def _undated(figure: Compared) -> bool:
    return figure.start_date is None and figure.end_date is None


def _reach(figure: Compared) -> tuple[float, float] | None:
    """Return the numbers that a claim may stand for, open ends bounded; null for a word that plays down."""
    value = figure.value
    if value is None:
        return None
    low = -(-value // REACH) if figure.low is None else figure.low  # rounded up: it is a whole number
    high = value * REACH if figure.high is None else figure.high
    return low, high


def _start(figure: Compared) -> tuple[float, float]:
    return days_of(figure.start_date, figure.start_accuracy) or (-inf, inf)


def _end(figure: Compared) -> tuple[float, float]:
    return days_of(figure.end_date, figure.end_accuracy) or (-inf, inf)


def _touch(a: tuple[float, float], b: tuple[float, float], apart: int) -> bool:
    return a[0] <= b[1] + apart and b[0] <= a[1] + apart
