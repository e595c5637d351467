"""Claims made with a count: "the army's count stood at 12", "in the words of a survivor", "the rebels at 12"."""

from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from tracker.extraction.claimants.claim import Claim, Side, can_claim
from tracker.extraction.lexicon.speakers import DETERMINERS
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.numbers.words import TENS, UNITS
from tracker.extraction.text.noun_phrases import Range, phrase_after, phrase_before
from tracker.extraction.text.words import Word, Words, matches_at

ACCOUNTS: Final = word_set("account accounts count counts estimate estimates reckoning tally toll figure figures numbers")
"""Nouns of a count, of which somebody is the owner."""
_STANDS: Final = word_set(
    """
    stood stands stand rose rises risen reached reaches climbed climbs grew is was are were now has have had put puts came
    show shows showed suggest suggests suggested indicate indicated indicates
    comes gave gives jumped passed exceeded exceeds listed lists included includes totalled totaled ran runs remains
    """
)
_SHOWS: Final = word_set(
    "show shows showed suggest suggests suggested indicate indicates indicated list lists listed put puts"
)
_VAGUE: Final = word_set("hundred hundreds thousand thousands dozens scores several half")
_BEFORE_WORDS: Final = word_set("words view telling account estimate estimation version reckoning opinion estimates eyes")
_NAMED_TO: Final = word_set("estimate put report conclude say believe state calculate suggest claim count reckon confirm")
_MADE_TO: Final = word_set("led leading prompted prompting allowed allowing caused enabled pushed forced causing")
_ELLIPSIS: Final = 12
"""How many words after one claim "the rebels at 40" can still take up its verb."""


def toll_claims(words: Words) -> Iterator[Claim]:
    """Find the claims made with somebody's count, words or estimate."""
    for at, word in enumerate(words):
        if word.lower in ACCOUNTS and (owner := _owner(words, at)) is not None and _stands(words, at + 1):
            yield Claim(owner[0], owner[1], at + 1, Side.BEHIND)
        elif word.lower in _BEFORE_WORDS and matches_at(words, at + 1, "of") and words[at - 1].lower in {"the", "in", "by"}:
            phrase = phrase_after(words, at + 2)
            if phrase is not None and words[phrase[0]].lower not in {"it", "they"}:
                yield Claim(phrase[0], phrase[1], at, Side.AROUND)
        elif word.lower == "by" and (owner := _owner_alone(words, at)) is not None:
            yield Claim(owner[0], owner[1], at, Side.AROUND)
        elif word.lower == "to" and (subject := _led(words, at)) is not None:
            yield Claim(subject[0], subject[1], at + 1, Side.BEHIND)
        elif word.lower in {"of", "at"} and (rival := _rival(words, at)) is not None:
            yield Claim(rival[0], rival[1], at, Side.BEHIND)


def _owner(words: Words, account: int) -> Range | None:
    """Return whose count it is: "the army's latest count", "a UN tally"."""
    at = account - 1
    while at > 0 and account - at < 4 and not words[at].lower.endswith(("'s", "s'")):  # noqa: PLR2004
        if not words[at].lower.isalpha() or words[at].lower in DETERMINERS:
            break
        at -= 1
    if at >= 0 and words[at].lower.endswith(("'s", "s'")):
        phrase = phrase_before(words, at)
        return phrase if phrase is not None and can_claim(words[phrase[0] : phrase[1] + 1]) else None
    phrase = phrase_before(words, account - 1)
    named = phrase is not None and words[phrase[1]].capital and can_claim(words[phrase[0] : phrase[1] + 1])
    return phrase if named else None


def _stands(words: Words, at: int) -> bool:
    """Tell whether a count is said to stand somewhere, and its owner did not only change it."""
    if at >= len(words) or words[at].lower not in _STANDS:
        return False
    return words[at].lower in _SHOWS or any(
        _is_number(word) for word in takewhile(lambda word: word.lower not in {"and", "but", ";"}, words[at + 1 : at + 8])
    )


def _is_number(word: Word) -> bool:
    lower = word.lower.split("-")[0]
    return word.text[:1].isdigit() or lower in UNITS or lower in TENS or lower in _VAGUE


def _owner_alone(words: Words, by: int) -> Range | None:
    """Return whose count it is where the word is left out or the owner is a pronoun: "by Kyiv's", "by their own count"."""
    if matches_at(words, by + 2, "own") and by + 3 < len(words) and words[by + 3].lower in ACCOUNTS:
        return by + 1, by + 3
    phrase = phrase_after(words, by + 1)
    if phrase is None or not words[phrase[1]].lower.endswith(("'s", "s'")):
        return None
    ends = phrase[1] + 1 >= len(words) or words[phrase[1] + 1].text in {".", ",", ";"}
    counted = any(word.lower in ACCOUNTS for word in words[:by])
    return phrase if ends and counted else None


def _led(words: Words, to: int) -> Range | None:
    """Return whom something led to a claim: "pictures led the agency to estimate"."""
    if to + 1 >= len(words) or words[to + 1].lower not in _NAMED_TO:
        return None
    phrase = phrase_before(words, to - 1)
    led = phrase is not None and phrase[0] > 0 and words[phrase[0] - 1].lower in _MADE_TO
    return phrase if led and phrase is not None and can_claim(words[phrase[0] : phrase[1] + 1]) else None


def _rival(words: Words, preposition: int) -> Range | None:
    """Return the rival of whoever spoke of or put a number before: "…, the rebels at 40", "… and the Americans of 13"."""
    phrase = phrase_before(words, preposition - 1)
    if phrase is None or phrase[0] < 1 or not can_claim(words[phrase[0] : phrase[1] + 1]):
        return None
    if words[phrase[0] - 1].text not in {",", ";"} and words[phrase[0] - 1].lower not in {"and", "while", "but"}:
        return None
    if not any(character.isdigit() for character in words[min(preposition + 1, len(words) - 1)].text):
        return None
    lower = words[preposition].lower
    verbs = {"spoke", "speak", "speaks"} if lower == "of" else {"put", "puts", "places", "placed"}
    start = max(0, phrase[0] - 2 * _ELLIPSIS)
    return phrase if any(word.lower in verbs for word in words[start : phrase[0]]) else None
