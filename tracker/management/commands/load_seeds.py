"""`load_seeds [DIR] --entered-by A [--verified-by B]`: seeds/ into documents and figures, through review."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from tracker.imports.seeds import check_references, load_seed, read_seeds
from tracker.imports.toml_file import InvalidFile


class Command(BaseCommand):
    """Loads each document once; what is stored already, edited or not, is left as it is."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the folder and the two people's user names."""
        parser.add_argument("folder", nargs="?", type=Path, default=settings.BASE_DIR / "seeds")
        parser.add_argument("--entered-by", required=True, metavar="USER")
        parser.add_argument("--verified-by", metavar="USER", help="without it, all figures stay provisional")

    def handle(self, *, folder: Path, entered_by: str, verified_by: str | None, **options: Any) -> None:
        """Check every file before the first is stored, then load them one by one."""
        enters, verifies = _user(entered_by), verified_by and _user(verified_by)
        try:
            if not folder.is_dir():
                raise CommandError(f"{folder} is not a folder: name the folder with the seed files", returncode=2)
            seeds = read_seeds(folder)
            check_references(seeds)
            for seed in seeds:
                loaded = load_seed(seed, at=timezone.now(), entered_by=enters, verified_by=verifies or None)
                what = f"{loaded.figures} figures" if loaded.new else "stored already, left as it is"
                self.stdout.write(f"{loaded.path.name}: {what}")
        except (InvalidFile, OSError) as error:
            raise CommandError(str(error), returncode=2) from error


def _user(name: str) -> User:
    user = User.objects.filter(username=name).first()
    if user is None:
        raise CommandError(f"there is no account “{name}”: make it in the admin, or name another", returncode=2)
    return user
