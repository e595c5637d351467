"""The review desk in a real browser, by the keyboard alone: a report becomes verified figures; nothing typed is lost."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from tests.browser.test_verifying import look, reach
from tests.build import Builder, on
from tests.propose import REPORT, of_report, propose
from tracker import review
from tracker.models import DeskHold, Document, Figure, Place, Proposal
from tracker.review.reference import add_place
from tracker.vocabulary import PlaceKind

LogIn = Callable[..., Page]


def open_desk(page: Page, document: Document) -> None:
    """Open a document's desk, and wait until its form reads."""
    page.goto(f"/admin/review/{document.pk}/")
    ready(page)


def ready(page: Page) -> None:
    """Wait until the scripts listen and the form has asked what its words say."""
    expect(page.locator("#figure_form[data-read]")).to_be_attached()


def press(page: Page, *keys: str) -> None:
    """Press keys; the last one leads to another page."""
    before = page.locator("#current-heading").inner_text()
    for key in keys:
        page.keyboard.press(key)
    expect(page.locator("#current-heading")).not_to_have_text(before)


def outcomes(document: Document) -> dict[str, str]:
    """Return what became of a document's proposals."""
    return dict(document.proposals.order_by("number_start").values_list("reported_text", "outcome"))


def test_a_report_by_the_keyboard_alone(
    site: str, build: Builder, reviewer: User, log_in: LogIn, complaints: list[str]
) -> None:
    head = published_before(build)
    document = build.document(f"{REPORT} Near Arbin, some 30 families returned home.")
    of_report(document)
    amal = log_in("amal")
    open_desk(amal, document)
    press(amal, "a")  # at least 52: right, one key
    ready(amal)
    press(amal, "a")  # 11: right, one key
    ready(amal)
    amal.keyboard.press("c")  # more than 200: right sentence, wrong number
    expect(amal.locator("#id_reported_text")).to_be_focused()
    amal.keyboard.type("200")
    expect(amal.locator("#accept")).to_have_value("Accept as corrected")
    press(amal, "Control+Enter")
    ready(amal)
    press(amal, "r", "4")  # about 16,000: not what this site tracks
    expect(amal.get_by_text("Rejected: About 16,000 fled.")).to_be_visible()
    assert outcomes(document) == {
        "At least 52": "accepted",
        "11": "accepted",
        "More than 200": "corrected",
        "About 16,000": "rejected",
        "five": "pending",
    }
    ready(amal)
    amal.keyboard.press("u")
    expect(amal.get_by_text("Undone: About 16,000 fled waits again.")).to_be_visible()
    ready(amal)
    press(amal, "p")  # about 16,000: another paper's count again
    expect(amal.get_by_text(re.compile("^Accepted: About 16,000 fled, as repeat"))).to_be_visible()
    assert Figure.objects.latest("pk").repeat_of == head
    ready(amal)
    press_reject_rest(amal)
    expect(amal).to_have_url(re.compile(rf"/admin/review/{document.pk}/close/$"))
    amal.wait_for_load_state("networkidle")
    amal.keyboard.press("a")
    expect(amal.get_by_text("4 published as provisional")).to_be_visible()
    assert dict(Figure.objects.exclude(pk=head.pk).values_list("reported_text", "status")) == dict.fromkeys(
        ("At least 52", "11", "200", "About 16,000"), "provisional"
    )

    basel = log_in("basel")
    basel.goto(f"/admin/review/{document.pk}/")
    basel.get_by_role("link", name="Verify 4 of its figures").click()
    for left in (3, 2, 1, 0):
        reach(basel, "Verify: I compared it with its source")
        basel.keyboard.press("Enter")
        if left:
            expect(basel.get_by_text(f"In this document: {left}.")).to_be_visible()
    expect(basel.get_by_text(re.compile("^Verified: About 16,000 fled"))).to_be_visible()
    page = log_in("basel")
    page.goto("/figures/")
    expect(page.get_by_role("link", name="200", exact=False).first).to_be_visible()


def published_before(build: Builder) -> Figure:
    """Publish the same count from another paper."""
    sentence = "About 16,000 people fled Douma on 4 March 2018, the UN said."
    values: dict[str, Any] = {
        "excerpt": sentence,
        "reported_text": "About 16,000",
        "quantifier": "approximately",
        "reported": 16_000,
    }
    where: dict[str, Any] = {"place": Place.objects.get(slug="douma"), "place_role": "origin", "indicator": "fled"}
    return build.provisional(build.document(f"Another paper. {sentence}"), **values, **where, **on(date(2018, 3, 4)))


