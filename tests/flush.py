"""Emptying the tables between browser tests: TRUNCATE, which the application's role may not and the triggers refuse."""

from collections.abc import Iterable
from typing import Any

import psycopg
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.postgresql.operations import DatabaseOperations


def install(owner: BaseDatabaseWrapper) -> None:
    """Make Django's flush run as the owner with the triggers off, on a connection of its own. In tests only."""

    def execute_sql_flush(self: DatabaseOperations, sql_list: Iterable[str]) -> None:
        parameters = {k: v for k, v in owner.get_connection_params().items() if k in CONNECT}
        with psycopg.connect(**parameters) as connection:
            tables = connection.execute(
                "SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal"
            ).fetchall()
            for (table,) in tables:
                connection.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            for statement in (*sql_list, QUEUE):
                connection.execute(statement)
            for (table,) in tables:
                connection.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")

    DatabaseOperations.execute_sql_flush = execute_sql_flush  # type: ignore[method-assign, assignment]


QUEUE = "TRUNCATE procrastinate_jobs, procrastinate_workers, procrastinate_periodic_defers, procrastinate_events"
"""The background queue, whose tables Django does not manage."""
CONNECT: Any = {"dbname", "user", "password", "host", "port"}
