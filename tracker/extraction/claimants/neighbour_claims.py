"""Who said it in the sentence beside: "The monitor listed:" before a list, "That is according to …" behind."""

import re
from typing import Final

from tracker.extraction.claimants.claim import Claim
from tracker.extraction.claimants.claims import claims_of
from tracker.extraction.text.article import Article
from tracker.extraction.text.words import Passage, passage_of

_ITEMS: Final = 20
"""How many items of a list are gone back to the words that lead into it."""
_BULLET: Final = re.compile(r"[•▪●◦‣·*–—-]\s")
_TAKES_UP: Final = re.compile(
    r"(?:That|This|These|Those"
    r"|The (?:(?:latest|new|official|overall) )?(?:figures?|tolls?|counts?|numbers?|estimates?|tally))"
    r" (?:is|are|was|were|comes?|came)(?: (?:all|now|based|drawn|taken|provided|compiled|released|given|collected))?"
    r" (?:according to|from|by|on)\b"
)


def beside(article: Article, sentence: int) -> tuple[int, Passage, Claim] | None:
    """Return the sentence beside that says who claims this one, its passage and its claim; null when none does."""
    return _leading_in(article, sentence) or _taking_up(article, sentence)


def _leading_in(article: Article, sentence: int) -> tuple[int, Passage, Claim] | None:
    text, spans = article.text, article.sentences
    at = sentence
    while at > 0 and sentence - at < _ITEMS and _BULLET.match(text, spans[at].start):
        at -= 1
    if at == sentence or text[spans[at].end - 1] != ":":
        return None
    return _claim_in(article, at)


def _taking_up(article: Article, sentence: int) -> tuple[int, Passage, Claim] | None:
    if sentence + 1 >= len(article.sentences):
        return None
    span = article.sentences[sentence + 1]
    return _claim_in(article, sentence + 1) if _TAKES_UP.match(article.text, span.start) else None


def _claim_in(article: Article, at: int) -> tuple[int, Passage, Claim] | None:
    passage = passage_of(article, at)
    claims = claims_of(passage)
    return (at, passage, claims[0]) if claims else None
