"""Which of a sentence's places a number belongs to: the nearest and most telling one, and the one fit for the indicator."""

from typing import Final

from tracker.extraction.claims import claims_of
from tracker.extraction.place_candidates import Candidate
from tracker.extraction.place_roles import Role
from tracker.extraction.place_words import VAGUE_KINDS
from tracker.extraction.word_sets import word_set
from tracker.extraction.words import Passage
from tracker.vocabulary import Indicator

_BETWEEN: Final[dict[str, float]] = {
    **dict.fromkeys(word_set("; while whereas but although though"), 10),
    **dict.fromkeys(word_set("after before when where which who that as since until if because whom"), 3),
    '"': 3,
    ",": 1.5,
    "and": 1,
}
"""What stands between a number and a place, and by how much it parts them; a word by itself counts a quarter."""
_FAR: Final = 22
_FAR_DESCRIBED: Final = 14
"""At what cost a place is no longer the number's: one named, and one only described."""
_WORD: Final = 0.25
_LEADING: Final = 4.0
"""What the place gains that a sentence opens with: "In Sudan, …", "Juba: …"."""
_CLAIM: Final = 4.0
_KIND_COST: Final = {"country": 5.0, "described": 4.0, "vague": 3.0, "container": 5.0, "described from": 4.0}
_MOVES: Final = frozenset({Indicator.FLED, Indicator.DISPLACED, Indicator.EVACUATED})
_ROLE_COST: Final[dict[Role, float]] = {
    Role.AT: 0,
    Role.REACHED: 0,
    Role.BESIDE: 3,
    Role.TOWARDS: 2,
    Role.FROM: 4,
    Role.SUBJECT: 2,
    Role.NONE: 6,
}
_MOVED_COST: Final[dict[Role, float]] = {**_ROLE_COST, Role.FROM: -5, Role.TOWARDS: 7}
_ARRIVED_COST: Final[dict[Role, float]] = {**_ROLE_COST, Role.REACHED: -6, Role.TOWARDS: -3, Role.FROM: 8}


def chosen(passage: Passage, number: int, indicator: Indicator, candidates: tuple[Candidate, ...]) -> Candidate | None:
    """Return the place that the number at word `number` belongs to; null when there is none."""
    if not candidates:
        return None
    verbs = [claim.verb for claim in claims_of(passage)]
    costs = {candidate: _cost(passage, number, indicator, candidate, verbs) for candidate in candidates}
    near = [candidate for candidate in candidates if costs[candidate] <= (_FAR if candidate.named else _FAR_DESCRIBED)]
    return min(near, key=lambda candidate: costs[candidate], default=None)


def _cost(passage: Passage, number: int, indicator: Indicator, candidate: Candidate, verbs: list[int]) -> float:
    low, high = (candidate.last + 1, number) if candidate.last < number else (number + 1, candidate.first)
    between = passage.words[low:high]
    cost = sum(_BETWEEN.get(word.lower, _WORD) for word in between)
    cost += _CLAIM * sum(low <= verb < high for verb in verbs)
    if between and between[0].lower == "where" and candidate.last < number and not any(w.lower == "and" for w in between):
        cost -= _BETWEEN["where"] + 3
    cost += _KIND_COST["country"] * candidate.country + _KIND_COST["container"] * candidate.container
    if not candidate.named:
        cost += _KIND_COST["described"] + _KIND_COST["vague"] * (passage.words[candidate.last].lower in VAGUE_KINDS)
        cost += _KIND_COST["described from"] * (candidate.role is Role.FROM and indicator not in _MOVES)
    if candidate.first <= 1 and candidate.role is Role.AT:
        cost -= _LEADING
    return cost + _roles(indicator)[candidate.role]


def _roles(indicator: Indicator) -> dict[Role, float]:
    if indicator in _MOVES:
        return _MOVED_COST
    arrives = indicator in {Indicator.AID_TRUCKS, Indicator.AID_RECIPIENTS, Indicator.RETURNED}
    return _ARRIVED_COST if arrives else _ROLE_COST
