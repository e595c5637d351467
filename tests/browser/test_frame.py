"""What all pages have in common: printed, mirrored, with few colours, with wider text, and what a first visit weighs."""

import io
import os
import re
import signal
import socket
import urllib.error
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.commands.test_demo import fetch, manage
from tracker.models import Document, Figure

PLACE = "/places/east-aleppo/"
DRAWN = "[data-drawn]"
SHIFT = """
    window.moved = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.moved += entry.value)))
        .observe({type: "layout-shift", buffered: true});
"""
WIDE_TEXT = """
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }
"""
CLIPPED = """() => [...document.querySelectorAll("main *, header *, footer *")]
    .filter((e) => !e.closest(".tip"))
    .map((e) => [e, getComputedStyle(e)])
    .filter(([, style]) => style.overflow === "hidden" && style.clipPath === "none").map(([e]) => e)
    .filter((e) => e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1)
    .map((e) => e.outerHTML.slice(0, 120))"""
STUCK = """() => [...document.querySelectorAll("body *")]
    .filter((e) => ["fixed", "sticky"].includes(getComputedStyle(e).position)).map((e) => e.outerHTML.slice(0, 120))"""


def addresses() -> list[str]:
    """Return one of each of the readers' pages."""
    figure, document = Figure.objects.get(reported_text="Seventy-nine"), Document.objects.order_by("pk").first()
    assert document is not None
    pages = ["/", "/places/", PLACE, "/figures/?indicator=killed", f"/figures/{figure.pk}/", f"/documents/{document.pk}/"]
    return [*pages, "/methodology/", "/nowhere", "/figures/?x=1"]


