"""Claims in roundabout forms: "went on to say", "is reporting that", "was quoted as saying", "have been reported by"."""

from collections.abc import Iterator
from typing import Final

from tracker.extraction.claimants.claim import Claim, Side, can_claim, has_head
from tracker.extraction.claimants.claim_subjects import subject_of
from tracker.extraction.lexicon.speakers import JOINING
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.text.noun_phrases import phrase_after, phrase_before
from tracker.extraction.text.words import Words, matches_at, word_behind

_SAYING: Final = word_set("saying reporting claiming estimating putting telling stating confirming counting giving listing")
_QUOTED_BEFORE: Final = 14
_TO_SAY: Final = word_set("say add tell state report claim explain note estimate warn announce confirm specify")
_WENT_ON: Final = frozenset({"went", "goes", "go"})
_PASSIVE: Final = word_set("been were was")
_PROGRESSIVE: Final = word_set("is are was were been")
_MADE_KNOWN: Final = word_set(
    "reported confirmed documented recorded verified announced registered tallied counted put placed estimated"
)
_BY_WITHIN: Final = 16
"""How many words of when and where may stand between "were reported" and "by the ministry"."""
_ANOTHER_DEED: Final = word_set("and but that to who which shot taken held hurt beaten slain struck hit")
"""Between "reported" and "by" these say that "by" names who did it: "were reported shot by"."""


def indirect_claims(words: Words) -> Iterator[Claim]:
    """Find the claims whose verb stands away from who makes them."""
    for at, word in enumerate(words):
        lower = word.lower
        claim: Claim | None = None
        if lower in _SAYING and at > 1:
            claim = _saying(words, at)
        elif lower in _TO_SAY:
            claim = _went_on(words, at)
        elif lower in _MADE_KNOWN and at and words[at - 1].lower in _PASSIVE:
            claim = _made_known(words, at)
        if claim is not None:
            yield claim


def _saying(words: Words, at: int) -> Claim | None:
    """Return the claim of "with activists reporting 12 dead", "was quoted as saying", "the agency is reporting that"."""
    before = words[at - 1].lower
    if before == "as":
        return _quoted(words, at)
    if before in _PROGRESSIVE:
        subject = subject_of(words, at - 1) if word_behind(words, at) not in {"to", "for", "from", "on"} else None
        claims = subject is not None and can_claim(words[subject[0] : subject[1] + 1])
        return Claim(subject[0], subject[1], at, Side.BEHIND) if claims and subject is not None else None
    if before in JOINING:
        return None
    phrase = phrase_before(words, at - 1)
    led = phrase is not None and phrase[0] and words[phrase[0] - 1].lower == "with"
    if led and phrase is not None and can_claim(words[phrase[0] : phrase[1] + 1]):
        return Claim(phrase[0], phrase[1], at, Side.BEHIND)
    return None


def _quoted(words: Words, saying: int) -> Claim | None:
    """Return who is quoted "as saying"."""
    for at in range(saying - 2, max(-1, saying - _QUOTED_BEFORE), -1):
        if words[at].lower not in {"quoted", "quotes", "cited", "cites", "quoting"}:
            continue
        passive = at and words[at - 1].lower in {"was", "were", "been"}
        phrase = subject_of(words, at - 1) if passive else phrase_after(words, at + 1)
        return Claim(phrase[0], phrase[1], saying, Side.BEHIND) if phrase is not None else None
    return None


def _went_on(words: Words, verb: int) -> Claim | None:
    """Return who "went on to say"."""
    if verb < 4 or not matches_at(words, verb - 2, "on", "to") or words[verb - 3].lower not in _WENT_ON:  # noqa: PLR2004
        return None
    subject = subject_of(words, verb - 3)
    return Claim(subject[0], subject[1], verb, Side.BEHIND) if subject is not None else None


def _made_known(words: Words, participle: int) -> Claim | None:
    """Return by whom numbers "have been reported over the past day"; not by whom people were "reported killed"."""
    for at in range(participle + 2, min(participle + _BY_WITHIN, len(words))):
        lower = words[at - 1].lower
        if lower in _ANOTHER_DEED or lower.endswith(("ed", "ing")) or words[at - 1].text in {".", ";", '"'}:
            return None
        if words[at].lower == "by":
            phrase = phrase_after(words, at + 1)
            named = phrase is not None and (has_head(words, phrase) or words[phrase[1]].text.isupper())
            return Claim(phrase[0], phrase[1], at, Side.AROUND) if named and phrase is not None else None
    return None
