"""Starting the server when the first process needs it and stopping it when the last one leaves."""

import atexit
import os
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from tracker.embedded_postgres import cluster, launch, locks
from tracker.embedded_postgres.errors import EmbeddedPostgresError, unusable
from tracker.embedded_postgres.folders import DataFolder

# Data folder -> the process that joined, which its forks are not, and its descriptor of the users' lock.
_joined: dict[Path, tuple[int, int]] = {}


class Status(StrEnum):
    """How it stands with a data folder."""

    ABSENT = "absent"
    STOPPED = "stopped"
    RUNNING = "running"


def status(data: Path) -> Status:
    """Say how it stands with a data folder; changes nothing."""
    folder = DataFolder(data.resolve())
    if not folder.cluster.exists():
        return Status.ABSENT
    return Status.RUNNING if locks.is_held_alone(folder.server_lock) else Status.STOPPED


def is_joined(data: Path) -> bool:
    """Return whether this very process holds the server up and the server lives: cheap, asked at each connection."""
    folder = DataFolder(data.resolve())
    pid, _ = _joined.get(folder.path, (None, None))
    return pid == os.getpid() and locks.is_held_alone(folder.server_lock)


def ensure_running(data: Path, *, durable: bool = True, announce: Callable[[str], object] = lambda _: None) -> Path:
    """Start the server unless it answers, keep it up while this process lives, and return its socket's folder.

    `durable=False` trades safety at a power cut for speed, for data that is thrown away. `announce` is called with a
    line before each step that takes a moment. Raises EmbeddedPostgresError.
    """
    folder = DataFolder(data.resolve())
    try:
        folder.make()
        _join(folder)
        with locks.exclusive(folder.start_lock):
            launch.ensure_answering(folder, durable=durable, announce=announce)
            cluster.prepare(folder)
    except OSError as error:
        raise unusable(folder.path, error) from error
    return folder.sockets


def _join(folder: DataFolder) -> None:
    """Take this process's share of the users' lock, once; a forked child takes its own."""
    pid, _ = _joined.get(folder.path, (None, None))
    if pid != os.getpid():
        _joined[folder.path] = (os.getpid(), locks.shared(folder.users_lock))
        atexit.register(_leave, folder)


def _leave(folder: DataFolder) -> None:
    """Stop the server if nobody else uses it; newcomers wait for the users' lock until this process has ended."""
    pid, users = _joined[folder.path]
    if pid != os.getpid() or not locks.is_last_holder(users):
        return
    try:
        launch.stop(folder)
    except (OSError, EmbeddedPostgresError) as error:
        sys.stderr.write(f"The database in {folder.path} was not stopped: {error}\n")
