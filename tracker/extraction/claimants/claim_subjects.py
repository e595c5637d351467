"""Who says it: the subject of a verb of claiming, before it past appositions and times, or behind it."""

from typing import Final

from tracker.extraction.claimants.appositions import TIMES, before_apposition, begins, is_doing, is_name
from tracker.extraction.claimants.claim import can_claim, has_head
from tracker.extraction.lexicon.nations import CALENDAR
from tracker.extraction.lexicon.speakers import (
    BREAKS,
    DETERMINERS,
    FORERUNNERS,
    JOINING,
    NOT_SPEECH,
    PERSONAL,
    PRONOUNS,
    PUBLISHED,
    SKIPPED,
    SPEAKERS,
    STRONG_VERBS,
)
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.text.noun_phrases import Range, phrase_after, phrase_before
from tracker.extraction.text.words import Word, Words, matches_at

_WHICH_TIME: Final = word_set("following next previous same last this past earlier that")
_DASHES: Final = frozenset("-–—")
_INVERTING: Final = word_set("say said says reported added stated reports")
_WHERE: Final = word_set("of in near at on from")
_SURE: Final = word_set("said say told added stated")
_TELLS_HOW: Final = word_set("by in at on from with to for")
_LONGEST_RELATIVE: Final = 14


def subject_of(words: Words, verb: int) -> Range | None:
    """Return who says it, before the verb; past "also", "however" and an apposition between commas."""
    at = verb - 1
    while at >= 0 and (_passed_over(words[at]) or _so_far(words, at)):
        at -= 1
    at = _before_time(words, at)
    if at < 0 or words[at].lower in NOT_SPEECH:
        return None
    if words[at].text in {"who", "which", "that"}:
        return phrase_before(words, at - 1 - (at > 0 and words[at - 1].text == ","))
    if at > 2 and words[at].text == words[at - 2].text == "," and _passed_over(words[at - 1]):  # noqa: PLR2004
        at -= 3  # "X, however, said"
    if words[at].text == "," or words[at].text in _DASHES:
        return before_apposition(words, at)
    if (subject := _before_relative(words, at)) is not None:
        return subject
    phrase = phrase_before(words, at)
    if phrase is not None and phrase[0] > 1 and matches_at(words, phrase[0] - 2, "close", "to"):
        close = phrase_before(words, phrase[0] - 3)  # "sources close to the governor"
        phrase = (close[0], phrase[1]) if close is not None and has_head(words, close) else phrase
    return _name_of(words, _trimmed(words, phrase)) if phrase is not None else _bare(words, at, verb)


def _trimmed(words: Words, phrase: Range) -> Range:
    """Return the phrase without a participle at its end: "a report published"."""
    last = words[phrase[1]]
    ends = last.text.endswith("ed") and not last.capital and has_head(words, (phrase[0], phrase[1] - 1))
    return (phrase[0], phrase[1] - 1) if ends and last.lower not in SPEAKERS else phrase


def _before_relative(words: Words, last: int) -> Range | None:
    """Return who stands before a clause that tells of them: "the doctor who reached the town said"."""
    for at in range(last - 1, max(0, last - _LONGEST_RELATIVE), -1):
        word = words[at]
        if word.text in {",", '"', ";", ":", "."} or word.lower in STRONG_VERBS:
            return None
        reduced = (word.lower.endswith("ed") and words[at + 1].lower in _TELLS_HOW) or is_doing(words, at)
        if word.lower == "who" or (reduced and words[at - 1].lower not in PUBLISHED):
            phrase = phrase_before(words, at - 1)
            if phrase is not None and has_head(words, phrase) and (word.lower == "who" or begins(words, phrase[0])):
                return phrase
            if word.lower == "who":
                return None
    return None


def _bare(words: Words, at: int, verb: int) -> Range | None:
    """Return a subject of one word that we do not know, where it begins a clause: "…, shopkeepers said"."""
    known = words[verb].lower in _SURE and words[at].text.isalpha() and words[at].lower not in BREAKS | SKIPPED | PRONOUNS
    opens = begins(words, at)
    plural = words[at].lower.endswith("s") and at == verb - 1
    return (at, at) if known and opens and plural else None


def _passed_over(word: Word) -> bool:
    return word.lower in SKIPPED or (word.lower.endswith("ly") and word.lower not in SPEAKERS)


