"""A claim within a sentence: who makes it, and on which side of it stands what was said."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from tracker.extraction.lexicon.speakers import DETERMINERS, QUANTITIES, SPEAKERS
from tracker.extraction.text.noun_phrases import Range
from tracker.extraction.text.words import Word, Words


class Side(Enum):
    """Where what was said stands: behind the claim ("X said that …"), before it ("…, X said"), or around it."""

    BEHIND = "behind"
    BEFORE = "before"
    AROUND = "around"


@dataclass(frozen=True, slots=True)
class Claim:
    """The first and last word of the claimant, the word that the claim turns on, and the side of what was said."""

    first: int
    last: int
    verb: int
    side: Side


def can_claim(phrase: Sequence[Word]) -> bool:
    """Tell whether the phrase names somebody: a noun of those who speak, or a name."""
    return any(
        word.lower.removesuffix("'s") in SPEAKERS or (word.capital and word.lower not in DETERMINERS | QUANTITIES)
        for word in phrase
    )


def has_head(words: Words, phrase: Range) -> bool:
    """Tell whether a noun of those who speak is in the phrase."""
    return any(word.lower in SPEAKERS for word in words[phrase[0] : phrase[1] + 1])
