"""Claims made without a verb of saying: "according to the UN", "figures from the ministry", "UN: 12 dead"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from tracker.extraction.claimants.claim import Claim, Side, can_claim, has_head
from tracker.extraction.claimants.claim_subjects import named_behind
from tracker.extraction.claimants.toll_claims import ACCOUNTS
from tracker.extraction.lexicon.nations import SIDES
from tracker.extraction.lexicon.places import EVENTS
from tracker.extraction.lexicon.speakers import (
    BARE_VERBS,
    DETERMINERS,
    FORERUNNERS,
    HEADS,
    PUBLISHED,
    SKIPPED,
    SPEAKERS,
    WEAK_VERBS,
)
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.text.noun_phrases import Range, phrase_after, phrase_before
from tracker.extraction.text.words import Word, Words, matches_at

_COMPILED: Final = word_set(
    """
    compiled released published issued provided documented verified recorded confirmed cited quoted reported estimated
    contained registered given collected gathered supplied listed counted tallied collated kept maintained announced
    disclosed logged relayed carried seen posted
    """
)
_RELAYED: Final = word_set("carried relayed published quoted cited seen released issued posted aired broadcast")
_OF_PEOPLE: Final = word_set(
    "compiled documented verified recorded confirmed reported estimated registered tallied announced disclosed logged listed"
    " counted put"
)
_OCLOCK: Final = re.compile(r"am|pm|gmt|utc")
_COMES: Final = frozenset(["come", "comes", "came", "is", "are", "were", "was"])
_TOLLS: Final = word_set("toll tolls number numbers report reports")
"""What is told "from" a town as well as from those who count."""
_SET_OUT: Final = word_set("detailed documented described outlined noted recorded listed contained reported shown stated")
"""What figures are "in a report", before whose it is."""
_NO_SOURCE: Final = frozenset(
    ["UPDATE", "BREAKING", "NOTE", "LIVE", "TOTAL", "TOLL", "DEAD", "KILLED", "INJURED", "IDPS", "NEWS", "ALERT"]
)


def sourced_claims(words: Words) -> Iterator[Claim]:
    """Find the claims made without a verb of saying."""
    yield from _according(words)
    yield from _published(words)
    yield from _headed(words)
    yield from _bracketed(words)


def _according(words: Words) -> Iterator[Claim]:
    for at, word in enumerate(words):
        if (word.lower == "according" and matches_at(words, at + 1, "to")) or (
            word.lower == "as" and matches_at(words, at + 1, "per")
        ):
            phrase = _source(words, at + 2)
            phrase = phrase if phrase is None else named_behind(words, phrase)
        elif word.lower == "per" and at + 1 < len(words) and can_claim(words[at + 1 : at + 2]):
            phrase = phrase_after(words, at + 1)
        elif word.lower == "by" and _account(words, at) is not None:
            phrase = _account(words, at)
        elif word.lower == "citing":
            phrase = _source(words, at + 1)
        elif word.lower in _COMPILED and matches_at(words, at + 1, "by") and _of_numbers(words, at):
            phrase = phrase_after(words, at + 2) if not _only_relays(words, at) else None
        else:
            continue
        if phrase is not None and can_claim(words[phrase[0] : phrase[1] + 1]):
            labels = phrase[1] + 1 < len(words) and words[phrase[1] + 1].text == ":"  # "per Moscow: 12 dead"
            yield Claim(phrase[0], phrase[1], at, Side.BEHIND if labels else Side.AROUND)


def _account(words: Words, at: int) -> Range | None:
    """Return whose account it is: "by the army's account", "by the ministry's count"."""
    phrase = phrase_after(words, at + 1)
    if phrase is None or not any(word.lower.endswith(("'s", "s'")) for word in words[phrase[0] : phrase[1] + 1]):
        return None
    last = phrase[1] + (words[phrase[1]].lower not in ACCOUNTS)
    return (phrase[0], last) if last < len(words) and words[last].lower in ACCOUNTS else None


def _of_numbers(words: Words, at: int) -> bool:
    """Tell whether what was "compiled by" somebody are figures, or a clause: no house that was "recorded by" a camera."""
    return words[at].lower in _OF_PEOPLE or any(word.lower in PUBLISHED for word in words[max(0, at - 4) : at])


def _only_relays(words: Words, at: int) -> bool:
    """Tell whether it is "X said in a statement carried by Y", where X is who claims."""
    if words[at].lower not in _RELAYED or at < 3 or words[at - 1].lower not in PUBLISHED:  # noqa: PLR2004
        return False
    preposition = next((i for i in range(at - 2, max(0, at - 6), -1) if words[i].lower in {"in", "via", "through"}), 0)
    before = words[preposition - (1 if words[preposition - 1].text != "," else 2)] if preposition > 1 else None
    return before is not None and before.lower not in _SET_OUT and (before.capital or before.text.isalpha())


def _source(words: Words, at: int) -> Range | None:
    """Return who is behind "according to": of "a new toll from the agency" the agency."""
    phrase = _quoted_name(words, at) or phrase_after(words, at)
    if phrase is None:
        return None
    return _publisher(words, phrase) or _without_published(words, phrase)


def _quoted_name(words: Words, at: int) -> Range | None:
    """Return a name between quotation marks and the noun behind it: the "Mothers of Homs" association."""
    opening = at + (at < len(words) and words[at].lower in DETERMINERS)
    if opening + 1 >= len(words) or words[opening].text != '"' or not words[opening + 1].capital:
        return None
    closing = next((i for i in range(opening + 2, min(opening + 9, len(words))) if words[i].text == '"'), None)
    if closing is None:
        return None
    return at, closing + (closing + 1 < len(words) and words[closing + 1].lower in SPEAKERS)


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
    first += named and words[first].lower in {"a", "an"}  # "an AFP tally"
    return (first, end) if named else phrase


def _publisher(words: Words, phrase: Range) -> Range | None:
    """Return whose figures they are: "figures compiled by the agency" → the agency."""
    first, last = phrase
    last += last + 1 < len(words) and words[last + 1].lower in PUBLISHED  # "a Facebook post by"
    published = next((i for i in range(last, first - 1, -1) if words[i].lower in PUBLISHED and not words[i].capital), None)
    if published is None:
        return None
    at = published + 1
    while at < len(words) and words[at].lower in _COMPILED | SKIPPED:
        at += 1
    at += 2 * (at + 1 < len(words) and words[at].lower in {"on", "to"} and words[at + 1].capital)  # "posted on Telegram by"
    if at < len(words) and words[at].lower in {"from", "by", "of"} and at < published + 5:
        return phrase_after(words, at + 1)
    return None


def _published(words: Words) -> Iterator[Claim]:
    """Find "figures from the ministry show …" and "figures, contained in a report, …" at the start of a sentence."""
    for at, word in enumerate(words[:-2]):
        if word.lower not in PUBLISHED or (
            at and (word.capital or (words[at - 1].capital and word.lower in BARE_VERBS | WEAK_VERBS))
        ):
            continue
        behind = at + 1 + (words[at + 1].text == "," or words[at + 1].lower in _COMES)
        if behind == at + 2 and words[at + 1].lower in _COMES and words[behind].lower == "from":
            behind -= 1  # "the figures come from the ministry"
        if behind < len(words) and words[behind].lower in _COMPILED:
            if _only_relays(words, behind):
                continue
            behind += 1
        elif words[at + 1].lower != "from" and words[at + 1].lower not in _COMES and not _set_out_by(words, at):
            continue
        behind += words[behind].lower in _COMES
        if behind + 1 < len(words) and words[behind].lower in {"from", "by", "in"}:
            phrase = phrase_after(words, behind + 1)
            if phrase is not None and can_claim(words[phrase[0] : phrase[1] + 1]) and not _of_an_event(words, at, phrase):
                yield Claim(phrase[0], phrase[1], behind, Side.AROUND)


def _set_out_by(words: Words, published: int) -> bool:
    """Tell whether figures are told "as documented in a report by" somebody."""
    before = words[max(0, published - 6) : published]
    told = any(word.lower == "as" and behind.lower in _SET_OUT for word, behind in pairwise(before))
    return told and matches_at(words, published + 1, "by")


def _of_an_event(words: Words, published: int, phrase: Range) -> bool:
    """Tell whether the toll is that of what happened, or of a town, and nobody's: "the toll from the Goma attacks"."""
    first, last = phrase
    event = any(word.lower.removesuffix("'s") in EVENTS for word in words[first : last + 3] if word.lower not in HEADS)
    told_from = matches_at(words, first - 1, "from")
    town = told_from and words[published].lower in _TOLLS and not has_head(words, phrase) and not words[last].text.isupper()
    return event or town


