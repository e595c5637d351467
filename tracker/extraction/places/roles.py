"""How a place stands to what happened: by the preposition, the verb or the words around its name."""

from enum import Enum
from typing import Final

from tracker.extraction.lexicon.nations import is_country, is_people
from tracker.extraction.lexicon.places import (
    AT,
    ATTACHED,
    BESIDE,
    DIRECTIONS,
    EVENTS,
    FACILITIES,
    KINDS,
    LEFT,
    MODIFIERS,
    OPENING_OF,
    REACHED,
    TOWARDS,
)
from tracker.extraction.lexicon.speakers import DETERMINERS, HEADS
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.places.names import Name
from tracker.extraction.text.words import Word, Words, word_behind


class Role(Enum):
    """How a place stands to what happened."""

    AT = "at"
    FROM = "from"
    TOWARDS = "towards"
    REACHED = "reached"
    SUBJECT = "subject"
    BESIDE = "beside"
    NONE = "none"


KINDS_OF_KINDS: Final = word_set(
    "air refugee displacement military naval industrial bus railway train detention concentration internment filtration"
    " transit army"
)
"""Words that say what kind of base, camp or station it is."""
DISTANCES: Final = word_set("km kilometres kilometers miles mile kilometre kilometer metres meters")
_FOUGHT: Final = word_set("battle battles fight struggle offensive assault push fighting")
"""Before "for" and a place: "the battle for Marawi"."""
_UNEARTHED: Final = word_set("exhumed recovered retrieved unearthed pulled dug removed collected found")
_LOSSES: Final = word_set("dead toll massacre siege casualties victims deaths battle")
"""Behind a name these make a place of it that nothing else says is one: "Gaza dead"."""
_STRUCK_BEFORE: Final = word_set("was were is has came comes")
_STRUCK: Final = word_set(
    "shelled bombed besieged bombarded pounded stormed overrun recaptured encircled surrounded raided rocked flattened fire"
    " attack"
)
"""What happens to towns, not to persons: "Kherson was shelled"."""
_STATES_DEEDS: Final = word_set(
    """
    attack attacks airstrike airstrikes assault blockade bomb bombing bombings bombardment offensive raid raids shelling
    strike strikes siege
    """
)
"""What a state does in another's land: "Turkey's offensive" was not in Turkey."""
_BOUND: Final = word_set("left bound headed departed leaving heading set leave")
_CALLED: Final = word_set("called named dubbed")
_NOWHERE: Final = word_set(
    """
    hands orders forces ranks eyes words terms talks interests hopes days weeks months years troops names views
    """
)
"""Plurals that no place is: "in the hands of"."""
STATES: Final = word_set(
    "hosts hosted holds held houses shelters received receives saw is was are were faces faced suffered remains remained"
    " came bore has had"
)
"""Verbs whose subject is where something is: "Yemen faces …", "the town was …"."""
_ROLES: Final[dict[str, Role]] = {
    **dict.fromkeys(REACHED, Role.REACHED),
    **dict.fromkeys(AT, Role.AT),
    **dict.fromkeys(TOWARDS, Role.TOWARDS),
    **dict.fromkeys({*LEFT, "from"}, Role.FROM),
    **dict.fromkeys(BESIDE, Role.BESIDE),
}
"""The role that a preposition or verb gives to what follows; what stands further down wins."""
BACK: Final = 7
"""How many words of description are read before a place."""


def role_of(words: Words, first: int) -> Role:
    """Return how a place stands to the event, by the preposition or verb before it and its description."""
    at = first - 1
    while at >= 0 and first - at <= BACK and (describes(words[at]) or _joins_directions(words, at)):
        at -= 1
    if at < 0:
        return Role.NONE
    if (kind := kind_named(words, at)) is not None:
        return role_of(words, kind)
    lower, before = words[at].lower, words[at - 1].lower if at else ""
    if lower in {"of", "from"} and before in DISTANCES:
        return Role.BESIDE
    if lower == "of":
        return _of(words, at)
    if lower in TOWARDS and before in ATTACHED:
        return Role.NONE
    return _by_noun_or_verb(words, at, first) or _ROLES.get(lower, Role.NONE)


def kind_named(words: Words, at: int) -> int | None:
    """Return the kind of place that a name follows with "called": "an area called Bora", "a village known as Bora"."""
    kind = at - 1 - (words[at].lower == "as" and at > 1 and words[at - 1].lower == "known")
    naming = words[at].lower in _CALLED or kind == at - 2
    return kind if naming and kind >= 0 and words[kind].lower in KINDS else None


def _by_noun_or_verb(words: Words, at: int, first: int) -> Role | None:
    """Return the role where "for" and "from" take it from what stands before them: "the battle for", "exhumed from"."""
    lower = words[at].lower
    if lower == "for" and at and words[at - 1].lower in _FOUGHT:
        return Role.AT
    if lower == "for" and words[first].capital and _BOUND & {word.lower for word in words[max(0, at - 4) : at]}:
        return Role.TOWARDS
    return Role.AT if lower == "from" and _taken_out(words, at) else None


def _joins_directions(words: Words, at: int) -> bool:
    """Tell whether it is the "and" of "southern and eastern Lebanon"."""
    return words[at].lower == "and" and at > 0 and words[at - 1].lower in DIRECTIONS and words[at + 1].lower in DIRECTIONS


