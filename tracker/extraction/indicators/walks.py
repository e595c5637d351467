"""A walk through a sentence from a number's phrase to its verb: how far it got, and what was seen on the way."""

from dataclasses import dataclass, field
from typing import Final

from tracker.extraction.lexicon import function_words as fw
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.sentences.governors import Governor
from tracker.extraction.sentences.phrases import Phrase
from tracker.extraction.sentences.tokens import Sentence
from tracker.extraction.sentences.verb_groups import is_denied

_BESIDE: Final = word_set("another the a all some further over")


@dataclass(slots=True)
class Walk:
    """`at` is the token that is looked at; `near` says that only adverbs stand between it and the number's phrase.

    `held_back` is what a participle beside the number made of it ("12 wounded"), until a verb says what became of them.
    `of_part` is set behind "12 of whom", whose verb is not the number's own.
    """

    sentence: Sentence
    number: int
    phrase: Phrase
    at: int
    near: bool = True
    auxiliaries: list[str] = field(default_factory=list)
    unreal: bool = False
    relative: bool = False
    of_part: bool = False
    pause: bool = False
    bracket: bool = False
    listing: bool = False
    held_back: Governor | None = None

    @property
    def word(self) -> str:
        """The word that is looked at."""
        return self.sentence.words[self.at]

    @property
    def passive(self) -> bool:
        """Whether a form of "be" stands before the verb."""
        return not fw.BE.isdisjoint(self.auxiliaries)

    @property
    def denied(self) -> bool:
        """Whether what the verb says did not happen, or is only planned: who "feared being killed" was not."""
        afraid = "feared" in self.auxiliaries and "being" in self.auxiliaries
        return self.unreal or afraid or is_denied(self.auxiliaries)

    @property
    def pushed_by(self) -> str:
        """The word that the number hangs on: "forcing" in "forcing 300 people to flee"."""
        at = self.number - 1
        while self.sentence.word(at) in _BESIDE:
            at -= 1
        return self.sentence.word(at)

    def behind(self, words: int) -> str:
        """Return the word so many tokens behind the one that is looked at."""
        return self.sentence.word(self.at + words)
