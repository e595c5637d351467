"""Numbers that are somebody's age: "Salma, 27, said", "a 12-year-old", "aged four, six and nine"."""

from typing import Final

from tracker.extraction.lexicon import function_words as fw
from tracker.extraction.lexicon.people import PLURAL, SINGULAR
from tracker.extraction.lexicon.things import TRUCKS, VEHICLES
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.numbers.amounts import Amount
from tracker.extraction.sentences.tokens import Sentence

_OLDEST: Final = 110
_LISTING: Final = word_set(", and # between or from to")
_SERIES: Final = word_set("# , and")
_AGED: Final = word_set("aged ages age")
_ENDS: Final = word_set(", . ; – - ) and when") | {""}
_ELDEST: Final = word_set("oldest eldest youngest")
_MARKS: Final = {",": frozenset({",", ".", ";", ""}), "(": frozenset({")", ","})}


def is_age(sentence: Sentence, at: int, amount: Amount) -> bool:
    """Whether a number is an age, or part of a compound like "30-member"; trucks are counted so, too."""
    before, behind = sentence.word(at - 1), sentence.word(at + 1)
    if (amount.printed.reported or _OLDEST) >= _OLDEST:
        return False
    if amount.start != amount.core:
        return sentence.text[amount.start : amount.core].lower() == "under " and behind in _ENDS | {"were", "who"}
    compound = behind == "-" and sentence.word(at + 2) not in TRUCKS | VEHICLES
    of_age = before == "of" and sentence.word(at - 2) == "age"
    under = before == "under" and behind in {"were", "who", ",", "."}
    named = before in fw.BE and sentence.word(at - 2) in {"who", "whom"} and behind in _ENDS  # "who was seven,"
    eldest = not _ELDEST.isdisjoint(sentence.words[max(0, at - 4) : at])
    return (
        compound
        or of_age
        or under
        or named
        or eldest
        or _is_listed(sentence, at)
        or _is_in_apposition(sentence, at)
        or _is_behind_name(sentence, at)
    )


def _is_listed(sentence: Sentence, at: int) -> bool:
    """Whether the number stands in "aged four, six and nine"."""
    while at > 0 and sentence.words[at - 1] in _LISTING:
        at -= 1
        if sentence.word(at - 1) in _AGED:
            return True
    return False


def _is_in_apposition(sentence: Sentence, at: int) -> bool:
    """Whether the number stands in "two boys, 9 and 11, were", or "a boy, 9,"."""
    begin, end = at, at
    while sentence.word(begin - 1) in _SERIES:
        begin -= 1
    while sentence.word(end + 1) in _SERIES:
        end += 1
    noun = sentence.word(begin - 1)
    closed = sentence.word(begin) == "," and sentence.word(end) == "," and end > at
    return closed and (noun in PLURAL or noun in SINGULAR)


def _is_behind_name(sentence: Sentence, at: int) -> bool:
    """Whether the number stands between marks behind a name."""
    named = at > 1 and sentence.capitals[at - 2] and sentence.words[at - 2] not in fw.CALENDAR
    return named and sentence.word(at + 1) in _MARKS.get(sentence.word(at - 1), frozenset())
