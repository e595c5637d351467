"""The places of some claims as regions: what is counted there as a whole, and the parts that it may be counted by."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from tracker.series.conflicts import Claim
from tracker.series.places import PlaceTree


@dataclass(eq=False, slots=True)
class Region:
    """A place, or several overlapping ones, with everything inside.

    On any one day a region is counted either by one of its own `claims` or by one of its `parts`: those exclude one
    another. The regions of one part are disjoint and may all be counted. A place is claims and one part, its children;
    overlapping places are a region without claims whose parts exclude one another. `starts` and `ends` are the distinct
    first and last days of all claims in it, sorted, as ordinals.
    """

    claims: tuple[Claim, ...]
    parts: tuple[tuple["Region", ...], ...]
    starts: list[int] = field(init=False)
    ends: list[int] = field(init=False)

    def __post_init__(self) -> None:
        """Gather the days from the claims and parts."""
        inner = [region for part in self.parts for region in part]
        starts = {claim.first for claim in self.claims}.union(*(region.starts for region in inner))
        ends = {claim.last for claim in self.claims}.union(*(region.ends for region in inner))
        self.starts, self.ends = sorted(starts), sorted(ends)


def regions_of(claims: Iterable[Claim], tree: PlaceTree) -> list[Region]:
    """Return the regions of at least one claim, every one after those in its parts; the last is the whole.

    An overlap that no region can express stays out (see `_excluding_parts`): the regions then allow more than the rule
    does, never less.
    """
    own: dict[str, list[Claim]] = {}
    for claim in claims:
        own.setdefault(claim.place, []).append(claim)
    paths = {place: (place, *tree.ancestors(place)) for place in own}
    kept = own.keys() | _overlapping_with_claims(paths, tree)
    paths |= {place: (place, *tree.ancestors(place)) for place in kept - own.keys()}
    children: dict[str | None, list[Region]] = {}
    names: dict[Region, str] = {}
    regions: list[Region] = []
    for place in sorted(kept, key=lambda place: (-len(paths[place]), place)):
        inside = _overlaps_as_regions(children.pop(place, []), names, tree)
        regions.extend(region for region in inside if region not in names)
        region = _place(own.get(place, []), inside)
        if len(inside) == 1:
            regions.remove(inside[0])
        names[region] = place
        regions.append(region)
        parent = next((around for around in paths[place][1:] if around in kept), None)
        children.setdefault(parent, []).append(region)
    outermost = _overlaps_as_regions(children[None], names, tree)
    regions.extend(region for region in outermost if region not in names)
    return [*regions, Region((), (tuple(outermost),))]


def _place(claims: list[Claim], inside: list[Region]) -> Region:
    """Return the region of a place. With one region inside, whatever excludes that excludes the place: they are one."""
    if len(inside) == 1:
        return Region((*claims, *inside[0].claims), inside[0].parts)
    return Region(tuple(claims), (tuple(inside),) if inside else ())


def _overlapping_with_claims(paths: dict[str, tuple[str, ...]], tree: PlaceTree) -> set[str]:
    """Return the places of every overlap of which both sides hold a claim."""
    around = {place for path in paths.values() for place in path}
    return {place for pair in tree.overlapping if pair <= around for place in pair}


def _overlaps_as_regions(siblings: list[Region], names: dict[Region, str], tree: PlaceTree) -> list[Region]:
    """Return the siblings, overlapping ones replaced by one region without a name whose parts exclude one another."""
    by_name = {names[region]: region for region in siblings}
    overlaps: dict[str, set[str]] = {}
    for x, y in tree.overlapping:
        if x in by_name and y in by_name:
            overlaps.setdefault(x, set()).add(y)
            overlaps.setdefault(y, set()).add(x)
    groups = []
    for name in sorted(overlaps):
        parts = _excluding_parts(name, overlaps)
        if parts is not None and name in by_name:
            groups.append(Region((), tuple(tuple(by_name.pop(place) for place in part) for part in parts)))
    return [*by_name.values(), *groups]


def _excluding_parts(name: str, overlaps: dict[str, set[str]]) -> list[list[str]] | None:
    """Return `name` and what it overlaps with, directly or not, in parts that exclude one another.

    Every place overlaps with all places of the other parts and none of its own. Null when there are no such parts
    (A with B, B with C, C with D, and no more): one place may then go on while two that exclude each other take turns
    beside it, so no division of time into parts is exact.
    """
    together = [name]
    for place in together:
        together.extend(sorted(overlaps[place].difference(together)))
    parts: dict[frozenset[str], list[str]] = {}
    for place in together:
        parts.setdefault(frozenset(overlaps[place]), []).append(place)
    exclusive = all(overlapping == set(together).difference(part) for overlapping, part in parts.items())
    return list(parts.values()) if exclusive else None
