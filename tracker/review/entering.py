"""A figure's first two steps: entered as a draft that curators see, then published as provisional."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User

from tracker.models import Document, Figure
from tracker.review.refusals import in_words
from tracker.review.states import Act, step
from tracker.review.writing import check_public_references, check_values, clean, locked, permit, write
from tracker.vocabulary import Status


def enter(*, by: User, at: datetime, document: Document, values: Mapping[str, Any], reason: str = "") -> Figure:
    """Store a figure read in a document, as a draft.

    `values` maps fields of Figure (material ones and the note) to their values; offsets are code points of the document's
    text. Raises NotAllowed, or Refused when a value does not fit.
    """
    permit(by, "add_figure")
    check_values(values)
    with in_words():
        figure = Figure(document=document, entered_by=by, entered_at=at, **values)
        figure.sign(by=by, at=at, reason=reason)
        clean(figure)
        figure.save(force_insert=True)
        return figure


def publish(*, by: User, at: datetime, figure: Figure, version: int | None = None, reason: str = "") -> Figure:
    """Make a draft public, as provisional: entered by one person, not yet checked by a second. Raises Refused."""
    permit(by, "publish_figure")
    with in_words():
        figure = locked(figure, version)
        figure.status = step(Status(figure.status), Act.PUBLISH)
        check_public_references(figure)
        figure.published_by, figure.published_at = by, at
        return write(figure, by=by, at=at, reason=reason)
