"""The day of an event that goes on in the next sentence: "Shells hit the town on Monday. At least 12 people died."."""

from typing import Final

from tracker.extraction.claimants.claims import claims_of
from tracker.extraction.dates.phrases import Kind, phrases_in
from tracker.extraction.dates.reading import read_time
from tracker.extraction.lexicon.places import EVENTS
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.periods.said_on import only_said
from tracker.extraction.text.article import Article
from tracker.extraction.text.mentions import Period
from tracker.extraction.text.words import Passage, matches_at, passage_of, word_behind
from tracker.vocabulary import Accumulation, DateAccuracy, Indicator

_HARM: Final = frozenset({Indicator.KILLED, Indicator.INJURED, Indicator.CASUALTIES})
_BEFORE_NUMBER: Final = word_set("at least some about around nearly almost up to over an estimated as many more than")
_HARMED: Final = word_set("killed wounded injured died dead killing wounding injuring death deaths")
_STRUCK: Final = word_set(
    """
    hit struck bombed shelled pounded attacked stormed raided rocked targeted ambushed exploded detonated slammed crashed
    erupted clashed
    """
)
"""What happened at one time and place."""
_THE_SAME: Final = frozenset({"the", "this"})
_NOT_THE_SAME: Final = word_set(
    """
    have has had will would could may might should if total toll far later earlier previously separately elsewhere another
    meanwhile since former overall altogether figures records statistics war conflict also other others more
    after before following
    """
)
"""What tells of another event, of several, or of none."""


def day_before(article: Article, sentence: int, passage: Passage, number: int, indicator: Indicator) -> Period | None:
    """Return the day of the sentence before where that only tells of an attack and this one says what it did; else null.

    The sentence opens with its number or with "the attack", and nothing in either tells of another time or event.
    """
    if not sentence or indicator not in _HARM or not _takes_up(passage, number):
        return None
    if "\n" in article.text[article.sentences[sentence - 1].end : article.sentences[sentence].start]:
        return None
    before = passage_of(article, sentence - 1)
    words = {word.lower for word in before.words}
    phrases = phrases_in(before.text)
    if len(phrases) != 1 or phrases[0].kind is not Kind.AT or words & (_HARMED | _NOT_THE_SAME) or not _tells_of_it(before):
        return None
    phrase = phrases[0]
    first, last = before.index(before.start + phrase.start), before.index(before.start + phrase.end - 1)
    if only_said(before, claims_of(before), first, last, len(before.words)):
        return None
    days = read_time(phrase.first, article.published)
    if days is None or days.accuracy is not DateAccuracy.DAY or days.first != days.last:
        return None
    printed = article.text[before.start + phrase.start : before.start + phrase.end]
    return Period(days.first, DateAccuracy.DAY, days.last, DateAccuracy.DAY, printed, Accumulation.INCREMENT)


def _tells_of_it(before: Passage) -> bool:
    """Tell whether the sentence tells of an attack itself, not of "the town hit by shells"."""
    words = before.words
    return any(
        word.lower in _STRUCK and (word_behind(words, at) != "by" or words[at - 1].lower in {"was", "were"})
        for at, word in enumerate(words)
    )


def _takes_up(passage: Passage, number: int) -> bool:
    """Tell whether a sentence without a time of its own opens with its number, or with the attack told of before."""
    words = passage.words
    told = {word.lower for at, word in enumerate(words) if not matches_at(words, at, "more", "than")}
    if phrases_in(passage.text) or told & _NOT_THE_SAME:
        return False
    opens = all(word.lower in _BEFORE_NUMBER for word in words[:number])
    attack = len(words) > 1 and words[0].lower in _THE_SAME and words[1].lower in EVENTS
    return opens or attack
