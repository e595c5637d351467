"""The place's page: its switches, what is on it, who says what, and what leaves with a download."""

import re
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client

from tests.build import UNDATED, Builder, on
from tests.public.reading import json_rows, words
from tracker import review
from tracker.models import Figure, PublishedFigure, Source

GHOUTA = "/places/eastern-ghouta/"
ALEPPO = "/places/east-aleppo/"


def _switches(page: Any) -> dict[str, list[tuple[str, int | None, bool]]]:
    """Return the switches of a page: value, count, and whether it is on."""
    switches = page.context["switches"]
    return {
        facet.name: [(option.value, option.count, option.chosen) for option in facet.options]
        for facet in [*switches.ticked, switches.claimants]
    }


def _standing(build: Builder, **values: Any) -> Figure:
    """Publish a figure though something about it looks wrong: it has no date, or looks like a repeat."""
    draft = build.draft(**values)
    return review.publish(by=build.curator, at=next(build.clock), figure=draft, override_reason="It stands")


def test_switches_say_how_many_figures_each_would_show(client: Client, seeded_demo: None) -> None:
    switches = _switches(client.get(ALEPPO))
    assert switches["status"] == [("provisional", 9, False), ("verified", 5, False)]
    assert sum(count or 0 for _value, count, _chosen in switches["group"]) == 14
    for name, options in switches.items():
        for value, count, _chosen in options:
            assert client.get(ALEPPO, {name: value}).context["number_of_figures"] == count


def test_switches_stay_and_the_rest_of_the_question_goes_along(client: Client, seeded_demo: None) -> None:
    page = client.get(ALEPPO, {"status": "verified", "from": "2016-11-01", "q": "killed"})
    assert _switches(page)["status"][1][2] is True
    assert page.context["switches"].others == [("from", "2016-11-01"), ("q", "killed")]
    html = page.content.decode()
    assert '<input type="hidden" name="q" value="killed">' in html
    assert [chip.label for chip in page.context["chips"]] == ["Status", "From", "Words of the sentence"]


def test_fields_left_empty_are_taken_out_of_the_address(client: Client, seeded_demo: None) -> None:
    answer = client.get(ALEPPO, {"status": "verified", "attributed_to": ""})
    assert (answer.status_code, answer["Location"]) == (302, f"{ALEPPO}?status=verified")
    assert client.get(ALEPPO, {"statu": "", "attributed_to": ""}).status_code == 400
    answer = client.get(ALEPPO, {"status": ""})
    assert (answer.status_code, answer["Location"]) == (302, ALEPPO)
    assert client.get(f"{ALEPPO}series.json?status=").content == client.get(f"{ALEPPO}series.json").content


@pytest.mark.parametrize("question", [{"status": "retracted"}, {"place": "syria"}, {"status": "checked"}, {"x": "1"}])
def test_questions_that_no_chart_answers_are_refused(client: Client, seeded_demo: None, question: dict[str, str]) -> None:
    assert client.get(ALEPPO, question).status_code == 400
    assert client.get(f"{ALEPPO}series.json", question).status_code == 400


def test_a_retracted_figure_is_in_no_switch(client: Client, build: Builder, editor: Any) -> None:
    figure = build.verified()
    build.verified()
    revision = review.propose_retraction(by=editor, at=next(build.clock), figure=figure, reason="Misread")
    review.apply_revision(by=build.reviewer, at=next(build.clock), revision=revision)
    assert _switches(client.get(GHOUTA))["status"] == [("verified", 1, False)]


def test_on_this_page_stand_the_indicators_with_their_counts(client: Client, seeded: None) -> None:
    text = words(client.get(GHOUTA))
    assert (
        "13 figures Killed 4 counts Injured 1 count Fled 2 counts Evacuated 2 counts Besieged 1 count Aid trucks 2 counts "
        "Aid recipients 1 count Who says what Documented minimum What the place went through Download" in text
    )


