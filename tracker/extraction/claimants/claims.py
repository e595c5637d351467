"""The claims of one sentence: who says it, and whether the words before or behind the verb are what was said."""

from functools import lru_cache

from tracker.extraction.claimants.claim import Claim
from tracker.extraction.claimants.indirect_claims import indirect_claims
from tracker.extraction.claimants.sourced_claims import sourced_claims
from tracker.extraction.claimants.spoken_claims import spoken_claims
from tracker.extraction.claimants.toll_claims import toll_claims
from tracker.extraction.text.words import Passage, words_of


def claims_of(passage: Passage) -> tuple[Claim, ...]:
    """Return the sentence's claims, in the order of the words that they turn on."""
    return claims_in(passage.text)


@lru_cache(maxsize=512)
def claims_in(text: str) -> tuple[Claim, ...]:
    """Return the claims of a text's words, as `words_of` gives them."""
    words = words_of(text)
    found = {*spoken_claims(words), *indirect_claims(words), *sourced_claims(words), *toll_claims(words)}
    narrow = [claim for claim in found if not any(_within(other, claim) for other in found)]
    return tuple(sorted(narrow, key=lambda claim: (claim.verb, claim.first)))


def _within(inner: Claim, outer: Claim) -> bool:
    """Tell whether one claimant is named inside the other, as the ministry is in "the ministry's count"."""
    shorter = inner.last - inner.first < outer.last - outer.first
    return shorter and outer.first <= inner.first <= inner.last <= outer.last
