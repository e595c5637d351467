"""Numbers that count nobody whatever stands around them: dates, ages, times, money, rates, and numbers that are names."""

from typing import Final

from tracker.extraction.lexicon import function_words as fw
from tracker.extraction.lexicon.things import TIMES
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.numbers.amounts import Amount
from tracker.extraction.sentences.ages import is_age
from tracker.extraction.sentences.calendar_numbers import is_date, is_year
from tracker.extraction.sentences.tokens import Sentence
from tracker.vocabulary import Quantifier

_NAMED: Final = word_set("""
    no no. nr number resolution resolutions article articles chapter phase section room flight route highway division
    page age aged level unit protocol convention annex paragraph schedule sector gate block bus ward camp item brigade
    battalion regiment session part volume season channel radio line motorway road type category class building group
    round street avenue hill pier zone corridor apartment sitrep bulletin issue
""")
_NUMERO: Final = word_set("no nr nos №")
_REPORTS: Final = {"situation": "report", "flash": "update", "daily": "update"}
"""Reports that are numbered: "Situation Report 14"."""
_MONEY: Final = word_set("$ € £ ¥ ₽ ₪ us$ usd eur rs hk$ a$ c$")
_SIGNS: Final = word_set("% $ € £ ° percent")
_CLOCK: Final = word_set("am pm a.m. p.m. gmt utc o'clock")
_PARENTS: Final = word_set("father mother parent grandfather grandmother widow")
_KIN: Final = word_set("member members relative relatives")
_SMALL: Final = 100
"""The larger number of a ratio like "one in five" is no larger."""


def is_no_count(sentence: Sentence, at: int) -> bool:
    """Whether the number at a token is a date, a time, an age, an amount of money, a rate, or part of a name."""
    amount = sentence.amount_at[at]
    if amount is None or amount.share is not None:
        return amount is None
    if _is_named(sentence, at) or _is_measured(sentence, at):
        return True
    if amount.printed.quantifier == Quantifier.VAGUE:
        return False
    return (
        is_date(sentence, at, amount)
        or is_year(sentence, at, amount)
        or is_age(sentence, at, amount)
        or _is_rate(sentence, at)
    )


def _is_named(sentence: Sentence, at: int) -> bool:
    """Whether a number belongs to the word before it: "Resolution 2401", "pre-2011", "day 25 of", a list's "1."."""
    before, behind = sentence.word(at - 1), sentence.word(at + 1)
    hyphened = before == "-" and sentence.ends[at - 1] == sentence.starts[at]
    numbered = at == 0 and behind in {".", ")"}
    counted_day = before == "day" and behind in fw.PREPOSITIONS | {",", "."}
    child = before == "of" and sentence.word(at - 2) in _PARENTS  # "a father of four"
    not_one = (
        before == "not"
        and sentence.amount_at[at] is not None
        and sentence.text[sentence.starts[at] : sentence.ends[at]].lower() == "one"
    )
    return before in _NAMED or not_one or hyphened or numbered or counted_day or child or _is_of_a_report(sentence, at)


def _is_of_a_report(sentence: Sentence, at: int) -> bool:
    """Whether a number is a report's own: "No. 14", "Bulletin #14", "Situation Report 14"."""
    amount, before = sentence.amount_at[at], [sentence.word(at - i) for i in (2, 1)]
    if amount is not None and (sentence.text[amount.start] == "#" or sentence.text[: amount.start].endswith(("#", "# "))):
        return True
    if sentence.word(at - 1) == ".":
        return sentence.word(at - 2) in _NUMERO and sentence.word(at - 3) != ""
    return before[1] == _REPORTS.get(before[0]) or before[1] == "№"


def _is_measured(sentence: Sentence, at: int) -> bool:
    behind = sentence.word(at + 1)
    per_cent = behind == "per" and sentence.word(at + 2) == "cent"
    return sentence.word(at - 1) in _MONEY or behind in _SIGNS | _CLOCK or per_cent


def _is_rate(sentence: Sentence, at: int) -> bool:
    """Whether a number is per something, or something per it: "one in five", "nine for every guard", "per 5,000 people".

    Of what each of several families lost, too.
    """
    before, behind = sentence.word(at - 1), sentence.words[at + 1 : at + 6]
    if before == "lost" and sentence.word(at - 2) in {"families", "households"} and not _KIN.isdisjoint(behind):
        return True
    if before in {"per", "every"} or (before == "in" and sentence.word(at - 2) == "#"):
        return True
    if behind[:1] in (["in"], ["out"]) and "#" in behind[1:3]:
        return _is_ratio(sentence, at, at + 1 + behind.index("#"))
    return "every" in behind and behind[behind.index("every") - 1] == "for"


def _is_ratio(sentence: Sentence, first: int, second: int) -> bool:
    """Whether two numbers are small and the first is the smaller one: "killed 25 in 10 days" is no ratio."""
    part, whole = _size(sentence.amount_at[first]), _size(sentence.amount_at[second])
    return sentence.word(second + 1) not in TIMES and part < whole <= _SMALL


def _size(amount: Amount | None) -> int:
    return (amount.printed.reported or _SMALL) if amount is not None else _SMALL
