"""Reports from files and pages: what text comes out of them, what they say of themselves, and which are refused."""

import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.ingest.pdfs import locked, pdf
from tests.ingest.server import ARTICLE, Site, page, serving
from tracker.ingest import converting
from tracker.ingest.errors import Unusable
from tracker.ingest.pdf import _sound
from tracker.ingest.readings import Reading
from tracker.ingest.reports import read_file, read_report

TEXT = (
    "Shelling hits market\n\n"
    "At least 40 people were killed on Monday when shells hit the market, the monitoring group said, as the siege entered "
    "a new week.\n\n"
    "Some 4,000 people fled the town the day after, according to the mayor."
)
READING = Reading(TEXT, title="Shelling hits market", publisher="The Example", published=date(2018, 3, 6))
LINES = ["At least 40 people were killed on", "Monday when shells hit the market."]


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as started:
        yield started


def refused(content: bytes, name: str) -> str:
    with pytest.raises(Unusable) as error:
        read_file(content, name)
    assert "\n" not in str(error.value)
    return str(error.value)


def test_a_text_file_is_made_uniform_and_nothing_else() -> None:
    assert read_file(b"\xef\xbb\xbf  12 killed\r\n\rin caf\xc3\xa9 \n", "a.txt") == Reading("  12 killed\n\nin café \n")


@pytest.mark.parametrize("name", ["page.html", "page.htm", "page.txt", "page"])
def test_an_article_without_menus_and_with_what_it_states(name: str) -> None:
    assert read_file(ARTICLE, name) == READING


DAY = b'<meta property="article:published_time" content="2018-03-06T10:00:00Z">'


@pytest.mark.parametrize(
    ("instead", "published"),
    [
        ((DAY, b""), None),
        ((DAY, b'<link rel="canonical" href="https://news.example/2018/03/07/market">'), date(2018, 3, 7)),
        (
            (b"<footer>", b'<script type="application/ld+json">{"datePublished": "2018-03-08"}</script><footer>'),
            date(2018, 3, 8),
        ),
    ],
)
def test_the_day_that_a_page_states(instead: tuple[bytes, bytes], published: date | None) -> None:
    content = ARTICLE.replace(DAY, b"") if instead[0] != DAY else ARTICLE
    assert read_file(content.replace(*instead), "a.html").published == published


def test_a_day_in_the_article_or_the_footer_is_not_taken_for_the_day_of_publication() -> None:
    without = ARTICLE.replace(DAY, b"").replace(b"the day after", b"on 6 March 2018")
    dated = without.replace(b"All rights reserved", b"Copyright 2019. Printed 4 May 2019.")
    assert read_file(dated, "a.html").published is None


def test_the_day_in_the_address(site: Site) -> None:
    site.answers["/world/2018/03/07/market"] = page(ARTICLE.replace(DAY, b""))
    reading = read_report("http://news.example/world/2018/03/07/market", agent="x", internet=site.internet())
    assert reading.published == date(2018, 3, 7)


@pytest.mark.parametrize(
    ("said", "encoded"),
    [("text/html; charset=windows-1252", "cp1252"), ("text/html; charset=no-such-thing", "utf-8"), ("text/html", "utf-8")],
)
def test_the_character_set_that_the_server_says(site: Site, said: str, encoded: str) -> None:
    site.answers["/"] = page(ARTICLE.decode().replace("the mayor", "the mayor’s café").encode(encoded), Content_Type=said)
    reading = read_report("http://news.example/", agent="x", internet=site.internet())
    assert reading.text == TEXT.replace("the mayor", "the mayor’s café")


def test_pages_of_every_kind_keep_their_address(site: Site) -> None:
    site.answers |= {
        "/article": page(),
        "/report.pdf": page(pdf(LINES), Content_Type="application/pdf"),
        "/download": page(pdf(LINES), Content_Type="application/octet-stream"),
        "/plain": page(b"12 killed", Content_Type="text/plain; charset=us-ascii"),
    }
    found = [read_report(f"http://news.example{path}", agent="x", internet=site.internet()) for path in site.answers]
    assert found == [
        Reading(READING.text, READING.title, READING.publisher, READING.published, "http://news.example/article"),
        Reading("\n".join(LINES), address="http://news.example/report.pdf"),
        Reading("\n".join(LINES), address="http://news.example/download"),
        Reading("12 killed", address="http://news.example/plain"),
    ]


