"""The switches of a place page: status, group and claimant, as a form that keeps the rest of the question."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.http import HttpRequest

from tracker.public.filtering import Chip, Facet, chips, facets_of
from tracker.published.filters import FigureFilter
from tracker.vocabulary import Status

SWITCHES = ("status", "group", "attributed_to")


@dataclass(frozen=True, slots=True)
class Switches:
    """The values to tick (status, group) and to choose from (claimant), each with its count, and what was asked besides.

    `others` are the parts of the question that these switches do not change; the form sends them along.
    """

    ticked: list[Facet]
    claimants: Facet
    others: list[tuple[str, str]]
    chips: list[Chip]

    @property
    def in_words(self) -> str:
        """What was asked for, in one line; empty where nothing was."""
        return "; ".join(f"{chip.label}: {chip.text}" for chip in self.chips)


def switches_of(request: HttpRequest, question: FigureFilter, places: Sequence[str]) -> Switches:
    """Return the switches for the figures of these places, with the counts that each value would show: two queries."""
    status, group, claimants = facets = facets_of(question, SWITCHES, within=places)
    status = replace(status, options=[option for option in status.options if option.value != Status.RETRACTED])
    others = [(name, value) for name, values in request.GET.lists() if name not in SWITCHES for value in values if value]
    return Switches([status, group], claimants, others, chips(question, facets))
