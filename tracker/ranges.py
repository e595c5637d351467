"""What the printed words of a number mean as low, best and high: the one table that extraction, review and pages share.

The values of vague words are a convention (a plural is at least two of its unit; ACLED's codebook uses 10, 12 and 100 in
the same way), not a finding. The methodology page prints this table from this code and says so.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from tracker.vocabulary import Quantifier

VAGUE_WORDS: Final[dict[str, int]] = {
    "several": 3,
    "a few": 3,
    "tens": 20,
    "dozens": 24,
    "several dozen": 36,
    "a few dozen": 36,
    "scores": 40,
    "several hundred": 300,
    "a few hundred": 300,
    "hundreds": 200,
    "several thousand": 3_000,
    "a few thousand": 3_000,
    "thousands": 2_000,
    "tens of thousands": 20_000,
    "hundreds of thousands": 200_000,
    "several million": 3_000_000,
    "millions": 2_000_000,
    "tens of millions": 20_000_000,
}
"""The least that each vague word can mean."""

ROUND_WORDS: Final[dict[str, int]] = {"a dozen": 12, "a hundred": 100, "a thousand": 1_000, "a million": 1_000_000}
"""Words that are a number when they stand behind a qualifier, as in "more than a dozen"."""

_NEARLY = re.compile(r"\b(nearly|almost|close to|just under|not quite|approaching|nearing)\b", re.IGNORECASE)
_PLAYED_DOWN = re.compile(r"\b(only|just|a mere|merely)\b", re.IGNORECASE)


class RangeError(ValueError):
    """The words and numbers given do not make a range; the message says which one is wrong."""


@dataclass(frozen=True, slots=True)
class Range:
    """Low, best and high as whole numbers; null means open on that side (or, for best, that no number was printed)."""

    low: int | None
    best: int | None
    high: int | None


OPEN: Final = Range(None, None, None)


def is_played_down(reported_text: str) -> bool:
    """Whether the words make a vague number small ("only a handful"): such a word has no least value."""
    return _PLAYED_DOWN.search(reported_text) is not None


def value_of_vague_words(reported_text: str) -> int | None:
    """Return the least that the vague or round word in the text can mean, the longest word first; null if it has none."""
    text = reported_text.lower()
    values = ROUND_WORDS | VAGUE_WORDS
    for words in sorted(values, key=len, reverse=True):
        if re.search(rf"\b{words}\b", text):
            return values[words]
    return None


def share_of(share: Fraction, base: int) -> int:
    """Return a printed share of a printed base in whole units, rounded down: a fifth of 1,220 is 244."""
    return share.numerator * base // share.denominator


def range_of(quantifier: Quantifier, n: int, *, n_max: int | None = None, nearly: bool = False) -> Range:
    """Return the range of a qualified number (design: "From words to low, best, high").

    `n_max` is the upper number of "between a and b", required there and refused elsewhere. `nearly` marks the words
    that say the number was not reached ("almost 600"), which only "approximately" has. Raises RangeError.
    """
    if (quantifier == Quantifier.BETWEEN) != (n_max is not None):
        raise RangeError("an upper number belongs to “between”, and only to it")
    if n_max is not None and n_max < n:
        raise RangeError(f"the upper number {n_max} is below the lower number {n}")
    match quantifier:
        case Quantifier.EXACT:
            return Range(n, n, n)
        case Quantifier.APPROXIMATELY:
            return Range(None, n, n if nearly else None)
        case Quantifier.AT_LEAST | Quantifier.MORE_THAN:
            return Range(n, n, None)
        case Quantifier.UP_TO | Quantifier.LESS_THAN:
            return Range(None, None, n)
        case Quantifier.BETWEEN:
            return Range(n, None, n_max)
        case Quantifier.VAGUE:
            return Range(n, None, None)


def range_of_words(
    quantifier: Quantifier, reported_text: str, reported: int | None, reported_max: int | None = None
) -> Range:
    """Return the range of a number as printed.

    `reported` and `reported_max` are the printed whole numbers, null for a vague word; then the word's own least value is
    used, and a vague word that plays down, or one that the table does not know, leaves every side open. A share is not
    read here (`share_of`). Raises RangeError when the quantifier and the numbers do not fit together.
    """
    if quantifier == Quantifier.VAGUE:
        if reported is not None or reported_max is not None:
            raise RangeError("a vague word has no printed number: leave “reported” empty, or choose another quantifier")
        value = value_of_vague_words(reported_text)
        return OPEN if value is None or is_played_down(reported_text) else range_of(quantifier, value)
    value = value_of_vague_words(reported_text) if reported is None else reported
    if value is None:
        raise RangeError(f"“{reported_text}” has no number: give it as “reported”, or say that it is vague")
    return range_of(quantifier, value, n_max=reported_max, nearly=_NEARLY.search(reported_text) is not None)
