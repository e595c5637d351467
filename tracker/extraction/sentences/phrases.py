"""The noun behind a number: what is counted, who it names, and where the phrase ends."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from tracker.extraction.lexicon import function_words as fw
from tracker.extraction.lexicon.people import (
    GROUP_OF_COMPOUND,
    GROUP_OF_MODIFIER,
    HOUSEHOLDS,
    PLURAL,
    SINGULAR,
)
from tracker.extraction.lexicon.things import THINGS, TRUCKS, VEHICLES
from tracker.extraction.sentences.tokens import Sentence
from tracker.extraction.sentences.triggers import EVENTS, NOUNS, Shape, trigger_at
from tracker.extraction.sentences.verb_groups import is_adverb
from tracker.vocabulary import Group


class Kind(Enum):
    """What sort of thing is counted; BARE has no noun of its own, UNKNOWN one that no list has."""

    PEOPLE = "people"
    HOUSEHOLDS = "households"
    TRUCKS = "trucks"
    VEHICLES = "vehicles"
    EVENTS = "deaths, casualties"
    THINGS = "things"
    UNKNOWN = "unknown"
    BARE = "bare"


PEOPLE: Final = frozenset({Kind.PEOPLE, Kind.HOUSEHOLDS, Kind.BARE})
"""What people are counted as; a number without a noun is one of people until something says otherwise."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """What stands behind a number, up to the token `end`. `first` to `head` are its words, both null without a noun.

    `adjective` is a participle before the noun that can say what happened ("20 wounded people"); `partitive` is set for
    "four of their members", `pronoun` for "79 of them".
    """

    end: int
    kind: Kind
    first: int | None = None
    head: int | None = None
    last: int | None = None
    group: Group | None = None
    adjective: int | None = None
    partitive: bool = False
    pronoun: bool = False
    person_like: bool = False


_REACH: Final = 7
_KINDS: Final[dict[str, Kind]] = {
    **dict.fromkeys(TRUCKS, Kind.TRUCKS),
    **dict.fromkeys(VEHICLES, Kind.VEHICLES),
    **dict.fromkeys(HOUSEHOLDS, Kind.HOUSEHOLDS),
    **dict.fromkeys(("casualties", "casualty", "lives"), Kind.EVENTS),
}
_ADJECTIVES: Final = frozenset({Shape.PAST, Shape.STATE, Shape.SUBJECT_ING})
_EVENTS: Final = NOUNS.keys() - PLURAL.keys() - SINGULAR.keys() - {"dead"}
_PLURAL_MEASURES: Final = frozenset({"feet", "km", "percent", "%"})
_PERSON_ENDINGS: Final = ("ers", "ors", "ists", "ians", "men", "ees", "ants", "ives")
_NOT_IN_NOUN: Final = (
    (fw.AUXILIARIES | fw.PREPOSITIONS | fw.CONJUNCTIONS | fw.SUBORDINATORS | fw.RELATIVES | fw.DETERMINERS | fw.PRONOUNS)
    | fw.CALENDAR
    | frozenset({"#", "daily", "each", "apiece"})
)


def phrase_behind(sentence: Sentence, at: int) -> Phrase:
    """Return the phrase behind the number at a token."""
    words, amount = sentence.words, sentence.amount_at[at]
    singular = amount is not None and amount.singular
    start = at + 1
    if sentence.word(start) == "-" and start + 1 < len(words) and sentence.starts[start + 1] == sentence.ends[start]:
        return _compound(sentence, start + 1)
    if sentence.word(start) in {"cases", "case", "incidents"} and sentence.word(start + 1) == "of":
        event = next((i for i in (start + 2, start + 3) if sentence.word(i) in EVENTS), None)
        if event is not None:  # "40 cases of enforced disappearance"
            return Phrase(event + 1, Kind.EVENTS, start, event, event)
    partitive = sentence.word(start) == "of"
    if partitive:
        start += 1
        while sentence.word(start) in fw.DETERMINERS and sentence.word(start) not in {"these", "those"}:
            start += 1
        if sentence.word(start) in {"them", "whom", "those", "these", "which", "us"}:
            return Phrase(start + 1, Kind.BARE, partitive=True, pronoun=True)
        singular = False
    while sentence.word(start) in {"other", "others", "more", "additional", "further", "such", "new"}:
        start += 1
    return _noun(sentence, start, singular=singular, partitive=partitive)


def _compound(sentence: Sentence, at: int) -> Phrase:
    """Return what "46-truck" counts; of other compounds ("12-year-old", "30-member") nothing is counted."""
    head = sentence.words[at]
    kind = Kind.TRUCKS if head in TRUCKS else Kind.VEHICLES if head in VEHICLES else Kind.THINGS
    return Phrase(at + 1, kind, at, at, at)


def _noun(sentence: Sentence, start: int, *, singular: bool, partitive: bool) -> Phrase:
    words, at, adjective, stop = sentence.words, start, None, min(len(sentence), start + _REACH)
    while at < stop:
        word = words[at]
        kind = _head_kind(word, singular=singular)
        if at > start and kind == Kind.THINGS and (words[at - 1], word) in GROUP_OF_COMPOUND:
            kind = Kind.PEOPLE  # "government forces"
        if kind is not None and not _goes_on(sentence, at, singular=singular):
            return _with_head(sentence, start, at, kind, adjective, partitive=partitive)
        if kind is None and not _inside(sentence, at):
            break
        if kind is None and adjective is None and _is_participle(sentence, at):
            adjective = at
        at += 1
    return _without_known_head(sentence, start, at, adjective, partitive=partitive)


def _head_kind(word: str, *, singular: bool) -> Kind | None:
    if word in _KINDS:
        return _KINDS[word]
    if word in _EVENTS and (singular or word.endswith("s")):
        return Kind.EVENTS
    if word in PLURAL or (singular and word in SINGULAR):
        return Kind.PEOPLE
    thing = word in THINGS and (singular or word.endswith("s") or word in _PLURAL_MEASURES)
    return Kind.THINGS if thing else None


def _goes_on(sentence: Sentence, at: int, *, singular: bool) -> bool:
    """Whether a noun only describes the next one: "women prisoners", "police officers", "aid trucks"."""
    following = sentence.word(at + 1)
    if sentence.words[at].endswith("'s"):
        return True
    if sentence.words[at] in {"families", "households", "people"} and _head_kind(following, singular=False) == Kind.THINGS:
        return False  # "gave 600 families blankets"
    return _head_kind(following, singular=singular) is not None or (
        following in SINGULAR and _head_kind(sentence.word(at + 2), singular=singular) is not None
    )


def _inside(sentence: Sentence, at: int) -> bool:
    """Whether a word can stand between a number and its noun."""
    word, following = sentence.words[at], sentence.word(at + 1)
    if word in {"and", ","}:
        return sentence.word(at - 1) != "#" and _noun_near(sentence, at + 1)
    if word in _NOT_IN_NOUN or not word[0].isalpha():
        return False
    trigger = None if word in SINGULAR or is_adverb(word) else trigger_at(sentence.words, at)
    if trigger is not None:
        return trigger.length == 1 and trigger.shape in _ADJECTIVES and _noun_near(sentence, at + 1)
    if word in fw.VERBS | fw.SAYING and not is_adverb(word):
        return word in THINGS and following in PLURAL
    verbal = is_adverb(word) or (word.endswith(("ed", "ing")) and len(word) > len("ring"))
    return not verbal or _noun_near(sentence, at + 1)


def _noun_near(sentence: Sentence, at: int) -> bool:
    """Whether a plural noun follows within three words, with nothing but adjectives before it."""
    for i in range(at, min(at + 3, len(sentence))):
        word = sentence.words[i]
        if _head_kind(word, singular=False) is not None or word in SINGULAR:
            return True
        if (word in _NOT_IN_NOUN and word != "and") or not word[0].isalpha():
            return False
    return False


def _is_participle(sentence: Sentence, at: int) -> bool:
    trigger = trigger_at(sentence.words, at)
    return trigger is not None and trigger.shape in _ADJECTIVES


def _with_head(sentence: Sentence, first: int, head: int, kind: Kind, adjective: int | None, *, partitive: bool) -> Phrase:
    last, group = head, _group(sentence, first, head, kind)
    while _joined_noun(sentence, last):
        second = last + _joined_noun(sentence, last)
        joined = _group(sentence, last + 1, second, kind)
        group, last = (group if joined == group else None), second
    return Phrase(last + 1, kind, first, head, last, group, adjective, partitive)


def _joined_noun(sentence: Sentence, last: int) -> int:
    """Return how far behind a noun a second one stands that was counted with it ("women and children"); 0 for none."""
    word = sentence.word(last + 1)
    if (
        word == ","
        and _head_kind(sentence.word(last + 2), singular=False) == Kind.PEOPLE
        and sentence.word(last + 3) in {"and", ","}
    ):
        return 2
    if word not in {"and", "or", "&"}:
        return 0
    for ahead in (2, 3, 4):
        following = sentence.word(last + ahead)
        if _head_kind(following, singular=False) in {Kind.PEOPLE, Kind.HOUSEHOLDS}:
            return ahead
        if following in {"their", "its", "his"} or (following.isalpha() and following not in _NOT_IN_NOUN):
            if trigger_at(sentence.words, last + ahead) or following in fw.VERBS or following.endswith("ed"):
                return 0
            continue
        return 0
    return 0


def _group(sentence: Sentence, first: int, head: int, kind: Kind) -> Group | None:
    words = [word.removesuffix("'s") for word in sentence.words[first : head + 1]]
    if kind == Kind.EVENTS:
        return next((GROUP_OF_MODIFIER[word] for word in words if word in GROUP_OF_MODIFIER), None)
    for modifier in words[:-1]:
        for part in (modifier, *modifier.split("-")):
            if (part, words[-1]) in GROUP_OF_COMPOUND:
                return GROUP_OF_COMPOUND[part, words[-1]]
    own = PLURAL.get(words[-1]) or SINGULAR.get(words[-1])
    if own is None and words[-1] in PLURAL:
        return next(
            (GROUP_OF_MODIFIER[w] for w in words[:-1] if w in {"civilian", "child", "female", "male", "women"}), None
        )
    return own


def _without_known_head(sentence: Sentence, first: int, end: int, adjective: int | None, *, partitive: bool) -> Phrase:
    if end == first:
        return Phrase(first, Kind.BARE, partitive=partitive)
    word = sentence.words[end - 1]
    if word in THINGS:
        return Phrase(end, Kind.THINGS, first, end - 1, end - 1)
    if word in SINGULAR or (word.endswith("s") and len(word) > 3) or sentence.capitals[end - 1]:  # noqa: PLR2004
        person_like = word.endswith(_PERSON_ENDINGS) or (sentence.capitals[end - 1] and word.endswith(("s", "ese", "i")))
        return Phrase(
            end, Kind.UNKNOWN, first, end - 1, end - 1, adjective=adjective, partitive=partitive, person_like=person_like
        )
    return Phrase(first, Kind.BARE, partitive=partitive)
