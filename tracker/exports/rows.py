"""JSON of the same rows and columns as the CSV."""

import json
from collections.abc import Iterator

from django.core.serializers.json import DjangoJSONEncoder

from tracker.exports.columns import COLUMNS
from tracker.models.published import PublishedFigureQuerySet


def json_pieces(figures: PublishedFigureQuerySet, *, site: str) -> Iterator[bytes]:
    """Yield the figures as one JSON array of objects, a figure a line; nulls are null, dates ISO 8601."""
    yield b"["
    separator = b"\n"
    for row in figures.values(*COLUMNS).iterator(chunk_size=500):
        row["figure_url"] = site + row["figure_url"]
        yield separator + json.dumps(row, cls=DjangoJSONEncoder, ensure_ascii=False).encode()
        separator = b",\n"
    yield b"\n]\n"
