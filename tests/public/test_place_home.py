"""The first page's news: a headline for each indicator, with a small picture of its course."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from tests.build import UNDATED, Builder, on
from tests.public.reading import words
from tracker import review
from tracker.models import Place


def test_each_indicator_has_its_headline_and_its_course(client: Client, build: Builder) -> None:
    build.verified(**on(date(2018, 3, 5)))
    build.verified(place=Place.objects.get(slug="douma"), **on(date(2018, 3, 1)))
    undated = build.draft(**UNDATED)
    review.publish(by=build.curator, at=next(build.clock), figure=undated, override_reason="It stands")
    build.verified(indicator="injured")
    page = client.get("/")
    (enclave,) = page.context["news"]
    killed, injured = enclave.indicators
    assert (killed.headline.figure.indicator, injured.headline.figure.indicator) == ("killed", "injured")
    assert injured.course is None
    assert (killed.course.number, killed.course.undated) == (2, 1)
    html = page.content.decode()
    assert 'role="img" aria-label="2 dated counts, 1 March 2018 to 5 March 2018"' in html
    assert '<a href="/places/eastern-ghouta/#killed-person">' in html
    assert html.count('<svg class="course"') == 1


def test_the_course_names_its_days(client: Client, build: Builder) -> None:
    for day in (1, 5):
        build.verified(**on(date(2018, 3, day)))
    assert "1 March 2018 5 March 2018" in words(client.get("/"), inside="enclaves")


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow_with_figures(
    client: Client, build: Builder, django_assert_num_queries: Any, number: int
) -> None:
    for slug in ("eastern-ghouta", "east-aleppo")[:number]:
        for _ in range(number):
            build.verified(place=Place.objects.get(slug=slug))
    with django_assert_num_queries(7) as queries:
        client.get("/")
    fetching_all = [query["sql"] for query in queries.captured_queries if "source_sentence" in query["sql"]]
    assert len(fetching_all) == 2  # the headlines' rows and the last checked ones, never all figures
