"""A worker beside the site, for the demonstration and small servers: killed, it comes back; and it ends with the site.

The site's process starts it, holds the only writing end of its standard input, and never writes: however that process ends,
the worker sees its input close. So nothing has to be noted, and no process number is trusted. A process of its own rather
than a thread, as reading a long report would otherwise take turns with answering readers.
"""

import os
import subprocess
import sys
import threading
import time
from typing import Final

from django.conf import settings

LONG: Final = 10.0
"""Seconds after which a worker that ends did start well, and is started again at once."""
LONGEST_PAUSE: Final = 60.0
PATIENCE: Final = 5.0
"""Seconds that a worker may take to end when the site ends; after that it ends later, by itself."""


class Worker:
    """The one worker of this process."""

    def __init__(self) -> None:
        """Prepare; nothing runs yet."""
        self.ended = threading.Event()
        self.process: subprocess.Popen[bytes] | None = None

    def keep(self) -> None:
        """Start it, and start it again whenever it ends, with longer pauses where it cannot start."""
        threading.Thread(target=self._run, name="worker", daemon=True).start()

    def end(self) -> None:
        """Let it end, and wait a little: it finishes the document at hand."""
        self.ended.set()
        process = self.process
        if process is None or process.stdin is None:
            return
        process.stdin.close()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            return

    def _run(self) -> None:
        pause = 1.0
        while not self.ended.is_set():
            began = time.monotonic()
            self.process = _start()
            self.process.wait()
            pause = 1.0 if time.monotonic() - began > LONG else min(2 * pause, LONGEST_PAUSE)
            self.ended.wait(pause)


def _start() -> subprocess.Popen[bytes]:
    command = [sys.executable, "manage.py", "worker", "--until-stdin-closes"]
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_POOL_SIZE"}
    return subprocess.Popen(command, cwd=settings.BASE_DIR, env=environment, stdin=subprocess.PIPE)


WORKER: Final = Worker()
