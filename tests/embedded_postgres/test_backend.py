"""Django's side: nothing starts before the first connection, and a killed server is not noticed."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler

from tests.embedded_postgres.conftest import postmaster
from tracker.embedded_postgres import server
from tracker.embedded_postgres.folders import DataFolder


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[BaseDatabaseWrapper]:
    """Return Django's connection to a new embedded database."""
    settings = {"ENGINE": "tracker.embedded_postgres", "NAME": "tracker", "USER": "tracker_app"}
    yield ConnectionHandler({"default": settings | {"DATA": tmp_path / "site", "DURABLE": False}})["default"]
    server._leave(DataFolder((tmp_path / "site").resolve()))


def ask(connection: BaseDatabaseWrapper, question: str) -> str:
    """Open a new connection and ask the server."""
    with connection.get_new_connection(connection.get_connection_params()) as session:
        return str(session.execute(question).fetchone()[0])


def test_lazy_then_served_as_a_plain_role(connection: BaseDatabaseWrapper, tmp_path: Path) -> None:
    assert connection.vendor == "postgresql"
    assert not (tmp_path / "site").exists()
    assert ask(connection, "SELECT current_user || ' ' || current_database()") == "tracker_app tracker"
    plain = "SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
    assert ask(connection, plain) == "False"
    assert ask(connection, "SHOW fsync") == "off"
    assert ask(connection, "SELECT datdba::regrole || ' ' || datlocale FROM pg_database WHERE datname = 'tracker'") == (
        "tracker_owner C.UTF-8"
    )
    assert ask(connection, "SELECT upper('é')") == "É"


def test_killed_server_is_replaced_at_the_next_connection(connection: BaseDatabaseWrapper, tmp_path: Path) -> None:
    ask(connection, "SELECT 1")
    killed = postmaster(tmp_path / "site")
    os.kill(killed, signal.SIGKILL)
    assert ask(connection, "SELECT 1") == "1"
    assert postmaster(tmp_path / "site") != killed
