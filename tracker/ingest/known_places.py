"""The gazetteer without a database: the places of fixtures/places.toml."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Final

from tracker.environment import CHECKOUT
from tracker.extraction.text.article import KnownPlace

PLACES: Final = CHECKOUT / "fixtures" / "places.toml"


@cache
def places_of_file(path: Path = PLACES) -> tuple[KnownPlace, ...]:
    """Return the places that the file lists, each with its names in English."""
    with path.open("rb") as file:
        places = tomllib.load(file)["place"]
    return tuple(KnownPlace(place["slug"], (place["name"], *place.get("aliases", []))) for place in places)
