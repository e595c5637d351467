"""Who says what: a place's figures by claimant."""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.models import PublishedFigure
from tracker.published.rows import series_figure
from tracker.templatetags.figures import claimant_words
from tracker.vocabulary import Indicator
from tracker.wording import claimant_in_words


@dataclass(frozen=True, slots=True)
class Claimant:
    """Who claims, in words, and the figures: without a name, those of one document. Repeats are left to their heads."""

    words: str
    document: int | None
    figures: list[PublishedFigure]


def claims_by_claimant(rows: Iterable[PublishedFigure]) -> list[Claimant]:
    """Return the claimants, named ones first, each with its figures in the order of the indicators."""
    order = list(Indicator)
    found: dict[tuple[str | None, int | None], list[PublishedFigure]] = {}
    for row in sorted(rows, key=lambda row: (order.index(Indicator(row.indicator)), row.figure_id)):
        if row.repeat_of is None:
            found.setdefault(series_figure(row).claimed_by, []).append(row)
    named_first = sorted(found, key=lambda who: (who[0] is None, who[0] or "", who[1] or 0))
    return [Claimant(claimant_heading(found[who][0]), who[1], found[who]) for who in named_first]


def claimant_heading(figure: PublishedFigure) -> str:
    """Return who claims this figure; without a name, no words of one figure, since they differ within a document."""
    if figure.attributed_to or figure.confidential:
        return claimant_words(figure)
    return claimant_in_words(None, None, is_party=None)
