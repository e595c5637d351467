"""Pages: each address answers, and says what a reader came for, without JavaScript."""

import pytest
from django.contrib.auth.models import User
from django.db import OperationalError
from django.test import Client
from pytest_django import Settings

from tests.build import Builder
from tests.public.addresses import every_address
from tests.public.reading import whole, words
from tracker import review
from tracker.models import Document, Figure


def _id(text: str) -> int:
    return Figure.objects.get(reported_text=text).pk


def test_every_address_answers_with_a_strict_policy(client: Client, seeded_demo: None) -> None:
    for address in every_address():
        response = client.get(address)
        assert response.status_code == 200, address
        assert "script-src 'self';" in response["Content-Security-Policy"] + ";", address
        assert "unsafe" not in response["Content-Security-Policy"], address
        page = whole(response)
        assert b"style=" not in page, address
        assert b"<script>" not in page, address


def test_home_says_the_headlines_in_words_that_keep_the_uncertainty(client: Client, seeded_demo: None) -> None:
    page = words(client.get("/"), inside="enclaves")
    assert (
        "more than 1,220 civilians killed 18 February to 15 March 2018; claimant not named; "
        "checked against its source by two people" in page
    )
    assert "All 14 figures of East Aleppo, with charts" in page
    assert "Only without a date, or of one group: Evacuated , Besieged , Aid recipients" in page
    counts = words(client.get("/"))
    assert (
        "figures 31 checked against their source by two people 22 documents 5 sources named, as claimant or publisher 7"
        in counts
    )


def test_home_without_figures(client: Client, reference: None) -> None:
    assert "There are no public figures yet." in words(client.get("/"))


def test_a_place_shows_its_figures_and_those_inside_it(client: Client, seeded: None) -> None:
    page = client.get("/places/eastern-ghouta/")
    assert [section.title for section in page.context["sections"]] == [
        "Killed",
        "Injured",
        "Fled",
        "Evacuated",
        "Besieged",
        "Aid trucks",
        "Aid recipients",
    ]
    assert page.context["number_of_figures"] == 13
    assert client.get("/places/syria/").context["number_of_figures"] == 31
    assert "About this" not in words(page)
    assert 'lang="ar" dir="rtl">الغوطة الشرقية' in page.content.decode()


def test_the_largest_report_of_displacement_stands_for_a_total(client: Client, seeded: None) -> None:
    assert "The largest single report: nearly 130,000 people fled" in words(client.get("/places/east-aleppo/"))


def test_documented_minimum_of_east_aleppo(client: Client, seeded: None) -> None:
    minimum = words(client.get("/places/east-aleppo/"), inside="minimum")
    assert "at least 250 Added: more than 250 civilians killed" in minimum
    unclear = "because the sentence does not say from when to when it counts"
    assert f"79 civilians killed , East Aleppo, date not stated; {unclear}" in minimum
    assert f"at least 82 civilians killed , East Aleppo, date not stated; {unclear}" in minimum
    assert f"people killed: “Hundreds” (200 or more) , East Aleppo, date not stated; {unclear}" in minimum
    assert minimum.count("at least 250") == 1
    assert minimum.count("no minimum: nothing could be added") == 4


def test_documented_minimum_of_eastern_ghouta(client: Client, seeded: None) -> None:
    minimum = words(client.get("/places/eastern-ghouta/"), inside="minimum")
    assert "at least 1,220 Added: more than 1,220 civilians killed" in minimum
    assert "nearly 600 people killed" in minimum
    assert "because it is an approximate number: nobody said that it was at least that many" in minimum


def test_a_headline_of_a_country_is_its_own_before_a_towns(client: Client, seeded: None) -> None:
    headlines = words(client.get("/places/syria/"), inside="headlines")
    assert "Killed more than 350,000 people killed" in headlines


