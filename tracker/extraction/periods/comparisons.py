"""Times of something else that a number is held against: "compared to 2016", "the highest number since April 2014"."""

from typing import Final

from tracker.extraction.dates.phrases import Kind
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.text.words import Words, word_behind

_COMPARED: Final = 12
"""How many words behind "compared" and the like a time is looked for."""
_STOPS: Final = frozenset(";.:—–")
_MOST: Final = word_set("highest lowest worst biggest largest greatest longest most fewest first")
_BEFORE_MOST: Final = word_set("the its their of single")
_THAN_WHEN: Final = word_set("in at during on last the a")


def compared(words: Words, kind: Kind, first: int, number: int) -> bool:
    """Tell whether it is a time that the number is held against: "compared to 2016", "the most since April 2014"."""
    for at in range(first - 1, max(-1, first - 1 - _COMPARED), -1):
        lower = words[at].lower
        if words[at].text in _STOPS or (words[at].text == "," and kind is not Kind.AT):
            return False
        if _against(words, at):
            return not at < number < first
        if kind in {Kind.SINCE, Kind.UNDATED} and (lower in _MOST or lower.endswith("iest")):
            between = at < number < first  # "the first 12 trucks since May", but "in the worst raids 12 have died since May"
            return at > 0 and words[at - 1].lower in _BEFORE_MOST and (lower == "first" or not between)
    return False


def _against(words: Words, at: int) -> bool:
    """Tell whether what follows is another number that this one is held against; not the "than" of "more than 12"."""
    lower = words[at].lower
    if lower == "than":
        return word_behind(words, at) in _THAN_WHEN
    return lower == "compared" or (lower == "from" and at > 0 and words[at - 1].lower in {"up", "down"})
