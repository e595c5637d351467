"""What a number counts by its noun, its adjective or a siege alone, without a verb: "700 deaths", "4 million refugees"."""

from typing import Final

from tracker.extraction import function_words as fw
from tracker.extraction.draft import Draft
from tracker.extraction.governors import Governor, Refusal, Route
from tracker.extraction.phrases import Kind, Phrase
from tracker.extraction.sieges import besieged_of
from tracker.extraction.triggers import NOUNS, trigger_at
from tracker.vocabulary import Indicator

_SPARED: Final = fw.word_set("avoid prevent reduce risk minimise minimize no without avert limit")
_FREED: Final = fw.word_set("release released releasing freed freeing exchange exchanged swap swapped free")
_REACH: Final = 8
_BEFORE: Final = 5
_MANY: Final = 1000
_STAYING: Final = fw.word_set("in inside behind there into alive , .") | {""}


def event_of(draft: Draft, number: int, phrase: Phrase) -> Governor | Refusal:
    """Return what "700 deaths" counts, unless they may happen or did not."""
    words = draft.sentence.words
    if phrase.head is None or words[phrase.head] == "lives":
        return Refusal.NONE
    if not (fw.MODALS | fw.NEGATIONS | _SPARED).isdisjoint(words[max(0, number - _BEFORE) : number]):
        return Refusal.UNREAL
    both = draft.sentence.word(phrase.head + 1) in {"and", "or"} and draft.sentence.word(phrase.head + 2) in {
        "injuries",
        "deaths",
    }
    return Governor(Indicator.CASUALTIES if both else NOUNS[words[phrase.head]], phrase.head, Route.NOUN)


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
    return siege or _by_noun(draft, number, phrase, said) or _by_adjective(draft, number, phrase) or said


def _by_noun(draft: Draft, number: int, phrase: Phrase, said: Refusal) -> Governor | None:
    near = draft.sentence.words[max(0, number - _REACH) : phrase.end + _REACH]
    if phrase.head is None or phrase.kind != Kind.PEOPLE or said is Refusal.UNREAL or not _FREED.isdisjoint(near):
        return None
    indicator = NOUNS.get(draft.sentence.words[phrase.head])
    if indicator is None or (indicator == Indicator.DISPLACED and _most(draft, number) < _MANY):
        return None  # "80 refugees" in a boat are no count of the displaced, "80,000 refugees" are
    return Governor(indicator, phrase.head, Route.ADJECTIVE)


def _most(draft: Draft, number: int) -> int:
    values = draft.amounts[number].printed.range
    return max(values.low or 0, values.best or 0, values.high or 0)


def _by_adjective(draft: Draft, number: int, phrase: Phrase) -> Governor | None:
    if phrase.adjective is None or draft.sentence.word(draft.left(number) - 1) == "to":
        return None
    trigger = trigger_at(draft.sentence.words, phrase.adjective)
    return Governor(trigger.indicator, phrase.adjective, Route.ADJECTIVE) if trigger is not None else None
