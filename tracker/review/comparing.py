"""A figure beside the stored ones: what is loaded for the rules of consistency, in as many queries for 3 as for 300,000.

Public figures are compared, other drafts are not: a draft may be a slip that nobody will publish, and of two drafts of one
count the second to be published is warned of the first. A part is compared with its total even while that is a draft.
"""

from collections.abc import Iterable, Sequence

from django.db import connection
from django.db.models import Q

from tracker.models import Figure, NotARepeat
from tracker.review.compared import FigureWarning, compared
from tracker.review.consistency import warnings_about
from tracker.review.relations import GONE
from tracker.vocabulary import ConsistencyWarning, Status

_LINEAGE = """
WITH RECURSIVE around (id, parent_id) AS (
    SELECT id, parent_id FROM tracker_place WHERE id = ANY(%(places)s)
    UNION SELECT p.id, p.parent_id FROM tracker_place p JOIN around ON p.id = around.parent_id
),
inside (id, parent_id) AS (
    SELECT id, parent_id FROM tracker_place WHERE id = ANY(%(places)s)
    UNION SELECT p.id, p.parent_id FROM tracker_place p JOIN inside ON p.parent_id = inside.id
)
SELECT id, parent_id FROM around UNION SELECT id, parent_id FROM inside
"""
_COLUMNS = (
    *("document_id", "place_id", "indicator", "unit", "group", "accumulation", "count_stage"),
    *("reported_text", "quantifier", "reported", "reported_max", "low", "best", "high"),
    *("start_date", "start_accuracy", "end_date", "end_accuracy", "date_text", "claimed_on"),
    *("excerpt_start", "excerpt_end", "number_start", "number_end"),
    *("attributed_to__name", "repeat_of_id", "subset_of_id"),
)
Lineage = dict[int, int | None]
_PUBLIC = (Status.PROVISIONAL, Status.VERIFIED)


def warnings_of(figure: Figure) -> list[FigureWarning]:
    """Return what looks wrong about a figure, each with a sentence for a curator and the other figures' numbers.

    The figure may be unsaved, with its document and place set or not yet: then what cannot be compared is left out. All
    warnings are returned, overridden ones too (`figure.overridden` lists their codes). At most five queries.
    """
    lineage = _lineage([figure.place_id] if figure.place_id else [])
    others = [compared(other, around=_around(other.place_id, lineage)) for other in _beside(figure, lineage)]
    published = figure.document.published_latest if figure.document_id else None
    own = compared(figure, around=_around(figure.place_id, lineage), published=published, own=True)
    return warnings_about(own, others, _not_repeats(figure))


def warnings_of_each(figures: Sequence[Figure]) -> list[list[FigureWarning]]:
    """Return the warnings of each of several figures that are not stored yet, in as many queries for 3 as for 200."""
    lineage = _lineage([figure.place_id for figure in figures if figure.place_id])
    concerned = Q(place_id__in=lineage, indicator__in={f.indicator for f in figures}, status__in=_PUBLIC)
    concerned |= Q(pk__in=[figure.subset_of_id for figure in figures if figure.subset_of_id]) & ~Q(status__in=GONE)
    rows = Figure.objects.filter(concerned).select_related("attributed_to").only(*_COLUMNS)
    others = [compared(other, around=_around(other.place_id, lineage)) for other in rows]
    found = []
    for figure in figures:
        same = [o for o in others if o.indicator == figure.indicator or o.id == figure.subset_of_id]
        published = figure.document.published_latest
        own = compared(figure, around=_around(figure.place_id, lineage), published=published, own=True)
        found.append(warnings_about(own, same))
    return found


def likely_repeats(figure: Figure) -> list[Figure]:
    """Return the public figures that look like the same count and that nobody has decided on, by their numbers."""
    found = [w for w in warnings_of(figure) if w.code == ConsistencyWarning.LIKELY_REPEAT]
    numbers = [number for warning in found for number in warning.figures]
    return list(Figure.objects.filter(pk__in=numbers).select_related("place", "document", "attributed_to").order_by("pk"))


def _beside(figure: Figure, lineage: Lineage) -> Iterable[Figure]:
    """Return the figures that count the same around here, the total and the parts: one query, each side by an index."""
    own, total = figure.pk or 0, figure.subset_of_id or 0  # no row has the number 0
    concerned = (
        Q(place_id__in=lineage, indicator=figure.indicator, unit=figure.unit, status__in=_PUBLIC)
        | Q(subset_of_id=own, status__in=_PUBLIC)
        | Q(pk=total) & ~Q(status__in=GONE)
    )
    return Figure.objects.filter(concerned).exclude(pk=own).select_related("attributed_to").only(*_COLUMNS)


def _lineage(places: list[int]) -> Lineage:
    """Return the places, all around them and all inside them, each with the place it lies in directly."""
    if not places:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_LINEAGE, {"places": places})
        return dict(cursor.fetchall())


def _around(place: int | None, lineage: Lineage) -> list[int]:
    """Return the places that contain a place, as far as the lineage knows them."""
    found: list[int] = []
    while place is not None:
        found.append(place)
        place = lineage.get(place)
    return found


def _not_repeats(figure: Figure) -> set[int]:
    """Return the numbers of the figures of which somebody decided that they are other counts than this one."""
    own = figure.pk or 0
    pairs = NotARepeat.objects.filter(Q(first=own) | Q(second=own)).values_list("first", "second")
    return {number for pair in pairs for number in pair} - {own}
