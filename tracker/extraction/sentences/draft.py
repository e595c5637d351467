"""A sentence while its figures are read: its numbers with their phrases, and what has been found so far."""

from dataclasses import dataclass, field
from typing import Final

from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.numbers.amounts import Amount
from tracker.extraction.sentences.governors import Governor, Refusal
from tracker.extraction.sentences.not_counts import is_no_count
from tracker.extraction.sentences.phrases import Phrase, phrase_behind
from tracker.extraction.sentences.surroundings import Surroundings
from tracker.extraction.sentences.tokens import Sentence
from tracker.vocabulary import Group


@dataclass(frozen=True, slots=True)
class Reading:
    """A number that counts something. `number`, `total` and `base` are tokens of the sentence.

    `total` is the number that this one is part of, null when of none; `base` the number that a share is of.
    """

    number: int
    amount: Amount
    phrase: Phrase
    governor: Governor
    group: Group | None
    total: int | None = None
    base: int | None = None


_BESIDE: Final = word_set("the another further a an all some other remaining his her their")


@dataclass(slots=True)
class Draft:
    """The numbers of a sentence by their tokens. `excluded` ones are no counts, or the wholes of others."""

    sentence: Sentence
    surroundings: Surroundings
    amounts: dict[int, Amount]
    phrases: dict[int, Phrase]
    bases: dict[int, int] = field(default_factory=dict)
    excluded: set[int] = field(default_factory=set)
    parts: set[int] = field(default_factory=set)
    listed: set[int] = field(default_factory=set)
    refused: dict[int, Refusal] = field(default_factory=dict)
    found: dict[int, Reading] = field(default_factory=dict)

    def left(self, number: int) -> int:
        """Return the token before a number, articles and "another" aside; -1 at the beginning."""
        at = number - 1
        while self.sentence.word(at) in _BESIDE:
            at -= 1
        return at

    def before(self, number: int) -> int | None:
        """Return the nearest number before one that counts something or may; null for the first."""
        return next((i for i in reversed(self.amounts) if i < number and i not in self.excluded), None)

    def found_before(self, number: int) -> list[int]:
        """Return the numbers before one that were found to be figures, in order."""
        return sorted(i for i in self.found if i < number)


def draft_of(sentence: Sentence, surroundings: Surroundings) -> Draft:
    """Return a sentence with its numbers set out, none of them read."""
    amounts = {i: amount for i, amount in enumerate(sentence.amount_at) if amount is not None}
    phrases = {i: phrase_behind(sentence, i) for i in amounts}
    return Draft(sentence, surroundings, amounts, phrases, excluded={i for i in amounts if is_no_count(sentence, i)})
