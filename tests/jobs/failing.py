"""A worker for which no document can be read, until nothing waits any more: `python -m tests.jobs.failing`."""

import django
from django.core.management import call_command

django.setup()

from tracker.ingest import proposals  # noqa: E402  # after Django is set up


def fails(article: object) -> None:
    """Fail as a mistake in a rule does."""
    raise RuntimeError("no rule\nfor this")


if __name__ == "__main__":
    proposals.propose = fails  # type: ignore[assignment]
    call_command("worker", "--once")
