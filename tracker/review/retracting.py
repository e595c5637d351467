"""Withdrawing a public figure: proposed by one person, confirmed by another (`apply_revision`), its page kept."""

from datetime import datetime

from django.contrib.auth.models import User

from tracker.models import Figure, FigureRevision
from tracker.review.errors import Refused
from tracker.review.refusals import in_words
from tracker.review.relations import check_successor
from tracker.review.states import Act, step
from tracker.review.writing import locked, permit
from tracker.vocabulary import RevisionKind, Status


def propose_retraction(
    *, by: User, at: datetime, figure: Figure, reason: str, successor: Figure | None = None, version: int | None = None
) -> FigureRevision:
    """Ask that a figure be retracted; it stays as it is until a second person confirms.

    The head of a count names its `successor` among its public repeats. Raises NotAllowed, StaleWrite, Refused.
    """
    permit(by, "retract_figure")
    if not reason.strip():
        message = "Say why the figure is withdrawn: its page keeps the reason."
        raise Refused(message)
    with in_words():
        figure = locked(figure, version)
        step(Status(figure.status), Act.PROPOSE_RETRACTION)
        check_successor(figure, successor)
        return FigureRevision.objects.create(
            figure=figure,
            kind=RevisionKind.RETRACTION,
            successor=successor,
            reason=reason,
            proposed_by=by,
            proposed_at=at,
        )
