"""`ingest`: each report stored once with its proposals, what is known of it and on whose word, and what is refused."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import OperationalError
from django.test import Client

from tests.build import Builder
from tests.ingest.pdfs import pdf
from tests.ingest.server import ARTICLE, Site, page, redirect, serving
from tracker.extraction.version import VERSION
from tracker.ingest import documents, proposals
from tracker.ingest.text import sha256
from tracker.models import Document, Place, Proposal, Source

REPORT = "At least 40 people were killed on Monday, the UN said. Some 1,200 civilians fled Hamouriyeh.\n"
NO_DATE = "it states no day of publication, so days such as “Thursday” stay undated; --published names the day"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "report.txt"
    file.write_text(REPORT, encoding="utf-8")
    return file


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A web server on this machine, to which the names of the internet lead."""
    with serving() as started:
        monkeypatch.setattr("tracker.management.commands.ingest.INTERNET", started.internet())
        yield started


def ingest(*arguments: str | Path, **options: str) -> tuple[list[str], list[str]]:
    """Return the lines that the command prints, and those of its errors."""
    out, err = io.StringIO(), io.StringIO()
    call_command("ingest", *map(str, arguments), stdout=out, stderr=err, **options)
    return out.getvalue().splitlines(), err.getvalue().splitlines()


def refused(*arguments: str | Path, **options: str) -> str:
    with pytest.raises(CommandError) as error:
        ingest(*arguments, **options)
    assert error.value.returncode == 2
    assert "\n" not in str(error.value)
    assert not Document.objects.exists()
    assert not Proposal.objects.exists()
    return str(error.value)


def known(document: Document) -> dict[str, Any]:
    """Return what is known of a document, besides its text."""
    names = ("title", "publisher", "publisher_note", "published_earliest", "published_latest", "published_basis", "url")
    return {name: str(value) if (value := getattr(document, name)) is not None else None for name in names}


UNKNOWN = {
    "title": "",
    "publisher": None,
    "publisher_note": "",
    "published_earliest": None,
    "published_latest": None,
    "published_basis": None,
    "url": "",
}


def test_a_report_with_its_proposals_once(reference: None, report: Path) -> None:
    first = ingest(report, published="2018-03-06")
    document = Document.objects.get()
    assert first == ([f"{report}: stored as document {document.pk}, 2 new proposals"], [])
    assert document.text == REPORT
    found = document.proposals.order_by("start").values_list(
        "extractor_version", "start", "end", "number_start", "number_end", "reported_text", "indicator", "outcome"
    )
    assert list(found) == [
        (VERSION, 0, 54, 0, 11, "At least 40", "killed", "pending"),
        (VERSION, 55, 92, 55, 65, "Some 1,200", "fled", "pending"),
    ]
    rows = list(Proposal.objects.order_by("pk").values())
    assert ingest(report, published="2018-03-07") == (
        [f"{report}: stored already, as document {document.pk}, 0 new proposals"],
        [],
    )
    assert list(Proposal.objects.order_by("pk").values()) == rows
    assert known(Document.objects.get()) == known(document)


def test_what_is_read_is_kept_under_the_contract_s_names(reference: None, report: Path) -> None:
    ingest(report, published="2018-03-06")
    reading = Proposal.objects.get(indicator="killed").reading
    kept = ("unit", "group", "quantifier", "reported", "low", "best", "high", "start_date", "end_date", "attributed_to")
    assert {name: reading[name] for name in kept} == {
        "unit": "person",
        "group": None,
        "quantifier": "at_least",
        "reported": 40,
        "low": 40,
        "best": 40,
        "high": None,
        "start_date": "2018-03-05",
        "end_date": "2018-03-05",
        "attributed_to": "the UN",
    }
    assert not {"sentence", "document", "start", "reported_text", "indicator"} & reading.keys()


