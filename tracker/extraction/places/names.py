"""Capitalised names in a sentence that can be places, and those that the gazetteer knows."""

from dataclasses import dataclass
from typing import Final

from tracker.extraction.lexicon.nations import COUNTRIES, SIDES, is_country, is_people
from tracker.extraction.lexicon.places import JOINED_NAMES, KINDS, NO_PLACE, STRIKES
from tracker.extraction.lexicon.speakers import BREAKS, DETERMINERS, HEADS, NAMING, SKIPPED
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.places.gazetteer import Found, Gazetteer
from tracker.extraction.text.words import Words, matches_at, word_behind

_INNER: Final = word_set("al el de la du e ad as an ar bin")
_OPENERS: Final = BREAKS | DETERMINERS | SKIPPED | frozenset(["and", "but", "or"])
_LABELS: Final = word_set(
    """
    update food health total totals shelter note source sources water nutrition protection education casualties
    background summary highlights photo video watch context overview access fatalities deaths injuries toll breaking
    correction logistics security needs response displacement returns injured wounded dead killed missing refugees idps
    result strength status location cause conflict date place commanders losses
    """
)
"""What stands before a colon at the start of a sentence and is no place."""
_BODIES: Final = HEADS - KINDS - {"centre", "center", "hospital", "hospitals", "palace", "head"}
"""Nouns of those who speak, in a name: "Aleppo Media Office" is no place, "Civic Centre" may be one."""
_NAMES_WITH_S: Final = frozenset({"cox's", "people's", "king's", "st'"})
"""What a name goes on behind: "Cox's Bazar"."""
_FIRST_WORDS: Final = frozenset(name.split()[0] for name in COUNTRIES)
_STATE_FORMS: Final = word_set("republic kingdom federation emirate sultanate union")
_COUNTRY_WORDS: Final = 5


@dataclass(frozen=True, slots=True)
class Name:
    """A name from its first to its last word; `slug` is null where the gazetteer does not know it."""

    first: int
    last: int
    slug: str | None
    possessive: bool = False


def names_in(words: Words, gazetteer: Gazetteer) -> list[Name]:
    """Return the names in order: known places and countries, and other capitalised names that nothing speaks against."""
    known = {found.first: found for found in gazetteer.find(words)}
    names: list[Name] = []
    at = 0
    while at < len(words):
        if at in known:
            found = known[at]
            if not _part_of_a_body(words, found.last):
                names.append(Name(found.first, found.last, found.slug, found.possessive))
            at = found.last + 1
        elif words[at].lower in _OPENERS:
            at += 1
        elif (last := _country_at(words, at)) is not None:
            if not _part_of_a_body(words, last):
                names.append(Name(at, last, None, is_possessive(words, at, last)))
            at = last + 1
        elif words[at].capital:
            last = _run_end(words, at, known)
            name = _cleaned(words, at, last)
            if name is not None:
                names.append(name)
            at = last + 1
        else:
            at += 1
    return names


def _country_at(words: Words, at: int) -> int | None:
    """Return the last word of a country's name that begins here: "South Sudan", "Syria's"."""
    opening = words[at].lower.removesuffix("'s")
    if not words[at].capital or not {opening, opening.removesuffix("s")} & _FIRST_WORDS:
        return None
    for last in range(min(at + _COUNTRY_WORDS, len(words)) - 1, at - 1, -1):
        name = " ".join(word.text for word in words[at : last + 1])
        if words[last].capital and is_country(name):
            return last
    return None


def is_possessive(words: Words, first: int, last: int) -> bool:
    """Tell whether a country's name has an "s" added, with or without an apostrophe."""
    name = " ".join(word.text for word in words[first : last + 1])
    return name.lower() not in COUNTRIES and name.lower().removeprefix("the ") not in COUNTRIES


