"""Which of a sentence's places a number belongs to: the nearest and most telling one, and the one fit for the indicator."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from tracker.extraction.claimants.claims import claims_of
from tracker.extraction.lexicon.places import AT, FACILITIES, VAGUE_KINDS
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.places.candidate import Candidate
from tracker.extraction.places.origins import is_former_target, is_origin
from tracker.extraction.places.respective import respective
from tracker.extraction.places.roles import DISTANCES, Role, describes
from tracker.extraction.text.words import Passage, Word
from tracker.vocabulary import Indicator

_BETWEEN: Final[dict[str, float]] = {
    **dict.fromkeys(word_set("; while whereas but although though"), 10),
    **dict.fromkeys(word_set("after before when where which who that as since until if because whom"), 3),
    '"': 2,
    ",": 1.5,
    "and": 1,
}
"""What stands between a number and a place, and by how much it parts them; a word by itself counts a quarter."""
_NEXT_CLAUSE: Final = 2.0
"""What "and" costs more right before the number: "… in the church and 40 in the school"."""
_FAR: Final = 22
_FAR_DESCRIBED: Final = 16
"""At what cost a place is no longer the number's: one named, and one only described."""
_WORD: Final = 0.25
_PARTING: Final = word_set("and but while whereas when after before where which who since until if because whom")
_LEADING: Final = 4.0
"""What the place gains that a sentence opens with: "In Sudan, …"."""
_LEADING_PHRASE: Final = 1.5
"""The same with words before it: "In the city of Dnipro, …"."""
_LABEL: Final = 2.5
"""What the label of a line costs, however far the number."""
_ASIDE: Final = 5.0
_ASIDES: Final = word_set("involved accused suspected linked wanted blamed responsible")
"""Behind these stands what somebody did elsewhere."""
_HELD: Final = 4.0
_CLOSE: Final = 4
"""Within how many words behind its number even a country is as telling as a town: "12 of them in Russia"."""
_QUALIFIED: Final = 4
"""How many words can stand in a number before its digits: "as many as 12"."""
_NUMBER: Final = 2.0
_TOLD: Final = 5.0
_CLAIM: Final = 4.0
_KIND_COST: Final = {"country": 5.0, "described": 4.0, "vague": 3.0, "container": 5.0, "described from": 4.0}
_MOVES: Final = frozenset({Indicator.FLED, Indicator.DISPLACED, Indicator.EVACUATED})
_ARRIVING: Final = frozenset({Indicator.AID_TRUCKS, Indicator.AID_RECIPIENTS, Indicator.RETURNED})
_ROLE_COST: Final[dict[Role, float]] = {
    Role.AT: 0,
    Role.REACHED: 0,
    Role.BESIDE: 3,
    Role.TOWARDS: 2,
    Role.FROM: 4,
    Role.SUBJECT: 2,
    Role.NONE: 6,
}
_DESTINATION: Final = 3.0
"""What it costs to have gone somewhere, where nothing says where from."""
_FROM_BEFORE: Final = 12.0
"""What the origin of all costs a number "of whom" that has a destination of its own."""
_OF_THOSE: Final = word_set("whom which them these those")
_NO_KIND: Final = word_set("elsewhere abroad")
_MOVED_COST: Final[dict[Role, float]] = {**_ROLE_COST, Role.FROM: -5, Role.TOWARDS: 7}
_ARRIVED_COST: Final[dict[Role, float]] = {**_ROLE_COST, Role.REACHED: -6, Role.TOWARDS: -3, Role.FROM: 8}


def chosen(passage: Passage, number: int, indicator: Indicator, candidates: tuple[Candidate, ...]) -> Candidate | None:
    """Return the place that the number at word `number` belongs to; null when there is none."""
    if not candidates:
        return None
    if (paired := respective(passage, number, candidates)) is not None:
        return paired
    verbs = [claim.verb for claim in claims_of(passage)]
    harm = indicator not in _MOVES and indicator not in _ARRIVING
    fit = [c for c in candidates if not c.acts and not is_origin(passage.words, c, harm=harm)]
    if indicator is Indicator.DETAINED:
        fit = [c for c in fit if c.first < number or not is_former_target(passage.words, c)]
    costs = {c: _cost(passage, number, indicator, c, verbs) for c in fit}
    if indicator in _MOVES:
        costs = _with_destination(passage, number, costs)
    near = [candidate for candidate in costs if costs[candidate] <= (_FAR if candidate.named else _FAR_DESCRIBED)]
    best = min(near, key=lambda candidate: costs[candidate], default=None)
    if best is not None and best.last < number and (best.country or best.first <= 1):
        closer = [c for c in near if _tells_closer(passage, number, c)]
        best = min(closer, key=lambda candidate: costs[candidate], default=best)
    return best


def _tells_closer(passage: Passage, number: int, candidate: Candidate) -> bool:
    """Tell whether a town behind the number, in its own clause, says where: "In Mali, 12 died in Gao"."""
    town = candidate.named and not candidate.country and passage.words[candidate.last].lower not in FACILITIES
    where = town and not candidate.told and candidate.role is Role.AT
    return where and candidate.first > number and _one_clause(passage, number, candidate.first)


