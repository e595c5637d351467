"""Whether a verb says that something happened: "were killed", but not "would kill", "are to be evacuated", "did not die"."""

from collections.abc import Sequence
from typing import Final

from tracker.extraction.lexicon import function_words as fw
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.sentences.tokens import Sentence

BESIDE: Final = word_set("""
    a an the another further additional all total other remaining last final his her their its also reportedly
    allegedly only just some nearly already around about both apparently immediately instantly outright
""")
"""Words between a verb or preposition and the number that it governs."""
_LONGEST: Final = 6
"""No verb has more auxiliaries and adverbs before it."""
_PERHAPS: Final = frozenset({"may", "might", "could", "must"})
_DENYING: Final = word_set("denied denies denying")
_ORGANISED: Final = word_set("organised organized arranged conducted operated completed ran")
_JOURNEYS: Final = word_set("""
    transport convoy convoys flight flights airlift airlifts evacuation evacuations crossing voyage trip
""")
_JOURNEY_REACH: Final = 14
_GROUP: Final = fw.AUXILIARIES | fw.NEGATIONS | fw.ADVERBS | {"to", "and", "or"}


def governing_token(sentence: Sentence, number: int) -> int:
    """Return the token that a number hangs on, to its left; -1 at the beginning of the sentence."""
    at = number - 1
    while sentence.word(at) in BESIDE:
        at -= 1
    return at


def is_adverb(word: str) -> bool:
    """Whether a word is an adverb: one of the list, or one that ends as most do."""
    return word in fw.ADVERBS or (word.endswith("ly") and len(word) > len("fly"))


def is_passive(sentence: Sentence, at: int) -> bool:
    """Whether a participle stands behind "were", "been" or "being", adverbs aside."""
    before = at - 1
    while before >= 0 and is_adverb(sentence.words[before]):
        before -= 1
    return sentence.word(before) in fw.BE


def is_unreal(sentence: Sentence, at: int) -> bool:
    """Whether the verb at a token, read with what stands before it, did not happen: "would kill", "plans to evacuate"."""
    before, words = at - 1, list[str]()
    while before >= 0 and len(words) < _LONGEST and (sentence.words[before] in _GROUP or is_adverb(sentence.words[before])):
        words.insert(0, sentence.words[before])
        before -= 1
    if not (fw.NEGATIONS | fw.MODALS).isdisjoint(words):
        return True
    if sentence.words[at].endswith("ing") and sentence.word(before) in _DENYING:
        return True
    if "to" not in words or words[words.index("to") + 1 : words.index("to") + 2] in (["have"], ["having"]):
        return False
    return sentence.word(before) not in fw.FACTIVE_INFINITIVES and not _is_carried_out(sentence, before)


def _is_carried_out(sentence: Sentence, last: int) -> bool:
    """Whether a journey that was made is what serves the purpose: "organised a second convoy to evacuate"."""
    for at in range(last, max(-1, last - _JOURNEY_REACH), -1):
        word = sentence.words[at]
        if word in _ORGANISED:
            made = not (fw.MODALS | fw.NEGATIONS | {"to", "#"}).intersection(sentence.words[max(0, at - 3) : at])
            return made and not _JOURNEYS.isdisjoint(sentence.words[at : last + 1])
        if word in {",", ";", ":"} or word in fw.SAYING or word in fw.AUXILIARIES:
            return False
    return False


def is_denied(auxiliaries: Sequence[str]) -> bool:
    """Whether auxiliaries, read on the way to a verb, keep it from having happened.

    What "may have" happened is reported; what "would have", "will" or "is to be" is not.
    """
    if not fw.NEGATIONS.isdisjoint(auxiliaries):
        return True
    modal = next((i for i, word in enumerate(auxiliaries) if word in fw.MODALS), None)
    if modal is not None:
        return auxiliaries[modal] not in _PERHAPS or list(auxiliaries[modal + 1 : modal + 2]) != ["have"]
    to_be = list(auxiliaries[-2:]) == ["to", "be"]
    return to_be and (len(auxiliaries) == len(["to", "be"]) or auxiliaries[-3] not in fw.PASSING_ON)
