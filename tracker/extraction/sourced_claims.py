"""Claims made without a verb of saying: "according to the UN", "figures from the ministry", "UN: 12 dead"."""

from collections.abc import Iterator, Sequence
from typing import Final

from tracker.extraction.claim import Claim, Side, can_claim
from tracker.extraction.noun_phrases import Range, Words, phrase_after, phrase_before
from tracker.extraction.speakers import BARE_VERBS, DETERMINERS, FORERUNNERS, HEADS, PUBLISHED, SKIPPED, WEAK_VERBS
from tracker.extraction.word_sets import word_set
from tracker.extraction.words import Word, matches_at

_COMPILED: Final = word_set(
    """
    compiled released published issued provided documented verified recorded confirmed cited quoted reported
    estimated contained registered given collected gathered supplied listed counted tallied collated kept maintained
    """
)
_OF_PEOPLE: Final = word_set("compiled documented verified recorded confirmed reported estimated registered tallied")
_ACCOUNTS: Final = word_set("account accounts count estimate estimates reckoning tally")
_HEADING: Final = 7
"""How many words the claimant of a heading may have."""


def sourced_claims(words: Words) -> Iterator[Claim]:
    """Find the claims made without a verb of saying."""
    yield from _according(words)
    yield from _published(words)
    yield from _headed(words)


def _according(words: Words) -> Iterator[Claim]:
    for at, word in enumerate(words):
        if (word.lower == "according" and matches_at(words, at + 1, "to")) or (
            word.lower == "as" and matches_at(words, at + 1, "per")
        ):
            phrase = _source(words, at + 2)
        elif word.lower == "per" and at + 1 < len(words) and can_claim(words[at + 1 : at + 2]):
            phrase = phrase_after(words, at + 1)
        elif word.lower == "by" and _account(words, at) is not None:
            phrase = _account(words, at)
        elif word.lower == "citing":
            phrase = _source(words, at + 1)
        elif word.lower in _COMPILED and matches_at(words, at + 1, "by") and _of_numbers(words, at):
            phrase = phrase_after(words, at + 2)
        else:
            continue
        if phrase is not None and can_claim(words[phrase[0] : phrase[1] + 1]):
            yield Claim(phrase[0], phrase[1], at, Side.AROUND)


def _account(words: Words, at: int) -> Range | None:
    """Return whose account it is: "by the army's account", "by the ministry's count"."""
    phrase = phrase_after(words, at + 1)
    if phrase is None or words[phrase[1]].lower not in {
        "account",
        "accounts",
        "count",
        "estimate",
        "estimates",
        "reckoning",
        "tally",
    }:
        return None
    return phrase if phrase[1] > phrase[0] and words[phrase[1] - 1].lower.endswith(("'s", "s'")) else None


def _of_numbers(words: Words, at: int) -> bool:
    """Tell whether what was "compiled by" somebody are figures, or a clause: no house that was "recorded by" a camera."""
    return words[at].lower in _OF_PEOPLE or any(word.lower in PUBLISHED for word in words[max(0, at - 4) : at])


def _source(words: Words, at: int) -> Range | None:
    """Return who is behind "according to": of "a new toll from the agency" the agency."""
    phrase = phrase_after(words, at)
    if phrase is None:
        return None
    return _publisher(words, phrase) or _without_published(words, phrase)


def _without_published(words: Words, phrase: Range) -> Range:
    """Return who published: of "Red Cross estimates" and "the UN's latest figures" the first words."""
    first, last = phrase
    end = last
    while (
        end > first
        and (words[end].lower in PUBLISHED or (end < last and words[end].lower in FORERUNNERS))
        and not words[end].capital
    ):
        end -= 1
    named = end < last and any(word.capital and word.lower not in DETERMINERS for word in words[first : end + 1])
    return (first, end) if named else phrase


def _publisher(words: Words, phrase: Range) -> Range | None:
    """Return whose figures they are: "figures compiled by the agency" → the agency."""
    first, last = phrase
    published = next((i for i in range(last, first - 1, -1) if words[i].lower in PUBLISHED and not words[i].capital), None)
    if published is None:
        return None
    at = published + 1
    while at < len(words) and words[at].lower in _COMPILED | SKIPPED:
        at += 1
    if at < len(words) and words[at].lower in {"from", "by", "of"} and at < published + 4:
        return phrase_after(words, at + 1)
    return None


def _published(words: Words) -> Iterator[Claim]:
    """Find "figures from the ministry show …" and "figures, contained in a report, …" at the start of a sentence."""
    for at, word in enumerate(words[:-2]):
        if word.lower not in PUBLISHED or (
            at and (word.capital or (words[at - 1].capital and word.lower in BARE_VERBS | WEAK_VERBS))
        ):
            continue
        behind = at + 1 + (words[at + 1].text == ",")
        if behind < len(words) and words[behind].lower in _COMPILED:
            behind += 1
        elif words[at + 1].lower != "from":
            continue
        if behind + 1 < len(words) and words[behind].lower in {"from", "by", "in"}:
            phrase = phrase_after(words, behind + 1)
            if phrase is not None and can_claim(words[phrase[0] : phrase[1] + 1]):
                yield Claim(phrase[0], phrase[1], behind, Side.AROUND)


def _headed(words: Words) -> Iterator[Claim]:
    """Find the claimant of a heading: "Ten killed in market blast - UN", "UN: ten killed"."""
    if not words or words[-1].text in {".", "!", "?", '"'}:
        return
    dash = next(
        (i for i in range(len(words) - 1, max(0, len(words) - 7), -1) if words[i].text in {"-", "–", "—", ":"}), None
    )
    if dash is not None and dash + 1 < len(words):
        phrase = phrase_after(words, dash + 1)
        if phrase is not None and phrase[1] == len(words) - 1 and _heads_claim(words[phrase[0] : phrase[1] + 1]):
            yield Claim(phrase[0], phrase[1], dash, Side.BEFORE)
    colon = next((i for i in range(1, min(6, len(words))) if words[i].text == ":"), None)
    if colon is not None and phrase_before(words, colon - 1) == (0, colon - 1) and _heads_claim(words[:colon]):
        yield Claim(0, colon - 1, colon, Side.BEHIND)


def _heads_claim(phrase: Sequence[Word]) -> bool:
    return any(word.lower in HEADS for word in phrase) or (len(phrase) == 1 and phrase[0].text.isupper())