def _so_far(words: Words, at: int) -> bool:
    return matches_at(words, at - 1, "so", "far") or matches_at(words, at, "so", "far")


def _before_time(words: Words, at: int) -> int:
    """Return the word before a time that stands between the subject and the verb: "on Monday", "the following month"."""
    if at < 1:
        return at
    if words[at].lower in CALENDAR and words[at - 1].lower in {"on", "in", "late", "early"}:
        return at - 2
    if words[at].lower in CALENDAR and words[at - 1].lower not in DETERMINERS:
        return at - 1
    if words[at].lower in TIMES and words[at - 1].lower in _WHICH_TIME:
        return at - 2 - (at > 1 and words[at - 2].lower in {"the", "on", "in"})
    return at


def _name_of(words: Words, phrase: Range) -> Range:
    """Return the name before "the director of …" where a text lost its commas: "Jane Doe the head of the agency"."""
    first, last = phrase
    if first > 1 and words[first - 1].text == "," and any(word.lower in PERSONAL for word in words[first : last + 1]):
        return _name_at_start(words, first - 2) or phrase
    if first < 1 or words[first].lower not in {"the", "a", "an"} or not words[first - 1].capital:
        return phrase
    if words[first - 1].text.isupper() or not has_head(words, (first, last)):
        return phrase
    start = first - 1
    while start > 0 and words[start - 1].capital:
        start -= 1
    before = words[start - 1].lower if start else ""
    full = first - start >= 2  # noqa: PLR2004 - a first name and a surname
    return (start, first - 1) if full and before not in JOINING | {"near", "by", "into", "and"} else phrase


def _name_at_start(words: Words, last: int) -> Range | None:
    """Return a first name and surname with which a clause begins: "Jane Doe, the head of the agency said"."""
    start = last
    while start > 0 and words[start - 1].capital and words[start - 1].lower not in BREAKS:
        start -= 1
    return (start, last) if words[last].capital and begins(words, start) and is_name(words, start, last) else None


def subject_behind(words: Words, verb: int) -> Range | None:
    """Return who says it, behind the verb: "…, said the monitor", also where the comma before it is lost."""
    quoted = verb > 0 and words[verb - 1].text == '"' and words[verb].lower in STRONG_VERBS
    if verb == 0 or not (quoted or words[verb].lower in _INVERTING):
        return None
    begin = verb + 1 + (verb + 1 < len(words) and words[verb + 1].text == "@")
    phrase = _unknown_role(words, begin) or phrase_after(words, begin)
    if phrase is None or not (can_claim(words[phrase[0] : phrase[1] + 1]) or _definite(words, verb, phrase)):
        return None
    if begin > verb + 1:
        return phrase
    phrase = named_behind(words, phrase)
    if words[verb - 1].text in {",", '"'} or words[verb - 1].text in _DASHES:
        return phrase
    place = phrase_before(words, verb - 1)
    if place is None or place[0] < 1 or words[place[0] - 1].lower not in _WHERE or has_head(words, place):
        return None
    return phrase if has_head(words, phrase) else None


def _definite(words: Words, verb: int, phrase: Range) -> bool:
    """Tell whether somebody unknown is described behind a quotation or a comma: "…, said the ferryman"."""
    return words[verb - 1].text in {",", '"'} and words[verb].lower in {"said", "says"} and phrase[1] > phrase[0]


def named_behind(words: Words, phrase: Range) -> Range:
    """Return the name that follows a description: "said the ministry's spokesman, Jane Doe"."""
    first = phrase[1] + 2
    if words[phrase[1]].capital or first >= len(words) or words[first - 1].text != "," or not words[first].capital:
        return phrase
    last = first
    while last + 1 < len(words) and words[last + 1].capital:
        last += 1
    ends = last + 1 >= len(words) or words[last + 1].text in {".", ",", ";", ":", '"'}
    return (first, last) if ends and last > first and words[phrase[1]].lower in PERSONAL else phrase


def _unknown_role(words: Words, at: int) -> Range | None:
    """Return the name behind a word that we do not know: "said greengrocer Jane Doe"."""
    if at + 1 >= len(words) or words[at].capital or not words[at].text.isalpha() or not words[at + 1].capital:
        return None
    if words[at].lower in BREAKS | DETERMINERS | SKIPPED or words[at].lower in SPEAKERS | FORERUNNERS:
        return None
    phrase = phrase_after(words, at + 1)
    return None if phrase is None else (at, phrase[1])
