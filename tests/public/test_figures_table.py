"""The table of figures: filters, chips, order, pages, and as many queries for three rows as for one."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.build import Builder
from tests.public.reading import csv_rows, json_rows, words


def _ids(client: Client, query: str) -> list[int]:
    page = client.get(f"/figures/?{query}")
    assert page.status_code == 200, page.content
    return [row.record.figure_id for row in page.context["table"].page.object_list]


def _texts(client: Client, query: str) -> list[str]:
    page = client.get(f"/figures/?{query}")
    return [row.record.reported_text for row in page.context["table"].page.object_list]


@pytest.mark.parametrize("address", ["/figures/", "/places/eastern-ghouta/", "/places/eastern-ghouta/series.json", "/"])
def test_as_many_queries_for_three_rows_as_for_one(
    client: Client, build: Builder, django_assert_num_queries: DjangoAssertNumQueries, address: str
) -> None:
    expected = {"/figures/": 6, "/places/eastern-ghouta/": 6, "/places/eastern-ghouta/series.json": 4, "/": 5}
    build.verified()
    with django_assert_num_queries(expected[address]):
        client.get(address)
    build.verified(place_role="origin", indicator="fled")
    build.provisional(indicator="injured")
    with django_assert_num_queries(expected[address]):
        client.get(address)


def test_a_figure_and_a_document_cost_few_queries(
    client: Client, build: Builder, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    figure = build.verified()
    with django_assert_num_queries(2):
        client.get(f"/figures/{figure.pk}/")
    with django_assert_num_queries(2):
        client.get(f"/documents/{figure.document_id}/")


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("", 31),
        ("place=east-aleppo", 14),
        ("place=aleppo", 14),
        ("place=syria", 31),
        ("indicator=killed", 13),
        ("indicator=killed&indicator=injured", 14),
        ("group=everyone&indicator=killed", 4),
        ("unit=truck", 2),
        ("quantifier=between", 0),
        ("status=provisional", 9),
        ("status=retracted", 0),
        ("attributed_to=united-nations", 5),
        ("publisher=not-stated&place=east-aleppo&indicator=besieged", 2),
        ("party=true", 2),
        ("repeats=0", 30),
        ("from=2018-03-15&to=2018-03-15", 5),
        ("q=mortar", 1),
    ],
)
def test_page_and_download_hold_the_same_figures(client: Client, seeded_demo: None, query: str, number: int) -> None:
    downloaded = [int(row["figure_id"]) for row in csv_rows(client.get(f"/figures.csv?{query}"))]
    assert _ids(client, query) == downloaded
    assert [row["figure_id"] for row in json_rows(client.get(f"/figures.json?{query}"))] == downloaded
    assert len(downloaded) == number


def test_chips_take_one_part_of_the_question_away(client: Client, seeded: None) -> None:
    page = client.get("/figures/?indicator=killed&indicator=fled&place=east-aleppo&sort=-number")
    assert [(c.label, c.text, c.query_without) for c in page.context["chips"]] == [
        ("Indicator", "Killed", "indicator=fled&place=east-aleppo"),
        ("Indicator", "Fled", "indicator=killed&place=east-aleppo"),
        ("Place, with what lies inside it", "East Aleppo", "indicator=killed&indicator=fled"),
    ]
    assert 'href="/figures.csv?indicator=killed&amp;indicator=fled&amp;place=east-aleppo"' in page.content.decode()


def test_a_forms_empty_fields_leave_a_short_address(client: Client, db: None) -> None:
    response: Any = client.get("/figures/?q=&indicator=killed&from=")
    assert (response.status_code, response.url) == (302, "/figures/?indicator=killed")


def test_order(client: Client, seeded: None) -> None:
    assert _texts(client, "sort=-number")[:3] == [
        "more than half of Syria's pre-war population of 20 million",
        "400,000",
        "more than 350,000",
    ]
    assert _texts(client, "sort=number")[0] == "one"
    assert _texts(client, "sort=number")[-1] == "Only a handful"
    assert _texts(client, "sort=-date")[-1] == _texts(client, "sort=date")[-1]


def test_no_figures_says_what_to_do(client: Client, db: None) -> None:
    assert "No public figures match. Remove a filter" in words(client.get("/figures/"))


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("x=1", "unknown filter “x”"),
        ("indicator=dead", "indicator: Select a valid choice. dead is not one of the available choices."),
        ("place=atlantis", "place: there is no place “atlantis”"),
        ("from=15/03/2018", "from: Write a date as 2018-03-15."),
        ("from=2018-03-01&from=2018-03-02", "from: give one value only"),
        ("as_of=2026-01-01", "as_of: figures as they stood on an earlier day cannot be shown yet"),
        ("attributed_to=nobody", "attributed_to: there is no source “nobody”"),
        ("undated=yes", "undated: Select a valid choice."),
    ],
)
@pytest.mark.parametrize("address", ["/figures/", "/figures.csv", "/figures.json", "/places/syria/series.json"])
def test_a_bad_question_is_refused_with_its_reason(
    client: Client, reference: None, address: str, query: str, reason: str
) -> None:
    if address.startswith("/places") and query.startswith("place="):
        reason = "place: this page is of one place already"
    response = client.get(f"{address}?{query}")
    assert response.status_code == 400
    text = response.content.decode() if "." in address else words(response)
    assert reason in text


@pytest.mark.parametrize(
    ("query", "status", "reason"),
    [
        ("sort=colour", 400, "sort: there is no column “colour”"),
        ("page=two", 400, "page: give a number"),
        ("page=9", 404, "There is no such page of the table"),
    ],
)
def test_pages_and_orders_that_do_not_exist(client: Client, db: None, query: str, status: int, reason: str) -> None:
    response = client.get(f"/figures/?{query}")
    assert response.status_code == status
    assert reason in words(response)
