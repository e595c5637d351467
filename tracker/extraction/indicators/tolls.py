"""Tolls before a number: "the death toll rose to 25", "put the number of wounded at 60", "the dead included 12 women"."""

from typing import Final

from tracker.extraction.lexicon import function_words as fw
from tracker.extraction.lexicon.people import GROUP_OF_COMPOUND, GROUP_OF_MODIFIER, HOUSEHOLDS, PLURAL
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.sentences.governors import Governor, Route
from tracker.extraction.sentences.phrases import PEOPLE, Kind, Phrase
from tracker.extraction.sentences.tokens import Sentence
from tracker.extraction.sentences.triggers import EVENTS, NOUNS, TOLLS
from tracker.extraction.sentences.verb_groups import governing_token
from tracker.vocabulary import Group, Indicator

PART_CUES: Final = word_set("including included include includes counting incl")
"""Words before a number that is part of another."""
_LINKS: Final = word_set("""
    to at of as be is are was were been now = : from past reached reaches reaching hit hits stood stands passed passes
    passing surpassed surpasses exceeded exceeds topped tops climbed climbs climbing rose rises rising jumped jumps
    soared soars grew crossed crosses doubled doubles number numbered numbers nears neared approached approaches
    totalled totaled totals remained remains includes included include
""")
_COUNTING: Final = word_set("number numbers total count tally figure figures toll many those")
_LISTED: Final = word_set("toll deaths fatalities casualties injuries dead bodies arrests refugees victims wounded injured")
_BROKEN: Final = frozenset({";", "but", "while", "whereas"})
_SUMS: Final = word_set("deaths fatalities casualties injuries arrests losses")
_OF_KIND: Final = {"casualty": Indicator.CASUALTIES, "injury": Indicator.INJURED}
_PLANS: Final = word_set("plan plans planned planning schedule scheduled")
_REACH: Final = 25
_TOLL_REACH: Final = 40
"""How many tokens before a number the word "toll" is looked for: nothing else stands so surely for what rose."""
_BEHIND_REACH: Final = 9
_LABEL: Final = 4
_CLAUSE: Final = 4


def toll_of(sentence: Sentence, number: int, phrase: Phrase) -> Governor | None:
    """Return what a toll before the number, or behind "bringing to 25 …", counts; null where none does."""
    at = governing_token(sentence, number)
    link = sentence.word(at)
    if phrase.kind == Kind.BARE and link == "toll":
        return _toll(sentence, at)
    if phrase.kind == Kind.BARE and link == "(" and sentence.word(at - 1) in NOUNS:
        return Governor(NOUNS[sentence.words[at - 1]], at - 1, Route.TOLL)
    labelled = _labelled(sentence, at) if link in {":", "–"} and phrase.kind in {Kind.BARE, Kind.PEOPLE} else None
    if labelled is not None:
        return _toll(sentence, labelled)
    if link not in _LINKS or phrase.kind not in PEOPLE or (link == "of" and phrase.partitive):
        return None
    if link == "to" and sentence.word(at - 1) == "according":
        return None
    after = _behind(sentence, phrase) if link == "to" and phrase.kind == Kind.BARE else None
    listing = link.startswith("include") or (phrase.kind == Kind.PEOPLE and link in fw.BE)
    return after or _before(sentence, at, listing=listing)


def label_before(sentence: Sentence, colon: int) -> list[str]:
    """Return the at most four words that stand alone before a colon, as in "Killed: 14; people missing: 3"."""
    begin = colon - 1
    while begin >= 0 and sentence.words[begin][0].isalpha():
        begin -= 1
    label = sentence.words[begin + 1 : colon]
    return label if len(label) <= _LABEL and (fw.AUXILIARIES | fw.SAYING).isdisjoint(label) else []


def _labelled(sentence: Sentence, colon: int) -> int | None:
    """Return where the word of counting stands in a label: its last word but for "families" and "recovered"."""
    label = label_before(sentence, colon)
    for at in range(colon - 1, colon - 1 - len(label), -1):
        word = sentence.words[at]
        if word in TOLLS:
            return at
        if word not in PLURAL and word not in HOUSEHOLDS and not word.endswith("ed"):
            return None
    return None


