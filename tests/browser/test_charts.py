"""Charts, switches and pictures of a place page, as a reader meets them."""

import re
import struct
import zlib
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.build import UNDATED, Builder, on
from tracker import review
from tracker.models import Figure, Source

WORDS = {"quantifier": "vague", "reported": None}
PAPER = (
    "() => [...document.styleSheets].flatMap((s) => [...s.cssRules])"
    ".find((r) => r.selectorText === ':root').style.getPropertyValue('--paper').trim()"
)


def _open(page: Page, site: str, address: str = "/places/eastern-ghouta/") -> None:
    page.goto(f"{site}{address}")
    expect(page.locator("[data-drawn]")).to_have_attribute("data-drawn", re.compile(r"[1-9]"))


def _mark(page: Page, figure: Figure) -> Locator:
    return page.locator(f'.marks a[data-figure="{figure.pk}"]')


def _at(page: Page, figure: Figure) -> tuple[float, float]:
    """Return the pixels of a mark in its chart."""
    x, y = _mark(page, figure).evaluate("(link) => [parseFloat(link.style.left), parseFloat(link.style.top)]")
    return x, y


def _area(page: Page) -> dict[str, float]:
    area: dict[str, float] = page.evaluate(
        "() => { const { left, right, top, bottom } = Chart.getChart(document.querySelector('.chart canvas')).chartArea;"
        " return { left, right, top, bottom }; }"
    )
    return area


def _report(build: Builder, words: str, **values: Any) -> Figure:
    """Publish a figure of a sentence that begins with these words, whatever looks wrong about it."""
    text = f"{words} people were killed that day, the UN said in report {next(build.numbers)}."
    document = build.document(text=text)
    draft = build.draft(document, excerpt=text, reported_text=words, **values)
    return review.publish(by=build.curator, at=next(build.clock), figure=draft, override_reason="It stands")


def _picture(path: Path) -> tuple[int, int, str, set[bytes]]:
    """Return width, height, the first pixel's colour, and the different rows of a PNG with four bytes a pixel."""
    data = path.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height, depth, kind = struct.unpack(">IIBB", data[16:26])
    assert (depth, kind) == (8, 6)
    pixels, at = b"", 8
    while at < len(data):
        length, name = struct.unpack(">I4s", data[at : at + 8])
        pixels += data[at + 8 : at + 8 + length] if name == b"IDAT" else b""
        at += length + 12
    rows = zlib.decompress(pixels)
    step = width * 4 + 1
    return width, height, f"#{rows[1:4].hex()}", {rows[i : i + step] for i in range(0, len(rows), step)}


def test_a_word_without_a_number_stands_at_no_height(page: Page, site: str, build: Builder) -> None:
    words = _report(build, "Only a handful of", **WORDS, **on(date(2018, 3, 1)))
    nought = _report(build, "0", quantifier="exact", reported=0, **on(date(2018, 3, 3)))
    undated = _report(build, "Just a few", **WORDS, **UNDATED)
    many = _report(build, "90", quantifier="exact", reported=90, **on(date(2018, 3, 5)))
    _open(page, site)
    area = _area(page)
    assert _at(page, nought)[1] == pytest.approx(area["bottom"])
    assert _at(page, words)[1] < area["top"] < _at(page, many)[1]
    assert _at(page, undated)[1] < area["top"]
    assert _at(page, undated)[0] > area["right"]


def test_marks_that_would_cover_each_other_stand_apart(page: Page, site: str, build: Builder) -> None:
    month = on(date(2018, 3, 1)) | {"end_date": date(2018, 3, 20)}
    spans = [_report(build, "60", quantifier="exact", reported=60, **month) for _ in range(2)]
    day = on(date(2018, 3, 4))
    points = [_report(build, "80", quantifier="exact", reported=80, **day, accumulation="unclear") for _ in range(2)]
    columns = [_report(build, "30", quantifier="exact", reported=30, **on(date(2018, 3, 9))) for _ in range(3)]
    undated = [_report(build, "50", quantifier="exact", reported=50, **UNDATED) for _ in range(3)]
    _open(page, site)
    (x1, y1), (x2, y2) = (_at(page, figure) for figure in spans)
    assert x1 == x2
    assert abs(y1 - y2) == pytest.approx(7)
    for same_height in (points, columns, undated):
        places = sorted(_at(page, figure) for figure in same_height)
        assert len({round(y) for _x, y in places}) == 1
        assert all(right[0] - left[0] >= 14 for left, right in pairwise(places))


