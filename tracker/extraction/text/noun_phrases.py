"""Who is meant beside a verb of claiming: the noun phrase before it or behind it, without a parser."""

import re
from typing import Final

from tracker.extraction.lexicon.nations import CALENDAR
from tracker.extraction.lexicon.places import KINDS
from tracker.extraction.lexicon.speakers import (
    BREAKS,
    DETERMINERS,
    FORERUNNERS,
    JOINING,
    NAMING,
    PRONOUNS,
    QUANTITIES,
    SEATED,
    SKIPPED,
    SPEAKERS,
)
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.text.words import Word, Words, matches_at

MAX_WORDS: Final = 24
_UNKNOWN: Final = 4
"""How many unknown words may stand between "the" and the noun: "the well respected local baker"."""

_PLURALS: Final = frozenset(word for word in SPEAKERS if word.endswith("s") and not word.endswith("ss")) | {
    "police",
    "media",
}
"""What needs no "the": "officials said"."""
_WHERE: Final = word_set("area border city company conflict country district enclave province region town village war")
"""Where "and" begins something new: "… in the city and local officials said"."""
_VERBAL: Final = ("ed", "ing")
_COMPOUND: Final = re.compile(
    r"[a-z]+-(?:based|run|backed|owned|led|affiliated|linked|controlled|appointed|aligned|held|funded|born)$"
)
_OPENERS: Final = BREAKS | SKIPPED | word_set("and but or yet nor moreover furthermore additionally elsewhere")

Range = tuple[int, int]


def phrase_before(words: Words, last: int) -> Range | None:
    """Return the first and last word of the noun phrase that ends at `last`; null when nobody stands there."""
    at = _before_bracket(words, last)
    if at < 0:
        return None
    if words[at].lower in PRONOUNS:
        return at, at
    first = _walk_back(words, at)
    while first is not None and first <= at and words[first].lower in JOINING | {"and", "&", ","}:
        first += 1
    if first is None or first > at:
        return None
    counted = first > 0 and words[first - 1].lower in QUANTITIES | {"both"} and words[first].lower not in DETERMINERS
    return first - counted, last


def _before_bracket(words: Words, last: int) -> int:
    """Return the word before an acronym in brackets: "… for Human Rights (SOHR)"."""
    if last >= 0 and words[last].text == ")":
        opening = next((i for i in range(last, max(-1, last - 6), -1) if words[i].text == "("), None)
        return -1 if opening is None else opening - 1
    return last


def _walk_back(words: Words, last: int) -> int | None:
    first: int | None = None
    at = last
    while at >= 0 and last - at < MAX_WORDS:
        word = words[at]
        if word.lower == "the" and at and words[at - 1].text == "Save":
            first, at = at - 1, at - 1  # "Save the Children" is a name
        elif word.lower in DETERMINERS:
            first = at
            joined = _joined_before(words, at)
            if joined is None:
                return first
            at = joined
        elif _in_phrase(word) and not (at == 0 and _is_opener(word)):
            first, at = at, at - 1
        elif first is not None and _goes_back(words, at):
            at -= 1
            if words[at].lower in KINDS:
                first, at = at, at - 1  # "of the nearby town of"
        else:
            complete = first is not None and _needs_no_determiner(words, first, last)
            determiner = None if complete else _determiner_near(words, at)
            if determiner is None:
                return first
            at = determiner
    return first


def _needs_no_determiner(words: Words, first: int, last: int) -> bool:
    return words[first].capital or any(word.lower in _PLURALS for word in words[first : last + 1])


def _goes_back(words: Words, at: int) -> bool:
    """Tell whether the phrase goes on before "of", "for", "and"."""
    if words[at].lower in {"and", "&"}:
        return _listed(words, at)
    return words[at].lower in JOINING and at > 0 and _joins_back(words, at)


def _joins_back(words: Words, at: int) -> bool:
    """Tell whether the preposition at `at` is inside a name: "officials in Homs", "Association for Aid"."""
    before = words[at - 1]
    if before.lower in KINDS and words[at].lower == "of" and not before.capital:
        near = range(max(0, at - _UNKNOWN - 2), at - 1)
        return any(words[i].lower in SPEAKERS and words[i + 1].lower in JOINING for i in near)  # "mayor of the town of"
    return before.lower in SPEAKERS or (before.capital and words[at + 1].capital and words[at].lower in {"of", "for"})


def _joined_before(words: Words, determiner: int) -> int | None:
    """Return where to read on before "the": at the head of "head of the …", or of "residents and a …"."""
    before = determiner - 1
    if before < 1:
        return None
    if words[before].lower in JOINING and words[before - 1].lower in SPEAKERS:
        return before - 1
    if words[before].lower == "of" and words[before - 1].capital and words[determiner + 1].capital:
        return before - 1  # "Colonel Jane Doe of the Kachin Army"
    if words[before].lower == "and" and words[before - 1].lower in SPEAKERS:
        return before - 1
    return None


