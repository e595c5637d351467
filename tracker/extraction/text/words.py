"""The words of a passage of the text: of a sentence, of a list's item, or of what is near a number in a huge sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tracker.extraction.lexicon.nations import CALENDAR
from tracker.extraction.text.article import Article
from tracker.extraction.text.passages import Span

REACH: Final = 500
"""How many code points of a huge sentence count on each side of the number: what is read stays in proportion to the text."""

_TYPESET: Final = str.maketrans(
    {**dict.fromkeys("‘’‚‛′`´", "'"), **dict.fromkeys("“”„«»", '"'), **dict.fromkeys("‐‑", "-"), "\u00a0": " ", "\n": " "}
)
_WORD: Final = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:'s)?|(?:Dr|Mr|Mrs|Ms|Gen|Col|Lt|Maj|Capt|Sgt|St|Prof|Gov|Sen|Rep)\."
    r"|\d+(?:[.,:]\d+)*|[^\W_]+(?:['-][^\W_]+)*(?:\((?:ed|d|s|es)\)|(?<=s)'(?= [a-z]))?|[^\w\s]|_"
)
_ITEM: Final = re.compile(r"\n[ \t]*(?=[•·▪◦‣*–-][ \t])")
_COMPOUND: Final = re.compile(
    r"-(?:based|run|backed|owned|led|linked|controlled|aligned|held|funded|born|allied|speaking|made|era)$"
)
_PREFIXED: Final = re.compile(r"(?:al|el|as|ad|ar|an|at|az|ez|ur|ud|us|ath|ash|ed|es|ul|d|l)['-][^\W\d_]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a mark, with its place in the passage; `lower` has plain apostrophes and hyphens, and no brackets."""

    text: str
    lower: str
    start: int
    end: int
    capital: bool


Words = Sequence[Word]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the text in words. `text` has plain quotation marks, as long as what it was; offsets count in it."""

    start: int
    text: str
    words: tuple[Word, ...]

    def span(self, first: int, last: int) -> Span:
        """Return where the words from `first` to `last`, both included, stand in the article's text."""
        return Span(self.start + self.words[first].start, self.start + self.words[last].end)

    def index(self, offset: int) -> int:
        """Return the first word that ends behind an offset of the article's text; the number of words if none does."""
        at, low, high = offset - self.start, 0, len(self.words)
        while low < high:
            middle = (low + high) // 2
            if self.words[middle].end > at:
                high = middle
            else:
                low = middle + 1
        return low


def passage_of(article: Article, sentence: int, around: Span | None = None) -> Passage:
    """Return the sentence as a passage: of a list the number's item, of a huge one what is around it, or its beginning."""
    span = article.sentences[sentence]
    start, end = _item(article.text, span, span.start if around is None else around.start)
    if end - start > 2 * REACH:
        block = (
            (around.start - start) // REACH if around is not None else 0
        )  # the same for neighbours, who share what is read
        start, end = max(start, start + (block - 1) * REACH), min(end, start + (block + 2) * REACH)
    text = article.text[start:end]
    return Passage(start, text.translate(_TYPESET), words_of(text))


def _item(text: str, span: Span, offset: int) -> tuple[int, int]:
    """Return the start and end of the list item that the offset is in; of the sentence where that is no list."""
    start, end = span.start, span.end
    for match in _ITEM.finditer(text, max(span.start, offset - 2 * REACH), min(span.end, offset + REACH)):
        if match.start() > offset:
            end = match.start()
            break
        start = match.end()
    return start, end


@lru_cache(maxsize=512)
def words_of(text: str) -> tuple[Word, ...]:
    """Return the words and marks of a text, in order."""
    line = text.translate(_TYPESET)
    return tuple(Word(m[0], _lower(m[0]), m.start(), m.end(), _is_capital(m[0])) for m in _WORD.finditer(line))


def _lower(word: str) -> str:
    return word.lower().replace("(", "").removesuffix(")") if word[-1] == ")" != word else word.lower()


def _is_capital(word: str) -> bool:
    """Tell whether a word is written as a name: "Homs", "UNHCR", "al-Zor", but no day or month."""
    if _PREFIXED.match(word):
        return word.split("-" if "-" in word else "'", 1)[1][:1].isupper() or word[:1].isupper()
    if "-" in word and _COMPOUND.search(word):
        return False
    return word[:1].isupper() and word.lower().removesuffix("'s") not in CALENDAR


def word_behind(words: Words, at: int) -> str:
    """Return the lower-case word behind the one at `at`; the empty text behind the last."""
    return words[at + 1].lower if at + 1 < len(words) else ""


def matches_at(words: Words, at: int, *wanted: str) -> bool:
    """Tell whether the wanted lower-case words stand from `at` on."""
    return at >= 0 and at + len(wanted) <= len(words) and all(words[at + i].lower == w for i, w in enumerate(wanted))
