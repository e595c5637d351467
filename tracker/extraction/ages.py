"""Numbers that are somebody's age: "Salma, 27, said", "a 12-year-old", "aged four, six and nine"."""

from typing import Final

from tracker.extraction import function_words as fw
from tracker.extraction.amounts import Amount
from tracker.extraction.thing_words import TRUCKS, VEHICLES
from tracker.extraction.tokens import Sentence

_OLDEST: Final = 110
_LISTING: Final = fw.word_set(", and # between or from to")
_AGED: Final = fw.word_set("aged ages age")
_MARKS: Final = {",": frozenset({",", ".", ";", ""}), "(": frozenset({")", ","})}


def is_age(sentence: Sentence, at: int, amount: Amount) -> bool:
    """Whether a number is an age, or part of a compound like "30-member"; trucks are counted so, too."""
    if (amount.printed.reported or _OLDEST) >= _OLDEST or amount.start != amount.core:
        return False
    before, behind = sentence.word(at - 1), sentence.word(at + 1)
    compound = behind == "-" and sentence.word(at + 2) not in TRUCKS | VEHICLES
    of_age = before == "of" and sentence.word(at - 2) == "age"
    under = before == "under" and behind in {"were", "who", ",", "."}
    return compound or of_age or under or _is_listed(sentence, at) or _is_behind_name(sentence, at)


def _is_listed(sentence: Sentence, at: int) -> bool:
    """Whether the number stands in "aged four, six and nine"."""
    while at > 0 and sentence.words[at - 1] in _LISTING:
        at -= 1
        if sentence.word(at - 1) in _AGED:
            return True
    return False


def _is_behind_name(sentence: Sentence, at: int) -> bool:
    """Whether the number stands between marks behind a name."""
    named = at > 1 and sentence.capitals[at - 2] and sentence.words[at - 2] not in fw.CALENDAR
    return named and sentence.word(at + 1) in _MARKS.get(sentence.word(at - 1), frozenset())
