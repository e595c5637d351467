"""Each act on a figure or a revision: who may do it, when it is open, and what is asked for it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from tracker import review
from tracker.models import Figure, FigureRevision
from tracker.review import Act
from tracker.vocabulary import RevisionKind, RevisionOutcome, Status


@dataclass(frozen=True, slots=True)
class Deed:
    """One act as the admin offers it. `companions` are the acts that its page offers beside it; `key` is its access key."""

    name: str
    button: str
    done: str
    explained: str
    permission: str
    do: Callable[..., Any]
    is_open: Callable[[Any], bool]
    reason_label: str = "Remark (optional)"
    reason_needed: bool = False
    successor: bool = False
    key: str = ""
    companions: tuple[str, ...] = ()

    @property
    def short(self) -> str:
        """The act in a word or two, to say that it is not open."""
        return {"verify": "Verifying", "apply": "Confirming"}.get(self.name, self.button)


def _may(act: Act) -> Callable[[Figure], bool]:
    return lambda figure: review.may(Status(figure.status), act)


def _pending(revision: FigureRevision) -> bool:
    return revision.outcome == RevisionOutcome.PENDING


FIGURE_ACTS: Final = (
    Deed(
        "publish",
        "Publish as provisional",
        "Published as provisional",
        "Readers will see the figure, marked as entered by one person and not yet checked by a second.",
        "publish_figure",
        review.publish,
        _may(Act.PUBLISH),
    ),
    Deed(
        "discard",
        "Take the draft back",
        "Taken back",
        "Nobody but curators has seen the draft. It is in no list any more; a proposal that it was made of waits again.",
        "change_figure",
        review.discard,
        _may(Act.DISCARD),
    ),
    Deed(
        "verify",
        "Verify: I compared it with its source",
        "Verified",
        "You confirm that the number, its place, dates and claimant are what the sentence says, not that the claim is true.",
        "verify_figure",
        review.verify,
        _may(Act.VERIFY),
        key="v",
        companions=("send_back", "dispute", "retract"),
    ),
    Deed(
        "send_back",
        "Send back",
        "Sent back",
        "The figure stays provisional. Whoever entered it reads your remark, and once it is changed it waits for you again.",
        "verify_figure",
        review.send_back,
        _may(Act.SEND_BACK),
        reason_label="What should be looked at again",
        reason_needed=True,
        key="b",
    ),
    Deed(
        "dispute",
        "Mark as disputed",
        "Marked as disputed",
        "Readers will see that the claim is contested, by whom and why, as you write it.",
        "dispute_figure",
        review.dispute,
        lambda figure: _may(Act.DISPUTE)(figure) and figure.disputed_on is None,
        reason_label="Who contests it, and why",
        reason_needed=True,
    ),
    Deed(
        "settle",
        "No longer disputed",
        "No longer disputed",
        "The mark goes; the history keeps it.",
        "dispute_figure",
        review.settle,
        lambda figure: _may(Act.SETTLE)(figure) and figure.disputed_on is not None,
        reason_label="Why it is no longer disputed",
        reason_needed=True,
    ),
    Deed(
        "retract",
        "Propose to retract",
        "Proposed to retract, for a second person to confirm",
        "A second person confirms. The figure then no longer counts; its page stays, struck through, with your reason.",
        "retract_figure",
        review.propose_retraction,
        _may(Act.PROPOSE_RETRACTION),
        reason_label="Why it should be withdrawn",
        reason_needed=True,
        successor=True,
    ),
)

REVISION_ACTS: Final = (
    Deed(
        "apply",
        "Confirm: I checked it",
        "Confirmed",
        "The public figure changes as shown.",
        "verify_figure",
        review.apply_revision,
        _pending,
        key="v",
        companions=("decline",),
    ),
    Deed(
        "decline",
        "Decline",
        "Declined",
        "The figure stays as it is; whoever proposed this reads your reason.",
        "verify_figure",
        review.decline_revision,
        _pending,
        reason_label="Why you decline it",
        reason_needed=True,
        key="b",
    ),
)
DEEDS: Final = {deed.name: deed for deed in (*FIGURE_ACTS, *REVISION_ACTS)}


def may_do(deed: Deed, row: Any, user: Any) -> bool:
    """Whether the person's roles include the act on this row, by the permissions that review asks for."""
    permission = deed.permission
    if isinstance(row, FigureRevision):
        if deed.name == "apply" and row.kind == RevisionKind.RETRACTION:
            permission = "retract_figure"
        if deed.name == "decline" and row.proposed_by_id == user.pk:  # taking one's own back
            return True
    return bool(user.has_perm(f"tracker.{permission}"))


def open_acts(deeds: Iterable[Deed], row: Any, user: Any) -> list[Deed]:
    """Return the acts that are open to the row as it stands and to the person's roles."""
    return [deed for deed in deeds if deed.is_open(row) and may_do(deed, row, user)]