def press_reject_rest(page: Page) -> None:
    """Reject the last proposal in words of one's own: it opens the list, asks for words, and Enter sends them."""
    page.keyboard.press("r")
    page.keyboard.press("6")
    expect(page.locator("#reject-reason")).to_be_focused()
    page.keyboard.type("a street number")
    page.keyboard.press("Enter")


def test_a_figure_from_words_that_are_marked(site: str, build: Builder, log_in: LogIn) -> None:
    document = build.document("🕊 On Monday the UN spoke of 300 dead in Douma. At least 52 people were killed there.")
    propose(document, "At least 52")
    amal = log_in("amal")
    open_desk(amal, document)
    amal.evaluate(
        """() => {
            const pieces = [...document.querySelectorAll("#desk-text [data-at]")];
            const piece = pieces.find((each) => each.textContent.includes("300")).firstChild;
            const at = piece.data.indexOf("300");
            getSelection().setBaseAndExtent(piece, at, piece, at + 3);
        }"""
    )
    amal.keyboard.press("n")
    expect(amal.locator("#id_reported_text")).to_have_value("300")
    expect(amal.locator("#id_excerpt")).to_have_value("🕊 On Monday the UN spoke of 300 dead in Douma.")
    expect(amal.locator("#id_low")).to_have_value("300")


def test_what_was_typed_survives_a_reload_and_a_lost_session(site: str, build: Builder, log_in: LogIn) -> None:
    document = build.document(REPORT)
    proposal = propose(document, "More than 200", "injured")
    amal = log_in("amal")
    open_desk(amal, document)
    amal.locator("#id_group_text").fill("bystanders")
    amal.reload()
    expect(amal.locator("#id_group_text")).to_have_value("bystanders")
    expect(amal.locator("#desk-kept")).to_contain_text("What you typed before is back.")
    amal.context.clear_cookies(name="sessionid")
    amal.locator("#accept").click()
    amal.get_by_label("Username").fill("amal")
    amal.get_by_label("Password").fill("amal")
    amal.get_by_role("button", name="Log in").click()
    expect(amal).to_have_url(re.compile(rf"/admin/review/{document.pk}/\?at={proposal.pk}$"))
    expect(amal.locator("#id_group_text")).to_have_value("bystanders")
    amal.locator("#accept").click()
    expect(amal.get_by_text("Corrected: More than 200 injured")).to_be_visible()
    amal.wait_for_load_state("networkidle")
    assert amal.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('desk-typed'))") == []
    assert Figure.objects.get().group_text == "bystanders"


def test_two_people_on_one_document(site: str, build: Builder, editor: User, log_in: LogIn, complaints: list[str]) -> None:
    document = build.document(REPORT)
    propose(document, "More than 200", "injured"), propose(document, "At least 52")
    amal, dina = log_in("amal"), log_in("dina")
    open_desk(amal, document)
    dina.goto(f"/admin/review/{document.pk}/")
    expect(dina.get_by_text("Being reviewed by amal")).to_be_visible()
    dina.get_by_role("button", name="Take over").click()
    expect(dina.get_by_text("The document is yours now")).to_be_visible()
    ready(dina)
    press(dina, "a")
    amal.locator("#id_note").evaluate("field => { field.value = 'mine'; }")
    amal.locator("#accept").click()
    expect(amal.get_by_role("alert").first).to_have_text("dina is reviewing this document: take it over first.")
    assert [complaint.split("status of ")[1] for complaint in complaints] == ["409 (Conflict)"]
    complaints.clear()
    assert outcomes(document) == {"At least 52": "accepted", "More than 200": "pending"}
    assert DeskHold.objects.get().holder == editor


def test_single_keys_can_be_turned_off_and_stay_out_of_fields(site: str, build: Builder, log_in: LogIn) -> None:
    document = build.document(REPORT)
    propose(document, "More than 200", "injured")
    amal = log_in("amal")
    open_desk(amal, document)
    amal.locator("#id_group_text").focus()
    amal.keyboard.type("a area")
    expect(amal.locator("#id_group_text")).to_have_value("a area")
    amal.keyboard.press("Escape")
    amal.keyboard.press("?")
    amal.get_by_label("Single keys work while no field has the focus").uncheck()
    amal.locator("h1").click()
    amal.keyboard.press("r")
    expect(amal.locator("#reject")).not_to_have_attribute("open", "")
    assert outcomes(document) == {"More than 200": "pending"}