def test_a_chart_has_a_name_and_its_marks_say_everything(page: Page, site: str, build: Builder) -> None:
    party = Source.objects.get(slug="syrian-government")
    by_party = {"attributed_to": party, "attribution_text": "the army", "quantifier": "exact", "reported": 90}
    figure = _report(build, "90", **by_party, **on(date(2018, 3, 5)))
    other = _report(build, "45", quantifier="exact", reported=45, **on(date(2018, 3, 1)))
    review.dispute(by=build.reviewer, at=next(build.clock), figure=figure, reason="The UN counted fewer")
    _open(page, site)
    expect(page.locator(".chart canvas")).to_have_accessible_name(
        "Chart “Killed”: 2 counts in 2 series, from 1 March 2018 to 5 March 2018; 0 of them without a date. "
        "The table below has the numbers."
    )
    expect(_mark(page, other)).to_have_accessible_name(
        "45 people killed; 1 March 2018; United Nations; "
        "entered by one person, not yet checked against its source by a second"
    )
    _mark(page, figure).focus()
    expect(page.locator(".tip:visible p")).to_have_text(
        [
            "90",
            "90 people killed",
            "5 March 2018",
            "Syrian government party to the conflict",
            "entered by one person, not yet checked against its source by a second disputed",
            re.compile("^[AB] no group named · Syrian government"),
            re.compile("^90 people were killed that day, the UN said in report"),
        ]
    )
    expect(page.locator(f"#row-{figure.pk}")).to_have_class("pointed-at")
    page.keyboard.press("Escape")
    expect(page.locator(".tip:visible")).to_have_count(0)