def test_a_charts_downloads_hold_its_figures_and_no_others(client: Client, seeded_demo: None) -> None:
    page = client.get(ALEPPO, {"status": ["verified", "provisional"], "indicator": ["killed", "fled"]})
    assert [section.name for section in page.context["sections"]] == ["killed-person", "fled-person"]
    for section in page.context["sections"]:
        rows = json_rows(client.get(f"/figures.json?{section.query}"))
        assert {row["figure_id"] for row in rows} == {row.figure.figure_id for row in section.rows}
        assert f"/figures.csv?{section.query.replace('&', '&amp;')}" in page.content.decode()


def test_a_chart_says_in_a_sentence_what_it_holds(client: Client, build: Builder) -> None:
    build.verified(**on(date(2018, 3, 5)))
    build.verified(**on(date(2018, 3, 1)), reported_text="12 children", quantifier="exact", reported=12, group="children")
    _standing(build, **UNDATED)
    _standing(build, indicator="injured", **UNDATED)
    killed, injured = client.get(GHOUTA).context["sections"]
    assert (killed.summary, killed.count, killed.size, killed.file) == (
        "Chart “Killed”: 3 counts in 2 series, from 1 March 2018 to 5 March 2018; 1 of them without a date. "
        "The table below has the numbers.",
        3,
        "few",
        "eastern-ghouta-killed.png",
    )
    assert (injured.summary, injured.size) == (
        "Chart “Injured”: 1 count in 1 series, without a date. The table below has the numbers.",
        "single",
    )


def test_a_chart_s_days_are_told_no_more_exactly_than_they_are_known(client: Client, build: Builder) -> None:
    build.verified(**on(date(2018, 3, 5)))
    _standing(build, **on(date(2018, 3, 1)) | dict.fromkeys(("start_accuracy", "end_accuracy"), "week"))
    (killed,) = client.get(GHOUTA).context["sections"]
    assert "from about 1 March 2018 to 5 March 2018" in killed.summary


def test_tens_of_series_unfold_after_the_first_eight(client: Client, build: Builder) -> None:
    for source in Source.objects.order_by("slug")[:10]:
        build.provisional(attributed_to=source, attribution_text=source.name)
    (section,) = client.get(GHOUTA).context["sections"]
    assert [entry.letter for entry in section.legend_first] == list("ABCDEFGH")
    assert [(entry.letter, entry.colour) for entry in section.legend_more] == [("I", 1), ("J", 2)]
    assert "2 more series" in words(client.get(GHOUTA))


def test_who_says_what_puts_rivals_beside_each_other(client: Client, build: Builder) -> None:
    party = Source.objects.get(slug="syrian-government")
    build.verified(**on(date(2018, 3, 5)))
    build.verified(**on(date(2018, 2, 5)))
    _standing(
        build,
        attributed_to=party,
        attribution_text="the government",
        reported_text="12",
        reported=12,
        quantifier="exact",
        **on(date(2018, 1, 1)),
    )
    for _ in range(7):
        _standing(build, attribution_kind="unnamed", attributed_to=None, attribution_text="activists")
    _standing(build, indicator="injured", **UNDATED)
    page = client.get(GHOUTA)
    killed, injured = page.context["rivals"]
    assert [(claim.figure.attributed_to, claim.others, claim.slug) for claim in killed.claims[:2]] == [
        ("United Nations", 1, "united-nations"),
        ("Syrian government", 0, "syrian-government"),
    ]
    assert (len(killed.claims), killed.left_out, killed.compared) == (8, 1, True)
    assert injured in page.context["undisputed"]
    text = words(page, inside="claimants")
    assert "United Nations at least 40 people killed 5 March 2018 and 1 other" in text
    assert "Syrian government party to the conflict 12 people killed" in text
    assert "and 1 more document in which no claimant is named" in text
    assert "Said by one claimant only Injured: at least 40 people injured , date not stated; United Nations" in text


