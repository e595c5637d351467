"""People inside a siege: "400,000 people live there" counts the besieged where the text speaks of a siege."""

from typing import Final

from tracker.extraction.lexicon import function_words as fw
from tracker.extraction.sentences.governors import Governor, Route
from tracker.extraction.sentences.phrases import Kind, Phrase
from tracker.extraction.sentences.tokens import Sentence
from tracker.extraction.sentences.triggers import WEAK
from tracker.vocabulary import Indicator

_STOPS: Final = frozenset({"", ".", ";", ","})
_REACH: Final = 12
_SHUT_IN: Final = frozenset({"besieged", "encircled", "blockaded", "surrounded"})
_HOMES: Final = frozenset({"home", "homes", "house", "houses", "sheltering", "trapping", "besieging", "housing"})


def besieged_of(sentence: Sentence, number: int, phrase: Phrase) -> Governor | None:
    """Return what makes the number one of people inside a siege, in a text that speaks of one."""
    if phrase.kind == Kind.BARE and sentence.word(phrase.end) == "inside" and sentence.word(phrase.end + 1) in _STOPS:
        return Governor(Indicator.BESIEGED, phrase.end, Route.SIEGE)
    if phrase.kind not in {Kind.PEOPLE, Kind.HOUSEHOLDS} or phrase.adjective is not None:
        return None
    stayed = _staying(sentence, phrase)
    if stayed is not None:
        return Governor(Indicator.BESIEGED, stayed, Route.SIEGE)
    return _shut_in(sentence, number, phrase)


def _shut_in(sentence: Sentence, number: int, phrase: Phrase) -> Governor | None:
    """Read "home to 40,000 people", "a besieged town of 40,000 people", "the remaining 40,000"."""
    before = [sentence.word(number - i) for i in range(1, 5)]
    if "to" in before[:1] and before[1] == "home":
        return Governor(Indicator.BESIEGED, number - 2, Route.SIEGE)
    if before[0] in {"with", "of"} and _SHUT_IN.intersection(sentence.words[max(0, number - 6) : number]):
        return Governor(Indicator.BESIEGED, number - 1, Route.SIEGE)
    remaining = sentence.words[phrase.first] if phrase.first is not None else ""
    if remaining in {"remaining", "besieged", "trapped"} or "remaining" in before[:2] or before[0] in _HOMES:
        return Governor(Indicator.BESIEGED, number, Route.SIEGE)
    return None


def _staying(sentence: Sentence, phrase: Phrase) -> int | None:
    """Return where a verb of staying stands, with nothing of another verb before it."""
    for at in range(phrase.end, min(len(sentence), phrase.end + _REACH)):
        word = sentence.words[at]
        if word in WEAK:
            return at
        if word in {";", "#", ":", "."} or word in fw.MODALS or word in fw.SUBORDINATORS or word in fw.NEGATIONS:
            return None
        if (word in fw.VERBS or word in fw.SAYING) and word not in WEAK:
            return None
    return None
