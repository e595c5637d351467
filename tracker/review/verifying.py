"""The second person's check of a figure against its source."""

from datetime import datetime

from django.contrib.auth.models import User

from tracker.models import Figure
from tracker.review.errors import Refused
from tracker.review.refusals import in_words
from tracker.review.states import Act, step
from tracker.review.writing import locked, no_longer_sent_back, permit, write
from tracker.vocabulary import Status


def verify(*, by: User, at: datetime, figure: Figure, version: int | None = None, reason: str = "") -> Figure:
    """Mark a provisional figure as checked against its source by a second person.

    It does not say that the claim is true. Raises NotAllowed, StaleWrite, or Refused: for who entered the figure or changed
    a material field since it was last verified, and while its place, claimant or actor waits for an editor.
    """
    permit(by, "verify_figure")
    with in_words():
        figure = locked(figure, version)
        figure.status = step(Status(figure.status), Act.VERIFY)
        _check_confirmed(figure)
        figure.verified_by, figure.verified_at = by, at
        no_longer_sent_back(figure)
        return write(figure, by=by, at=at, reason=reason)


def send_back(*, by: User, at: datetime, figure: Figure, reason: str, version: int | None = None) -> Figure:
    """Ask whoever entered a provisional figure to look at it again; `reason` is the remark they read.

    The next change of the figure clears it. Raises NotAllowed, StaleWrite, Refused.
    """
    permit(by, "verify_figure")
    if not reason.strip():
        message = "Say what should be looked at again: whoever entered the figure reads it."
        raise Refused(message)
    with in_words():
        figure = locked(figure, version)
        step(Status(figure.status), Act.SEND_BACK)
        figure.sent_back_by, figure.sent_back_at, figure.sent_back_remark = by, at, reason
        return write(figure, by=by, at=at, reason=reason)


def _check_confirmed(figure: Figure) -> None:
    for reference in (figure.place, figure.attributed_to, figure.alleged_actor):
        if reference is not None and not reference.confirmed:
            message = f"“{reference}” is new: an editor confirms or merges it before this figure can be verified."
            raise Refused(message)
