"""The headlines of a place, as rows that templates print."""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.models import PublishedFigure
from tracker.published.rows import series_figure
from tracker.series.headline import headlines


@dataclass(frozen=True, slots=True)
class PlaceHeadline:
    """The figure that a place's page names first for an indicator, and those of other claimants beside it."""

    figure: PublishedFigure
    rivals: list[PublishedFigure]


def headlines_of(slug: str, rows: Iterable[PublishedFigure]) -> list[PlaceHeadline]:
    """Return the headlines of a place from its figures and those of the places inside it.

    A place's own figures come first: what was reported of one town is no headline of the country, unless the country
    has none of that indicator and unit; then the headline says where it is from.
    """
    by_id = {row.figure_id: row for row in rows}
    own = headlines(series_figure(row) for row in by_id.values() if row.place_slug == slug)
    found = {(headline.indicator, headline.unit): headline for headline in own}
    within = headlines(series_figure(row) for row in by_id.values())
    chosen = [found.get((headline.indicator, headline.unit), headline) for headline in within]
    return [PlaceHeadline(by_id[headline.figure.id], [by_id[rival.id] for rival in headline.rivals]) for headline in chosen]
