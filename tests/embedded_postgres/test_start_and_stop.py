"""The server starts with the first user of a folder, serves all of them, and stops with the last."""

import subprocess
import sys
from pathlib import Path

from tests.embedded_postgres.conftest import StartUser
from tracker.embedded_postgres.server import Status, status


def test_first_use_makes_the_database_and_says_so(tmp_path: Path, start_user: StartUser) -> None:
    assert status(tmp_path / "site") is Status.ABSENT
    code, said = start_user(tmp_path / "site").leave()
    assert code == 0
    assert said.splitlines() == ["creating the database folder (first time only) …", "starting PostgreSQL …", "up 1"]
    assert status(tmp_path / "site") is Status.STOPPED


def test_only_this_user_can_enter(tmp_path: Path, start_user: StartUser) -> None:
    start_user(tmp_path / "site").visits()
    for folder in (tmp_path / "site", tmp_path / "site" / "cluster"):
        assert folder.stat().st_mode & 0o777 == 0o700
    settings = (tmp_path / "site" / "cluster" / "postmaster.opts").read_text()
    assert '"-c" "listen_addresses="' in settings


def test_the_last_user_stops_the_server_and_the_data_stay(tmp_path: Path, start_user: StartUser) -> None:
    first, second = start_user(tmp_path), start_user(tmp_path)
    assert {first.visits(), second.visits()} == {1, 2}
    assert first.leave()[0] == 0
    assert status(tmp_path) is Status.RUNNING
    assert second.leave()[0] == 0
    assert status(tmp_path) is Status.STOPPED
    assert start_user(tmp_path).leave()[1].splitlines() == ["starting PostgreSQL …", "up 3"]


def test_six_at_once(tmp_path: Path, start_user: StartUser) -> None:
    for round_ in range(2):
        users = [start_user(tmp_path) for _ in range(6)]
        told = [user.leave() for user in users]
        assert [code for code, _ in told] == [0] * 6
        assert f"up {round_ * 6 + 6}" in [said.splitlines()[-1] for _, said in told]
        assert "creating" in "".join(said for _, said in told) or round_ == 1
        assert status(tmp_path) is Status.STOPPED


def test_two_folders_are_two_databases(tmp_path: Path, start_user: StartUser) -> None:
    site, tests = start_user(tmp_path / "site"), start_user(tmp_path / "tests")
    assert (site.visits(), tests.visits()) == (1, 1)


def test_a_fork_keeps_the_server_up_when_its_parent_leaves(tmp_path: Path) -> None:
    script = """
import os, sys, time
from pathlib import Path
from tests.embedded_postgres.user import count_in
from tracker.embedded_postgres.server import ensure_running, is_joined
data = Path(sys.argv[1])
count_in(ensure_running(data))
told, tell = os.pipe()
if os.fork():
    os.close(tell)
    os.read(told, 1)  # leave once the child uses the database itself
else:
    assert not is_joined(data)
    sockets = ensure_running(data)
    os.write(tell, b".")
    time.sleep(0.5)
    print("child", count_in(sockets))
"""
    command = [sys.executable, "-c", script, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=30)
    assert done.stdout == "child 2\n"  # its output ends when the child's does
    assert done.stderr == ""


def test_variables_of_other_servers_do_not_mislead(tmp_path: Path, start_user: StartUser) -> None:
    misleading = {"PGPORT": "1", "PGHOST": "nowhere.invalid", "PGDATA": "/nonexistent", "LC_ALL": "xx_XX"}
    assert start_user(tmp_path, **misleading).visits() == 1
