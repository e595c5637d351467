"""What a reader does with a mouse, a keyboard, a finger, a printer, and without JavaScript."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tracker.models import Document, Figure

pytestmark = pytest.mark.usefixtures("seeded_demo")

AXE = Path(__file__).parent / "vendored" / "axe.min.js"
SERIES = "() => [...document.querySelectorAll('.chart canvas')].map((c) => Chart.getChart(c).data.datasets)"
DRAWN = "[data-drawn]"


def _pages() -> list[str]:
    figure, document = Figure.objects.get(reported_text="Seventy-nine"), Document.objects.order_by("pk").first()
    assert document is not None
    return [
        "/",
        "/places/",
        "/places/eastern-ghouta/",
        "/places/east-aleppo/",
        "/figures/",
        "/figures/?indicator=killed&status=verified",
        f"/figures/{figure.pk}/",
        f"/documents/{document.pk}/",
        "/methodology/",
    ]


def _open_place(page: Page, site: str, slug: str = "east-aleppo") -> None:
    page.goto(f"{site}/places/{slug}/")
    expect(page.locator(DRAWN)).to_have_attribute("data-drawn", re.compile(r"[1-9]"))


@pytest.mark.parametrize(("slug", "charts"), [("eastern-ghouta", 7), ("east-aleppo", 4)])
def test_every_count_is_drawn_once_and_leads_somewhere(page: Page, site: str, slug: str, charts: int) -> None:
    _open_place(page, site, slug)
    drawn: list[list[dict[str, Any]]] = page.evaluate(SERIES)
    assert len(drawn) == charts
    marks = [mark for chart in drawn for series in chart for mark in series["marks"]]
    counted = {mark["figure"] for mark in marks} | {repeat for mark in marks for repeat in mark["repeats"]}
    assert len(marks) + sum(len(mark["repeats"]) for mark in marks) == len(counted)
    assert page.locator("tr[data-figure]").count() == len(counted)
    assert page.locator(".marks a").count() == len(marks)
    assert all(mark["stands_on"] is None for mark in marks if mark["undated"])


def test_marks_say_what_they_are_and_open_their_figure(page: Page, site: str) -> None:
    _open_place(page, site)
    figure = Figure.objects.get(reported_text="More than 250")
    mark = page.locator(f'.marks a[data-figure="{figure.pk}"]')
    expect(mark).to_have_accessible_name(
        "more than 250 civilians killed; 15 to about 30 November 2016; claimant not named; "
        "checked against its source by two people"
    )
    mark.hover()
    tip = page.locator(".tip:visible")
    expect(tip).to_contain_text("More than 250 civilians have been killed in the government’s assault on east Aleppo")
    page.keyboard.press("Escape")
    expect(tip).to_have_count(0)
    mark.click()
    expect(page).to_have_url(f"{site}/figures/{figure.pk}/")
    expect(page.locator("mark")).to_have_text("More than 250")


def test_the_keyboard_reaches_every_mark(page: Page, site: str) -> None:
    _open_place(page, site)
    first = page.locator(".marks a").first
    first.focus()
    expect(page.locator(".tip:visible")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/figures/\d+/$"))


def test_a_finger_sees_before_it_opens(browser: Browser, site: str) -> None:
    context = browser.new_context(has_touch=True, viewport={"width": 320, "height": 700})
    page = context.new_page()
    _open_place(page, site)
    figure = Figure.objects.get(reported_text="More than 250")
    mark = page.locator(f'.marks a[data-figure="{figure.pk}"]')
    mark.tap()
    expect(page.locator(".tip:visible")).to_contain_text("More than 250")
    expect(page).to_have_url(f"{site}/places/east-aleppo/")
    mark.tap()
    expect(page).to_have_url(f"{site}/figures/{figure.pk}/")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barriers_on_any_page(browser: Browser, site: str, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)  # type: ignore[arg-type]  # the two schemes
    page = context.new_page()
    found = {}
    for address in [*_pages(), "/nowhere", "/figures/?x=1"]:
        page.goto(f"{site}{address}")
        page.wait_for_load_state("networkidle")
        page.add_script_tag(path=AXE)
        tags = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}"
        result = page.evaluate(f"async () => (await axe.run(document, {tags})).violations")
        if result:
            found[address] = [(v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in result]
    context.close()
    assert found == {}


@pytest.mark.parametrize("width", [320, 375, 768, 1280])
def test_no_page_scrolls_sideways(browser: Browser, site: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    for address in _pages():
        page.goto(f"{site}{address}")
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    context.close()


def test_without_javascript_every_number_is_there(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/places/east-aleppo/")
    assert page.locator("tr[data-figure]").count() == 14
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.locator(".chart").first).to_be_hidden()
    context.close()


def test_nothing_moves_while_charts_are_drawn(page: Page, site: str) -> None:
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver((list) => list.getEntries().forEach((e) => (window.moved += e.value)))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    _open_place(page, site)
    assert page.evaluate("window.moved") < 0.01