def open_page(page: Page, address: str) -> None:
    """Open a page and wait until its charts stand."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
    if page.locator("[data-series]").count():
        expect(page.locator(DRAWN)).to_have_attribute("data-drawn", re.compile(r"[1-9]"))


def context(browser: Browser, site: str, **options: Any) -> Page:
    """Return a page of a reader with other settings."""
    return browser.new_context(base_url=site, **options).new_page()


@pytest.mark.usefixtures("seeded_demo")
def test_printed_in_ink_on_paper_also_from_a_dark_screen(browser: Browser, site: str) -> None:
    page = context(browser, site, color_scheme="dark", viewport={"width": 673, "height": 952})
    for address in addresses():
        page.emulate_media(media="screen")
        open_page(page, address)
        page.emulate_media(media="print", color_scheme="dark")
        ink, paper = page.evaluate(
            "['--ink', '--paper'].map((name) => getComputedStyle(document.documentElement).getPropertyValue(name))"
        )
        assert (ink.strip(), paper.strip()) == ("#000", "#fff"), address
        for hidden in ("header.site nav", ".skip", "form", ".downloads", ".contents"):
            assert page.locator(hidden).locator("visible=true").count() == 0, (address, hidden)
        assert page.locator(".printed").inner_text().endswith(address.partition("?")[0]), address
        assert page.evaluate("document.documentElement.scrollWidth") <= 673, address
    page.context.close()


@pytest.mark.usefixtures("seeded_demo")
def test_a_printed_place_has_every_number_and_its_address(page: Page, site: str) -> None:
    open_page(page, f"{site}{PLACE}")
    numbers = page.locator("tr[data-figure] b").all_inner_texts()
    printed = PdfReader(io.BytesIO(page.pdf(format="A4")))
    text = re.sub(r"\s+", " ", " ".join(sheet.extract_text() for sheet in printed.pages))
    assert len(numbers) == 14
    assert [number for number in numbers if number not in text] == []
    assert PLACE in text


@pytest.mark.usefixtures("seeded_demo")
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_moves_while_a_page_comes(browser: Browser, site: str, width: int) -> None:
    page = context(browser, site, viewport={"width": width, "height": 800})
    page.add_init_script(SHIFT)
    moved = {}
    for address in addresses():
        open_page(page, address)
        moved[address] = page.evaluate("window.moved")
    page.context.close()
    assert {address: far for address, far in moved.items() if far >= 0.01} == {}


@pytest.mark.usefixtures("seeded_demo")
@pytest.mark.parametrize("width", [320, 1280])
def test_mirrored_for_languages_from_right_to_left(browser: Browser, site: str, width: int) -> None:
    page = context(browser, site, viewport={"width": width, "height": 800})
    page.add_init_script(
        "new MutationObserver(() => (document.documentElement.dir = 'rtl')).observe(document, {childList: true})"
    )
    wide = {}
    for address in addresses():
        open_page(page, address)
        assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
        wide[address] = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    page.context.close()
    assert {address: by for address, by in wide.items() if by > 0} == {}


@pytest.mark.usefixtures("seeded_demo")
@pytest.mark.parametrize("width", [320, 1280])
def test_wider_text_spacing_cuts_nothing_off(browser: Browser, site: str, width: int) -> None:
    page = context(browser, site, viewport={"width": width, "height": 800}, bypass_csp=True)
    found = {}
    for address in addresses():
        open_page(page, address)
        page.add_style_tag(content=WIDE_TEXT)
        wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
        if cut := [*page.evaluate(CLIPPED), *page.evaluate(STUCK), *(["scrolls sideways"] if wide else [])]:
            found[address] = cut
    page.context.close()
    assert found == {}


@pytest.mark.usefixtures("seeded_demo")
def test_the_system_s_own_colours_keep_what_is_marked(browser: Browser, site: str) -> None:
    page = context(browser, site, forced_colors="active")
    figure = Figure.objects.get(reported_text="Seventy-nine")
    open_page(page, f"/figures/{figure.pk}/")
    shades = page.evaluate("['mark', 'body'].map((n) => getComputedStyle(document.querySelector(n)).backgroundColor)")
    assert shades[0] != shades[1]
    page.context.close()


@pytest.mark.usefixtures("seeded_demo")
def test_the_keyboard_finds_the_content_and_sees_where_it_is(page: Page, site: str) -> None:
    open_page(page, f"{site}/methodology/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    assert skip.evaluate("(e) => getComputedStyle(e).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.goto(f"{site}/methodology/#at_least")
    expect(page.locator("#at_least")).to_be_in_viewport()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demonstration as it is really served: hashed names, compressed, by gunicorn."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = manage(tmp_path_factory.mktemp("weight") / "data", "demo", "--no-browser", "--port", str(port))
    try:
        fetch(port, "/healthz", seconds=180)
    except OSError:
        os.killpg(process.pid, signal.SIGTERM)
        pytest.fail(f"the demonstration did not start: {process.communicate(timeout=30)}")
    yield f"http://127.0.0.1:{port}"
    os.killpg(process.pid, signal.SIGTERM)
    process.communicate(timeout=30)


def loaded(page: Page, address: str) -> tuple[dict[str, int], dict[str, dict[str, str]]]:
    """Open a page; return what was transferred for each address, in bytes on the wire, and the headers of each answer."""
    session = page.context.new_cdp_session(page)
    names, sizes, headers = {}, {}, {}

    def answered(event: dict[str, Any]) -> None:
        names[event["requestId"]] = event["response"]["url"]
        headers[event["response"]["url"]] = {name.lower(): value for name, value in event["response"]["headers"].items()}

    def finished(event: dict[str, Any]) -> None:
        if event["requestId"] in names:
            sizes[names[event["requestId"]]] = int(event["encodedDataLength"])

    session.on("Network.responseReceived", answered)
    session.on("Network.loadingFinished", finished)
    session.send("Network.enable")
    open_page(page, address)
    session.detach()
    return sizes, headers


def test_a_first_visit_is_light_and_a_second_one_is_nearly_nothing(browser: Browser, served: str) -> None:
    for path in (PLACE, "/places/eastern-ghouta/"):
        first = context(browser, served)
        sizes, headers = loaded(first, f"{served}{path}")
        assert sum(sizes.values()) < 250_000, sizes
        assert len(sizes) > 10
        assert all(url.startswith(served) for url in sizes)
        static = {url: found for url, found in headers.items() if "/static/" in url}
        assert {found["cache-control"] for found in static.values()} == {"max-age=315360000, public, immutable"}
        text = {url: found for url, found in headers.items() if sizes.get(url, 0) > 1000}
        assert {found.get("content-encoding") for found in text.values()} == {"gzip"}
        again, _ = loaded(first, f"{served}{path}")
        assert sum(again.values()) < 5_000, again
        first.context.close()


def test_a_page_that_nobody_changed_is_answered_304(served: str) -> None:
    with urllib.request.urlopen(f"{served}{PLACE}", timeout=30) as page:
        tag = page.headers["ETag"]
    request = urllib.request.Request(f"{served}{PLACE}", headers={"If-None-Match": tag, "Accept-Encoding": "gzip"})
    with pytest.raises(urllib.error.HTTPError) as answer:
        urllib.request.urlopen(request, timeout=30)
    assert (answer.value.code, answer.value.headers["ETag"], answer.value.read()) == (304, tag, b"")


def test_the_curators_pages_are_not_compressed(served: str) -> None:
    request = urllib.request.Request(f"{served}/admin/login/", headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request, timeout=30) as page:
        assert page.headers["Content-Encoding"] is None
