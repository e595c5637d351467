"""Which claims cannot both be added, and which groups of claims have nothing to do with one another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from tracker.series.places import PlaceTree


@dataclass(frozen=True, slots=True)
class Claim:
    """What a figure could add to a sum: `weight` persons at a place, over closed days (`date.toordinal`)."""

    figure: int
    place: str
    first: int
    last: int
    weight: int


@dataclass(frozen=True, slots=True)
class Conflicts:
    """The rule that two claims may count the same people (design, section 7).

    They do when their days touch and their places are equal, nested or overlapping, or when their figures are one of
    `likely_repeats`: pairs that nobody has decided on yet.
    """

    tree: PlaceTree
    likely_repeats: frozenset[frozenset[int]] = frozenset()

    def between(self, a: Claim, b: Claim) -> bool:
        """Whether at most one of two claims may be added."""
        if a.first <= b.last and b.first <= a.last and self.tree.conflict(a.place, b.place):
            return True
        return bool(self.likely_repeats) and frozenset((a.figure, b.figure)) in self.likely_repeats

    def of(self, claim: Claim, among: Iterable[Claim]) -> list[Claim]:
        """Return the other claims that it is in conflict with."""
        return [other for other in among if other.figure != claim.figure and self.between(claim, other)]

    def outside_the_tree(self, claims: Iterable[Claim]) -> tuple[Claim, Claim] | None:
        """Return the first pair in conflict that the order of the claims meets; null if there is none.

        Looked for only where overlaps or likely repeats exist: claims of `largest_sum` that conflict for another
        reason never meet here.
        """
        if not self.tree.overlapping and not self.likely_repeats:
            return None
        seen: list[Claim] = []
        for claim in claims:
            for other in seen:
                if self.between(claim, other):
                    return other, claim
            seen.append(claim)
        return None


def components(claims: Iterable[Claim], conflicts: Conflicts) -> list[list[Claim]]:
    """Return the claims in groups with no conflict between any two groups, each in order of first day and id."""
    claims = sorted(claims, key=attrgetter("first", "figure"))
    groups: dict[int, list[Claim]] = {}
    joined = _Joined(claim.figure for claim in claims)
    _join_touching(claims, _neighbours({claim.place for claim in claims}, conflicts.tree), joined)
    for pair in conflicts.likely_repeats:
        if all(figure in joined for figure in pair):
            joined.join(*pair)
    for claim in claims:
        groups.setdefault(joined.group(claim.figure), []).append(claim)
    return list(groups.values())


def _join_touching(claims: list[Claim], neighbours: dict[str, set[str]], joined: "_Joined") -> None:
    """Join claims in conflict by place and days, in one pass by first day.

    Of the claims seen at one place only the one that ends last is asked: all that still touch the new first day share
    that day, and so are joined already.
    """
    ends_last: dict[str, Claim] = {}
    for claim in claims:
        for place in neighbours[claim.place]:
            other = ends_last.get(place)
            if other is not None and other.last >= claim.first:
                joined.join(other.figure, claim.figure)
        if claim.place not in ends_last or claim.last > ends_last[claim.place].last:
            ends_last[claim.place] = claim


def _neighbours(places: set[str], tree: PlaceTree) -> dict[str, set[str]]:
    """Return for every place those among `places` that it is in conflict with, itself included."""
    neighbours = {place: {place} for place in places}
    for a, b in _related(places, tree):
        neighbours[a].add(b)
        neighbours[b].add(a)
    return neighbours


def _related(places: set[str], tree: PlaceTree) -> Iterator[tuple[str, str]]:
    for place in places:
        for around in tree.ancestors(place):
            if around in places:
                yield place, around
    for pair in tree.overlapping:
        x, y = pair
        inside_y = places & tree.within(y)
        for place in places & tree.within(x) if inside_y else ():
            for other in inside_y:
                yield place, other


class _Joined:
    """Disjoint sets of figures (union-find with path halving)."""

    def __init__(self, figures: Iterable[int]) -> None:
        self._parent = {figure: figure for figure in figures}

    def __contains__(self, figure: int) -> bool:
        return figure in self._parent

    def group(self, figure: int) -> int:
        """Return the figure that names the set."""
        while self._parent[figure] != figure:
            self._parent[figure] = self._parent[self._parent[figure]]
            figure = self._parent[figure]
        return figure

    def join(self, a: int, b: int) -> None:
        """Make the sets of two figures one."""
        self._parent[self.group(a)] = self.group(b)