def _part_of_a_body(words: Words, last: int) -> bool:
    """Tell whether a place is only part of a name: "Aleppo Media Center", "Iraq Body Count"."""
    behind = words[last + 1] if last + 1 < len(words) else None
    if behind is None or words[last].lower.endswith("'s"):
        return False
    further = words[last + 2] if last + 2 < len(words) else None
    return behind.capital and (
        behind.lower in NO_PLACE | HEADS or (further is not None and further.capital and further.lower in HEADS)
    )


def _run_end(words: Words, at: int, known: dict[int, Found]) -> int:
    """Return the last word of the capitalised run that begins here; a possessive or a known place ends it."""
    last = at
    while last + 1 < len(words) and (not words[last].lower.endswith("'s") or words[last].lower in _NAMES_WITH_S):
        behind = words[last + 1]
        if _goes_on_behind_and(words, last):
            last += 2
            continue
        if last + 1 in known or _country_at(words, last + 1) is not None:
            break
        if behind.capital:
            last += 1
        elif behind.lower in _INNER and last + 2 < len(words) and words[last + 2].capital:
            last += 2
        else:
            break
    return last


def _goes_on_behind_and(words: Words, last: int) -> bool:
    """Tell whether "and" is part of the name: "Jammu and Kashmir"."""
    three = [word.lower.removesuffix("'s") for word in words[last : last + 3]]
    return " ".join(three) in JOINED_NAMES


def _cleaned(words: Words, first: int, last: int) -> Name | None:
    """Return a run as the name of a place; null where a word of it says that it is something else."""
    while last > first and (is_people(words[last].text) or words[last].lower in STRIKES):
        last -= 1
    while first <= last and (is_people(words[first].text) or (_opens(words, first) and _common(words, first, last))):
        first += 1
    run = words[first : last + 1]
    dateline = first == 0 and last + 1 < len(words) and words[last + 1].text in {",", "("}  # "GORI, Georgia (Agency) -"
    if _opens(words, first) and _is_heading(words, first, last):
        return None
    if len(run) == 1 and run[0].lower in KINDS | _STATE_FORMS and (word_behind(words, last) == "of" or _opens(words, first)):
        return None  # "the Territory of Beni", "Streets were empty"
    if (
        not run
        or any(_no_place(word.lower) for word in run if word.text != "and")
        or (_acronym(run[0].text, len(run)) and not dateline)
    ):
        return None
    before = words[first - 1].lower if first else ""
    return None if before in NAMING or before in {"said", "told"} else Name(first, last, None)


def _no_place(lower: str) -> bool:
    bare = lower.removesuffix("'s").removesuffix("'")
    return bare in NO_PLACE or bare in SIDES or bare in _BODIES


def _acronym(text: str, words_in_run: int) -> bool:
    return words_in_run == 1 and text.isupper() and len(text) <= 5  # noqa: PLR2004 - UNHCR, not a city in capitals


def _opens(words: Words, at: int) -> bool:
    """Tell whether a sentence or a list item begins here, where any word has a capital letter."""
    return at == 0 or (at == 1 and not words[0].text.isalnum())


def _is_heading(words: Words, first: int, last: int) -> bool:
    """Tell whether the words are a heading in capitals before a colon, not the name of a place: "VILLAGE EMPTIED: …"."""
    labels = last > first and words[last].text.isupper() and matches_at(words, last + 1, ":")
    return labels and (words[first].lower in KINDS or words[last].lower.endswith(("ed", "ing")))


def _common(words: Words, first: int, last: int) -> bool:
    """Tell whether the only word of a run that opens a sentence is more likely a common word than a name."""
    if last > first or words[first].lower.endswith("'s"):
        return False
    behind = words[first + 1] if first + 1 < len(words) else None
    if behind is not None and behind.text in {":", "(", ","}:
        return words[first].lower in _LABELS or words[first].text[-1].isdigit() or words[first].lower.endswith(("ed", "ing"))
    return behind is None or behind.lower not in KINDS | {"was", "were", "has", "came"}