def test_the_pointer_can_go_from_a_mark_onto_its_note(page: Page, site: str, build: Builder) -> None:
    figure = _report(build, "45", quantifier="exact", reported=45, **on(date(2018, 3, 1)))
    _open(page, site)
    _mark(page, figure).hover()
    tip = page.locator(".tip:visible")
    expect(tip).to_have_count(1)
    mark, note = _mark(page, figure).bounding_box(), tip.bounding_box()
    assert mark
    assert note
    start, end = (box["x"] + box["width"] / 2 for box in (mark, note))
    page.mouse.move(end, mark["y"] + mark["height"] / 2, steps=round(abs(end - start)))
    page.mouse.move(end, note["y"] + note["height"] / 2, steps=5)
    assert tip.count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_chart_leaves_as_a_picture_on_light_paper(browser: Browser, site: str, seeded_demo: None, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": 800, "height": 700})  # type: ignore[arg-type]
    page = context.new_page()
    _open(page, site, "/places/eastern-ghouta/?status=verified")
    with page.expect_download() as download:
        page.get_by_role("button", name="PNG Killed").click()
    assert download.value.suggested_filename == "eastern-ghouta-killed.png"
    width, height, corner, rows = _picture(download.value.path())
    assert width == 2400
    assert height > 1000
    assert corner == page.evaluate(PAPER)
    assert len(rows) > 400
    assert page.evaluate("() => Object.keys(Chart.instances).length") == page.locator(".chart canvas").count()
    context.close()


def test_a_switch_is_applied_at_once_and_focus_stays(page: Page, site: str, seeded_demo: None) -> None:
    _open(page, site, "/places/east-aleppo/")
    shown, status = page.locator("[data-shown]"), page.locator("p.unseen[role='status']")
    expect(shown).to_have_text("14 figures")
    page.get_by_role("checkbox", name="Verified 5", exact=True).check()
    expect(page).to_have_url(f"{site}/places/east-aleppo/?status=verified")
    expect(shown).to_have_text("5 figures")
    expect(status).to_have_text("5 figures")
    expect(page.get_by_role("checkbox", name="Verified 5", exact=True)).to_be_focused()
    expect(page.locator("[data-drawn]")).to_have_attribute("data-drawn", re.compile(r"[1-9]"))
    expect(page.locator(".marks a")).to_have_count(4)
    page.get_by_label("Claimant", exact=True).select_option("icrc")
    expect(page).to_have_url(f"{site}/places/east-aleppo/?status=verified&attributed_to=icrc")
    expect(shown).to_have_text("1 figure")
    page.locator(".chips a", has_text="Status").click()
    expect(page).to_have_url(f"{site}/places/east-aleppo/?attributed_to=icrc")
    expect(page.locator(".chips li")).to_have_count(2)
    page.go_back()
    page.go_back()
    expect(page).to_have_url(f"{site}/places/east-aleppo/?status=verified")
    expect(shown).to_have_text("5 figures")
    expect(page.get_by_role("checkbox", name="Verified 5", exact=True)).to_be_checked()


def test_what_was_unfolded_stays_so_when_a_switch_is_applied(page: Page, site: str, seeded_demo: None) -> None:
    _open(page, site, "/places/east-aleppo/")
    reading = page.locator("details.reading")
    evidence = page.locator(".periods li", has_text="Under evacuation").locator("details")
    unnamed = page.locator(".minimum", has_text="at least 250").locator("details")
    reading.locator("summary").click()
    evidence.locator("summary").click()
    unnamed.locator("summary").click()
    page.get_by_role("checkbox", name="Verified 5", exact=True).check()
    expect(page.locator("[data-shown]")).to_have_text("5 figures")
    expect(reading).to_have_attribute("open", "")
    expect(evidence).to_have_attribute("open", "")
    expect(unnamed).not_to_have_attribute("open", "")
    expect(page.locator(".periods details[open]")).to_have_count(1)


def test_a_legend_entry_sets_its_series_apart(page: Page, site: str, seeded_demo: None) -> None:
    _open(page, site, "/places/eastern-ghouta/")
    entries = page.locator(".chart-section").first.locator(".legend button")
    apart = "() => Chart.getChart(document.querySelector('.chart canvas')).apart ?? null"
    drawn = "() => document.querySelector('.chart canvas').toDataURL()"
    assert page.evaluate(apart) is None
    whole = page.evaluate(drawn)
    entries.nth(1).focus()
    page.keyboard.press("Enter")
    expect(entries.nth(1)).to_have_attribute("aria-pressed", "true")
    assert page.evaluate(apart) == 1
    assert page.evaluate(drawn) != whole
    entries.nth(2).hover()
    assert page.evaluate(apart) == 2
    page.mouse.move(0, 0)
    assert page.evaluate(apart) == 1
    page.keyboard.press("Enter")
    expect(entries.nth(1)).to_have_attribute("aria-pressed", "false")
    assert page.evaluate(drawn) == whole
    expect(page.locator(".chart-section").first.locator(".marks a")).to_have_count(4)


@pytest.mark.parametrize("width", [320, 360, 800])
def test_a_time_axis_names_two_days_at_least(page: Page, site: str, seeded_demo: None, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    _open(page, site, "/places/eastern-ghouta/")
    ticks = (
        "() => Object.values(Chart.instances).map((chart) => chart.scales.x).filter((x) => x.options.display)"
        ".map((x) => x.ticks.length)"
    )
    assert min(page.evaluate(ticks)) >= 2


def test_a_date_known_to_the_month_is_drawn_over_the_month(page: Page, site: str, build: Builder) -> None:
    month = dict.fromkeys(("start_accuracy", "end_accuracy"), "month")
    figure = build.verified(**on(date(2018, 1, 31)) | month)
    build.verified(**on(date(2018, 3, 1)))
    _open(page, site)
    x, _y = _at(page, figure)
    pixel = (
        "(day) => Chart.getChart(document.querySelector('.chart canvas'))"
        ".scales.x.getPixelForValue(new Date(`${day}T00:00`).getTime())"
    )
    first, last = (page.evaluate(pixel, day) for day in ("2018-01-01", "2018-01-31"))
    assert abs(x - (first + last) / 2) < 1
    assert first > _area(page)["left"]


def test_an_answer_that_a_later_switch_overtook_draws_nothing(page: Page, site: str, seeded_demo: None) -> None:
    held: list[Route] = []
    page.route("**/places/east-aleppo/series.json", lambda route: held.append(route))  # noqa: PLW0108 - Playwright refuses a built-in
    page.goto(f"{site}/places/east-aleppo/")
    page.get_by_role("checkbox", name="Verified 5", exact=True).check()
    expect(page.locator("[data-drawn]")).to_have_attribute("data-drawn", re.compile(r"[1-9]"))
    drawn = page.evaluate("() => Object.keys(Chart.instances).length")
    with page.expect_event("requestfinished", lambda request: request.url.endswith("/series.json")):
        held[0].continue_()
    page.evaluate("() => new Promise((done) => setTimeout(done, 200))")
    assert page.evaluate("() => Object.keys(Chart.instances).length") == drawn


def test_switches_work_without_javascript(browser: Browser, site: str, seeded_demo: None) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/places/east-aleppo/?indicator=killed")
    page.get_by_role("checkbox", name=re.compile("^Provisional")).check()
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page).to_have_url(f"{site}/places/east-aleppo/?indicator=killed&status=provisional")
    expect(page.locator(".picture").first).to_be_hidden()
    context.close()


def test_a_course_on_the_first_page_leads_to_its_chart(page: Page, site: str, seeded_demo: None) -> None:
    page.goto(site)
    page.get_by_role("article", name="Eastern Ghouta").locator(".course-box a").first.click()
    expect(page).to_have_url(f"{site}/places/eastern-ghouta/#killed-person")
    expect(page.get_by_role("heading", name="Killed", exact=True)).to_be_in_viewport()


def test_on_paper_are_charts_and_tables_without_their_controls(page: Page, site: str, seeded_demo: None) -> None:
    _open(page, site, "/places/east-aleppo/")
    page.emulate_media(media="print")
    for hidden in (".switches", ".on-this-page", ".marks", ".picture"):
        expect(page.locator(hidden).first).to_be_hidden()
    for printed in (".chart canvas", "table.figures tbody tr", ".legend", ".rival-claims", ".minimum"):
        expect(page.locator(printed).first).to_be_visible()
    cut = "(box) => box.scrollHeight > box.clientHeight + 1"
    assert not any(box.evaluate(cut) for box in page.locator(".scroll").all())


def test_on_paper_a_chart_shrinks_to_its_box_and_covers_no_row(page: Page, site: str, seeded_demo: None) -> None:
    _open(page, site, "/places/eastern-ghouta/")
    page.emulate_media(media="print")
    # Printing lays the page out anew without asking any script: the canvas keeps the size that it had on the screen.
    fits = page.locator(".chart").evaluate_all(
        """(boxes) => boxes.map((box) => {
            const canvas = box.querySelector("canvas");
            canvas.style.width = "1400px";
            canvas.style.height = "900px";
            const [outer, inner] = [box, canvas].map((element) => element.getBoundingClientRect());
            const below = box.closest(".chart-section").querySelector("table").getBoundingClientRect();
            return inner.right <= outer.right + 1 && inner.bottom <= below.top;
        })"""
    )
    assert fits == [True] * 7


def test_a_crowded_chart_is_drawn_whole(page: Page, site: str, build: Builder) -> None:
    for number in range(40):
        when = UNDATED if number % 5 == 0 else on(date(2018, 3, 1 + number % 7))
        _report(build, str(number + 100), quantifier="exact", reported=number + 100, **when)
    _open(page, site)
    expect(page.locator(".marks a")).to_have_count(40)
    right = page.evaluate("() => document.querySelector('.chart').clientWidth")
    places = [_at(page, figure) for figure in Figure.objects.all()]
    assert all(0 < x < right for x, _y in places)
    assert len(set(places)) == 40