@pytest.mark.parametrize(
    ("headers", "body", "why"),
    [
        ({"Content_Type": "image/png"}, b"x", "the page is image/png: only web pages, plain text and PDF are read"),
        (
            {"Content_Type": "application/json"},
            b"{}",
            "the page is application/json: only web pages, plain text and PDF are read",
        ),
        (
            {"Content_Type": "application/octet-stream"},
            b"x",
            "the page is application/octet-stream: only web pages, plain text and PDF are read",
        ),
        ({"Content_Type": "text/plain"}, b"caf\xe9", "not UTF-8, as the server says it is: save it as UTF-8"),
        ({"Content_Type": "text/plain"}, b"a\0b", "the text has a NUL character: it is not plain text"),
        ({"Content_Type": "text/plain"}, b" \n", "there is no text in it"),
        ({"Content_Type": "application/pdf"}, b"x", "damaged, or no PDF that can be read: give its text in a text file"),
    ],
)
def test_pages_that_are_no_report(site: Site, headers: dict[str, str], body: bytes, why: str) -> None:
    site.answers["/"] = page(body, **headers)
    with pytest.raises(Unusable) as error:
        read_report("http://news.example/", agent="x", internet=site.internet())
    assert str(error.value) == why


@pytest.mark.parametrize(
    "content",
    [
        b"<html><body></body></html>",
        b"<html><body><div id='root'></div><noscript>You need to enable JavaScript.</noscript></body></html>",
        b"<!doctype html>",
        b"<html>" + b"<div>" * 100_000,
    ],
)
def test_a_web_page_without_an_article(content: bytes) -> None:
    assert refused(content, "a.html") == "no article was found in the page: copy its text into a text file, and give that"


def test_a_pdf_s_lines_bullets_and_pages() -> None:
    content = pdf([*LINES, "• 12 were children", "• 30 were injured, among them two"], ["nurses.", "Page 2"], ["Shelter"])
    assert read_file(content, "report.pdf") == Reading(
        "At least 40 people were killed on\nMonday when shells hit the market.\n\n• 12 were children\n\n"
        "• 30 were injured, among them two\nnurses.\nPage 2\n\nShelter"
    )


def test_what_broken_fonts_give_can_be_stored() -> None:
    assert _sound("a\ud83d\ude00\ud800b\0") == "a😀\ufffdb"


def test_a_pdf_that_forbids_printing_only_is_read() -> None:
    assert read_file(locked(pdf(LINES), ""), "report.pdf") == Reading("\n".join(LINES))


LOCKED = "the PDF is locked: save an unlocked copy (print it to a file), and give that"
PICTURES = "the PDF holds pictures of text: run text recognition on it (ocrmypdf), or type out what counts"
DAMAGED = "damaged, or no PDF that can be read: give its text in a text file"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (locked(pdf(LINES), "secret"), LOCKED),
        (pdf([]), PICTURES),
        (pdf(["Page 1"], ["Page 2"]), PICTURES),
        (pdf(*[LINES] * 301), "the PDF has 301 pages, and at most 300 are read: give the part that counts"),
        (b"%PDF-1.4 and nothing", DAMAGED),
        (pdf(LINES)[:300], DAMAGED),
        (pdf(raw=zlib.compress(bytes(300_000_000), 9), packing="/Filter /FlateDecode"), DAMAGED),
    ],
)
def test_pdfs_that_cannot_be_read(content: bytes, why: str) -> None:
    assert refused(content, "report.pdf") == why


def test_converting_ends_whatever_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(converting, "CONVERTING_SECONDS", 0.01)
    assert refused(ARTICLE, "a.html").startswith("its text could not be read in 0.01 seconds")


def test_the_process_that_reads_strangers_files_knows_no_secrets(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    seen = tmp_path / "environment"
    program = tmp_path / "python"
    program.write_text(f"#!/bin/sh\nenv > '{seen}'\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    for name in ("SECRET_KEY", "DATABASE_URL", "DATABASE_OWNER_URL"):
        monkeypatch.setenv(name, "treasure")
    monkeypatch.setattr("sys.executable", str(program))
    refused(ARTICLE, "a.html")
    assert "treasure" not in seen.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("nowhere.txt", "there is no such file"),
        (".", "a folder: name the files in it"),
        ("large.txt", "larger than 10 MB: give the report alone, or its text"),
        ("latin.txt", "not UTF-8 (byte 3): save it as UTF-8"),
        ("empty.txt", "there is no text in it"),
        ("a\0b", "cannot be read (embedded null byte)"),
        ("javascript://alert(1)", "“javascript” is not fetched: only http and https are"),
        ("FILE:///etc/passwd", "“file” is not fetched: only http and https are"),
    ],
)
def test_files_that_are_no_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, why: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("large.txt").write_bytes(b"x" * 10_000_001)
    Path("latin.txt").write_bytes(b"caf\xe9")
    Path("empty.txt").write_bytes(b"\n \n")
    with pytest.raises(Unusable) as error:
        read_report(name, agent="x")
    assert str(error.value) == why
