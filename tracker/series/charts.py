"""Charts of figures: one for every indicator and unit, its counts in series of what may be compared."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from tracker.series.figures import SeriesFigure
from tracker.series.lanes import in_lanes
from tracker.series.marks import Mark, Shape, mark_of
from tracker.series.repeats import heads_with_repeats
from tracker.vocabulary import Accumulation, CountStage, Group, Indicator, PlaceRole, Unit

POINTS_OF_A_LINE: Final = 3
"""The fewest days that make a line (design, section 7): two points say nothing about the way between them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesKey:
    """What the figures of one series have in common; figures that differ in any of it are never joined or compared.

    `document` stands for a claimant without a name, and is null beside a name. `group_text` is the group's printed
    words where the code does not say who was counted (no group or "other"), and else "". `start` is the first day of a
    count since a start, and null for every other. `subset_of` is the figure that a part belongs to: parts of two
    totals are never one series.
    """

    claimant: str | None
    document: int | None
    place: str
    place_role: PlaceRole
    group: Group | None
    group_text: str
    accumulation: Accumulation
    count_stage: CountStage | None
    start: date | None
    subset_of: int | None


@dataclass(frozen=True, slots=True)
class LinePoint:
    """A day on which a stepped line was reported, the value in the chart's unit, and the figure that says so."""

    day: date
    value: int
    figure: int


@dataclass(frozen=True, slots=True)
class Series:
    """Counts that may be compared: their marks by day (undated ones last), and a stepped line, or none."""

    key: SeriesKey
    marks: tuple[Mark, ...]
    line: tuple[LinePoint, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """One indicator in one unit: households never share an axis with persons."""

    indicator: Indicator
    unit: Unit
    series: tuple[Series, ...]


def charts_of(figures: Iterable[SeriesFigure]) -> tuple[Chart, ...]:
    """Return the charts of these figures in the order of the indicators and units; no figures, no charts.

    Every count stands in exactly one series as one mark (design, section 7): repeats are folded into it, and nothing is
    added up or filled in. The order of `figures` changes nothing.
    """
    axes: dict[tuple[Indicator, Unit], list[tuple[SeriesFigure, tuple[int, ...]]]] = {}
    for figure, repeats in heads_with_repeats(figures):
        axes.setdefault((figure.indicator, figure.unit), []).append((figure, repeats))
    return tuple(
        Chart(indicator, unit, _series_of(axes[indicator, unit]))
        for indicator in Indicator
        for unit in Unit
        if (indicator, unit) in axes
    )


def _series_of(counts: list[tuple[SeriesFigure, tuple[int, ...]]]) -> tuple[Series, ...]:
    keys = {figure.id: _key(figure) for figure, _ in counts}
    groups: dict[SeriesKey, list[Mark]] = {}
    for mark in in_lanes(mark_of(figure, repeats) for figure, repeats in counts):
        groups.setdefault(keys[mark.figure], []).append(mark)
    series = []
    for key in sorted(groups, key=_in_order):
        marks = tuple(sorted(groups[key], key=_by_day))
        series.append(Series(key, marks, _line(key, marks)))
    return tuple(series)


def _key(figure: SeriesFigure) -> SeriesKey:
    claimant, document = figure.claimed_by
    unnamed_group = figure.group in {None, Group.OTHER}
    return SeriesKey(
        claimant=claimant,
        document=document,
        place=figure.place,
        place_role=figure.place_role,
        group=figure.group,
        group_text=figure.group_text if unnamed_group else "",
        accumulation=figure.accumulation,
        count_stage=figure.count_stage,
        start=figure.start_date if figure.accumulation == Accumulation.CUMULATIVE else None,
        subset_of=figure.subset_of,
    )


def _in_order(key: SeriesKey) -> tuple[bool, str, int, str, str, str, str, str, str, date, int]:
    """Order series: named claimants by name, then documents; within one by place, group and so on, none first."""
    return (
        key.claimant is None,
        key.claimant or "",
        key.document or 0,
        key.place,
        key.place_role,
        key.group or "",
        key.group_text,
        key.accumulation,
        key.count_stage or "",
        key.start or date.min,
        key.subset_of or 0,
    )


def _by_day(mark: Mark) -> tuple[date, date, int]:
    return (mark.stands_on or date.max, mark.start or date.min, mark.figure)


def _line(key: SeriesKey, marks: tuple[Mark, ...]) -> tuple[LinePoint, ...]:
    """Return the line of a count since one known start, or nothing when fewer than three days were reported.

    It joins dots and rings only: a bound, a range or a word is no value that a line could pass through. Totals whose
    start is not known may count from different days, and parts of a total are never joined. Of two totals on one day
    the line takes the figure with the smaller id; both stand as marks.
    """
    if key.accumulation != Accumulation.CUMULATIVE or key.start is None or key.subset_of is not None:
        return ()
    points: dict[date, LinePoint] = {}
    for mark in marks:
        if mark.shape in {Shape.DOT, Shape.RING} and mark.value is not None and mark.stands_on is not None:
            points.setdefault(mark.stands_on, LinePoint(mark.stands_on, mark.value, mark.figure))
    return tuple(points.values()) if len(points) >= POINTS_OF_A_LINE else ()
