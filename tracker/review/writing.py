"""One way to write a figure's row: locked, permitted, its version counted up, with who, when and why."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import models

from tracker.models import MATERIAL_FIELDS, Figure
from tracker.review.errors import NotAllowed, Refused, StaleWrite

OVERRIDES = frozenset({"overridden", "override_reason"})
EDITABLE_FIELDS = (frozenset(MATERIAL_FIELDS) | {"note"}) - OVERRIDES


def permit(by: User, permission: str) -> None:
    """Raise NotAllowed unless the person's roles include the permission."""
    if not by.has_perm(f"tracker.{permission}"):
        message = f"{by} may not do this: it needs the permission “{permission}”."
        raise NotAllowed(message)


def locked(figure: Figure, version: int | None) -> Figure:
    """Return the figure as stored, locked until the transaction ends.

    `version` is the version that the person saw; null does not compare. Raises StaleWrite when it has changed since. Who
    changed it is not fetched with it: after a wait for the lock PostgreSQL reads the row anew, but not what is joined.
    """
    stored = Figure.objects.select_for_update(of=("self",)).get(pk=figure.pk)
    if version is not None and stored.version != version:
        raise StaleWrite(stored)
    return stored


def write(figure: Figure, *, by: User, at: datetime, reason: str) -> Figure:
    """Store the figure with its version counted up and who, when and why."""
    figure.sign(by=by, at=at, reason=reason)
    figure.save(force_update=True)
    return figure


def no_longer_sent_back(figure: Figure) -> None:
    """Clear a reviewer's remark: somebody has acted on it."""
    figure.sent_back_by, figure.sent_back_at, figure.sent_back_remark = None, None, ""


def check_values(values: Mapping[str, Any]) -> None:
    """Refuse columns that nobody may set by hand."""
    if unknown := sorted(set(values) - EDITABLE_FIELDS):
        message = f"These cannot be set: {', '.join(unknown)}."
        raise Refused(message)


def clean(figure: Figure) -> None:
    """Refuse values that their columns cannot hold, all of them in one message."""
    try:
        figure.clean_fields()
    except ValidationError as error:
        parts = [f"{field.replace('_', ' ')}: {' '.join(messages)}" for field, messages in error.message_dict.items()]
        raise Refused(" ".join(parts)) from error


def jsonable(value: object) -> object:
    """Return a column's value as PostgreSQL's `to_jsonb` writes it."""
    if isinstance(value, models.Model):
        return value.pk
    return value.isoformat() if isinstance(value, date) else value
