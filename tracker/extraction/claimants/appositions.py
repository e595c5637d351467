"""Who stands before what is said of them between commas: "Jane Doe, head of the agency, said"."""

from typing import Final

from tracker.extraction.claimants.claim import has_head
from tracker.extraction.lexicon.nations import CALENDAR
from tracker.extraction.lexicon.speakers import (
    BREAKS,
    DETERMINERS,
    JOINING,
    NAMING,
    PERSONAL,
    PUBLISHED,
    SPEAKERS,
    STRONG_VERBS,
)
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.text.noun_phrases import Range, phrase_before
from tracker.extraction.text.words import Words

TIMES: Final = word_set("day week month year morning evening afternoon night weekend")
_APPOSING: Final = word_set("reporting speaking citing quoting referring writing known who which whose where")
_NOT_DOING: Final = word_set(
    "during morning evening spring nothing something anything everything king building being string"
)
_LONGEST_OFFICE: Final = 6
_LONGEST: Final = 26
"""How many words an apposition may have."""


def before_apposition(words: Words, comma: int) -> Range | None:
    """Return who stands before an apposition that ends at a comma: "Jane Doe, head of the agency, said"."""
    for at in range(comma - 1, max(-1, comma - _LONGEST), -1):
        mark = words[at].text
        if mark in {'"', ";", ":", "."} or words[at].lower in STRONG_VERBS:
            return None
        if mark != words[comma].text or not at or words[at - 1].text in {'"', ","}:
            continue
        phrase = phrase_before(words, at - 1)
        if phrase is not None and words[phrase[1]].lower in CALENDAR | TIMES:
            break
        if phrase is not None and _apposes(words, at + 1, comma):
            outer = before_apposition(words, at) if words[phrase[0]].lower in {"a", "an"} and phrase[0] else None
            if outer is not None:
                return outer  # "Jane Doe, a doctor, based in Homs, said"
            return _name_inside(words, phrase, at + 1, comma - 1) or phrase
        if phrase is None and is_name(words, at + 1, comma - 1) and _of_an_office(words, at):
            return at + 1, comma - 1  # "the head of surgery, Jane Doe, said"
    stray = phrase_before(words, comma - 1) if words[comma].text == "," else None
    return stray if stray is not None and has_head(words, stray) and begins(words, stray[0]) else None


def _name_inside(words: Words, phrase: Range, first: int, last: int) -> Range | None:
    """Return the name that "a monitoring group" is given between commas."""
    inside, described = words[first : last + 1], words[phrase[0] : phrase[1] + 1]
    if not inside or not all(word.capital or word.lower in JOINING | {"the", "and"} for word in inside):
        return None
    if not any(word.capital and word.lower not in {"the", "a"} for word in described[1:]):
        return (first, last) if any(word.capital for word in inside) else None
    office = described[0].lower in {"the", "a", "an"} and any(word.lower in PERSONAL for word in described)
    return (first, last) if office and is_name(words, first, last) else None


def _apposes(words: Words, first: int, end: int) -> bool:
    """Tell whether the words can be an apposition: "31", "a doctor in Homs", "who heads …", "its director"."""
    if first >= end:
        return False
    opening = words[first]
    if opening.lower in {"and", "or"} or _is_listed(words, first, end):
        return False
    if opening.lower in {"in", "via", "through"}:  # "X, in a statement carried by Y, said"
        return any(word.lower in PUBLISHED for word in words[first + 1 : first + 5])
    introduced = opening.lower in DETERMINERS | _APPOSING or opening.text.isdigit() or opening.lower.endswith("ed")
    if introduced or is_doing(words, first) or all(word.capital for word in words[first:end]):
        return True
    inside = {word.lower for word in words[first:end]}
    return bool(inside & (SPEAKERS | {"of", "for"})) and opening.lower not in BREAKS


def _is_listed(words: Words, first: int, end: int) -> bool:
    """Tell whether a list goes on: "the Beni, Oicha and Lume areas", also with a comma before "and"."""
    single = words[first].capital and words[first].lower not in SPEAKERS and first + 1 < end
    return single and words[first + 1].text == "," and any(word.lower == "and" for word in words[first + 2 : end])


def _of_an_office(words: Words, end: int) -> bool:
    """Tell whether an office that we do not know in full stands before a comma: "head of surgery"."""
    near = range(max(0, end - _LONGEST_OFFICE), end - 1)
    return any(words[i].lower in PERSONAL and words[i + 1].lower in {"of", "for"} for i in near) and not any(
        word.text in {",", '"', ";", ":", "."} for word in words[near.start + 2 : end]
    )


def is_doing(words: Words, at: int) -> bool:
    """Tell whether a word can begin what somebody is doing: "refugees fleeing the town", no "killing" behind "the"."""
    doing = words[at].lower.endswith("ing") and not words[at].capital and words[at].lower not in _NOT_DOING
    return doing and not (at and words[at - 1].lower in DETERMINERS | BREAKS)


def begins(words: Words, at: int) -> bool:
    """Tell whether a clause begins at a word."""
    return at == 0 or words[at - 1].text in {",", '"', ";"} or words[at - 1].lower in {"and", "but", "while", "that"}


def is_name(words: Words, first: int, last: int) -> bool:
    """Tell whether the words are somebody's first name and surname."""
    return last > first and all(word.capital and word.lower not in SPEAKERS - NAMING for word in words[first : last + 1])
