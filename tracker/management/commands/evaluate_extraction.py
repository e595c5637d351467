"""`evaluate_extraction DIR [--held-out FILE] [--errors N]`: how right the extractor is on labelled texts."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from tracker.extraction.measuring.scoring import Proposed, score
from tracker.extraction.propose import propose
from tracker.extraction.version import VERSION
from tracker.ingest.errors import Unusable
from tracker.ingest.known_places import places_of_file
from tracker.ingest.labelled import LabelledTexts, names_in, read_labelled
from tracker.management.arguments import refusal
from tracker.management.score_report import errors_in_words, in_words


class Command(BaseCommand):
    """Precision, recall and F1, in all and for each indicator and quantifier; attributes; traps; and the worst errors.

    The folder holds articles/*.txt, articles.jsonl (days of publication), gold.jsonl (figures) and negatives.jsonl
    (sentences with numbers that are no figures), as tests/extraction/labelled does. No database is needed.
    """

    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the folder, which texts were held back, and how many errors to print."""
        parser.add_argument("folder", type=Path, metavar="DIR")
        parser.add_argument("--held-out", type=Path, metavar="FILE", help="names of texts that no rule was written with")
        parser.add_argument("--errors", type=int, default=0, metavar="N", help="print the N worst errors of each kind")

    def handle(self, *, folder: Path, held_out: Path | None, errors: int, **options: Any) -> None:
        """Propose, compare, print."""
        try:
            texts = read_labelled(folder, places_of_file())
            parts = _parts(texts, None if held_out is None else names_in(held_out))
        except Unusable as error:
            raise refusal(str(error)) from error
        found = [Proposed(name, figure) for name, article in texts.articles.items() for figure in propose(article)]
        self.stdout.write(f"Extractor version {VERSION}, {folder}")
        for title, names in parts.items():
            result = score(found, texts.labels, texts.traps, names)
            self.stdout.write("\n" + in_words(title, result))
            self.stdout.write(errors_in_words(result, errors), ending="")


def _parts(texts: LabelledTexts, held_out: set[str] | None) -> dict[str, set[str]]:
    """Return the names of the texts of each part; where some were held back, both parts apart, and then all."""
    names = set(texts.articles)
    if held_out is None:
        return {"All texts": names}
    if not names & held_out:
        raise Unusable("none of the texts that were held back is in the folder")
    tuned, held = names - held_out, names & held_out
    parts = {"The texts that rules were written with": tuned, "The texts that were held back": held, "All texts": names}
    return {title: part for title, part in parts.items() if part}
