"""Which document is reviewed next: those first in which something new, large or contested waits."""

from dataclasses import dataclass
from typing import Final

from django.db import connection
from django.utils import timezone

from tracker import review
from tracker.admin.document_names import document_names
from tracker.models import DeskHold, Document
from tracker.wording import number

SHOWN: Final = 50
NEW: Final = 3
CONTESTED: Final = 2
"""What a new count and a contested one weigh; a number weighs as many as it has digits."""

# One point for each digit of the number; NEW where nothing public says as much about the place in these days yet; CONTESTED
# where a public figure of the same place and kind is disputed. A document is as urgent as its weightiest proposal.
_RANKED: Final = """
WITH public AS (
    SELECT pl.slug, f.indicator, max(f.end_date) AS latest, bool_or(f.disputed_on IS NOT NULL) AS disputed
    FROM tracker_figure f JOIN tracker_place pl ON pl.id = f.place_id
    WHERE f.status IN ('provisional', 'verified')
    GROUP BY pl.slug, f.indicator
),
waiting AS (
    SELECT p.document_id, greatest(
        (p.reading ->> 'best')::numeric, (p.reading ->> 'low')::numeric, (p.reading ->> 'high')::numeric, 0
    ) AS size,
    public.slug IS NULL OR (p.reading ->> 'end_date')::date > public.latest AS is_new,
    coalesce(public.disputed, false) AS contested
    FROM tracker_proposal p
    LEFT JOIN public ON public.slug = p.reading ->> 'place_slug' AND public.indicator = p.indicator
    WHERE p.id IN ({waiting})
)
SELECT document_id, count(*), max(size),
    count(*) FILTER (WHERE coalesce(is_new, false)), count(*) FILTER (WHERE contested),
    max(
        CASE WHEN size >= 1 THEN floor(log(size)) + 1 ELSE 0 END
        + CASE WHEN coalesce(is_new, false) THEN %s ELSE 0 END + CASE WHEN contested THEN %s ELSE 0 END
    ) AS points
FROM waiting GROUP BY document_id ORDER BY points DESC, count(*) DESC, document_id
"""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A document of the queue, and why it stands where it stands. `held` is who reviews it just now, null for nobody."""

    document: Document
    name: str
    proposals: int
    largest: int
    new: int
    contested: int
    held: DeskHold | None

    @property
    def largest_words(self) -> str:
        """The largest number, thousands separated."""
        return number(self.largest)


def ranked() -> list[tuple[int, int, int, int, int, int]]:
    """Return each document in which proposals wait: its number, how many, the largest, how many new, contested, points."""
    proposals, parameters = review.waiting().values("pk").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(_RANKED.format(waiting=proposals), [*parameters, NEW, CONTESTED])
        return [tuple(int(value) for value in row) for row in cursor.fetchall()]  # type: ignore[misc]  # six of them


def queue() -> tuple[list[Waiting], int]:
    """Return the first documents of the queue, and how many wait in all. Four queries."""
    rows = ranked()
    keys = [row[0] for row in rows[:SHOWN]]
    documents = Document.objects.select_related("publisher").defer("text").in_bulk(keys)
    names = document_names(keys)
    holds = DeskHold.objects.filter(document__in=keys, until__gt=timezone.now()).select_related("holder")
    held = {hold.document_id: hold for hold in holds}
    return [
        Waiting(documents[key], names[key], count, largest, new, contested, held.get(key))
        for key, count, largest, new, contested, _points in rows[:SHOWN]
    ], len(rows)


def next_document(after: int, *, user: int) -> int | None:
    """Return the document to review after this one: the first that nobody else holds; null when nothing waits."""
    others = DeskHold.objects.filter(until__gt=timezone.now()).exclude(holder=user)
    taken = {after, *others.values_list("document", flat=True)}
    return next((row[0] for row in ranked() if row[0] not in taken), None)