def test_a_part_names_its_total(reference: None, report: Path) -> None:
    report.write_text("At least 40 people were killed, including 12 children.", encoding="utf-8")
    ingest(report)
    found = Proposal.objects.order_by("start", "number_start").values_list("reported_text", "reading__subset_of")
    total = {"number_start": 0, "number_end": 11, "indicator": "killed"}
    assert list(found) == [("At least 40", None), ("12", total)]


def test_the_gazetteer_is_that_of_the_database(curator: User, report: Path, build: Builder) -> None:
    report.write_text("Some 1,200 civilians fled Newtown Beta.", encoding="utf-8")
    Place.objects.create(slug="beta", name="Beta Town", kind="town", aliases=["Newtown Beta"], changed_at=next(build.clock))
    ingest(report)
    reading = Proposal.objects.get().reading
    assert (reading["place"], reading["place_slug"]) == ("Newtown Beta", "beta")


def test_without_a_day_of_publication_it_says_so(reference: None, report: Path) -> None:
    assert ingest(report)[1] == [f"{report}: {NO_DATE}"]
    assert known(Document.objects.get()) == UNKNOWN
    assert ingest(report)[1] == []


def test_whose_word_it_is(curator: User, report: Path) -> None:
    other = report.with_name("other.txt")
    other.write_text("12 killed", encoding="utf-8")
    ingest(report)
    ingest(other, entered_by="amal")
    signed = Document.objects.order_by("pk").values_list("changed_by__username", "change_reason")
    assert list(signed) == [(None, "Taken in by a command on the server; nobody was named."), ("amal", "")]


@pytest.mark.parametrize("name", ["al-jazeera", "Al Jazeera", "AL JAZEERA"])
def test_the_publisher_by_name_alias_or_slug(reference: None, report: Path, name: str) -> None:
    Source.objects.get_or_create(
        slug="al-jazeera", defaults={"name": "Al Jazeera", "kind": "media", "changed_at": "2026-01-01T00:00Z"}
    )
    ingest(report, published="2018-03-06", publisher=name)
    assert known(Document.objects.get()) == UNKNOWN | {
        "publisher": "Al Jazeera",
        "published_earliest": "2018-03-06",
        "published_latest": "2018-03-06",
        "published_basis": "stated",
    }


def test_a_page_with_what_it_says_of_itself(reference: None, site: Site) -> None:
    site.answers |= {"/market": redirect("/2018/market"), "/2018/market": page()}
    (line,), errors = ingest("http://news.example/market")
    document = Document.objects.get()
    assert (line, errors) == (f"http://news.example/market: stored as document {document.pk}, 2 new proposals", [])
    said = {
        "title": "Shelling hits market",
        "publisher": None,
        "publisher_note": "The page calls its publisher “The Example”.",
        "published_earliest": "2018-03-06",
        "published_latest": "2018-03-06",
        "published_basis": "stated",
        "url": "http://news.example/2018/market",
    }
    assert known(document) == said
    assert [asked[1]["User-Agent"] for asked in site.asked] == ["figure-tracker (+http://127.0.0.1:8000)"] * 2


def test_a_page_of_a_known_publisher_and_a_day_that_was_given(reference: None, site: Site) -> None:
    Source.objects.create(
        slug="example", name="Example News", aliases=["The Example"], kind="media", changed_at="2026-01-01T00:00Z"
    )
    site.answers["/"] = page()
    ingest("http://news.example/", published="2018-03-05")
    document = Document.objects.get()
    assert (str(document.publisher), str(document.published_earliest)) == ("Example News", "2018-03-05")


