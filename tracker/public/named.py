"""Places and sources that are called what somebody searched for: the sentences of their figures need not name them."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from tracker.models import Place
from tracker.published.filters import FigureFilter, sources_in
from tracker.published.places import in_order, places_with_figures

SHORTEST = 3
"""Letters: fewer are in too many names."""

MOST = 5


@dataclass(frozen=True, slots=True)
class Named:
    """A place, claimant or publisher, with the question for its figures."""

    label: str
    name: str
    query: str


def named(words: str) -> list[Named]:
    """Return the places and sources with public figures whose name has these words, at most five. Four queries."""
    part = _plain(words.strip("\"' "))
    if len(part) < SHORTEST:
        return []
    return [*_places(part), *_sources(part)][:MOST]


def _places(part: str) -> Iterator[Named]:
    for node in in_order(places_with_figures()):
        if any(part in _plain(name) for name in _names(node.place)):
            yield _named("place", node.place.slug, node.place.name)


def _names(place: Place) -> list[str]:
    return [place.name, place.name_ar, *place.aliases]


def _sources(part: str) -> Iterator[Named]:
    for column in ("attributed_to", "publisher"):
        for slug, name in sources_in(column):
            if part in _plain(name):
                yield _named(column, slug, name)


def _plain(name: str) -> str:
    """Return a name as people type it: without case, accents and vowel signs, so that "Dūmā" and "دُوما" find Douma."""
    parts = unicodedata.normalize("NFKD", name.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def _named(filter_: str, slug: str, name: str) -> Named:
    return Named(str(FigureFilter.base_filters[filter_].label), name, urlencode({filter_: slug}))
