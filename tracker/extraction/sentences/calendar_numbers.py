"""Numbers that are days of a month or years."""

from typing import Final

from tracker.extraction.lexicon import function_words as fw
from tracker.extraction.lexicon.people import HOUSEHOLDS, PLURAL
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.numbers.amounts import Amount
from tracker.extraction.sentences.tokens import Sentence

_BEFORE_YEAR: Final = word_set("""
    in since of by until till from during before after early late mid year summer winter spring autumn fall the to and
    between circa
""")
_HARMED: Final = word_set("killed dead wounded injured")
_NOT_MAY: Final = word_set("have be not still also")
_JOINING: Final = word_set("to and – - or")
_FIRST_YEAR, _LAST_YEAR, _LONGEST_MONTH = 1900, 2100, 31
_DIGITS: Final = 4


def is_date(sentence: Sentence, at: int, amount: Amount) -> bool:
    """Whether a number is the day of a month that stands beside it."""
    if max(amount.printed.reported or 0, amount.printed.reported_max or 0) > _LONGEST_MONTH:
        return False
    return _is_before_month(sentence, at) or _is_behind_month(sentence, at)


def _is_before_month(sentence: Sentence, at: int) -> bool:
    behind = sentence.word(at + 1)
    if behind == "may":
        return sentence.capitals[at + 1] and sentence.word(at + 2) not in _NOT_MAY
    ranged = behind in _JOINING and sentence.word(at + 2) == "#" and sentence.word(at + 3) in fw.MONTHS
    return behind in fw.MONTHS or ranged


def _is_behind_month(sentence: Sentence, at: int) -> bool:
    before, people = sentence.word(at - 1), sentence.word(at + 1) in PLURAL
    if before in _JOINING and sentence.word(at - 2) == "#" and sentence.word(at - 3) in fw.MONTHS:
        return not people
    month = at - 2 if before == "." else at - 1
    if sentence.word(month) not in fw.MONTHS or not sentence.capitals[month]:
        return False
    led_by = sentence.word(at - 2)
    if led_by == "#" and month == at - 1:
        return False  # "on 7 June 15 people": the day stands before the month
    return not (led_by == "in" and (people or sentence.word(at + 2) in PLURAL))


def is_year(sentence: Sentence, at: int, amount: Amount) -> bool:
    """Whether a number of four plain digits is a year, by what stands before it or because nobody stands behind it."""
    n, digits = amount.printed.reported, sentence.text[amount.core : amount.end]
    plain = digits[:_DIGITS].isdigit() and amount.start == amount.core
    if n is None or not plain or not _FIRST_YEAR <= n < _LAST_YEAR:
        return False
    before, behind = sentence.word(at - 1), sentence.word(at + 1)
    if before in _BEFORE_YEAR | fw.CALENDAR or sentence.word(at - 2) in fw.MONTHS:
        return True
    return PLURAL.keys().isdisjoint((behind, sentence.word(at + 2))) and behind not in _HARMED | HOUSEHOLDS
