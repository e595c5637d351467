"""What a number counts by its noun, its adjective or a siege alone, without a verb: "700 deaths", "4 million refugees"."""

from typing import Final

from tracker.extraction.indicators.sieges import besieged_of
from tracker.extraction.lexicon import function_words as fw
from tracker.extraction.lexicon.people import NATIONALS, plural
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.sentences.draft import Draft
from tracker.extraction.sentences.governors import Governor, Refusal, Route
from tracker.extraction.sentences.phrases import Kind, Phrase
from tracker.extraction.sentences.triggers import EVENTS, NOUNS, trigger_at
from tracker.extraction.sentences.verb_groups import governing_token, is_passive, is_unreal
from tracker.vocabulary import Indicator

_EVENTS: Final = NOUNS | EVENTS
_SPARED: Final = word_set("avoid prevent reduce risk minimise minimize no without avert limit")
_NOT_HAPPENED: Final = fw.MODALS | fw.NEGATIONS | _SPARED
_FREED: Final = word_set("release released releasing freed freeing exchange exchanged swap swapped free")
HOSTING: Final = word_set("""
    host hosts hosted hosting shelters sheltered sheltering harbours harboured harbouring houses housed housing accommodates
    accommodated accommodating
""")
_GUESTS: Final = frozenset(plural(noun) for noun in NATIONALS) | word_set(
    "people persons civilians refugees idps women children villagers residents"
)
_REACH: Final = 8
_ASKED: Final = word_set("""
    appeal appealed appeals appealing funding funds funded money need needs needed plan plans room space capacity
    built designed meant intended raise $ £ € build
""")
_FORMERLY: Final = word_set("former freed released ex returning")
_SURVEYED: Final = word_set("survey surveys sample poll interviews study samples")
_ASKED_REACH: Final = 10
_BEFORE: Final = 5
_MANY: Final = 1000
_STAYING: Final = word_set("in inside behind there into alive , .") | {""}


def event_of(draft: Draft, number: int, phrase: Phrase) -> Governor | Refusal:
    """Return what "700 deaths" counts, unless they may happen or did not."""
    words = draft.sentence.words
    if phrase.head is None or words[phrase.head] == "lives":
        return Refusal.NONE
    expected = draft.sentence.word(draft.left(number)) in fw.UNREAL
    if expected or not _NOT_HAPPENED.isdisjoint(words[max(0, number - _BEFORE) : number]):
        return Refusal.UNREAL
    both = draft.sentence.word(phrase.head + 1) in {"and", "or"} and draft.sentence.word(phrase.head + 2) in {
        "injuries",
        "deaths",
    }
    return Governor(Indicator.CASUALTIES if both else _EVENTS[words[phrase.head]], phrase.head, Route.NOUN)


def remaining_of(draft: Draft, number: int, phrase: Phrase) -> Governor | None:
    """Read "the 2,000 civilians left in the town", who did not leave it."""
    sentence = draft.sentence
    if phrase.kind != Kind.PEOPLE or not (draft.surroundings.siege or draft.surroundings.evacuation):
        return None
    before, behind = sentence.word(number - 1), sentence.word(phrase.end)
    if before == "remaining" and behind not in fw.AUXILIARIES:
        return Governor(Indicator.BESIEGED, number - 1, Route.SIEGE)
    definite = before in {"the", "those", "these"} and behind == "left"
    if definite and sentence.word(phrase.end + 1) in _STAYING:
        return Governor(Indicator.BESIEGED, phrase.end, Route.SIEGE)
    return None


def alone_of(draft: Draft, number: int, phrase: Phrase, said: Refusal) -> Governor | Refusal:
    """Return what only a siege, the noun, or its adjective makes of a number; why nothing does, as `said`, otherwise."""
    siege = besieged_of(draft.sentence, number, phrase) if draft.surroundings.siege else None
    host = _by_host(draft, number, phrase)
    return siege or host or _by_noun(draft, number, phrase, said) or _by_adjective(draft, number, phrase) or said


def _by_host(draft: Draft, number: int, phrase: Phrase) -> Governor | None:
    """Read "the camp hosts 8,000 people", "the mission was sheltering 300 families"."""
    at = governing_token(draft.sentence, number)
    if draft.sentence.word(at) not in HOSTING or phrase.kind not in {Kind.PEOPLE, Kind.HOUSEHOLDS} or phrase.head is None:
        return None
    guests = draft.sentence.words[phrase.head] in _GUESTS or phrase.kind == Kind.HOUSEHOLDS
    passive = draft.sentence.words[at].endswith("ed") and is_passive(draft.sentence, at)
    refused = not guests or passive or is_unreal(draft.sentence, at)
    return None if refused else Governor(Indicator.DISPLACED, at, Route.ADJECTIVE)


def _by_noun(draft: Draft, number: int, phrase: Phrase, said: Refusal) -> Governor | None:
    near = draft.sentence.words[max(0, number - _REACH) : phrase.end + _REACH]
    if phrase.head is None or phrase.kind != Kind.PEOPLE or said is Refusal.UNREAL or not _FREED.isdisjoint(near):
        return None
    own = draft.sentence.words[phrase.first or phrase.head : phrase.head]
    if not _FORMERLY.isdisjoint(own):
        return None
    indicator = NOUNS.get(draft.sentence.words[phrase.head])
    if (
        _is_asked_for(draft, number)
        or indicator is None
        or (indicator == Indicator.DISPLACED and _most(draft, number) < _MANY)
    ):
        return None  # "80 refugees" in a boat are no count of the displaced, "80,000 refugees" are
    return Governor(indicator, phrase.head, Route.ADJECTIVE)


def _is_asked_for(draft: Draft, number: int) -> bool:
    """Whether those counted are asked for, or only asked: "funds for 3,000 refugees", "a survey of 80 detainees"."""
    left = draft.left(number)
    before = draft.sentence.words[max(0, left - _ASKED_REACH) : left]
    surveyed = draft.sentence.word(left) in {"of", "with"} and draft.sentence.word(left - 1) in _SURVEYED
    return surveyed or (draft.sentence.word(left) == "for" and not _ASKED.isdisjoint(before))


def _most(draft: Draft, number: int) -> int:
    values = draft.amounts[number].printed.range
    return max(values.low or 0, values.best or 0, values.high or 0)


def _by_adjective(draft: Draft, number: int, phrase: Phrase) -> Governor | None:
    if phrase.adjective is None or draft.sentence.word(draft.left(number) - 1) == "to" or _is_asked_for(draft, number):
        return None
    trigger = trigger_at(draft.sentence.words, phrase.adjective)
    return Governor(trigger.indicator, phrase.adjective, Route.ADJECTIVE) if trigger is not None else None
