"""Counts beside the values of the filters: each is what the table would show, whatever else is asked for."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from tests.build import Builder
from tracker import review
from tracker.models import Source
from tracker.public.filtering import EVERY, facets_of
from tracker.published.filters import figures_for
from tracker.published.places import slugs_within

QUESTIONS = [
    "",
    "indicator=killed",
    "indicator=killed&indicator=fled&status=verified",
    "place=aleppo-governorate&group=everyone",
    "attributed_to=united-nations&unit=truck",
    "publisher=not-stated&party=false",
    "from=2018-03-01",
    "from=2018-03-01&undated=1&indicator=killed",
    "to=2016-12-31&quantifier=exact",
    "repeats=0&indicator=fled",
    "q=killed&status=provisional",
    "party=true&place=eastern-ghouta",
    "status=retracted",
    "status=retracted&status=verified&accumulation=unclear",
]


def _numbers(query: str, name: str) -> dict[str, int | None]:
    _figures, question = figures_for(QueryDict(query))
    (facet,) = facets_of(question, [name])
    return {option.value: option.count for option in facet.options}


@pytest.mark.parametrize("query", QUESTIONS)
def test_a_count_is_what_the_value_alone_would_show(seeded_demo: None, build: Builder, editor: User, query: str) -> None:
    retracted = build.verified(group="civilians", indicator="missing")
    revision = review.propose_retraction(by=editor, at=next(build.clock), figure=retracted, reason="Misread")
    review.apply_revision(by=build.reviewer, at=next(build.clock), revision=revision)
    _figures, question = figures_for(QueryDict(query))
    for facet in facets_of(question, EVERY):
        for option in facet.options:
            alone = QueryDict(query, mutable=True)
            alone[facet.name] = option.value
            expected, narrowed = figures_for(alone)
            if facet.name == "undated":
                expected = expected.filter(start_date=None, end_date=None)
            assert option.count == expected.count(), (facet.name, option.value, narrowed.data)


def test_values_that_show_nothing_are_left_out_unless_asked_for(seeded_demo: None) -> None:
    assert _numbers("", "unit") == {"person": 28, "household": 1, "truck": 2}
    assert _numbers("indicator=killed&unit=truck", "unit") == {"person": 13, "truck": 0}
    assert _numbers("attributed_to=icrc&indicator=killed", "attributed_to") == {
        "abdullah-othman": 1,
        "icrc": 0,
        "russian-and-syrian-governments": 1,
        "united-nations": 4,
        "white-helmets": 1,
    }


def test_places_stand_under_those_they_lie_in(seeded_demo: None) -> None:
    _figures, question = figures_for(QueryDict("indicator=besieged"))
    (facet,) = facets_of(question, ["place"])
    assert [(option.text, option.count) for option in facet.options] == [
        ("Syria", 3),
        ("\u2003Aleppo governorate", 2),
        ("\u2003\u2003Aleppo", 2),
        ("\u2003\u2003\u2003East Aleppo", 2),
        ("\u2003Rif Dimashq", 1),
        ("\u2003\u2003Eastern Ghouta", 1),
    ]


def test_within_a_place_only_its_figures_count(seeded_demo: None) -> None:
    _figures, question = figures_for(QueryDict("status=verified"))
    status, group = facets_of(question, ["status", "group"], within=slugs_within("east-aleppo"))
    assert {option.value: option.count for option in status.options} == {"provisional": 9, "verified": 5}
    assert sum(option.count or 0 for option in group.options) == 5


def test_a_confidential_document_is_in_no_count_that_tells_of_it(build: Builder) -> None:
    document = build.document(confidential=True)
    build.provisional(document, attributed_to=Source.objects.get(slug="united-nations"))
    for name in ("attributed_to", "publisher", "party"):
        assert _numbers("", name) == {}
    assert _numbers("", "indicator") == {"killed": 1}


def test_as_many_queries_for_many_figures_as_for_one(build: Builder) -> None:
    counted = []
    for _number in range(2):
        build.verified()
        build.provisional(indicator="injured", attributed_to=Source.objects.get(slug="sohr"))
        _figures, question = figures_for(QueryDict(""))
        with CaptureQueriesContext(connection) as captured:
            facets_of(question, EVERY)
        counted.append(len(captured))
    assert counted == [3, 3]
