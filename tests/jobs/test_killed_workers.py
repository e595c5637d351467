"""Workers that are killed lose nothing and do nothing twice: real processes, SIGKILL, ten different moments."""

import signal
from collections.abc import Iterator
from subprocess import Popen

import pytest
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.build import Builder
from tests.jobs.processes import start, wait_until
from tracker.extraction.version import VERSION
from tracker.ingest import proposals
from tracker.jobs.queue import EXTRACT, MOST_ATTEMPTS, enqueue
from tracker.jobs.tasks import KILLED
from tracker.models import Document, Extraction, Proposal

# The keys of `killed.MOMENTS`: that module sets Django up by itself, and so is run and never imported.
MOMENTS = (
    "fetched",
    "started",
    "document read from the database",
    "places read from the database",
    "figures read",
    "before storing",
    "proposals written, not committed",
    "all written, not committed",
    "committed",
    "before the job is finished",
)
REPORT = "At least {} people were killed on Monday, the UN said. Some 1,200 civilians fled Hamouriyeh."


@pytest.fixture
def worker() -> Iterator[Popen[str]]:
    """A worker as it is run."""
    process = start("manage.py", "worker")
    yield process
    process.kill()
    process.wait()


def found(document: Document) -> list[tuple[str, str, str]]:
    """Return a document's proposals in the order of its text."""
    rows = document.proposals.order_by("number_start", "indicator", "pk")
    return list(rows.values_list("extractor_version", "reported_text", "indicator"))


@pytest.mark.usefixtures("transactional_db")
def test_ten_workers_killed_at_ten_moments(build: Builder, request: pytest.FixtureRequest) -> None:
    read = [build.document(REPORT.format(40 + number)) for number in range(len(MOMENTS))]
    for moment, document in zip(MOMENTS, read, strict=True):
        assert enqueue(document)
        assert start("-m", "tests.jobs.killed", moment, str(document.pk)).wait(30) == -signal.SIGKILL, moment
    assert ProcrastinateJob.objects.filter(task_name=EXTRACT).exists()
    last: Popen[str] = request.getfixturevalue("worker")
    wait_until(lambda: not ProcrastinateJob.objects.filter(task_name=EXTRACT).exists())
    last.send_signal(signal.SIGTERM)
    assert last.wait(20) == 0
    for number, document in enumerate(read):
        assert found(document) == [(VERSION, f"At least {40 + number}", "killed"), (VERSION, "Some 1,200", "fled")]
    assert Proposal.objects.count() == 2 * len(read)
    assert {*Extraction.objects.values_list("document", "failure")} == {(document.pk, "") for document in read}


@pytest.mark.usefixtures("transactional_db")
def test_a_document_that_kills_its_workers_is_given_up(build: Builder, worker: Popen[str]) -> None:
    document = build.document(REPORT.format(40))
    with connection.cursor() as cursor:  # as the last of so many killed workers leaves it
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, lock, queueing_lock, args, status, attempts)"
            " VALUES ('default', %s, 'x', 'x', jsonb_build_object('document_id', %s::int), 'doing', %s)",
            [EXTRACT, document.pk, MOST_ATTEMPTS - 1],
        )
    wait_until(document.extractions.exists)
    assert document.extractions.get().failure == KILLED
    wait_until(lambda: not ProcrastinateJob.objects.filter(task_name=EXTRACT).exists())
    assert enqueue(document)
    wait_until(document.proposals.exists)
    assert len(found(document)) == len(proposals.read(document))
