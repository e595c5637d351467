"""A worker that is killed while it reads a certain document, at a certain moment: `python -m … MOMENT DOCUMENT`."""

import functools
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

import django
from django.core.management import call_command

django.setup()

from procrastinate.manager import JobManager  # noqa: E402  # after Django is set up

from tracker.ingest import proposals  # noqa: E402
from tracker.jobs import tasks  # noqa: E402
from tracker.models import Document, Extraction, Proposal  # noqa: E402

# The moment: what is done there, and whether the process is killed before or after that.
MOMENTS: dict[str, tuple[Any, str, bool]] = {
    "fetched": (JobManager, "fetch_job", False),
    "started": (Document.objects, "get", True),
    "document read from the database": (Document.objects, "get", False),
    "places read from the database": (proposals, "places_of_database", False),
    "figures read": (proposals, "propose", False),
    "before storing": (proposals, "store", True),
    "proposals written, not committed": (Proposal.objects, "bulk_create", False),
    "all written, not committed": (Extraction.objects, "create", False),
    "committed": (proposals, "store", False),
    "before the job is finished": (JobManager, "finish_job", True),
}


def die() -> None:
    """End as a machine without memory ends a process."""
    os.kill(os.getpid(), signal.SIGKILL)


def lie_in_wait(moment: str, document: int) -> None:
    """Let the process be killed at this moment of reading this document."""
    owner, name, before = MOMENTS[moment]
    original: Callable[..., Any] = getattr(owner, name)
    at_hand: list[int] = []
    extract = tasks.extract.func

    def reading(*, document_id: int) -> None:
        at_hand[:] = [document_id]
        extract(document_id=document_id)

    @functools.wraps(original)
    def killed(*args: Any, **kwargs: Any) -> Any:
        if before and at_hand == [document]:
            die()
        result = original(*args, **kwargs)
        if at_hand == [document]:
            die()
        return result

    @functools.wraps(original)
    async def killed_async(*args: Any, **kwargs: Any) -> Any:
        job = kwargs.get("job")
        if before and job is not None and job.task_kwargs.get("document_id") == document:
            die()
        result = await original(*args, **kwargs)
        if name == "fetch_job" and result is not None and result.task_kwargs.get("document_id") == document:
            die()
        return result

    tasks.extract.func = reading
    setattr(owner, name, killed_async if owner is JobManager else killed)


if __name__ == "__main__":
    lie_in_wait(sys.argv[1], int(sys.argv[2]))
    call_command("worker")
