"""What workers do: read figures in a document, and take over what a killed worker left."""

import logging
from contextlib import suppress

from asgiref.sync import sync_to_async
from django.conf import settings
from django.utils import timezone
from procrastinate import JobContext, exceptions
from procrastinate.contrib.django import app
from procrastinate.jobs import Job, Status

from tracker.ingest import proposals
from tracker.ingest.errors import Unusable
from tracker.jobs.queue import EXTRACT, FIRST, MOST_ATTEMPTS
from tracker.models import Document

logger = logging.getLogger(__name__)
KILLED = f"The worker was killed {MOST_ATTEMPTS} times while it read this document."


@app.task(name=EXTRACT)
def extract(*, document_id: int) -> None:
    """Read a document, and store its proposals once; or keep why that failed, and leave the trace to the log."""
    document = Document.objects.get(pk=document_id)
    try:
        proposals.store(document, proposals.read(document), at=timezone.now())
    except Exception as error:
        proposals.failed(document, in_one_line(error), at=timezone.now())
        raise


@app.periodic(cron=f"* * * * * */{min(30, max(1, round(settings.WORKER_STALLED)))}")
@app.task(name="take_over", pass_context=True, priority=FIRST, queueing_lock="take_over")
async def take_over(context: JobContext, timestamp: int) -> None:
    """Queue again what workers had begun that give no sign of life any more."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=settings.WORKER_STALLED):
        with suppress(exceptions.ConnectorException):  # ended after all, queued again by somebody, or by another worker
            if job.task_name == EXTRACT and job.attempts + 1 < MOST_ATTEMPTS:
                await manager.retry_job(job)
                logger.warning("Job %s is queued again: its worker gives no sign of life.", job.call_string)
                continue
            if job.task_name == EXTRACT:
                await sync_to_async(_give_up)(job)
            await manager.finish_job(job, Status.FAILED, delete_job=True)


def _give_up(job: Job) -> None:
    """Keep why a document is not tried for ever, where it may be what kills the workers."""
    document = Document.objects.get(pk=str(job.task_kwargs["document_id"]))
    proposals.failed(document, KILLED, at=timezone.now())


def in_one_line(error: Exception) -> str:
    """Return what went wrong as a line for curators; our own words for it stand alone."""
    words = " ".join(str(error).split())[:300]
    if isinstance(error, Unusable):
        return f"{words[:1].upper()}{words[1:]}."
    return f"{type(error).__name__}: {words}" if words else type(error).__name__
