"""What the printed words of a number say: quantifier, printed number and range, for "More than 1,220" or "dozens".

The rows follow the table in `tracker.ranges`, which has the values of vague words; this module reads the words.
"""

import re
from dataclasses import dataclass
from typing import Final

from tracker.extraction.numbers.qualifiers import NEARLY, qualifier
from tracker.extraction.numbers.words import SCALES, Number, numbers_in, plain
from tracker.ranges import OPEN, VAGUE_WORDS, Range, is_played_down, range_of, value_of_vague_words
from tracker.vocabulary import Quantifier


class NumberError(ValueError):
    """The words cannot be read as one number; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """What the words say. `reported` and `reported_max` are null for a vague word; `range` follows `tracker.ranges`."""

    quantifier: Quantifier
    reported: int | None
    reported_max: int | None
    range: Range


_RANGE_SIGN: Final = re.compile(r" ?(?:-|–|to|and|or) ?(?:as many as |up to |perhaps )?")
_SHARE: Final = re.compile(
    r"%|\bper ?cent\b|\bhalf of\b|\b(?:a|one|two|three|four)[ -](?:third|quarter|fifth|sixth|tenth)s?\b"
    r"|\b\w+ in \w+ of\b|\bout of\b"
)
_NOBODY: Final = re.compile(r"\b(?:none|nobody|no[ -]one|not one|not a single|zero|nil)\b|^no(?:$| (?!fewer |less |more ))")
_VAGUE_WITHOUT_VALUE: Final = re.compile(
    r"\b(?:handful|many|numerous|countless|a number of|couple|few|various|multiple|most|large numbers|unknown number)\b"
)
_SCALE: Final = re.compile(r"\b(thousand|million|billion)$")
_COUPLE: Final = re.compile(r"\bcouple\b")  # "a couple of hundred": nobody knows how many
_VAGUE: Final = re.compile(r"\b(?:" + "|".join(sorted(VAGUE_WORDS, key=len, reverse=True)) + r")\b")


def read_number(words: str) -> PrintedNumber:
    """Read a number as printed, qualifier included. Raises NumberError for a share, for none, and for several numbers."""
    line = plain(words)
    if _SHARE.search(line):
        raise NumberError(
            "This is a share of another number: write the calculation, as in “1/5 × 1,220”, and give best yourself."
        )
    if line in {"a", "an"}:  # of "a woman was killed", where only the article says how many
        return PrintedNumber(Quantifier.EXACT, 1, None, Range(1, 1, 1))
    if _VAGUE.search(line):
        return _vague(line)
    if _NOBODY.search(line):
        return PrintedNumber(Quantifier.EXACT, 0, None, Range(0, 0, 0))
    found = [] if _COUPLE.search(line) else numbers_in(line)
    if found:
        return _numeric(line, found)
    if _VAGUE_WITHOUT_VALUE.search(line):
        return PrintedNumber(Quantifier.VAGUE, None, None, OPEN)
    raise NumberError(
        f"No number can be read in “{words.strip()}”: choose the qualifier, and give the printed number yourself."
    )


def _vague(line: str) -> PrintedNumber:
    """Return the least that a plural word can mean; "up to hundreds" leaves even that open."""
    value = value_of_vague_words(line)
    below = qualifier(line[: next(m.start() for m in _VAGUE.finditer(line))], "")
    bounded = below in {Quantifier.UP_TO, Quantifier.LESS_THAN} or re.search(rf"\b(?:{NEARLY})\b", line)
    if value is None or bounded or is_played_down(line):
        return PrintedNumber(Quantifier.VAGUE, None, None, OPEN)
    return PrintedNumber(Quantifier.VAGUE, None, None, range_of(Quantifier.VAGUE, value))


def _numeric(line: str, found: list[Number]) -> PrintedNumber:
    first, *rest = found
    before = line[: first.start]
    if rest:
        return _between(line, found)
    n = _whole(first)
    quantifier = qualifier(before, line[first.end :])
    if quantifier is None and first.round_word:
        played_down = is_played_down(before)
        return PrintedNumber(Quantifier.VAGUE, None, None, OPEN if played_down else range_of(Quantifier.VAGUE, n))
    quantifier = quantifier or Quantifier.EXACT
    nearly = quantifier == Quantifier.APPROXIMATELY and re.search(rf"\b(?:{NEARLY})\b", before) is not None
    return PrintedNumber(quantifier, n, None, range_of(quantifier, n, nearly=nearly))


def _between(line: str, found: list[Number]) -> PrintedNumber:
    first, second = found[0], found[1]
    sign = line[first.end : second.start]
    several = len(found) > 2 or not _RANGE_SIGN.fullmatch(sign)  # noqa: PLR2004 - a range has two numbers
    if several or (sign.strip() == "and" and not re.search(r"\bbetween ", line[: first.start])):
        raise NumberError("Several numbers stand here: copy only the one that this figure counts.")
    least = qualifier(line[: first.start], "")
    if sign.strip() == "or" and least in {Quantifier.MORE_THAN, Quantifier.AT_LEAST}:
        return PrintedNumber(least, _whole(first), None, range_of(least, _whole(first)))  # "more than 20 or 30"
    low, high = _lower_of_range(line, first, second), _whole(second)
    if low > high:
        raise NumberError(f"The upper number {high:,} is below the lower number {low:,}: copy them as they are printed.")
    return PrintedNumber(Quantifier.BETWEEN, low, high, range_of(Quantifier.BETWEEN, low, n_max=high))


def _lower_of_range(line: str, first: Number, second: Number) -> int:
    """Return the lower number; in "2 to 3 million" it shares the upper one's scale. "20–30,000" can be read in two ways."""
    scale = _SCALE.search(line[second.start : second.end])
    low, high = _whole(first), _whole(second)
    if scale and low < high and not _SCALE.search(line[first.start : first.end]):
        return low * SCALES[scale[1]]
    if low < 1000 and 1000 * low <= high < 10_000 * low and high % 1000 == 0:  # noqa: PLR2004
        raise NumberError(f"The lower number may be {low:,} or {1000 * low:,}: choose the qualifier, and give both numbers.")
    return low


def _whole(number: Number) -> int:
    if number.value.denominator != 1:
        raise NumberError(f"{float(number.value):g} is not a whole number: copy its “thousand” or “million” too.")
    return number.value.numerator
