"""A figure's first two steps: entered as a draft that curators see, then published as provisional."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User

from tracker.models import Document, Figure
from tracker.review.comparing import warnings_of
from tracker.review.errors import Warned
from tracker.review.overriding import open_warnings, override, settle_overrides
from tracker.review.refusals import in_words
from tracker.review.relations import check_public_references
from tracker.review.states import Act, step
from tracker.review.words import check_words
from tracker.review.writing import check_values, clean, locked, permit, write
from tracker.vocabulary import Status


def enter(
    *,
    by: User,
    at: datetime,
    document: Document,
    values: Mapping[str, Any],
    reason: str = "",
    override_reason: str = "",
) -> Figure:
    """Store a figure read in a document, as a draft, whatever warnings there are.

    `values` maps fields of Figure (material ones and the note) to their values; offsets are code points of the document's
    text. Numbers that the printed words do not say need a calculation or a reason. `override_reason` overrides the warnings
    that stand, so that it can be published; without any it is left out. Raises NotAllowed, or Refused when a value does not
    fit.
    """
    permit(by, "add_figure")
    check_values(values)
    with in_words():
        figure = Figure(document=document, entered_by=by, entered_at=at, **values)
        figure.sign(by=by, at=at, reason=reason)
        clean(figure)
        check_words(figure, reason=reason)
        if override_reason.strip():
            settle_overrides(figure, reason=override_reason)
        figure.save(force_insert=True)
        return figure


def publish(
    *,
    by: User,
    at: datetime,
    figure: Figure,
    version: int | None = None,
    reason: str = "",
    override_reason: str = "",
) -> Figure:
    """Make a draft public, as provisional: entered by one person, not yet checked by a second.

    `override_reason` first overrides the warnings that stand, as a change of its own. Raises NotAllowed, StaleWrite,
    Refused, or Warned while a warning stands that nobody has overridden.
    """
    permit(by, "publish_figure")
    with in_words():
        figure = locked(figure, version)
        status = step(Status(figure.status), Act.PUBLISH)
        check_public_references(figure)
        warnings = open_warnings(figure, warnings_of(figure))
        if warnings and override_reason.strip():
            codes = {warning.code for warning in warnings}
            figure = override(by=by, at=at, figure=figure, codes=codes, reason=override_reason)
        elif warnings:
            raise Warned(warnings)
        figure.status = status
        figure.published_by, figure.published_at = by, at
        return write(figure, by=by, at=at, reason=reason)
