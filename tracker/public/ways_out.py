"""When no figure matches: which one part of the question to take away, and how many figures would then be shown."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict

from tracker.public.filtering import ORDER, Chip
from tracker.published.filters import FigureFilter, figures_for

TRIED = 8
"""How many parts are tried: a query each, and only where nothing was found."""


@dataclass(frozen=True, slots=True)
class WayOut:
    """A part of the question, and how many figures there are without it."""

    chip: Chip
    number: int


def ways_out(question: FigureFilter, chips: Iterable[Chip]) -> list[WayOut]:
    """Return the parts without which there are figures, those that leave the fewest others first.

    One of several values of a filter is no way out: without it there is less, not more.
    """
    alone = [chip for chip in chips if chip.only][:TRIED]
    found = [WayOut(chip, figures_for(QueryDict(chip.query_without), also=ORDER)[0].count()) for chip in alone]
    return sorted((way for way in found if way.number), key=lambda way: way.number)
