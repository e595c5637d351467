"""Which act is open to a figure in which status, and where it leads. Pure: no database."""

from enum import StrEnum
from typing import Final

from tracker.review.errors import Refused
from tracker.vocabulary import Status


class Act(StrEnum):
    """What a person can do with a figure that exists."""

    PUBLISH = "publish"
    REVISE = "revise"
    PROPOSE_CORRECTION = "propose_correction"
    CORRECT = "correct"
    VERIFY = "verify"
    SEND_BACK = "send_back"
    DISPUTE = "dispute"
    SETTLE = "settle"
    PROPOSE_RETRACTION = "propose_retraction"
    RETRACT = "retract"
    DISCARD = "discard"


STEPS: Final[dict[tuple[Status, Act], Status]] = {
    (Status.DRAFT, Act.REVISE): Status.DRAFT,
    (Status.DRAFT, Act.PUBLISH): Status.PROVISIONAL,
    (Status.DRAFT, Act.DISCARD): Status.DISCARDED,
    (Status.PROVISIONAL, Act.REVISE): Status.PROVISIONAL,
    (Status.PROVISIONAL, Act.VERIFY): Status.VERIFIED,
    (Status.PROVISIONAL, Act.SEND_BACK): Status.PROVISIONAL,
    (Status.PROVISIONAL, Act.DISPUTE): Status.PROVISIONAL,
    (Status.PROVISIONAL, Act.SETTLE): Status.PROVISIONAL,
    (Status.PROVISIONAL, Act.PROPOSE_RETRACTION): Status.PROVISIONAL,
    (Status.PROVISIONAL, Act.RETRACT): Status.RETRACTED,
    (Status.VERIFIED, Act.PROPOSE_CORRECTION): Status.VERIFIED,
    (Status.VERIFIED, Act.CORRECT): Status.VERIFIED,
    (Status.VERIFIED, Act.DISPUTE): Status.VERIFIED,
    (Status.VERIFIED, Act.SETTLE): Status.VERIFIED,
    (Status.VERIFIED, Act.PROPOSE_RETRACTION): Status.VERIFIED,
    (Status.VERIFIED, Act.RETRACT): Status.RETRACTED,
}
"""Every open step; what is not listed is refused. A retracted figure and a discarded draft have none."""

ACT_WORDS: Final = {
    Act.PUBLISH: "published",
    Act.REVISE: "changed directly",
    Act.PROPOSE_CORRECTION: "corrected by a revision",
    Act.CORRECT: "corrected by a revision",
    Act.VERIFY: "verified",
    Act.SEND_BACK: "sent back",
    Act.DISPUTE: "disputed",
    Act.SETTLE: "settled",
    Act.PROPOSE_RETRACTION: "retracted",
    Act.RETRACT: "retracted",
    Act.DISCARD: "taken back",
}


def may(status: Status, act: Act) -> bool:
    """Whether the act is open to a figure in this status (to whom is another question)."""
    return (status, act) in STEPS


def step(status: Status, act: Act) -> Status:
    """Return the status that the act leads to. Raises Refused where it is not open."""
    if not may(status, act):
        open_to = ", ".join(s for s in Status if may(s, act))
        message = f"A {status} figure cannot be {ACT_WORDS[act]}: only one that is {open_to} can."
        raise Refused(message)
    return STEPS[status, act]
