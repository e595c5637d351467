"""A figure's public history: what a reader could see at the time, why, and never who."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.build import Builder
from tests.public.reading import words
from tracker import review
from tracker.models import Document, Figure, Place, PublishedFigure, Source
from tracker.public.history import COLUMNS, history_lines
from tracker.published.history import OPEN, WITHHELD

Told = tuple[str, list[str], str]


def _told(figure: Figure) -> list[Told]:
    lines = history_lines(PublishedFigure.objects.get(pk=figure.pk))
    return [(line.sentence, list(line.changes), line.reason) for line in lines]


PUBLISHED: Told = ("Published, entered by one person.", [], "")
CHECKED: Told = ("Checked against its source by a second person.", [], "")


def _revise(build: Builder, figure: Figure, reason: str, **values: Any) -> Any:
    figure.refresh_from_db()
    return review.revise(by=build.curator, at=next(build.clock), figure=figure, values=values, reason=reason)


def _correct(build: Builder, figure: Figure, reason: str, **values: Any) -> None:
    revision = _revise(build, figure, reason, **values)
    review.apply_revision(by=build.reviewer, at=next(build.clock), revision=revision)


def _retract(build: Builder, editor: User, figure: Figure, reason: str, **values: Any) -> None:
    figure.refresh_from_db()
    revision = review.propose_retraction(by=editor, at=next(build.clock), figure=figure, reason=reason, **values)
    review.apply_revision(by=build.reviewer, at=next(build.clock), revision=revision)


def test_every_column_has_words() -> None:
    assert set(COLUMNS) == {*OPEN, *WITHHELD}


def test_a_whole_course(build: Builder, editor: User) -> None:
    figure = build.draft(note="only curators read this")
    _revise(build, figure, "mistyped", group="children", note="")
    figure = review.publish(by=build.curator, at=next(build.clock), figure=Figure.objects.get(pk=figure.pk))
    _revise(build, figure, "the sentence says so", group="civilians", place=Place.objects.get(slug="douma"))
    figure.refresh_from_db()
    review.send_back(by=build.reviewer, at=next(build.clock), figure=figure, reason="look at the date, Amal")
    figure.refresh_from_db()
    review.verify(by=build.reviewer, at=next(build.clock), figure=figure, reason="a remark")
    _correct(
        build, figure, "second page of the report", claimed_on="2018-03-06", attributed_to=Source.objects.get(slug="icrc")
    )
    declined = _revise(build, figure, "a doubt", group="women")
    review.decline_revision(by=build.reviewer, at=next(build.clock), revision=declined, reason="no doubt")
    figure.refresh_from_db()
    review.dispute(by=build.reviewer, at=next(build.clock), figure=figure, reason="the ministry denies it")
    figure.refresh_from_db()
    review.settle(by=build.reviewer, at=next(build.clock), figure=figure, reason="the ministry confirmed it")
    _retract(build, editor, figure, "it counts wounded people")
    icrc = Source.objects.get(slug="icrc").name
    corrected, day = _told(figure)[3], "6 Mar"
    assert corrected[1][0].startswith(f"day it was said: {day}")
    assert _told(figure) == [
        PUBLISHED,
        ("Changed:", ["group from “children” to “civilians”", "place from Eastern Ghouta to Douma"], "the sentence says so"),
        CHECKED,
        (
            "Corrected; the correction was checked by a second person:",
            [corrected[1][0], f"claimant from United Nations to {icrc}"],
            "second page of the report",
        ),
        ("Marked as disputed.", [], "the ministry denies it"),
        ("No longer marked as disputed.", [], "the ministry confirmed it"),
        ("Retracted: proposed by one person, confirmed by another.", [], "it counts wounded people"),
    ]


def test_of_long_texts_only_what_became_different_is_told(build: Builder) -> None:
    before, after = "It was the writer who counted " + "very " * 30, "carefully, and all of them are named in the annex."
    figure = build.provisional(note=f"{before}slowly {after}")
    _revise(build, figure, "a slip", note=f"{before}quickly and {after}")
    _revise(build, figure, "shorter", note="It was the writer")
    told = [changes for _sentence, changes, _reason in _told(figure)]
    assert told[1:] == [
        [
            "note from “… very very very very very slowly carefully, and all of them …” to "
            "“… very very very very very quickly and carefully, and all of them …”"
        ],
        [f"note from “{before}quickly and {after}” to “It was the writer”"],
    ]


def test_nobody_is_named_and_no_draft_is_told(client: Client, build: Builder, editor: User) -> None:
    figure = build.draft(note="only curators read this")
    _revise(build, figure, "mistyped by Xaver", note="")
    figure = review.publish(by=build.curator, at=next(build.clock), figure=Figure.objects.get(pk=figure.pk))
    page = client.get(f"/figures/{figure.pk}/").content.decode().lower()
    people = [name for user in (build.curator, build.reviewer, editor) for name in (user.username, user.email) if name]
    assert [word for word in (*people, "only curators", "xaver", "mistyped") if word.lower() in page] == []


def test_a_confidential_documents_reasons_and_words_are_told_nowhere(client: Client, build: Builder, editor: User) -> None:
    document = build.document(confidential=True)
    figure = build.provisional(document, group="other", group_text="Vermilion ward")
    _revise(build, figure, "as Umbra said", group_text="Quicksilver ward", group="other", note="kept for the file")
    _revise(build, figure, "as Umbra said again", indicator="injured", attribution_text="as told to Umbra")
    figure.refresh_from_db()
    review.verify(by=build.reviewer, at=next(build.clock), figure=figure)
    _retract(build, editor, figure, "Umbra took it back")
    assert _told(figure) == [
        PUBLISHED,
        ("Changed:", ["what is counted from “killed” to “injured”"], ""),
        CHECKED,
        ("Retracted: proposed by one person, confirmed by another.", [], ""),
    ]
    page = client.get(f"/figures/{figure.pk}/").content.decode()
    assert [word for word in ("Umbra", "Vermilion", "Quicksilver", "kept for") if word in page] == []


def test_a_document_that_becomes_confidential_takes_its_history_along(client: Client, build: Builder) -> None:
    figure = build.provisional(group="other", group_text="Vermilion ward")
    _revise(build, figure, "as Umbra said", group_text="Quicksilver ward", group="other")
    assert "Quicksilver" in client.get(f"/figures/{figure.pk}/").content.decode()
    Document.objects.filter(pk=figure.document_id).update(confidential=True, version=2)
    page = client.get(f"/figures/{figure.pk}/").content.decode()
    assert [word for word in ("Umbra", "Vermilion", "Quicksilver") if word in page] == []
    assert _told(figure) == [PUBLISHED]


@pytest.mark.parametrize("confidential", [True, False])
def test_why_a_confidential_head_was_retracted_is_not_told_by_its_repeats(
    build: Builder, editor: User, *, confidential: bool
) -> None:
    head = build.verified(
        build.document(text="At least 40 people were killed, including 12 children, the UN said.", confidential=confidential)
    )
    repeat = build.draft(start_date=head.start_date, end_date=head.end_date, repeat_of=head)
    repeat = review.publish(by=build.curator, at=next(build.clock), figure=repeat, override_reason="it is one count")
    _retract(build, editor, head, "Umbra took it back", successor=repeat)
    change = [f"count that it reports again: figure {head.pk} taken away"]
    assert _told(repeat)[1:] == [("Changed:", change, "" if confidential else "Umbra took it back")]


def test_a_long_history_costs_as_many_queries_as_a_short_one(client: Client, build: Builder) -> None:
    figure = build.provisional()
    _revise(build, figure, "one", place=Place.objects.get(slug="douma"), attributed_to=Source.objects.get(slug="icrc"))
    with CaptureQueriesContext(connection) as short:
        client.get(f"/figures/{figure.pk}/")
    for slug in ("hammuriyeh", "eastern-ghouta", "douma"):
        _revise(build, figure, slug, place=Place.objects.get(slug=slug))
    with CaptureQueriesContext(connection) as long:
        page = client.get(f"/figures/{figure.pk}/")
    assert len(long) == len(short)
    assert words(page, inside="history").count("Reason:") == 4
