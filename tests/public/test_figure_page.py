"""The page of a figure: its range and dates in words, what it belongs to, how to cite it."""

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import Settings

from tests.build import TEXT, Builder
from tests.public.reading import words
from tracker import review
from tracker.models import PublishedFigure, Source
from tracker.public.citing import bibtex
from tracker.templatetags.figure_page import accumulation_phrase, date_phrase, published_words, range_phrase


def _row(**values: Any) -> PublishedFigure:
    dates: dict[str, Any] = dict.fromkeys(("start_date", "end_date")) | {
        "start_accuracy": "unknown",
        "end_accuracy": "unknown",
    }
    return PublishedFigure(**(dates | values))


@pytest.mark.parametrize(
    ("quantifier", "low", "best", "high", "phrase"),
    [
        ("exact", 46, 46, 46, "46, as printed; no range was given"),
        ("exact", 0, 0, 0, "0, as printed; no range was given"),
        ("approximately", None, 9300, None, "about 9,300; how far off it may be was not said, in either direction"),
        ("approximately", None, 600, 600, "600 or a little less; no lower end was given"),
        ("at_least", 40, 40, None, "40 or more; no upper end was given"),
        ("more_than", 1220, 1220, None, "more than 1,220; no upper end was given"),
        ("up_to", None, None, 20000, "20,000 or fewer; no lower end was given"),
        ("less_than", None, None, 30, "fewer than 30; no lower end was given"),
        ("between", 300, None, 400, "300 to 400"),
        ("vague", 24, None, None, "24 or more, the least that the word can mean; no upper end was given"),
        ("vague", None, None, None, "none: the word says how little, not how many"),
        ("more_than", 900, 920, 950, "900 to 950"),
    ],
)
def test_a_range_in_words(quantifier: str, low: int | None, best: int | None, high: int | None, phrase: str) -> None:
    assert range_phrase(_row(quantifier=quantifier, low=low, best=best, high=high)) == phrase


DAY = date(2018, 3, 5)


@pytest.mark.parametrize(
    ("values", "phrase"),
    [
        (
            {},
            "Neither the sentence nor the rest of the document says when it happened; the day of publication is no answer.",
        ),
        (
            {"start_date": DAY, "end_date": DAY, "start_accuracy": "day", "end_accuracy": "day", "date_basis": "stated"},
            "Known to the day; the sentence states it.",
        ),
        (
            {
                "start_date": DAY,
                "end_date": DAY,
                "start_accuracy": "day",
                "end_accuracy": "week",
                "date_basis": "publication",
            },
            "The start is known to the day, the end to about a week; it counts up to the day of publication.",
        ),
        (
            {"start_date": DAY, "start_accuracy": "month", "date_basis": "from_context"},
            "The start is known to the month, the end is not stated; taken from the context, not from the sentence alone.",
        ),
        (
            {"end_date": DAY, "end_accuracy": "year", "date_basis": None},
            "The end is known to the year, the start is not stated; on what basis is not stated.",
        ),
    ],
)
def test_dates_in_a_phrase(values: dict[str, Any], phrase: str) -> None:
    assert date_phrase(_row(**values)) == phrase


def test_how_it_adds_up_in_a_phrase() -> None:
    phrases = {
        code: accumulation_phrase(_row(accumulation=code)) for code in ("increment", "cumulative", "stock", "unclear")
    }
    assert phrases == {
        "increment": "counted within this period alone",
        "cumulative": "a running total since the start of the period",
        "stock": "how many there were at that date",
        "unclear": "not clear: the sentence does not say from when to when it counts; it is never added up",
    }


@pytest.mark.parametrize(
    ("published", "basis", "starts", "ends"),
    [
        (None, None, "day of publication not known", ""),
        ("2018-03-06", "stated", "published on 6 Mar", "2018"),
        ("2018-03-06", "inferred", "published on 6 Mar", "2018 (inferred)"),
        ("2018-03-06/2018-03-07", "inferred", "published between 6 Mar", "2018 (inferred)"),
    ],
)
def test_when_its_document_was_published(published: str | None, basis: str | None, starts: str, ends: str) -> None:
    phrase = published_words(_row(document_published=published, document_published_basis=basis))
    assert phrase.startswith(starts)
    assert phrase.endswith(ends)


def test_other_figures_of_its_sentence_lead_to_each_other(client: Client, build: Builder) -> None:
    text = "On Monday 7 people died and 9 fled, the UN said."
    document = build.document(text=text)
    seven = build.provisional(document, excerpt=text, reported_text="7", quantifier="exact", reported=7)
    nine = build.provisional(document, excerpt=text, reported_text="9", quantifier="exact", reported=9, indicator="fled")
    assert "Also read in this sentence 9 people fled" in words(client.get(f"/figures/{seven.pk}/"), inside="belongs")
    assert "Also read in this sentence 7 people killed" in words(client.get(f"/figures/{nine.pk}/"), inside="belongs")


