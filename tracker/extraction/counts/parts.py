"""Numbers that are part of another: "including 11 women and 13 children", "a fifth of them", "30 were women"."""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from tracker.extraction.indicators.alone import event_of
from tracker.extraction.indicators.governing import govern, put_down
from tracker.extraction.indicators.groups import complement
from tracker.extraction.indicators.objects import object_of
from tracker.extraction.indicators.predicates import predicate_of
from tracker.extraction.indicators.recipients import recipients_of
from tracker.extraction.indicators.tolls import PART_CUES, has_toll
from tracker.extraction.lexicon import function_words as fw
from tracker.extraction.lexicon.people import PLURAL
from tracker.extraction.numbers.amounts import Amount
from tracker.extraction.sentences.draft import Draft, Reading
from tracker.extraction.sentences.governors import Governor, Refusal, Route
from tracker.extraction.sentences.phrases import Kind
from tracker.extraction.sentences.triggers import Shape, trigger_at
from tracker.extraction.sentences.verb_groups import is_unreal
from tracker.vocabulary import Group, Indicator

_CONTAINING: Final = frozenset({"among", "of", "amongst"})
_PRONOUNS: Final = frozenset({"them", "whom", "these", "those"})
_TOLD: Final = frozenset({Shape.PAST, Shape.SUBJECT, Shape.STATE, Shape.ING})
_OUTCOMES: Final = frozenset({Indicator.KILLED, Indicator.INJURED})
_AMONG_REACH: Final = 4
_REACH: Final = 16
"""How many tokens before a part the verb of a total without a number is looked for."""


def parts_among(draft: Draft, numbers: list[int]) -> set[int]:
    """Return those of the numbers that are said to be part of another."""
    parts: set[int] = set()
    for number in numbers:
        if not draft.amounts[number].article and (
            _is_led_in(draft, number) or _is_told(draft, number) or _goes_on(draft, number, parts)
        ):
            parts.add(number)
    return parts


def take_part(draft: Draft, number: int) -> None:
    """Put down a part with what its total counts, or what its own verb says."""
    if _is_aside(draft, number):
        return
    total, phrase, amount = _total(draft, number), draft.phrases[number], draft.amounts[number]
    if total is None:
        govern(draft, number)
        if number not in draft.found and amount.share is None and draft.refused.get(number) is not Refusal.UNREAL:
            _take_part_of_words(draft, number)
        return
    alone = amount.singular and phrase.kind == Kind.BARE
    if not phrase.pronoun and (alone or amount.share is not None):
        return
    whole = draft.found[total]
    draft.phrases[number] = replace(phrase, group=phrase.group or complement(draft, number) or _group_behind(draft, number))
    if draft.sentence.word(draft.left(number)) == "(" and {phrase.kind, whole.phrase.kind} == {Kind.PEOPLE, Kind.HOUSEHOLDS}:
        put_down(draft, number, replace(whole.governor, route=Route.COORDINATION, group=None))  # "50 families (300 people)"
        return
    root = whole.total if whole.total is not None and not phrase.pronoun else total
    put_down(draft, number, _governor(draft, number, whole), root, total if amount.share is not None else None)


def _is_aside(draft: Draft, number: int) -> bool:
    """Whether a part only tells more of one, or of weapons: "one of whom was nine", "including 40 that injured five"."""
    end = draft.phrases[number].end
    if draft.sentence.word(end) in {"that", "which"} and trigger_at(draft.sentence.words, end + 1) is not None:
        return True
    return draft.sentence.word(end) == "along" or (draft.sentence.word(end) in fw.BE and end + 1 in draft.excluded)


def _is_led_in(draft: Draft, number: int) -> bool:
    """Whether words before a number make it a part: "including 3", "among them 3", "including those of 3", "(3 women"."""
    left = draft.left(number)
    words = [draft.sentence.word(left - i) for i in (2, 1, 0)]
    if words[2] in PART_CUES:
        return words[2] == "including" or not has_toll(draft.sentence, left)
    if words[2] == "(":
        return draft.before(number) is not None
    if words[2] in fw.BE:
        return draft.before(number) is not None and _among_them(draft, left)
    return (
        (words[2] in _PRONOUNS and words[1] in _CONTAINING)
        or (words[1:] == ["those", "of"] and words[0] in PART_CUES)
        or words[1:] == ["incl", "."]
    )


def _among_them(draft: Draft, verb: int) -> bool:
    """Whether "among them", "among those people" stands before "were"."""
    near = draft.sentence.words[max(0, verb - _AMONG_REACH) : verb]
    return any(word in _CONTAINING and behind in _PRONOUNS for word, behind in pairwise(near)) and "#" not in near


def _is_told(draft: Draft, number: int) -> bool:
    """Whether words behind a number make it a part: "3 of them", "3 were among", "3 were women"."""
    phrase = draft.phrases[number]
    behind = [draft.sentence.word(phrase.end + i) for i in range(2)]
    if draft.amounts[number].share is not None and behind[0] == "who":
        return False  # "90 per cent of those who fled": of nobody counted before
    if behind[0] in _CONTAINING and behind[1] in _PRONOUNS:
        return True
    if behind[0] in fw.BE and behind[1] == "among" and phrase.kind == Kind.PEOPLE:
        return True
    return (phrase.pronoun or complement(draft, number) is not None) and draft.before(number) is not None


