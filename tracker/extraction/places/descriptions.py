"""Places without a name: "the besieged district", "a rebel-held village", "the north"."""

from collections.abc import Iterator
from typing import Final

from tracker.extraction.lexicon.nations import CALENDAR
from tracker.extraction.lexicon.places import AT, BESIDE, DIRECTIONS, KINDS, TOWARDS
from tracker.extraction.lexicon.speakers import BREAKS, DETERMINERS, FORERUNNERS, HEADS
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.places.roles import BACK, KINDS_OF_KINDS, STATES, Role, describes, kind_named, role_of
from tracker.extraction.text.words import Word, Words, matches_at, word_behind

_NUMERALS: Final = word_set("one two three four five six seven eight nine ten several many")
_UNKNOWN: Final = 3
"""How many words back "the" may stand before unknown words and the noun."""
_WHICH_QUARTER: Final = word_set("first second third fourth last previous final same current next one three")
_OWN: Final = word_set("their its his her our my")


def described(words: Words) -> Iterator[tuple[int, int, Role]]:
    """Find places without a name: the first and last word of each, and how it stands to the event."""
    for at, word in enumerate(words):
        if word.lower == "abroad" or _is_elsewhere(words, at):
            yield at, at, Role.AT if at else Role.SUBJECT
        elif _is_direction(words, at):
            first = _first(words, at)
            yield first, at, role_of(words, first)
        elif _is_kind(words, at) and not _is_quarter_year(words, at) and not _compound(words, at):
            first = _first(words, at)
            role = _role(words, first, at)
            if first < at and words[first].lower not in _OWN and role is not Role.NONE and not _names_next(words, at + 1):
                yield first, _whole(words, at), role


def _is_kind(words: Words, at: int) -> bool:
    lower = words[at].lower
    half = lower == "half" and at > 0 and words[at - 1].lower in DIRECTIONS
    return (lower in KINDS or half) and not words[at].capital


def _is_elsewhere(words: Words, at: int) -> bool:
    """Tell whether something happened just "elsewhere": not "elsewhere in the city", nor "the fighting elsewhere"."""
    if words[at].lower != "elsewhere" or word_behind(words, at) in AT:
        return False
    return at == 0 or words[at - 1].lower.endswith("ed") or words[at - 1].lower in {"dead", "people", "died"}


def _is_quarter_year(words: Words, at: int) -> bool:
    """Tell whether a quarter is one of the year, or a fourth part: "the first quarter", "a quarter of them"."""
    if words[at].lower not in {"quarter", "quarters"}:
        return False
    near = {word.lower for word in words[max(0, at - 2) : at]}
    return bool(near & _WHICH_QUARTER) or matches_at(words, at - 1, "a", words[at].lower, "of")


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
    if words[at].lower not in BESIDE & DIRECTIONS or not at or words[at].capital:
        return False
    whose = words[_first(words, at)].lower == "the" or words[_first(words, at)].lower.endswith("'s")
    if words[at - 1].lower != "the" and (not whose or word_behind(words, at) == "of"):
        return False  # but "in the desert west of Bora"
    behind = words[at + 1] if at + 1 < len(words) else None
    return behind is None or not (behind.text.isalpha() and behind.lower not in BREAKS | CALENDAR and behind.lower != "and")


def _names_next(words: Words, at: int) -> bool:
    """Tell whether "of" or "called" and a name follow, as in "the town of Douma", where the name is the place."""
    for naming in range(at, min(at + 2, len(words) - 1)):
        if kind_named(words, naming) == at - 1 and words[naming + 1].capital:
            return True
    if not matches_at(words, at, "of") or at + 1 >= len(words):
        return False
    at += 1
    while at < len(words) - 1 and not words[at].capital and describes(words[at]):
        at += 1
    return words[at].capital


def _part_of_description(word: Word) -> bool:
    named = word.capital and word.lower not in AT | TOWARDS | BREAKS
    return describes(word) or named or word.lower in _NUMERALS | KINDS_OF_KINDS or word.lower.endswith("'s")


def _whole(words: Words, at: int) -> int:
    """Return the last word of "eastern parts of the city"."""
    if at + 2 < len(words) and words[at + 1].lower == "of":
        end = at + 2
        while end < len(words) and end - at < BACK and describes(words[end]):
            if words[end].lower in KINDS:
                return end
            end += 1
    return at
