"""Whatever is killed at whatever moment, the next user gets a working database with all that was committed."""

import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.embedded_postgres.conftest import AS_ROOT, READER, StartUser, User, postmaster, wait_until
from tracker.embedded_postgres.server import Status, status


def test_killed_user_leaves_a_server_that_the_next_one_uses_and_stops(tmp_path: Path, start_user: StartUser) -> None:
    killed = start_user(tmp_path)
    killed.visits()
    killed.kill()
    assert status(tmp_path) is Status.RUNNING
    assert start_user(tmp_path).leave()[1] == "up 2\n"
    assert status(tmp_path) is Status.STOPPED


def test_killed_server_is_started_again(tmp_path: Path, start_user: StartUser) -> None:
    first = start_user(tmp_path)
    first.visits()
    os.kill(postmaster(tmp_path), signal.SIGKILL)
    assert start_user(tmp_path).visits() == 2
    assert first.leave()[0] == 0
    assert status(tmp_path) is Status.RUNNING


def test_number_of_a_dead_server_that_now_is_another_process(tmp_path: Path, start_user: StartUser) -> None:
    killed = start_user(tmp_path)
    killed.visits()
    server = postmaster(tmp_path)
    os.kill(server, signal.SIGKILL)
    killed.kill()
    wait_until(lambda: status(tmp_path) is Status.STOPPED)
    owner = READER if AS_ROOT else ()  # PostgreSQL believes any process of its own user
    with subprocess.Popen([*owner, "sleep", "20"]) as stranger:
        for name in ("postmaster.pid", ".s.PGSQL.5432.lock"):
            file = tmp_path / "cluster" / name
            file.write_text(file.read_text().replace(str(server), str(stranger.pid), 1))
        assert start_user(tmp_path).visits() == 2
        assert stranger.poll() is None
        stranger.kill()


def kill_with_initdb(user: User) -> None:
    """Kill the user and the initdb that it runs."""
    user.kill()


def kill_without_initdb(user: User) -> None:
    """Kill the user alone: its initdb works on."""
    user.process.kill()


@pytest.mark.parametrize("kill", [kill_with_initdb, kill_without_initdb])
@pytest.mark.parametrize("file", ["PG_VERSION", "base/1/PG_VERSION"])
def test_killed_while_the_folder_is_made(
    tmp_path: Path, start_user: StartUser, kill: Callable[[User], None], file: str
) -> None:
    user = start_user(tmp_path)
    wait_until((tmp_path / "cluster.unfinished" / file).exists)
    kill(user)
    assert status(tmp_path) is Status.ABSENT
    assert start_user(tmp_path).visits() == 1
    assert not (tmp_path / "cluster.unfinished").exists()


def test_killed_between_start_and_first_role(tmp_path: Path, start_user: StartUser) -> None:
    user = start_user(tmp_path)
    wait_until((tmp_path / "cluster" / "postmaster.pid").exists)
    user.kill()
    assert start_user(tmp_path).visits() == 1
