"""The verb that a number is the object of, or the noun that takes it: "killed 25", "took 25 hostage", "the deaths of 25"."""

from typing import Final

from tracker.extraction import function_words as fw
from tracker.extraction.governors import Governor, Refusal, Route
from tracker.extraction.people_words import PLURAL
from tracker.extraction.phrases import Kind, Phrase
from tracker.extraction.tokens import Sentence
from tracker.extraction.triggers import EVENTS, OBJECT_SHAPES, Shape, Trigger, trigger_at, verb_at
from tracker.extraction.verb_groups import governing_token, is_passive, is_unreal
from tracker.vocabulary import Group, Indicator

_PHRASES: Final = """
    shot dead; shot and killed; shot and wounded; gunned down; blown up; killed or wounded; killed and wounded;
    killed or injured; killed and injured; killed or hurt; wounded or killed; rounded up; locked up; carried off; led away;
    brought back; sent back; brought home; moved out; brought out; taken out
"""
_ACTIVE_PHRASES: Final = frozenset(tuple(phrase.split()) for phrase in _PHRASES.split(";"))
"""Phrases that take an object, too."""
_TAKING: Final = fw.word_set("take takes took taken taking hold holds held holding")
_CAPTIVE: Final = fw.word_set("hostage hostages captive prisoner prisoners captives")
_CLAIMING: Final = fw.word_set("""
    claim claims claimed claiming cost costs costing take takes took taken taking lost lose losing ended ending
""")
_CARRYING: Final = fw.word_set("""
    took take taking brought bringing carried carrying transported transporting moved moving drove
""")
_AWAY: Final = fw.word_set("to from out into across aboard away")
_LOSING: Final = fw.word_set("lost loses losing lose")
_LOST: Final = frozenset({Group.FIGHTERS, Group.CHILDREN})
_MOVED: Final = frozenset({Indicator.EVACUATED, Indicator.RETURNED, Indicator.FLED, Indicator.DISPLACED})
_PLANNED: Final = fw.UNREAL | {"deal", "agreement"}
_DONE: Final = frozenset({"facilitate", "helped"})
_HARMING: Final = {
    **dict.fromkeys(("killed", "killing"), Indicator.KILLED),
    **dict.fromkeys(("wounded", "wounding", "injured", "injuring"), Indicator.INJURED),
}
_NOUN_BEFORE: Final = (fw.DETERMINERS | fw.PREPOSITIONS) - {"to", "that"}
_PEOPLE: Final = frozenset({Kind.PEOPLE, Kind.HOUSEHOLDS, Kind.BARE})
_REACH: Final = 9


def object_of(sentence: Sentence, number: int, phrase: Phrase) -> Governor | Refusal:
    """Return what the verb or noun right before the number makes of it."""
    at = governing_token(sentence, number)
    if at < 0:
        return Refusal.NONE
    word = sentence.words[at]
    if word == "of":
        return _behind_of(sentence, at, phrase)
    if word in _TAKING and sentence.word(phrase.end) in _CAPTIVE:
        return _judged(sentence, at, Indicator.DETAINED)
    if (
        word in _CLAIMING
        and phrase.kind == Kind.EVENTS
        and phrase.head is not None
        and sentence.words[phrase.head] == "lives"
    ):
        return _judged(sentence, at, Indicator.KILLED)
    buried = word == "buried" and phrase.kind == Kind.PEOPLE and not is_passive(sentence, at)
    if buried or (word in _LOSING and phrase.group in _LOST):
        return Governor(Indicator.KILLED, at, Route.ADJECTIVE)
    return _verb(sentence, at, phrase)


def is_carried(sentence: Sentence, number: int, phrase: Phrase) -> bool:
    """Whether people are the object of a verb of taking somewhere: "two ferries took 1,100 foreigners from the port"."""
    at = governing_token(sentence, number)
    away = not _AWAY.isdisjoint(sentence.words[phrase.end : phrase.end + 4])
    return sentence.word(at) in _CARRYING and phrase.kind == Kind.PEOPLE and away and not is_unreal(sentence, at)


def is_reduced(sentence: Sentence, at: int) -> bool:
    """Whether a participle can belong to what stands before it: "45 killed, 12 injured"."""
    before = sentence.word(at - 1)
    return before in {"#", "others", "more"} or before in PLURAL


def _judged(sentence: Sentence, at: int, indicator: Indicator) -> Governor | Refusal:
    """Return the governor unless its verb is planned, possible or denied."""
    return Refusal.UNREAL if is_unreal(sentence, at) else Governor(indicator, at, Route.OBJECT)


def _verb(sentence: Sentence, at: int, phrase: Phrase) -> Governor | Refusal:
    for begin in (at - 2, at - 1):
        if begin >= 0 and tuple(sentence.words[begin : at + 1]) in _ACTIVE_PHRASES:
            trigger = trigger_at(sentence.words, begin)
            passive = trigger is None or is_passive(sentence, begin)
            return Refusal.NONE if passive or trigger is None else _judged(sentence, begin, trigger.indicator)
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
    return phrase.kind in _PEOPLE or (phrase.kind == Kind.UNKNOWN and (phrase.person_like or not verb.people))


def _behind_of(sentence: Sentence, at: int, phrase: Phrase) -> Governor | Refusal:
    """Read "the deaths of 25", "the evacuation of 300 people" – the latter unless it is planned."""
    noun, before = sentence.word(at - 1), sentence.words[max(0, at - _REACH) : at - 1]
    if noun not in EVENTS or phrase.kind not in _PEOPLE | {Kind.UNKNOWN}:
        return Refusal.NONE
    if noun == "lives" and (_CLAIMING | {"loss"}).isdisjoint(before):
        return Refusal.NONE
    moved = EVENTS[noun] in _MOVED
    planned = moved and not _PLANNED.isdisjoint(sentence.words[max(0, at - _REACH) : at])
    purpose = moved and "to" in before[-3:-1] and _DONE.isdisjoint(before)
    if planned or purpose or not fw.MODALS.isdisjoint(before):
        return Refusal.UNREAL
    return Governor(EVENTS[noun], at - 1, Route.EVENT)
