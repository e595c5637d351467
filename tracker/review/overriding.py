"""Warnings of a figure that stands nevertheless: overridden with a reason, confirmed by the verifier, decided by pairs."""

from collections.abc import Collection
from datetime import datetime

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet

from tracker.models import Figure, NotARepeat
from tracker.review.compared import FigureWarning
from tracker.review.comparing import warnings_of
from tracker.review.errors import Refused, Unconfirmed, Warned
from tracker.review.refusals import in_words
from tracker.review.states import Act, step
from tracker.review.writing import locked, no_longer_sent_back, permit, write
from tracker.vocabulary import Status


def override(
    *,
    by: User,
    at: datetime,
    figure: Figure,
    reason: str,
    codes: Collection[str] | None = None,
    version: int | None = None,
) -> Figure:
    """Say why a draft or provisional figure stands despite its warnings; null `codes` means all that stand.

    It counts as a change by that person, who can then not verify the figure. Warnings that were overridden before and still
    stand stay so, with their reason before this one. A verified figure's are overridden with a correction (`revise`).
    Raises NotAllowed, StaleWrite, or Refused: without a reason, and for a code of which no warning stands.
    """
    permit(by, "change_figure")
    if not reason.strip():
        message = "Say why the figure stands nevertheless: the verifier reads and confirms it."
        raise Refused(message)
    with in_words():
        figure = locked(figure, version)
        step(Status(figure.status), Act.REVISE)
        standing = [warning.code for warning in warnings_of(figure)]
        chosen = set(standing) if codes is None else set(codes)
        if not chosen or not chosen <= set(standing):
            message = f"There is no such warning to override: {', '.join(sorted(chosen - set(standing))) or 'none stands'}."
            raise Refused(message)
        _set_overrides(figure, standing, chosen, reason)
        no_longer_sent_back(figure)
        return write(figure, by=by, at=at, reason=reason)


def not_a_repeat(*, by: User, at: datetime, figure: Figure, other: Figure, reason: str) -> NotARepeat:
    """Remember that two figures do not report the same count, so that nobody is asked about the pair again.

    It holds both ways and for good. Raises NotAllowed, or Refused: without a reason, for a pair that has been decided, and
    where one is marked as a repeat of the other.
    """
    permit(by, "change_figure")
    if not reason.strip():
        message = "Say why the two are not the same count: whoever sees them next reads it."
        raise Refused(message)
    if figure.pk == other.pk:
        message = "A figure is no pair with itself."
        raise Refused(message)
    with in_words():
        first, second = (locked(one, None) for one in sorted((figure, other), key=lambda one: one.pk))
        if first.repeat_of_id == second.pk or second.repeat_of_id == first.pk:
            message = "One of the two is marked as a repeat of the other: take that back first."
            raise Refused(message)
        return NotARepeat.objects.create(first=first, second=second, reason=reason, decided_by=by, decided_at=at)


def decided_pairs(figure: Figure) -> QuerySet[NotARepeat]:
    """Return the decisions that a figure which looks like this one is another count, but for drafts that were taken back."""
    pairs = NotARepeat.objects.filter(Q(first=figure) | Q(second=figure)).order_by("pk")
    return pairs.exclude(first__status=Status.DISCARDED).exclude(second__status=Status.DISCARDED)


def decided_alone(figure: Figure, by: User) -> str:
    """Return why this person cannot verify the figure, in words, where they set a likely repeat aside; else nothing.

    A warning takes two people: one says why the figure stands nevertheless, the verifier confirms it. What was set aside
    before the figure was last verified has its second person.
    """
    pairs = decided_pairs(figure).filter(decided_by=by)
    pair = (pairs.filter(decided_at__gt=figure.verified_at) if figure.verified_at else pairs).first()
    if pair is None:
        return ""
    other = pair.second_id if pair.first_id == figure.pk else pair.first_id
    return f"Somebody else must verify this figure: you decided that it is not the same count as figure {other}."


def settle_overrides(figure: Figure, *, reason: str) -> list[FigureWarning]:
    """Drop overrides that no longer apply, override what stands if there is a reason, and return what is left open.

    Sets the columns of a figure that is not written yet.
    """
    warnings = warnings_of(figure)
    standing = [warning.code for warning in warnings]
    new = set(standing) - set(figure.overridden) if reason.strip() else set()
    _set_overrides(figure, standing, new, reason)
    return open_warnings(figure, warnings)


def open_warnings(figure: Figure, warnings: Collection[FigureWarning]) -> list[FigureWarning]:
    """Return the warnings that nobody has overridden."""
    return [warning for warning in warnings if warning.code not in figure.overridden]


def check_confirmed(figure: Figure, *, confirmed: bool) -> None:
    """Refuse to verify past a warning: an open one, or an overridden one whose reason is not confirmed.

    Raises Warned or Unconfirmed.
    """
    warnings = warnings_of(figure)
    if left := open_warnings(figure, warnings):
        raise Warned(left)
    if warnings and not confirmed:
        raise Unconfirmed(warnings, figure.override_reason)


def _set_overrides(figure: Figure, standing: Collection[str], new: Collection[str], reason: str) -> None:
    """Keep the overrides that still apply with their reason, and add new ones with theirs; a new reason replaces its own."""
    kept = {code for code in figure.overridden if code in standing} - set(new)
    reasons = [*([figure.override_reason] if kept else []), *([reason.strip()] if new else [])]
    figure.overridden = [str(code) for code in dict.fromkeys(standing) if code in kept or code in new]
    figure.override_reason = "\n".join(reasons)
