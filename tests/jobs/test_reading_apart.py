"""The process that reads figures apart: it ends when its work is done or nobody waits for it, and not before."""

import signal
import subprocess
import sys

from django.conf import settings


def asked(moment: str) -> tuple[int, str]:
    """Return how a process ends that asks, and what it says; only when nobody holds its output any more."""
    program = [sys.executable, "-m", "tests.jobs.asking", moment]
    done = subprocess.run(program, cwd=settings.BASE_DIR, stdout=subprocess.PIPE, text=True, timeout=60, check=False)
    return done.returncode, done.stdout


def test_what_is_told_to_all_processes_stops_only_the_one_that_asked() -> None:
    assert asked("told to stop") == (0, "1\n")


def test_none_is_left_behind_by_a_killed_one() -> None:
    assert asked("abandoned") == (-signal.SIGKILL, "")
