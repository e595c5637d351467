"""Places told with their numbers in the same order: "in Bora and Kole killed 12 and 30 people, respectively"."""

from typing import Final

from tracker.extraction.places.candidate import Candidate
from tracker.extraction.text.words import Passage, Words, word_behind

_REACH: Final = 8
"""How many words behind a number "respectively" is looked for."""


def respective(passage: Passage, number: int, candidates: tuple[Candidate, ...]) -> Candidate | None:
    """Return the place of the pair before that has the number's order; null where no two places and numbers are paired."""
    words = passage.words
    if not any(word.lower == "respectively" for word in words[number : number + _REACH]):
        return None
    pair = next(
        (
            (first, second)
            for second in reversed(candidates)
            for first in candidates
            if second.last < number and first.named and _joined(words, first, second)
        ),
        None,
    )
    if pair is None:
        return None
    behind = number > 0 and words[number - 1].lower == "and" and words[number - 2].text[:1].isdigit()
    ahead = word_behind(words, number) == "and" and words[number + 2].text[:1].isdigit()
    return pair[1] if behind else pair[0] if ahead else None


def _joined(words: Words, first: Candidate, second: Candidate) -> bool:
    alone = not first.first or words[first.first - 1].text != ","
    return alone and second.first == first.last + 2 and words[first.last + 1].lower == "and"
