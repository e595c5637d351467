"""A quick look at a sentence: whether any of its words can make a number a figure, so that most need not be read."""

import re
from typing import Final

from tracker.extraction.indicators.aid import AID
from tracker.extraction.indicators.alone import HOSTING
from tracker.extraction.indicators.light_verbs import TREATING, VESSELS
from tracker.extraction.indicators.recipients import GIVEN, REACHED
from tracker.extraction.lexicon.things import TRUCKS, VEHICLES
from tracker.extraction.numbers.amounts import folded
from tracker.extraction.sentences.triggers import EVENTS, NOUNS, TOLLS, TRIGGER_WORDS, WEAK

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
    | {"home", "homes", "safety", "loss", "death", "rescued", "rescuing"}
)


def may_count(text: str) -> bool:
    """Whether a word that can make a number a figure stands in the text; false for most sentences."""
    return not _KEYWORDS.isdisjoint(_WORD.findall(folded(text)))
