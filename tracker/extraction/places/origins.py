"""Places from which only those came who did harm: "gunmen from Chad killed 12", "rockets fired from the valley"."""

from typing import Final

from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.places.candidate import Candidate
from tracker.extraction.places.roles import BACK, Role, describes
from tracker.extraction.text.words import Words

_ARMED: Final = word_set(
    """
    gunmen militants fighters rebels raiders attackers assailants insurgents jihadists militiamen soldiers troops forces
    rockets rocket missiles missile drones drone shells shelling mortars mortar artillery airstrikes fired launched fire
    """
)
_TAKING: Final = word_set("abducted kidnapped took taken seized detained arrested snatched rounded captured rescued freed")
"""What was done to people where they were."""
_GROUPS: Final = word_set("group groups gang gangs cell cells faction network squad men mob militia unit")
_COMING: Final = word_set(
    "stormed storming crossed crossing entered came coming come arrived infiltrated poured swept raided attacked flew flown"
)
_OVER: Final = word_set("across over through past")
_REACH: Final = 5
"""How many words may stand between who or what came and "from"."""


def is_origin(words: Words, candidate: Candidate, *, harm: bool) -> bool:
    """Tell whether a place is only where somebody or something came from.

    Where those who fled or who brought aid came from counts, so of them only the origin of the armed is none of theirs.
    """
    at = candidate.first - 1
    while at > 0 and candidate.first - at <= BACK and describes(words[at]):
        at -= 1
    if at < 1:
        return False
    if candidate.role is Role.FROM and words[at].lower == "from":
        before = {word.lower for word in _clause(words, at)}
        return words[at - 1].lower in _ARMED or (harm and bool(before & _COMING) and not before & _TAKING)
    return harm and words[at].lower in _OVER and words[at - 1].lower in _COMING


def is_former_target(words: Words, candidate: Candidate) -> bool:
    """Tell whether a place is what those arrested had attacked before: "members of the group that attacked Bora"."""
    at = candidate.first - 1
    while at > 0 and candidate.first - at <= BACK and describes(words[at]):
        at -= 1
    told = at > 1 and candidate.role is Role.REACHED and words[at - 1].lower in {"who", "that", "which"}
    return told and (words[at - 1].lower == "who" or words[at - 2].lower in _ARMED | _GROUPS)


def _clause(words: Words, end: int) -> Words:
    """Return the last words before `end` that no mark parts from it."""
    start = end
    while start > 0 and end - start < _REACH and words[start - 1].text not in {",", ";", ":", '"', "."}:
        start -= 1
    return words[start:end]
