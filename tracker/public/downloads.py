"""The downloads: CSV and JSON of exactly the figures asked for, streamed, a bounded number at once."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tracker.exports.copy import csv_pieces
from tracker.exports.limit import TooManyExports, place
from tracker.exports.rows import json_pieces
from tracker.models.published import PublishedFigureQuerySet
from tracker.public.filtering import asked_for

SEND_WITHIN = 5
"""Seconds that a reader may take for one piece; a connection that stalls longer gives its place back."""

TRY_AGAIN_AFTER = 60


class HeldPieces:
    """An export's pieces with the place that it holds, given back at the end or when the reader goes away.

    The first piece is made at once, so that a failing query answers with a status and not with half a file.
    """

    def __init__(self, make: Callable[[], Iterator[bytes]]) -> None:
        """Take a place, or raise TooManyExports."""
        self._held = ExitStack()
        self._held.enter_context(place())
        try:
            self._pieces = make()
            self._first: bytes | None = next(self._pieces)
        except BaseException:
            self.close()
            raise

    def __iter__(self) -> "HeldPieces":
        """Return itself: it is read once."""
        return self

    def __next__(self) -> bytes:
        """Return the next piece."""
        if self._first is not None:
            piece, self._first = self._first, None
            return piece
        return next(self._pieces)

    def close(self) -> None:
        """Give the place back; the server calls this whether the file was sent whole or not."""
        if close_pieces := getattr(getattr(self, "_pieces", None), "close", None):
            close_pieces()
        self._held.close()


@require_safe
def figures_csv(request: HttpRequest) -> HttpResponseBase:
    """Return the figures asked for as CSV; `excel=1` adds a byte-order mark, `hxl=1` the row of HXL tags."""
    figures, _question = asked_for(request, also=("excel", "hxl"))
    options = {name: _switch(request, name) for name in ("excel", "hxl")}
    return _download(request, "csv", "text/csv; charset=utf-8", figures, csv_pieces, **options)


@require_safe
def figures_json(request: HttpRequest) -> HttpResponseBase:
    """Return the figures asked for as one JSON array of objects with the CSV's columns."""
    figures, _question = asked_for(request)
    return _download(request, "json", "application/json", figures, json_pieces)


def _download(
    request: HttpRequest,
    ending: str,
    content_type: str,
    figures: PublishedFigureQuerySet,
    pieces: Callable[..., Iterator[bytes]],
    **options: Any,
) -> HttpResponseBase:
    try:
        held = HeldPieces(lambda: pieces(figures, site=settings.SITE_URL, **options))
    except TooManyExports as error:
        return HttpResponse(
            f"{error}\n", status=503, content_type="text/plain", headers={"Retry-After": str(TRY_AGAIN_AFTER)}
        )
    if connection := request.META.get("gunicorn.socket"):
        connection.settimeout(SEND_WITHIN)
    name = f"figures-{timezone.now():%Y-%m-%d}.{ending}"
    response = StreamingHttpResponse(held, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _switch(request: HttpRequest, name: str) -> bool:
    """Return whether a switch is on. Raises BadRequest for anything but 1."""
    if (value := request.GET.get(name)) not in {None, "1"}:
        raise BadRequest(_("%(name)s: “%(value)s” is neither 1 nor left out") % {"name": name, "value": value})
    return value is not None
