"""What a number is governed by: the indicator that a verb, a noun or a neighbour gives it, and how surely."""

from dataclasses import dataclass
from enum import Enum

from tracker.vocabulary import Group, Indicator


class Route(Enum):
    """How the indicator was found; `confidence` is a rank, from 0 to 1, not a measured probability."""

    OBJECT = ("the object of a verb", 0.95)
    PREDICATE = ("the subject of a verb beside it", 0.94)
    TOLL = ("what a toll rose to", 0.9)
    EVENT = ("behind “the deaths of”", 0.9)
    SUBSET = ("part of another figure", 0.88)
    NOUN = ("its own noun, as in “40 deaths”", 0.85)
    AID = ("what aid is carried by, or is for", 0.85)
    FAR_PREDICATE = ("the subject of a verb far off", 0.8)
    COORDINATION = ("joined to another figure", 0.78)
    ADJECTIVE = ("only an adjective or a noun", 0.6)
    SIEGE = ("people staying where a siege is", 0.55)

    @property
    def confidence(self) -> float:
        """How sure a proposal found in this way is, from 0 to 1."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Governor:
    """An indicator for a number, the token that gives it, and the group that its words name for a number without a noun."""

    indicator: Indicator
    at: int
    route: Route
    group: Group | None = None


class Refusal(Enum):
    """Why a number has no governor."""

    UNREAL = "what it counts is planned, hoped, or denied"
    SUBJECT = "its phrase is the subject of a verb that counts nothing"
    NONE = "nothing governs it"
