"""PostgreSQL's data: making it whole or not at all, and the roles and the database in it."""

import os
import shutil
import subprocess

import psycopg
from psycopg import sql

from tracker.embedded_postgres import programs
from tracker.embedded_postgres.errors import ELSEWHERE, EmbeddedPostgresError
from tracker.embedded_postgres.folders import PORT, DataFolder

OWNER = "tracker_owner"
APPLICATION = "tracker_app"
DATABASE = "tracker"

# The builtin locale sorts the same on every machine, also where no locales are installed. Whoever reaches the socket
# owns the folder and needs no password; the network is refused even if somebody starts the cluster by hand.
INITDB = (
    f"--username={OWNER}",
    "--auth-local=trust",
    "--auth-host=reject",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
)


def make(folder: DataFolder, lock: int, *, durable: bool) -> None:
    """Make the cluster beside its place and move it there when it is complete.

    initdb inherits the lock: if we are killed, nobody else begins before it has ended.
    """
    options = [*INITDB, "-D", str(folder.unfinished), *([] if durable else ["--no-sync"])]
    initdb = programs.command(folder, "initdb", *options)  # refuses what cannot work before anything is made
    if folder.unfinished.exists():
        shutil.rmtree(folder.unfinished)
    folder.unfinished.mkdir(mode=0o700)
    if os.geteuid() == 0:
        os.chown(folder.unfinished, *folder.owner())
    done = subprocess.run(
        initdb,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        cwd=folder.path,
        env=programs.environment(),
        pass_fds=[lock],
    )
    if done.returncode:
        raise EmbeddedPostgresError(
            f"The database folder {folder.path} could not be made ({programs.complaint(done.stderr)}): "
            f"mend that and try again, {ELSEWHERE}."
        )
    folder.unfinished.rename(folder.cluster)


def check_version(folder: DataFolder) -> None:
    """Refuse a cluster that another major version of PostgreSQL made."""
    found = (folder.cluster / "PG_VERSION").read_text().strip()
    if found != str(programs.MAJOR_VERSION):
        raise EmbeddedPostgresError(
            f"The database in {folder.cluster} was made by PostgreSQL {found}, "
            f"this program comes with {programs.MAJOR_VERSION}: save it with pg_dump "
            f"{found}, move the folder away to start anew, {ELSEWHERE}."
        )


def connect(folder: DataFolder) -> psycopg.Connection:
    """Connect as the owner to the database that every cluster has."""
    return psycopg.connect(
        host=str(folder.sockets), port=PORT, user=OWNER, dbname="postgres", autocommit=True, connect_timeout=10
    )


def prepare(folder: DataFolder) -> None:
    """Make the application's role and the database where they are missing."""
    with connect(folder) as connection:
        if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [APPLICATION]).fetchone():
            connection.execute(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(APPLICATION)))
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
            named = {"database": sql.Identifier(DATABASE), "owner": sql.Identifier(OWNER)}
            connection.execute(sql.SQL("CREATE DATABASE {database} OWNER {owner}").format(**named))