def test_series_are_the_pages_charts(client: Client, seeded: None) -> None:
    page, series = client.get("/places/east-aleppo/"), client.get("/places/east-aleppo/series.json").json()
    assert series["place"] == "east-aleppo"
    assert [f"{c['indicator']}-{c['unit']}" for c in series["charts"]] == [s.name for s in page.context["sections"]]
    for chart, section in zip(series["charts"], page.context["sections"], strict=True):
        drawn = [m["figure"] for s in chart["series"] for m in s["marks"]]
        assert drawn == [row.figure.figure_id for row in section.rows if not row.repeat]
        assert len(chart["letters"]) == len(chart["series"])


def test_a_place_and_its_series_take_the_same_filters(client: Client, seeded_demo: None) -> None:
    page = client.get("/places/east-aleppo/?status=verified")
    series = client.get("/places/east-aleppo/series.json?status=verified").json()
    assert page.context["number_of_figures"] == 5
    assert {m["hollow"] for c in series["charts"] for s in c["series"] for m in s["marks"]} == {False}
    assert 'data-series="/places/east-aleppo/series.json?status=verified"' in page.content.decode()
    assert "/figures.csv?place=east-aleppo&amp;status=verified" in page.content.decode()


def test_a_figure_says_everything_about_itself(client: Client, seeded: None) -> None:
    page = client.get(f"/figures/{_id('More than 1,220')}/")
    html, text = page.content.decode(), words(page)
    assert "<mark>More than 1,220</mark> civilians - a fifth of them children - have been killed" in html
    assert "checked against its source by two people" in text
    assert "verified deaths" not in text
    assert "low 1,220 · as printed 1,220 · high open" in text
    assert "publisher not stated; published between 15 March 2018 and 16 March 2018 (inferred)" in text
    assert "children killed: about 244 (reckoned: 1/5 × 1,220)" in words(page, inside="belongs")
    assert "How to cite “More than 1,220” (more than 1,220 civilians killed), Eastern Ghouta" in text


def test_a_party_to_the_conflict_is_named_as_one(client: Client, seeded: None) -> None:
    page = words(client.get(f"/figures/{_id('Seventy-nine')}/"))
    assert "Claimant Abdullah Othman party to the conflict" in page


def test_a_repeat_and_its_head_lead_to_each_other(client: Client, seeded: None) -> None:
    head, repeat = _id("nearly 20,000"), _id("up to 20,000")
    assert f'href="/figures/{repeat}/"' in client.get(f"/figures/{head}/").content.decode()
    text = words(client.get(f"/figures/{repeat}/"), inside="belongs")
    assert "This count was reported 2 times, from 2 origins; it is counted once." in text
    assert "It reports this count again nearly 20,000 people fled" in text


def test_a_count_from_one_origin_says_so(client: Client, build: Builder) -> None:
    head = build.verified()
    build.verified(repeat_of=head)
    assert "This count was reported 2 times, from 1 origin; it is counted once." in words(client.get(f"/figures/{head.pk}/"))
    assert "reported 2 times, from 1 origin; counted once" in words(client.get("/places/eastern-ghouta/"))


def test_a_draft_has_no_page_and_its_document_none(client: Client, build: Builder) -> None:
    draft = build.draft()
    assert client.get(f"/figures/{draft.pk}/").status_code == 404
    assert client.get(f"/documents/{draft.document_id}/").status_code == 404


def test_a_retracted_figure_keeps_its_page(client: Client, build: Builder, editor: User) -> None:
    figure = build.verified()
    revision = review.propose_retraction(by=editor, at=next(build.clock), figure=figure, reason="Misread")
    review.apply_revision(by=build.reviewer, at=next(build.clock), revision=revision)
    page = client.get(f"/figures/{figure.pk}/")
    assert page.status_code == 200
    assert "<s>At least 40</s>" in page.content.decode()
    assert "Reason: Misread" in words(page)
    assert f"/documents/{figure.document_id}/" not in page.content.decode()
    assert client.get(f"/documents/{figure.document_id}/").status_code == 404
    assert client.get("/figures/").context["table"].paginator.count == 0
    assert client.get("/figures/?status=retracted").context["table"].paginator.count == 1


