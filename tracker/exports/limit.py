"""A bound on exports that run at once, over all server processes, so that stalled readers cannot hang every page."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.db import connection, transaction

AT_ONCE: Final = 3
PATIENCE: Final = 2.0
"""Seconds to wait for a place: a usual download takes a fraction of one."""
_LOCKS: Final = 7_011_001
"""The first of the advisory-lock classes that stand for the places; any number that nothing else uses."""


class TooManyExports(Exception):
    """All places are taken; try again in a minute."""


@contextmanager
def place() -> Iterator[None]:
    """Hold one of the places for the length of a transaction, waiting a moment for one. Raises TooManyExports."""
    until = time.monotonic() + PATIENCE
    with transaction.atomic():
        while not _taken():
            if time.monotonic() > until:
                message = f"{AT_ONCE} downloads are running already: try again in a minute"
                raise TooManyExports(message)
            time.sleep(0.05)
        yield


def _taken() -> bool:
    """Whether one of the places was free; it is then ours until the transaction ends."""
    with connection.cursor() as cursor:
        for number in range(AT_ONCE):
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s, %s)", [_LOCKS, number])
            if cursor.fetchone() == (True,):
                return True
    return False
