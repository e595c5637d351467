"""What a text speaks of around a sentence, where the sentence itself only says "they left" or "10,000 live there"."""

import re
from dataclasses import dataclass
from typing import Final

from tracker.extraction.text.article import Article


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Whether a siege, aid, or an evacuation is spoken of in a sentence or just before it."""

    siege: bool = False
    aid: bool = False
    evacuation: bool = False


_SIEGE: Final = re.compile(
    r"\b(?:besieg\w+|sieges?|encircl\w+|blockad\w+|surrounded|closed in (?:by|on)|bomb shelters)\b", re.IGNORECASE
)
_AID: Final = re.compile(r"\b(?:aid|humanitarian|relief|convoys?)\b", re.IGNORECASE)
_EVACUATION: Final = re.compile(
    r"\b(?:evacuat\w+|bus(?:es)?|humanitarian corridors?|safe passage|population transfer"
    r"|under (?:a|the) (?:deal|agreement))\b",
    re.IGNORECASE,
)
_EVACUATION_BEFORE: Final = re.compile(
    r"\b(?:evacuat\w+|safe passage|the transfer|buses|humanitarian corridors?)\b", re.IGNORECASE
)
_SIEGE_REACH: Final = 12
_REACH: Final = 3
"""How many sentences before a sentence count: a siege is named once and then taken as known, the rest is named again."""
_MOST: Final = 2_000
"""How many code points of a sentence are searched."""


def surroundings_of(article: Article, index: int, piece: str) -> Surroundings:
    """Return what is spoken of around a piece of the sentence at an index."""
    before = _before(article, index, _REACH)
    return Surroundings(
        siege=_SIEGE.search(piece) is not None or _SIEGE.search(_before(article, index, _SIEGE_REACH)) is not None,
        aid=_AID.search(before) is not None,
        evacuation=_EVACUATION.search(piece) is not None or _EVACUATION_BEFORE.search(before) is not None,
    )


def _before(article: Article, index: int, reach: int) -> str:
    spans = article.sentences[max(0, index - reach) : index]
    return " ".join(article.text[span.start : min(span.end, span.start + _MOST)] for span in spans)
