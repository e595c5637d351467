"""Every constraint that stands in the database has its attack, here or beside; the rest of the rules' names follow."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from tests.build import UNDATED, Builder
from tests.database.attacking import attack, insert_copy, update
from tracker import review
from tracker.models import Document, FigureRevision, NotARepeat, Place, PlacePeriod, Source
from tracker.review.refusals import WORDS

UNREACHABLE = {
    "figure_id_is_repeat": "it serves a foreign key",
    "figure_id_counts": "it serves a foreign key",
    "figure_status_code": "a status that is no code is refused as no step",
    "figure_attribution_kind_code": "such a kind fits no claimant: figure_attribution comes first",
    "figure_reported_text_not_blank": "an empty number has no offsets: figure_offsets comes first",
    "document_published_basis_code": "such a basis fits no dates: document_published_basis comes first",
    "figurerevision_outcome_code": "such an outcome fits no decision: revision_decided comes first",
}
"""Rules that no write can meet, and why; they stand as a second fence."""

FIGURE = {
    "figure_unit_code": "unit = 'x'",
    "figure_accumulation_code": "accumulation = 'x'",
    "figure_count_stage_code": "indicator = 'aid_recipients', count_stage = 'x'",
    "figure_place_role_code": "place_role = 'x'",
    "figure_place_accuracy_code": "place_accuracy = 'x'",
    "figure_start_accuracy_code": "start_accuracy = 'x', start_date = '2018-03-01', date_basis = 'stated'",
    "figure_end_accuracy_code": "end_accuracy = 'x', end_date = '2018-03-01', date_basis = 'stated'",
    "figure_date_basis_code": "date_basis = 'x', start_accuracy = 'day', start_date = '2018-03-01'",
    "figure_reported_not_negative": "reported = -1",
    "figure_reported_max_not_negative": "quantifier = 'between', reported = -2, reported_max = -1",
    "figure_best_not_negative": "low = NULL, best = -1",
    "figure_high_not_negative": "low = NULL, best = NULL, high = -1",
    "figure_published": "published_by_id = entered_by_id, published_at = now()",
    "figure_sent_back_who_when": "sent_back_by_id = entered_by_id",
    "figure_sent_back": "sent_back_by_id = entered_by_id, sent_back_at = now(), sent_back_remark = 'x'",
    "figure_overridden_with_reason": "overridden = '{no_event_date}'",
    "figure_published_who_when": "published_by_id = entered_by_id",
}

BORN = {
    "figure_verified": {"verified_by_id": "reviewer", "verified_at": "2026-01-01"},
    "figure_verified_who_when": {"verified_by_id": "reviewer"},
    "figure_retracted": {"retracted_by_id": "reviewer", "retracted_at": "2026-01-01", "retraction_reason": "x"},
    "figure_retracted_who_when": {"retracted_by_id": "reviewer"},
}

OTHERS = {
    "document_text_scope_code": (Document, {"text_scope": "x", "whole_sha256": "0" * 64}),
    "document_sha256_form": (Document, {"text_scope": "excerpts", "whole_sha256": "x"}),
    "document_whole_text": (Document, {"whole_sha256": "0" * 64}),
    "place_kind_code": (Place, {"kind": "x", "slug": "x"}),
    "place_name_not_blank": (Place, {"name": "", "slug": "x"}),
    "placeperiod_status_code": (PlacePeriod, {"status": "x"}),
    "placeperiod_start_accuracy_code": (PlacePeriod, {"start_accuracy": "x", "start_date": "1999-01-01"}),
    "placeperiod_end_accuracy_code": (PlacePeriod, {"end_accuracy": "x", "start_date": "1999-01-01"}),
    "placeperiod_evidence_not_blank": (PlacePeriod, {"evidence": "", "start_date": "1999-01-01"}),
    "placeperiod_dates": (PlacePeriod, {"start_date": "1999-01-02", "end_date": "1999-01-01"}),
    "placeperiod_once": (PlacePeriod, {}),
    "source_kind_code": (Source, {"kind": "x", "slug": "x", "name": "x"}),
    "source_name_not_blank": (Source, {"name": "", "slug": "x"}),
}

REVISION = {
    "figurerevision_kind_code": {"kind": "x"},
    "figurerevision_reason_not_blank": {"reason": ""},
    "revision_born_pending": {"outcome": "applied"},
    "revision_columns": {"changes": '{"status": "draft"}'},
    "revision_changes": {"changes": "{}"},
    "revision_one_pending": {},
}

DECIDING = {
    "revision_decided": "outcome = 'applied', decided_by_id = {reviewer}, decided_at = now()",
    "revision_decided_who_when": "outcome = 'declined', decided_at = now()",
}


@pytest.mark.parametrize("rule", FIGURE)
def test_a_figure(build: Builder, rule: str) -> None:
    assert update(build.draft(**UNDATED), FIGURE[rule]) == rule


@pytest.mark.parametrize("rule", BORN)
def test_a_figure_is_not_born_further_than_a_draft(build: Builder, rule: str) -> None:
    values = {k: build.reviewer.pk if v == "reviewer" else v for k, v in BORN[rule].items()}
    assert insert_copy(build.draft(), **values) == rule


@pytest.mark.parametrize(
    ("assignments", "rule"),
    [
        ("status = 'x'", "one_step"),
        ("attribution_kind = 'x'", "figure_attribution"),
        ("reported_text = '', number_end = number_start", "figure_offsets"),
    ],
)
def test_the_fences_behind_which_others_stand(build: Builder, assignments: str, rule: str) -> None:
    assert update(build.draft(), assignments) == rule


def test_an_empty_document(build: Builder) -> None:
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    values = {"text": "", "text_sha256": empty, "whole_sha256": empty}
    assert insert_copy(build.document(), **values) == "document_text_not_blank"


@pytest.mark.parametrize("rule", OTHERS)
def test_reference_data_and_documents(build: Builder, rule: str) -> None:
    build.document()
    model, values = OTHERS[rule]
    row: Any = model._default_manager.order_by("pk").last()
    if model is Document:
        values = {"text": "another", "text_sha256": SHA256_OF_ANOTHER, "whole_sha256": SHA256_OF_ANOTHER, **values}
    assert insert_copy(row, **values, version=1) == rule


SHA256_OF_ANOTHER = "ae448ac86c4e8e4dec645729708ef41873ae79c6dff84eff73360989487f08e5"


@pytest.fixture
def pending(build: Builder, clock: Iterator[datetime]) -> FigureRevision:
    """A correction that waits for a second person."""
    figure = build.verified()
    revision = review.revise(by=build.curator, at=next(clock), figure=figure, values={"low": 30}, reason="page 2")
    assert isinstance(revision, FigureRevision)
    return revision


@pytest.mark.parametrize("rule", REVISION)
def test_a_new_revision(pending: FigureRevision, rule: str) -> None:
    assert insert_copy(pending, **REVISION[rule]) == rule


@pytest.mark.parametrize("rule", DECIDING)
def test_deciding_on_a_revision(build: Builder, pending: FigureRevision, rule: str) -> None:
    assignments = DECIDING[rule].format(reviewer=build.reviewer.pk)
    assert attack(f"UPDATE tracker_figurerevision SET {assignments} WHERE id = {pending.pk}") == rule


def test_a_revision_is_applied_once_a_version(build: Builder, pending: FigureRevision, clock: Iterator[datetime]) -> None:
    figure = review.apply_revision(by=build.reviewer, at=next(clock), revision=pending)
    again = review.revise(by=build.curator, at=next(clock), figure=figure, values={"low": 20}, reason="page 3")
    assert isinstance(again, FigureRevision)
    applied = f"outcome = 'applied', decided_by_id = {build.reviewer.pk}, decided_at = now(), applied_version = 4"
    assert attack(f"UPDATE tracker_figurerevision SET {applied} WHERE id = {again.pk}") == "revision_applied_once"
    declined = "UPDATE tracker_figurerevision SET outcome = 'declined', applied_version = NULL WHERE id = %s"
    assert attack(declined, [pending.pk]) == "revision_decided_once"


def test_pairs_that_are_not_repeats(build: Builder, clock: Iterator[datetime]) -> None:
    first, second, third = build.draft(), build.draft(), build.draft()
    decided = {"decided_by": build.curator, "decided_at": next(clock), "reason": "other days"}
    pair = NotARepeat.objects.create(first=first, second=second, **decided)
    assert insert_copy(pair) == "notarepeat_once"
    assert insert_copy(pair, first_id=third.pk) == "notarepeat_in_order"
    assert insert_copy(pair, second_id=third.pk, reason="") == "notarepeat_reason_not_blank"


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({}, "proposal_once"),
        ({"extractor_version": "2", "indicator": "x"}, "proposal_indicator_code"),
        ({"extractor_version": "2", "outcome": "x"}, "proposal_born_pending"),
        ({"extractor_version": "2", "decided_at": "2026-01-01"}, "proposal_decided_together"),
    ],
)
def test_proposals(build: Builder, changes: dict[str, Any], rule: str) -> None:
    document = build.document()
    start = document.text.index("40")
    proposal = document.proposals.create(
        extractor_version="1",
        start=0,
        end=len(document.text),
        number_start=start,
        number_end=start + 2,
        reported_text="40",
        indicator="killed",
        reading={},
        created_at="2026-01-01T00:00Z",
    )
    assert insert_copy(proposal, **changes) == rule


def test_hashes_slugs_and_names_stand_once(build: Builder) -> None:
    document, place = build.document(), Place.objects.get(slug="douma")
    source = Source.objects.get(slug="sohr")
    found = [insert_copy(document), insert_copy(place, version=1), insert_copy(source, slug="x", version=1)]
    assert [name.split("_")[:3] for name in found] == [
        ["tracker", "document", "text"],
        ["tracker", "place", "slug"],
        ["tracker", "source", "name"],
    ]


def test_every_constraint_of_the_database_has_its_attack(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname FROM pg_constraint"
            " WHERE contype IN ('c', 'u', 'x') AND conrelid::regclass::text LIKE 'tracker_%%'"
            " UNION SELECT indexrelid::regclass::text FROM pg_index"
            " WHERE indpred IS NOT NULL AND indrelid::regclass::text LIKE 'tracker_%%'"
        )
        names = {name for (name,) in cursor.fetchall()}
    attacked = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    stock = {
        n for n in names if n.startswith("tracker_") or n.endswith("_check")
    }  # Django's own: unique, and ranges of types
    assert [n for n in names - stock - UNREACHABLE.keys() if f'"{n}"' not in attacked] == []


def test_every_rule_is_told_in_words(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname FROM pg_constraint WHERE contype = 'c' AND conrelid::regclass::text LIKE 'tracker_%%'"
        )
        names = {name for (name,) in cursor.fetchall()}
    no_code = {n for n in names if not n.endswith(("_code", "_check"))}  # forms offer codes, and types check themselves
    assert sorted(no_code - WORDS.keys()) == []
