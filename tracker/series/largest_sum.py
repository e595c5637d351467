"""The largest sum of claims of which no two are in conflict: a maximum weight independent set, exact.

Claims are intervals of days at nested places. Neither rule alone is enough: interval scheduling is wrong with nested
places (a place may be counted as a whole in one week and by its towns in the next). So the programme goes over the
regions from the inside out, and for each keeps the best sum inside every stretch of days that the regions around it
leave free.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from heapq import heappop, heappush
from itertools import accumulate, count, islice
from operator import attrgetter

from tracker.series.conflicts import Claim, Conflicts, components
from tracker.series.regions import Region, regions_of


def largest_sum(claims: Iterable[Claim], conflicts: Conflicts) -> frozenset[int]:
    """Return the ids of the figures in the conflict-free set with the largest sum of weights (persons, none negative).

    Of several such sets it is the one that has the smallest id in which they differ, so it is always one and the same,
    and a claim that weighs 0 is in it where it is free. No claims, no ids. Raises KeyError for a place not in the
    tree.
    """
    return frozenset(
        claim.figure
        for component in components(claims, conflicts)
        for claim in _best_first(_with_identity(component), conflicts)
    )


def _with_identity(claims: list[Claim]) -> list[Claim]:
    """Return the claims with a bit of its own below each weight, the smallest id's highest.

    No two sets then have one sum. Sums of such weights compare by weight first and then by the rule for ties, and a
    sum names the claims in it.
    """
    claims = sorted(claims, key=attrgetter("figure"), reverse=True)
    return [replace(claim, weight=claim.weight << len(claims) | 1 << bit) for bit, claim in enumerate(claims)]


def _best_first(claims: list[Claim], conflicts: Conflicts) -> list[Claim]:
    """Return the best set of a component, for the conflicts that regions cannot express too, by branch and bound.

    The programme over the regions gives the best set when those are ignored, so an upper bound. Where its set has such
    a conflict, either the first claim stays out, or all that it excludes do. The highest bound comes first, so the
    first set without conflict is the best. Without such conflicts this is one step.
    """
    bits = {claim.figure: bit for bit, claim in enumerate(claims)}
    open_cases: list[tuple[int, int, list[Claim]]] = []
    order = count()

    def consider(case: list[Claim]) -> None:
        bound = _Programme(regions_of(case, conflicts.tree)).best()
        heappush(open_cases, (-bound, next(order), case))

    consider(claims)
    while True:
        negative_bound, _, case = heappop(open_cases)
        chosen = [claim for claim in case if -negative_bound >> bits[claim.figure] & 1]
        pair = conflicts.outside_the_tree(chosen)
        if pair is None:
            return chosen
        excluded = {claim.figure for claim in conflicts.of(pair[0], case)}
        consider([claim for claim in case if claim.figure != pair[0].figure])
        consider([claim for claim in case if claim.figure not in excluded])


@dataclass(frozen=True, slots=True)
class _Segments:
    """The best sums of one part from each of some first days, `begins`, to each last day of a claim in it.

    `sums[day]` is the column for the last day, by `begins`. `ended[i]` is how many of the region's last days lie before
    `begins[i]`.
    """

    begins: list[int]
    ended: list[int]
    sums: dict[int, tuple[int, ...]]


class _Programme:
    """The dynamic programme over regions given from the inside out.

    `begins[region]` are the first days from which the regions around it may leave it free, each moved on to the next
    first day of a claim in it. `rows[region]` has a row for each: the best sum of claims from that day to each of the
    region's last days, behind a 0 for none of them.
    """

    def __init__(self, regions: list[Region]) -> None:
        self._regions = regions
        self._begins = {regions[-1]: regions[-1].starts[:1]}
        self._rows: dict[Region, list[list[int]]] = {}

    def best(self) -> int:
        """Return the best sum of the last region over all days."""
        begins_of_parts: dict[tuple[Region, int], list[int]] = {}
        for region in reversed(self._regions):
            for number, part in enumerate(region.parts):
                begins = _begins_of_part(region, number, self._begins[region])
                begins_of_parts[region, number] = begins
                self._begins |= {inner: _moved_on(begins, inner.starts) for inner in part}
        for region in self._regions:
            segments = [
                self._segments(region, part, begins_of_parts[region, number]) for number, part in enumerate(region.parts)
            ]
            ending: dict[int, list[Claim]] = {}
            for claim in region.claims:
                ending.setdefault(claim.last, []).append(claim)
            self._rows[region] = [_row(region, begin, ending, segments) for begin in self._begins[region]]
        return self._rows[self._regions[-1]][0][-1]

    def _segments(self, region: Region, part: tuple[Region, ...], begins: list[int]) -> _Segments:
        """Add up the rows of disjoint regions and forget them: nothing else asks for them."""
        ends = sorted(set().union(*(inner.ends for inner in part)))
        rows = []
        for begin in begins:
            steps = dict.fromkeys(ends, 0)
            for inner in part:
                number = bisect_left(self._begins[inner], begin)
                if number < len(self._begins[inner]):
                    row = self._rows[inner][number]
                    for end, before, after in zip(inner.ends, row, islice(row, 1, None), strict=False):
                        steps[end] += after - before
            rows.append(list(accumulate(steps.values())))
        for inner in part:
            del self._rows[inner]
        ended = [bisect_left(region.ends, begin) for begin in begins]
        columns = zip(*rows, strict=True) if rows else ()
        return _Segments(begins, ended, dict(zip(ends, columns, strict=bool(rows))))


@dataclass(slots=True)
class _Openings:
    """The days, so far in one row, from which a segment of a part is worth beginning.

    `numbers` are theirs among the part's begins. Worth it are only days before which the best sum grew (`values`), and
    not by a segment of the same part: that segment going on is at least as good as ending it and beginning another.
    """

    part: _Segments
    following: int
    numbers: list[int] = field(default_factory=list)
    values: list[int] = field(default_factory=list)

    def best(self, day: int, best: list[int], made_by: "list[_Openings | None]") -> int:
        """Return the best sum that ends with a segment up to this day, and 0 if none ends on it."""
        part = self.part
        while self.following < len(part.begins) and part.begins[self.following] <= day:
            ended = part.ended[self.following]
            if not self.values or (best[ended] > self.values[-1] and made_by[ended] is not self):
                self.numbers.append(self.following)
                self.values.append(best[ended])
            self.following += 1
        if not self.numbers or day not in part.sums:
            return 0
        column = part.sums[day]
        return max(value + column[number] for value, number in zip(self.values, self.numbers, strict=True))


def _row(region: Region, begin: int, ending: dict[int, list[Claim]], segments: list[_Segments]) -> list[int]:
    """Return the best sums of a region from its first day `begin` to each of its last days, behind a 0.

    The best up to a day either has nothing that ends on it, or ends with a claim of the region's own after the best up
    to its first day, or with a segment of a part after the best up to where that began.
    """
    ends = region.ends
    skipped = bisect_left(ends, begin)
    best = [0] * (skipped + 1)
    made_by: list[_Openings | None] = [None] * (skipped + 1)
    openings = [_Openings(part, bisect_left(part.begins, begin)) for part in segments]
    for day in islice(ends, skipped, None):
        most, maker = best[-1], made_by[-1]
        for claim in ending.get(day, ()):
            if claim.first >= begin and (value := best[bisect_left(ends, claim.first)] + claim.weight) > most:
                most, maker = value, None
        for opening in openings:
            if (value := opening.best(day, best, made_by)) > most:
                most, maker = value, opening
        best.append(most)
        made_by.append(maker)
    return best


def _begins_of_part(region: Region, number: int, begins: list[int]) -> list[int]:
    """Return the days on which a segment of a part may begin: the region's, and the day after anything it excludes."""
    if not begins:
        return []
    others = [other for index, part in enumerate(region.parts) if index != number for other in part]
    ends = {claim.last for claim in region.claims}.union(*(other.ends for other in others))
    days = {*begins, *(end + 1 for end in ends if end >= begins[0])}
    return _moved_on(days, sorted(set().union(*(inner.starts for inner in region.parts[number]))))


def _moved_on(days: Iterable[int], starts: list[int]) -> list[int]:
    """Return the days moved on to the next of `starts`, sorted and distinct; those after the last are left out."""
    numbers = {bisect_left(starts, day) for day in days}
    return [starts[number] for number in sorted(numbers) if number < len(starts)]
