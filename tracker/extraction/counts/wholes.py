"""Numbers that others are taken out of: "half of its 20,000 people", "nine of the 46 trucks"."""

from dataclasses import replace
from typing import Final

from tracker.extraction.lexicon import function_words as fw
from tracker.extraction.lexicon.people import PLURAL
from tracker.extraction.lexicon.things import TRUCKS
from tracker.extraction.sentences.draft import Draft
from tracker.extraction.sentences.phrases import Kind
from tracker.extraction.sentences.triggers import Shape, trigger_at

_SHARE_REACH, _WHOLE_REACH = 10, 7
_WHO: Final = frozenset({"who", "that"})
_NOT_BEFORE_BASE: Final = fw.AUXILIARIES | fw.RELATIVES | (fw.PREPOSITIONS - {"of"}) | {",", ";", "them", "whom", "–", "and"}
_NOT_BEFORE_WHOLE: Final = (
    fw.AUXILIARIES | fw.RELATIVES | fw.CONJUNCTIONS | fw.VERBS | fw.PREPOSITIONS | PLURAL.keys() | TRUCKS | {"them", "whom"}
)


def set_wholes_apart(draft: Draft) -> None:
    """Exclude the numbers that others are taken out of, and give those others their nouns."""
    for number, amount in draft.amounts.items():
        if amount.share is not None:
            _set_base_apart(draft, number)
        elif draft.sentence.word(number + 1) == "of":
            _set_whole_apart(draft, number)


def _set_base_apart(draft: Draft, number: int) -> None:
    base = _next_number(draft, number + 1, number + _SHARE_REACH, _NOT_BEFORE_BASE)
    if base is None or draft.sentence.word(draft.phrases[base].end) in _WHO:
        return  # "half of the 2,000 people who fled" says how many fled
    phrase = draft.phrases[base]
    kind = Kind.PEOPLE if phrase.kind in {Kind.BARE, Kind.UNKNOWN} else phrase.kind
    draft.phrases[number] = replace(phrase, kind=kind, partitive=True)
    draft.bases[number] = base
    definite = draft.sentence.word(base - 1) in {"the", "those", "these"}
    if not definite or (phrase.adjective is None and not _is_said_of(draft, base)):
        draft.excluded.add(base)  # but "half of the 12,000 displaced people" counts these, too


def _set_whole_apart(draft: Draft, number: int) -> None:
    whole = _next_number(draft, number + 2, number + _WHOLE_REACH, _NOT_BEFORE_WHOLE)
    if whole is None or draft.amounts[whole].article or draft.sentence.word(draft.phrases[whole].end) in _WHO:
        return
    draft.phrases[number] = replace(draft.phrases[whole], partitive=True)
    if not _is_said_of(draft, whole):
        draft.excluded.add(whole)


def _is_said_of(draft: Draft, whole: int) -> bool:
    """Whether a whole is counted itself by the participle behind it: "36 of the 58 people killed"."""
    end = draft.phrases[whole].end
    behind = trigger_at(draft.sentence.words, end) if end < len(draft.sentence) else None
    return behind is not None and behind.shape in {Shape.PAST, Shape.STATE}


def _next_number(draft: Draft, first: int, stop: int, ends: frozenset[str]) -> int | None:
    """Return the first number from a token on, unless a word stands before it that ends the phrase."""
    for at in range(first, min(stop, len(draft.sentence))):
        word = draft.sentence.words[at]
        if word == "#":
            return at
        if word in ends or not word[0].isalpha():
            return None
    return None
