"""Deciding on what somebody else proposed: a correction of a verified figure, or a retraction."""

from datetime import datetime

from django.contrib.auth.models import User

from tracker.models import Figure, FigureRevision
from tracker.review.errors import Refused
from tracker.review.overriding import check_confirmed, decided_alone
from tracker.review.refusals import in_words
from tracker.review.relations import GONE, check_confirmed_references, check_public_references, check_successor
from tracker.review.states import Act, step
from tracker.review.writing import clean, locked, no_longer_sent_back, permit, write
from tracker.vocabulary import RevisionKind, RevisionOutcome, Status


def apply_revision(
    *, by: User, at: datetime, revision: FigureRevision, reason: str = "", confirm_override: bool = False
) -> Figure:
    """Check a proposed correction or retraction and carry it out; the reader sees it from here on.

    `confirm_override` says that the reason for which a correction overrides warnings holds. Raises NotAllowed, or Refused:
    for who proposed it, or, of a correction, set a likely repeat of the figure aside since it was last verified, or when it
    has been decided already; Warned or Unconfirmed as `verify` does.
    """
    correction = revision.kind == RevisionKind.CORRECTION
    permit(by, "verify_figure" if correction else "retract_figure")
    with in_words():
        figure = locked(revision.figure, None)
        revision = _decide(revision, RevisionOutcome.APPLIED, by=by, at=at, reason=reason, version=figure.version + 1)
        if not correction:
            return _retract(figure, revision)
        if words := decided_alone(figure, by):
            raise Refused(words)
        _set_changes(figure, revision)
        check_confirmed(figure, confirmed=confirm_override)
        return _correct(figure, revision)


def decline_revision(*, by: User, at: datetime, revision: FigureRevision, reason: str) -> FigureRevision:
    """Turn a proposed correction or retraction down, or take one's own back; the figure stays as it is."""
    if revision.proposed_by_id != by.pk:
        permit(by, "verify_figure")
    if not reason.strip():
        message = "Say why the proposal is declined: whoever made it reads this."
        raise Refused(message)
    with in_words():
        return _decide(revision, RevisionOutcome.DECLINED, by=by, at=at, reason=reason, version=None)


def _decide(
    revision: FigureRevision, outcome: RevisionOutcome, *, by: User, at: datetime, reason: str, version: int | None
) -> FigureRevision:
    stored = FigureRevision.objects.select_for_update(of=("self",)).get(pk=revision.pk)
    stored.outcome, stored.decided_by, stored.decided_at, stored.decision_reason = outcome, by, at, reason
    stored.applied_version = version
    stored.save(force_update=True)
    return stored


def _set_changes(figure: Figure, revision: FigureRevision) -> None:
    for column, value in revision.changes.items():
        field = Figure._meta.get_field(column)
        setattr(figure, column, field.to_python(value))  # type: ignore[union-attr]  # a column's field is no reverse one
    clean(figure)


def _correct(figure: Figure, revision: FigureRevision) -> Figure:
    """Write a correction whose values are set, as the second person's."""
    step(Status(figure.status), Act.CORRECT)
    check_public_references(figure)
    check_confirmed_references(figure)
    figure.verified_by, figure.verified_at = _decision(revision)
    return write(figure, by=figure.verified_by, at=figure.verified_at, reason=revision.reason)


def _retract(figure: Figure, revision: FigureRevision) -> Figure:
    figure.status = step(Status(figure.status), Act.RETRACT)
    check_successor(figure, revision.successor)
    _hand_over(figure, revision)
    figure.retracted_by, figure.retracted_at = _decision(revision)
    figure.retraction_reason = revision.reason
    no_longer_sent_back(figure)
    return write(figure, by=figure.retracted_by, at=figure.retracted_at, reason=revision.reason)


def _decision(revision: FigureRevision) -> tuple[User, datetime]:
    if revision.decided_by is None or revision.decided_at is None:
        message = "The revision has not been decided."
        raise Refused(message)
    return revision.decided_by, revision.decided_at


def _hand_over(head: Figure, revision: FigureRevision) -> None:
    """Give the head's repeats their new head: each such change is proposed and confirmed by the same two people."""
    by, at = _decision(revision)
    successor = revision.successor
    repeats = Figure.objects.select_for_update(of=("self",)).filter(repeat_of=head).exclude(status__in=GONE)
    # The successor first, and drafts like the others: a repeat may only point to a figure that is not one itself.
    for repeat in sorted(repeats, key=lambda r: (r != successor, r.pk)):
        new_head = None if repeat == successor else successor
        if repeat.status == Status.VERIFIED:
            change = FigureRevision.objects.create(
                figure=repeat,
                kind=RevisionKind.CORRECTION,
                changes={"repeat_of_id": new_head and new_head.pk},
                reason=revision.reason,
                proposed_by=revision.proposed_by,
                proposed_at=revision.proposed_at,
            )
            repeat.repeat_of = new_head
            version = repeat.version + 1
            _correct(repeat, _decide(change, RevisionOutcome.APPLIED, by=by, at=at, reason="", version=version))
        else:
            repeat.repeat_of = new_head
            write(repeat, by=by, at=at, reason=revision.reason)
