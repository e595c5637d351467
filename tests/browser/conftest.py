"""A real Chromium on a live server, whose console must stay silent."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, expect
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

# Playwright's event loop runs in the thread of the tests, where Django would refuse to touch the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

expect.set_options(timeout=20_000)  # of milliseconds: what comes late on a loaded machine comes all the same

DEBIAN = Path("/usr/bin/chromium")
QUIET = [
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"),
    *("--disable-quic", "--disable-gpu"),
]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Use Debian's Chromium where it is installed, Playwright's own elsewhere; root has no sandbox."""
    args = [*QUIET, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    found = {"executable_path": str(DEBIAN)} if DEBIAN.exists() else {}
    return browser_type_launch_args | {"args": args} | found


@pytest.fixture(scope="session", autouse=True)
def connections_beside_the_loop(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, playwright: Playwright
) -> Iterator[None]:
    """Close them before the loop ends: Django keeps connections opened under it apart, and nobody else finds them."""
    yield
    with django_db_blocker.unblock():
        connections.close_all()


@pytest.fixture
def site(transactional_db: None, live_server: LiveServer) -> str:
    """The address of the running site."""
    return str(live_server.url)


@pytest.fixture
def complaints() -> Iterator[list[str]]:
    """What consoles and Content-Security-Policies complained of; any complaint fails the test."""
    heard: list[str] = []
    yield heard
    assert heard == []


def listen(page: Page, complaints: list[str]) -> Page:
    """Write down what the page's console complains of."""

    def hear(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            complaints.append(f"{message.type}: {message.text}")

    page.on("console", hear)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return page


@pytest.fixture
def page(page: Page, complaints: list[str]) -> Page:
    """A reader's page, whose console must stay silent."""
    return listen(page, complaints)


@pytest.fixture
def log_in(browser: Browser, site: str, complaints: list[str]) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a page of somebody logged in to the admin, in a browser context of their own."""
    contexts = []

    def open_page(name: str, **options: Any) -> Page:
        contexts.append(browser.new_context(base_url=site, **options))
        page = listen(contexts[-1].new_page(), complaints)
        page.goto("/admin/login/")
        page.get_by_label("Username").fill(name)
        page.get_by_label("Password").fill(name)
        page.get_by_role("button", name="Log in").click()
        return page

    yield open_page
    for context in contexts:
        context.close()
