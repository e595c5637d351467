"""The places of the gazetteer, found in words however typeset: whatever the case, diacritics, hyphens, apostrophes."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tracker.extraction.text.article import KnownPlace
from tracker.extraction.text.words import Word

_PARTS: Final = re.compile(r"[^\W_]+")
_LONGEST: Final = 8
"""How many parts of a name are looked at; longer names are cut off there."""


@dataclass(frozen=True, slots=True)
class Found:
    """A place found in words: the first and the last word, which place it is, and whether an "s" is added: "Syrias"."""

    first: int
    last: int
    slug: str
    possessive: bool = False


class Gazetteer:
    """The names of known places, by their parts."""

    def __init__(self, places: Sequence[KnownPlace]) -> None:
        self.slugs: dict[tuple[str, ...], str] = {}
        for place in places:
            for name in place.names:
                parts = folded_parts(name)[:_LONGEST]
                if parts:
                    self.slugs.setdefault(parts, place.slug)
        self.possessive = {_with_s(parts): slug for parts, slug in self.slugs.items()}
        self.first_parts = frozenset(parts[0] for parts in (*self.slugs, *self.possessive))

    def find(self, words: Sequence[Word]) -> list[Found]:
        """Return the places named, longest names first, none inside another; a name has a capital letter in it."""
        found: list[Found] = []
        at = 0
        while at < len(words):
            match = self._longest(words, at) if folded_parts(words[at].text)[:1] else None
            if match is None:
                at += 1
            else:
                found.append(match)
                at = match.last + 1
        return found

    def _longest(self, words: Sequence[Word], at: int) -> Found | None:
        parts: tuple[str, ...] = ()
        best: Found | None = None
        capital = False
        for last in range(at, min(at + _LONGEST, len(words))):
            own = folded_parts(words[last].text)
            if not own and words[last].text != "-":
                break
            parts += own
            if parts[0] not in self.first_parts:
                break
            capital = capital or words[last].capital
            slug = self.slugs.get(parts) or self.possessive.get(parts)
            if slug is not None and capital and words[last].text != "-":
                best = Found(at, last, slug, parts not in self.slugs)
        return best


@lru_cache(maxsize=16)
def gazetteer_of(places: tuple[KnownPlace, ...]) -> Gazetteer:
    """Return the gazetteer of the places, made once for all articles that share them."""
    return Gazetteer(places)


@lru_cache(maxsize=8192)
def folded_parts(name: str) -> tuple[str, ...]:
    """Return a name's parts in lower case, without diacritics and apostrophes: "Ma’arrat an-Nu‘mān" → maarrat, an, numan."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’‘ʿʾʼ`´′")
    return tuple(_PARTS.findall(letters))


def _with_s(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the name as it is with the "s" of a possessive whose apostrophe is gone."""
    return (*parts[:-1], parts[-1] + "s")
