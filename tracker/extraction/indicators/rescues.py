"""People brought out by ship, bus or rescuers, where no verb of evacuating says so: "960 civilians were rescued"."""

from typing import Final

from tracker.extraction.lexicon import function_words as fw
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.sentences.draft import Draft
from tracker.extraction.sentences.governors import Governor, Route
from tracker.extraction.sentences.phrases import PEOPLE, Kind, Phrase
from tracker.extraction.sentences.tokens import Sentence
from tracker.extraction.sentences.verb_groups import governing_token, is_adverb, is_denied, is_unreal
from tracker.vocabulary import Group, Indicator

_RESCUED: Final = word_set("rescued rescuing")
_TAKING: Final = word_set("took takes taking taken brought bringing carried carrying")
_CARRYING: Final = word_set("carrying carried")
_LEAVING: Final = word_set("""
    leave left leaving departed departing sailed sailing steamed steaming docked arrived evacuating evacuated set
""")
_SHUT_IN: Final = word_set("trapped stranded besieged encircled pinned evacuated evacuation siege")
_ELSEWHERE: Final = word_set("""
    rubble debris sea dinghy dinghies captors captivity hostage hostages kidnapped abducted kidnappers traffickers mine
    flood floods capsized sank sinking crashed crash overturned hit struck ambushed shelled attacked
""")
"""What people are rescued from that is no siege and no front, and what befalls a bus or a ship on its way."""
_BEFORE, _BEHIND, _AMONG = 12, 6, 6


def rescued_of(draft: Draft, number: int, phrase: Phrase) -> Governor | None:
    """Return evacuated for people rescued or carried away, where the text speaks of a siege or an evacuation."""
    sentence = draft.sentence
    near = draft.surroundings.siege or draft.surroundings.evacuation or not _SHUT_IN.isdisjoint(sentence.words)
    people = phrase.kind in PEOPLE or phrase.person_like
    if not (near and people) or phrase.group == Group.FIGHTERS or not _ELSEWHERE.isdisjoint(sentence.words):
        return None
    at = _verb_before(sentence, number, phrase) or _verb_behind(sentence, phrase) or _listed_among(sentence, number)
    return Governor(Indicator.EVACUATED, at, Route.ADJECTIVE) if at is not None else None


def _verb_before(sentence: Sentence, number: int, phrase: Phrase) -> int | None:
    """Read "rescued 40 villagers", "took out 900 migrants from", "sailed from the port carrying 900 people"."""
    at = governing_token(sentence, number)
    word = sentence.word(at)
    taken_out = word == "out" and sentence.word(at - 1) in _TAKING and sentence.word(phrase.end) in {"from", "of"}
    gone = word in _CARRYING and not _LEAVING.isdisjoint(sentence.words[max(0, at - _BEFORE) : at])
    at -= taken_out
    told = phrase.kind != Kind.BARE and (word in _RESCUED or taken_out or gone)
    return at if told and not is_unreal(sentence, at) else None


def _verb_behind(sentence: Sentence, phrase: Phrase) -> int | None:
    """Read "960 civilians have been rescued"."""
    passing = list[str]()
    for at in range(phrase.end, min(len(sentence), phrase.end + _BEHIND)):
        word = sentence.words[at]
        if word == "rescued":
            return None if is_denied(passing) else at
        if word not in fw.AUXILIARIES | fw.NEGATIONS | {"to"} and not is_adverb(word):
            return None
        passing.append(word)
    return None


def _listed_among(sentence: Sentence, number: int) -> int | None:
    """Read "among the rescued group were 100 Libyans"."""
    before = sentence.words[max(0, number - _AMONG) : number]
    among = before[-1:] in (["were"], ["are"]) and "among" in before
    return next((number - i for i in range(2, len(before)) if among and sentence.word(number - i) == "rescued"), None)