def _listed(words: Words, conjunction: int) -> bool:
    """Tell whether what stands before "and" is a claimant too: "state media and activists", "Chad and Sudan" first."""
    before = words[conjunction - 1] if conjunction else None
    if before is None:
        return False
    if before.lower in SPEAKERS or before.lower in FORERUNNERS - _WHERE:
        return True
    start = conjunction - 1
    while start > 0 and words[start - 1].capital:
        start -= 1
    return before.capital and (start == 0 or words[start - 1].text in ',"')


def _determiner_near(words: Words, at: int) -> int | None:
    """Return the "the" that a noun phrase of unknown words begins with, if there is one close by."""
    for i in range(at, max(-1, at - _UNKNOWN), -1):
        lower = words[i].lower
        if lower in DETERMINERS or (lower in QUANTITIES and i < at):
            return i
        if (
            not (lower.removesuffix("'s") if i < at else lower).replace("-", "").isalpha()
            or lower in BREAKS | {"and", "or"}
            or (i < at and lower.endswith(_VERBAL) and "-" not in lower)
        ):
            return None
    return None


def _in_phrase(word: Word) -> bool:
    lower = word.lower
    if word.capital:
        return True
    return lower in SPEAKERS or lower in FORERUNNERS or bool(_COMPOUND.match(lower)) or lower.endswith(("'s", "s'"))


def _is_opener(word: Word) -> bool:
    return word.lower in _OPENERS or (word.lower.endswith("ly") and word.lower not in SPEAKERS | FORERUNNERS)


def phrase_after(words: Words, first: int) -> Range | None:
    """Return the first and last word of the noun phrase that begins at `first`; null when nobody stands there."""
    if first >= len(words):
        return None
    if words[first].lower in PRONOUNS - {"we", "i"}:
        return first, first
    at = first + 1 if words[first].lower in {"both", "to"} else first
    if matches_at(words, at, "save", "the") and words[at].capital and at + 2 < len(words):
        return at, at + 2
    last = _walk_on(words, at)
    return None if last is None else (at, _with_bracket(words, last))


def _walk_on(words: Words, begin: int) -> int | None:
    """Return the last word of the noun phrase from `begin` on."""
    at, last, unknown = begin, -1, 0
    while at < len(words) and at - begin < MAX_WORDS:
        if words[at].lower in DETERMINERS and last < begin and not unknown:
            at += 1
        elif _goes_on(words, at, last):
            last, at = at, at + 1
        elif begin <= last == at - 1 and (joined := _joined_behind(words, at)) is not None:
            last, at = joined, joined + 1
        elif unknown < _UNKNOWN and _may_be_unknown(words, at, begin, last):
            unknown, at = unknown + 1, at + 1
        else:
            break
    if last >= begin:
        return last
    return at - 1 if unknown and words[begin].lower in DETERMINERS else None


def _joined_behind(words: Words, at: int) -> int | None:
    """Return the word behind "of", "for", "and" with which the phrase goes on; null when it does not."""
    if not _joins(words, at):
        return None
    at += 1
    at += at < len(words) and words[at].lower in DETERMINERS
    return at if _goes_on(words, at, -1) else None


def _goes_on(words: Words, at: int, last: int) -> bool:
    """Tell whether the word at `at` belongs to the phrase whose last word so far is `last` (−1: none)."""
    if at >= len(words):
        return False
    word = words[at]
    if not _in_phrase(word) or (word.capital and word.lower in BREAKS and not matches_at(words, at, "without", "borders")):
        return False
    if word.capital and last >= 0 and not words[last].capital:
        before = words[last].lower
        return before in NAMING or before in FORERUNNERS or before.endswith("'s") or bool(_COMPOUND.match(before))
    return True


def _joins(words: Words, at: int) -> bool:
    """Tell whether "of", "for", "and" … goes on with the same phrase: "Ministry of Health", "officials in the town"."""
    lower, before = words[at].lower, words[at - 1]
    if lower == "and":
        return before.capital or before.lower in SPEAKERS or _both_kinds(words, at)
    if lower not in JOINING:
        return False
    if before.capital:
        return lower in {"of", "for"} or (lower == "in" and before.lower in SEATED)
    return before.lower in SPEAKERS


def _both_kinds(words: Words, conjunction: int) -> bool:
    """Tell whether two kinds of the same are joined: "security and local sources"."""
    at = conjunction + 1
    at += at < len(words) and words[at].lower in FORERUNNERS - SPEAKERS
    return words[conjunction - 1].lower in FORERUNNERS and at < len(words) and words[at].lower in SPEAKERS


def _may_be_unknown(words: Words, at: int, begin: int, last: int) -> bool:
    word = words[at]
    if last >= begin or words[begin].lower not in DETERMINERS:
        return False
    return word.lower.replace("-", "").isalpha() and word.lower not in BREAKS and word.lower not in CALENDAR


def _with_bracket(words: Words, last: int) -> int:
    if last + 3 < len(words) and words[last + 1].text == "(" and words[last + 2].capital and words[last + 3].text == ")":
        return last + 3
    return last
