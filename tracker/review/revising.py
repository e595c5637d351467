"""Changing a figure: directly while nobody has verified it, as a pending correction afterwards."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from tracker.models import MATERIAL_FIELDS, Figure, FigureRevision
from tracker.models.figure_triggers import material_column
from tracker.review.errors import Refused
from tracker.review.refusals import in_words
from tracker.review.states import Act, step
from tracker.review.writing import (
    check_public_references,
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
    *, by: User, at: datetime, figure: Figure, values: Mapping[str, Any], reason: str, version: int | None = None
) -> Figure | FigureRevision | None:
    """Change fields of a figure.

    Returns the changed figure; for material fields of a verified one the pending correction, while the public row stays as
    it is; null when no value differs (nothing is written). A public figure needs a reason. Raises NotAllowed, StaleWrite,
    Refused.
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
            return _propose(figure, changed, by=by, at=at, reason=reason)
        if figure.status != Status.VERIFIED:
            step(Status(figure.status), Act.REVISE)
        _set(figure, changed)
        no_longer_sent_back(figure)
        return write(figure, by=by, at=at, reason=reason)


def mark_repeat(
    *, by: User, at: datetime, figure: Figure, head: Figure | None, reason: str, version: int | None = None
) -> Figure | FigureRevision | None:
    """Say that the figure reports the same count as `head` again (null: that it is a count of its own).

    Returns and raises what `revise` does.
    """
    return revise(by=by, at=at, figure=figure, values={"repeat_of": head}, reason=reason, version=version)


def _set(figure: Figure, changed: Mapping[str, Any]) -> None:
    for field, value in changed.items():
        setattr(figure, field, value)
    clean(figure)
    if figure.status != Status.DRAFT:
        check_public_references(figure)


def _propose(figure: Figure, changed: Mapping[str, Any], *, by: User, at: datetime, reason: str) -> FigureRevision:
    """Store a pending correction, having tried that its values fit; a note cannot ride along, as it is not checked."""
    step(Status(figure.status), Act.PROPOSE_CORRECTION)
    if "note" in changed:
        message = "Change the note by itself: a correction of a verified figure waits for a second person, a note does not."
        raise Refused(message)
    _set(figure, changed)
    _rehearse(figure, by=by, at=at)
    changes = {material_column(f): jsonable(v) for f, v in changed.items()}
    return FigureRevision.objects.create(
        figure=figure, kind=RevisionKind.CORRECTION, changes=changes, reason=reason, proposed_by=by, proposed_at=at
    )


def _rehearse(figure: Figure, *, by: User, at: datetime) -> None:
    """Let the database refuse values that break a rule now, not when the second person confirms them.

    A draft with the same values is inserted and rolled back; only its number is used up.
    """
    values = {field: getattr(figure, field) for field in MATERIAL_FIELDS}
    with transaction.atomic():
        trial = Figure(document=figure.document, entered_by=by, entered_at=at, **values)
        trial.sign(by=by, at=at, reason="")
        trial.save(force_insert=True)
        transaction.set_rollback(True)
