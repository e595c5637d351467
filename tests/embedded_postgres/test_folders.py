"""Folders of any name and depth work; a folder that cannot work is refused in one line that says what to do."""

import os
import shutil
from pathlib import Path

import pytest

from tests.embedded_postgres.conftest import AS_ROOT, READER, StartUser, User
from tracker.embedded_postgres.errors import EmbeddedPostgresError
from tracker.embedded_postgres.folders import NOBODY, DataFolder
from tracker.embedded_postgres.server import Status, status


def refusal(user: User) -> str:
    """Return the one line with which the user ends."""
    code, said = user.leave()
    assert code == 1
    line = said.splitlines()[-1]
    assert not line.startswith("up")
    return line


@pytest.mark.parametrize("name", ["with space", "it's", '"quoted" $HOME `x` \\', "comma, and ü", "deep/" * 40 + "folder"])
def test_any_name(tmp_path: Path, start_user: StartUser, name: str) -> None:
    assert start_user(tmp_path / name).leave()[1].splitlines()[-1] == "up 1"
    assert status(tmp_path / name) is Status.STOPPED
    folder = DataFolder(tmp_path / name)
    assert folder.sockets.exists() == (folder.sockets == folder.cluster)  # nothing stays behind under /tmp


def test_socket_of_a_long_path_is_in_a_closed_folder(tmp_path: Path, start_user: StartUser) -> None:
    data = tmp_path / ("long" * 30)
    start_user(data).visits()
    sockets = DataFolder(data).sockets
    assert sockets.parent == Path("/tmp")
    assert sockets.stat().st_mode & 0o777 == 0o700
    sockets.chmod(0o755)
    with pytest.raises(EmbeddedPostgresError, match="not a folder of this user alone"):
        DataFolder(data).make_sockets()


def test_folder_under_a_closed_parent(tmp_path: Path, start_user: StartUser) -> None:
    (tmp_path / "closed").mkdir(mode=0o700)
    assert start_user(tmp_path / "closed" / "site").visits() == 1
    assert (tmp_path / "closed").stat().st_mode & 0o777 == 0o700


def test_read_only_folder(tmp_path: Path, start_user: StartUser) -> None:
    tmp_path.chmod(0o555)
    line = refusal(start_user(tmp_path / "site", READER))
    assert line.startswith(f"The database folder {tmp_path}/site cannot be used: Permission denied (")
    assert "set TRACKER_DATA to another folder" in line


def test_disk_without_room(tmp_path: Path, start_user: StartUser) -> None:
    no_file_over_8_kilobytes = ("sh", "-c", 'ulimit -f 16 && exec "$@"', "sh")
    line = refusal(start_user(tmp_path / "site", no_file_over_8_kilobytes))
    assert line.startswith(f"The database folder {tmp_path}/site could not be made (")
    assert start_user(tmp_path / "site").visits() == 1


def test_another_major_version(tmp_path: Path, start_user: StartUser) -> None:
    start_user(tmp_path).leave()
    (tmp_path / "cluster" / "PG_VERSION").write_text("17\n")
    line = refusal(start_user(tmp_path))
    assert line.startswith(f"The database in {tmp_path}/cluster was made by PostgreSQL 17, this program comes with 18:")


def test_server_that_does_not_start(tmp_path: Path, start_user: StartUser) -> None:
    start_user(tmp_path).leave()
    (tmp_path / "cluster" / "global" / "pg_control").unlink()
    line = refusal(start_user(tmp_path))
    assert line.startswith("PostgreSQL did not start (")
    assert str(tmp_path / "log") in line


def test_folder_copied_while_it_was_used(tmp_path: Path, start_user: StartUser) -> None:
    """Copied by root it is root's, with the number of a server that runs elsewhere in it."""
    start_user(tmp_path / "site").visits()
    sockets = shutil.ignore_patterns(".s.PGSQL.*")
    shutil.copytree(tmp_path / "site", tmp_path / "copy", ignore=sockets)
    copy = start_user(tmp_path / "copy")
    assert copy.visits() == 2
    assert status(tmp_path / "site") is Status.RUNNING
    expected = NOBODY if AS_ROOT else os.geteuid()
    assert (tmp_path / "copy" / "cluster").stat().st_uid == expected