def test_what_it_belongs_to_says_how_far_it_was_checked_and_what_is_disputed(client: Client, build: Builder) -> None:
    document = build.document(text=TEXT)
    total = build.verified(document)
    review.dispute(by=build.reviewer, at=next(build.clock), figure=total, reason="Others counted fewer")
    children: dict[str, Any] = {"reported_text": "12 children", "quantifier": "exact", "reported": 12, "group": "children"}
    part = build.provisional(document, subset_of=total, **children, start_date=total.start_date, end_date=total.end_date)
    of_part = words(client.get(f"/figures/{part.pk}/"), inside="belongs")
    assert of_part.endswith("; United Nations; checked against its source by two people disputed")
    of_total = words(client.get(f"/figures/{total.pk}/"), inside="belongs")
    assert of_total.endswith("; United Nations; entered by one person, not yet checked against its source by a second")


def test_its_sentence_leads_to_its_place_in_the_document(client: Client, build: Builder) -> None:
    figure = build.provisional()
    link = f'/documents/{figure.document_id}/#at-{figure.excerpt_start}"'
    assert link in client.get(f"/figures/{figure.pk}/").content.decode()
    assert f'<li id="at-{figure.excerpt_start}">' in client.get(f"/documents/{figure.document_id}/").content.decode()


def test_a_citation_names_the_source_and_the_version(client: Client, build: Builder, settings: Settings) -> None:
    settings.SITE_URL = "https://figures.example"
    publisher = Source.objects.get(slug="icrc")
    figure = build.verified(
        build.document(
            text="At least 40 people were killed, including 12 children, the UN said.", title="Shelling", publisher=publisher
        )
    )
    cited = words(client.get(f"/figures/{figure.pk}/"), inside="cite")
    assert cited.startswith("How to cite “At least 40” (at least 40 people killed), Eastern Ghouta, 5 Mar")
    assert (
        "United Nations; checked against its source by two people. "
        f"Read in “Shelling”, {publisher.name}, published on 6 March 2018. Figure {figure.pk}, version 3 of 1 Jan" in cited
    )
    assert f"Casualty and displacement figures. https://figures.example/figures/{figure.pk}/" in cited


def test_a_citation_names_an_untitled_document_and_nothing_of_a_confidential_one(client: Client, build: Builder) -> None:
    figure = build.verified(build.document(text=TEXT))
    source = f"Read in document {figure.document_id}, publisher not stated, published on 6 March 2018."
    assert source in words(client.get(f"/figures/{figure.pk}/"), inside="cite")
    hidden = build.verified(build.document(text=f"{TEXT} So it was.", confidential=True))
    assert "Read in" not in words(client.get(f"/figures/{hidden.pk}/"), inside="cite")


def test_a_retracted_figure_says_so_wherever_its_page_is_named(client: Client, build: Builder, editor: User) -> None:
    figure = build.verified()
    revision = review.propose_retraction(by=editor, at=next(build.clock), figure=figure, reason="The paper withdrew it")
    review.apply_revision(by=build.reviewer, at=next(build.clock), revision=revision)
    html = client.get(f"/figures/{figure.pk}/").content.decode()
    named = "Retracted: at least 40 people killed, Eastern Ghouta"
    assert (f"<title>{named} ·" in html, f'property="og:title" content="{named} ·' in html) == (True, True)
    assert "<s>At least 40</s>" in html


def test_a_citation_says_that_the_claim_is_disputed(client: Client, build: Builder) -> None:
    figure = build.verified()
    review.dispute(by=build.reviewer, at=next(build.clock), figure=figure, reason="Others counted fewer")
    page = client.get(f"/figures/{figure.pk}/")
    assert words(page, inside="cite").count("checked against its source by two people; disputed") == 2
    assert 'checked against its source by two people; disputed.">' in page.content.decode()


def test_bibtex_whole(build: Builder, settings: Settings) -> None:
    settings.SITE_URL = "https://figures.example"
    number = build.verified(group="other", group_text="50% & {more}").pk
    entry = bibtex(PublishedFigure.objects.get(pk=number)).splitlines()
    assert entry[0] == f"@misc{{figure-{number}-3,"
    assert entry[1].startswith(r"  title = {{at least 40 50\% \& \{more\} killed, Eastern Ghouta, 5 Mar")
    assert entry[2:] == [
        "  howpublished = {Casualty and displacement figures},",
        "  year = {2026},",
        "  month = jan,",
        f"  note = {{Figure {number}, version 3; checked against its source by two people}},",
        f"  url = {{https://figures.example/figures/{number}/}},",
        "}",
    ]
