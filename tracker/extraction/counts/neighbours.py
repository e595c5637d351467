"""Numbers without a verb of their own that go on the one before: "killed 25 in Homs and 12 in Hama", "… put it at 35"."""

from dataclasses import replace
from typing import Final

from tracker.extraction.indicators.governing import put_down
from tracker.extraction.lexicon import function_words as fw
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.sentences.draft import Draft, Reading
from tracker.extraction.sentences.governors import Governor, Refusal, Route
from tracker.extraction.sentences.phrases import PEOPLE, Kind
from tracker.extraction.sentences.triggers import trigger_at
from tracker.vocabulary import Group, Indicator

_JOINING: Final = word_set("and , or plus & with as")
_CLAUSES: Final = fw.RELATIVES | {"where"}
_COUNTS: Final = word_set("number figure figures toll total count tally it")
_COUNTED: Final = word_set("""
    counts counted documented recorded estimate estimates estimated claimed claims registered verified confirmed admitted
    acknowledged
""")
_SPEAKING: Final = word_set("spoke speaks speak spoken talked talks talk")
_OTHER_TIMES: Final = word_set("up down compared equivalent")
_TRANSPARENT: Final = word_set("according as well along together been be # including own")
_LEFT_SO: Final = word_set("dead wounded injured missing homeless trapped")
"""What "left 12 dead" says of them: it belongs to the verb before the number."""
_BREAKING: Final = (
    fw.AUXILIARIES
    | fw.RELATIVES
    | fw.SAYING
    | fw.VERBS
    | (fw.SUBORDINATORS - {"as", "after", "before", "since", "until"})
    | {";", ":"}
)
_HARM: Final = frozenset({Indicator.KILLED, Indicator.INJURED})
_REACH: Final = 25
"""How many tokens may stand between two numbers that are joined; twice as many between two counts of the same."""


def go_on(draft: Draft, number: int) -> None:
    """Put down a number that nothing governs with what the number before it counts, where it is joined to that."""
    phrase, amount, before = draft.phrases[number], draft.amounts[number], draft.found_before(number)
    if amount.share is not None or phrase.kind not in PEOPLE | {Kind.UNKNOWN} or not before:
        return
    if draft.refused.get(number, Refusal.NONE) is not Refusal.NONE:
        return
    distance = number - before[-1]
    if _is_sum(draft, number, before):
        last = draft.found[before[-1]]
        put_down(draft, number, Governor(Indicator.CASUALTIES, last.governor.at, Route.COORDINATION, last.group))
    elif _is_rival(draft, number):
        if distance <= 2 * _REACH:
            _take_rival(draft, number, draft.found[before[-1]])
    elif distance <= _REACH and not (amount.singular and phrase.partitive):
        _take_joined(draft, number, _joined_to(draft, before))


def _is_sum(draft: Draft, number: int, before: list[int]) -> bool:
    """Whether a number adds up the dead and the wounded before it: "12 dead and 30 injured, for a combined 42"."""
    left, word = draft.left(number), draft.sentence.word
    adding = word(left) == "combined" or (word(left) == "of" and word(left - 1) == "total")
    last_two = {draft.found[i].governor.indicator for i in before[-2:]}
    return adding and draft.phrases[number].kind == Kind.BARE and last_two == _HARM and number - before[-1] <= _REACH


def _take_joined(draft: Draft, number: int, whole: Reading) -> None:
    left = draft.left(number)
    added = draft.sentence.words[max(0, left - 2) : left + 1] == ["in", "addition", "to"]
    joint = "and" if added else draft.sentence.word(left)
    trucks = whole.governor.indicator == Indicator.AID_TRUCKS
    if trucks and not _is_of_another_day(draft, number):
        return
    if draft.phrases[number].group == Group.PATIENTS and whole.governor.indicator == Indicator.KILLED:
        return  # "six dead on arrival, 60 patients in"
    if joint not in _JOINING or whole.governor.route == Route.SIEGE:
        return
    if draft.amounts[number].article and (joint == "with" or whole.phrase.end not in {left, left - 1}):
        return
    if _only_nouns_between(draft, whole, left):
        if trucks:
            draft.phrases[number] = replace(draft.phrases[number], kind=Kind.TRUCKS)
        total = whole.total if joint not in {"as", "with"} else None  # "as well as 3" is no part of what 25 is part of
        put_down(draft, number, replace(whole.governor, route=Route.COORDINATION, group=None), total)


def _is_of_another_day(draft: Draft, number: int) -> bool:
    """Whether a number goes on "39 trucks on Friday, 50 on Saturday"."""
    phrase, sentence = draft.phrases[number], draft.sentence
    return (
        phrase.kind == Kind.BARE
        and sentence.word(phrase.end) in {"on", "in"}
        and sentence.word(phrase.end + 1) in fw.CALENDAR
    )


def _joined_to(draft: Draft, before: list[int]) -> Reading:
    """Return the figure that a number goes on: not the one in "where 800 remain trapped", but the one before that."""
    last = draft.found[before[-1]]
    if len(before) > 1 and last.governor.route == Route.PREDICATE:
        earlier = draft.found[before[-2]]
        between = draft.sentence.words[earlier.phrase.end : last.number]
        if earlier.governor.route == Route.OBJECT and not _CLAUSES.isdisjoint(between):
            return replace(earlier, phrase=last.phrase)
    return last


def _only_nouns_between(draft: Draft, whole: Reading, left: int) -> bool:
    """Whether nothing but nouns and what hangs on them stands before a number, the verbs of other figures aside."""
    words, verbs = draft.sentence.words, {reading.governor.at for reading in draft.found.values()} | {whole.governor.at}
    own = trigger_at(words, whole.governor.at)
    verbs |= set(range(whole.governor.at, whole.governor.at + own.length)) if own is not None else set()
    for at in range(whole.phrase.end, left):
        word = words[at]
        if word == "may" and draft.sentence.capitals[at]:
            continue
        left_so = at == whole.phrase.end and word in _LEFT_SO
        if at in verbs or left_so or word in _TRANSPARENT or (word in fw.AUXILIARIES and whole.governor.at >= at):
            continue
        if word in _BREAKING or word.endswith("ing") or trigger_at(words, at) is not None:
            return False
    return True


def _is_rival(draft: Draft, number: int) -> bool:
    """Whether a number is another count of the same: "the ministry put the figure at 35", "up from 20"."""
    left, kind = draft.left(number), draft.phrases[number].kind
    word, before = draft.sentence.word(left), draft.sentence.words[max(0, left - 6) : left]
    if word in {"from", "to", "with"} and draft.sentence.word(left - 1) in _OTHER_TIMES:
        return kind in {Kind.BARE, Kind.PEOPLE}
    if kind != Kind.BARE or not fw.MODALS.isdisjoint(before):
        return False
    if word == "of" and draft.sentence.word(left - 1) in _SPEAKING:
        return True
    if word in {"at", "of", "as", "to", "was", "is"} and _COUNTS.intersection(before):
        return True
    return word in _COUNTED or (word == "to" and bool(_COUNTED.intersection(before[-3:])))


def _take_rival(draft: Draft, number: int, whole: Reading) -> None:
    if whole.phrase.kind in {Kind.TRUCKS, Kind.VEHICLES}:
        draft.phrases[number] = replace(draft.phrases[number], kind=Kind.TRUCKS)
    put_down(draft, number, replace(whole.governor, route=Route.COORDINATION, group=whole.group))
