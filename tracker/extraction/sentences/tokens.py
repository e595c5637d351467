"""A sentence in tokens: words, marks, and numbers with what qualifies them as one token each."""

import re
from dataclasses import dataclass
from typing import Final

from tracker.extraction.lexicon.people import NATIONALS, SINGULAR
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.numbers import PrintedNumber
from tracker.extraction.numbers.amounts import Amount, amounts_in, folded
from tracker.ranges import Range
from tracker.vocabulary import Quantifier

_TOKEN: Final = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['.&/-][^\W_]+)*|[^\w\s]|_")
_ONE: Final = PrintedNumber(Quantifier.EXACT, 1, None, Range(1, 1, 1))
_ORDINALS: Final = word_set("second third fourth fifth further new few dozen single")
_ASIDE: Final = re.compile(
    r"(?:,| –)? (?:if not (?:more|(?:tens of |hundreds of )?(?:dozens|hundreds|thousands|millions))"
    r"|or (?:about |nearly |some )?[\d.]+ ?(?:%|per ?cent) of)(?:,| –)?(?= [^\W\d_])"
)
"""What is put in before a noun: "hundreds, if not thousands, of people", "451, or 21 per cent of, casualties"."""
_MARKS_INSIDE: Final = frozenset("\"“”«»'*")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's tokens in parallel lists: the lower-case word, where it stands, whether it began with a capital.

    `amount_at` has the amount that a token is, or null; its word is then "#". Offsets count in the sentence.
    """

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    capitals: list[bool]
    amount_at: list[Amount | None]

    def __len__(self) -> int:
        return len(self.words)

    def word(self, at: int) -> str:
        """Return the word at an index, the empty text outside of the sentence."""
        return self.words[at] if 0 <= at < len(self.words) else ""


def tokenised(text: str) -> Sentence:
    """Return a sentence in tokens. Quotation marks are left out: what they quote is read like the rest."""
    line = folded(text)
    sentence = Sentence(text, [], [], [], [], [])
    at = 0
    for amount in amounts_in(line):
        if amount.start < at:
            continue
        _add_words(sentence, line, at, amount.start)
        _add(sentence, "#", amount.start, amount.end, amount)
        aside = _ASIDE.match(line, amount.end)
        at = aside.end() if aside else amount.end
    _add_words(sentence, line, at, len(line))
    _count_articles(sentence)
    return sentence


def _is_of_one_person(words: list[str]) -> bool:
    """Whether a noun for a person ends the phrase that the words begin with."""
    if not words or words[0] in _ORDINALS:
        return False
    for at, word in enumerate(words):
        if word in SINGULAR and word not in NATIONALS:
            return at + 1 == len(words) or words[at + 1] not in SINGULAR
        if not word[0].isalpha():
            return False
    return False


def _count_articles(sentence: Sentence) -> None:
    """Make a number of the article of one person: "a woman", "a Syrian soldier"."""
    words = sentence.words
    for at, word in enumerate(words):
        if word in {"a", "an"} and _is_of_one_person(words[at + 1 : at + 5]):
            start, end = sentence.starts[at], sentence.ends[at]
            words[at], sentence.amount_at[at] = "#", Amount(start, start, end, _ONE, article=True)


def _add_words(sentence: Sentence, line: str, start: int, end: int) -> None:
    for match in _TOKEN.finditer(line, start, end):
        if match[0] not in _MARKS_INSIDE:
            country = sentence.text[match.start() : match.end()] == "US"
            _add(sentence, "u.s." if country else match[0], match.start(), match.end(), None)


def _add(sentence: Sentence, word: str, start: int, end: int, amount: Amount | None) -> None:
    sentence.words.append(word)
    sentence.starts.append(start)
    sentence.ends.append(end)
    sentence.capitals.append(sentence.text[start].isupper())
    sentence.amount_at.append(amount)
