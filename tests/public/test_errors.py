"""Pages for what goes wrong: they say what was wrong and where to look, and the last one needs no database."""

import re

import pytest
from django.db import OperationalError
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries, Settings

from tests.build import Builder
from tests.public.reading import words
from tracker.public import errors


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/figures/999999/", "There is no public figure 999999."),
        ("/documents/999999/", "There is no public document 999999."),
        ("/places/eastern-gouta/", "There is no place with the address “eastern-gouta”. Did you mean Eastern Ghouta ?"),
        ("/Eastern-Ghouta", "There is nothing at this address Did you mean Eastern Ghouta ?"),
        ("/figures/?page=99", "There is no such page of the table"),
    ],
)
def test_what_is_not_there(client: Client, build: Builder, address: str, said: str) -> None:
    build.provisional()
    page = client.get(address)
    assert page.status_code == 404
    assert said in words(page)
    assert "Words of a sentence" in words(page)
    html = page.content.decode()
    assert re.findall(r'<a href="(/places/[^"]+/)">([^<]+)</a>', html)[-1] == ("/places/eastern-ghouta/", "Eastern Ghouta")
    assert re.findall(r'<meta name="robots" content="(.*?)">|<link rel="(canonical)"', html) == [("noindex", "")]


@pytest.mark.parametrize("address", ["/places/nowhere/series.json", "/nothing.csv"])
def test_programs_are_told_in_a_line(client: Client, db: None, address: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (404, "text/plain; charset=utf-8")
    assert "<" not in answer.content.decode()


def test_a_question_that_cannot_be_answered(client: Client, build: Builder) -> None:
    build.provisional()
    page = client.get("/figures/?indicator=murdered")
    assert page.status_code == 400
    assert "murdered" in words(page)
    assert '<a href="/figures/">The same page without its filters</a>' in page.content.decode()
    assert "Words of a sentence" in words(page)


def test_a_forged_host_is_told_nothing(client: Client, db: None) -> None:
    page = client.get("/", headers={"host": "evil.example"})
    assert page.status_code == 400
    assert "evil" not in page.content.decode()


def test_what_is_not_there_without_a_database(client: Client, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails() -> None:
        raise OperationalError

    monkeypatch.setattr(errors, "places_with_figures", fails)
    page = client.get("/nowhere")
    assert page.status_code == 404
    assert "Enclaves:" not in words(page)
    assert "All places" in words(page)


def test_a_failure_asks_no_database(
    rf: RequestFactory, db: None, settings: Settings, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    settings.CONTACT = "desk@figures.example"
    with django_assert_num_queries(0):
        page = errors.server_error(rf.get("/figures/"))
    assert page.status_code == 500
    assert "The program failed" in words(page)
    assert "If it fails again, write, with the address of the page, to desk@figures.example" in words(page)


@pytest.mark.parametrize(("build_figure", "queries"), [(1, 2), (3, 2)])
def test_looking_around_costs_the_same(
    client: Client, build: Builder, build_figure: int, queries: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(build_figure):
        build.provisional()
    with django_assert_num_queries(queries):
        client.get("/nowhere")


def test_sending_something_to_a_public_page_is_not_allowed() -> None:
    answers = [Client(enforce_csrf_checks=True).post(address).status_code for address in ("/", "/figures/", "/figures.csv")]
    assert answers == [405, 405, 405]
