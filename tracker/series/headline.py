"""The one figure of an indicator that a page names first, with the claims that differ from it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tracker.series.figures import SeriesFigure
from tracker.vocabulary import Accumulation, Group, Indicator, Quantifier, Unit

RIVAL_WITHIN: Final = timedelta(days=30)
"""How far before the headline's event end another claimant's figure may lie and still be printed beside it."""

_TOTALS_FIRST: Final = {
    Accumulation.CUMULATIVE: 0,
    Accumulation.STOCK: 0,
    Accumulation.INCREMENT: 1,
    Accumulation.UNCLEAR: 2,
}


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline of an indicator in a unit, and its rivals by the same order, best first.

    A rival is a figure of another claimant (for claims without a name: of another document), of the same count stage,
    whose event ended on the same day or up to 30 days earlier.
    """

    indicator: Indicator
    unit: Unit
    figure: SeriesFigure
    rivals: tuple[SeriesFigure, ...]


def headlines(figures: Iterable[SeriesFigure]) -> tuple[Headline, ...]:
    """Return a headline for every indicator and unit that has an eligible figure, in the order of the codes.

    Eligible (design, section 7): a day to stand on, no repeat, no subset, and no group or civilians; the status and a
    dispute do not matter, and stand in the figure. The order is lexicographic, each rule only deciding where all before
    it are equal: newest event end, cumulative or stock before increment before unclear, named claimant, not vague, and
    the smaller id. So a one-day increment of today stands before a total up to yesterday.
    """
    eligible: dict[tuple[Indicator, Unit], list[tuple[date, SeriesFigure]]] = {}
    for figure in figures:
        if (day := figure.stands_on) is not None and is_a_total_of_its_own(figure):
            eligible.setdefault((figure.indicator, figure.unit), []).append((day, figure))
    return tuple(
        _headline(sorted(eligible[indicator, unit], key=_rank))
        for indicator in Indicator
        for unit in Unit
        if (indicator, unit) in eligible
    )


def is_a_total_of_its_own(figure: SeriesFigure) -> bool:
    """Whether a figure counts everybody, or all civilians, and is neither a repeat nor a part of another."""
    return figure.repeat_of is None and figure.subset_of is None and figure.group in {None, Group.CIVILIANS}


def totals_first(figure: SeriesFigure) -> int:
    """Return the place of a figure's accumulation in the order: a total or a stock, an increment, what is unclear."""
    return _TOTALS_FIRST[figure.accumulation]


def _rank(candidate: tuple[date, SeriesFigure]) -> tuple[int, int, bool, bool, int]:
    day, figure = candidate
    return (
        -day.toordinal(),
        totals_first(figure),
        figure.claimant is None,
        figure.quantifier == Quantifier.VAGUE,
        figure.id,
    )


def _headline(ranked: list[tuple[date, SeriesFigure]]) -> Headline:
    newest, first = ranked[0]
    rivals = tuple(
        figure
        for day, figure in ranked
        if figure.claimed_by != first.claimed_by and figure.count_stage == first.count_stage and newest - day <= RIVAL_WITHIN
    )
    return Headline(first.indicator, first.unit, first, rivals)
