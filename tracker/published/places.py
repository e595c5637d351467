"""The tree of places as pages and series need it."""

from django.db import connection

from tracker.models import Place
from tracker.series.places import PlaceTree

_WITHIN = """
WITH RECURSIVE inside (id, slug) AS (
    SELECT id, slug FROM tracker_place WHERE slug = %s
    UNION ALL SELECT p.id, p.slug FROM tracker_place p JOIN inside ON p.parent_id = inside.id
) SELECT slug FROM inside
"""


def slugs_within(slug: str) -> list[str]:
    """Return the slugs of a place and of everything inside it; empty where there is no such place."""
    with connection.cursor() as cursor:
        cursor.execute(_WITHIN, [slug])
        return [row[0] for row in cursor.fetchall()]


def place_tree() -> PlaceTree:
    """Return all places with their parents and the siblings that overlap."""
    parents = dict(Place.objects.values_list("slug", "parent__slug"))
    pairs = Place.overlaps.through.objects.values_list("from_place__slug", "to_place__slug")
    return PlaceTree(parents=parents, overlapping=frozenset(frozenset(pair) for pair in pairs))
