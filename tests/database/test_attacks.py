"""Each rule that the database holds, attacked in SQL as the application's role: refused, by name."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection

from tests.build import UNDATED, Builder
from tests.database.attacking import attack, insert_copy, update
from tracker import review
from tracker.models import Document, Figure, FigureRevision, Place


@pytest.fixture
def draft(build: Builder) -> Figure:
    return build.draft(**UNDATED)


def test_a_sound_update_is_let_through_so_that_the_refusals_below_mean_something(draft: Figure) -> None:
    assert update(draft, "low = 30") == "let through: 1"
    assert insert_copy(draft, version=1) == "let through: 1"


@pytest.mark.parametrize(
    ("assignments", "rule"),
    [
        ("low = 50", "figure_range"),
        ("low = 10, best = NULL, high = 5", "figure_range"),
        ("best = 10, high = 5, low = NULL", "figure_range"),
        ("low = -1", "figure_low_not_negative"),
        ("reported_max = 50", "figure_reported_max_of_between"),
        ("quantifier = 'between', reported = 60, reported_max = 50", "figure_reported"),
        ("quantifier = 'vague'", "figure_vague_is_not_printed"),
        ("reported = NULL", "figure_best_printed_or_calculated"),
        ("unit = 'truck'", "figure_trucks_count_trucks"),
        ("indicator = 'aid_trucks', count_stage = 'entered'", "figure_trucks_count_trucks"),
        ("count_stage = 'entered'", "figure_count_stage_of_aid"),
        ("indicator = 'aid_recipients'", "figure_count_stage_of_aid"),
        ("indicator = 'murdered'", "figure_indicator_code"),
        ("quantifier = 'roughly'", "figure_quantifier_code"),
        ("\"group\" = 'babies'", "figure_group_code"),
        ("status = 'final'", "one_step"),
        (
            "start_date = '2018-03-02', end_date = '2018-03-01', start_accuracy = 'day', end_accuracy = 'day',"
            " date_basis = 'stated'",
            "figure_dates",
        ),
        ("start_date = '2018-03-02', date_basis = 'stated'", "figure_start_accuracy"),
        ("end_accuracy = 'day'", "figure_end_accuracy"),
        ("date_basis = 'stated'", "figure_date_basis"),
        ("start_date = '2018-03-02', start_accuracy = 'day'", "figure_date_basis"),
        (
            "accumulation = 'stock', start_date = '2018-03-01', end_date = '2018-03-02', start_accuracy = 'day',"
            " end_accuracy = 'day', date_basis = 'stated'",
            "figure_stock_is_at_a_date",
        ),
        (
            "accumulation = 'stock', start_date = '2018-03-01', start_accuracy = 'day', date_basis = 'stated'",
            "figure_stock_is_at_a_date",
        ),
        ("attributed_to_id = NULL", "figure_attribution"),
        ("attribution_kind = 'none'", "figure_attribution"),
        ("excerpt = 'At least 41 people were killed.'", "excerpt_is_slice"),
        ("excerpt_start = excerpt_start - 1", "excerpt_is_slice"),
        ("reported_text = 'At least 41'", "excerpt_is_slice"),
        ("number_start = 0, number_end = 9, reported_text = 'On Monday'", "figure_offsets"),
        ("context = 'On Tuesday', context_start = 0, context_end = 10", "excerpt_is_slice"),
        ("context = 'On Monday'", "figure_context_offsets"),
        ("context = 'On Monday', context_start = 0", "excerpt_is_slice"),
        ("subset_of_id = id", "subset_of_id_acyclic"),
        ("repeat_of_id = id", "figure_repeats_an_original"),
        ("disputed_on = '2026-01-01'", "figure_disputed"),
        ("disputed_on = '2026-01-01', disputed_reason = 'x'", "figure_disputed_who_when"),
        ("entered_at = now()", "P0001: pgtrigger: Cannot update rows from tracker_figure table"),
        ("document_id = document_id + 1", "excerpt_is_slice"),
    ],
)
def test_a_figure_s_own_columns(draft: Figure, assignments: str, rule: str) -> None:
    assert update(draft, assignments) == rule


def test_who_entered_a_figure_stays(draft: Figure, reviewer: User) -> None:
    refused = "P0001: pgtrigger: Cannot update rows from tracker_figure table"
    assert update(draft, f"entered_by_id = {reviewer.pk}") == refused


@pytest.mark.parametrize(
    "assignments", ["low = 30", "low = 30, version = version", "low = 30, version = version + 2", "note = 'x'"]
)
def test_a_write_that_does_not_count_the_version_up(draft: Figure, assignments: str) -> None:
    assert attack(f"UPDATE tracker_figure SET {assignments} WHERE id = %s", [draft.pk]) == "stale_write"


def test_a_material_write_that_does_not_move_the_time_on(draft: Figure) -> None:
    sql = "UPDATE tracker_figure SET \"group\" = 'women', version = version + 1 WHERE id = %s"
    assert attack(sql, [draft.pk]) == "named_change"


def test_a_write_without_an_actor(draft: Figure) -> None:
    changed = "changed_by_id = NULL, changed_at = changed_at + interval '1 second'"
    sql = f"UPDATE tracker_figure SET note = 'x', version = version + 1, {changed} WHERE id = %s"
    assert attack(sql, [draft.pk]) == "named_change"


@pytest.mark.parametrize(
    ("assignments", "outcome"),
    [
        ("low = 30", "range_follows"),
        ("best = 50", "range_follows"),
        ("high = 50", "range_follows"),
        ("reported = 41", "range_follows"),
        ("low = NULL, best = NULL", "range_follows"),
        ("quantifier = 'exact'", "range_follows"),
        ("quantifier = 'exact', high = 40", "let through: 1"),
        ("quantifier = 'up_to', low = NULL, best = NULL, high = 40", "let through: 1"),
        ("quantifier = 'up_to', low = NULL, best = 40, high = 40", "range_follows"),
        ("quantifier = 'approximately', low = NULL", "let through: 1"),
        ("quantifier = 'approximately', low = NULL, high = 40", "let through: 1"),
        ("quantifier = 'approximately', low = NULL, high = 41", "range_follows"),
        ("quantifier = 'between', reported_max = 50, best = NULL, high = 50", "let through: 1"),
        ("quantifier = 'between', reported_max = 50, high = 50", "range_follows"),
        ("quantifier = 'vague', reported = NULL, best = NULL", "let through: 1"),
        ("quantifier = 'vague', reported = NULL, best = NULL, high = 99", "range_follows"),
        ("low = 30, calculation = 'the second page says 30'", "let through: 1"),
    ],
)
def test_a_range_follows_its_number(draft: Figure, assignments: str, outcome: str) -> None:
    stamp = "version = version + 1, changed_at = changed_at + interval '1 second'"
    assert attack(f"UPDATE tracker_figure SET {assignments}, {stamp} WHERE id = %s", [draft.pk]) == outcome


def test_a_range_follows_its_number_from_birth(draft: Figure) -> None:
    assert insert_copy(draft, low=39, best=39) == "range_follows"


class TestSteps:
    """Status changes only along the table of review, one at a time, by the person who is named."""

    def test_a_figure_is_born_as_a_draft(self, build: Builder, reviewer: User) -> None:
        provisional, draft = build.provisional(), build.draft()
        verified = {"status": "verified", "version": 1, "verified_by_id": reviewer.pk, "verified_at": "2026-01-01"}
        published = {"published_by_id": draft.entered_by_id, "published_at": "2026-01-01"}
        assert insert_copy(draft, **verified, **published) == "born_unverified"
        assert insert_copy(provisional, version=1) == "born_unverified"
        assert insert_copy(draft, version=2) == "versioned"
        assert insert_copy(draft, changed_by_id=reviewer.pk) == "born_unverified"

    def test_authors_cannot_be_forged(self, draft: Figure, reviewer: User) -> None:
        assert insert_copy(draft, authors=[reviewer.pk]) == "let through: 1"
        assert Figure.objects.latest("pk").authors == [draft.entered_by_id]
        assert update(draft, f"authors = ARRAY[{reviewer.pk}]") == "let through: 1"
        draft.refresh_from_db()
        assert draft.authors == [draft.entered_by_id]

    def test_nobody_verifies_their_own(self, build: Builder, curator: User) -> None:
        figure = build.provisional()
        own = f"status = 'verified', verified_by_id = {curator.pk}, verified_at = now()"
        assert update(figure, own, by=curator) == "figure_four_eyes"

    def test_nobody_verifies_what_they_changed(self, build: Builder, editor: User, curator: User) -> None:
        figure = build.provisional()
        assert update(figure, "low = 30", by=editor) == "let through: 1"
        verify = "status = 'verified', verified_by_id = {0}, verified_at = now()"
        assert update(figure, verify.format(editor.pk), by=editor) == "figure_four_eyes"
        assert update(figure, verify.format(curator.pk), by=curator) == "figure_four_eyes"

    def test_nobody_verifies_whose_warnings_they_overrode(self, build: Builder, editor: User, reviewer: User) -> None:
        figure = build.provisional()
        overrides = "overridden = '{falls}', override_reason = 'a new count'"
        assert update(figure, overrides, by=editor) == "let through: 1"
        verify = "status = 'verified', verified_by_id = {0}, verified_at = now()"
        assert update(figure, verify.format(editor.pk), by=editor) == "figure_four_eyes"
        assert update(figure, verify.format(reviewer.pk) + ", override_reason = 'x'", by=reviewer) == "one_step"
        assert update(figure, verify.format(reviewer.pk), by=reviewer) == "let through: 1"
        assert update(figure, "overridden = '{}', override_reason = ''", by=editor) == "verified_by_revision"

    def test_nobody_verifies_in_another_s_name(self, build: Builder, reviewer: User, curator: User) -> None:
        figure = build.provisional()
        other = f"status = 'verified', verified_by_id = {reviewer.pk}, verified_at = now()"
        assert update(figure, other, by=curator) == "named_step"

    def test_verifying_changes_nothing_besides(self, build: Builder, reviewer: User) -> None:
        figure = build.provisional()
        besides = f"status = 'verified', verified_by_id = {reviewer.pk}, verified_at = now(), low = 30"
        assert update(figure, besides, by=reviewer) == "one_step"

    @pytest.mark.parametrize("status", ["verified", "retracted"])
    def test_a_draft_is_published_first(self, draft: Figure, reviewer: User, status: str) -> None:
        rule = {"verified": "one_step", "retracted": "retracted_by_two"}[status]
        assert update(draft, f"status = '{status}'", by=reviewer) == rule

    def test_nothing_becomes_a_draft_again(self, build: Builder) -> None:
        assert update(build.provisional(), "status = 'draft', published_by_id = NULL, published_at = NULL") == "one_step"

    def test_a_verified_figure_keeps_its_numbers(self, build: Builder, editor: User, reviewer: User) -> None:
        figure = build.verified()
        for by in (figure.entered_by, reviewer, editor):
            assert update(figure, "low = 30", by=by) == "verified_by_revision"
            assert update(figure, "status = 'provisional', verified_by_id = NULL, verified_at = NULL", by=by) == "one_step"

    def test_a_verifier_is_not_exchanged(self, build: Builder, editor: User) -> None:
        assert update(build.verified(), f"verified_by_id = {editor.pk}", by=editor) == "one_step"

    def test_a_correction_is_applied_only_as_proposed(
        self, build: Builder, editor: User, reviewer: User, clock: Any
    ) -> None:
        figure = build.verified()
        review.revise(by=editor, at=next(clock), figure=figure, values={"low": 30}, reason="page 2")
        decide = (
            "UPDATE tracker_figurerevision SET outcome = 'applied', decided_by_id = %s, decided_at = now(), "
            "applied_version = %s WHERE figure_id = %s"
        )
        assert attack(decide, [editor.pk, figure.version + 1, figure.pk]) == "revision_four_eyes"
        assert attack(decide, [reviewer.pk, figure.version + 1, figure.pk]) == "let through: 1"
        verified = f"verified_by_id = {reviewer.pk}"
        assert update(figure, f"low = 20, {verified}", by=reviewer) == "verified_by_revision"
        assert update(figure, f"low = 30, {verified}, note = 'x'", by=reviewer) == "let through: 1"
        assert update(figure, f"low = 40, {verified}", by=reviewer) == "verified_by_revision"

    def test_a_retraction_needs_two(self, build: Builder, reviewer: User, editor: User, clock: Any) -> None:
        figure = build.verified()
        retract = "status = 'retracted', retracted_by_id = {0}, retracted_at = now(), retraction_reason = 'x'"
        assert update(figure, retract.format(reviewer.pk), by=reviewer) == "retracted_by_two"
        revision = review.propose_retraction(by=reviewer, at=next(clock), figure=figure, reason="withdrawn")
        assert update(figure, retract.format(editor.pk), by=editor) == "retracted_by_two"
        retracted = review.apply_revision(by=editor, at=next(clock), revision=revision)
        assert update(retracted, "note = 'x'", by=editor) == "retracted_stays"


class TestRepeats:
    """One count has one head."""

    def test_a_repeat_points_to_an_original(self, build: Builder) -> None:
        head, other = build.draft(), build.draft()
        repeat = build.draft(repeat_of=head)
        assert update(other, f"repeat_of_id = {repeat.pk}") == "figure_repeats_an_original"
        assert update(head, f"repeat_of_id = {other.pk}") == "figure_repeats_an_original"

    def test_parts_do_not_close_a_circle(self, build: Builder) -> None:
        whole = build.draft()
        part = build.draft(subset_of=whole)
        assert update(whole, f"subset_of_id = {part.pk}") == "subset_of_id_acyclic"

    def test_a_head_with_repeats_is_not_retracted_alone(
        self, build: Builder, editor: User, reviewer: User, clock: Any
    ) -> None:
        head = build.verified()
        build.provisional(repeat_of=head)
        FigureRevision.objects.create(
            figure=head, kind="retraction", reason="x", proposed_by=reviewer, proposed_at=next(clock)
        )
        FigureRevision.objects.update(
            outcome="applied", decided_by=editor, decided_at=next(clock), applied_version=head.version + 1
        )
        retract = f"status = 'retracted', retracted_by_id = {editor.pk}, retracted_at = now(), retraction_reason = 'x'"
        assert update(head, retract, by=editor) == "retracted_head_has_successor"
        connection.set_rollback(True)  # a decision whose figure did not change may not be committed


class TestEvidence:
    """Nothing is deleted, nothing is rewritten, nobody writes history."""

    @pytest.mark.parametrize(
        "table",
        [
            "figure",
            "figurerevision",
            "document",
            "proposal",
            "place",
            "placeperiod",
            "source",
            "figureevent",
            "documentevent",
        ],
    )
    @pytest.mark.parametrize("statement", ["DELETE FROM tracker_{}", "TRUNCATE tracker_{} CASCADE"])
    def test_evidence_and_history_are_not_removed(self, draft: Figure, table: str, statement: str) -> None:
        assert attack(statement.format(table)).startswith("42501: permission denied for table tracker_")

    @pytest.mark.parametrize("table", ["figureevent", "documentevent", "placeevent", "sourceevent", "figurerevisionevent"])
    def test_history_is_neither_edited_nor_forged(self, draft: Figure, table: str) -> None:
        assert attack(f"UPDATE tracker_{table} SET pgh_label = 'x'").startswith("42501: permission denied")
        assert attack(f"INSERT INTO tracker_{table} (pgh_label) VALUES ('x')").startswith("42501: permission denied")

    def test_a_document_s_text_and_hash_stay(self, draft: Figure) -> None:
        for change in ("text = 'x'", "text_sha256 = repeat('0', 64)", "whole_sha256 = repeat('0', 64)"):
            sql = f"UPDATE tracker_document SET {change}, version = version + 1"
            assert attack(sql) == "P0001: pgtrigger: Cannot update rows from tracker_document table"

    def test_a_document_s_hash_is_its_text_s(self, build: Builder) -> None:
        build.document()
        columns = [str(f.column) for f in Document._meta.concrete_fields if f.column != "id"]
        changed = {"text_sha256": "repeat('0', 64)", "whole_sha256": "repeat('0', 64)", "text_scope": "'excerpts'"}
        copied = ", ".join(changed.get(column, column) for column in columns)
        sql = f"INSERT INTO tracker_document ({', '.join(columns)}) SELECT {copied} FROM tracker_document"
        assert attack(sql) == "document_text_sha256"

    def test_triggers_cannot_be_ignored(self, build: Builder, reviewer: User) -> None:
        figure = build.verified()
        names = "{" + ",".join(trigger_names()) + "}"
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('pgtrigger.ignore', %s, true)", [names])
        assert update(figure, "low = 30", by=reviewer) == "verified_by_revision"
        assert update(figure, "entered_at = now()") == "P0001: pgtrigger: Cannot update rows from tracker_figure table"

    @pytest.mark.parametrize(
        "statement",
        [
            "ALTER TABLE tracker_figure DISABLE TRIGGER ALL",
            "SET session_replication_role = replica",
            "CREATE OR REPLACE FUNCTION _pgtrigger_should_ignore(name) RETURNS boolean AS 'SELECT true' LANGUAGE sql",
            "CREATE TABLE public.tracker_shadow (id int)",
            "DROP TABLE tracker_figureevent",
            "ALTER TABLE tracker_figure DROP CONSTRAINT figure_four_eyes",
        ],
    )
    def test_the_rules_cannot_be_taken_away(self, draft: Figure, statement: str) -> None:
        assert attack(statement).startswith("42501:")

    def test_a_temporary_table_cannot_stand_in_for_a_real_one(self, build: Builder, reviewer: User) -> None:
        figure = build.verified()
        with connection.cursor() as cursor:
            cursor.execute("CREATE TEMP TABLE tracker_figurerevision AS SELECT * FROM tracker_figurerevision")
            cursor.execute(
                "INSERT INTO pg_temp.tracker_figurerevision (figure_id, kind, outcome, applied_version, decided_by_id,"
                " proposed_by_id, changes) VALUES (%s, 'correction', 'applied', %s, %s, 1, '{\"low\": 30}')",
                [figure.pk, figure.version + 1, reviewer.pk],
            )
            assert update(figure, f"low = 30, verified_by_id = {reviewer.pk}", by=reviewer) == "verified_by_revision"
            cursor.execute("CREATE TEMP TABLE tracker_figureevent AS SELECT * FROM tracker_figureevent WITH NO DATA")
            assert update(figure, "note = 'seen'") == "let through: 1"
            cursor.execute("SELECT count(*) FROM public.tracker_figureevent WHERE note = 'seen'")
            assert cursor.fetchone() == (1,)


class TestHistory:
    """Every write leaves a row that says who, when and why; raw ones too."""

    def test_raw_and_bulk_writes_are_kept(self, draft: Figure, editor: User) -> None:
        update(draft, "low = 30", by=editor)
        rows = list(
            Figure.pgh_event_model.objects.order_by("pgh_id").values_list(  # type: ignore[attr-defined]  # pghistory adds it
                "pgh_label", "version", "low", "changed_by", "change_reason"
            )
        )
        assert rows == [("insert", 1, 40, draft.entered_by_id, ""), ("update", 2, 30, editor.pk, "x")]


class TestReference:
    """Places, documents and proposals have their rules too."""

    def test_a_place_does_not_lie_inside_itself(self, build: Builder) -> None:
        sql = (
            "UPDATE tracker_place SET parent_id = (SELECT id FROM tracker_place WHERE slug = 'douma'), version = version + 1"
            " WHERE slug = 'syria'"
        )
        assert attack(sql) == "parent_id_acyclic"

    @pytest.mark.parametrize(
        ("earliest", "latest", "basis", "reasoning", "outcome"),
        [
            ("2018-03-15", "2018-03-15", "stated", "", "let through: 1"),
            ("2018-03-15", "2018-03-16", "inferred", "a Thursday", "let through: 1"),
            ("2018-03-15", "2018-03-16", "inferred", "", "document_published_basis"),
            ("2018-03-15", "2018-03-16", "stated", "", "document_published_basis"),
            ("2018-03-15", None, "stated", "", "document_published_basis"),
            ("2018-03-15", "2018-03-15", None, "", "document_published_basis"),
            (None, None, "stated", "", "document_published_basis"),
            ("2018-03-16", "2018-03-15", "inferred", "a Thursday", "document_published"),
        ],
    )
    def test_a_publication_date_has_its_basis(
        self, build: Builder, earliest: str, latest: str, basis: str, reasoning: str, outcome: str
    ) -> None:
        build.document()
        sql = (
            "UPDATE tracker_document SET published_earliest = %s, published_latest = %s, published_basis = %s,"
            " published_reasoning = %s, version = version + 1"
        )
        assert attack(sql, [earliest, latest, basis, reasoning]) == outcome

    def test_coordinates_are_a_pair_on_earth(self, build: Builder) -> None:
        sql = "UPDATE tracker_place SET latitude = {}, longitude = {}, version = version + 1 WHERE slug = 'douma'"
        outcomes = [attack(sql.format(*pair)) for pair in ((33, 36), (33, "NULL"), ("NULL", 36), (91, 36), (33, 181))]
        assert outcomes == ["let through: 1", *["place_coordinates"] * 4]

    def test_only_countries_have_a_country_code(self, build: Builder) -> None:
        assert Place.objects.get(slug="syria").iso3 == "SYR"
        sql = "UPDATE tracker_place SET iso3 = 'XXX', version = version + 1 WHERE slug = 'douma'"
        assert attack(sql) == "place_iso3"

    @pytest.mark.parametrize(
        ("changes", "rule"),
        [
            ({}, "let through: 1"),
            ({"reported_text": "41"}, "number_is_slice"),
            ({"number_end": 500}, "number_is_slice"),
            ({"end": 40}, "proposal_offsets"),
            ({"outcome": "rejected", "reject_reason": "an age"}, "proposal_born_pending"),
        ],
    )
    def test_proposals(self, build: Builder, changes: dict[str, Any], rule: str) -> None:
        document = build.document()
        start = document.text.index("40")
        row: dict[str, Any] = {
            "document_id": document.pk,
            "extractor_version": "1",
            "start": 30,
            "end": 90,
            "number_start": start,
            "number_end": start + 2,
            "reported_text": "40",
            "indicator": "killed",
            "reading": "{}",
            "created_at": "2026-01-01",
            "outcome": "pending",
            "reject_reason": "",
            "corrections": "{}",
        }
        row |= changes
        names = ", ".join(f'"{name}"' for name in row)
        places = ", ".join(["%s"] * len(row))
        assert attack(f"INSERT INTO tracker_proposal ({names}) VALUES ({places})", list(row.values())) == rule


def trigger_names() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgname FROM pg_trigger WHERE tgname LIKE 'pgtrigger_%'")
        return [name for (name,) in cursor.fetchall()]
