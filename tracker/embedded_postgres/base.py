"""Django's database backend for the embedded PostgreSQL: the stock one, whose server starts at the first connection."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.db.backends.postgresql import base
from django.db.backends.postgresql.client import DatabaseClient as PostgresClient
from psycopg import OperationalError

from tracker.embedded_postgres import server
from tracker.embedded_postgres.folders import PORT


class DatabaseClient(PostgresClient):
    """`manage.py dbshell`, which opens no connection of Django's, so that the server has to be started for it."""

    def runshell(self, parameters: Iterable[str]) -> None:
        """Run psql on the embedded server."""
        self.connection.get_connection_params()
        super().runshell(parameters)


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection to the server in the folder `DATA`; `DURABLE: False` is for data that is thrown away."""

    client_class = DatabaseClient

    def get_connection_params(self) -> dict[str, Any]:
        """Start the server if needed and say where it listens; another connection of this process may have started it."""
        if not self.settings_dict["HOST"] or not server.is_joined(Path(self.settings_dict["DATA"])):
            self._ensure_running()
        return super().get_connection_params()

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Connect, once more when the server was just killed: its children hold its lock for a moment longer."""
        try:
            return super().get_new_connection(conn_params)
        except OperationalError:
            if self.pool:  # tries again by itself
                raise
            self._ensure_running()
            return super().get_new_connection(conn_params)

    def _ensure_running(self) -> None:
        data, durable = Path(self.settings_dict["DATA"]), self.settings_dict.get("DURABLE", True)
        self.settings_dict["HOST"] = str(server.ensure_running(data, durable=durable))
        self.settings_dict["PORT"] = str(PORT)
