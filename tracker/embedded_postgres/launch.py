"""Launching and stopping one server, told by its lock and its answers and by nothing that a crash leaves behind."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import suppress

import psycopg

from tracker.embedded_postgres import cluster, locks, programs
from tracker.embedded_postgres.errors import ELSEWHERE, EmbeddedPostgresError
from tracker.embedded_postgres.folders import PORT, DataFolder

PATIENCE = 120.0  # seconds: after a crash the server first replays what it had not written yet
DETACHED = ("/bin/sh", "-c", '"$@" &', "sh")  # the server outlives us, and we need not reap it
DISPOSABLE = ("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off")


def ensure_answering(folder: DataFolder, *, durable: bool, announce: Callable[[str], object]) -> None:
    """Return once the server answers, having made and started what was not there; the caller holds the start lock."""
    lock = _claim(folder)
    if lock is None:
        return
    try:
        if not folder.cluster.exists():
            announce("creating the database folder (first time only) …")
            cluster.make(folder, lock, durable=durable)
        cluster.check_version(folder)
        folder.hand_over()
        announce("starting PostgreSQL …")
        _launch(folder, lock, durable=durable)
    finally:
        os.close(lock)  # closed, not unlocked: the server holds the same lock
    _await_answer(folder)


def stop(folder: DataFolder) -> None:
    """Stop the server and wait until nothing of it lives."""
    if not locks.is_held_alone(folder.server_lock):
        return
    with suppress(ProcessLookupError, FileNotFoundError):  # it was killed: its children leave by themselves
        pid, *_ = (folder.cluster / "postmaster.pid").read_text().split()
        os.kill(int(pid), signal.SIGINT)  # PostgreSQL's "fast" shutdown
    for _ in _patiently():
        if not locks.is_held_alone(folder.server_lock):
            folder.remove_sockets()
            return
    raise EmbeddedPostgresError(f"PostgreSQL does not stop; see {folder.log}.")


def _claim(folder: DataFolder) -> int | None:
    """Wait until the server answers (None), or until nothing of it lives and its lock is ours."""
    for _ in _patiently():
        lock = locks.try_exclusive(folder.server_lock)
        if lock is not None or _answers(folder):
            return lock
    raise EmbeddedPostgresError(f"PostgreSQL neither answers nor ends: see {folder.log}, or restart the machine.")


def _launch(folder: DataFolder, lock: int, *, durable: bool) -> None:
    """Start the server, which inherits the lock."""
    folder.make_sockets()
    # The server's lock is ours, so none of it lives; PostgreSQL would believe any process that has the old number.
    for stale in (folder.cluster / "postmaster.pid", folder.sockets / f".s.PGSQL.{PORT}.lock"):
        stale.unlink(missing_ok=True)
    if folder.log.exists():
        folder.log.replace(folder.log.with_name("log.previous"))
    quoted = '"' + str(folder.sockets).replace('"', '""') + '"'
    settings = ("-c", "listen_addresses=", "-c", f"unix_socket_directories={quoted}", *(() if durable else DISPOSABLE))
    arguments = ("-D", str(folder.cluster), "-p", str(PORT), *settings)
    with folder.log.open("ab") as log:
        subprocess.run(
            [*DETACHED, *programs.command(folder, "postgres", *arguments)],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            check=True,
            cwd=folder.path,
            env=programs.environment(),
            pass_fds=[lock],
            start_new_session=True,  # Ctrl-C in the terminal is for the site
        )


def _await_answer(folder: DataFolder) -> None:
    """Wait until the server that was just launched answers."""
    for _ in _patiently():
        ended = not locks.is_held_alone(folder.server_lock)
        if _answers(folder):
            return
        if ended:
            reason = programs.complaint(folder.log.read_text(errors="replace"))
            raise EmbeddedPostgresError(f"PostgreSQL did not start ({reason}): see {folder.log}, {ELSEWHERE}.")
    raise EmbeddedPostgresError(f"PostgreSQL does not answer after {PATIENCE:.0f} seconds: see {folder.log}.")


def _answers(folder: DataFolder) -> bool:
    try:
        cluster.connect(folder).close()
    except psycopg.OperationalError:
        return False
    return True


def _patiently() -> Iterator[None]:
    """Yield every few hundredths of a second until patience ends."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        yield
        time.sleep(0.02)
