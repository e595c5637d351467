"""A small picture of one indicator's course: its dated counts as the charts' signs, on a grid of plain numbers."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from tracker.series.charts import Chart
from tracker.series.marks import Arrow, DrawnAs, Mark, Shape
from tracker.vocabulary import DateAccuracy

WIDTH: Final = 260
HEIGHT: Final = 64
SIDE: Final = 12
TOP: Final = 18
GROUND: Final = 56
"""The picture's measures: what stands at 0 stands on the ground, the largest number at the top."""


MOST: Final = 40
SPOT: Final = 2.0


@dataclass(frozen=True, slots=True)
class CourseMark:
    """A sign at x and y in the picture's units; `left` to `right` is a span's period, `low` and `high` a range's ends."""

    figure: int
    shape: Shape
    arrow: Arrow | None
    label: str
    hollow: bool
    party: bool
    disputed: bool
    x: float
    y: float
    left: float | None
    right: float | None
    low: float | None
    high: float | None
    column: bool


@dataclass(frozen=True, slots=True)
class Course:
    """The `number` dated counts of a chart by day, with the first and last of their days and how exactly these are known.

    `undated` ones are not drawn. `most` is the number at the height TOP, null where only words without a number are drawn.

    More than MOST signs would hide one another: then `marks` are only those asked for, and `dots` holds each spot that has
    a count.
    """

    marks: tuple[CourseMark, ...]
    first: date
    first_accuracy: DateAccuracy
    last: date
    last_accuracy: DateAccuracy
    most: int | None
    undated: int
    number: int
    dots: tuple[tuple[float, float], ...]


def course_of(chart: Chart, keep: Collection[int] = ()) -> Course | None:
    """Return the picture of a chart, or null when fewer than two counts have a date: one alone has no course.

    `keep` are figures whose signs stay among the dots of a crowded picture. Nothing is joined by a line. A word that names
    no number stands above the scale. The numbers are the chart's: whole, in its unit, drawn from 0 to the largest.
    """
    marks = [mark for series in chart.series for mark in series.marks]
    dated = [(mark, days) for mark in marks if (days := _days(mark)) is not None]
    if len(dated) < 2:  # noqa: PLR2004 - a course has a beginning and an end
        return None
    first, first_accuracy = min(_beginning(mark, days[0]) for mark, days in dated)
    last, last_accuracy = max((days[1], mark.stands_accuracy) for mark, days in dated)
    most = max((n for mark, _ in dated for n in (mark.value, mark.low, mark.high) if n is not None), default=0)
    drawn = [_mark(mark, days, _Scale(first, last, most)) for mark, days in dated]
    signs = sorted(drawn, key=lambda mark: (mark.x, mark.figure))
    return Course(
        marks=tuple(mark for mark in signs if len(signs) <= MOST or mark.figure in keep),
        first=first,
        first_accuracy=first_accuracy,
        last=last,
        last_accuracy=last_accuracy,
        most=most or None,
        undated=len(marks) - len(dated),
        number=len(dated),
        dots=_spots(signs) if len(signs) > MOST else (),
    )


def _spots(marks: Iterable[CourseMark]) -> tuple[tuple[float, float], ...]:
    return tuple(sorted({(round(mark.x / SPOT) * SPOT, round(mark.y / SPOT) * SPOT) for mark in marks}))


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date
    most: int

    def x(self, day: date) -> float:
        """Return a day's place; a single day stands in the middle."""
        days = (self.last - self.first).days
        share = (day - self.first).days / days if days else 0.5
        return round(SIDE + share * (WIDTH - 2 * SIDE), 1)

    def y(self, number: int | None) -> float | None:
        """Return a number's height; null for null."""
        return None if number is None else round(GROUND - (number / self.most if self.most else 0) * (GROUND - TOP), 1)


def _beginning(mark: Mark, day: date) -> tuple[date, DateAccuracy]:
    return day, mark.start_accuracy if mark.drawn_as == DrawnAs.SPAN else mark.stands_accuracy


def _days(mark: Mark) -> tuple[date, date] | None:
    if mark.stands_on is None:
        return None
    return mark.days if mark.drawn_as == DrawnAs.SPAN else (mark.stands_on, mark.stands_on)


def _mark(mark: Mark, days: tuple[date, date], scale: _Scale) -> CourseMark:
    is_span = mark.drawn_as == DrawnAs.SPAN
    left, right = (scale.x(day) for day in days)
    low, high = scale.y(mark.low), scale.y(mark.high)
    y = scale.y(mark.value)
    if y is None:
        y = TOP / 2 if low is None or high is None else (low + high) / 2
    return CourseMark(
        figure=mark.figure,
        shape=mark.shape,
        arrow=mark.arrow,
        label=mark.label,
        hollow=mark.hollow,
        party=mark.party,
        disputed=mark.disputed,
        x=round((left + right) / 2, 1),
        y=y,
        left=left if is_span else None,
        right=right if is_span else None,
        low=low,
        high=high,
        column=mark.drawn_as == DrawnAs.BAR and mark.arrow != Arrow.DOWN and mark.value is not None,
    )


def courses_of(charts: Iterable[Chart], keep: Collection[int] = ()) -> dict[tuple[str, str], Course]:
    """Return the pictures of those charts that have one, by indicator and unit."""
    return {(chart.indicator, chart.unit): course for chart in charts if (course := course_of(chart, keep)) is not None}