def _goes_on(draft: Draft, number: int, parts: set[int]) -> bool:
    """Whether a number is the next of several parts: "including four children and three women"."""
    left, last, phrase = draft.left(number), draft.before(number), draft.phrases[number]
    if last is None or last not in parts or phrase.kind != Kind.PEOPLE:
        return False
    if _is_next_group(draft, number, last):
        return True
    if draft.sentence.word(left) not in {"and", ","}:
        return False
    behind = draft.sentence.word(phrase.end)
    verb = behind in fw.BE | fw.HAVE or (behind != "" and trigger_at(draft.sentence.words, phrase.end) is not None)
    return not verb and draft.phrases[last].end >= left - 1 and not draft.phrases[last].pronoun


def _is_next_group(draft: Draft, number: int, last: int) -> bool:
    """Whether a number goes on "31 were women, 16 children", with or without the commas."""
    said = draft.phrases[last]
    end = said.end + 2 if complement(draft, last) is not None else said.end
    listed = complement(draft, last) is not None or (last in draft.listed and said.kind == Kind.PEOPLE)
    between = [word for word in draft.sentence.words[end:number] if word not in {"and", ",", "the"}]
    if not listed or between or draft.phrases[number].group is None:
        return False
    draft.listed.add(number)
    return True


def _total(draft: Draft, number: int) -> int | None:
    """Return the number that one is part of: the nearest figure before it, else behind it."""
    before = draft.found_before(number)
    if draft.sentence.word(draft.phrases[number].end + 1) == "among" or not before:
        return min((i for i in draft.found if i > number), default=None)
    nearest = next((i for i in reversed(before) if not _exceeds(draft.amounts[number], draft.found[i])), before[-1])
    total = draft.found[nearest].total
    goes_on = nearest in draft.parts and draft.sentence.word(draft.left(number)) in {*PART_CUES, "and", ","}
    return total if total is not None and goes_on else nearest


def _exceeds(part: Amount, whole: Reading) -> bool:
    """Whether a number is too large to be part of another: "15 dead and two wounded, including three women"."""
    least, most = part.printed.reported, whole.amount.printed.range.high
    return least is not None and most is not None and least > most


def _group_behind(draft: Draft, number: int) -> Group | None:
    """Return the group in "a fifth of them children", "one of them a child"; the child is then no figure of its own."""
    phrase = draft.phrases[number]
    if not phrase.pronoun:
        return None
    if phrase.end not in draft.phrases:
        joined = draft.sentence.word(phrase.end + 1) in {"and", "or"}  # "of them women and children": two groups
        return None if joined else PLURAL.get(draft.sentence.word(phrase.end))
    draft.found.pop(phrase.end, None)
    draft.refused[phrase.end] = Refusal.SUBJECT
    return draft.phrases[phrase.end].group


def _governor(draft: Draft, number: int, whole: Reading) -> Governor:
    """Return a part's own verb or noun, where it has another than its total; the total's otherwise."""
    phrase, sentence = draft.phrases[number], draft.sentence
    inherited = replace(whole.governor, route=Route.SUBSET, group=None)
    own = (
        event_of(draft, number, phrase)
        if phrase.kind == Kind.EVENTS
        else _object(draft, number) or predicate_of(sentence, number, phrase, draft.phrases)
    )
    own = own if isinstance(own, Governor) else recipients_of(sentence, number, phrase) or Refusal.NONE
    if isinstance(own, Governor) and own.indicator == Indicator.CASUALTIES and inherited.indicator in _OUTCOMES:
        return inherited  # "killed three, including a man who was shot"
    if isinstance(own, Governor) and own.indicator != inherited.indicator and _is_own(draft, number, whole, own):
        return own
    return inherited


def _object(draft: Draft, number: int) -> Governor | None:
    """Return the verb or noun of a pronoun's own: "killing 12 of them", "the return of 30 of them"."""
    taken = object_of(draft.sentence, number, draft.phrases[number]) if draft.phrases[number].pronoun else None
    return taken if isinstance(taken, Governor) else None


def _is_own(draft: Draft, number: int, whole: Reading, own: Governor) -> bool:
    """Whether a verb found behind a part is not that of the total or of a number further on."""
    if own.at == whole.governor.at or own.route in {Route.FAR_PREDICATE, Route.COORDINATION}:
        return False
    return not own.at > whole.governor.at > number and "#" not in draft.sentence.words[number + 1 : own.at]


def _take_part_of_words(draft: Draft, number: int) -> None:
    """Give a part what its total without a number has: "killed many people, including 12 children"."""
    words = draft.sentence.words
    for at in range(number - 1, max(-1, number - _REACH), -1):
        if words[at] in {";", ":"} or words[at] in fw.SAYING:
            return
        trigger = trigger_at(words, at)
        if trigger is not None and trigger.shape in _TOLD and not is_unreal(draft.sentence, at):
            put_down(draft, number, Governor(trigger.indicator, at, Route.ADJECTIVE))
            return
