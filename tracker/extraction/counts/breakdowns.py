"""Numbers that add up to one before them: "six people were killed: a guard, two drivers and three shepherds"."""

from dataclasses import replace
from itertools import accumulate
from typing import Final

from tracker.extraction.indicators.governing import put_down
from tracker.extraction.sentences.draft import Draft
from tracker.extraction.sentences.governors import Route
from tracker.extraction.sentences.phrases import PEOPLE, Kind
from tracker.extraction.sentences.triggers import trigger_at
from tracker.vocabulary import Quantifier

_OPENING: Final = frozenset({":", "–", "-", "("})
_JOINING: Final = frozenset({",", "and", ", and", "plus"})
_WHERE: Final = frozenset({"in", "at", "near", "from"})
_OPENING_REACH: Final = 12
"""How many tokens may stand between a total and the mark that leads into its parts."""
_FEWEST: Final = 2


def set_breakdowns(draft: Draft, numbers: list[int]) -> None:
    """Put the numbers behind a dash, a colon or a bracket down as parts of the total before it that they add up to.

    What follows the last of them is no verb of theirs: "six killed – two guards and four drivers and 24 wounded".
    """
    for total in numbers:
        if total in draft.found and total not in draft.parts and (parts := _parts_of(draft, numbers, total)):
            for part in parts:
                draft.parts.add(part)
                put_down(draft, part, replace(draft.found[total].governor, route=Route.SUBSET, group=None), total)
            behind = next((number for number in numbers if number > parts[-1] and number in draft.found), None)
            if behind is not None:  # whom it counts is not said by the last part
                put_down(draft, behind, draft.found[behind].governor)


def _parts_of(draft: Draft, numbers: list[int], total: int) -> list[int]:
    whole = _exact(draft, total)
    behind = [number for number in numbers if number > total]
    if whole is None or not behind or not _opens(draft, total, behind[0]):
        return []
    run = [behind[0]]
    for number in behind[1:]:
        if _joint(draft, run[-1], number) not in _JOINING:
            break
        run.append(number)
    values = [_exact(draft, number) if _is_people(draft, number) else None for number in run]
    known = values[: values.index(None)] if None in values else values
    sums = list(accumulate(value for value in known if value is not None))
    return run[: sums.index(whole) + 1] if whole in sums[_FEWEST - 1 :] else []


def _exact(draft: Draft, number: int) -> int | None:
    amount = draft.amounts[number]
    return amount.printed.reported if amount.share is None and amount.printed.quantifier == Quantifier.EXACT else None


def _is_people(draft: Draft, number: int) -> bool:
    phrase = draft.phrases[number]
    return phrase.kind in PEOPLE | {Kind.UNKNOWN} and not phrase.pronoun


def _opens(draft: Draft, total: int, first: int) -> bool:
    """Whether a mark right before the first number leads into the parts of the total."""
    close = first - draft.phrases[total].end <= _OPENING_REACH
    return close and draft.sentence.word(first - 1) in _OPENING


def _joint(draft: Draft, before: int, number: int) -> str:
    """Return what joins two numbers, without a noun that we do not know or a place: "one clerk and", "two in Bora and"."""
    words, start = draft.sentence.words, draft.phrases[before].end
    unknown = draft.phrases[before].kind == Kind.BARE and words[start].isalpha() and words[start] not in _WHERE | {"and"}
    start += unknown and trigger_at(words, start) is None
    if words[start] in _WHERE and draft.sentence.capitals[start + 1]:
        start += 1
        while draft.sentence.capitals[start] and words[start] != "#":
            start += 1
    return " ".join(words[start:number])
