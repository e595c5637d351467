"""`demo [--port N] [--no-browser] [--no-serve]`: everything from nothing to a page that can be opened."""

import os
import socket
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connections
from django.db.utils import DatabaseError
from django.utils import timezone

from tracker.embedded_postgres.errors import EmbeddedPostgresError
from tracker.imports.seeds import check_references, load_seed, read_seeds
from tracker.imports.toml_file import InvalidFile

ACCOUNTS = {
    "curator": "enters figures and publishes them as provisional",
    "reviewer": "verifies what others entered",
    "editor": "does both, and keeps places and sources",
}
PROVISIONAL_SEEDS = 1
"""How many of the seeds, from the last, nobody verifies in the demonstration: something is left to try."""


def password(name: str) -> str:
    """Return a demonstration account's password; such accounts exist in the embedded database only."""
    return f"{name}-demo"


class Command(BaseCommand):
    """The demonstration: five documents, three accounts, on the embedded database. Safe to run twice.

    With DATABASE_URL set it makes no accounts and loads no seeds, and serves what is there.
    """

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the port, and what not to do."""
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--no-browser", action="store_true", help="do not open the page")
        parser.add_argument("--no-serve", action="store_true", help="stop before serving")

    def handle(self, *, port: int, no_browser: bool, no_serve: bool, **options: Any) -> None:
        """Prepare, then become the server."""
        if not no_serve:
            _check_port(port)
        try:
            self._prepare()
        except (EmbeddedPostgresError, InvalidFile) as error:
            raise CommandError(str(error), returncode=2) from error
        except DatabaseError as error:
            raise CommandError(f"the database does not answer: {str(error).splitlines()[0]}", returncode=2) from error
        except OSError as error:
            raise CommandError(f"cannot write {error.filename}: {error.strerror}", returncode=2) from error
        if no_serve:
            self.stdout.write(_accounts())
        else:
            self._serve(port, open_page=not no_browser)

    def _prepare(self) -> None:
        """Bring the database and the static files to where a page can be served; each step is safe to repeat."""
        self._say("Starting PostgreSQL (the first time it makes its folder)" if settings.DEMO else "Asking the database")
        connections["owner"].ensure_connection()
        self._say("Bringing the tables up to date")
        call_command("migrate", verbosity=0, interactive=False)
        self._say("Loading places, sources and roles")
        call_command("load_reference", stdout=self.stderr, verbosity=0)
        if settings.DEMO:
            self._say("Loading the five documents and their figures")
            _load_demonstration()
        self._say("Gathering static files")
        call_command("collectstatic", interactive=False, verbosity=0)

    def _say(self, what: str) -> None:
        self.stderr.write(f"· {what} …", style_func=str)

    def _serve(self, port: int, *, open_page: bool) -> None:
        """Become the application server, with a worker beside it: nothing is left behind when it is killed."""
        address = f"http://127.0.0.1:{port}"
        connections.close_all()
        site = os.environ.get("SITE_URL") or address
        environment = os.environ | {"SITE_URL": site, "TRACKER_WELCOME": f"{_accounts()}\n\n{_welcome(address)}"}
        environment["WITH_WORKER"] = "1"
        if open_page and (sys.platform == "darwin" or {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys()):
            environment["TRACKER_OPEN"] = address
        self.stderr.write("· Starting the site …", style_func=str)
        config = str(Path("deploy") / "gunicorn.conf.py")
        os.chdir(settings.BASE_DIR)
        server = [sys.executable, "-m", "gunicorn", "tracker.wsgi", "--config", config, "--log-level", "warning"]
        os.execve(sys.executable, [*server, "--bind", f"127.0.0.1:{port}"], environment)  # noqa: S606  # our own program


def _check_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError) as error:
            message = f"port {port} cannot be used ({error}): choose another, as in “make run PORT={port + 1}”"
            raise CommandError(message, returncode=2) from error


def _load_demonstration() -> None:
    """Make the accounts; the curator enters all seeds, the reviewer verifies all but the last."""
    people = {name: _account(name) for name in ACCOUNTS}
    seeds = read_seeds(settings.BASE_DIR / "seeds")
    check_references(seeds)
    for i, seed in enumerate(seeds, 1):
        verified_by = people["reviewer"] if i <= len(seeds) - PROVISIONAL_SEEDS else None
        load_seed(seed, at=timezone.now(), entered_by=people["curator"], verified_by=verified_by)


def _account(name: str) -> User:
    user, new = User.objects.get_or_create(username=name, defaults={"is_staff": True})
    if new:
        user.set_password(password(name))
        user.save()
        user.groups.add(Group.objects.get(name=name))
    return user


def _accounts() -> str:
    if not settings.DEMO:
        return "No demonstration accounts behind a DATABASE_URL: make one with “python manage.py createsuperuser”."
    lines = [f"  {name:<10} {password(name):<15} {what}" for name, what in ACCOUNTS.items()]
    return "\n".join(["Demonstration accounts (name, password):", *lines])


def _welcome(address: str) -> str:
    return "\n".join(
        [
            f"The site:      {address}/",
            f"The curators': {address}/admin/",
            f"Try first:     {address}/places/eastern-ghouta/ and click a mark; then log in as reviewer",
            "               and verify a figure of East Aleppo, which is still provisional.",
            "Stop with Ctrl+C.",
        ]
    )
