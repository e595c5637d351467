"""Days on which something was only said: "said on Tuesday", no date of what happened."""

from typing import Final

from tracker.extraction.claimants.claim import Claim, Side
from tracker.extraction.lexicon.speakers import FORERUNNERS, HEADS, JOINING
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.text.words import Passage, Word, Words

_ASIDE: Final = 3
"""How many words may stand between a verb of claiming and the day that it was said on."""
_COUNTED: Final = word_set("documented recorded registered verified tallied logged counted")


def only_said(passage: Passage, claims: tuple[Claim, ...], first: int, last: int, number: int) -> bool:
    """Tell whether the words date the claim: "said on Tuesday", "On 11 March, the council stated that …"."""
    words = passage.words
    if words[last].lower.endswith("'s"):
        return False
    that = last + 1 < len(words) and words[last + 1].lower == "that"
    return any(_dates(words, claim, first, last, number) or (that and claim.verb < first) for claim in claims)


def _dates(words: Words, claim: Claim, first: int, last: int, number: int) -> bool:
    """Tell whether the words from `first` to `last` date that claim."""
    if claim.last < first and last < claim.verb:
        return True  # "the mayor on Tuesday said"
    if claim.verb < first <= claim.verb + _ASIDE:
        return claim.side is not Side.BEHIND or number > last or number < claim.first
    counted = words[claim.verb].lower in _COUNTED  # "In March, the mission recorded 12 deaths"
    leading = last < claim.first and not counted and all(_names(word) for word in words[last + 1 : claim.first])
    return leading and claim.side is Side.BEHIND and number > claim.verb


def _names(word: Word) -> bool:
    """Tell whether a word can belong to who speaks, or is a mark: between a date and "said" nothing happened then."""
    return word.capital or word.text == "," or word.lower in HEADS or word.lower in FORERUNNERS or word.lower in JOINING
