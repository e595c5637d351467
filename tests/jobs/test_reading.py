"""Reading in the background, as a curator sees it: queued with the document, its progress, its failure, and once more."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.contrib.messages import get_messages
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import OperationalError, connection
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.build import Builder
from tests.jobs.processes import start
from tracker import review
from tracker.extraction.version import VERSION
from tracker.ingest import proposals
from tracker.jobs.queue import enqueue
from tracker.models import Document, Extraction, Place, Proposal
from tracker.vocabulary import RejectReason

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
        link = (
            f'<p class="to-review">\n        <a href="/admin/review/{document.pk}/" class="button">Review what it read</a>'
        )
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


@pytest.mark.usefixtures("transactional_db")
def test_a_text_that_takes_too_long_ends_with_that_reason(
    build: Builder, progress: Callable[[Document], tuple[Any, ...]]
) -> None:
    document = build.document("At least 40 people were killed on Monday, the UN said. " * 20_000)
    assert enqueue(document)
    work("-m", "tests.jobs.failing", "impatient")
    reason = "Could not be read. Reading its figures took more than 1 seconds, or more memory than there is."
    assert progress(document) == ("failed", True, reason, 0, 0)


class TestReadAgain:
    """A document whose day of publication was wrong is read again; what people decided stays."""

    TEXT = "At least 40 people were killed on Monday, the UN said. Some 1,200 civilians fled Hamouriyeh on Monday."

    def correct(self, document: Document, editor: User, day: str) -> Client:
        """Change the day of publication on the document's page."""
        client = Client()
        client.force_login(editor)
        address = f"/admin/tracker/document/{document.pk}/change/"
        form = client.get(address).context["adminform"].form
        values = {name: form[name].value() or "" for name in form.fields if name != "confidential"}
        days = dict.fromkeys(("published_earliest", "published_latest"), day)
        response = client.post(address, values | days | {"reason": "its head says so"})
        assert response.status_code == 302, response.context["adminform"].form.errors
        return client

    def read(self, document: Document) -> list[tuple[str, str, str]]:
        """Return what stands of each number: what became of it, and the day that was read."""
        found = document.proposals.order_by("number_start", "pk")
        return [(row.reported_text, row.outcome, row.reading["start_date"]) for row in found]

    @pytest.mark.usefixtures("transactional_db")
    def test_what_nobody_decided_about_is_proposed_anew(
        self, build: Builder, curator: User, editor: User, progress: Callable[[Document], tuple[Any, ...]]
    ) -> None:
        document = build.document(self.TEXT)
        enqueue(document)
        work()
        killed = document.proposals.get(indicator="killed")
        old = document.proposals.get(indicator="fled")
        values = {"place": Place.objects.get(slug="douma")}
        review.accept(by=curator, at=next(build.clock), proposal=killed, values=values)
        client = self.correct(document, editor, "13/03/2018")
        assert next(str(message) for message in get_messages(client.get("/admin/").wsgi_request)) == (
            "The document is read again, as “Monday” and the like depend on when it was published. "
            "Dates of figures stay as they were entered: look at it."
        )
        assert progress(document)[:2] == ("waiting", False)
        for _ in range(2):  # the second time adds nothing
            work()
            assert self.read(document) == [
                ("At least 40", "corrected", "2018-03-05"),
                ("Some 1,200", "obsolete", "2018-03-05"),
                ("Some 1,200", "pending", "2018-03-12"),
            ]
            enqueue(document)
        with pytest.raises(review.Refused, match="This document was read again since"):
            review.reject(by=curator, at=next(build.clock), proposal=old, rejected_as=RejectReason.GARBLED)

    def test_also_while_it_is_being_read_with_the_wrong_day(self, build: Builder, editor: User) -> None:
        document = build.document(self.TEXT)
        proposals.store(document, proposals.read(document), at=next(build.clock))
        enqueue(document)
        with connection.cursor() as cursor:
            cursor.execute("UPDATE procrastinate_jobs SET status = 'doing'")
        self.correct(document, editor, "13/03/2018")
        self.correct(document, editor, "14/03/2018")
        assert sorted(ProcrastinateJob.objects.values_list("status", flat=True)) == ["doing", "todo"]

    @pytest.mark.parametrize("act", ["review/proposals/{proposal}/undo", "tracker/figure/{figure}/discard"])
    def test_once_more_when_a_decision_is_taken_back(
        self, build: Builder, amal: Client, curator: User, editor: User, act: str
    ) -> None:
        document = build.document("At least 40 people were killed on Monday, the UN said.")
        proposals.store(document, proposals.read(document), at=next(build.clock))
        killed = document.proposals.get()
        values = {"place": Place.objects.get(slug="douma")}
        figure = review.accept(by=curator, at=next(build.clock), proposal=killed, values=values)
        self.correct(document, editor, "13/03/2018")
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM procrastinate_jobs")
        document.refresh_from_db()
        proposals.store(document, proposals.read(document), at=next(build.clock))
        assert self.read(document) == [("At least 40", "corrected", "2018-03-05")]
        address = f"/admin/{act.format(proposal=killed.pk, figure=figure.pk)}/"
        assert amal.post(address, {"version": figure.version}).status_code == 302
        assert ProcrastinateJob.objects.count() == 1
        proposals.store(document, proposals.read(document), at=next(build.clock))
        assert self.read(document) == [
            ("At least 40", "obsolete", "2018-03-05"),
            ("At least 40", "pending", "2018-03-12"),
        ]

    def test_not_where_it_was_never_read(self, build: Builder, editor: User) -> None:
        self.correct(build.document(self.TEXT), editor, "13/03/2018")
        assert not ProcrastinateJob.objects.exists()


def test_what_was_entered_by_hand_does_not_wait(build: Builder, progress: Callable[[Document], tuple[Any, ...]]) -> None:
    document = build.document()
    build.draft(document, reported_text="40", quantifier="exact")
    proposals.store(document, proposals.read(document), at=next(build.clock))
    assert progress(document)[2:] == ("Read: 2 figures proposed, 1 to review.", 2, 1)


def test_a_text_without_figures_and_one_read_by_an_older_version(
    build: Builder, progress: Callable[[Document], tuple[Any, ...]]
) -> None:
    document = build.document("It rained.")
    proposals.store(document, [], at=next(build.clock), version="0")
    assert progress(document)[2] == f"Read, by extractor version 0; now it is {VERSION}: no figure found."
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
