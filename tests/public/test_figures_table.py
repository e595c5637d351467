"""The table of figures: filters, chips, order, pages, and as many queries for three rows as for one."""

from typing import Any
from unittest.mock import patch

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.build import Builder
from tests.public.reading import csv_rows, json_rows, whole, words
from tracker.public.tables import FigureTable
from tracker.vocabulary import Indicator


def _ids(client: Client, query: str) -> list[int]:
    page = client.get(f"/figures/?{query}")
    assert page.status_code == 200, page.content
    return [row.record.figure_id for row in page.context["table"].page.object_list]


def _texts(client: Client, query: str) -> list[str]:
    page = client.get(f"/figures/?{query}")
    return [row.record.reported_text for row in page.context["table"].page.object_list]


@pytest.mark.parametrize("sort", [sign + name for name in FigureTable.base_columns for sign in ("", "-")])
def test_every_order_is_one_order_so_that_pages_share_no_row(client: Client, seeded_demo: None, sort: str) -> None:
    table = client.get(f"/figures/?sort={sort}").context["table"]
    assert table.data.data.query.order_by[-1] in {"figure_id", "-figure_id"}
    with patch("tracker.public.figures.PER_PAGE", 10):
        pages = [_ids(client, f"sort={sort}&page={number}") for number in (1, 2, 3, 4)]
    assert sorted(row for page in pages for row in page) == sorted(_ids(client, ""))


ADDRESSES = [
    "/",
    "/figures/",
    "/figures/?q=people&indicator=killed&place=syria&from=2010-01-01&undated=1",
    "/figures/?q=people&place=idlib",
    "/places/eastern-ghouta/",
    "/places/eastern-ghouta/series.json",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_as_many_queries_for_three_rows_as_for_one(client: Client, build: Builder, address: str) -> None:
    build.verified()
    with CaptureQueriesContext(connection) as one:
        client.get(address)
    build.verified(place_role="origin", indicator="fled")
    build.provisional(indicator="injured")
    with CaptureQueriesContext(connection) as three:
        client.get(address)
    assert len(three) == len(one) <= (20 if "idlib" in address else 14)


def test_a_figure_and_a_document_cost_few_queries(client: Client, build: Builder) -> None:
    figure = build.verified()
    counted = []
    for address in (f"/figures/{figure.pk}/", f"/documents/{figure.document_id}/"):
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        counted.append(len([query for query in captured if "figure" in query["sql"]]))
    assert counted[0] <= 6
    assert counted[1] <= 4


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
        ("Indicator", "Killed", "indicator=fled&place=east-aleppo&sort=-number"),
        ("Indicator", "Fled", "indicator=killed&place=east-aleppo&sort=-number"),
        ("Place, with what lies inside it", "East Aleppo", "indicator=killed&indicator=fled&sort=-number"),
    ]
    assert 'href="/figures.csv?indicator=killed&amp;indicator=fled&amp;place=east-aleppo"' in page.content.decode()


def test_a_forms_empty_fields_leave_a_short_address(client: Client, db: None) -> None:
    response: Any = client.get("/figures/?q=&indicator=killed&from=")
    assert (response.status_code, response.url) == (302, "/figures/?indicator=killed")


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_what_was_left_empty_asks_for_nothing_of_a_download_too(client: Client, seeded_demo: None, kind: str) -> None:
    asked = whole(client.get(f"/figures.{kind}?status=verified"))
    assert whole(client.get(f"/figures.{kind}?status=&status=verified&group=&place=&from=&q=")) == asked


def test_order(client: Client, seeded: None) -> None:
    assert _texts(client, "sort=-number")[:3] == [
        "more than half of Syria's pre-war population of 20 million",
        "400,000",
        "more than 350,000",
    ]
    assert _texts(client, "sort=number")[0] == "one"
    assert _texts(client, "sort=number")[-1] == "Only a handful"
    page = client.get("/figures/?sort=indicator").context["table"].page.object_list
    said = list(dict.fromkeys(row.record.indicator for row in page))
    assert said == [code for code in Indicator if code in said]
    assert (said[0], len(said)) == ("killed", 9)
    assert _texts(client, "sort=-date")[-1] == _texts(client, "sort=date")[-1]


def test_without_any_figures_nothing_is_suggested(client: Client, db: None) -> None:
    page = words(client.get("/figures/"))
    assert "No figures There are no public figures yet." in page


