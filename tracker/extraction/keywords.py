"""A quick look at a sentence: whether any of its words can make a number a figure, so that most need not be read."""

import re
from typing import Final

from tracker.extraction.aid import AID
from tracker.extraction.alone import HOSTING
from tracker.extraction.amounts import folded
from tracker.extraction.light_verbs import TREATING, VESSELS
from tracker.extraction.recipients import GIVEN, REACHED
from tracker.extraction.thing_words import TRUCKS, VEHICLES
from tracker.extraction.triggers import EVENTS, NOUNS, TOLLS, TRIGGER_WORDS, WEAK

_WORD: Final = re.compile(r"[^\W\d_]+(?:'t)?")
_KEYWORDS: Final = (
    TRIGGER_WORDS
    | NOUNS.keys()
    | EVENTS.keys()
    | TOLLS.keys()
    | WEAK
    | TRUCKS
    | VEHICLES
    | AID
    | GIVEN
    | REACHED
    | HOSTING
    | TREATING
    | VESSELS
    | {"home", "homes", "safety", "loss", "death"}
)


def may_count(text: str) -> bool:
    """Whether a word that can make a number a figure stands in the text; false for most sentences."""
    return not _KEYWORDS.isdisjoint(_WORD.findall(folded(text)))
