"""The methodology: its tables come from code, its words are all there, and every link into it leads somewhere."""

import re
from enum import StrEnum

import pytest
from django.conf import settings
from django.test import Client
from pytest_django import Settings

from tests.build import Builder
from tests.public.addresses import every_address
from tests.public.reading import whole, words
from tracker import vocabulary
from tracker.exports.columns import COLUMNS

PUBLIC = (
    *(vocabulary.Indicator, vocabulary.Unit, vocabulary.Group, vocabulary.Quantifier, vocabulary.Accumulation),
    *(vocabulary.CountStage, vocabulary.PlaceKind, vocabulary.PlaceStatus, vocabulary.PlaceRole, vocabulary.PlaceAccuracy),
    *(vocabulary.DateAccuracy, vocabulary.DateBasis, vocabulary.AttributionKind, vocabulary.PublicationBasis),
    vocabulary.Counting,
)
STATUSES = ["provisional", "verified", "retracted"]


def ids(page: str) -> list[str]:
    """Return every anchor of a page."""
    return re.findall(r'\sid="([^"]+)"', page)


@pytest.fixture
def page(client: Client, db: None) -> str:
    """The methodology as it is sent."""
    return str(client.get("/methodology/").content.decode())


@pytest.mark.parametrize("codes", PUBLIC, ids=lambda codes: codes.__name__)
def test_every_code_that_pages_print_is_explained(page: str, codes: type[StrEnum]) -> None:
    assert sorted(set(codes) - set(ids(page))) == []


def test_anchors_stand_once_and_the_table_of_contents_leads_to_them(page: str) -> None:
    found = ids(page)
    assert sorted(name for name in found if found.count(name) > 1) == []
    assert set(STATUSES) | {f"column-{name}" for name in COLUMNS} <= set(found)
    assert sorted(set(re.findall(r'href="#([^"]+)"', page)) - set(found)) == []


def test_tables_come_from_the_code(client: Client, db: None) -> None:
    page = client.get("/methodology/")
    assert "more than 1,220 more than 1,220 1,220 open" in words(page)
    assert "only a handful a word instead of a number open none open" in words(page)
    assert "tens of thousands 20,000" in words(page)
    assert "rounded down (244)" in words(page)


def test_links_to_the_methodology_lead_somewhere(client: Client, seeded_demo: None) -> None:
    anchors = set(ids(client.get("/methodology/").content.decode()))
    missing = {}
    for address in every_address():
        if ".csv" not in address and ".json" not in address:
            linked = re.findall(r'href="/methodology/#([^"]+)"', whole(client.get(address)).decode())
            if lost := sorted(set(linked) - anchors):
                missing[address] = lost
    assert missing == {}


@pytest.mark.parametrize(
    ("contact", "demo", "shown", "link"),
    [
        ("", True, "This is a demonstration: no contact is set, and nobody answers for it.", None),
        ("", False, "Whoever runs this site has not set a contact.", None),
        ("desk@figures.example", False, "can be reached here: desk@figures.example", "mailto:desk@figures.example"),
        ("https://figures.example/write", False, "here: https://figures.example/write", "https://figures.example/write"),
        ("the desk, Ghent", False, "can be reached here: the desk, Ghent", None),
    ],
)
def test_whom_to_write_to(
    client: Client, db: None, settings: Settings, contact: str, demo: bool, shown: str, link: str | None
) -> None:
    settings.CONTACT, settings.DEMO = contact, demo
    page = client.get("/methodology/")
    assert shown in words(page, inside="contact")
    section = page.content.decode().split('id="contact"')[1].split("</section>")[0]
    assert re.findall(r'href="((?:mailto|https?):[^"?]*)', section) == ([link] if link else [])


@pytest.mark.parametrize(
    ("contact", "link"),
    [
        ("desk@figures.example", "mailto:desk@figures.example?subject=Figure%20{}%3A%20an%20error"),
        ("https://figures.example/write", "https://figures.example/write"),
    ],
)
def test_an_error_in_a_figure_is_reported_with_its_number(
    client: Client, build: Builder, settings: Settings, contact: str, link: str
) -> None:
    figure = build.provisional()
    settings.CONTACT = contact
    assert f'href="{link.format(figure.pk)}"' in client.get(f"/figures/{figure.pk}/").content.decode()


@pytest.mark.parametrize(
    ("address", "canonical", "robots"),
    [
        ("/methodology/", "/methodology/", []),
        ("/figures/?indicator=killed", "/figures/", ["noindex"]),
        ("/places/douma/", "/places/douma/", []),
    ],
)
def test_what_a_page_says_of_itself(client: Client, build: Builder, address: str, canonical: str, robots: list[str]) -> None:
    build.provisional()
    page = client.get(address).content.decode()
    title = re.findall(r"<title>(.*?)</title>", page)
    assert title[0].endswith(" · Casualty and displacement figures")
    assert re.findall(r'property="og:title" content="(.*?)"', page) == title
    assert re.findall(r'name="description" content="(.*?)"', page) == re.findall(r'og:description" content="(.*?)"', page)
    assert re.findall(r'rel="canonical" href="(.*?)"', page) == [f"{settings.SITE_URL}{canonical}"]
    assert re.findall(r'name="robots" content="(.*?)"', page) == robots
    assert [a for a in re.findall(r'(?:src|rel="stylesheet" href)="(.*?)"', page) if not a.startswith("/static/")] == []


def test_robots_leave_filters_and_the_curators_site_alone(client: Client) -> None:
    rules = client.get("/robots.txt")
    assert rules["Content-Type"] == "text/plain"
    assert rules.content.decode().splitlines()[:3] == ["User-agent: *", "Disallow: /admin/", "Disallow: /figures/?"]
