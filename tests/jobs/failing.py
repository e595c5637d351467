"""A worker for which no document can be read, until nothing waits any more: `python -m tests.jobs.failing [impatient]`.

An impatient one gives up on a text after a second.
"""

import sys

import django
from django.core.management import call_command

django.setup()

from tracker.ingest import proposals, reading_apart  # noqa: E402  # after Django is set up


def fails(article: object) -> None:
    """Fail as a mistake in a rule does."""
    raise RuntimeError("no rule\nfor this")


if __name__ == "__main__":
    if "impatient" in sys.argv:
        reading_apart.READING_SECONDS = 1  # type: ignore[attr-defined]  # imported there
    else:
        proposals.propose = fails  # type: ignore[assignment,attr-defined]
    call_command("worker", "--once")
