"""Who was counted, where the number's own noun does not say: "10 of those killed were children"."""

from typing import Final

from tracker.extraction.lexicon import function_words as fw
from tracker.extraction.lexicon.people import PATIENT_WORDS, PLURAL
from tracker.extraction.sentences.draft import Draft
from tracker.extraction.sentences.governors import Governor
from tracker.extraction.sentences.phrases import Kind
from tracker.vocabulary import Group, Indicator

_INHERITED: Final = frozenset({Group.CIVILIANS, Group.FIGHTERS})
_JOINED_REACH: Final = 9
"""How far apart two numbers stand whose verbs are joined by "and"."""
_SAID_REACH: Final = 3


def group_of(draft: Draft, number: int, governor: Governor) -> Group | None:
    """Return the group that a number counts; null when nobody is named, or several groups are."""
    phrase = draft.phrases[number]
    group = phrase.group or governor.group or _said(draft, number) or _inherited(draft, number)
    if group is None and governor.indicator == Indicator.EVACUATED and phrase.first is not None and phrase.head is not None:
        words = draft.sentence.words[phrase.first : phrase.head + 1]
        return Group.PATIENTS if PATIENT_WORDS.intersection(words) else None
    return group


def complement(draft: Draft, number: int) -> Group | None:
    """Return the group in "30 were women"; null where no group is said of a bare number."""
    phrase = draft.phrases[number]
    if phrase.kind != Kind.BARE or draft.sentence.word(phrase.end) not in fw.BE:
        return None
    return PLURAL.get(draft.sentence.word(phrase.end + 1))


def _said(draft: Draft, number: int) -> Group | None:
    phrase = draft.phrases[number]
    if not phrase.pronoun and phrase.kind != Kind.BARE:
        return None
    for at in range(phrase.end, phrase.end + _SAID_REACH):
        if draft.sentence.word(at) in fw.BE:
            return PLURAL.get(draft.sentence.word(at + 1))
    return None


def _inherited(draft: Draft, number: int) -> Group | None:
    """Return the group that is left out in "killed six rebels and wounded 14"."""
    phrase, before = draft.phrases[number], draft.found_before(number)
    if phrase.kind != Kind.BARE or phrase.end != number + 1 or not before or number - before[-1] > _JOINED_REACH:
        return None
    last = draft.found[before[-1]]
    joined = {"and", ","}.intersection(draft.sentence.words[last.phrase.end : number])
    return last.group if joined and last.group in _INHERITED else None