def _headed(words: Words) -> Iterator[Claim]:
    """Find the claimant of a heading: "Ten killed in market blast - UN", "UN: ten killed"."""
    yield from _labelled(words)
    if not words or words[-1].text in {".", "!", "?", '"'}:
        return
    dash = next(
        (i for i in range(len(words) - 1, max(0, len(words) - 7), -1) if words[i].text in {"-", "–", "—", ":"}), None
    )
    if dash is not None and dash + 1 < len(words):
        phrase = phrase_after(words, dash + 1)
        if phrase is not None and phrase[1] == len(words) - 1 and _heads_claim(words[phrase[0] : phrase[1] + 1]):
            yield Claim(phrase[0], phrase[1], dash, Side.BEFORE)


def _bracketed(words: Words) -> Iterator[Claim]:
    """Find the source that ends a sentence in brackets: "… in the market (SOHR)."."""
    last = len(words) - 1 - (len(words) > 0 and words[-1].text == ".")
    if last < 4 or words[last].text != ")":  # noqa: PLR2004
        return
    opening = next((i for i in range(last - 1, last - 6, -1) if i > 0 and words[i].text == "("), None)
    if opening is None or words[opening + 1].text.lower() in {"photo", "map", "video"}:
        return
    phrase = phrase_after(words, opening + 1 + (matches_at(words, opening + 1, "source", ":") and 2))
    whole = phrase is not None and phrase[1] == last - 1
    if (
        phrase is not None
        and whole
        and not (words[opening - 1].capital and words[opening - 2].capital)
        and _heads_claim(words[phrase[0] : last])
    ):
        yield Claim(phrase[0], phrase[1], opening, Side.BEFORE)


def _labelled(words: Words) -> Iterator[Claim]:
    """Find the claimant before a colon, also behind a bullet and a time of day: "16:10 An aid group: 12 have landed"."""
    first = next((i for i, word in enumerate(words[:4]) if word.text.isalpha() and not _OCLOCK.fullmatch(word.lower)), None)
    if first is None:
        return
    colon = next((i for i in range(first + 1, min(first + 6, len(words) - 1)) if words[i].text == ":"), None)
    if colon is None or any(word.lower in PUBLISHED for word in words[colon - 1 : colon]):
        return
    if phrase_before(words, colon - 1) == (first, colon - 1) and _heads_claim(words[first:colon]):
        yield Claim(first, colon - 1, colon, Side.BEHIND)


def _heads_claim(phrase: Sequence[Word]) -> bool:
    if any(word.lower in SPEAKERS | SIDES | {"white"} for word in phrase):
        return True
    return len(phrase) == 1 and phrase[0].text.isupper() and len(phrase[0].text) > 1 and phrase[0].text not in _NO_SOURCE
