"""`load_reference [DIR]`: places, sources and roles from fixtures/ into the database."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from tracker.imports.reference import load_reference
from tracker.imports.toml_file import InvalidFile


class Command(BaseCommand):
    """Adds what is missing; places and sources that are stored already are left as they are."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the folder."""
        parser.add_argument("folder", nargs="?", type=Path, default=settings.BASE_DIR / "fixtures")

    def handle(self, *, folder: Path, **options: Any) -> None:
        """Load, and say what is new."""
        try:
            new = load_reference(folder, at=timezone.now())
        except (InvalidFile, OSError) as error:
            raise CommandError(f"Nothing was loaded. {error}", returncode=2) from error
        self.stdout.write("new: " + ", ".join(f"{count} {kind}" for kind, count in new.items()))