def test_the_other_counts_of_a_claimant_are_asked_for_with_the_page_s_question(client: Client, build: Builder) -> None:
    for month in (1, 2):
        build.verified(**on(date(2018, month, 1)))
    _standing(build, **on(date(2018, 3, 1)))
    party = Source.objects.get(slug="syrian-government")
    build.verified(attributed_to=party, attribution_text="the government", **on(date(2017, 3, 1)))
    page = client.get(GHOUTA, {"status": "verified", "indicator": "killed"})
    (address,) = re.findall(r'<a href="([^"]*)">and 1 other</a>', page.content.decode())
    question = QueryDict(unescape(address).partition("?")[2])
    assert question.dict() == {
        "status": "verified",
        "indicator": "killed",
        "place": "eastern-ghouta",
        "unit": "person",
        "attributed_to": "united-nations",
    }
    assert client.get(unescape(address)).context["table"].paginator.count == 2


def test_a_dispute_is_told_wherever_the_claim_stands(client: Client, build: Builder) -> None:
    build.verified(**on(date(2018, 3, 5)))
    ocha = Source.objects.get(slug="ocha")
    rival = build.verified(attributed_to=ocha, attribution_text="OCHA", **on(date(2018, 3, 1)))
    alone = build.verified(indicator="injured")
    for figure in (rival, alone):
        review.dispute(by=build.reviewer, at=next(build.clock), figure=figure, reason="Others counted fewer")
    disputed = "checked against its source by two people disputed"
    page, home = client.get(GHOUTA), client.get("/")
    for text in (words(page, inside="headlines"), words(home, inside="enclaves")):
        assert re.search(f"Others said.*1 March 2018; {ocha.name}; {disputed}", text), text
    claimants = words(page, inside="claimants").partition("Said by one claimant only")[2]
    assert disputed in claimants
    assert words(home, inside="latest").count("; disputed") == 2


def test_the_largest_report_of_displacement_names_its_claimant_and_how_far_it_was_checked(
    client: Client, seeded_demo: None
) -> None:
    assert (
        "The largest single report: nearly 130,000 people fled , about 11 to 20 November 2016; claimant not named; "
        "entered by one person, not yet checked against its source by a second."
    ) in words(client.get(ALEPPO), inside="fled-person").replace(" .", ".")


def test_claimants_without_a_minimum_stand_together(client: Client, seeded: None) -> None:
    text = words(client.get(ALEPPO), inside="minimum")
    assert "4 whose reports give no minimum" in text
    assert text.index("at least 250") < text.index("4 whose reports give no minimum")


def test_headlines_name_each_rival_once(client: Client, build: Builder) -> None:
    slugs = ["sohr", "white-helmets", "ocha", "icrc", "amnesty-international"]
    build.verified(**on(date(2018, 3, 5)))
    for slug in slugs:
        for day in (1, 2):
            source = Source.objects.get(slug=slug)
            _standing(build, attributed_to=source, attribution_text=slug, **on(date(2018, 3, day)))
    (headline,) = client.get(GHOUTA).context["headlines"]
    assert len({rival.attributed_to for rival in headline.rivals}) == 3
    assert headline.more == 7


def test_the_series_fetch_no_sentences(client: Client, seeded: None, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(5) as queries:
        client.get(f"{GHOUTA}series.json")
    assert not [query for query in queries.captured_queries if "source_sentence" in query["sql"]]


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow_with_figures(
    client: Client, build: Builder, django_assert_num_queries: Any, number: int
) -> None:
    for _ in range(number):
        build.verified()
    with django_assert_num_queries(9):
        client.get(GHOUTA)


def test_nothing_confidential_is_in_switches_or_rivals(client: Client, build: Builder) -> None:
    document = build.document(confidential=True)
    build.verified(document)
    page = client.get(GHOUTA)
    assert _switches(page)["attributed_to"] == []
    assert "United Nations" not in words(page)
    assert PublishedFigure.objects.get().document_title is None
