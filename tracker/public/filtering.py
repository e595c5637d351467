"""The reader's question: read from the address, shown as a form and as chips that take one part of it away."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.core.exceptions import BadRequest
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from tracker.models.published import PublishedFigureQuerySet
from tracker.published.facets import facet_counts
from tracker.published.filters import NOT_STATED, BadFilter, FigureFilter, figures_for, without_empty

CHECKED = ("indicator", "group", "status", "quantifier", "accumulation", "unit")
"""The filters of which several values may be ticked, in the order of the form."""

CHOSEN = ("place", "attributed_to", "publisher", "party", "repeats")
"""The filters of which one value is chosen from a list."""

EVERY = (*CHECKED, *CHOSEN, "undated")
"""The filters whose values are counted: all but the words and the period."""

ORDER = ("sort",)
"""What the question's address says of the order; downloads have one of their own."""


@dataclass(frozen=True, slots=True)
class Option:
    """One value that a filter can have. `count` is how many figures it would show, under all other filters in force."""

    value: str
    text: str
    chosen: bool
    count: int | None = None


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
    """One part of the question in words, and the query string without it. `only` where its filter has no other part."""

    name: str
    label: str
    text: str
    query_without: str
    only: bool


def asked_for(request: HttpRequest, *, also: Iterable[str] = ()) -> tuple[PublishedFigureQuerySet, FigureFilter]:
    """Return the figures that the address asks for. Raises BadRequest, which becomes a page with the reason."""
    try:
        return figures_for(request.GET, also=also)
    except BadFilter as error:
        raise BadRequest(str(error)) from error


def shareable(request: HttpRequest) -> str | None:
    """Return the address without what a form's reader left empty; null where nothing was."""
    if all(value for _name, values in request.GET.lists() for value in values):
        return None
    kept = without_empty(request.GET).urlencode()
    return f"{request.path}?{kept}" if kept else request.path


def filters_of(query: QueryDict, *, place: str | None = None, also: Iterable[str] = ()) -> str:
    """Return the question as a query string, of one place where given, without page, order and what was left empty.

    `also` names what is to stay besides the filters.
    """
    kept = QueryDict(mutable=True)
    if place is not None:
        kept["place"] = place
    for name, values in without_empty(query).lists():
        if name in FigureFilter.base_filters or name in also:
            kept.setlist(name, values)
    return kept.urlencode()


def facets_of(question: FigureFilter, names: Iterable[str], *, within: Iterable[str] | None = None) -> list[Facet]:
    """Return these filters with the values that would show figures, and how many, within these places where given.

    A value that was asked for stays though it shows none, so that it can be taken away. Three queries at most.
    """
    wanted = tuple(names)
    counts = facet_counts(question, wanted, within=within)
    sources = sorted(counts.sources.items(), key=lambda source: source[1].casefold())
    choices = {
        "place": [(node.place.slug, "\u2003" * node.depth + node.place.name) for node in counts.places],
        "attributed_to": sources,
        "publisher": [(NOT_STATED, _("Not stated")), *sources],
    }
    fields = question.form.fields
    return [
        _counted(_facet(question, name, choices[name] if name in choices else fields[name].choices), counts.numbers[name])
        for name in wanted
    ]


def chips(question: FigureFilter, facets: Iterable[Facet]) -> list[Chip]:
    """Return what was asked for, part by part, in the words of the form where it has some; without one the order stays."""
    words = {(facet.name, option.value): option.text.strip() for facet in facets for option in facet.options}
    found = []
    for name, values in question.data.lists():
        for value in values if name in question.base_filters else ():
            rest = question.data.copy()
            rest.setlist(name, [other for other in values if other != value])
            text = words.get((name, value), value)
            label = str(question.base_filters[name].label)
            found.append(Chip(name, label, text, filters_of(rest, also=ORDER), only=len(values) == 1))
    return found


def _facet(question: FigureFilter, name: str, choices: Iterable[tuple[str, str]]) -> Facet:
    asked = question.data.getlist(name)
    words = {str(value): str(text) for value, text in choices if value}
    words |= {value: value for value in asked if value not in words}
    options = [Option(value, text, value in asked) for value, text in words.items() if value]
    return Facet(name, str(question.base_filters[name].label), options)


def _counted(facet: Facet, numbers: Counter[str]) -> Facet:
    options = [replace(option, count=numbers[option.value]) for option in facet.options]
    return replace(facet, options=[option for option in options if option.count or option.chosen])
