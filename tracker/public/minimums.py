"""The documented minimum of a place, claimant by claimant, with what was added and what was not."""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.models import PublishedFigure
from tracker.public.claims import claimant_heading
from tracker.published.likely_repeats import undecided_repeats
from tracker.published.places import place_tree
from tracker.published.rows import series_figure
from tracker.series.minimum import DocumentedMinimum, documented_minimums
from tracker.wording import MINIMUM_REASONS


@dataclass(frozen=True, slots=True)
class NotAdded:
    """A figure that was not added, and why."""

    figure: PublishedFigure
    because: str


@dataclass(frozen=True, slots=True)
class Minimum:
    """What one claimant's reports of people killed add up to; a null total means that nothing could be added."""

    claimant: str
    document: int | None
    total: int | None
    added: list[PublishedFigure]
    not_added: list[NotAdded]


def minimums_of(rows: Iterable[PublishedFigure]) -> list[Minimum]:
    """Return the documented minimums of these figures, the largest total first."""
    by_id = {row.figure_id: row for row in rows}
    tree = place_tree()
    undecided = undecided_repeats(by_id.values(), tree)
    found = documented_minimums((series_figure(row) for row in by_id.values()), tree, undecided)
    return [_in_words(minimum, by_id) for minimum in sorted(found, key=lambda minimum: -(minimum.total or -1))]


def _in_words(minimum: DocumentedMinimum, by_id: dict[int, PublishedFigure]) -> Minimum:
    added = [by_id[number] for number in minimum.added]
    not_added = [NotAdded(by_id[number], str(MINIMUM_REASONS[why])) for number, why in minimum.not_added]
    one = added[0] if added else not_added[0].figure
    return Minimum(claimant_heading(one), minimum.document, minimum.total, added, not_added)
