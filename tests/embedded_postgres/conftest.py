"""Processes that use an embedded database, started and killed at will, and nothing of them left after each test."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tracker.embedded_postgres.folders import DataFolder
from tracker.embedded_postgres.server import Status, status

AS_ROOT = os.geteuid() == 0
# Root could write anywhere. This user can read everything (so that it finds Python) but write only what it owns.
READ_ALL = ("--inh-caps=-all,+dac_read_search", "--ambient-caps=-all,+dac_read_search")
READER = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *READ_ALL) if AS_ROOT else ()


def wait_until(condition: Callable[[], bool], seconds: float = 20) -> None:
    """Wait for something that happens soon."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.01)


def postmaster(data: Path) -> int:
    """Return the number of the server's process."""
    return int((data / "cluster" / "postmaster.pid").read_text().split()[0])


class User:
    """One process that uses the database of a folder."""

    def __init__(self, data: Path, prefix: Sequence[str] = (), **environment: str) -> None:
        """Start it; it may be killed together with all that it started and did not detach."""
        self.process = subprocess.Popen(
            [*prefix, sys.executable, "-m", "tests.embedded_postgres.user", str(data)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | environment,
            start_new_session=True,
        )

    def visits(self) -> int:
        """Wait until it is connected; return how many visits the database has seen."""
        assert self.process.stdout
        said = [self.process.stdout.readline()]
        while said[-1] and not said[-1].startswith("up"):
            said.append(self.process.stdout.readline())
        assert said[-1], f"it ended instead, saying: {said}"
        return int(said[-1].split()[1])

    def leave(self) -> tuple[int, str]:
        """Let it end; return its exit code and the rest of what it said."""
        output, _ = self.process.communicate(timeout=30)
        return self.process.returncode, output

    def kill(self) -> None:
        """Kill it with everything it started and did not detach."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


StartUser = Callable[..., User]


@pytest.fixture
def start_user() -> Iterator[StartUser]:
    """Start users of a database; at the end kill them and the servers."""
    users: list[tuple[User, Path]] = []

    def start(data: Path, prefix: Sequence[str] = (), **environment: str) -> User:
        users.append((User(data, prefix, **environment), data))
        return users[-1][0]

    yield start
    for user, data in users:
        if user.process.poll() is None:
            user.kill()
        user.process.communicate()
        if status(data) is Status.RUNNING:
            os.kill(postmaster(data), signal.SIGQUIT)
            wait_until(lambda folder=data: status(folder) is not Status.RUNNING)  # type: ignore[misc]
        DataFolder(data.resolve()).remove_sockets()