def test_files_of_every_kind_at_once(reference: None, tmp_path: Path, report: Path) -> None:
    html, paper = tmp_path / "a.html", tmp_path / "a.pdf"
    html.write_bytes(ARTICLE)
    paper.write_bytes(pdf(["Some 300 people were killed in the", "town in the north of the country."]))
    lines, errors = ingest(html, paper, report, html)
    assert [line.split(": ")[0] for line in lines] == [str(path) for path in (html, paper, report, html)]
    assert ["stored already" in line for line in lines] == [False, False, False, True]
    assert errors == [f"{path}: {NO_DATE}" for path in (paper, report)]
    assert Document.objects.count() == 3
    assert Proposal.objects.filter(document__text__startswith="Some 300").count() == 1


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ({"published": "2018-02-30"}, "--published: “2018-02-30” is no day: write it as 2018-03-15"),
        ({"publisher": "Nobody"}, "there is no source “Nobody”: add it in the admin, or name another"),
        ({"publisher": ""}, "there is no source “”: add it in the admin, or name another"),
        ({"entered_by": "nobody"}, "there is no account “nobody”: make it in the admin, or name another"),
    ],
)
def test_what_is_said_of_the_reports_must_hold(reference: None, report: Path, options: dict[str, str], why: str) -> None:
    assert refused(report, **options) == why


def test_a_name_of_several_sources(reference: None, report: Path) -> None:
    for slug in ("one", "two"):
        Source.objects.create(slug=slug, name=slug, aliases=["The Post"], kind="media", changed_at="2026-01-01T00:00Z")
    assert refused(report, publisher="the post") == "“the post” means several sources: name one of one, two"


def test_one_bad_report_and_nothing_is_stored(reference: None, report: Path, tmp_path: Path, site: Site) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"caf\xe9")
    assert refused(report, bad) == f"{bad}: not UTF-8 (byte 3): save it as UTF-8"
    inside = "http://169.254.169.254/latest/meta-data/"
    why = "is not on the public internet (169.254.169.254): only public pages are fetched"
    assert refused(report, inside) == f"{inside}: “169.254.169.254” {why}"
    assert refused(report, "http://news.example/") == "http://news.example/: the server answers 404 (Not Found)"


def test_a_database_that_does_not_answer(report: Path, monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    def fails(*_: object, **__: object) -> None:
        raise OperationalError("connection refused\nIs the server running?")

    monkeypatch.setattr("tracker.management.commands.ingest.take_in", fails)
    assert refused(report) == "the database does not answer, or has no tables yet: connection refused"


def test_proposals_of_another_version(reference: None, report: Path, curator: User, build: Builder) -> None:
    """A new version's proposals stand beside the old ones, of which those that nobody decided about are obsolete."""
    ingest(report, published="2018-03-06")
    document = Document.objects.get()
    rejected = document.proposals.get(indicator="fled")
    rejected.outcome, rejected.decided_by, rejected.decided_at, rejected.reject_reason = (
        *("rejected", curator, next(build.clock)),
        "an age",
    )
    rejected.rejected_as = "not_a_count"
    rejected.save()
    figures = proposals.read(document)
    assert proposals.store(document, figures, at=next(build.clock), version="next") == 2
    assert proposals.store(document, figures, at=next(build.clock), version="next") == 0
    found = document.proposals.order_by("extractor_version", "start").values_list(
        "extractor_version", "indicator", "outcome"
    )
    assert list(found) == [
        (VERSION, "killed", "obsolete"),
        (VERSION, "fled", "rejected"),
        ("next", "killed", "pending"),
        ("next", "fled", "pending"),
    ]


def test_a_document_of_which_excerpts_are_stored_is_not_stored_again(
    reference: None, curator: User, report: Path, build: Builder
) -> None:
    stored = documents.store(
        by=curator, at=next(build.clock), text="40 people were killed.", values={}, whole_sha256=sha256(REPORT)
    )
    lines, _ = ingest(report)
    assert lines == [f"{report}: stored already, as document {stored.pk}, 1 new proposal"]
    assert Proposal.objects.get().reported_text == "40"


def test_the_history_says_that_nobody_was_named(editor: User, client: Client, report: Path) -> None:
    ingest(report)
    client.force_login(editor)
    history = client.get(f"/admin/tracker/document/{Document.objects.get().pk}/history/").content.decode()
    assert "Taken in by a command on the server; nobody was named." in history
