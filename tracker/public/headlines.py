"""The headlines of a place, as rows that templates print."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tracker.models import PublishedFigure
from tracker.published.rows import series_figure
from tracker.series.figures import SeriesFigure
from tracker.series.headline import Headline, headlines


@dataclass(frozen=True, slots=True)
class PlaceHeadline:
    """The figure that a place's page names first for an indicator, and those of other claimants beside it.

    `rivals` are the best of each other claimant; `more` is how many further figures they have that are not listed.
    """

    figure: PublishedFigure
    rivals: list[PublishedFigure]
    more: int


RIVALS = 3
"""How many rivals stand beside a headline; "who says what" has them all."""


def headlines_of(slug: str, rows: Iterable[PublishedFigure]) -> list[PlaceHeadline]:
    """Return the headlines of a place from its figures and those of the places inside it."""
    by_id = {row.figure_id: row for row in rows}
    return in_rows(chosen_headlines(slug, [series_figure(row) for row in by_id.values()]), by_id)


def chosen_headlines(slug: str, figures: Iterable[SeriesFigure]) -> list[Headline]:
    """Return a place's headlines.

    A place's own figures come first: what was reported of one town is no headline of the country, unless the country
    has none of that indicator and unit; then the headline says where it is from.
    """
    figures = list(figures)
    own = headlines(figure for figure in figures if figure.place == slug)
    found = {(headline.indicator, headline.unit): headline for headline in own}
    return [found.get((headline.indicator, headline.unit), headline) for headline in headlines(figures)]


def in_rows(chosen: Iterable[Headline], by_id: Mapping[int, PublishedFigure]) -> list[PlaceHeadline]:
    """Return the headlines with their public rows, each other claimant once."""
    found = []
    for headline in chosen:
        rivals = foremost(headline)
        shown = rivals[:RIVALS]
        rows = [by_id[rival.id] for rival in shown]
        found.append(PlaceHeadline(by_id[headline.figure.id], rows, len(headline.rivals) - len(shown)))
    return found


def foremost(headline: Headline) -> list[SeriesFigure]:
    """Return the best rival of each other claimant, in their order."""
    found: dict[tuple[str | None, int | None], SeriesFigure] = {}
    for rival in headline.rivals:
        found.setdefault(rival.claimed_by, rival)
    return list(found.values())
