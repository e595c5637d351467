"""`export_figures [--format csv|json] [filters] [--output FILE]`: what /figures.csv and /figures.json give."""

import tempfile
from argparse import SUPPRESS
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.http import QueryDict

from tracker.exports.copy import csv_pieces
from tracker.exports.rows import json_pieces
from tracker.published.filters import BadFilter, FigureFilter, figures_for

FORMATS = {"csv": csv_pieces, "json": json_pieces}


class Command(BaseCommand):
    """The same rows, columns and filters as the site's downloads; a filter may be given several times."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the format, the file, and the site's filters under their names."""
        parser.add_argument("--format", choices=sorted(FORMATS), default="csv")
        parser.add_argument("--output", type=Path, metavar="FILE", help="written whole or not at all; else printed")
        for name, filter_ in FigureFilter.base_filters.items():
            parser.add_argument(f"--{name}", action="append", default=SUPPRESS, help=str(filter_.label))

    def handle(self, *, format: str, output: Path | None, **options: Any) -> None:  # noqa: A002  # the contract's name
        """Export to the file or to standard output."""
        query = QueryDict(mutable=True)
        for name in FigureFilter.base_filters:
            query.setlist(name, options[name]) if name in options else None
        try:
            figures, _ = figures_for(query)
        except BadFilter as error:
            raise CommandError(str(error), returncode=2) from error
        pieces = FORMATS[format](figures, site=settings.SITE_URL)
        if output is None:
            for piece in pieces:
                self.stdout.write(piece.decode(), ending="")
            return
        try:
            _write_whole(output, pieces)
        except OSError as error:
            raise CommandError(f"cannot write {output}: {error.strerror}", returncode=2) from error


def _write_whole(output: Path, pieces: Iterator[bytes]) -> None:
    """Write beside the file and put it in place at the end, so that nobody reads half of it."""
    with tempfile.NamedTemporaryFile(dir=output.parent, prefix=f".{output.name}.", delete=False) as half:
        try:
            half.writelines(pieces)
            Path(half.name).chmod(0o644)
            Path(half.name).replace(output)
        except BaseException:
            Path(half.name).unlink(missing_ok=True)
            raise
