"""Each claimant's newest count of an indicator, so that claims which differ stand side by side."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from tracker.series.figures import SeriesFigure
from tracker.series.headline import is_a_total_of_its_own, totals_first
from tracker.vocabulary import CountStage, Indicator, Quantifier, Unit

_Counted: TypeAlias = tuple[Indicator, Unit, CountStage | None]

NEVER: Final = date.min.toordinal()


@dataclass(frozen=True, slots=True)
class NewestClaim:
    """A claimant's newest figure of an indicator and unit, and how many others it has, repeats left out."""

    figure: SeriesFigure
    others: int


@dataclass(frozen=True, slots=True)
class Rivals:
    """What the claimants say of one indicator in one unit and, of aid, at one stage.

    First come totals of everybody or of civilians, then what counts a part of them only; in each half named claimants come
    first, then the newest event end.
    """

    indicator: Indicator
    unit: Unit
    count_stage: CountStage | None
    claims: tuple[NewestClaim, ...]


def newest_by_claimant(figures: Iterable[SeriesFigure]) -> tuple[Rivals, ...]:
    """Return every claimant's newest figure, in the order of indicators, units and stages; unnamed ones are a document's.

    The rule is the headline's, for one claimant: an own total of everybody or of civilians before parts and single
    groups, then dated before undated, then the newest event end, totals before increments, numbers before words, and the
    smaller id. Repeats are left to their heads, unless the head is not among `figures`.
    """
    figures = list(figures)
    heads = {figure.id for figure in figures if figure.repeat_of is None}
    found: dict[_Counted, dict[tuple[str | None, int | None], list[SeriesFigure]]] = {}
    for figure in figures:
        if figure.repeat_of not in heads:
            claims = found.setdefault((figure.indicator, figure.unit, figure.count_stage), {})
            claims.setdefault(figure.claimed_by, []).append(figure)
    return tuple(
        Rivals(indicator, unit, stage, _ordered(found[indicator, unit, stage].values()))
        for indicator in Indicator
        for unit in Unit
        for stage in (None, *CountStage)
        if (indicator, unit, stage) in found
    )


def _ordered(claims: Iterable[list[SeriesFigure]]) -> tuple[NewestClaim, ...]:
    newest = (NewestClaim(min(figures, key=_rank), len(figures) - 1) for figures in claims)
    return tuple(sorted(newest, key=_place))


def _place(claim: NewestClaim) -> tuple[bool, bool, int, tuple[bool, bool, int, int, bool, int]]:
    figure = claim.figure
    return (not is_a_total_of_its_own(figure), figure.claimant is None, -_day(figure), _rank(figure))


def _rank(figure: SeriesFigure) -> tuple[bool, bool, int, int, bool, int]:
    return (
        not is_a_total_of_its_own(figure),
        figure.stands_on is None,
        -_day(figure),
        totals_first(figure),
        figure.quantifier == Quantifier.VAGUE,
        figure.id,
    )


def _day(figure: SeriesFigure) -> int:
    return NEVER if figure.stands_on is None else figure.stands_on.toordinal()
