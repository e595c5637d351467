"""Claims made with a verb: "the ministry said", "…, residents told reporters", "which the army put at 12"."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from tracker.extraction.claimants.claim import Claim, Side, can_claim, has_head
from tracker.extraction.claimants.claim_subjects import subject_behind, subject_of
from tracker.extraction.lexicon.nations import CALENDAR
from tracker.extraction.lexicon.speakers import (
    BARE_VERBS,
    BREAKS,
    JOINING,
    PRONOUNS,
    PUBLISHED,
    SPEAKERS,
    STRONG_VERBS,
    WEAK_VERBS,
)
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.text.noun_phrases import Range, phrase_after, phrase_before
from tracker.extraction.text.words import Words, matches_at, word_behind

_VERBS: Final = STRONG_VERBS | WEAK_VERBS | BARE_VERBS
_NOT_CLAIMED: Final = word_set("lives life responsibility asylum victory control territory")
_NO_CLAIM: Final = word_set(
    "ensured ensures hoped wanted hopes demanded demands required requires proposed proposes urged denied denies doubted"
)
_RAISED: Final = word_set("raised raises revised revises lowered upped updated")
_ATTITUDES: Final = word_set("deplored deplores condemned condemns denounced denounces decried lamented laments mourned")
_WITH_OF: Final = word_set("spoke speaks speak gave gives admit admits")
_LISTING: Final = word_set("counts lists attributed attributes")
_OF_NUMBERS: Final = _WITH_OF | _RAISED | _ATTITUDES | word_set("put puts placed places") | _LISTING
_BEFORE_NUMBERS: Final = word_set("at over more nearly some about around")
_HARM: Final = word_set("death deaths killing killings loss massacre return murder murders detention abduction arrest")
_SECOND: Final = STRONG_VERBS | word_set("estimated reported claimed")
_HEARERS: Final = word_set("us me him her them")
_AUXILIARIES: Final = word_set("was were is are has have had did do does can could may might must should will would")
_MARKS: Final = frozenset('.,");!?-–—')
_PARENTHETIC: Final = word_set("with as after days hours adding amid without")
_ASIDES: Final = word_set(
    """
    late early earlier later phone telephone email today yesterday again morning evening there here
    """
)
_NUMBERS: Final = word_set("toll number figure total count it deaths casualties dead tally losses injured wounded estimate")
_BEFORE_OBJECT: Final = JOINING | {"near"}
_WHERE: Final = word_set("in at near inside outside around across")
_PLURALS: Final = word_set("media police staff")
_SPOKEN: Final = word_set("said says say told tells added adds stated warned")


def spoken_claims(words: Words) -> Iterator[Claim]:
    """Find the claims made with a verb."""
    for at, word in enumerate(words):
        if word.lower not in _VERBS and not _claims_that(words, at):
            continue
        subject = subject_of(words, at)
        inverted = subject_behind(words, at)
        if inverted is not None and not (
            subject is not None and words[at - 1].text == "," and _acts(words, inverted[1] + 1)
        ):
            yield Claim(inverted[0], inverted[1], at, Side.BEFORE)
        elif subject is not None and _speaks(words, at, subject):
            yield Claim(subject[0], subject[1], at, _side(words, at, subject[0]))
        elif subject is None and (subject := _shared(words, at)) is not None:
            yield Claim(subject[0], subject[1], at, Side.BEHIND)


def _acts(words: Words, behind: int) -> bool:
    """Tell whether a verb follows whoever stands behind "said" and does not speak: "Jane Doe, a nurse, said Israel had"."""
    if behind >= len(words) or not words[behind].text.isalpha() or words[behind].lower in CALENDAR:
        return False
    return words[behind].lower in _AUXILIARIES or words[behind].lower not in BREAKS | {"and", "or", "today", "yesterday"}


def _shared(words: Words, verb: int) -> Range | None:
    """Return who opens the sentence where a second verb leaves the subject out: "The group took the town and said that"."""
    if verb < 3 or words[verb - 1].lower not in {"and", "but"} or words[verb].lower not in _SECOND:  # noqa: PLR2004
        return None
    first = phrase_after(words, 0)
    if first is None or first[1] + 1 >= verb or not can_claim(words[first[0] : first[1] + 1]):
        return None
    finite = words[first[1] + 1].lower
    acts = finite.endswith(("ed", "s", "n't")) or finite in _AUXILIARIES
    return first if acts and finite.removesuffix("n't").isalpha() else None


def _claims_that(words: Words, at: int) -> bool:
    """Tell whether any other verb leads into what somebody claims: "the doctor guessed that"."""
    lower = words[at].lower
    if (
        not lower.endswith(("ed", "es", "ts", "ns", "ds"))
        or not matches_at(words, at + 1, "that")
        or lower in _NO_CLAIM | SPEAKERS
    ):
        return False
    phrase = phrase_before(words, at - 1)
    return phrase is not None and (words[phrase[0]].lower in {"he", "she"} or has_head(words, phrase))


def _speaks(words: Words, verb: int, subject: Range) -> bool:
    """Tell whether the subject makes a claim with that verb: no attack that "claimed lives"."""
    first, last = subject
    lower = words[verb].lower
    if (_is_noun(words, verb, words[last].lower) and not _several(words, subject)) or _means_otherwise(words, verb):
        return False
    if words[last].lower in PUBLISHED and lower.endswith("ed") and word_behind(words, verb) in {"on", "by"}:
        return False  # "a statement posted on Telegram by the army"
    if first and words[first - 1].lower in _WHERE and not has_head(words, subject):
        return False  # "a briefing in Homs said"
    if lower not in _SPOKEN and first and words[first - 1].lower in _BEFORE_OBJECT and not has_head(words, subject):
        return False
    if words[first].lower in PRONOUNS:
        return words[first].lower not in {"i", "we"}
    return lower in STRONG_VERBS or can_claim(words[first : last + 1])


def _several(words: Words, subject: Range) -> bool:
    """Tell whether the subject is many: "sources in the town" before "report"."""
    inner = words[subject[0] : subject[1]]
    return any(
        word.lower.endswith("s") and word.lower in SPEAKERS and behind.lower in JOINING for word, behind in pairwise(inner)
    )


def _is_noun(words: Words, verb: int, before: str) -> bool:
    """Tell whether the word is a noun here: "UN report", "the United States", "reports of"."""
    lower = words[verb].lower
    if lower in BARE_VERBS and not (
        (before.endswith("s") and "'" not in before) or before in PRONOUNS | _PLURALS or _relative(words, verb)
    ):
        return True
    if lower in {"state", "states", "reports", "claims"} and word_behind(words, verb) in {"of", "and"}:
        return True
    return lower == "states" and before in {"united", "gulf", "arab", "member", "baltic"}


def _means_otherwise(words: Words, verb: int) -> bool:
    """Tell whether the verb says nothing here: "claimed 12 lives", "put out", "released prisoners", "found shelter"."""
    lower, following = words[verb].lower, word_behind(words, verb)
    near = {word.lower for word in words[verb + 1 : verb + 7]}
    if lower in {"claimed", "claims", "claim"}:
        return bool(near & _NOT_CLAIMED)
    if lower in {"published", "released", "issued"}:
        return not near & (PUBLISHED | {"names"})
    if lower in _OF_NUMBERS:
        return not _of_a_number(words, verb, near)
    return lower == "found" and following not in {"that", "at"}


def _of_a_number(words: Words, verb: int, near: set[str]) -> bool:
    """Tell whether a verb that claims only with a number has one: "put the toll at", "raised the toll to", "spoke of"."""
    lower, following = words[verb].lower, word_behind(words, verb)
    if lower in _LISTING:
        digits = any(character.isdigit() for word in words[verb + 1 : verb + 4] for character in word.text)
        return digits or following in _BEFORE_NUMBERS
    if lower in _RAISED:
        return bool(near & _NUMBERS and near & {"to", "from", "at", "by"})
    if lower in _ATTITUDES:
        return bool(near & _HARM) and "of" in near
    if lower in {"gave", "gives"} and near & _NUMBERS and near & {"of", "as", "at"}:
        return True
    return (lower in _WITH_OF and following in {"of", "to"}) or _puts_a_number(words, verb + 1)


def _relative(words: Words, verb: int) -> bool:
    return any(word.lower in {"who", "which", "they"} for word in words[max(0, verb - 2) : verb])


def _puts_a_number(words: Words, at: int) -> bool:
    near = {word.lower for word in words[at : at + 10]}
    return bool(near & {"at", "as"}) and bool(near & _NUMBERS)


def _side(words: Words, verb: int, first: int) -> Side:
    """Return where what was said stands, by what follows the verb: the end, a comma or a date, or the words themselves."""
    if first and words[first - 1].text == '"':
        return Side.AROUND
    at = verb + 1
    if words[verb].lower in {"told", "tells"}:
        hearer = phrase_after(words, at)
        at = hearer[1] + 1 if hearer is not None else at + (word_behind(words, verb) in _HEARERS)
    at = _behind_asides(words, at)
    if at >= len(words) or (words[at].text in _MARKS and not _quotes(words, at)):
        return Side.AROUND if at < len(words) - 1 else Side.BEFORE
    return Side.AROUND if words[at].lower in _PARENTHETIC else Side.BEHIND


def _behind_asides(words: Words, at: int) -> int:
    """Return the word behind what only says when and how something was said: "late on Wednesday", "in its new report"."""
    while at < len(words):
        lower = words[at].lower
        if lower in CALENDAR or lower in _ASIDES or (words[at].text.isdigit() and _dated(words, at)):
            at += 1
        elif lower == "." and words[at - 1].lower in CALENDAR and at + 1 < len(words) and words[at + 1].text.isdigit():
            at += 2  # "on Oct. 22"
        elif lower in {"in", "by", "to", "via", "during", "on", "from"} and at + 1 < len(words):
            if words[at + 1].lower in CALENDAR or (_ASIDES & {words[at + 1].lower}):
                at += 1
                continue
            phrase = phrase_after(words, at + 1)
            if phrase is None:
                return at
            at = phrase[1] + 1
        else:
            return at
    return at


def _dated(words: Words, at: int) -> bool:
    return any(0 <= i < len(words) and words[i].lower in CALENDAR for i in (at - 1, at + 1))


def _quotes(words: Words, at: int) -> bool:
    """Tell whether a comma or colon leads into quoted words: said, "…"."""
    return words[at].text in {",", '"'} and any(word.text == '"' for word in words[at : at + 2])
