"""Documents in, in a real browser: by keyboard, with progress that shows by itself, without JavaScript, without barriers."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import Popen

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from tests.build import TEXT, Builder
from tests.jobs.processes import start
from tracker.ingest import proposals
from tracker.jobs.queue import enqueue
from tracker.models import Document

AXE = Path(__file__).parent / "vendored" / "axe.min.js"
ADD = "/admin/tracker/document/add/"
LogIn = Callable[..., Page]


@pytest.fixture
def worker(site: str) -> Iterator[Popen[str]]:
    """A worker on the site's database."""
    process = start("manage.py", "worker")
    yield process
    process.terminate()
    process.wait(20)


def state(page: Page) -> str:
    """Return what the document's page says of its reading."""
    return page.locator(".extraction .state").inner_text()


def test_a_report_is_given_confirmed_and_read_by_keyboard(log_in: LogIn, curator: User, worker: Popen[str]) -> None:
    amal = log_in("amal")
    amal.goto(ADD)
    press_until(amal, "id_text")
    amal.keyboard.insert_text(TEXT)
    press_until(amal, "id_address")
    amal.keyboard.press("Enter")
    expect(amal.get_by_role("heading", name="Confirm what is known of it")).to_be_visible()
    press_until(amal, "id_title")
    amal.keyboard.type("Shelling in Douma")
    press_until(amal, "id_published_earliest")
    amal.keyboard.type("06/03/2018")
    amal.keyboard.press("Enter")
    expect(amal.get_by_text("Stored as document")).to_be_visible()
    expect(amal.locator(".extraction .state")).to_have_text(re.compile(r"^Read: \d+ figures? proposed, \d+ to review\.$"))
    expect(amal.get_by_role("button", name="Read it again")).to_be_visible()
    document = Document.objects.get()
    assert (document.title, str(document.published_earliest), document.published_basis) == (
        "Shelling in Douma",
        "2018-03-06",
        "stated",
    )
    assert document.proposals.count() == len(proposals.read(document)) > 0


def press_until(page: Page, field: str) -> None:
    """Press the tabulator key until the cursor stands in a field."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == field:
            return
    pytest.fail(f"no way to {field} by keyboard")


def test_without_javascript(build: Builder, log_in: LogIn, curator: User) -> None:
    amal = log_in("amal", java_script_enabled=False)
    amal.goto(ADD)
    amal.get_by_label("Text of the report").fill("At least 40 people were killed on Monday, the UN said.")
    amal.get_by_role("button", name="Go on").click()
    amal.get_by_role("button", name="Store it, and read its figures").click()
    document = Document.objects.latest("pk")
    assert state(amal).startswith("Waits to be read")
    assert amal.get_by_role("button", name="Read it again").count() == 0
    assert start("manage.py", "worker", "--once").wait(30) == 0
    amal.get_by_role("link", name="Look again").click()
    assert document.proposals.count() == 1
    assert state(amal) == "Read: 1 figure proposed, 1 to review."


STORY = f"{TEXT} Rescuers dug through the rubble until nightfall, and hospitals in the town ran out of blood."


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_no_barriers_on_any_page(build: Builder, log_in: LogIn, curator: User, scheme: str, width: int) -> None:
    alike = build.document(STORY, title="Shelling")
    proposals.failed(alike, "RuntimeError: no rule for this", at=next(build.clock))
    enqueue(build.document(f"{STORY} More."))
    amal = log_in("amal", color_scheme=scheme, bypass_csp=True, viewport={"width": width, "height": 800})
    amal.goto(ADD)
    amal.get_by_label("Address").fill("file:///etc/passwd")
    amal.get_by_role("button", name="Go on").click()
    expect(amal.get_by_text("only http and https are")).to_be_visible()
    found = {"error": look(amal)}
    amal.goto(ADD)
    amal.get_by_label("Text of the report").fill(f"By our staff. {STORY}")
    amal.get_by_role("button", name="Go on").click()
    found["confirming"] = look(amal)
    for path in ("add/", f"{alike.pk}/change/", f"{alike.pk}/copies/"):
        amal.goto(f"/admin/tracker/document/{path}")
        found[path] = look(amal)
    assert found == {path: [] for path in found}


def look(page: Page) -> list[object]:
    """Return what axe finds on a page, and that it scrolls sideways if it does."""
    page.wait_for_load_state("networkidle")
    page.add_script_tag(path=AXE)
    tags = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}"
    found = page.evaluate(f"async () => (await axe.run(document, {tags})).violations")
    width = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    wide = [f"{width[0]} wide"] if width[0] > width[1] else []
    return [*wide, *((v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in found)]
