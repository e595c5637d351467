"""The second person's check of a figure against its source."""

from datetime import datetime

from django.contrib.auth.models import User

from tracker.models import Figure
from tracker.review.errors import Refused
from tracker.review.overriding import check_confirmed, decided_alone
from tracker.review.refusals import WORDS, in_words
from tracker.review.relations import check_confirmed_references
from tracker.review.states import Act, step
from tracker.review.writing import locked, no_longer_sent_back, permit, write
from tracker.vocabulary import Status


def verify(
    *,
    by: User,
    at: datetime,
    figure: Figure,
    version: int | None = None,
    reason: str = "",
    confirm_override: bool = False,
) -> Figure:
    """Mark a provisional figure as checked against its source by a second person.

    It does not say that the claim is true. `confirm_override` says that the reason for which warnings were overridden holds.
    Raises NotAllowed, StaleWrite, or Refused: for who entered the figure, or changed a material field or overrode a warning
    since it was last verified, or decided that a likely repeat is another count, and while its place, claimant or actor
    waits for an editor; Warned while a warning stands that nobody has overridden; Unconfirmed while one does whose reason is
    not confirmed.
    """
    permit(by, "verify_figure")
    with in_words():
        figure = locked(figure, version)
        figure.status = step(Status(figure.status), Act.VERIFY)
        check_confirmed_references(figure)
        _check_somebody_else(figure, by)
        check_confirmed(figure, confirmed=confirm_override)
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


def _check_somebody_else(figure: Figure, by: User) -> None:
    """Refuse an author before any warning is told, as the database would, and who set a likely repeat aside."""
    if by.pk in figure.authors:
        raise Refused(WORDS["figure_four_eyes"])
    if words := decided_alone(figure, by):
        raise Refused(words)
