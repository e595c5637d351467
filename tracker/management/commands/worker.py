"""`worker [--once] [--until-stdin-closes]`: reads documents in the background, as many as wait, until it is told to stop."""

import asyncio
import os
import signal
import sys
from typing import Any, Final

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.utils import DatabaseError
from procrastinate import App, PsycopgConnector
from procrastinate.contrib.django import app, connector_params
from procrastinate.exceptions import ConnectorException

from tracker.embedded_postgres.errors import EmbeddedPostgresError

GRACE: Final = 10.0
"""Seconds in which a document that is being read may be finished; after that another worker reads it."""
GONE: Final = "the database does not answer any more: start the worker again when it does"


class Command(BaseCommand):
    """Works off the queue until SIGTERM or Ctrl+C; then it finishes the document at hand.

    A worker that is killed loses nothing: another one takes over what it had begun. Any number may run, anywhere.
    """

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        """Take when to end."""
        parser.add_argument("--once", action="store_true", help="end when nothing waits any more")
        parser.add_argument("--until-stdin-closes", action="store_true", help="end when whoever started it has ended")

    def handle(self, *, once: bool, until_stdin_closes: bool, **options: Any) -> None:
        """Run until stopped; exit code 0 when that was asked for."""
        try:
            # One connection to listen for work, one or two to fetch it; the documents are read on Django's own.
            connector = PsycopgConnector(kwargs=connector_params(), min_size=1, max_size=2)
            with app.replace_connector(connector) as opened:
                asked_to_stop = asyncio.run(_work(opened, wait=not once, watch_stdin=until_stdin_closes))
        except (DatabaseError, ConnectorException, EmbeddedPostgresError) as error:
            reason = str(error.__cause__ or error).splitlines()[0]
            raise CommandError(f"the database does not answer, or has no tables yet: {reason}", returncode=2) from error
        if not (once or asked_to_stop):
            raise CommandError(GONE)


async def _work(opened: App, *, wait: bool, watch_stdin: bool) -> bool:
    """Work until there is a reason to stop; return whether somebody asked for it."""
    asked = asyncio.Event()
    loop = asyncio.get_running_loop()
    async with opened.open_async():
        worker = asyncio.create_task(
            opened.run_worker_async(
                wait=wait,
                delete_jobs="always",  # what became of a document is kept beside it, not in the queue
                install_signal_handlers=False,
                update_heartbeat_interval=settings.WORKER_HEARTBEAT,
                stalled_worker_timeout=settings.WORKER_STALLED,
                fetch_job_polling_interval=settings.WORKER_HEARTBEAT,
            )
        )

        def stop() -> None:
            if not asked.is_set():
                asked.set()
                worker.cancel()
                loop.call_later(GRACE, os.kill, os.getpid(), signal.SIGKILL)

        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, stop)
        if watch_stdin:
            loop.add_reader(sys.stdin.fileno(), stop)
        await asyncio.wait([worker])
        if not worker.cancelled():
            worker.result()
    return asked.is_set()
