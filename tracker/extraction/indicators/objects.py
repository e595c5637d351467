"""The verb that a number is the object of, or the noun that takes it: "killed 25", "took 25 hostage", "the deaths of 25"."""

from typing import Final

from tracker.extraction.indicators.light_verbs import CLAIMING, is_lost, light_verb_of
from tracker.extraction.lexicon import function_words as fw
from tracker.extraction.lexicon.people import PLURAL
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.sentences.governors import Governor, Refusal, Route
from tracker.extraction.sentences.phrases import PEOPLE, Kind, Phrase
from tracker.extraction.sentences.tokens import Sentence
from tracker.extraction.sentences.triggers import ACTIVE_PHRASES, EVENTS, OBJECT_SHAPES, Shape, Trigger, verb_at
from tracker.extraction.sentences.verb_groups import governing_token, is_passive, is_unreal
from tracker.vocabulary import Indicator

_UNKNOWN: Final = word_set("unknown unclear uncertain")
_CLAIMED: Final = CLAIMING | {"loss"}
_NO_NOUN: Final = fw.AUXILIARIES | fw.RELATIVES | fw.SAYING | fw.VERBS | fw.PREPOSITIONS | fw.SUBORDINATORS
_NOUN_REACH: Final = 6
_MOVED: Final = frozenset({Indicator.EVACUATED, Indicator.RETURNED, Indicator.FLED, Indicator.DISPLACED})
_PLANNED: Final = fw.UNREAL | {"deal", "agreement"}
_DONE: Final = frozenset({"facilitate", "helped"})
_LED: Final = word_set("led leading leads due owing contributed contributing")
"""Before "to the displacement of" these say that it happened."""
_HARMING: Final = {
    **dict.fromkeys(("killed", "killing"), Indicator.KILLED),
    **dict.fromkeys(("wounded", "wounding", "injured", "injuring"), Indicator.INJURED),
}
_NOUN_BEFORE: Final = (fw.DETERMINERS | fw.PREPOSITIONS) - {"to", "that"}
_REACH: Final = 9


def object_of(sentence: Sentence, number: int, phrase: Phrase) -> Governor | Refusal:
    """Return what the verb or noun right before the number makes of it."""
    at = governing_token(sentence, number)
    if at < 0:
        return Refusal.NONE
    word = sentence.words[at]
    if word == "of":
        return _behind_of(sentence, at, phrase)
    light = light_verb_of(sentence, at, phrase)
    if light is not None:
        return _judged(sentence, at, light)
    return _joined_object(sentence, at, phrase) if word == "and" else _verb(sentence, at, phrase)


def _joined_object(sentence: Sentence, joint: int, phrase: Phrase) -> Governor | Refusal:
    """Read "killed his wife and three children": the second object of a verb, with but a short noun before it."""
    for at in range(joint - 1, max(-1, joint - _NOUN_REACH), -1):
        word = sentence.words[at]
        verb = verb_at(sentence.words, at)
        if verb is not None and verb.shape in OBJECT_SHAPES:
            return _verb(sentence, at, phrase) if at < joint - 1 else Refusal.NONE
        if word in _NO_NOUN or not word[0].isalpha():
            return Refusal.NONE
    return Refusal.NONE


def is_reduced(sentence: Sentence, at: int) -> bool:
    """Whether a participle can belong to what stands before it: "45 killed, 12 injured"."""
    before = sentence.word(at - 1)
    return before in {"#", "others", "more"} or before in PLURAL


def _judged(sentence: Sentence, at: int, indicator: Indicator) -> Governor | Refusal:
    """Return the governor unless its verb is planned, possible or denied."""
    return Refusal.UNREAL if is_unreal(sentence, at) else Governor(indicator, at, Route.OBJECT)


def _verb(sentence: Sentence, at: int, phrase: Phrase) -> Governor | Refusal:
    for begin in (at - 2, at - 1):
        indicator = ACTIVE_PHRASES.get(tuple(sentence.words[begin : at + 1])) if begin >= 0 else None
        cut_off = indicator == Indicator.BESIEGED and sentence.word(phrase.end) == "from"  # from electricity
        if indicator is not None and phrase.kind in PEOPLE and not cut_off:
            return Refusal.NONE if is_passive(sentence, begin) else _judged(sentence, begin, indicator)
    verb = verb_at(sentence.words, at)
    if verb is None or verb.shape not in OBJECT_SHAPES or not _fits(phrase, verb):
        return Refusal.NONE
    passive = verb.shape == Shape.PAST and is_passive(sentence, at)
    if passive or (verb.shape == Shape.BASE and sentence.word(at - 1) in _NOUN_BEFORE):
        return Refusal.NONE
    return _judged(sentence, at, _harm(sentence, at, phrase, verb.indicator))


def _harm(sentence: Sentence, at: int, phrase: Phrase, indicator: Indicator) -> Indicator:
    """Return casualties for "killed and wounded 25", killed for "shot 25 dead"; the verb's own indicator otherwise."""
    if indicator == Indicator.CASUALTIES and sentence.word(phrase.end) == "dead":
        return Indicator.KILLED
    first = _HARMING.get(sentence.word(at - 2)) if sentence.word(at - 1) in {"and", "or"} else None
    return indicator if first in {None, indicator} else Indicator.CASUALTIES


def _fits(phrase: Phrase, verb: Trigger) -> bool:
    return phrase.kind in PEOPLE or (phrase.kind == Kind.UNKNOWN and (phrase.person_like or not verb.people))


def _behind_of(sentence: Sentence, at: int, phrase: Phrase) -> Governor | Refusal:
    """Read "the deaths of 25", "the evacuation of 300 people" – the latter unless it is planned."""
    noun, before = sentence.word(at - 1), sentence.words[max(0, at - _REACH) : at - 1]
    if noun == "loss" and is_lost(sentence, phrase):
        return Governor(Indicator.KILLED, at - 1, Route.EVENT)
    if noun == "fate" and _UNKNOWN.isdisjoint(sentence.words[phrase.end : phrase.end + _REACH]):
        return Refusal.NONE
    if noun not in EVENTS or phrase.kind not in PEOPLE | {Kind.UNKNOWN}:
        return Refusal.NONE
    if noun == "lives" and _CLAIMED.isdisjoint(before):
        return Refusal.NONE
    moved = EVENTS[noun] in _MOVED
    planned = moved and not _PLANNED.isdisjoint(sentence.words[max(0, at - _REACH) : at])
    purpose = moved and "to" in before[-3:-1] and (_DONE | _LED).isdisjoint(before)
    if planned or purpose or not fw.MODALS.isdisjoint(before):
        return Refusal.UNREAL
    return Governor(EVENTS[noun], at - 1, Route.EVENT)
