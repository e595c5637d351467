"""Repeats, parts, retractions and revisions: what holds between rows, attacked as the application's role."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection

from tests.build import Builder
from tests.database.attacking import attack, insert_copy, update
from tracker import review
from tracker.models import Place


def test_a_repeat_counts_what_its_head_counts(build: Builder) -> None:
    head, other = build.draft(), build.draft(indicator="injured")
    assert update(other, f"repeat_of_id = {head.pk}") == "figure_repeat_counts_the_same"
    repeat = build.draft(repeat_of=head)
    for figure in (repeat, head):
        assert update(figure, "indicator = 'injured'") == "figure_repeat_counts_the_same"
        assert update(figure, "unit = 'household'") == "figure_repeat_counts_the_same"


@pytest.mark.parametrize(
    ("whole", "part", "outcome"),
    [
        ({}, {}, "let through: 1"),
        ({"indicator": "casualties"}, {"indicator": "injured"}, "let through: 1"),
        ({}, {"place": "douma"}, "let through: 1"),
        ({}, {"indicator": "injured"}, "parts_fit"),
        ({"indicator": "killed"}, {"indicator": "casualties"}, "parts_fit"),
        ({}, {"unit": "household"}, "parts_fit"),
        ({}, {"place": "east-aleppo"}, "parts_fit"),
        ({"place": "douma"}, {}, "parts_fit"),
    ],
)
def test_a_part_fits_its_total(build: Builder, whole: dict[str, str], part: dict[str, str], outcome: str) -> None:
    def draft(values: dict[str, Any]) -> int:
        if "place" in values:
            values = values | {"place": Place.objects.get(slug=values["place"])}
        return build.draft(**values).pk

    total, figure = draft(whole), draft(part)
    sql = (
        "UPDATE tracker_figure SET subset_of_id = %s, version = version + 1, changed_at = changed_at + interval '1 s'"
        " WHERE id = %s"
    )
    assert attack(sql, [total, figure]) == outcome


def test_a_total_does_not_leave_its_parts(build: Builder) -> None:
    total = build.draft()
    build.draft(subset_of=total)
    assert update(total, "indicator = 'injured'") == "parts_fit"
    assert update(total, f"place_id = {Place.objects.get(slug='east-aleppo').pk}") == "parts_fit"


@pytest.mark.parametrize("relation", ["repeat_of", "subset_of"])
def test_a_public_figure_points_to_public_ones(build: Builder, relation: str) -> None:
    draft, public = build.draft(), build.provisional()
    assert update(public, f"{relation}_id = {draft.pk}") == "public_points_to_public"
    to_a_draft: dict[str, Any] = {relation: draft}
    pointing = build.draft(**to_a_draft)
    published = f"status = 'provisional', published_by_id = {pointing.entered_by_id}, published_at = now()"
    assert update(pointing, published) == "public_points_to_public"


def test_a_total_is_not_retracted_from_under_its_parts(
    build: Builder, reviewer: User, editor: User, clock: Iterator[datetime]
) -> None:
    total = build.verified()
    build.provisional(subset_of=total)
    revision = total.revisions.create(kind="retraction", reason="x", proposed_by=reviewer, proposed_at=next(clock))
    decide = (
        "UPDATE tracker_figurerevision SET outcome = 'applied', decided_by_id = %s, decided_at = now(),"
        " applied_version = %s WHERE id = %s"
    )
    assert attack(decide, [editor.pk, total.version + 1, revision.pk]) == "let through: 1"
    retract = f"status = 'retracted', retracted_by_id = {editor.pk}, retracted_at = now(), retraction_reason = 'x'"
    assert update(total, retract, by=editor) == "retracted_total_has_no_parts"
    undo = "UPDATE tracker_figurerevision SET outcome = 'declined', applied_version = NULL WHERE id = %s"
    assert attack(undo, [revision.pk]) == "revision_decided_once"
    assert attack("SET CONSTRAINTS ALL IMMEDIATE") == "revision_applied_to_its_figure"
    connection.set_rollback(True)  # the forged decision may not stay, not even until the test ends


def test_a_revision_is_not_called_applied_when_its_figure_was_not_changed(
    build: Builder, reviewer: User, clock: Iterator[datetime]
) -> None:
    figure = build.verified()
    revision = figure.revisions.create(
        kind="correction",
        changes={"group": "women"},
        reason="x",
        proposed_by=build.curator,
        proposed_at=next(clock),
    )
    forged = (
        f"UPDATE tracker_figurerevision SET outcome = 'applied', decided_by_id = {reviewer.pk}, decided_at = now(),"
        f" applied_version = 77 WHERE id = {revision.pk}"
    )
    assert attack(f"{forged}; SET CONSTRAINTS ALL IMMEDIATE") == "revision_applied_to_its_figure"


def test_a_verifier_stays_through_a_retraction(
    build: Builder, reviewer: User, editor: User, clock: Iterator[datetime]
) -> None:
    figure = build.verified()
    revision = review.propose_retraction(by=reviewer, at=next(clock), figure=figure, reason="withdrawn")
    review.apply_revision(by=editor, at=next(clock), revision=revision)
    assert update(figure, f"verified_by_id = {editor.pk}", by=editor) in {"retracted_stays", "stale_write"}
    figure.refresh_from_db()
    assert figure.verified_by == reviewer


def test_a_change_is_not_made_in_the_future(build: Builder) -> None:
    figure = build.draft()
    sql = "UPDATE tracker_figure SET low = 30, version = version + 1, changed_at = now() + interval '1 year' WHERE id = %s"
    assert attack(sql, [figure.pk]) == "versioned"


def test_a_sentence_is_more_than_its_number(build: Builder) -> None:
    figure = build.draft()
    alone = "excerpt = reported_text, excerpt_start = number_start, excerpt_end = number_end"
    assert update(figure, alone) == "figure_sentence_is_more_than_the_number"
    assert insert_copy(figure) == "let through: 1"
