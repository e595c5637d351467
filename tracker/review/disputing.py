"""A contested claim: marked as disputed, and settled again. Independent of a figure's status."""

from datetime import datetime

from django.contrib.auth.models import User

from tracker.models import Figure
from tracker.review.errors import Refused
from tracker.review.refusals import in_words
from tracker.review.states import Act, step
from tracker.review.writing import locked, permit, write
from tracker.vocabulary import Status


def dispute(*, by: User, at: datetime, figure: Figure, reason: str, version: int | None = None) -> Figure:
    """Mark the claim as contested, with the reason that pages show. Raises NotAllowed, StaleWrite, Refused."""
    permit(by, "dispute_figure")
    if not reason.strip():
        message = "Say who contests the figure, and why: readers see it."
        raise Refused(message)
    with in_words():
        figure = locked(figure, version)
        step(Status(figure.status), Act.DISPUTE)
        figure.disputed_by, figure.disputed_on, figure.disputed_reason = by, at.date(), reason
        return write(figure, by=by, at=at, reason=reason)


def settle(*, by: User, at: datetime, figure: Figure, reason: str, version: int | None = None) -> Figure:
    """Take the mark "disputed" off again; the history keeps it. Raises NotAllowed, StaleWrite, Refused."""
    permit(by, "dispute_figure")
    with in_words():
        figure = locked(figure, version)
        step(Status(figure.status), Act.SETTLE)
        if figure.disputed_on is None or not reason.strip():
            message = "Only a disputed figure can be settled, and with a reason."
            raise Refused(message)
        figure.disputed_by, figure.disputed_on, figure.disputed_reason = None, None, ""
        return write(figure, by=by, at=at, reason=reason)
