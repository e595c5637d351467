"""Which of the words around a number decides what it counts, and what is put down when one does."""

from dataclasses import replace
from typing import Final

from tracker.extraction.indicators.accounts import is_account
from tracker.extraction.indicators.aid import truck_toll_of, trucks_of
from tracker.extraction.indicators.alone import alone_of, event_of, remaining_of
from tracker.extraction.indicators.groups import group_of
from tracker.extraction.indicators.light_verbs import is_carried
from tracker.extraction.indicators.objects import is_reduced, object_of
from tracker.extraction.indicators.predicates import predicate_of
from tracker.extraction.indicators.recipients import needy_of, recipients_of
from tracker.extraction.indicators.rescues import rescued_of
from tracker.extraction.indicators.tolls import PART_CUES, has_toll, label_before, toll_of
from tracker.extraction.lexicon.people import HOUSEHOLDS
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.sentences.draft import Draft, Reading
from tracker.extraction.sentences.governors import Governor, Refusal, Route
from tracker.extraction.sentences.phrases import Kind, Phrase
from tracker.vocabulary import Indicator

_PLAIN: Final = frozenset({Route.OBJECT, Route.PREDICATE, Route.COORDINATION, Route.TOLL})
_OF_ONE: Final = frozenset(
    {Indicator.KILLED, Indicator.INJURED, Indicator.DETAINED, Indicator.MISSING, Indicator.CASUALTIES}
)
_UPROOTED: Final = frozenset({Indicator.DISPLACED, Indicator.FLED})
_LEAVING: Final = word_set("left leaving leave leaves departed arrived")
_CAPTORS: Final = word_set(
    "abducted abducting kidnapped kidnapping hostages hostage captivity captors prison jail prisoners inmates attack"
)


def govern(draft: Draft, number: int) -> None:
    """Put down what a number counts, or why it counts nothing."""
    phrase, amount = draft.phrases[number], draft.amounts[number]
    if amount.share is not None and number not in draft.bases:
        return
    if amount.singular and phrase.partitive and not phrase.pronoun:
        return  # "one of the worst"
    if is_account(draft, number) or (amount.article and _is_apposition(draft, number)):
        draft.refused[number] = Refusal.SUBJECT
        return
    governor = _governor(draft, number, phrase)
    if _only_says_where(draft, number, governor):
        draft.refused[number] = Refusal.SUBJECT
    elif isinstance(governor, Refusal):
        draft.refused[number] = governor
    elif not amount.article or _counts_one(draft, number, governor):
        put_down(draft, number, governor)


def _only_says_where(draft: Draft, number: int, governor: Governor | Refusal) -> bool:
    """Whether a share of people already displaced only says where they are: "half of the 900 displaced sought refuge"."""
    of_counted = draft.amounts[number].share is not None and draft.bases[number] not in draft.excluded
    return of_counted and isinstance(governor, Governor) and governor.indicator in _UPROOTED


def put_down(draft: Draft, number: int, governor: Governor, total: int | None = None, base: int | None = None) -> None:
    """Put down a figure. Who leaves where an evacuation is spoken of is evacuated; who escapes captors has not fled."""
    verb = draft.sentence.words[governor.at]
    if draft.sentence.word(draft.phrases[number].end) == "fatally":
        governor = replace(governor, indicator=Indicator.KILLED)
    if governor.indicator == Indicator.FLED and verb in _LEAVING and draft.surroundings.evacuation:
        governor = replace(governor, indicator=Indicator.EVACUATED)
    if verb.startswith("escap") and not _CAPTORS.isdisjoint(draft.sentence.words):
        return
    if governor.route == Route.TOLL and not HOUSEHOLDS.isdisjoint(label_before(draft.sentence, number - 1)):
        draft.phrases[number] = replace(draft.phrases[number], kind=Kind.HOUSEHOLDS)
    group = group_of(draft, number, governor)
    base = base if base is not None else draft.bases.get(number)
    draft.found[number] = Reading(number, draft.amounts[number], draft.phrases[number], governor, group, total, base)


def _governor(draft: Draft, number: int, phrase: Phrase) -> Governor | Refusal:
    if phrase.kind in {Kind.TRUCKS, Kind.VEHICLES}:
        return trucks_of(draft.sentence, number, phrase, aid_near=draft.surroundings.aid) or Refusal.NONE
    taken = object_of(draft.sentence, number, phrase)
    if phrase.kind == Kind.EVENTS:
        claimed = isinstance(taken, Governor) and taken.indicator == Indicator.KILLED
        return taken if claimed else event_of(draft, number, phrase)
    if taken is Refusal.NONE and is_carried(draft.sentence, number, phrase, evacuation=draft.surroundings.evacuation):
        return Governor(Indicator.EVACUATED, number - 1, Route.ADJECTIVE)
    said = predicate_of(draft.sentence, number, phrase, draft.phrases)
    if taken is Refusal.UNREAL or (isinstance(taken, Governor) and not _belongs_before(draft, number, phrase, taken, said)):
        return taken
    return _without_object(draft, number, phrase, said)


def _belongs_before(draft: Draft, number: int, phrase: Phrase, taken: Governor, said: Governor | Refusal) -> bool:
    """Whether the verb before a number is that of the number before it: "45 killed 12 wounded"."""
    beside = isinstance(said, Governor) and said.at == phrase.end
    of_number = any(i < number and before.end == taken.at for i, before in draft.phrases.items())
    return beside and of_number and taken.at == number - 1 and is_reduced(draft.sentence, taken.at)


def _without_object(draft: Draft, number: int, phrase: Phrase, said: Governor | Refusal) -> Governor | Refusal:
    trucks = truck_toll_of(draft.sentence, number, phrase, aid_near=draft.surroundings.aid)
    if trucks is not None:
        draft.phrases[number] = replace(phrase, kind=Kind.TRUCKS)
        return trucks
    remaining = remaining_of(draft, number, phrase) or needy_of(draft.sentence, number, phrase)
    if remaining is not None:
        return remaining
    if isinstance(said, Governor) and said.at == phrase.end:
        return said
    toll = toll_of(draft.sentence, number, phrase)
    if toll is not None or isinstance(said, Governor):
        return toll or said
    recipients = recipients_of(draft.sentence, number, phrase)
    return recipients or rescued_of(draft, number, phrase) or alone_of(draft, number, phrase, said)


def _counts_one(draft: Draft, number: int, governor: Governor) -> bool:
    """Whether "a woman" counts one: as object or subject of a verb, or in "the dead included a woman"."""
    if governor.indicator not in _OF_ONE or governor.route not in _PLAIN:
        return False
    return governor.route != Route.TOLL or draft.sentence.word(number - 1) in PART_CUES


def _is_apposition(draft: Draft, number: int) -> bool:
    """Whether an article begins what only explains the noun before it: "two of them, a teacher and his cousin"."""
    phrase, before = draft.phrases[number], draft.sentence.word(number - 1)
    if before in PART_CUES:
        return before == "including" or not has_toll(draft.sentence, number - 1)
    return before == "," and "#" not in draft.sentence.words[phrase.end : phrase.end + 2]
