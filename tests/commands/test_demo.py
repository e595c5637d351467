"""`demo` as a new user meets it: real processes, a folder with a space, nothing prepared."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from django.conf import settings

ACCOUNTS = """\
Demonstration accounts (name, password):
  curator    curator-demo    enters figures and publishes them as provisional
  reviewer   reviewer-demo   verifies what others entered
  editor     editor-demo     does both, and keeps places and sources
"""


def manage(data: Path, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    """Start a manage.py command on a data folder of its own, without the tests' own database."""
    env = {k: v for k, v in os.environ.items() if not k.startswith(("DATABASE_", "DJANGO_", "PYTEST", "SITE_URL"))}
    return subprocess.Popen(
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env=env | {"TRACKER_DATA": str(data)} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def run(data: Path, *arguments: str, **environment: str) -> tuple[int, str, str]:
    """Run a manage.py command to its end; return its code, output and errors."""
    process = manage(data, *arguments, **environment)
    out, err = process.communicate(timeout=120)
    return process.returncode, out, err


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "a folder’s name"


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def served(data: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """The demonstration, serving; ended afterwards with all that it started."""
    process = manage(data, "demo", "--port", str(port))
    yield process
    with suppress(ProcessLookupError):  # a test killed it with all that it started
        os.killpg(process.pid, signal.SIGTERM)
    process.communicate(timeout=30)


def fetch(port: int, path: str, seconds: float = 60) -> str:
    """Return a page's text as soon as the site answers."""
    end = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as response:
                return str(response.read().decode())
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def test_from_nothing_twice(data: Path) -> None:
    assert run(data, "demo", "--no-serve")[:2] == (0, ACCOUNTS)
    code, out, err = run(data, "demo", "--no-serve")
    assert (code, out) == (0, ACCOUNTS)
    assert [line for line in err.splitlines() if line.startswith("·")] == [
        "· Starting PostgreSQL (the first time it makes its folder) …",
        "· Bringing the tables up to date …",
        "· Loading places, sources and roles …",
        "· Loading the five documents and their figures …",
        "· Gathering static files …",
    ]
    code, out, _ = run(data, "export_figures")
    statuses = [line.split(",")[3] for line in out.splitlines() if line.split(",")[0].isdigit()]
    assert (code, statuses.count("verified"), statuses.count("provisional")) == (0, 22, 9)


def test_serving_killed_and_serving_again(data: Path, port: int, served: subprocess.Popen[str]) -> None:
    assert "checked by demonstration accounts, not by people" in fetch(port, "/")
    assert "More than 1,220" in fetch(port, "/places/eastern-ghouta/")
    assert f"http://127.0.0.1:{port}/figures/" in fetch(port, "/figures.csv")
    code, _, err = run(data, "demo", "--port", str(port))
    assert (code, err.splitlines()[-1].partition(" (")[0]) == (2, f"CommandError: port {port} cannot be used")
    os.killpg(served.pid, signal.SIGKILL)
    again = manage(data, "demo", "--port", str(port))
    try:
        assert fetch(port, "/healthz").strip() == "ok"
    finally:
        os.killpg(again.pid, signal.SIGTERM)
        out, _ = again.communicate(timeout=30)
    assert out.startswith(ACCOUNTS)
    assert f"The site:      http://127.0.0.1:{port}/" in out


def workers(site: subprocess.Popen[str]) -> set[int]:
    """Return the numbers of the workers among the processes that a command started."""
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it ended meanwhile
            session = int((folder / "stat").read_text().rpartition(")")[2].split()[3])
            if session == site.pid and b"manage.py\0worker" in (folder / "cmdline").read_bytes():
                found.add(int(folder.name))
    return found


def other_worker(site: subprocess.Popen[str], before: int = 0) -> int:
    """Wait until one worker runs that is not the one before; return its number."""
    end = time.monotonic() + 30
    while len(found := workers(site) - {before}) != 1:
        assert time.monotonic() < end, "no worker came"
        time.sleep(0.1)
    return found.pop()


def test_a_worker_beside_the_site(port: int, served: subprocess.Popen[str]) -> None:
    """Killed, it comes back; it ends with the site, even where that is killed."""
    fetch(port, "/healthz")
    first = other_worker(served)
    os.kill(first, signal.SIGKILL)
    other_worker(served, first)
    os.kill(served.pid, signal.SIGKILL)
    end = time.monotonic() + 30
    while workers(served):
        assert time.monotonic() < end, "the worker outlived the site"
        time.sleep(0.1)


def test_a_database_that_does_not_answer(data: Path) -> None:
    code, _, err = run(data, "demo", "--no-serve", DATABASE_URL="postgres://nobody@127.0.0.1:1/none")
    assert code == 2
    assert err.splitlines()[-1].startswith("CommandError: the database does not answer: ")


@pytest.mark.parametrize("command", ["load_reference", "load_seeds"])
def test_a_folder_that_is_not_there(data: Path, command: str) -> None:
    run(data, "demo", "--no-serve")
    arguments = ["--entered-by", "curator"] if command == "load_seeds" else []
    code, _, err = run(data, command, "nowhere", *arguments)
    assert (code, err.splitlines()[-1].split(":")[0]) == (2, "CommandError")
    assert "nowhere" in err.splitlines()[-1]
