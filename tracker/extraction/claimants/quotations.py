"""Who speaks in a quotation that runs over several sentences."""

from typing import Final

from tracker.extraction.claimants.claim import Claim
from tracker.extraction.claimants.claims import claims_of
from tracker.extraction.text.article import Article
from tracker.extraction.text.passages import Span
from tracker.extraction.text.words import Passage, passage_of

_REACH: Final = 3
"""How many sentences a quotation is followed, back to who speaks or on to its end."""
_OPENING: Final = frozenset("“„«")
_MARKS: Final = '“„«”»"'
_LONGEST: Final = 2000
"""How many code points back a quotation may have begun."""


def speaker_of(article: Article, sentence: int, number: Span) -> tuple[int, Passage, Claim] | None:
    """Return the sentence, passage and claim of whoever speaks where the number stands inside a quotation; else null."""
    if not _inside(article, sentence, number.start):
        return None
    for at in range(sentence - 1, max(-1, sentence - 1 - _REACH), -1):
        passage = passage_of(article, at)
        claims = claims_of(passage)
        if claims and '"' in passage.text:
            return at, passage, claims[-1]
        if claims or '"' in passage.text:
            break
    return _at_its_end(article, sentence)


def _at_its_end(article: Article, sentence: int) -> tuple[int, Passage, Claim] | None:
    last = min(len(article.sentences), sentence + 1 + _REACH)
    for at in range(sentence + 1, last):
        if not _inside(article, sentence, article.sentences[at].start):
            return None
        passage = passage_of(article, at)
        claims = claims_of(passage)
        if claims:
            return at, passage, claims[0]
    return None


def _inside(article: Article, sentence: int, offset: int) -> bool:
    """Tell whether a quotation that began at most a few sentences before is still open at an offset."""
    start = article.sentences[max(0, sentence - _REACH)].start
    start = max(start, offset - _LONGEST)
    at = max(article.text.rfind(mark, start, offset) for mark in _MARKS)
    if at < 0 or article.text[at] != '"':
        return at >= 0 and article.text[at] in _OPENING
    return at == 0 or article.text[at - 1].isspace() or article.text[at - 1] in "(["