@pytest.mark.parametrize(
    ("query", "ways"),
    [
        (
            "q=mortar&place=aleppo&status=verified",
            [
                "without Place, with what lies inside it: Aleppo 1 figure",
                "without Words of the sentence: mortar 5 figures",
            ],
        ),
        (
            "indicator=besieged&unit=truck",
            ["without Unit: Trucks 3 figures", "without Indicator: Besieged 2 figures"][::-1],
        ),
        ("indicator=besieged&indicator=evacuated&unit=truck", ["without Unit: Trucks 5 figures"]),
        ("status=retracted", ["without Status: Retracted 31 figures"]),
        ("status=retracted&sort=-number", ["without Status: Retracted 31 figures"]),
        ("q=nothing+of+the+kind", ["without Words of the sentence: nothing of the kind 31 figures"]),
    ],
)
def test_no_figures_names_the_one_part_to_take_away(client: Client, seeded_demo: None, query: str, ways: list[str]) -> None:
    page = client.get(f"/figures/?{query}")
    text = words(page)
    assert "No public figure matches all of this together. Take one part away:" in text
    assert [
        f"without {w.chip.label}: {w.chip.text} {w.number} figure{'s' * (w.number != 1)}" for w in page.context["ways_out"]
    ] == ways
    assert all(way in text for way in ways)


def test_a_period_without_figures_offers_the_undated_ones(client: Client, seeded_demo: None) -> None:
    page = client.get("/figures/?from=2019-01-01&indicator=killed")
    assert "6 figures have no date of the event: show them too" in words(page)
    assert 'href="/figures/?from=2019-01-01&amp;indicator=killed&amp;undated=1"' in page.content.decode()
    assert len(_ids(client, "from=2019-01-01&indicator=killed&undated=1")) == 6


def test_counts_stand_beside_the_values(client: Client, seeded_demo: None) -> None:
    page = words(client.get("/figures/?place=east-aleppo"))
    assert "Status Provisional 9 Verified 5 Quantifier" in page
    assert "East Aleppo (14)" in page
    assert "White Helmets (Syria Civil Defence) (2)" in page
    assert "Retracted" not in page


def test_words_found_are_told_apart_from_the_number(client: Client, seeded_demo: None) -> None:
    page = client.get("/figures/?q=1220+kills").content.decode()
    assert '<mark>More than <span class="found">1,220</span></mark> civilians' in page
    assert 'have been <span class="found">killed</span> in the rebel-held enclave' in page
    assert '<span class="found">1,220</span> civilians - <mark>a fifth of them</mark> children' in page
    assert "Shaded is the figure’s number, underlined is what you searched for." in words(client.get("/figures/?q=1220"))


def test_words_found_elsewhere_in_the_document_are_shown(client: Client, build: Builder) -> None:
    text = "On Monday, <i>shelling</i> hit Douma. At least 40 people were killed."
    excerpt, context = "At least 40 people were killed.", "On Monday, <i>shelling</i> hit Douma."
    build.provisional(build.document(text=text), excerpt=excerpt, context=context)
    page = client.get("/figures/?q=shell").content.decode()
    assert "<mark>At least 40</mark> people were killed." in page
    assert 'On Monday, &lt;i&gt;<span class="found">shelling</span>&lt;/i&gt; hit Douma.' in page
    assert "elsewhere in the document" not in words(client.get("/figures/?q=people"))


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("ghouta", [("Place, with what lies inside it", "Eastern Ghouta", "place=eastern-ghouta")]),
        ("الغوطة", [("Place, with what lies inside it", "Eastern Ghouta", "place=eastern-ghouta")]),
        ("White Hel", [("Claimant", "White Helmets (Syria Civil Defence)", "attributed_to=white-helmets")]),
        ("Éastern Ghoutâ", [("Place, with what lies inside it", "Eastern Ghouta", "place=eastern-ghouta")]),
        ("الغُوطَة", [("Place, with what lies inside it", "Eastern Ghouta", "place=eastern-ghouta")]),
        ("hammuriyeh", []),
        ("un", []),
    ],
)
def test_places_and_claimants_so_called_are_offered(
    client: Client, seeded_demo: None, query: str, named: list[tuple[str, str, str]]
) -> None:
    page = client.get("/figures/", {"q": query})
    assert [(one.label, one.name, one.query) for one in page.context["also"]] == named
    assert [one for one in named if one[1] not in words(page)] == []


def test_a_confidential_claimant_is_not_offered(client: Client, build: Builder) -> None:
    build.provisional(build.document(confidential=True))
    assert client.get("/figures/?q=united+nations").context["also"] == []


def test_pages_are_numbered_and_keep_the_question(client: Client, build: Builder) -> None:
    for _number in range(3):
        build.provisional()
    with patch("tracker.public.figures.PER_PAGE", 1):
        page = client.get("/figures/?indicator=killed&page=2&sort=-date")
    html, text = page.content.decode(), words(page)
    assert "3 figures" in text
    assert text.count("rows 2–2 of 3") == 2
    assert "Previous page 1 page 2 page 3 Next" in text
    assert '<a href="?indicator=killed&amp;page=2&amp;sort=-date" aria-current="page">' in html
    assert '<a rel="next" href="?indicator=killed&amp;page=3&amp;sort=-date">' in html


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
