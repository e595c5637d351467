"""The places that a sentence names or describes: "Homs", "the besieged town", with how they stand to the event."""

from dataclasses import replace
from functools import lru_cache
from typing import Final

from tracker.extraction.claimants.claim import Claim
from tracker.extraction.claimants.claims import claims_in
from tracker.extraction.lexicon.nations import is_country
from tracker.extraction.lexicon.places import DIRECTIONS, KINDS, REACHED, VAGUE_KINDS
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.places.candidate import Candidate
from tracker.extraction.places.containers import with_containers
from tracker.extraction.places.descriptions import described
from tracker.extraction.places.gazetteer import Gazetteer, folded_parts
from tracker.extraction.places.names import Name, names_in
from tracker.extraction.places.roles import Role, kind_behind, role_beside, role_of
from tracker.extraction.places.tellers import told_from
from tracker.extraction.text.noun_phrases import Range
from tracker.extraction.text.words import Words, words_of

_PART_OF: Final = word_set(
    """
    suburb suburbs countryside neighborhood neighborhoods neighbourhood neighbourhoods outskirts border camp camps
    district districts province governorate airport base side part parts quarter quarters county oblast raion state
    """
)
"""Behind a name these make another place of it: "Damascus suburb" is not Damascus."""
_OTHER_THAN: Final = word_set(
    "suburb suburbs countryside outskirts district districts province governorate county oblast raion"
)
"""The same before "of" and a name."""
_ON_THE_SPOT: Final = word_set(
    """
    hospital hospitals clinic clinics morgue morgues doctor doctors medic medics nurse nurses surgeon surgeons mayor
    governor rescuers paramedics police elders priest imam pastor
    """
)
"""Who tells of what came to them where they are: "doctors in Kabul"."""
_HOSTING: Final = word_set("host hosts hosted hosting shelters sheltering sheltered housing received absorbed taken")
_LOCALS: Final = word_set("residents villagers locals survivors witnesses neighbours neighbors elders")
"""Who tells of the place where they live: "residents of Bora"."""


@lru_cache(maxsize=512)
def candidates_in(text: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Return the places of a passage in order, without those that are part of who claims something."""
    words, claims = words_of(text), claims_in(text)
    claimants = [_claimant(claim) for claim in claims if not _of_locals(words, claim)]
    there = [_claimant(claim) for claim in claims if _is_there(words, claim)]
    found: list[Candidate] = []
    for name in names_in(words, gazetteer):
        elsewhere = told_from(words, name, claims)
        inside = any(first <= name.first <= last for first, last in claimants)
        if inside and _hosts(words, name, claims):
            found.append(Candidate(name.first, name.last, name.slug, True, Role.SUBJECT, True))
        if elsewhere or (inside and not any(first <= name.first <= last for first, last in there)):
            continue
        candidate = _candidate(words, name, found[-1] if found else None)
        if candidate is not None and candidate.slug is not None and not candidate.country:
            candidate = replace(candidate, slug=_slug(words, name, gazetteer))
        if candidate is not None and (not inside or candidate.role in {Role.AT, Role.REACHED, Role.SUBJECT}):
            found.append(replace(candidate, told=inside))
    for first, last, role in described(words):
        inside = any(start <= last <= end for start, end in claimants)
        if not inside and not any(other.first <= last and first <= other.last for other in found):
            found.append(Candidate(first, last, None, named=False, role=role))
    return tuple(with_containers(words, sorted(found, key=lambda candidate: candidate.first)))


def _claimant(claim: Claim) -> Range:
    """Return from where to where a claimant and what is said of them reaches: "Jane Doe, a nurse in Homs, said"."""
    return min(claim.first, claim.verb + 1), max(claim.last, claim.verb - 1)


def _of_locals(words: Words, claim: Claim) -> bool:
    return any(word.lower in _LOCALS for word in words[claim.first : claim.last + 1])


def _hosts(words: Words, name: Name, claims: tuple[Claim, ...]) -> bool:
    """Tell whether a state says whom it shelters itself: "Turkey said it was hosting 80,000"."""
    verb = next((claim.verb for claim in claims if (claim.first, claim.last) == (name.first, name.last)), None)
    if verb is None or not is_country(" ".join(word.text for word in words[name.first : name.last + 1])):
        return False
    behind = {word.lower for word in words[verb + 1 : verb + 7]}
    return "it" in behind and bool(behind & _HOSTING)


def _is_there(words: Words, claim: Claim) -> bool:
    """Tell whether a claimant tells of what came to them where they are: "doctors in Kabul", "a priest who reached Bor"."""
    first, last = _claimant(claim)
    inside = {word.lower for word in words[first : last + 1]}
    return bool(inside & _ON_THE_SPOT) or bool(inside & REACHED and "who" in inside)


def _candidate(words: Words, name: Name, before: Candidate | None) -> Candidate | None:
    """Return a name as a place; null where nothing around it says that it is one."""
    country = is_country(" ".join(word.text for word in words[name.first : name.last + 1]))
    role = role_of(words, name.first)
    if role is Role.NONE:
        listed = before is not None and before.role is not Role.NONE and _listed(words, before, name)
        role = before.role if before is not None and listed else role_beside(words, name, country=country)
    if country and role is Role.NONE and not name.possessive:
        return None  # "Turkey opened its border": a state that acts
    of_a_kind = words[name.last].lower in KINDS - VAGUE_KINDS and name.last > name.first
    if name.slug is None and not country and not of_a_kind and role is Role.NONE and not kind_behind(words, name.last):
        return None
    return _extended(words, Candidate(name.first, name.last, name.slug, True, role, country, possessive=name.possessive))


def _slug(words: Words, name: Name, gazetteer: Gazetteer) -> str | None:
    """Return which known place it is: of "the province of Homs" the province, not the town; of a suburb none."""
    kind = words[name.first - 2].lower if name.first > 1 and words[name.first - 1].lower == "of" else ""
    if kind not in _OTHER_THAN:
        return name.slug
    parts = tuple(part for word in words[name.first : name.last + 1] for part in folded_parts(word.text))
    return gazetteer.slugs.get((*parts, kind))


def _listed(words: Words, before: Candidate, name: Name) -> bool:
    """Tell whether a name goes on with a list of places: "Homs, Hama and Idlib"."""
    between = [word.lower for word in words[before.last + 1 : name.first]]
    if not between or len(between) > 3 or not set(between) <= {",", "and", "or", "the"}:  # noqa: PLR2004
        return False
    behind = words[name.last + 1].lower if name.last + 1 < len(words) else "."
    return {"and", "or"} & set(between) != set() or behind in {",", "and", "or"}


def _extended(words: Words, candidate: Candidate) -> Candidate:
    """Return the place with its direction and kind, "rural Homs", "Homs province": other places than Homs."""
    first, last, slug = candidate.first, candidate.last, candidate.slug
    if first and words[first - 1].lower in DIRECTIONS:
        first, slug = first - 1, slug if candidate.country else None
        if first > 1 and words[first - 1].lower == "and" and words[first - 2].lower in DIRECTIONS:
            first -= 2
    kinds = kind_behind(words, last)
    if kinds:
        last += kinds
        slug = None if words[last].lower in _PART_OF else slug
    return replace(candidate, first=first, last=last, slug=slug)
