"""Documents in: given in three ways, confirmed, stored once, compared with what is alike; and nothing typed is lost."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.admin.incoming import ADD, give, store, typed
from tests.admin.test_figures import as_, errors
from tests.build import TEXT, Builder
from tests.ingest.pdfs import pdf
from tests.ingest.server import ARTICLE, Site, page, redirect, serving
from tracker.ingest.limits import MAX_BYTES
from tracker.models import Document, IncomingReport, Source


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A web server on this machine, to which the names of the internet lead."""
    with serving() as started:
        monkeypatch.setattr("tracker.admin.incoming.form.INTERNET", started.internet())
        yield started


@pytest.fixture
def amal(curator: User) -> Client:
    """The curator's browser."""
    return as_(curator)


def refused(client: Client, **given: Any) -> dict[str, list[str]]:
    """Give what cannot be taken; return the errors, having seen that nothing was kept and nothing typed is lost."""
    response = client.post(ADD, given)
    assert response.status_code == 200
    assert not IncomingReport.objects.exists()
    shown = response.context["form"]
    assert {name: shown[name].value() for name in given if name != "file"} == {
        name: value for name, value in given.items() if name != "file"
    }
    return dict(shown.errors)


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


KNOWN = (
    "title",
    "publisher_note",
    "published_earliest",
    "published_latest",
    "published_basis",
    "published_reasoning",
    "url",
)
NOTHING_KNOWN = dict.fromkeys(("title", "publisher_note", "published_reasoning", "url"), "") | dict.fromkeys(
    ("published_earliest", "published_latest", "published_basis")
)


def known(document: Document) -> dict[str, Any]:
    return {name: getattr(document, name) for name in KNOWN}


class TestThreeWays:
    """Each way leads to the same page, which proposes what the report says of itself."""

    def test_pasted_text_is_made_uniform_and_nothing_is_stripped(self, amal: Client, curator: User) -> None:
        document = store(amal, text="  One.\r\nTwo.\r\n")
        assert (document.text, document.text_scope, document.changed_by) == ("  One.\nTwo.\n", "full", curator)
        assert known(document) == NOTHING_KNOWN
        assert not IncomingReport.objects.exists()
        assert [job.args for job in ProcrastinateJob.objects.all()] == [{"document_id": document.pk}]

    @pytest.mark.parametrize(
        ("top", "title"),
        [
            ("  Shelling kills dozens \n\n", "Shelling kills dozens"),
            ("Shelling on Monday killed\n", ""),  # goes on in the next line
            ("Shelling went on.\n\n", ""),  # a sentence
            ("DAMASCUS, 6 March:\n\n", ""),  # what follows belongs to it
            (f"{'Shelling ' * 14}\n\n", ""),  # too long for a heading
        ],
    )
    def test_a_heading_is_proposed_as_the_title(self, top: str, title: str, amal: Client) -> None:
        page = amal.get(give(amal, text=f"{top}At least 40 people were killed."))
        assert page.context["adminform"].form["title"].value() == title

    def test_a_text_file(self, amal: Client) -> None:
        assert store(amal, file=upload("a.txt", b"\xef\xbb\xbf12 killed\r\n")).text == "12 killed\n"

    def test_a_web_page_that_was_saved(self, amal: Client) -> None:
        document = store(amal, file=upload("a.html", ARTICLE))
        assert document.text.startswith("Shelling hits market\n\nAt least 40 people were killed on Monday")
        assert known(document) == NOTHING_KNOWN | {
            "title": "Shelling hits market",
            "publisher_note": "The page calls its publisher “The Example”.",
            "published_earliest": date(2018, 3, 6),
            "published_latest": date(2018, 3, 6),
            "published_basis": "stated",
        }

    def test_a_pdf_whose_head_has_its_day(self, amal: Client) -> None:
        head = ["Syria: Flash Update No. 3, 6 March 2018", "At least 40 people were killed between", "1 and 5 March."]
        assert known(store(amal, file=upload("update.pdf", pdf(head)))) == NOTHING_KNOWN | {
            "published_earliest": date(2018, 3, 6),
            "published_latest": date(2018, 3, 6),
            "published_basis": "inferred",
            "published_reasoning": "Its first lines say “6 March 2018”.",
        }

    def test_several_days_in_the_head_are_not_chosen_among(self, amal: Client) -> None:
        document = store(amal, text="1 March 2018 to 6 March 2018. At least 40 people were killed.")
        assert known(document) == NOTHING_KNOWN

    def test_the_day_in_the_heading_counts_more_than_days_of_events(self, amal: Client) -> None:
        found = known(store(amal, text="Flash Update, 6 March 2018\n\nOn 4 March 2018, at least 40 people were killed.\n"))
        day = dict.fromkeys(("published_earliest", "published_latest"), date(2018, 3, 6))
        how = {"published_basis": "inferred", "published_reasoning": "Its heading says “6 March 2018”."}
        assert found == NOTHING_KNOWN | day | how | {"title": "Flash Update, 6 March 2018"}

    @pytest.mark.parametrize("scheme", ["http://", ""])
    def test_a_page_of_the_web(self, amal: Client, site: Site, scheme: str) -> None:
        Source.objects.create(
            slug="example", name="Example News", aliases=["The Example"], kind="media", changed_at="2026-01-01T00:00Z"
        )
        site.answers |= {"/market": redirect("/2018/market"), "/2018/market": page()}
        if not scheme:  # https is tried, at which this server cannot answer
            why = refused(amal, address="news.example/market")["address"]
            assert why[0].startswith("The server cannot be reached")
            return
        document = store(amal, address=f"{scheme}news.example/market")
        assert (str(document.publisher), document.url) == ("Example News", "http://news.example/2018/market")
        assert site.asked[0][1]["User-Agent"] == "figure-tracker (+http://127.0.0.1:8000)"


