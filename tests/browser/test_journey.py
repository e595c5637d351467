"""The whole journey of one figure: entered by hand, published, verified by somebody else, read, downloaded."""

import csv
import io
import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from tests.build import TEXT


def choose(page: Page, field: str, words: str) -> None:
    """Choose in an autocomplete field, by typing.

    Until the answer is there, the list still shows what stood in it before the words were typed, so the name is compared
    from its first letter: "United Nations" alone is also in the kind that stands after other names.
    """
    page.locator(f"#id_{field} + .select2").click()
    page.locator(".select2-search__field").last.fill(words)
    page.locator(".select2-results__option", has_text=re.compile(rf"^{re.escape(words)}")).first.click()


@pytest.mark.usefixtures("reference")
def test_from_the_sentence_to_the_csv(
    site: str, page: Page, log_in: Callable[..., Page], curator: User, reviewer: User
) -> None:
    amal = log_in("amal")
    amal.goto("/admin/tracker/document/add/")
    amal.get_by_label("Text of the report").fill(TEXT)
    amal.get_by_role("button", name="Go on").click()
    amal.get_by_label("Title").fill("Shelling in Douma")
    amal.get_by_role("button", name="Store it, and read its figures").click()
    expect(amal.get_by_text("Stored as document")).to_be_visible()

    amal.goto("/admin/tracker/figure/add/")
    choose(amal, "document", "Shelling in Douma")
    amal.get_by_label("Sentence:").fill("At least 40 people were killed, including 12 children, the UN said.")
    amal.get_by_label("Number as printed:").fill("At least 40")
    amal.get_by_label("Context:").fill("On Monday, shelling hit the town.")
    amal.get_by_label("What it counts:").select_option("killed")
    amal.get_by_label("How it adds up:").select_option("increment")
    amal.get_by_label("Start:", exact=True).fill("5 March 2018")
    choose(amal, "place", "Douma")
    choose(amal, "attributed_to", "United Nations")
    amal.get_by_label("Claimant as printed:").fill("the UN")
    amal.get_by_role("button", name="Save and continue editing").click()
    expect(amal.get_by_text("was added successfully")).to_be_visible()

    page.goto(f"{site}/figures/")
    expect(page.get_by_text("At least 40")).to_have_count(0)  # a draft is nobody's business

    amal.get_by_role("link", name="Publish as provisional").click()
    amal.get_by_role("button", name="Publish as provisional").click()
    expect(amal.get_by_text("Published as provisional: At least 40 killed")).to_be_visible()

    basel = log_in("basel")
    basel.goto("/admin/tracker/figure/")
    basel.get_by_role("link", name="At least 40 killed").click()
    basel.get_by_role("link", name="Verify: I compared it with its source").click()
    expect(basel.locator(".evidence mark")).to_have_text("At least 40")
    basel.get_by_role("button", name="Verify: I compared it with its source").click()
    expect(basel.get_by_text("Verified: At least 40 killed")).to_be_visible()

    page.goto(f"{site}/places/eastern-ghouta/")
    page.get_by_role("link", name="At least 40").first.click()
    expect(page.locator("mark").first).to_have_text("At least 40")
    expect(page.get_by_text("checked against its source by two people").first).to_be_visible()

    response = page.request.get(f"{site}/figures.csv?place=eastern-ghouta")
    (row,) = csv.DictReader(io.StringIO(response.text()))
    assert {key: row[key] for key in ("reported_text", "low", "best", "high", "status", "place", "attributed_to")} == {
        "reported_text": "At least 40",
        "low": "40",
        "best": "40",
        "high": "",
        "status": "verified",
        "place": "Douma",
        "attributed_to": "United Nations",
    }
