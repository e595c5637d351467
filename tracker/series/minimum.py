"""The documented minimum: what one claimant's reports of people killed add up to, counting nobody twice."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from tracker.series.conflicts import Claim, Conflicts
from tracker.series.figures import SeriesFigure
from tracker.series.largest_sum import largest_sum
from tracker.series.periods import possible_days
from tracker.series.places import PlaceTree
from tracker.vocabulary import Accumulation, Group, Indicator, Quantifier, Unit

_Claimant: TypeAlias = tuple[str | None, int | None]


class Reason(StrEnum):
    """Why a figure was not added; when several hold, the first of this list is given."""

    REPEAT = "repeat"
    SUBSET = "subset"
    DISPUTED = "disputed"
    OTHER_UNIT = "other_unit"
    OTHER_GROUP = "other_group"
    STOCK = "stock"
    UNCLEAR_ACCUMULATION = "unclear_accumulation"
    SHARE = "share"
    VAGUE = "vague"
    APPROXIMATE = "approximate"
    UPPER_BOUND_ONLY = "upper_bound_only"
    NO_VALUE = "no_value"
    DATE_NOT_KNOWN = "date_not_known"
    OVERLAPS_A_LARGER_SUM = "overlaps_a_larger_sum"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentedMinimum:
    """One claimant's minimum, in persons.

    Either `claimant` is a name and `document` null, or the claim has no name and `document` is the one it stands in.
    `total` is null, not 0, when nothing could be added: nobody reported a minimum. `added` and `not_added` hold every
    figure of the claimant with people killed once, by id.
    """

    claimant: str | None
    document: int | None
    total: int | None
    added: tuple[int, ...]
    not_added: tuple[tuple[int, Reason], ...]


def documented_minimums(
    figures: Iterable[SeriesFigure], tree: PlaceTree, likely_repeats: frozenset[frozenset[int]] = frozenset()
) -> tuple[DocumentedMinimum, ...]:
    """Return the documented minimum of every claimant with a figure of people killed, never across claimants.

    The rule is design, section 7. A printed low is added as it stands; approximate, vague and share figures weigh
    nothing. `likely_repeats` are pairs of ids that look like one count and that nobody has decided on: at most one is
    added. Of equal sums the set is taken that has the smallest id in which they differ. Named claimants come first, by
    name, then documents. The order of `figures` changes nothing. Raises KeyError for a place that is not in the tree.
    """
    by_claimant: dict[_Claimant, list[SeriesFigure]] = {}
    for figure in figures:
        if figure.indicator == Indicator.KILLED:
            by_claimant.setdefault(figure.claimed_by, []).append(figure)
    pairs = _pairs_by_claimant(by_claimant, likely_repeats)
    order = sorted(by_claimant, key=lambda who: (who[0] is None, who[0] or "", who[1] or 0))
    return tuple(_minimum(*who, by_claimant[who], Conflicts(tree, frozenset(pairs.get(who, ())))) for who in order)


def _pairs_by_claimant(
    by_claimant: Mapping[_Claimant, Iterable[SeriesFigure]], likely_repeats: Iterable[frozenset[int]]
) -> dict[_Claimant, list[frozenset[int]]]:
    """Return the pairs of which one claimant says both: only these meet in a sum."""
    said_by = {figure.id: who for who, figures in by_claimant.items() for figure in figures}
    found: dict[_Claimant, list[frozenset[int]]] = {}
    for pair in likely_repeats:
        whose = {said_by.get(figure) for figure in pair}
        if len(whose) == 1 and (who := whose.pop()) is not None:
            found.setdefault(who, []).append(pair)
    return found


def _minimum(
    claimant: str | None, document: int | None, figures: list[SeriesFigure], conflicts: Conflicts
) -> DocumentedMinimum:
    figures = sorted(figures, key=lambda figure: figure.id)
    judged = {figure.id: _claim_or_reason(figure) for figure in figures}
    claims = [claim for claim in judged.values() if isinstance(claim, Claim)]
    added = largest_sum(claims, conflicts)
    not_added = (
        (id_, Reason.OVERLAPS_A_LARGER_SUM if isinstance(claim, Claim) else claim)
        for id_, claim in judged.items()
        if id_ not in added
    )
    return DocumentedMinimum(
        claimant=claimant,
        document=document,
        total=sum(claim.weight for claim in claims if claim.figure in added) if added else None,
        added=tuple(sorted(added)),
        not_added=tuple(not_added),
    )


def _claim_or_reason(figure: SeriesFigure) -> Claim | Reason:
    """Return what a figure of people killed can add, or why it cannot."""
    reason = _whose_count(figure) or _what_kind_of_number(figure)
    if reason is not None:
        return reason
    if figure.low is None:
        return Reason.NO_VALUE
    days = possible_days(figure)
    return Reason.DATE_NOT_KNOWN if days is None else Claim(figure.id, figure.place, *days, figure.low)


def _whose_count(figure: SeriesFigure) -> Reason | None:
    """Return why the figure is not a count of its own of the people asked for; null when it is."""
    if figure.repeat_of is not None:
        return Reason.REPEAT  # also when its head is another claimant's: the count is then added there
    if figure.subset_of is not None:
        return Reason.SUBSET
    if figure.disputed:
        return Reason.DISPUTED
    if figure.unit != Unit.PERSON:
        return Reason.OTHER_UNIT
    return None if figure.group in {None, Group.CIVILIANS} else Reason.OTHER_GROUP


def _what_kind_of_number(figure: SeriesFigure) -> Reason | None:  # noqa: PLR0911 - one for each reason
    """Return why the number is not a printed least number of a period; null when it is."""
    if figure.accumulation == Accumulation.STOCK:
        return Reason.STOCK
    if figure.accumulation == Accumulation.UNCLEAR:
        return Reason.UNCLEAR_ACCUMULATION
    if figure.calculation:
        return Reason.SHARE
    match figure.quantifier:
        case Quantifier.VAGUE:
            return Reason.VAGUE
        case Quantifier.APPROXIMATELY:
            return Reason.APPROXIMATE
        case Quantifier.UP_TO | Quantifier.LESS_THAN:
            return Reason.UPPER_BOUND_ONLY
        case Quantifier.EXACT | Quantifier.AT_LEAST | Quantifier.MORE_THAN | Quantifier.BETWEEN:
            return None