class TestWhatIsRefused:
    """One clear line, and what was typed stays."""

    def test_none_or_two(self, amal: Client) -> None:
        nothing = "Give a report: paste its text, choose a file, or type its address."
        assert refused(amal) == {"__all__": [nothing]}
        assert refused(amal, text=" \n") == {"__all__": [nothing]}
        assert refused(amal, text="12 killed", address="https://news.example/") == {
            "__all__": ["Give the report in one way: two were filled in."]
        }

    def test_a_file_that_cannot_be_read(self, amal: Client) -> None:
        assert refused(amal, file=upload("a.txt", b"caf\xe9")) == {
            "file": ["Not UTF-8 (byte 3): save it as UTF-8. Choose the file again."]
        }
        assert refused(amal, file=upload("a.txt", b"x" * (MAX_BYTES + 1))) == {
            "file": ["Larger than 10 MB: give the report alone, or the part that counts. Choose the file again."]
        }

    @pytest.mark.parametrize(
        ("address", "why"),
        [
            (
                "http://169.254.169.254/latest/meta-data/",
                "“169.254.169.254” is not on the public internet (169.254.169.254): only public pages are fetched.",
            ),
            ("file:///etc/passwd", "“file” is not fetched: only http and https are."),
            ("http://news.example/", "The server answers 404 (Not Found)."),
        ],
    )
    def test_an_address_that_is_not_fetched(self, amal: Client, site: Site, address: str, why: str) -> None:
        assert refused(amal, address=address) == {"address": [why]}

    def test_a_path_of_the_server_is_an_address_like_any_other(self, amal: Client, site: Site) -> None:
        assert list(refused(amal, address="/etc/passwd")) == ["address"]

    def test_a_long_text_is_taken(self, amal: Client) -> None:
        assert len(store(amal, text="At least 40 people were killed. " * 100_000).text) == 3_200_000

    def test_what_is_stored_already_is_named_and_linked(self, amal: Client, build: Builder) -> None:
        document = build.document()
        address = f"/admin/tracker/document/{document.pk}/change/"
        words = "This report is stored already, word for word, so nothing was added: "
        link = f'<a href="{address}">document {document.pk}, {document}</a>.'
        assert refused(amal, text=TEXT) == {"__all__": [words + link]}

    def test_stored_by_somebody_else_meanwhile(self, amal: Client, build: Builder) -> None:
        address = give(amal, text=TEXT)
        document = build.document()
        response = amal.post(address, {"title": "Mine"})
        assert errors(response) == {"__all__": [f"This report is stored already, as document {document.pk}: {document}"]}
        assert response.context["adminform"].form["title"].value() == "Mine"
        assert (Document.objects.count(), IncomingReport.objects.count()) == (1, 1)


class TestConfirming:
    """What was given waits, for the one who gave it, until it is confirmed or discarded."""

    def test_it_waits_and_is_one_however_often_it_is_given(self, amal: Client) -> None:
        address = give(amal, text=TEXT)
        assert give(amal, text=TEXT) == address
        assert f'<a href="{address}">“On Monday, shelling hit the town.' in amal.get(ADD).text
        assert (Document.objects.count(), ProcrastinateJob.objects.count()) == (0, 0)
        assert "At least 40 people were killed, including 12 children" in amal.get(address).text

    def test_it_can_be_discarded(self, amal: Client) -> None:
        address = give(amal, text=TEXT)
        assert amal.post(f"{address}discard/")["Location"] == ADD
        assert (amal.get(address).status_code, IncomingReport.objects.count()) == (404, 0)

    def test_it_is_nobody_else_s(self, amal: Client, editor: User, reviewer: User) -> None:
        address = give(amal, text=TEXT)
        assert [
            as_(user).post(f"{address}{path}").status_code for user in (editor, reviewer) for path in ("", "discard/")
        ] == [
            *(404, 404),
            *(403, 403),
        ]
        assert IncomingReport.objects.count() == 1

    @pytest.mark.parametrize(
        ("values", "stored"),
        [
            ({"published_earliest": "06/03/2018"}, (6, 6, "stated", "")),
            ({"published_latest": "06/03/2018"}, (6, 6, "stated", "")),
            (
                {"published_earliest": "05/03/2018", "published_latest": "06/03/2018", "published_reasoning": "the vote"},
                (5, 6, "inferred", "the vote"),
            ),
            ({"published_earliest": "06/03/2018", "published_reasoning": "the vote"}, (6, 6, "inferred", "the vote")),
        ],
    )
    def test_the_basis_of_a_day_follows_from_what_was_typed(
        self, amal: Client, values: dict[str, str], stored: tuple[Any, ...]
    ) -> None:
        address = give(amal, text=TEXT)
        assert amal.post(address, typed(amal, address, **values)).status_code == 302
        document = Document.objects.get()
        days = (document.published_earliest, document.published_latest)
        assert (*(day.day for day in days if day), document.published_basis, document.published_reasoning) == stored

    def test_an_inferred_day_needs_its_reasoning(self, amal: Client) -> None:
        address = give(amal, text=TEXT)
        values = {"published_earliest": "05/03/2018", "published_latest": "06/03/2018", "title": "Shelling"}
        response = amal.post(address, typed(amal, address, **values))
        assert list(errors(response)) == ["__all__"]
        assert response.context["adminform"].form["title"].value() == "Shelling"
        assert IncomingReport.objects.count() == 1
