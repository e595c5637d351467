"""Taking a draft back: nobody but curators has seen it, and its history and number stay."""

from datetime import datetime
from typing import Final

from django.contrib.auth.models import User
from django.db.models import Q

from tracker.models import Figure, Proposal
from tracker.review.errors import Refused
from tracker.review.refusals import in_words
from tracker.review.states import Act, step
from tracker.review.writing import locked, permit, write
from tracker.vocabulary import ProposalOutcome, Status

TAKEN: Final = (ProposalOutcome.ACCEPTED, ProposalOutcome.CORRECTED)


def discard(*, by: User, at: datetime, figure: Figure, reason: str = "", version: int | None = None) -> Figure:
    """Take a draft back. The proposal that it was made of, if any, waits again; drafts that pointed to it are released.

    A discarded draft is in no list, stays as it is, and its number is not used again. Raises NotAllowed, StaleWrite,
    Refused.
    """
    permit(by, "change_figure")
    with in_words():
        proposal = Proposal.objects.select_for_update(of=("self",)).filter(figure=figure, outcome__in=TAKEN).first()
        figure = locked(figure, version)
        status = step(Status(figure.status), Act.DISCARD)
        _release(figure, by=by, at=at)
        if figure.repeat_of_id or figure.subset_of_id:  # it is in nobody's way later; a step changes nothing besides
            figure.repeat_of, figure.subset_of = None, None
            write(figure, by=by, at=at, reason=reason)
        figure.status = status
        write(figure, by=by, at=at, reason=reason)
        if proposal is not None:
            reopen(proposal, by=by, at=at)
        return figure


def reopen(proposal: Proposal, *, by: User, at: datetime) -> Proposal:
    """Make a decided proposal wait again; the history keeps what had been decided."""
    proposal.outcome, proposal.figure, proposal.corrections = ProposalOutcome.PENDING, None, {}
    proposal.decided_by, proposal.decided_at = None, None
    proposal.rejected_as, proposal.reject_reason = None, ""  # type: ignore[assignment]  # the column may be null
    proposal.undone_by, proposal.undone_at = by, at
    proposal.save(force_update=True)
    return proposal


def _release(figure: Figure, *, by: User, at: datetime) -> None:
    """Let drafts go that repeat the figure, or are part of it; public ones point to public ones only."""
    pointing = Figure.objects.select_for_update(of=("self",)).filter(Q(repeat_of=figure) | Q(subset_of=figure))
    for other in pointing.exclude(status=Status.DISCARDED).order_by("pk"):
        if other.status != Status.DRAFT:
            raise Refused(f"“{other}” (figure {other.pk}) points to this draft: release it first.")
        if other.repeat_of_id == figure.pk:
            other.repeat_of = None
        if other.subset_of_id == figure.pk:
            other.subset_of = None
        write(other, by=by, at=at, reason=f"figure {figure.pk} was taken back")