def test_keys_of_the_publish_page(site: str, build: Builder, log_in: LogIn, complaints: list[str]) -> None:
    document = build.document()
    build.draft(document)
    amal = log_in("amal")
    amal.goto(f"/admin/review/{document.pk}/close/")
    expect(amal.locator("body")).not_to_have_class(re.compile("keys-off"))
    amal.wait_for_load_state("networkidle")
    amal.keyboard.press("?")
    expect(amal.get_by_text("publish those that are ticked", exact=True)).to_be_visible()
    amal.keyboard.press("?")
    expect(amal.get_by_text("publish those that are ticked", exact=True)).to_be_hidden()
    amal.get_by_role("checkbox", name="At least 40 killed").press("Space")
    amal.keyboard.press("b")
    expect(amal).to_have_url(re.compile(rf"/admin/review/{document.pk}/$"))


def test_a_repeat_is_chosen_with_the_mouse(site: str, build: Builder, log_in: LogIn, complaints: list[str]) -> None:
    head = build.provisional()
    document = build.document(REPORT)
    propose(document, "At least 52")
    amal = log_in("amal")
    open_desk(amal, document)
    amal.get_by_role("button", name="Repeat of …").click()
    amal.get_by_role("combobox", name="Repeats").click()
    amal.get_by_role("searchbox").fill("At least 40")
    amal.get_by_role("option", name=f"{head.pk}: At least 40 killed").click()
    expect(amal.locator("#accept")).to_have_value("Accept")
    amal.locator("#accept").click()
    expect(amal.get_by_text(re.compile("^Accepted: At least 52 killed, as repeat"))).to_be_visible()
    assert Figure.objects.latest("pk").repeat_of == head


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_no_barriers_on_any_page(site: str, build: Builder, editor: User, log_in: LogIn, scheme: str, width: int) -> None:
    document = build.document(REPORT)
    proposals = of_report(document)
    review.accept(by=editor, at=next(build.clock), proposal=proposals["At least 52"])
    undated = propose(document, "200", "injured", start_date=None, end_date=None)
    size = {"width": width, "height": 800}
    dina = log_in("dina", color_scheme=scheme, bypass_csp=True, viewport=size)
    here = f"/admin/review/{document.pk}/"
    ways = [f"{here}?at={row.pk}" for row in (undated, proposals["five"], proposals["At least 52"])]
    dooma = add_place(by=editor, at=next(build.clock), name="Dooma", kind=PlaceKind.CITY)
    place = f"/admin/tracker/place/{dooma.pk}"
    pages = ["/admin/review/", *ways, f"{here}together/", f"{here}close/", "/admin/activity/", "/extractor/"]
    pages += [f"{place}/merge/", f"{place}/change/"]
    found = {address: look(dina, address) for address in pages}
    assert {address: barriers for address, barriers in found.items() if barriers} == {}


def test_two_hundred_proposals_open_at_once(site: str, build: Builder, log_in: LogIn) -> None:
    document = build.document(
        " ".join(f"In Douma, {n} people were killed on Monday, the UN said." for n in range(1000, 1200))
    )
    for number in range(1000, 1200):
        propose(document, str(number))
    amal = log_in("amal")
    open_desk(amal, document)
    press(amal, "a")
    assert Proposal.objects.filter(outcome="accepted").count() == 1


def test_everything_without_a_script(site: str, build: Builder, log_in: LogIn) -> None:
    document = build.document(REPORT)
    propose(document, "At least 52"), propose(document, "More than 200", "injured")
    amal = log_in("amal", java_script_enabled=False)
    amal.goto(f"/admin/review/{document.pk}/")
    amal.get_by_role("button", name="Accept").click()
    expect(amal.get_by_text("Accepted: At least 52 killed")).to_be_visible()
    amal.get_by_text("Reject …").click()
    amal.get_by_role("button", name="The text is garbled here").click()
    amal.get_by_role("button", name="Publish those that are ticked").click()
    expect(amal.get_by_text("1 published as provisional")).to_be_visible()
