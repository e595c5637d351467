"""The second person's work in a real browser: one by one, in bulk, corrections, retractions, histories, the dashboard."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_reader import AXE
from tests.build import UNDATED, Builder
from tracker import review
from tracker.models import Document, Figure, FigureRevision, Place, Source

FIGURES = "/admin/tracker/figure"
REVISIONS = "/admin/tracker/figurerevision"
LogIn = Callable[..., Page]


def test_verified_one_by_one_with_the_keyboard(site: str, build: Builder, log_in: LogIn) -> None:
    first, second = build.provisional(context="On Monday, shelling hit the town."), build.provisional()
    basel = log_in("basel")
    basel.goto("/admin/")
    queue = basel.get_by_role("region", name="To verify")
    expect(queue.locator(".count")).to_have_text("2")
    queue.get_by_role("link", name="At least 40 killed").first.click()
    expect(basel.locator(".evidence mark")).to_have_text("At least 40")
    expect(basel.locator(".evidence .context")).to_have_text("On Monday, shelling hit the town.")
    expect(basel.get_by_text("2 wait in your queue.")).to_be_visible()
    reach(basel, "Verify: I compared it with its source")
    expect(basel.locator("[accesskey]")).to_have_count(3)  # v, b and n: Playwright cannot press them
    basel.keyboard.press("Enter")
    expect(basel.get_by_text(f"Verified: At least 40 killed (figure {first.pk}).")).to_be_visible()
    expect(basel).to_have_url(re.compile(rf"{FIGURES}/{second.pk}/verify/\?queue=to-verify$"))
    expect(basel.get_by_text("1 waits in your queue.")).to_be_visible()
    button = basel.get_by_role("button", name="Verify: I compared it with its source")
    reach(basel, "Verify: I compared it with its source")
    expect(button).to_be_focused()
    basel.keyboard.press("Enter")
    expect(basel.get_by_text("Nothing more waits for you in this queue.")).to_be_visible()
    assert set(Figure.objects.values_list("status", flat=True)) == {"verified"}


def reach(page: Page, value: str) -> None:
    """Press Tab until the button with this text has the focus, and not for ever."""
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.value") == value:
            return


def test_skipped_and_come_round(site: str, build: Builder, log_in: LogIn) -> None:
    first, second = build.provisional(), build.provisional()
    basel = log_in("basel")
    basel.goto(f"{FIGURES}/?queue=to-verify")
    basel.get_by_role("link", name="At least 40 killed").first.click()
    for figure in (second, first):
        basel.get_by_role("link", name="Skip to the next").click()
        expect(basel).to_have_url(re.compile(rf"{FIGURES}/{figure.pk}/verify/"))


def test_sent_back_and_read_by_its_author(site: str, build: Builder, log_in: LogIn, complaints: list[str]) -> None:
    figure = build.provisional()
    basel = log_in("basel")
    basel.goto(f"{FIGURES}/{figure.pk}/verify/?queue=to-verify")
    basel.get_by_text("Send back …").click()
    basel.get_by_label("What should be looked at again").fill(" ")
    basel.get_by_role("button", name="Send back").click()
    words = "Say what should be looked at again: whoever entered the figure reads it."
    expect(basel.get_by_role("alert")).to_have_text(words)
    assert [complaint.split("status of ")[1] for complaint in complaints] == ["409 (Conflict)"]
    complaints.clear()
    basel.get_by_label("What should be looked at again").fill("Is high really open?")
    basel.get_by_role("button", name="Send back").click()
    expect(basel.get_by_text(f"Sent back: At least 40 killed (figure {figure.pk}).")).to_be_visible()

    amal = log_in("amal")
    amal.goto("/admin/")
    section = amal.get_by_role("region", name="Sent back to me")
    expect(section.locator(".remark")).to_have_text("basel: “Is high really open?”")
    section.get_by_role("link", name="At least 40 killed").click()
    expect(amal).to_have_url(re.compile(rf"{FIGURES}/{figure.pk}/change/$"))


def test_several_at_once_with_one_skipped_by_four_eyes(site: str, build: Builder, editor: User, log_in: LogIn) -> None:
    theirs, own, left = build.provisional(), build.provisional(by=editor), build.provisional()
    dina = log_in("dina")
    dina.goto(f"{FIGURES}/?status=provisional")
    dina.locator("#action-toggle").check()
    dina.get_by_label("Action:").select_option("verify")
    dina.get_by_role("button", name="Go").click()
    expect(dina.locator(".bulk mark")).to_have_text(["At least 40", "At least 40"])
    expect(dina.locator(".skipped li")).to_have_text(
        f"At least 40 killed (figure {own.pk}): Somebody else must verify this figure: "
        "nobody verifies what they entered, or changed since it was last verified."
    )
    everything = dina.get_by_label("Tick all 2")
    everything.check()
    dina.get_by_label(f"At least 40 killed (figure {left.pk})").uncheck()
    expect(everything).not_to_be_checked()
    dina.get_by_role("button", name="Verify those that are ticked").click()
    expect(dina.get_by_text(f"1 verified: At least 40 killed (figure {theirs.pk}).")).to_be_visible()
    assert dict(Figure.objects.values_list("pk", "status")) == {
        theirs.pk: "verified",
        own.pk: "provisional",
        left.pk: "provisional",
    }


def test_a_correction_is_read_as_a_difference_and_confirmed(
    site: str, build: Builder, curator: User, clock: Iterator[datetime], log_in: LogIn
) -> None:
    figure = build.verified()
    review.revise(by=curator, at=next(clock), figure=figure, values={"low": 30}, reason="second page of the report")
    basel = log_in("basel")
    basel.goto("/admin/")
    basel.get_by_role("region", name="Corrections to check").get_by_role("link", name="At least 40 killed").click()
    expect(basel.locator(".differences del")).to_have_text("taken out: 40")
    expect(basel.locator(".differences ins")).to_have_text("put in: 30")
    expect(basel.get_by_text("amal’s reason: “second page of the report”")).to_be_visible()
    basel.get_by_role("button", name="Confirm: I checked it").click()
    expect(basel.get_by_text(f"Confirmed: At least 40 killed (figure {figure.pk}).")).to_be_visible()
    figure.refresh_from_db()
    assert figure.low == 30


def test_retracted_by_two_people_and_told_in_sentences(site: str, build: Builder, editor: User, log_in: LogIn) -> None:
    figure = build.verified()
    basel = log_in("basel")
    basel.goto(f"{FIGURES}/{figure.pk}/verify/")
    expect(basel.locator(".against")).to_have_text(
        "Verifying is not open to you. A verified figure cannot be verified: only one that is provisional can."
    )
    basel.get_by_text("Propose to retract …").click()
    basel.get_by_label("Why it should be withdrawn").fill("The paper withdrew it.")
    basel.get_by_role("button", name="Propose to retract").click()
    revision = FigureRevision.objects.get()
    basel.goto(f"{REVISIONS}/{revision.pk}/apply/")
    expect(basel.locator(".against")).to_have_text(
        "Confirming is not open to you. Somebody else must confirm this: nobody confirms their own proposal."
    )
    expect(basel.get_by_role("button", name="Confirm: I checked it")).to_have_count(0)

    dina = log_in("dina")
    dina.goto(f"{REVISIONS}/?queue=to-check")
    dina.get_by_role("link", name=f"Retraction of figure {figure.pk}").click()
    dina.get_by_role("button", name="Confirm: I checked it").click()
    expect(dina.get_by_text(f"Confirmed: At least 40 killed (figure {figure.pk}).")).to_be_visible()
    dina.goto(f"{FIGURES}/{figure.pk}/history/")
    told = [
        re.sub(r"^On \d+ \w+ \d{4}, |\s*\d\d:\d\d UTC$", "", line) for line in dina.locator(".history li").all_inner_texts()
    ]
    assert told == [
        "dina retracted it, as basel had proposed: “The paper withdrew it.”",
        "basel proposed to retract it: “The paper withdrew it.”",
        "basel verified it",
        "amal published it as provisional",
        "amal entered it as a draft",
    ]
    dina.goto("/admin/")
    news = dina.get_by_role("region", name="Latest activity")
    expect(news.get_by_text("dina retracted it, as basel had proposed: “The paper withdrew it.”")).to_be_visible()


def addresses(build: Builder, editor: User, clock: Iterator[datetime]) -> list[str]:
    """Return every page that a reviewer meets, with something of everything on it."""
    figure, corrected, own = build.provisional(), build.verified(note="printed on page one"), build.provisional(by=editor)
    doubted = build.draft(indicator="injured", **UNDATED)
    review.publish(by=build.curator, at=next(clock), figure=doubted, override_reason="the paper gives no day")
    review.send_back(by=build.reviewer, at=next(clock), figure=own, reason="look again")
    review.dispute(by=build.reviewer, at=next(clock), figure=corrected, reason="denied")
    corrected.refresh_from_db()
    review.revise(by=build.curator, at=next(clock), figure=corrected, values={"note": "printed on page two"}, reason="read")
    corrected.refresh_from_db()
    revision = review.revise(by=build.curator, at=next(clock), figure=corrected, values={"low": 30}, reason="page two")
    assert isinstance(revision, FigureRevision)
    build.draft(by=editor)
    document, place, source = Document.objects.latest("pk"), Place.objects.get(slug="douma"), Source.objects.get(slug="sohr")
    lists = [
        f"/admin/tracker/{name}/" for name in ("figure", "figurerevision", "document", "place", "placeperiod", "source")
    ]
    histories = [
        f"/admin/tracker/{path}/history/" for path in (f"document/{document.pk}", f"place/{place.pk}", f"source/{source.pk}")
    ]
    return [
        *("/admin/", *lists, *histories, f"{FIGURES}/?queue=to-verify", f"{REVISIONS}/?queue=to-check"),
        *(f"{FIGURES}/{row.pk}/verify/?queue=to-verify" for row in (figure, doubted, own)),
        *(f"{FIGURES}/{corrected.pk}/{act}/" for act in ("settle", "retract", "history")),
        f"{REVISIONS}/{revision.pk}/apply/?queue=to-check",
        f"{REVISIONS}/{revision.pk}/change/",
        *(f"{FIGURES}/?q=nowhere", "/admin/password_change/"),
    ]


def look(page: Page, address: str) -> list[object]:
    """Return what axe finds on a page, and that it scrolls sideways if it does."""
    if address:
        page.goto(address)
    page.wait_for_load_state("networkidle")
    page.add_script_tag(path=AXE)
    tags = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}"
    found = page.evaluate(f"async () => (await axe.run(document, {tags})).violations")
    width = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    wide = [f"{width[0]} wide"] if width[0] > width[1] else []
    return [*wide, *((v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in found)]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_no_barriers_on_any_page(
    site: str,
    build: Builder,
    editor: User,
    clock: Iterator[datetime],
    log_in: LogIn,
    complaints: list[str],
    scheme: str,
    width: int,
) -> None:
    pages = addresses(build, editor, clock)
    size = {"width": width, "height": 800}
    dina = log_in("dina", color_scheme=scheme, bypass_csp=True, viewport=size)
    found = {address: look(dina, address) for address in pages}
    dina.goto(f"{FIGURES}/")
    for box in dina.locator(".action-select").all():
        box.check()
    dina.locator("select[name=action]").select_option("verify")
    dina.get_by_role("button", name="Go").click()
    expect(dina.get_by_role("heading", name="Verify several figures")).to_be_visible()
    found["in bulk"] = look(dina, "")
    basel = log_in("basel", color_scheme=scheme, bypass_csp=True, viewport=size)
    sent_back = Figure.objects.get(sent_back_at__isnull=False)
    found["only to look at"] = look(basel, f"{FIGURES}/{sent_back.pk}/change/")
    assert complaints == []
    found |= {address: look(basel, address) for address in ("/admin/auth/user/", "/admin/nonsense/")}
    assert [complaint.split("status of ")[1] for complaint in complaints] == ["403 (Forbidden)", "404 (Not Found)"]
    complaints.clear()
    assert {address: barriers for address, barriers in found.items() if barriers} == {}


def test_without_javascript_all_acts_are_open(browser: Browser, site: str, build: Builder, log_in: LogIn) -> None:
    figure = build.provisional()
    basel = log_in("basel", java_script_enabled=False)
    basel.goto(f"{FIGURES}/{figure.pk}/verify/?queue=to-verify")
    basel.get_by_role("button", name="Verify: I compared it with its source").click()
    expect(basel.get_by_text(f"Verified: At least 40 killed (figure {figure.pk}).")).to_be_visible()
