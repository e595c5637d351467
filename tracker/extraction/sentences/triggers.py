"""The words that say what a number counts, found in a sentence: "killed", "went missing"."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from tracker.extraction.lexicon import trigger_phrases as tp
from tracker.extraction.lexicon import trigger_words as tw
from tracker.vocabulary import Indicator


class Shape(Enum):
    """How a trigger takes those it counts: as its object, as its subject, or as what it is said of."""

    BASE = "kill"
    THIRD = "kills"
    PAST = "killed"
    ING = "killing"
    STATE = "dead"
    SUBJECT = "fled"
    SUBJECT_ING = "fleeing"
    SUBJECT_BASE = "flee"


@dataclass(frozen=True, slots=True)
class Trigger:
    """What a word or phrase makes of the number it governs; `length` is how many words it has.

    `people` is set where the number has to be one of people, as things are captured and leave, too.
    """

    indicator: Indicator
    shape: Shape
    people: bool = False
    length: int = 1


_Row = tuple[tuple[str, ...], Trigger]
_OBJECT: Final = (Shape.BASE, Shape.THIRD, Shape.PAST, Shape.ING)
_SUBJECT: Final = (Shape.SUBJECT_BASE, Shape.SUBJECT_BASE, Shape.SUBJECT, Shape.SUBJECT_ING)
_OF_PEOPLE_ALONE: Final = frozenset({Indicator.KILLED, Indicator.INJURED, Indicator.MISSING})
"""What happens to people only, whatever noun they are given."""
_OF_THINGS_TOO: Final = frozenset(tw.OF_THINGS_TOO.split())


def _rows() -> Iterator[_Row]:
    for verbs, shapes in ((tw.TRANSITIVE, _OBJECT), (tw.INTRANSITIVE, _SUBJECT)):
        for indicator, text in verbs.items():
            for verb in text.split(";"):
                for form, shape in zip(verb.split(), shapes, strict=False):
                    people = indicator not in _OF_PEOPLE_ALONE or form in _OF_THINGS_TOO
                    yield (form,), Trigger(indicator, shape, people)
    for indicator, text in tw.STATES.items():
        for word in text.split():
            yield (word,), Trigger(indicator, Shape.STATE)
    for indicator, text in tp.PHRASES.items():
        for phrase in text.split(";"):
            words = tuple(phrase.split())
            yield words, Trigger(indicator, Shape.SUBJECT, indicator != Indicator.KILLED, len(words))


def _table() -> dict[str, list[_Row]]:
    """Return the triggers by their first word, those with most words first."""
    table: dict[str, list[_Row]] = {}
    for words, trigger in _rows():
        if words[0] != "-":
            table.setdefault(words[0], []).append((words, trigger))
    for rows in table.values():
        rows.sort(key=lambda row: -len(row[0]))
    return table


def _by_word(lists: dict[Indicator, str]) -> dict[str, Indicator]:
    return {word: indicator for indicator, words in lists.items() for word in words.split()}


_TABLE: Final = _table()
ACTIVE_PHRASES: Final[dict[tuple[str, ...], Indicator]] = {
    tuple(phrase.split()): indicator for indicator, text in tp.ACTIVE.items() for phrase in text.split(";")
}
"""What phrases count that take an object: "gunned down 25"."""
OBJECT_SHAPES: Final = frozenset(_OBJECT)
"""The shapes that count their object."""
WEAK: Final = frozenset(tw.WEAK.split())
"""Words of staying that mean the besieged where a siege is spoken of."""
NOUNS: Final = _by_word(tw.NOUNS)
EVENTS: Final = _by_word(tw.EVENTS)
TOLLS: Final = _by_word(tw.TOLLS)
TRIGGER_WORDS: Final = frozenset(_TABLE)
"""The first word of every trigger."""


def trigger_at(words: list[str], at: int) -> Trigger | None:
    """Return the trigger that begins at a word, the longest one; null where none does."""
    for phrase, trigger in _TABLE.get(words[at], ()):
        if len(phrase) == 1 or tuple(words[at : at + len(phrase)]) == phrase:
            return trigger
    return None


def verb_at(words: list[str], at: int) -> Trigger | None:
    """Return the trigger that the one word at an index is; null where it is none."""
    rows = _TABLE.get(words[at], ())
    return rows[-1][1] if rows and len(rows[-1][0]) == 1 else None