def test_a_pending_correction_is_announced_and_not_shown(client: Client, build: Builder) -> None:
    figure = build.verified()
    review.revise(
        by=build.curator, at=next(build.clock), figure=figure, values={"group": "civilians"}, reason="They are civilians"
    )
    page = words(client.get(f"/figures/{figure.pk}/"))
    assert "A correction is being checked." in page
    assert "at least 40 people killed" in page


def test_what_stands_in_a_sentence_is_escaped(client: Client, build: Builder) -> None:
    text = 'On <b>Monday</b>, 7 "people" & <script>alert(1)</script> 9 others were killed.'
    document = build.document(text=text)
    for number in ("7", "9"):
        build.provisional(
            document, excerpt=text, reported_text=number, quantifier="exact", reported=int(number), attribution_text="<i>"
        )
    for address in every_address():
        if "json" not in address and "csv" not in address:
            assert b"<script>alert" not in whole(client.get(address)), address
    page = client.get(f"/documents/{document.pk}/").content.decode()
    assert "On &lt;b&gt;Monday&lt;/b&gt;, " in page
    assert page.count("<mark>") == 2


def test_a_document_shows_its_sentences_and_not_its_text(client: Client, build: Builder) -> None:
    text = "Nobody may read this. At least 40 people were killed, including 12 children, the UN said. Nor this."
    document = build.document(text=text)
    build.provisional(document)
    build.draft(document, excerpt="Nor this.", reported_text="this", quantifier="vague", reported=None, indicator="injured")
    page = client.get(f"/documents/{document.pk}/").content.decode()
    assert "<mark>At least 40</mark>" in page
    assert document.whole_sha256 in page
    for address in every_address():
        assert b"Nobody may read this" not in whole(client.get(address))
        assert b"Nor this" not in whole(client.get(address))


def test_a_document_says_how_its_date_is_known(client: Client, seeded: None) -> None:
    document = Document.objects.get(published_earliest="2016-11-30")
    page = words(client.get(f"/documents/{document.pk}/"))
    assert "between 30 November 2016 and 2 December 2016, inferred" in page
    assert "Publisher not stated" in page


@pytest.mark.parametrize("address", ["/nowhere", "/places/nowhere/", "/figures/999/", "/documents/999/"])
def test_unknown_addresses_help(client: Client, db: None, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert "There is nothing at this address" in words(response)
    assert "Search all figures" in words(response)


def test_an_error_of_ours_has_a_page(client: Client, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.public.home.counts", lambda: 1 / 0)
    client.raise_request_exception = False
    response = client.get("/")
    assert response.status_code == 500
    assert "This is a fault of ours" in words(response)


@pytest.mark.parametrize("address", ["/", "/figures/", "/methodology/", "/nowhere", "/figures/?x=1"])
def test_demonstration_says_so_on_every_page(client: Client, settings: Settings, db: None, address: str) -> None:
    notice = "Demonstration: checked by demonstration accounts, not by people."
    settings.DEMO = True
    assert notice in words(client.get(address))
    settings.DEMO = False
    assert notice not in words(client.get(address))


def test_methodology_computes_its_tables(client: Client, db: None) -> None:
    page = words(client.get("/methodology/"))
    assert "nearly 600 approximately open 600 600" in page
    assert "more than a dozen more than 12 12 open" in page
    assert "only a handful a word instead of a number open none open" in page
    assert "several hundred 300" in page
    assert "rounded down (244)" in page
    assert "Do not sum this file." in page
    assert "report_count How many figures report this count" in page


def test_health(client: Client, db: None, settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert "no-cache" in response["Cache-Control"]
    assert client.get("/").status_code == 301


def test_health_without_a_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise OperationalError

    monkeypatch.setattr("tracker.public.health.connection.cursor", refuse, raising=False)
    response = client.get("/healthz")
    assert response.status_code == 503
