"""Claims made with a verb: "the ministry said", "…, residents told reporters", "which the army put at 12"."""

from collections.abc import Iterator
from typing import Final

from tracker.extraction.claim import Claim, Side, can_claim, has_head
from tracker.extraction.claim_subjects import subject_behind, subject_of
from tracker.extraction.nations import CALENDAR
from tracker.extraction.noun_phrases import Range, Words, phrase_after, phrase_before
from tracker.extraction.speakers import BARE_VERBS, JOINING, PRONOUNS, PUBLISHED, STRONG_VERBS, WEAK_VERBS
from tracker.extraction.word_sets import word_set

_VERBS: Final = STRONG_VERBS | WEAK_VERBS | BARE_VERBS
_NOT_CLAIMED: Final = word_set("lives life responsibility asylum victory control territory")
_WITNESSES: Final = word_set(
    """
    photographer photographers reporter reporters correspondent correspondents journalist journalists
    """
)
_WITH_OF: Final = word_set("spoke speaks speak gave gives admit admits")
_MARKS: Final = frozenset('.,");!?-–—')
_PARENTHETIC: Final = word_set("with as after days hours adding amid without")
_ASIDES: Final = word_set(
    """
    late early earlier later phone telephone email today yesterday again morning evening there here
    """
)
_NUMBERS: Final = word_set("toll number figure total count it deaths casualties dead tally")
_BEFORE_OBJECT: Final = JOINING | {"near"}
_SPOKEN: Final = word_set("said says say told tells added adds stated warned")


def spoken_claims(words: Words) -> Iterator[Claim]:
    """Find the claims made with a verb."""
    for at, word in enumerate(words):
        if word.lower not in _VERBS and not _saw(words, at):
            continue
        subject = subject_of(words, at)
        inverted = subject_behind(words, at)
        if inverted is not None:
            yield Claim(inverted[0], inverted[1], at, Side.BEFORE)
        elif subject is not None and _speaks(words, at, subject):
            yield Claim(subject[0], subject[1], at, _side(words, at, subject[0]))


def _saw(words: Words, at: int) -> bool:
    """Tell whether a reporter saw it, who then is the claimant."""
    if words[at].lower not in {"saw", "witnessed"} or (phrase := phrase_before(words, at - 1)) is None:
        return False
    return any(word.lower in _WITNESSES for word in words[phrase[0] : phrase[1] + 1])


def _speaks(words: Words, verb: int, subject: Range) -> bool:
    """Tell whether the subject makes a claim with that verb: no attack that "claimed lives"."""
    first, last = subject
    lower = words[verb].lower
    if _is_noun(words, verb, words[last].lower) or _means_otherwise(words, verb):
        return False
    if lower not in _SPOKEN and first and words[first - 1].lower in _BEFORE_OBJECT and not has_head(words, subject):
        return False
    if words[first].lower in PRONOUNS:
        return words[first].lower not in {"i", "we"}
    return lower in STRONG_VERBS or can_claim(words[first : last + 1])


def _is_noun(words: Words, verb: int, before: str) -> bool:
    """Tell whether the word is a noun here: "UN report", "the United States", "reports of"."""
    lower = words[verb].lower
    if lower in BARE_VERBS and not (before.endswith("s") or before in PRONOUNS or _relative(words, verb)):
        return True
    if lower in {"state", "states", "reports", "claims"} and _following(words, verb) in {"of", "and"}:
        return True
    return lower == "states" and before in {"united", "gulf", "arab", "member", "baltic"}


def _means_otherwise(words: Words, verb: int) -> bool:
    """Tell whether the verb says nothing here: "claimed 12 lives", "put out", "released prisoners", "found shelter"."""
    lower, following = words[verb].lower, _following(words, verb)
    near = {word.lower for word in words[verb + 1 : verb + 7]}
    if lower in {"claimed", "claims", "claim"}:
        return bool(near & _NOT_CLAIMED)
    if lower in {"put", "puts", "placed", "places"}:
        return not _puts_a_number(words, verb + 1)
    if lower in {"published", "released", "issued"}:
        return not near & (PUBLISHED | {"names"})
    if lower in _WITH_OF:
        return following not in {"of", "to"} and not _puts_a_number(words, verb + 1)
    return lower == "found" and following not in {"that", "at"}


def _following(words: Words, verb: int) -> str:
    return words[verb + 1].lower if verb + 1 < len(words) else ""


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
        at = hearer[1] + 1 if hearer is not None else at
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
