"""Reading in the background, as a curator sees it: queued with the document, its progress, its failure, and once more."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import OperationalError, connection
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.build import Builder
from tests.jobs.processes import start
from tracker.ingest import proposals
from tracker.jobs.queue import enqueue
from tracker.models import Document, Extraction, Proposal

NOBODY = "Waits to be read, but no worker is running: start one with “manage.py worker”."


def work(*program: str) -> None:
    """Work off the queue, by a worker of its own: this process may have Playwright's event loop."""
    assert start(*(program or ("manage.py", "worker", "--once"))).wait(60) == 0


@pytest.fixture
def amal(curator: User) -> Client:
    """The curator's browser."""
    client = Client()
    client.force_login(curator)
    return client


@pytest.fixture
def progress(amal: Client) -> Callable[[Document], tuple[Any, ...]]:
    """Return a function that asks for a document's progress, and sees that its page says the same."""

    def asked(document: Document) -> tuple[Any, ...]:
        answer = amal.get(f"/admin/tracker/document/{document.pk}/reading/").json()
        page = amal.get(f"/admin/tracker/document/{document.pk}/change/").text
        assert f'<p role="status" class="state state-{answer["state"]}">{answer["words"]}</p>' in page
        link = f'<p class="to-review">\n        <a href="/admin/review/{document.pk}/">Review what it read</a>'
        assert (link in page) == (answer["over"] and answer["undecided"] > 0)
        return tuple(answer[name] for name in ("state", "over", "words", "proposed", "undecided"))

    return asked


@pytest.mark.usefixtures("transactional_db")
def test_from_giving_a_report_to_its_proposals(amal: Client, progress: Callable[[Document], tuple[Any, ...]]) -> None:
    text = "At least 40 people were killed on Monday, the UN said. Some 1,200 civilians fled Hamouriyeh."
    confirm = amal.post("/admin/tracker/document/add/", {"text": text})["Location"]
    stored = amal.post(confirm, {"published_earliest": "06/03/2018"})["Location"]
    document = Document.objects.get()
    assert stored == f"/admin/tracker/document/{document.pk}/change/"
    assert progress(document) == ("waiting", False, NOBODY, 0, 0)
    work()
    assert progress(document) == ("read", True, "Read: 2 figures proposed, 2 to review.", 2, 2)
    assert document.proposals.get(indicator="killed").reading["start_date"] == "2018-03-05"
    assert not ProcrastinateJob.objects.exists()


@pytest.mark.usefixtures("transactional_db")
def test_a_failure_is_shown_with_its_reason_and_can_be_started_again(
    build: Builder, amal: Client, progress: Callable[[Document], tuple[Any, ...]]
) -> None:
    document = build.document()
    assert progress(document) == ("unread", True, "Not read for figures yet.", 0, 0)

    assert enqueue(document)
    work("-m", "tests.jobs.failing")
    reason = "Could not be read. RuntimeError: no rule for this"
    assert progress(document) == ("failed", True, reason, 0, 0)
    for _ in range(2):  # twice, as by a double click
        again = amal.post(f"/admin/tracker/document/{document.pk}/reading/")
        assert (again.status_code, again["Location"]) == (302, f"/admin/tracker/document/{document.pk}/change/")
    assert ProcrastinateJob.objects.count() == 1
    assert progress(document)[:3] == ("waiting", False, NOBODY)
    work()
    assert progress(document)[:2] == ("read", True)
    assert list(Extraction.objects.order_by("pk").values_list("failure", flat=True)) == [
        "RuntimeError: no rule for this",
        "",
    ]
    before = list(Proposal.objects.order_by("pk").values())
    amal.post(f"/admin/tracker/document/{document.pk}/reading/")
    work()
    assert list(Proposal.objects.order_by("pk").values()) == before


def test_a_text_without_figures_and_one_read_by_an_older_version(
    build: Builder, progress: Callable[[Document], tuple[Any, ...]]
) -> None:
    document = build.document("It rained.")
    proposals.store(document, [], at=next(build.clock), version="0")
    assert progress(document)[2] == "Read, by extractor version 0; now it is 1: no figure found."
    proposals.store(document, [], at=next(build.clock))
    assert progress(document)[2] == "Read: no figure found."


@pytest.mark.usefixtures("reference")
def test_the_command_ingest_says_that_it_was_read_too(
    tmp_path: Any, progress: Callable[[Document], tuple[Any, ...]]
) -> None:
    file = tmp_path / "report.txt"
    file.write_text("At least 40 people were killed on Monday.", encoding="utf-8")
    call_command("ingest", str(file), stdout=io.StringIO(), stderr=io.StringIO())
    assert progress(Document.objects.get())[2] == "Read: 1 figure proposed, 1 to review."


def test_while_it_waits_and_is_read(build: Builder, progress: Callable[[Document], tuple[Any, ...]]) -> None:
    document = build.document()
    enqueue(document)
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers DEFAULT VALUES")
        assert progress(document)[:3] == ("waiting", False, "Waits to be read …")
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing'")
    assert progress(document)[:3] == ("reading", False, "Being read …")
    assert not enqueue(document)


def test_a_queue_that_cannot_be_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> None:
        raise OperationalError("connection refused\nIs the server running?")

    monkeypatch.setattr("tracker.management.commands.worker.connector_params", gone)
    with pytest.raises(CommandError) as error:
        call_command("worker", "--once")
    assert (error.value.returncode, str(error.value)) == (
        2,
        "the database does not answer, or has no tables yet: connection refused",
    )
