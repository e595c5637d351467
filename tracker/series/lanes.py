"""Lanes that keep apart the marks of one chart that share a day."""

from collections.abc import Iterable
from dataclasses import replace
from heapq import heappop, heappush
from operator import attrgetter

from tracker.series.marks import DrawnAs, Mark


def in_lanes(marks: Iterable[Mark]) -> list[Mark]:
    """Return the marks by id, each bar and span in the lowest lane (0, 1, …) that is free on its first day.

    Bars and spans have lanes of their own; no two of one kind share both a lane and a day (days are closed). This is
    greedy interval partitioning: it needs the fewest lanes. Points and marks without a date stay in lane 0.
    """
    marks = sorted(marks, key=attrgetter("figure"))
    lanes = _lanes(marks, DrawnAs.BAR) | _lanes(marks, DrawnAs.SPAN)
    return [replace(mark, lane=lanes.get(mark.figure, 0)) for mark in marks]


def _lanes(marks: list[Mark], kind: DrawnAs) -> dict[int, int]:
    taken = sorted((*days, mark.figure) for mark in marks if mark.drawn_as == kind and (days := mark.days) is not None)
    lanes: dict[int, int] = {}
    free: list[int] = []
    busy: list[tuple[int, int]] = []
    for first, last, figure in taken:
        while busy and busy[0][0] < first.toordinal():
            heappush(free, heappop(busy)[1])
        lane = heappop(free) if free else len(busy)
        heappush(busy, (last.toordinal(), lane))
        lanes[figure] = lane
    return lanes
