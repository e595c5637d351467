"""The reader's question: read from the address, shown as a form and as chips that take one part of it away."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import BadRequest
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from tracker.models.published import PublishedFigureQuerySet
from tracker.published.filters import NOT_STATED, BadFilter, FigureFilter, figures_for, source_choices
from tracker.published.places import in_order, places_with_figures

CHECKED = ("indicator", "group", "status", "quantifier", "accumulation", "unit")
"""The filters of which several values may be ticked, in the order of the form."""

CHOSEN = ("place", "attributed_to", "publisher", "party", "repeats")
"""The filters of which one value is chosen from a list."""


@dataclass(frozen=True, slots=True)
class Option:
    """One value that a filter can have."""

    value: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter of the form, with its values."""

    name: str
    label: str
    options: list[Option]

    @property
    def chosen(self) -> list[Option]:
        """The values asked for."""
        return [option for option in self.options if option.chosen]


@dataclass(frozen=True, slots=True)
class Chip:
    """One part of the question in words, and the query string without it."""

    label: str
    text: str
    query_without: str


def asked_for(request: HttpRequest, *, also: Iterable[str] = ()) -> tuple[PublishedFigureQuerySet, FigureFilter]:
    """Return the figures that the address asks for. Raises BadRequest, which becomes a page with the reason."""
    try:
        return figures_for(request.GET, also=also)
    except BadFilter as error:
        raise BadRequest(str(error)) from error


def filters_of(query: QueryDict, *, place: str | None = None) -> str:
    """Return the question as a query string, of one place where given, without page, order and what was left empty."""
    kept = QueryDict(mutable=True)
    if place is not None:
        kept["place"] = place
    for name, values in query.lists():
        if name in FigureFilter.base_filters:
            kept.setlist(name, [value for value in values if value])
    return kept.urlencode()


def checked_facets(question: FigureFilter) -> list[Facet]:
    """Return the filters to tick."""
    return [_facet(question, name, question.form.fields[name].choices) for name in CHECKED]


def chosen_facets(question: FigureFilter) -> list[Facet]:
    """Return the filters to choose from a list, those with public figures only: three queries."""
    nodes = in_order(places_with_figures())
    choices = {
        "place": [(node.place.slug, "\u2003" * node.depth + node.place.name) for node in nodes],
        "attributed_to": source_choices("attributed_to"),
        "publisher": [(NOT_STATED, _("Not stated")), *source_choices("publisher")],
    }
    fields = question.form.fields
    return [_facet(question, name, choices[name] if name in choices else fields[name].choices) for name in CHOSEN]


def chips(question: FigureFilter, facets: Iterable[Facet]) -> list[Chip]:
    """Return what was asked for, part by part, in the words of the form where it has some."""
    words = {(facet.name, option.value): option.text.strip() for facet in facets for option in facet.options}
    found = []
    for name, values in question.data.lists():
        for value in values if name in question.base_filters else ():
            if value:
                rest = question.data.copy()
                rest.setlist(name, [other for other in values if other != value])
                text = words.get((name, value), value)
                found.append(Chip(str(question.base_filters[name].label), text, filters_of(rest)))
    return found


def _facet(question: FigureFilter, name: str, choices: Iterable[tuple[str, str]]) -> Facet:
    asked = question.data.getlist(name)
    options = [Option(str(value), str(text), str(value) in asked) for value, text in choices if value]
    return Facet(name, str(question.base_filters[name].label), options)
