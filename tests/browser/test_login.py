"""Getting in with a keyboard: password, second factor set up once, a code after each later password; wide, narrow, dark."""

import time
from base64 import b32decode
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django_otp.oath import TOTP
from playwright.sync_api import Browser, Page, expect
from pytest_django import Settings

AXE = Path(__file__).parent / "vendored" / "axe.min.js"
TAGS = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}"


@pytest.fixture(autouse=True)
def public(settings: Settings) -> None:
    """A public server, where the second factor is asked for."""
    settings.DEMO, settings.SECOND_FACTOR_REQUIRED = False, True


def code(key: bytes, steps_ahead: int = 0) -> str:
    """Return what a phone shows, or will show: a code that was used is not taken again."""
    totp = TOTP(key)
    totp.time = time.time() + 30 * steps_ahead
    return f"{totp.token():06}"


def key_shown(page: Page) -> bytes:
    """Return the key that the page shows for those who cannot scan its picture."""
    return b32decode(page.locator(".secret").inner_text().replace(" ", ""))


def type_code(page: Page, typed: str) -> None:
    """Type a code where the cursor stands already, and press Enter."""
    expect(page.get_by_label("Code")).to_be_focused()
    page.keyboard.type(typed)
    with page.expect_event("load"):
        page.keyboard.press("Enter")


def go_on(page: Page) -> None:
    """Leave the page of backup codes."""
    with page.expect_event("load"):
        page.get_by_role("link", name="I have kept them: go on").click()


def log_out(page: Page) -> None:
    """Leave."""
    with page.expect_event("load"):
        page.get_by_role("button", name="Log out").click()


def test_the_whole_way_in(log_in: Callable[..., Page], curator: User) -> None:
    page = log_in("amal")
    expect(page.get_by_role("heading", level=1)).to_have_text("Set up your second factor")
    picture = page.get_by_role("img", name="QR code")
    page.wait_for_load_state("load")
    assert picture.evaluate("image => image.complete && image.naturalWidth > 0")
    key = key_shown(page)
    type_code(page, "12345")
    expect(page.get_by_text("This code does not fit.")).to_be_visible()
    assert key_shown(page) == key  # the phone has it already: a slip of the finger does not make it scan again
    type_code(page, code(key))
    expect(page.get_by_role("heading", level=1)).to_have_text("Keep these backup codes")
    backup = page.locator(".codes code").all_inner_texts()
    assert len(backup) == 10
    go_on(page)
    expect(page.get_by_role("heading", name="What would you like to do?")).to_be_visible()

    log_out(page)
    page = log_in("amal")
    page.goto("/admin/tracker/figure/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your second factor")
    type_code(page, code(key, steps_ahead=1))
    expect(page).to_have_url("/admin/tracker/figure/")

    log_out(page)
    page = log_in("amal")
    type_code(page, backup[3])
    expect(page.get_by_text("You used a backup code; 9 are left.")).to_be_visible()


def test_an_administrator_helps_whoever_lost_the_phone(
    log_in: Callable[..., Page], curator: User, administrator: User
) -> None:
    amal, farah = log_in("amal"), log_in("farah")
    for page in (amal, farah):
        type_code(page, code(key_shown(page)))
        go_on(page)
    farah.goto("/admin/auth/user/")
    farah.get_by_role("link", name="amal").click()
    farah.get_by_role("link", name="Remove the second factor").click()
    farah.get_by_role("button", name="Remove the second factor").click()
    expect(farah.get_by_text("Removed. amal is now asked to set up another, before anything else.")).to_be_visible()
    farah.get_by_role("link", name="History").click()
    expect(farah.get_by_text("Removed the second factor.")).to_be_visible()
    amal.goto("/admin/")
    expect(amal.get_by_role("heading", level=1)).to_have_text("Set up your second factor")


def faces(page: Page, site: str) -> Iterator[str]:
    """Go through every page before one is let in, as two people, and yield its name while it stands there."""

    def give(name: str, password: str) -> None:
        page.goto(f"{site}/admin/login/")
        page.get_by_label("Username").fill(name)
        page.get_by_label("Password").fill(password)
        with page.expect_event("load"):
            page.get_by_role("button", name="Log in").click()

    page.goto(f"{site}/admin/login/")
    yield "login"
    give("amal", "wrong")
    yield "login, refused"
    give("amal", "amal")
    yield "setting up"
    type_code(page, "12345")
    yield "setting up, refused"
    type_code(page, code(key_shown(page)))
    yield "backup codes"
    go_on(page)
    log_out(page)
    give("amal", "amal")
    yield "code"
    type_code(page, "12345")
    yield "code, refused"
    log_out(page)
    for _ in range(5):
        give("basel", "wrong")
    yield "locked"


FACES = [
    *("login", "login, refused", "setting up", "setting up, refused", "backup codes"),
    *("code", "code, refused", "locked"),
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barriers(browser: Browser, site: str, curator: User, reviewer: User, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)  # type: ignore[arg-type]  # the two schemes
    page = context.new_page()
    found = {}
    for face in faces(page, site):
        page.add_script_tag(path=AXE)
        result = page.evaluate(f"async () => (await axe.run(document, {TAGS})).violations")
        found[face] = [(v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in result]
    context.close()
    assert found == {face: [] for face in FACES}


@pytest.mark.parametrize("width", [320, 768])
def test_nothing_scrolls_sideways(browser: Browser, site: str, curator: User, reviewer: User, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 700})
    page = context.new_page()
    wide = {face: page.evaluate("document.documentElement.scrollWidth") for face in faces(page, site)}
    context.close()
    assert wide == dict.fromkeys(FACES, width)