def _with_destination(passage: Passage, number: int, costs: dict[Candidate, float]) -> dict[Candidate, float]:
    """Return what the places cost where the number's own clause says where people went: "of whom 40 fled to Goma"."""
    gone = [c for c in costs if c.role is Role.TOWARDS and c.first > number and _one_clause(passage, number, c.first)]
    if not gone:
        return costs
    changed = dict(costs)
    if not any(c.role is Role.FROM for c in costs):
        for candidate in gone:
            changed[candidate] += _DESTINATION - _MOVED_COST[Role.TOWARDS]
    for candidate in costs:
        between = {word.lower for word in passage.words[candidate.last + 1 : number + 1]}
        if candidate.last < number and between & _OF_THOSE:
            changed[candidate] += _FROM_BEFORE
    return changed


def _one_clause(passage: Passage, first: int, last: int) -> bool:
    return not any(word.text in {",", ";", ":"} or word.lower in _PARTING for word in passage.words[first:last])


def _cost(passage: Passage, number: int, indicator: Indicator, candidate: Candidate, verbs: list[int]) -> float:
    low, high = (candidate.last + 1, number) if candidate.last < number else (number + 1, candidate.first)
    between = passage.words[low:high]
    if _labels(passage, candidate):
        return _LABEL + _KIND_COST["country"] * candidate.country
    cost = sum(_BETWEEN.get(word.lower, _WORD) for word in between)
    cost += _NEXT_CLAUSE * (candidate.last == number - 2 and between[0].lower == "and")
    cost += _ASIDE * any(word.lower in _ASIDES for word in between)
    cost += _NUMBER * _numbers(passage, number, between)
    cost += _CLAIM * sum(low <= verb < high for verb in verbs)
    if _holds(between) and candidate.last < number:
        cost -= _HELD
    if between and candidate.last < number and between[0].lower == "," and between[1:2] and between[1].lower == "which":
        cost -= _BETWEEN["which"]
    role = candidate.role
    if _has_clause(between) and candidate.last < number:
        cost -= _BETWEEN["where"] + (3 if between[0].lower == "where" else _BETWEEN[","])
        role = Role.AT if role is Role.TOWARDS else role
    close = candidate.first > number and len(between) <= _CLOSE and all(word.text.isalpha() for word in between)
    cost += _KIND_COST["country"] * (candidate.country and not close) + _KIND_COST["container"] * candidate.container
    if not candidate.named and passage.words[candidate.last].lower not in _NO_KIND:
        cost += _KIND_COST["described"] + _KIND_COST["vague"] * (passage.words[candidate.last].lower in VAGUE_KINDS)
        cost += _KIND_COST["described from"] * (candidate.role is Role.FROM and indicator not in _MOVES)
    if candidate.role is Role.AT and _leads(passage, candidate):
        cost -= _LEADING if candidate.first <= 1 and candidate.named else _LEADING_PHRASE
    cost += _TOLD * candidate.told
    return cost + _roles(indicator)[role]


def _has_clause(between: Sequence[Word]) -> bool:
    """Tell whether the number stands in the clause that tells of the place: "Goma, where 12 people"."""
    relative = [word.lower for word in between if word.text != ","][:1] == ["where"]
    return relative and not any(word.lower == "and" for word in between)


def _leads(passage: Passage, candidate: Candidate) -> bool:
    """Tell whether the sentence opens with the place: "In Sudan, …", "In the city of Dnipro, …"."""
    opening = passage.words[1 : candidate.first]
    if candidate.first <= 1:
        return not candidate.told
    described = all(describes(word) or word.lower == "of" for word in opening)
    return passage.words[0].lower in AT and described and [w.text for w in passage.words[candidate.last + 1 :][:1]] == [","]


def _numbers(passage: Passage, number: int, between: Sequence[Word]) -> int:
    """Return how many other numbers stand between, without years and without the digits of the number itself."""
    own = number
    while own < len(passage.words) and own < number + _QUALIFIED and not passage.words[own].text[0].isdigit():
        own += 1
    of_itself = passage.words[own].start if own < len(passage.words) else -1
    counts = [word for word, behind in zip_longest(between, between[1:]) if behind is None or behind.lower not in DISTANCES]
    return sum(word.text[0].isdigit() and len(word.text) != 4 and word.start != of_itself for word in counts)  # noqa: PLR2004


def _holds(between: Sequence[Word]) -> bool:
    """Tell whether a number goes with the place right before it: "Anbar with 12", "Anbar (12)"."""
    return bool(between) and between[0].lower in {"with", "("} and len(between) <= 3  # noqa: PLR2004


def _labels(passage: Passage, candidate: Candidate) -> bool:
    """Tell whether the place is the label of a line: "Juba: …"."""
    behind = [word.text for word in passage.words[candidate.last + 1 : candidate.last + 5]]
    return candidate.first <= 1 and (behind[:1] == [":"] or (behind[:1] == ["("] and ":" in behind))


def _roles(indicator: Indicator) -> dict[Role, float]:
    if indicator in _MOVES:
        return _MOVED_COST
    return _ARRIVED_COST if indicator in _ARRIVING else _ROLE_COST
