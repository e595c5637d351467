"""Which places lie within one another, and which overlap."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlaceTree:
    """The places by slug, each with its parent's slug or null; a parent contains its children wholly.

    Siblings are disjoint unless their pair is in `overlapping`, which then holds for everything within them too.
    Raises ValueError for a parent that is not among the places, a place within itself, and an overlap that is not
    between two known places. Every method raises KeyError for an unknown slug.
    """

    parents: Mapping[str, str | None]
    overlapping: frozenset[frozenset[str]] = frozenset()

    def __post_init__(self) -> None:
        """Refuse what is not a tree, since walking up from a place would then fail or never end."""
        sound: set[str] = set()
        for slug in self.parents:
            path: set[str] = set()
            place: str | None = slug
            while place is not None and place not in sound:
                if place in path or place not in self.parents:
                    raise ValueError(f"the place “{slug}” lies within itself or within an unknown place")
                path.add(place)
                place = self.parents[place]
            sound.update(path)
        for pair in self.overlapping:
            if len(pair) != 2 or not pair <= self.parents.keys():  # noqa: PLR2004 - a pair is two
                raise ValueError(f"an overlap needs two known places: {', '.join(sorted(pair))}")

    def ancestors(self, slug: str) -> tuple[str, ...]:
        """Return the places that contain this one, the nearest first."""
        found: list[str] = []
        parent = self.parents[slug]
        while parent is not None:
            found.append(parent)
            parent = self.parents[parent]
        return tuple(found)

    def within(self, slug: str) -> frozenset[str]:
        """Return this place and everything inside it."""
        children: dict[str | None, list[str]] = {}
        for place, parent in self.parents.items():
            children.setdefault(parent, []).append(place)
        if slug not in self.parents:
            raise KeyError(slug)
        found: list[str] = [slug]
        for place in found:
            found.extend(children.get(place, ()))
        return frozenset(found)

    def conflict(self, a: str, b: str) -> bool:
        """Whether something counted at one place may be counted at the other: equal, nested or overlapping places."""
        around_a, around_b = (a, *self.ancestors(a)), (b, *self.ancestors(b))
        if a in around_b or b in around_a:
            return True
        return any(frozenset((x, y)) in self.overlapping for x in around_a for y in around_b)
