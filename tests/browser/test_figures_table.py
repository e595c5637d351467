"""What a reader does with the table of figures and the page of a figure: narrow, search, order, page, copy."""

from unittest.mock import patch

import pytest
from playwright.sync_api import Browser, Page, expect

from tracker.models import Figure

pytestmark = pytest.mark.usefixtures("seeded_demo")


def _figure(text: str) -> int:
    return Figure.objects.get(reported_text=text).pk


def test_a_reader_narrows_the_table_and_takes_it_along(page: Page, site: str) -> None:
    page.goto(f"{site}/figures/")
    page.get_by_text("Filters", exact=True).click()
    page.get_by_label("Place, with what lies inside it").select_option("east-aleppo")
    page.get_by_role("checkbox", name="Verified 22", exact=True).check()
    page.get_by_role("button", name="Show these figures").click()
    expect(page).to_have_url(f"{site}/figures/?place=east-aleppo&status=verified")
    expect(page.get_by_role("status")).to_have_text("5 figures")
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV", exact=True).first.click()
    assert len(download.value.path().read_text().splitlines()) == 6
    page.get_by_role("link", name="Status: Verified").click()
    expect(page.get_by_role("status")).to_have_text("14 figures")


def test_filters_stay_open_for_who_opened_them(page: Page, site: str) -> None:
    page.goto(f"{site}/figures/")
    panel = page.locator("details.more")
    expect(panel).not_to_have_attribute("open", "")
    page.get_by_text("Filters", exact=True).click()
    page.get_by_role("checkbox", name="Killed 13", exact=True).check()
    page.get_by_role("button", name="Show these figures").click()
    expect(page.get_by_role("status")).to_have_text("13 figures")
    expect(panel).to_have_attribute("open", "")
    expect(page.get_by_role("checkbox", name="Killed 13", exact=True)).to_be_checked()
    page.get_by_text("Filters", exact=True).click()
    expect(panel).not_to_have_attribute("open", "")
    page.reload()
    expect(panel).not_to_have_attribute("open", "")


def test_a_reader_finds_a_number_by_its_digits(page: Page, site: str) -> None:
    page.goto(f"{site}/figures/")
    page.get_by_role("searchbox").fill("1220")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}/figures/?q=1220")
    expect(page.get_by_role("status")).to_have_text("2 figures")
    row = page.locator(f'[data-figure="{_figure("More than 1,220")}"]')
    expect(row.locator("mark")).to_have_text("More than 1,220")
    expect(row.locator(".found")).to_have_text("1,220")


def test_nothing_found_is_one_click_from_something(page: Page, site: str) -> None:
    page.goto(f"{site}/figures/?q=ghouta&unit=truck&status=retracted&place=afrin")
    expect(page.get_by_role("status")).to_have_text("No figures")
    page.get_by_role("link", name="Place, with what lies inside it: Eastern Ghouta").click()
    expect(page).to_have_url(f"{site}/figures/?place=eastern-ghouta")
    expect(page.get_by_role("status")).to_have_text("13 figures")


def test_order_and_pages_by_keyboard(page: Page, site: str) -> None:
    with patch("tracker.public.figures.PER_PAGE", 10):
        page.goto(f"{site}/figures/")
        page.get_by_role("columnheader", name="Number").get_by_role("link").press("Enter")
        expect(page.get_by_role("columnheader", name="Number")).to_have_attribute("aria-sort", "ascending")
        page.get_by_role("link", name="page 4").press("Enter")
        expect(page.get_by_text("rows 31–31 of 31").first).to_be_visible()
        expect(page.locator("tr[data-figure] .number b")).to_have_text(["Only a handful"])
        expect(page.get_by_role("link", name="page 4")).to_have_attribute("aria-current", "page")


@pytest.mark.parametrize("width", [320, 1280])
def test_open_filters_and_search_results_fit(browser: Browser, site: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    figure = _figure("More than 1,220")
    for address in ("/figures/?q=people", "/figures/?q=ghouta&status=retracted", f"/figures/{figure}/"):
        page.goto(f"{site}{address}")
        page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    context.close()


def test_a_citation_is_copied(browser: Browser, site: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    number = _figure("More than 1,220")
    page.goto(f"{site}/figures/{number}/")
    button = page.locator('[data-copy="citation"]')
    expect(button).to_have_text("Copy")
    button.click()
    expect(button).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("#citation").inner_text()
    assert copied.startswith("“More than 1,220” (more than 1,220 civilians killed), Eastern Ghouta")
    context.close()


def test_without_javascript_nothing_is_offered_that_does_nothing(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/figures/{_figure('More than 1,220')}/")
    expect(page.locator("[data-copy]").first).to_be_hidden()
    expect(page.locator("#citation")).to_contain_text("“More than 1,220”")
    page.goto(f"{site}/figures/")
    page.get_by_text("Filters", exact=True).click()
    page.get_by_role("checkbox", name="Injured 1", exact=True).check()
    page.get_by_role("button", name="Show these figures").click()
    expect(page.get_by_role("status")).to_have_text("1 figure")
    context.close()
