"""Verbs that say little alone: "took 25 hostage", "claimed 25 lives", "hacked 25 to death", "moved 25 to safety"."""

from typing import Final

from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.sentences.phrases import PEOPLE, Kind, Phrase
from tracker.extraction.sentences.tokens import Sentence
from tracker.extraction.sentences.verb_groups import governing_token, is_passive, is_unreal
from tracker.vocabulary import Group, Indicator

_TAKING: Final = word_set("take takes took taken taking hold holds held holding")
_CAPTIVE: Final = word_set("hostage hostages captive prisoner prisoners captives")
CLAIMING: Final = word_set("""
    claim claims claimed claiming cost costs costing take takes took taken taking lost lose losing ended ending
""")
_CARRYING: Final = word_set("""
    took take taking taken brought bringing carried carrying transported transporting moved moving drove
""")
_AWAY: Final = word_set("to from out into across aboard away by")
_LOSING: Final = word_set("lost loses losing lose")
_LOST: Final = frozenset({Group.FIGHTERS, Group.CHILDREN, Group.MEN})
TREATING: Final = word_set("""
    treat treats treated treating receive receives received receiving admitted admitting admits hospitalised hospitalized
""")
_WOUNDS: Final = word_set("wound wounds injuries injury burns gunshot shrapnel blast bullet bullets wounded injured")
_BY_HAND: Final = word_set("""
    hacked hacking beat beaten beating burned burnt burning stabbed stabbing tortured torturing crushed crushing
    clubbed stoned stoning starved starving strangled bludgeoned trampled put
""")
_LEAVING: Final = word_set("left leaving leaves leave")
VESSELS: Final = word_set("""
    ferry ferries ship ships boat boats barge barges vessel vessels plane planes aircraft flight flights helicopter
    helicopters frigate warship destroyer airlift
""")
_SAFE_REACH, _WOUND_REACH = 7, 9


def light_verb_of(sentence: Sentence, at: int, phrase: Phrase) -> Indicator | None:
    """Return what a verb before a number and the words behind it count together; null where they count nothing."""
    word = sentence.words[at]
    if word in _TAKING and sentence.word(phrase.end) in _CAPTIVE:
        return Indicator.DETAINED
    if _is_deadly(sentence, at, phrase):
        return Indicator.KILLED
    left_hurt = word in _LEAVING and sentence.word(phrase.end) == "with"
    if (left_hurt or word in TREATING) and _is_hurt(sentence, phrase):
        return Indicator.INJURED
    return Indicator.EVACUATED if _is_brought_to_safety(sentence, at, phrase) else None


def is_lost(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether lives are counted, or people who are dead when they are lost: "the loss of 12 soldiers"."""
    return phrase.group in _LOST or _is_lives(sentence, phrase)


def _is_deadly(sentence: Sentence, at: int, phrase: Phrase) -> bool:
    """Read "claimed 25 lives", "cost 25 people their lives", "hacked 25 to death", "lost 25 men", "buried 25 people"."""
    word, behind = sentence.words[at], sentence.words[phrase.end : phrase.end + 2]
    if word in CLAIMING and (_is_lives(sentence, phrase) or behind == ["their", "lives"]):
        return True
    if word == "buried":
        return phrase.kind == Kind.PEOPLE and not is_passive(sentence, at)
    return (word in _BY_HAND and behind == ["to", "death"]) or (word in _LOSING and phrase.group in _LOST)


def is_carried(sentence: Sentence, number: int, phrase: Phrase, *, evacuation: bool) -> bool:
    """Whether people are taken somewhere, in an evacuation or by ship or aircraft: "a ferry took 110 guests to Aden"."""
    at = governing_token(sentence, number)
    if not evacuation and VESSELS.isdisjoint(sentence.words) and "air" not in sentence.words:
        return False
    behind = sentence.words[phrase.end : phrase.end + 4]
    away = not _AWAY.isdisjoint(behind)
    return sentence.word(at) in _CARRYING and phrase.kind == Kind.PEOPLE and away and not is_unreal(sentence, at)


def _is_brought_to_safety(sentence: Sentence, at: int, phrase: Phrase) -> bool:
    """Whether people are the object of "brought … to safety", "moved … out of the town"."""
    behind = sentence.words[phrase.end : phrase.end + _SAFE_REACH]
    safe = "safety" in behind or behind[:2] == ["out", "of"]
    return safe and sentence.word(at) in _CARRYING and phrase.kind in PEOPLE


def _is_lives(sentence: Sentence, phrase: Phrase) -> bool:
    return phrase.kind == Kind.EVENTS and phrase.head is not None and sentence.words[phrase.head] == "lives"


def _is_hurt(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether patients have wounds: "treated 64 people for gunshot wounds"."""
    if sentence.word(phrase.end) == "dead":
        return False  # "received 12 dead and 43 wounded"
    near = sentence.words[phrase.first or phrase.end : phrase.end + _WOUND_REACH]
    return phrase.kind in PEOPLE and not _WOUNDS.isdisjoint(near)
