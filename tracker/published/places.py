"""The tree of places as pages and series need it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db import connection
from django.db.models import Count

from tracker.models import Place, PublishedFigure
from tracker.models.places import PlacePeriod
from tracker.series.places import PlaceTree
from tracker.vocabulary import PlaceKind

_WITHIN = """
WITH RECURSIVE inside (id, slug) AS (
    SELECT id, slug FROM tracker_place WHERE slug = %s
    UNION ALL SELECT p.id, p.slug FROM tracker_place p JOIN inside ON p.parent_id = inside.id
) SELECT slug FROM inside
"""


@dataclass(slots=True)
class PlaceNode:
    """A place with its public figures: `own` are its own, `within` those of the places inside it too."""

    place: Place
    own: int = 0
    within: int = 0
    depth: int = 0
    children: list["PlaceNode"] = field(default_factory=list)


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


def places_with_figures() -> list[PlaceNode]:
    """Return the countries as trees of those places that have public figures in them, each level by name.

    A place without any is left out: its name may stand in a document that nobody may see yet.
    """
    own = PublishedFigure.objects.public().values_list("place_slug").annotate(Count("figure_id"))
    return trees(Place.objects.order_by("name"), dict(own))


def trees(places: Iterable[Place], own: Mapping[str, int]) -> list[PlaceNode]:
    """Return the countries as trees of the places that have figures in them, from each place's own number of figures."""
    nodes = {place.pk: PlaceNode(place, own.get(place.slug, 0)) for place in places}
    roots: list[PlaceNode] = []
    for node in nodes.values():
        parent = nodes.get(node.place.parent_id or 0)
        (parent.children if parent else roots).append(node)
    return [root for root in roots if _count(root)]


def in_order(nodes: list[PlaceNode]) -> list[PlaceNode]:
    """Return the trees' nodes one after another, parents before their children."""
    return [found for node in nodes for found in (node, *in_order(node.children))]


def public_place(slug: str) -> tuple[Place, list[Place]] | None:
    """Return a place and the places around it, the outermost first; null for one that the public may not know of.

    A curator adds a place unconfirmed on the way: it is public as soon as a public figure stands there.
    """
    place = Place.objects.filter(slug=slug).select_related("parent__parent__parent__parent").first()
    if place is None:
        return None
    if not place.confirmed and not PublishedFigure.objects.public().filter(place_slug=slug).exists():
        return None
    around: list[Place] = []
    outer = place.parent
    while outer is not None:
        around.insert(0, outer)
        outer = outer.parent
    return place, around


def periods_of(place: Place) -> list[PlacePeriod]:
    """Return what the place went through, the earliest first, with whose definition it is."""
    return list(place.periods.select_related("definition_by").order_by("start_date", "pk"))


def enclaves(nodes: list[PlaceNode]) -> list[PlaceNode]:
    """Return the enclaves among the places with public figures."""
    return [node for node in in_order(nodes) if node.place.kind == PlaceKind.ENCLAVE]


def _count(node: PlaceNode, depth: int = 0) -> int:
    node.depth = depth
    node.children = [child for child in node.children if _count(child, depth + 1)]
    node.within = node.own + sum(child.within for child in node.children)
    return node.within
