"""How many figures each value of each filter would show, counted under all the other filters in force."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from django.db.models import BooleanField, Count, ExpressionWrapper, Q

from tracker.models import Place, PublishedFigure, Source
from tracker.models.published import PublishedFigureQuerySet
from tracker.published.filters import EVERYONE, NOT_STATED, UNDATED, FigureFilter, overlapping
from tracker.published.places import PlaceNode, in_order, trees
from tracker.published.searching import matching
from tracker.vocabulary import Status

COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "indicator": ("indicator",),
    "group": ("group",),
    "status": ("status",),
    "quantifier": ("quantifier",),
    "accumulation": ("accumulation",),
    "unit": ("unit",),
    "place": ("place_slug",),
    "attributed_to": ("attributed_to",),
    "publisher": ("publisher",),
    "party": ("claimant_is_party", "confidential"),
    "repeats": ("is_repeat",),
    "undated": ("is_undated", "in_period"),
}
"""What each filter reads of a row; `is_repeat`, `is_undated` and `in_period` are worked out in the query."""

ALWAYS: Final[dict[str, frozenset[str]]] = {
    "status": frozenset({Status.PROVISIONAL, Status.VERIFIED}),
    "undated": frozenset({"in period"}),
}
"""What is asked for when nothing is: no retracted figures, and none outside the period where one is given."""

Values = tuple[str, ...]
Reading = Callable[..., Values]
Group = tuple[tuple[Any, ...], int]
"""What figures have in common in the columns of some filters, and how many of them there are."""


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """Numbers by filter and value. `sources` are names by slug.

    `places` are those with such figures, outer ones first, and the one asked for though it has none.
    """

    numbers: Mapping[str, Counter[str]]
    sources: Mapping[str, str]
    places: list[PlaceNode]


def facet_counts(question: FigureFilter, names: Iterable[str], *, within: Iterable[str] | None = None) -> FacetCounts:
    """Count the values of these filters, within these places (slugs) where given.

    One query counts the figures that are alike in every filter concerned; what speaks against such a group is then seen
    filter by filter. One more query each for places and for the names of sources, where they are concerned.
    """
    asked = {name: frozenset(filter(None, question.data.getlist(name))) for name in COLUMNS}
    asked["undated"] |= ALWAYS["undated"]
    asked["status"] = asked["status"] or ALWAYS["status"]
    wanted = tuple(names)
    concerned = tuple(name for name in COLUMNS if name in wanted or asked[name])
    groups = _groups(question, concerned, within)
    places = list(Place.objects.order_by("name")) if "place" in concerned else []
    slugs = _slugs_of_sources(groups, concerned)
    numbers = _numbers(groups, concerned, asked, _readings(places, slugs))
    found = in_order(trees(places, numbers["place"])) if "place" in wanted else []
    asked_for = [PlaceNode(place) for place in places if place.slug in asked["place"] and place.confirmed]
    found += [node for node in asked_for if not numbers["place"][node.place.slug]]
    return FacetCounts({name: numbers[name] for name in wanted}, {slug: name for name, slug in slugs.items()}, found)


def _groups(question: FigureFilter, concerned: Iterable[str], within: Iterable[str] | None) -> list[Group]:
    """Return the groups of all figures that the question's words find, retracted ones included."""
    figures = PublishedFigure.objects.all()
    if within is not None:
        figures = figures.filter(place_slug__in=within)
    if words := question.form.cleaned_data["q"]:
        figures = matching(figures, words)
    figures = _worked_out(figures, question)
    rows = figures.order_by().values_list(*_columns(concerned)).annotate(number=Count("*"))
    return [(row[:-1], row[-1]) for row in rows]


def _worked_out(figures: PublishedFigureQuerySet, question: FigureFilter) -> PublishedFigureQuerySet:
    start, end = (question.form.cleaned_data[side] for side in ("from", "to"))
    conditions = {"is_repeat": Q(repeat_of__isnull=False), "is_undated": UNDATED, "in_period": overlapping(start, end)}
    return figures.annotate(**{name: ExpressionWrapper(condition, BooleanField()) for name, condition in conditions.items()})


def _columns(concerned: Iterable[str]) -> list[str]:
    return [column for name in concerned for column in COLUMNS[name]]


def _numbers(
    groups: Iterable[Group], concerned: tuple[str, ...], asked: Mapping[str, frozenset[str]], readings: Mapping[str, Reading]
) -> dict[str, Counter[str]]:
    """Return the numbers by filter and value: a group counts for a filter if no other filter speaks against it."""
    numbers: dict[str, Counter[str]] = {name: Counter() for name in concerned}
    ends = _ends(concerned)
    for columns, number in groups:
        values = {name: readings[name](*columns[start:end]) for name, (start, end) in ends.items()}
        against = [name for name in concerned if asked[name] and asked[name].isdisjoint(values[name])]
        for name in concerned if not against else against if len(against) == 1 else ():
            for value in values[name]:
                numbers[name][value] += number
    return numbers


def _ends(concerned: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Return which columns of a group belong to which filter."""
    ends, done = {}, 0
    for name in concerned:
        ends[name] = (done, done + len(COLUMNS[name]))
        done = ends[name][1]
    return ends


def _slugs_of_sources(groups: Iterable[Group], concerned: tuple[str, ...]) -> dict[str, str]:
    """Return the slugs of the sources in these groups, by the unique names that the view carries."""
    ends = _ends(concerned)
    starts = [ends[name][0] for name in ("attributed_to", "publisher") if name in ends]
    names = {columns[start] for columns, _number in groups for start in starts}
    return dict(Source.objects.filter(name__in=names).order_by("name").values_list("name", "slug")) if starts else {}


def _readings(places: Iterable[Place], slugs: Mapping[str, str]) -> dict[str, Reading]:
    """Return how each filter reads its columns: as the values under which a row is found."""
    around = _around(places)
    readings: dict[str, Reading] = {
        "group": lambda group: (group or EVERYONE,),
        "place": lambda slug: around[slug],
        "attributed_to": lambda name: (slugs[name],) if name in slugs else (),
        "publisher": lambda name: (slugs[name],) if name in slugs else (NOT_STATED,) if name else (),
        "party": lambda is_party, confidential: ("true",) if is_party else () if confidential else ("false",),
        "repeats": lambda is_repeat: ("1",) if is_repeat else ("1", "0"),
        "undated": lambda undated, in_period: (*(["1"] if undated else []), *(["in period"] if in_period else [])),
    }
    return {name: cache(readings.get(name, lambda code: (code,))) for name in COLUMNS}


def _around(places: Iterable[Place]) -> dict[str, Values]:
    """Return each place's slug with those of the places it lies in."""
    by_id = {place.pk: place for place in places}

    def outwards(place: Place) -> Values:
        outer = by_id.get(place.parent_id or 0)
        return (place.slug, *(outwards(outer) if outer else ()))

    return {place.slug: outwards(place) for place in by_id.values()}
