"""One process that uses the embedded database of a folder until its standard input is closed: `python -m … FOLDER`."""

import sys
from pathlib import Path

import psycopg

from tracker.embedded_postgres.errors import EmbeddedPostgresError
from tracker.embedded_postgres.folders import PORT
from tracker.embedded_postgres.server import ensure_running


def connect(sockets: Path, role: str) -> psycopg.Connection:
    """Connect to the program's database."""
    return psycopg.connect(host=str(sockets), port=PORT, user=role, dbname="tracker", autocommit=True)


def count_in(sockets: Path) -> int:
    """Add a row to a table of the application's and return how many there are, as the application's role."""
    with connect(sockets, "tracker_owner") as owner:
        owner.execute("SELECT pg_advisory_lock(1)")
        owner.execute("CREATE TABLE IF NOT EXISTS visit (); GRANT INSERT, SELECT ON visit TO tracker_app")
    with connect(sockets, "tracker_app") as application:
        application.execute("INSERT INTO visit DEFAULT VALUES")
        row = application.execute("SELECT count(*) FROM visit").fetchone()
    return int(row[0]) if row else 0


def main(data: Path) -> None:
    """Say what is announced, then "up" with the number of visits; stay until told to leave."""
    try:
        sockets = ensure_running(data, announce=print)
    except EmbeddedPostgresError as error:
        print(error)
        sys.exit(1)
    print("up", count_in(sockets), flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
