"""People whom aid is for, whom it reached, or who received it."""

from typing import Final

from tracker.extraction.indicators.aid import speaks_of_aid
from tracker.extraction.lexicon import function_words as fw
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.sentences.governors import Governor, Route
from tracker.extraction.sentences.phrases import Kind, Phrase
from tracker.extraction.sentences.tokens import Sentence
from tracker.extraction.sentences.verb_groups import is_unreal
from tracker.vocabulary import Indicator

GIVEN: Final = word_set("""
    aid food supplies supply assistance rations ration parcels parcel baskets provisions enough sufficient medicine
    medicines relief water blankets packages meals meal items shelter kits flour bread nutrition vaccines cash grants
    kit transfers seeds tools tarpaulins tents mattresses soap jerrycans stoves clothes clothing livestock firewood
    tanks fertiliser utensils rice maize
""")
"""What is given to people."""
_FEEDING: Final = word_set("fed feeding feeds")
REACHED: Final = word_set("""
    reached reaching reach fed feed feeding assisted assisting assist helped helping served serving supplied supplying
    benefiting benefited
""")
_PROVIDED: Final = word_set("provided gave given supplied providing giving")
_RECEIVED: Final = word_set("received receive receiving benefited benefit receives")
_WITH: Final = GIVEN | {"with"}
_NONE: Final = fw.NEGATIONS | {"no"}
_HINDERED: Final = word_set("cut cutting halted suspended stopped deprived blocked blocking")
_CAPACITY: Final = word_set("room space capacity places beds")
_BESIDE: Final = word_set("the another an all further a some only just")
_ENDS: Final = fw.NEGATIONS | word_set("; # : , – )")
_ENOUGH: Final = frozenset({"enough", "sufficient"})
_ON_THE_WAY: Final = word_set("enough carrying delivered delivering brought entered")
_WISHED: Final = fw.MODALS | fw.NEGATIONS | (fw.UNREAL - {"set", "due"})
_AWAITED: Final = word_set("expected due scheduled planned awaited stuck waiting needed blocked held delayed stranded")
_GIVING: Final = word_set("provide deliver bring send give supply")
_BEHIND, _OBJECT, _BEFORE, _WISH = 10, 8, 12, 14


def recipients_of(sentence: Sentence, number: int, phrase: Phrase) -> Governor | None:
    """Return aid_recipients for the people of a phrase; null where they get nothing, or are only to get it."""
    if phrase.kind not in {Kind.PEOPLE, Kind.HOUSEHOLDS} and not _is_headline(sentence, number, phrase):
        return None
    at = number - 1
    while sentence.word(at) in _BESIDE:
        at -= 1
    word = sentence.word(at)
    if word in {"for", "to"} and _is_given(sentence, at):
        return None if _is_wished(sentence, at) or _is_awaited(sentence, phrase) else _recipients(at)
    with_aid = word in _PROVIDED and not _WITH.isdisjoint(sentence.words[phrase.end : phrase.end + 3])
    if not _NONE.isdisjoint(sentence.words[max(0, at - 5) : at]):
        return None
    if ((with_aid or word in REACHED) and speaks_of_aid(sentence)) or word in _FEEDING:
        enough = word in REACHED and not _ENOUGH.isdisjoint(sentence.words[max(0, at - 4) : at])
        return _recipients(at) if enough or not is_unreal(sentence, at) else None
    return _receivers(sentence, phrase)


def needy_of(sentence: Sentence, number: int, phrase: Phrase) -> Governor | None:
    """Read "tents for 12,000 displaced", where the adjective stands for the people that the tents are for."""
    bare = phrase.kind == Kind.BARE and sentence.word(phrase.end) in {"displaced", "homeless", "needy"}
    given = bare and sentence.word(number - 1) == "for" and _is_given(sentence, number - 1)
    return _recipients(number - 1) if given and not _is_wished(sentence, number - 1) else None


def _recipients(at: int) -> Governor:
    return Governor(Indicator.AID_RECIPIENTS, at, Route.AID)


def _receivers(sentence: Sentence, phrase: Phrase) -> Governor | None:
    """Read "600 families received food", "600 families were provided with kits"."""
    for at in range(phrase.end, min(len(sentence), phrase.end + _BEHIND)):
        word = sentence.words[at]
        given = word in _PROVIDED | REACHED and (at == phrase.end or sentence.word(at - 1) in fw.BE)
        if (given or word in _RECEIVED) and not GIVEN.isdisjoint(sentence.words[at : at + _OBJECT]):
            return None if is_unreal(sentence, at) or sentence.word(at + 1) == "no" else _recipients(at)
        if word in _ENDS or (word in fw.VERBS and word not in _RECEIVED):
            return None
    return None


def _is_headline(sentence: Sentence, number: int, phrase: Phrase) -> bool:
    """Whether the people are left out: "flour for 30,000" at the end of a line or a clause."""
    if phrase.kind != Kind.BARE or sentence.word(number - 1) != "for" or sentence.word(number - 2) not in GIVEN:
        return False
    return sentence.word(phrase.end) in {"", ",", ".", ";", "in", "and"}


def _is_given(sentence: Sentence, at: int) -> bool:
    """Whether what is given stands before "for" or "to", with no other clause between; "first aid" is nothing given."""
    if sentence.word(at - 1) in _CAPACITY:
        return False
    for i in range(at - 1, max(-1, at - _BEFORE), -1):
        word = sentence.words[i]
        if word in GIVEN:
            return sentence.word(i - 1) != "first"
        if word in fw.SUBORDINATORS | {";", ":", "."} or (sentence.word(at) == "for" and word in fw.VERBS):
            return False
    return False


def _is_awaited(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether what is for the people has still to come: "food for 3,000 people is expected on Thursday"."""
    behind = sentence.words[phrase.end : phrase.end + 4]
    return any(w in fw.BE and behind[i + 1 : i + 2] and behind[i + 1] in _AWAITED for i, w in enumerate(behind)) or (
        behind[:1] in (["will"], ["would"], ["could"])
    )


def _is_wished(sentence: Sentence, at: int) -> bool:
    """Whether the giving is planned, needed, or hindered."""
    before = sentence.words[max(0, at - _WISH) : at]
    if not _ON_THE_WAY.isdisjoint(before):
        return False
    purpose = any(word == "to" and before[i + 1 : i + 2] and before[i + 1] in _GIVING for i, word in enumerate(before))
    return purpose or not _WISHED.isdisjoint(before) or not _HINDERED.isdisjoint(before)
