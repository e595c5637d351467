"""`propose_figures FILE... [--published YYYY-MM-DD] [--format jsonl|table]`: the figures that the program reads in texts."""

import json
import os
import sys
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from tracker.extraction.propose import propose
from tracker.extraction.proposed import ProposedFigure
from tracker.extraction.text.article import Article
from tracker.ingest.errors import Unusable
from tracker.ingest.files import content_of
from tracker.ingest.known_places import places_of_file
from tracker.ingest.records import as_record
from tracker.ingest.text import uniform_of
from tracker.management.arguments import day, refusal
from tracker.management.figure_table import table_of
from tracker.management.progress import Progress


class Command(BaseCommand):
    """One JSON object a line, or a table for reading. Texts are UTF-8; no database is needed, and none is started.

    All files are read before the first figure is printed: where one cannot be, nothing is printed.
    """

    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the files, the day of publication, and the format."""
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--published", metavar="YYYY-MM-DD", help="of all the files: days such as “Thursday” need it")
        parser.add_argument("--format", choices=["jsonl", "table"], default="jsonl")

    def handle(self, *, files: list[Path], published: str | None, format: str, **options: Any) -> None:  # noqa: A002  # the contract's name
        """Read all, then propose and print file by file."""
        on = day("--published", published)
        texts = [(file.stem, _text(file)) for file in files]
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")  # whatever the locale says
        progress = Progress(len(texts), "texts")
        try:
            for done, (name, text) in enumerate(texts):
                progress.show(done)
                figures = propose(Article(text, on, places_of_file()))
                progress.clear()
                for line in _lines(name, figures) if format == "jsonl" else table_of(name, figures):
                    self.stdout.write(line)
            sys.stdout.flush()
        except BrokenPipeError:  # a reader such as `head` has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _text(file: Path) -> str:
    try:
        return uniform_of(content_of(file, most=None))
    except Unusable as error:
        raise refusal(f"{file}: {error}") from error


def _lines(name: str, figures: list[ProposedFigure]) -> Iterator[str]:
    for figure in figures:
        yield json.dumps({"document": name} | as_record(figure), ensure_ascii=False)
