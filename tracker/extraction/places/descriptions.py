"""Places without a name: "the besieged district", "a rebel-held village", "the north"."""

from collections.abc import Iterator
from typing import Final

from tracker.extraction.lexicon.nations import CALENDAR
from tracker.extraction.lexicon.places import AT, BESIDE, DIRECTIONS, KINDS, TOWARDS
from tracker.extraction.lexicon.speakers import BREAKS, DETERMINERS, FORERUNNERS, HEADS
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.places.roles import BACK, STATES, Role, describes, role_of
from tracker.extraction.text.words import Word, Words, matches_at

_NUMERALS: Final = word_set("one two three four five six seven eight nine ten several many")
_UNKNOWN: Final = 3
"""How many words back "the" may stand before unknown words and the noun."""
_OWN: Final = word_set("their its his her our my")


def described(words: Words) -> Iterator[tuple[int, int, Role]]:
    """Find places without a name: the first and last word of each, and how it stands to the event."""
    for at, word in enumerate(words):
        if word.lower == "abroad":
            yield at, at, Role.AT
        elif _is_direction(words, at):
            yield at - 1, at, role_of(words, at - 1)
        elif _is_kind(words, at) and not _compound(words, at):
            first = _first(words, at)
            role = _role(words, first, at)
            if first < at and words[first].lower not in _OWN and role is not Role.NONE and not _names_next(words, at + 1):
                yield first, _whole(words, at), role


def _is_kind(words: Words, at: int) -> bool:
    lower = words[at].lower
    half = lower == "half" and at > 0 and words[at - 1].lower in DIRECTIONS
    return (lower in KINDS or half) and not words[at].capital


def _compound(words: Words, at: int) -> bool:
    """Tell whether the word only describes the next: "city officials", "border police"."""
    return at + 1 < len(words) and words[at + 1].lower in HEADS | KINDS | FORERUNNERS and not words[at + 1].capital


def _first(words: Words, at: int) -> int:
    first = at
    while first and at - first < BACK and _part_of_description(words[first - 1]):
        first -= 1
    if words[first].lower in DETERMINERS | _NUMERALS:
        return first
    return _past_unknown(words, first)


def _past_unknown(words: Words, first: int) -> int:
    """Return where a description begins that has a word or two we do not know: "the breakaway capital"."""
    for begin in range(first - 1, max(-1, first - 1 - _UNKNOWN), -1):
        lower = words[begin].lower
        if lower in DETERMINERS | _NUMERALS:
            return begin
        if not lower.replace("-", "").isalpha() or lower in BREAKS | HEADS | AT | TOWARDS | {"and", "or", "of"}:
            return first
    return first


def _role(words: Words, first: int, at: int) -> Role:
    role = role_of(words, first)
    aside = at + 3 < len(words) and words[at + 1].text == words[at + 3].text == ","
    behind = at + (4 if aside else 1)  # "the stadium, meanwhile, holds"
    if role is Role.NONE and words[first].lower == "the" and behind < len(words) and words[behind].lower in STATES:
        return Role.SUBJECT
    return role


def _is_direction(words: Words, at: int) -> bool:
    """Tell whether the word is a part of the country by itself: "in the north"."""
    if words[at].lower not in BESIDE & DIRECTIONS or not at or words[at - 1].lower != "the" or words[at].capital:
        return False
    behind = words[at + 1] if at + 1 < len(words) else None
    return behind is None or not (behind.text.isalpha() and behind.lower not in BREAKS | CALENDAR and behind.lower != "and")


def _names_next(words: Words, at: int) -> bool:
    """Tell whether "of" and a name follow, as in "the town of Douma", where the name is the place."""
    if not matches_at(words, at, "of") or at + 1 >= len(words):
        return False
    at += 1
    while at < len(words) - 1 and not words[at].capital and describes(words[at]):
        at += 1
    return words[at].capital


def _part_of_description(word: Word) -> bool:
    named = word.capital and word.lower not in AT | TOWARDS | BREAKS
    return describes(word) or named or word.lower in _NUMERALS or word.lower.endswith("'s")


def _whole(words: Words, at: int) -> int:
    """Return the last word of "eastern parts of the city"."""
    if at + 2 < len(words) and words[at + 1].lower == "of":
        end = at + 2
        while end < len(words) and end - at < BACK and describes(words[end]):
            if words[end].lower in KINDS:
                return end
            end += 1
    return at