def has_toll(sentence: Sentence, at: int) -> bool:
    """Whether the link at a token, as in "the dead included", has a toll before it."""
    return toll_of(sentence, at + 1, Phrase(at + 2, Kind.PEOPLE)) is not None


def _before(sentence: Sentence, link: int, *, listing: bool) -> Governor | None:
    for at in range(link - 1, max(-1, link - _TOLL_REACH), -1):
        word = sentence.words[at]
        dated = fw.MONTHS.intersection((sentence.word(at - 1), sentence.word(at + 1)))
        if word in _BROKEN or (word == "#" and not dated) or _is_forecast(sentence, at):
            return None
        if at <= link - _REACH and word != "toll":
            continue
        if listing and word in EVENTS and word not in TOLLS:
            return Governor(EVENTS[word], at, Route.TOLL)
        listing = listing and word not in fw.BE  # "the dead were mourned, and there are two"
        if word in TOLLS and (word in {"toll", "losses"} or _is_counted(sentence, at, listing=listing)):
            return _toll(sentence, at)
        if listing and word in TOLLS and _is_said_of_those(sentence, at, link):
            return _toll(sentence, at)
    return None


def _is_forecast(sentence: Sentence, at: int) -> bool:
    """Whether a toll "could rise to" what follows, or it is one of plans; what it "could be" is an estimate."""
    if sentence.words[at] in _PLANS:
        return True
    return sentence.words[at] in fw.MODALS and sentence.word(at + 1) not in {"have", "be", "already", "now", "well"}


def _behind(sentence: Sentence, phrase: Phrase) -> Governor | None:
    """Read "bringing to 25 the number of people killed"."""
    words = sentence.words[phrase.end : phrase.end + _BEHIND_REACH]
    if words[:1] != ["the"] or _COUNTING.isdisjoint(words[:4]):
        return None
    return next((_toll(sentence, phrase.end + i) for i, word in enumerate(words) if word in TOLLS), None)


def _is_counted(sentence: Sentence, at: int, *, listing: bool) -> bool:
    """Whether a word like "wounded" is counted: "the number of wounded", "deaths exceeded", "the wounded included"."""
    word, before = sentence.words[at], sentence.words[max(0, at - 8) : at]
    if not _COUNTING.isdisjoint(before) or (word in _SUMS and sentence.word(at + 1) in _LINKS | fw.HAVE):
        return True
    link = sentence.word(at + 1)
    if word in _LISTED and (link.startswith("number") or (link == "at" and sentence.word(at - 2) in {"put", "puts"})):
        return sentence.word(at - 1) == "the"
    return listing and word in _LISTED and not {"the", "those", "among"}.isdisjoint(before[-3:])


def _is_said_of_those(sentence: Sentence, at: int, link: int) -> bool:
    """Whether a clause beside the link says what came of those who are listed: "the civilians who died are"."""
    beside = {",", "there", "it"}.isdisjoint(sentence.words[at:link]) and link - at <= _CLAUSE
    who = sentence.word(at - 1 - (sentence.words[at - 1] in fw.BE))
    return beside and who == "who"


def _toll(sentence: Sentence, at: int) -> Governor:
    return Governor(_indicator(sentence, at), at, Route.TOLL, _group(sentence, at))


def _indicator(sentence: Sentence, at: int) -> Indicator:
    word = sentence.words[at]
    if word == "toll":
        return _OF_KIND.get(sentence.word(at - 1), Indicator.KILLED)
    if word in {"killed", "dead", "deaths"} and sentence.word(at + 2) in {"injured", "wounded", "injuries"}:
        return Indicator.CASUALTIES
    return TOLLS[word]


def _group(sentence: Sentence, at: int) -> Group | None:
    """Return whose toll it is: "the number of soldiers killed", "the civilian death toll"."""
    for i in range(at - 1, max(-1, at - 5), -1):
        word = sentence.words[i]
        group = PLURAL.get(word) or GROUP_OF_MODIFIER.get(word) or GROUP_OF_COMPOUND.get((sentence.word(i - 1), word))
        if group is not None or word in {"of", "toll", ","}:
            return group
    return None
