"""File locks: they end with the processes that hold them, whatever kills those, so no process number is trusted."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def exclusive(file: Path) -> Iterator[None]:
    """Hold the file's lock alone, waiting for whoever holds it."""
    descriptor = _open(file)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        fcntl.flock(descriptor, fcntl.LOCK_UN)  # closing is not enough where another thread's fork has a copy
        os.close(descriptor)


def try_exclusive(file: Path) -> int | None:
    """Return a descriptor that holds the file's lock alone, or None while somebody else holds it.

    A program that inherits the descriptor holds the lock too, with all its children: so close it, never unlock it.
    """
    descriptor = _open(file)
    with suppress(BlockingIOError):
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return descriptor
    os.close(descriptor)
    return None


def shared(file: Path) -> int:
    """Return a descriptor that holds the file's lock together with others, waiting for a lone holder."""
    descriptor = _open(file)
    fcntl.flock(descriptor, fcntl.LOCK_SH)
    return descriptor


def is_last_holder(descriptor: int) -> bool:
    """Turn a shared lock into a lone one; False when others share it, and then our share may be lost."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def is_held_alone(file: Path) -> bool:
    """Return whether somebody holds the file's lock alone; creates nothing."""
    try:
        descriptor = os.open(file, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


def _open(file: Path) -> int:
    return os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
