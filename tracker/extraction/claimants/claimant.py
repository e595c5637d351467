"""Who made the claim that a figure is, as the text names them."""

from dataclasses import replace
from typing import Final

from tracker.extraction.claimants.claim import Claim, Side
from tracker.extraction.claimants.claims import claims_of
from tracker.extraction.claimants.deed_claims import deeds_in
from tracker.extraction.claimants.neighbour_claims import beside
from tracker.extraction.claimants.quotations import speaker_of
from tracker.extraction.claimants.speakers_before import named_before
from tracker.extraction.lexicon.speakers import PRONOUNS
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.text.article import Article
from tracker.extraction.text.mentions import Mention
from tracker.extraction.text.passages import Span
from tracker.extraction.text.words import Passage, passage_of

_RELATIVE_REACH: Final = 6
"""How many words may stand between a number and the "which X said" about it."""
_WHILE_REACH: Final = 4
"""How many words back from a number "while" may stand and go on with what was said."""
_CONTRAST: Final = word_set("while whereas although but though yet")
_RIVAL: Final = word_set("toll tolls figure figures number numbers count true actual real only estimate estimates")
"""Behind "but" these begin another count of the same, by somebody else."""


def claimant_of(article: Article, sentence: int, number: Span) -> Mention | None:
    """Return who made the claim, as printed; null when the text names nobody.

    A pronoun or a short name ("it", "the group") has in `stands_for` the fuller name that it takes up, where there is one.
    Inside a quotation that runs over several sentences it is who speaks, and the span then lies outside the sentence.
    """
    passage = passage_of(article, sentence, number)
    at = passage.index(number.start)
    claim = _claim_of(passage, claims_of(passage), at)
    if claim is None:
        spoken = speaker_of(article, sentence, number)
        if spoken is not None:
            sentence, passage, claim = spoken
        else:
            claim = _claim_of(passage, deeds_in(passage.text), at)
    if claim is None:
        neighbour = beside(article, sentence)
        if neighbour is None:
            return None
        sentence, passage, claim = neighbour
    span = passage.span(claim.first, claim.last)
    if span.of(article.text).endswith(("'s", "’s")):
        span = Span(span.start, span.end - 2)
    claimant = Mention(span, span.of(article.text))
    return replace(claimant, stands_for=named_before(article, sentence, passage, claim.first, claim.last))


def _claim_of(passage: Passage, found: tuple[Claim, ...], number: int) -> Claim | None:
    """Return the claim that the number is part of: the innermost before it, else the first behind it."""
    claims = [c for c in found if not c.first <= number <= c.last]
    before = [
        c for c in claims if c.verb < number and c.side is not Side.BEFORE and not _contrasted(passage, c.verb, number)
    ]
    behind = [c for c in claims if c.verb > number and _reaches_back(passage, c, number)]
    if not before and not behind and (through := _through_while(passage, claims, number)) is not None:
        return through
    inner = before[-1] if before else None
    if inner is not None and passage.words[inner.first].lower in PRONOUNS:
        named = [c for c in before if passage.words[c.first].lower not in PRONOUNS and c.side is Side.BEHIND]
        inner = named[-1] if named else inner
    if inner is not None and (inner.side is Side.BEHIND or not behind):
        return inner
    if behind or inner is not None:
        return behind[0] if behind else inner
    return _around_all(passage, found, number)


def _around_all(passage: Passage, found: tuple[Claim, ...], number: int) -> Claim | None:
    """Return the sentence's only source, where it opens or ends it and so holds for both its halves.

    Not where "but" leads into a rival count of the same: "…, but the true number is 12, according to the rebels".
    """
    words = passage.words
    if len({(c.first, c.last) for c in found}) != 1 or words[found[0].verb].lower not in {"according", "per", "citing"}:
        return None
    claim = found[0]
    outermost = claim.verb <= 1 or claim.last >= len(words) - 2 or words[claim.last + 1].text == ","
    between = words[number : claim.verb] if claim.verb > number else words[claim.last : number]
    rival = any(word.lower in _RIVAL or word.text == ";" for word in between)
    return claim if outermost and not rival and not claim.first <= number <= claim.last else None


def _through_while(passage: Passage, claims: list[Claim], number: int) -> Claim | None:
    """Return the sentence's only claim, where what is said goes on: "X said 6 were killed while at least 24 were hurt"."""
    at = next((i for i in range(number - 1, max(0, number - _WHILE_REACH), -1) if passage.words[i].lower == "while"), None)
    if at is None or len(claims) != 1 or claims[0].side is not Side.BEHIND or claims[0].verb > at:
        return None
    return None if _contrasted(passage, claims[0].verb, at) else claims[0]


def _reaches_back(passage: Passage, claim: Claim, number: int) -> bool:
    """Tell whether a claim behind the number is about it: "…, X said", "40 people, who X said were …"."""
    if claim.side is Side.BEHIND:
        relative = claim.first and passage.words[claim.first - 1].lower in {"which", "who", "whom", "that"}
        return bool(relative) and claim.first - number <= _RELATIVE_REACH
    return not _contrasted(passage, number, claim.first)


def _contrasted(passage: Passage, first: int, last: int) -> bool:
    return any(word.text == ";" or word.lower in _CONTRAST for word in passage.words[first:last])
