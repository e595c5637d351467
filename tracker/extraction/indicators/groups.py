"""Who was counted, where the number's own noun does not say: "10 of those killed were children"."""

from typing import Final

from tracker.extraction.lexicon import function_words as fw
from tracker.extraction.lexicon.people import GROUP_OF_MODIFIER, PATIENT_WORDS, PLURAL
from tracker.extraction.sentences.draft import Draft
from tracker.extraction.sentences.governors import Governor
from tracker.extraction.sentences.phrases import Kind
from tracker.vocabulary import Group, Indicator

_INHERITED: Final = frozenset({Group.CIVILIANS, Group.FIGHTERS})
_HARM: Final = frozenset({Indicator.KILLED, Indicator.INJURED, Indicator.CASUALTIES})
_SUMS: Final = frozenset({"casualties", "victims", "losses", "deaths", "fatalities"})
_OTHERS: Final = frozenset({"other", "others", "more"})
_NOT_BETWEEN: Final = (
    fw.AUXILIARIES | fw.VERBS | fw.SAYING | fw.SUBORDINATORS | fw.RELATIVES | fw.PRONOUNS | {"#", "and", "but", ";", "."}
)
_JOINED_REACH: Final = 9
"""How far apart two numbers stand whose verbs are joined by "and"."""
_SAID_REACH: Final = 3


def group_of(draft: Draft, number: int, governor: Governor) -> Group | None:
    """Return the group that a number counts; null when nobody is named, or several groups are."""
    phrase = draft.phrases[number]
    group = phrase.group or governor.group or _said(draft, number) or _inherited(draft, number, governor)
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
    if not phrase.pronoun and phrase.kind != Kind.BARE and draft.amounts[number].share is None:
        return None
    if draft.sentence.word(draft.left(number)) == "of":
        return None  # "nine of the 40 killed were women"
    for at in range(phrase.end, phrase.end + _SAID_REACH):
        if draft.sentence.word(at) in fw.BE:
            return PLURAL.get(draft.sentence.word(at + 1))
    return None


def _inherited(draft: Draft, number: int, governor: Governor) -> Group | None:
    """Return the group that is left out in "killed six rebels and wounded 14 others", "9 civilian casualties – 3 dead"."""
    phrase, before = draft.phrases[number], draft.found_before(number)
    others = draft.sentence.words[number + 1 : phrase.end]
    if phrase.kind != Kind.BARE or not _OTHERS.issuperset(others):
        return None
    if governor.indicator in _HARM and (named := _named_before(draft, number)) is not None:
        return named
    if not before or number - before[-1] > _JOINED_REACH:
        return None
    last = draft.found[before[-1]]
    if before[-1] in draft.parts or (others and last.amount.singular):
        return None  # "killed a soldier and hurt three others"
    marks = {"and", ",", "–", "-", "(", ":"} if last.governor.indicator == Indicator.CASUALTIES else {"and", ","}
    between = draft.sentence.words[last.phrase.end : number]
    joined = marks.intersection(between) and ";" not in between
    return last.group if joined and last.group in _INHERITED else None


def _named_before(draft: Draft, number: int) -> Group | None:
    """Return whose harm is spoken of right before a number: "the toll of civilian casualties to 50 dead"."""
    words = draft.sentence.words
    for at in range(number - 1, max(0, number - _JOINED_REACH), -1):
        if words[at] in _SUMS:
            return GROUP_OF_MODIFIER.get(words[at - 1])
        if words[at] in _NOT_BETWEEN or words[at].endswith("ed"):
            return None
    return None
