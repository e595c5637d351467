"""Changing a figure: directly while nobody has verified it, as a pending correction afterwards."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from tracker.models import MATERIAL_FIELDS, Figure, FigureRevision
from tracker.models.figure_triggers import material_column
from tracker.review.compared import FigureWarning
from tracker.review.comparing import warnings_of
from tracker.review.errors import Refused, Warned
from tracker.review.overriding import settle_overrides
from tracker.review.refusals import in_words
from tracker.review.relations import check_public_references, check_relations
from tracker.review.states import Act, step
from tracker.review.words import check_words
from tracker.review.writing import (
    OVERRIDES,
    check_values,
    clean,
    jsonable,
    locked,
    no_longer_sent_back,
    permit,
    write,
)
from tracker.vocabulary import RevisionKind, Status


def revise(
    *,
    by: User,
    at: datetime,
    figure: Figure,
    values: Mapping[str, Any],
    reason: str,
    version: int | None = None,
    override_reason: str = "",
    merging: bool = False,
) -> Figure | FigureRevision | None:
    """Change fields of a figure.

    Returns the changed figure; for material fields of a verified one the pending correction, while the public row stays as
    it is; null when no value differs (nothing is written). A public figure needs a reason. Overrides that no longer apply
    are dropped; `override_reason` overrides the warnings that stand with the new values. With `merging` (an editor merges
    the figure's place or source) new warnings stay open, and a reviewer's remark stays. Raises NotAllowed, StaleWrite,
    Refused, or Warned: when a provisional figure would get a warning that it did not have, and when a correction has one
    that nobody has overridden.
    """
    permit(by, "change_figure")
    check_values(values)
    with in_words():
        figure = locked(figure, version)
        changed = {f: v for f, v in values.items() if jsonable(getattr(figure, f)) != jsonable(v)}
        if not changed:
            return None
        if figure.status != Status.DRAFT and not reason.strip():
            message = "Say why: a public figure changes with a reason, which its history shows."
            raise Refused(message)
        if figure.status == Status.VERIFIED and set(changed) - {"note"}:
            return _propose(figure, changed, by=by, at=at, reason=reason, override_reason=override_reason)
        if figure.status != Status.VERIFIED:
            step(Status(figure.status), Act.REVISE)
        left = _change(figure, changed, override_reason=override_reason)
        if left and not merging:
            raise Warned(left)
        check_words(figure, reason=reason)
        if not merging:
            no_longer_sent_back(figure)
        return write(figure, by=by, at=at, reason=reason)


def mark_repeat(
    *,
    by: User,
    at: datetime,
    figure: Figure,
    head: Figure | None,
    reason: str,
    version: int | None = None,
    override_reason: str = "",
) -> Figure | FigureRevision | None:
    """Say that the figure reports the same count as `head` again (null: that it is a count of its own).

    Returns and raises what `revise` does.
    """
    return revise(
        by=by,
        at=at,
        figure=figure,
        values={"repeat_of": head},
        reason=reason,
        version=version,
        override_reason=override_reason,
    )


def _change(figure: Figure, changed: Mapping[str, Any], *, override_reason: str) -> list[FigureWarning]:
    """Set values, weigh the warnings anew, and return a public figure's new ones. A note has no bearing on any."""
    if not set(changed) - {"note"}:
        _set(figure, changed)
        return []
    known = {warning.code for warning in warnings_of(figure)} if figure.status == Status.PROVISIONAL else set()
    _set(figure, changed)
    left = settle_overrides(figure, reason=override_reason)
    return [warning for warning in left if warning.code not in known] if figure.status == Status.PROVISIONAL else []


def _set(figure: Figure, changed: Mapping[str, Any]) -> None:
    for field, value in changed.items():
        setattr(figure, field, value)
    clean(figure)
    if figure.status != Status.DRAFT:
        check_public_references(figure)


def _propose(
    figure: Figure, changed: Mapping[str, Any], *, by: User, at: datetime, reason: str, override_reason: str
) -> FigureRevision:
    """Store a pending correction, having tried that its values fit; a note cannot ride along, as it is not checked."""
    step(Status(figure.status), Act.PROPOSE_CORRECTION)
    if "note" in changed:
        message = "Change the note by itself: a correction of a verified figure waits for a second person, a note does not."
        raise Refused(message)
    before = {field: getattr(figure, field) for field in OVERRIDES}
    _set(figure, changed)
    if left := settle_overrides(figure, reason=override_reason):
        raise Warned(left)
    check_relations(figure)
    _rehearse(figure, by=by, at=at, reason=reason)
    after = {field: getattr(figure, field) for field in sorted(OVERRIDES) if getattr(figure, field) != before[field]}
    changes = {material_column(f): jsonable(v) for f, v in (dict(changed) | after).items()}
    return FigureRevision.objects.create(
        figure=figure, kind=RevisionKind.CORRECTION, changes=changes, reason=reason, proposed_by=by, proposed_at=at
    )


def _rehearse(figure: Figure, *, by: User, at: datetime, reason: str) -> None:
    """Let the database refuse values that break a rule now, not when the second person confirms them.

    A draft with the same values is inserted and rolled back; only its number is used up. What concerns the figure's
    place among others is told by `check_relations`.
    """
    values = {field: getattr(figure, field) for field in MATERIAL_FIELDS}
    with transaction.atomic():
        trial = Figure(document=figure.document, entered_by=by, entered_at=at, **values)
        trial.sign(by=by, at=at, reason=reason)
        trial.save(force_insert=True)
        transaction.set_rollback(True)
