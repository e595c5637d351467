"""Who says what: each claimant's newest number beside those of the others, indicator by indicator."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tracker.models import PublishedFigure
from tracker.published.rows import series_figure
from tracker.series.extents import Extent, extents_of
from tracker.series.headline import is_a_total_of_its_own
from tracker.series.newest import NewestClaim, Rivals, newest_by_claimant
from tracker.templatetags.figures import claimant_words
from tracker.wording import claimant_in_words, label

UNNAMED = 6
"""How many documents without a named claimant stand beside the named ones; the table of figures has the others."""


@dataclass(frozen=True, slots=True)
class RivalClaim:
    """A claimant with its newest figure; `slug` asks for its figures, `others` is how many more of them there are."""

    figure: PublishedFigure
    document: int | None
    slug: str | None
    others: int
    extent: Extent | None


@dataclass(frozen=True, slots=True)
class RivalClaims:
    """What the claimants say of one indicator; `left_out` documents without a named claimant are not listed."""

    indicator: str
    title: str
    claims: list[RivalClaim]
    left_out: int
    compared: bool


def rival_claims(rows: Iterable[PublishedFigure], slugs: Mapping[str, str]) -> list[RivalClaims]:
    """Return who says what, from a place's figures and the claimants' slugs by name."""
    by_id = {row.figure_id: row for row in rows}
    found = newest_by_claimant(series_figure(row) for row in by_id.values())
    units = {(rivals.indicator, rivals.unit) for rivals in found}
    several = Counter(indicator for indicator, _unit in units)
    return [_in_words(rivals, by_id, slugs, several=several[rivals.indicator] > 1) for rivals in found]


def _in_words(
    rivals: Rivals, by_id: Mapping[int, PublishedFigure], slugs: Mapping[str, str], *, several: bool
) -> RivalClaims:
    unnamed = [claim for claim in rivals.claims if claim.figure.claimant is None]
    left_out = {claim.figure.id for claim in unnamed[UNNAMED:]}
    shown = [claim for claim in rivals.claims if claim.figure.id not in left_out]
    totals = [claim.figure for claim in shown if is_a_total_of_its_own(claim.figure)]
    extents = dict(zip((figure.id for figure in totals), extents_of(totals), strict=True))
    unit = label(rivals.unit).lower() if several else ""
    title = ": ".join(filter(None, [label(rivals.indicator), unit, label(rivals.count_stage).lower()]))
    claims = [_claim(claim, extents.get(claim.figure.id), by_id, slugs) for claim in shown]
    return RivalClaims(rivals.indicator, title, claims, len(left_out), any(extents.values()))


def _claim(
    claim: NewestClaim, extent: Extent | None, by_id: Mapping[int, PublishedFigure], slugs: Mapping[str, str]
) -> RivalClaim:
    _, document = claim.figure.claimed_by
    figure = by_id[claim.figure.id]
    return RivalClaim(figure, document, slugs.get(claim.figure.claimant or ""), claim.others, extent)


def claimant_heading(figure: PublishedFigure) -> str:
    """Return who claims this figure; without a name, no words of one figure, since they differ within a document."""
    if figure.attributed_to or figure.confidential:
        return claimant_words(figure)
    return claimant_in_words(None, None, is_party=None)