def _taken_out(words: Words, preposition: int) -> bool:
    """Tell whether bodies came to light there: "bodies were exhumed from the park"."""
    return any(word.lower in _UNEARTHED for word in words[max(0, preposition - 3) : preposition])


def role_beside(words: Words, name: Name, *, country: bool) -> Role:
    """Return how a place stands to the event that no preposition ties it to."""
    first, last = name.first, name.last
    if first <= 1 and (_is_label(words, last) or _opens_dateline(words, last)):
        return Role.AT
    if first and words[first - 1].lower == "by" and last + 1 < len(words) and words[last + 1].lower in {"with", "("}:
        return Role.SUBJECT  # "followed by Anbar with 12"
    if first > 1 and words[first - 1].text == "," and words[first - 2].lower in KINDS:
        role = role_of(words, first - 1)  # "the Afghan capital, Kabul"
        return Role.SUBJECT if role is Role.NONE else role
    kinds = kind_behind(words, last)
    named_part = last > first and words[first].lower in DIRECTIONS  # "South Kordofan"
    known = name.slug is not None or country or named_part or words[last].lower in KINDS or kinds > 0
    if country and name.possessive and word_behind(words, last) in _STATES_DEEDS:
        return Role.NONE
    return _role_ahead(words, last + kinds, known=known)


def _is_label(words: Words, last: int) -> bool:
    """Tell whether what begins the sentence is a label: "Juba: 16 held", "Tyre (Lebanon): ten dead"."""
    at = last + 1 + (last + 1 < len(words) and words[last + 1].lower in KINDS)
    if at + 3 < len(words) and words[at].text == "(" and words[at + 2].text == ")":
        at += 3
    return at < len(words) - 1 and words[at].text == ":"


def _opens_dateline(words: Words, last: int) -> bool:
    ahead = words[last + 1 : last + 10]
    bracket = next((i for i, word in enumerate(ahead[:-1]) if word.text == ")"), None)
    agency = bracket is not None and ahead[bracket + 1].text in {"-", "—", "–"}
    return agency or any(word.text in {"—", "–"} for word in ahead[:3])


def _role_ahead(words: Words, last: int, *, known: bool) -> Role:
    """Return how a place stands to the event by what follows it: "the Kabul blast", "Syria's war", "Yemen is …"."""
    ahead = [word.lower for word in words[last + 1 : last + 4]]
    if (known or words[last].lower.endswith("'s")) and any(word in EVENTS for word in ahead[:2]):
        return Role.AT
    if words[last].lower.endswith("'s") and ahead and ahead[0].removesuffix("s") in FACILITIES:
        return Role.SUBJECT  # "Tigray's hospitals"
    if ahead and ahead[0] in _LOSSES:
        return Role.AT
    if len(ahead) > 1 and ahead[0] in _STRUCK_BEFORE and _STRUCK & set(ahead[1:]):
        return Role.SUBJECT
    if len(ahead) > 2 and ahead[0] == "(" and ahead[1][:1].isdigit() and (known or ahead[2] != ")"):  # noqa: PLR2004
        return Role.SUBJECT  # "Homs (12 dead)", but an age in "Jane Doe (45)"
    return Role.SUBJECT if known and ahead and ahead[0] in STATES else Role.NONE


def _of(words: Words, at: int) -> Role:
    if at < 1 or words[at - 1].lower not in OPENING_OF | {"out"}:
        return Role.AT if _in_plural_of(words, at) else Role.NONE
    before = words[at - 1].lower
    if before == "out":
        return Role.FROM
    if before in BESIDE:
        return Role.BESIDE
    if before in KINDS or before in {"edge", "heart", "centre", "center", "most", "much", "all", "half", "streets"}:
        outer = role_of(words, at - 1)
        return outer if outer is not Role.NONE else Role.AT
    return Role.AT


def _in_plural_of(words: Words, at: int) -> bool:
    """Tell whether it is "in the ruins of", "on the hills of", whatever the noun; "in the hands of" nobody lives."""
    noun = words[at - 1].lower
    if at < 3 or not noun.endswith("s") or noun in _NOWHERE or words[at - 2].lower not in DETERMINERS:  # noqa: PLR2004
        return False
    return words[at - 3].lower in AT


def describes(word: Word) -> bool:
    """Tell whether a word can stand between a preposition and a place: "the besieged Syrian city"."""
    lower = word.lower
    if lower in DETERMINERS or lower in MODIFIERS or lower in KINDS:
        return True
    return is_people(lower) or ("-" in lower and not word.capital) or (lower.endswith("'s") and word.capital)


def kind_behind(words: Words, last: int) -> int:
    """Return how many words behind a name say what kind of place it is: "Homs province" one, "Hama air base" two."""
    at = last + 1
    if at + 1 < len(words) and words[at].lower in KINDS_OF_KINDS and words[at + 1].lower in KINDS:
        return 2
    if at >= len(words) or words[at].lower.removesuffix("'s") not in KINDS - {"side", "part", "base"}:
        return 0
    if at + 1 < len(words) and words[at + 1].lower == "of":
        return int(_lies_in(words, at + 2))
    return int(at + 1 >= len(words) or words[at + 1].lower not in HEADS)


def _lies_in(words: Words, at: int) -> bool:
    """Tell whether the words behind "of" are where the place lies: "Diffa region of south-eastern Niger"."""
    return at < len(words) and (words[at].lower in DIRECTIONS or is_country(words[at].text))
