"""Histories as sentences: the pure functions by tables, then the pages with what people really did."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from pytest_django import DjangoAssertNumQueries

from tests.admin.test_figures import as_
from tests.build import Builder
from tracker import review
from tracker.admin.history import history_of, latest_activity
from tracker.admin.sentences import figure_sentences, proposal_sentences, row_sentences
from tracker.admin.values import pieces, value_words
from tracker.ingest import documents
from tracker.models import Document, Figure, Place, Source

AT = datetime(2026, 5, 3, 9, tzinfo=UTC)
NAMES: dict[Any, str] = {
    (User, 1): "Amal",
    (User, 2): "Basel",
    (Place, 4): "Douma",
    (Place, 5): "Harasta",
    (Source, 6): "United Nations",
    (Figure, 7): "At least 40 killed (figure 7)",
}
BORN: dict[str, Any] = {field.attname: None for field in Figure._meta.concrete_fields} | {
    "id": 7,
    "version": 1,
    "status": "draft",
    "changed_by_id": 1,
    "changed_at": AT,
    "change_reason": "",
    "overridden": [],
    "override_reason": "",
    "high": 900,
    "place_id": 4,
    "indicator": "killed",
    "note": "",
    "excerpt": "At least 40 people were killed.",
}


def after(by: int = 1, reason: str = "", **values: Any) -> dict[str, Any]:
    """Return the next version, with these values."""
    return BORN | {"version": 2, "changed_by_id": by, "change_reason": reason} | values


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (None, BORN, "On 3 May 2026, Amal entered it as a draft"),
        (
            BORN,
            after(high=950, reason="second page of the report"),
            "On 3 May 2026, Amal changed high from 900 to 950: “second page of the report”",
        ),
        (BORN, after(high=None), "On 3 May 2026, Amal changed high from 900 to open"),
        (
            BORN,
            after(place_id=5, indicator="aid_trucks", claimed_on=date(2018, 3, 5)),
            "On 3 May 2026, Amal changed indicator from “Killed” to “Aid trucks”, day it was said from empty to 5 March "
            "2018 and place from Douma to Harasta",
        ),
        (BORN, after(attributed_to_id=6), "On 3 May 2026, Amal changed claimant from empty to United Nations"),
        (
            BORN,
            after(number_start=5),
            "On 3 May 2026, Amal changed where in the text its number stands from one place to another",
        ),
        (BORN, after(excerpt="40 were killed.", excerpt_start=3), "On 3 May 2026, Amal changed the sentence"),
        (BORN, after(status="provisional"), "On 3 May 2026, Amal published it as provisional"),
        (after(status="provisional"), after(2, status="verified"), "On 3 May 2026, Basel verified it"),
        (
            BORN,
            after(2, "denied", disputed_on=date(2026, 5, 3)),
            "On 3 May 2026, Basel marked it as disputed: “denied”",
        ),
        (
            after(disputed_on=date(2026, 5, 3)),
            after(2, "denial withdrawn"),
            "On 3 May 2026, Basel settled the dispute: “denial withdrawn”",
        ),
        (BORN, after(2, "look again", sent_back_at=AT), "On 3 May 2026, Basel sent it back: “look again”"),
        (
            after(sent_back_at=AT),
            after(high=950, reason="right"),
            "On 3 May 2026, Amal changed high from 900 to 950: “right”",
        ),
        (
            BORN,
            after(overridden=["falls"], override_reason="a new way of counting"),
            "On 3 May 2026, Amal set aside what looked wrong (a total that falls): “a new way of counting”",
        ),
        (BORN, after(), "On 3 May 2026, Amal saved it without a difference"),
    ],
)
def test_a_figures_version_as_a_sentence(old: dict[str, Any] | None, new: dict[str, Any], expected: str) -> None:
    assert [str(s) for s in figure_sentences([(old, new)], [], NAMES)] == [expected]


CORRECTION: dict[str, Any] = {
    "figure_id": 7,
    "kind": "correction",
    "changes": {"high": 950, "claimed_on": "2018-03-05"},
    "successor_id": None,
    "reason": "second page",
    "proposed_by_id": 1,
    "proposed_at": AT,
    "outcome": "pending",
    "decided_by_id": None,
    "decided_at": None,
    "decision_reason": "",
    "applied_version": None,
}
DECLINED = {"outcome": "declined", "decided_at": AT, "decision_reason": "it says 900"}
PROPOSED = (
    "On 3 May 2026, Amal proposed a correction: high from 900 to 950 and day it was said from empty to 5 March 2018: "
    "“second page”"
)


@pytest.mark.parametrize(
    ("revision", "expected"),
    [
        (CORRECTION, [PROPOSED]),
        (
            CORRECTION | DECLINED | {"decided_by_id": 2},
            [PROPOSED, "On 3 May 2026, Basel declined the correction that Amal had proposed: “it says 900”"],
        ),
        (
            CORRECTION | DECLINED | {"decided_by_id": 1},
            [PROPOSED, "On 3 May 2026, Amal took back the proposed correction: “it says 900”"],
        ),
        (
            CORRECTION | {"kind": "retraction", "changes": {}, "successor_id": 7},
            [
                "On 3 May 2026, Amal proposed to retract it, with At least 40 killed (figure 7) as the new head of the "
                "count: “second page”"
            ],
        ),
    ],
)
def test_a_proposal_as_sentences(revision: dict[str, Any], expected: list[str]) -> None:
    assert [str(s) for s in proposal_sentences(revision, BORN, NAMES)] == expected


@pytest.mark.parametrize(
    ("kind", "new", "expected"),
    [
        (
            "correction",
            {"status": "verified", "high": 950},
            "On 3 May 2026, Basel confirmed the correction that Amal had proposed: high from 900 to 950: “second page”",
        ),
        ("retraction", {"status": "retracted"}, "On 3 May 2026, Basel retracted it, as Amal had proposed: “second page”"),
    ],
)
def test_what_a_second_person_confirmed(kind: str, new: dict[str, Any], expected: str) -> None:
    old, new = BORN | {"status": "verified"}, after(2, "second page", **new)
    applied = CORRECTION | {"kind": kind, "outcome": "applied", "applied_version": 2}
    assert [str(s) for s in figure_sentences([(old, new)], [applied], NAMES)] == [expected]


def test_other_rows_and_the_programs_own() -> None:
    place: dict[str, Any] = {
        "id": 4,
        "version": 1,
        "changed_by_id": None,
        "changed_at": AT,
        "change_reason": "",
        "name": "Duma",
    }
    place |= {"confirmed": False, "aliases": ["Doma"], "kind": "town", "parent_id": None}
    confirmed = place | {"version": 2, "changed_by_id": 2, "confirmed": True}
    renamed = confirmed | {"version": 3, "name": "Douma", "parent_id": 5, "change_reason": "as OCHA spells it"}
    assert [str(s) for s in row_sentences(Place, [place, confirmed, renamed], NAMES)] == [
        "On 3 May 2026, the program added the place",
        "On 3 May 2026, Basel confirmed it",
        "On 3 May 2026, Basel changed name from “Duma” to “Douma” and place that it lies in from empty to Harasta: "
        "“as OCHA spells it”",
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("one two three", "one 2 three", [("same", "one "), ("old", "two"), ("new", "2"), ("same", " three")]),
        ("one two three four", "one two three", [("same", "one two three"), ("old", " four")]),
        ("all of this", "nothing alike here", [("old", "all of this"), ("new", "nothing alike here")]),
    ],
)
def test_texts_are_compared_by_words(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert pieces(old, new) == expected


@pytest.mark.parametrize(
    ("model", "column", "value", "expected"),
    [
        (Place, "confirmed", True, "yes"),
        (Place, "aliases", ["Duma", "Doma"], "“Duma”; “Doma”"),
        (Place, "kind", "un_body", "“United Nations body”"),
        (Figure, "low", None, "open"),
        (Figure, "low", 1220, "1,220"),
        (Figure, "end_date", "2018-03-05", "5 March 2018"),
        (Figure, "reported_text", "dozens", "“dozens”"),
        (Document, "publisher_id", 6, "United Nations"),
        (Document, "title", "", ""),
    ],
)
def test_values_in_words(model: Any, column: str, value: Any, expected: str) -> None:
    assert value_words(model, column, value, NAMES) == expected


class TestPages:
    """What people did is read back from the history tables that the triggers fill."""

    def test_a_figures_whole_course(
        self, build: Builder, curator: User, reviewer: User, editor: User, clock: Iterator[datetime]
    ) -> None:
        figure = build.verified(note="first")
        review.revise(by=curator, at=next(clock), figure=figure, values={"low": 30}, reason="second page")
        revision = figure.revisions.get()
        review.decline_revision(by=reviewer, at=next(clock), revision=revision, reason="it says 40")
        review.dispute(by=reviewer, at=next(clock), figure=figure, reason="denied by the mayor")
        retraction = review.propose_retraction(by=reviewer, at=next(clock), figure=figure, reason="withdrawn")
        review.apply_revision(by=editor, at=next(clock), revision=retraction)
        page = as_(curator).get(f"/admin/tracker/figure/{figure.pk}/history/")
        assert [str(sentence) for sentence in page.context["sentences"]] == [
            "On 1 January 2026, dina retracted it, as basel had proposed: “withdrawn”",
            "On 1 January 2026, basel proposed to retract it: “withdrawn”",
            "On 1 January 2026, basel marked it as disputed: “denied by the mayor”",
            "On 1 January 2026, basel declined the correction that amal had proposed: “it says 40”",
            "On 1 January 2026, amal proposed a correction: low from 40 to 30: “second page”",
            "On 1 January 2026, basel verified it",
            "On 1 January 2026, amal published it as provisional",
            "On 1 January 2026, amal entered it as a draft",
        ]

    def test_a_long_text_is_shown_word_by_word(self, build: Builder, curator: User, clock: Iterator[datetime]) -> None:
        figure = build.draft(note="printed on page one")
        review.revise(by=curator, at=next(clock), figure=figure, values={"note": "printed on page two"}, reason="")
        page = as_(curator).get(f"/admin/tracker/figure/{figure.pk}/history/").text
        assert '<del><span class="visually-hidden">taken out: </span>one</del>' in page
        assert '<ins><span class="visually-hidden">put in: </span>two</ins>' in page

    def test_documents_places_and_sources(self, build: Builder, curator: User, editor: User) -> None:
        document = build.document()
        url = f"/admin/tracker/document/{document.pk}/"
        documents.revise(
            by=curator, at=next(build.clock), document=document, values={"title": "Shelling"}, reason="found it"
        )
        sentences = [str(s).split(", ", 1)[1] for s in history_of(Document.objects.get())]
        assert sentences == ["amal changed title from empty to “Shelling”: “found it”", "amal stored the document"]
        assert as_(curator).get(f"{url}history/").status_code == 200
        place, source = Place.objects.get(slug="douma"), Source.objects.get(slug="sohr")
        for path in (f"place/{place.pk}", f"source/{source.pk}"):
            assert "the program added the" in as_(curator).get(f"/admin/tracker/{path}/history/").text

    def test_nobody_without_the_right_to_see_it(self, build: Builder, administrator: User) -> None:
        figure = build.draft()
        assert as_(administrator).get(f"/admin/tracker/figure/{figure.pk}/history/").status_code == 403
        assert as_(build.curator).get("/admin/tracker/figure/999/history/").status_code == 404

    def test_as_many_queries_for_a_long_history(
        self, build: Builder, curator: User, clock: Iterator[datetime], django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        figure = build.draft()
        with django_assert_num_queries(QUERIES_OF_A_HISTORY):
            history_of(figure)
        for high in range(50, 60):
            figure = review.revise(by=curator, at=next(clock), figure=figure, values={"high": high}, reason="page") or figure  # type: ignore[assignment]
        with django_assert_num_queries(QUERIES_OF_A_HISTORY):
            assert len(history_of(figure)) == 11

    def test_the_latest_across_figures(self, build: Builder, curator: User, clock: Iterator[datetime]) -> None:
        first, second = build.verified(), build.draft(place=Place.objects.get(slug="douma"))
        review.revise(by=curator, at=next(clock), figure=first, values={"low": 30}, reason="second page")
        assert [(s.figure, s.did) for s in latest_activity(3)] == [
            (first.pk, "proposed a correction: low from 40 to 30"),
            (second.pk, "entered it as a draft"),
            (first.pk, "verified it"),
        ]


QUERIES_OF_A_HISTORY = 6
