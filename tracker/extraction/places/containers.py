"""Which of two places beside each other lies in the other: "Douma in Ghouta", "Kenya's capital, Nairobi"."""

from dataclasses import replace
from typing import Final

from tracker.extraction.lexicon.nations import is_people
from tracker.extraction.lexicon.places import FACILITIES, KINDS, MODIFIERS, VAGUE_KINDS
from tracker.extraction.lexicon.speakers import DETERMINERS
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.places.candidate import Candidate
from tracker.extraction.places.roles import BACK, DISTANCES, Role
from tracker.extraction.text.words import Words

_INSIDE: Final = word_set("in near outside of inside within")
PARTS: Final = word_set("area district districts neighborhood neighborhoods neighbourhood neighbourhoods quarter")
"""Kinds of which a town has several."""
_NEW_CLAUSE: Final = word_set("and or but while when where who which that after before")


def with_containers(words: Words, found: list[Candidate]) -> list[Candidate]:
    """Mark of two places in a chain the one that the other lies in: "Douma in Ghouta", "Kenya's capital, Nairobi"."""
    marked = list(found)
    for i in range(len(found) - 1):
        first, second = marked[i], found[i + 1]
        between = [word.lower for word in words[first.last + 1 : second.first]]
        if _measured_from(first, second, between):
            marked[i + 1] = replace(second, container=True)
            continue
        if _narrowed(words, first, second, between):
            marked[i] = replace(first, container=True)
            continue
        if (
            (words[first.last].lower in VAGUE_KINDS and not first.named)
            or len(between) > BACK
            or not all(_links(word) for word in between)
        ):
            continue
        possessive = _possesses(words, first, between)
        if possessive and second.role is Role.NONE:
            marked[i + 1] = second = replace(second, role=first.role)
        if possessive and words[second.last].lower in FACILITIES:
            marked[i + 1] = replace(second, container=True)
        elif possessive or _leads_to(words, first, second, between) or _in_facility(words, first, second, between):
            marked[i] = replace(first, container=True)
        elif (first.named and (_INSIDE & set(between) or _is_part(first, second, between))) or (
            second.country and not first.country
        ):
            marked[i + 1] = replace(second, container=True)
    return marked


def _measured_from(first: Candidate, second: Candidate, between: list[str]) -> bool:
    """Tell whether the second place only says how far away the first is: "Bora, 40 km north of the city of Gao"."""
    measured = bool(DISTANCES & set(between)) and any(word[0].isdigit() for word in between)
    return measured and first.named and second.role is Role.BESIDE and first.role is not Role.NONE


def _narrowed(words: Words, first: Candidate, second: Candidate, between: list[str]) -> bool:
    """Tell whether a country is told of more closely in the same breath: "in Mali in an attack by gunmen in Bora"."""
    if not (first.country and first.role is Role.AT and second.role is Role.AT and not second.country and second.named):
        return False
    plain = all(word.isalpha() or "-" in word for word in between) and not _NEW_CLAUSE & set(between)
    return plain and between[:1] == ["in"] and words[second.first - 1].lower in {"in", "on", "at", "near"}


def _possesses(words: Words, first: Candidate, between: list[str]) -> bool:
    """Tell whether the second place is the first one's: "Syria's Idlib", "Syrias northern Idlib"."""
    beside = first.named and all("-" in word or word in MODIFIERS for word in between)
    return words[first.last].lower.endswith("'s") or (beside and (first.country or first.possessive))


def _leads_to(words: Words, first: Candidate, second: Candidate, between: list[str]) -> bool:
    """Tell whether the second place lies in the first: "the capital, Kabul", "the outskirts of X, in Y"."""
    if first.country and not second.country:
        return True
    if between[-1:] == ["of"] and between[0] in KINDS:
        return not _is_part(first, second, between)
    return ("capital" in between and not _INSIDE & set(between)) or _is_beside(words, first)


def _is_part(first: Candidate, second: Candidate, between: list[str]) -> bool:
    """Tell whether the first place is part of a town: "the Zahra district of Homs", no "Homs district of Zahra"."""
    part = between[-1:] == ["of"] and between[0] in PARTS and first.named and first.role is not Role.NONE
    return part and (first.slug is None or second.slug is not None)


def _in_facility(words: Words, first: Candidate, second: Candidate, between: list[str]) -> bool:
    """Tell whether a building is told of by the place around it: "the Omar school in the camp"."""
    around = second.named and not second.country and "in" in between and not {"suburbs", "outskirts"} & set(between)
    return words[first.last].lower in FACILITIES and around


def _is_beside(words: Words, candidate: Candidate) -> bool:
    before = {word.lower for word in words[max(0, candidate.first - 4) : candidate.first]}
    return bool(before & {"outskirts", "edge"}) and candidate.role is not Role.NONE


def _links(word: str) -> bool:
    return (
        word in {",", "in", "near", "of", "outside", "inside", "within", "'", "also", "just", "(", "on"}
        or word in DETERMINERS
        or word in MODIFIERS
        or word in KINDS
        or is_people(word)
        or "-" in word
    )
