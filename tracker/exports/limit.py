"""A bound on exports that run at once, over all server processes, so that stalled readers cannot hang every page."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.db import connection, transaction

AT_ONCE: Final = 3
_LOCKS: Final = 7_011_001
"""The first of the advisory-lock classes that stand for the places; any number that nothing else uses."""


class TooManyExports(Exception):
    """All places are taken; try again in a minute."""


@contextmanager
def place() -> Iterator[None]:
    """Hold one of the places for the length of a transaction. Raises TooManyExports."""
    with transaction.atomic(), connection.cursor() as cursor:
        for number in range(AT_ONCE):
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s, %s)", [_LOCKS, number])
            if cursor.fetchone() == (True,):
                break
        else:
            message = f"{AT_ONCE} downloads are running already: try again in a minute"
            raise TooManyExports(message)
        yield
