"""A proposal's course, attacked as the application's role: decided once, by a named person, undone with its draft."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest

from tests.build import Builder
from tests.database.attacking import attack, insert_copy, update
from tests.propose import REPORT, of_report
from tracker import review
from tracker.models import DeskHold, Proposal

Clock = Iterator[datetime]


def change(proposal: Proposal, assignments: str, *parameters: object) -> str:
    """Attack a proposal with an UPDATE."""
    return attack(f"UPDATE tracker_proposal SET {assignments} WHERE id = %s", [*parameters, proposal.pk])


@pytest.fixture
def waiting(build: Builder) -> Proposal:
    """A proposal that waits."""
    return of_report(build.document(REPORT))["At least 52"]


DECIDED = "decided_by_id = %s, decided_at = now()"
REJECTED = f"outcome = 'rejected', rejected_as = 'garbled', {DECIDED}"


@pytest.mark.parametrize(
    ("assignments", "rule"),
    [
        ("outcome = 'x'", "proposal_outcome_code"),
        (f"outcome = 'rejected', rejected_as = 'x', {DECIDED}", "proposal_rejected_as_code"),
        (f"outcome = 'rejected', {DECIDED}", "proposal_rejected_with_reason"),
        (f"outcome = 'rejected', rejected_as = 'other_reason', {DECIDED}", "proposal_rejected_with_reason"),
        ("outcome = 'rejected', rejected_as = 'garbled'", "proposal_decided"),
        ("outcome = 'rejected', rejected_as = 'garbled', decided_at = now()", "proposal_decided"),
        (f"outcome = 'accepted', {DECIDED}", "proposal_figure"),
        (f"{REJECTED}, corrections = '{{\"low\": [1, 2]}}'", "proposal_corrected"),
        (f"{REJECTED}, undone_by_id = %s", "proposal_undone_together"),
        (f"{REJECTED}, undone_by_id = %s, undone_at = now()", "proposal_undone_by"),
        ("rejected_as = 'garbled'", "proposal_decided_once"),
        ("undone_at = now()", "proposal_decided_once"),
    ],
)
def test_a_decision(build: Builder, waiting: Proposal, assignments: str, rule: str) -> None:
    parameters = [build.curator.pk] * assignments.count("%s")
    assert change(waiting, assignments, *parameters) == rule


def test_what_was_read_stays(waiting: Proposal) -> None:
    assert "Cannot update rows" in change(waiting, "reading = '{}'")
    assert "permission denied" in attack("DELETE FROM tracker_proposal WHERE id = %s", [waiting.pk])
    assert "permission denied" in attack("DELETE FROM tracker_proposalevent")
    assert "permission denied" in attack("INSERT INTO tracker_proposalevent SELECT * FROM tracker_proposalevent")


def test_a_proposal_is_born_undecided(build: Builder, waiting: Proposal) -> None:
    by = {"decided_by_id": build.curator.pk, "decided_at": "2026-01-01", "extractor_version": "2"}
    assert insert_copy(waiting, outcome="rejected", rejected_as="garbled", **by) == "proposal_born_pending"


def test_what_is_accepted_is_a_draft_of_ones_own_in_the_same_document(
    build: Builder, waiting: Proposal, clock: Clock
) -> None:
    accepted = f"outcome = 'accepted', figure_id = %s, {DECIDED}"
    elsewhere, theirs = build.draft(), build.draft(waiting.document, **HERE)
    public = build.provisional(waiting.document, **(HERE | {"indicator": "injured"}))
    for figure, by in ((elsewhere, build.curator), (theirs, build.reviewer), (public, build.curator)):
        assert change(waiting, accepted, figure.pk, by.pk) == "proposal_makes_a_draft"
    assert change(waiting, accepted, theirs.pk, build.curator.pk) == "let through: 1"


HERE: dict[str, Any] = {
    "excerpt": "At least 52 people were killed, including 11 children, the UN said.",
    "reported_text": "At least 52",
    "reported": 52,
}


def test_a_decision_changes_only_by_being_undone(build: Builder, waiting: Proposal, clock: Clock) -> None:
    figure = review.accept(by=build.curator, at=next(clock), proposal=waiting)
    undone = "outcome = 'pending', figure_id = NULL, decided_by_id = NULL, decided_at = NULL"
    named = f"{undone}, undone_by_id = {build.curator.pk}, undone_at = now()"
    assert change(waiting, "decided_at = now()") == "proposal_decided_once"
    assert change(waiting, f"{REJECTED}, figure_id = NULL", build.reviewer.pk) == "proposal_decided_once"
    assert change(waiting, undone) == "proposal_undone_by"
    assert change(waiting, named) == "proposal_undone_with_its_draft"
    assert update(figure, "status = 'discarded'") == "let through: 1"
    assert change(waiting, named) == "let through: 1"


def test_an_obsolete_proposal_is_not_decided(build: Builder, waiting: Proposal) -> None:
    assert change(waiting, "outcome = 'obsolete'") == "let through: 1"
    assert change(waiting, REJECTED, build.curator.pk) == "proposal_decided_once"


class TestDiscardedDrafts:
    """A draft that was taken back stays so, and no figure points to it."""

    def test_only_a_draft(self, build: Builder) -> None:
        assert update(build.provisional(), "status = 'discarded'") == "one_step"
        assert update(build.draft(), "status = 'discarded', low = 39") == "one_step"

    def test_it_stays(self, build: Builder, clock: Clock) -> None:
        draft = build.draft()
        figure = review.discard(by=build.curator, at=next(clock), figure=draft)
        for assignments in ("status = 'draft'", "status = 'provisional'", "note = 'x'"):
            assert update(figure, assignments) == "discarded_stays"

    def test_nothing_points_to_it(self, build: Builder) -> None:
        figure = build.draft()
        build.draft(subset_of=figure, reported_text="40", quantifier="exact")
        assert update(figure, "status = 'discarded'") == "discarded_has_no_others"

    def test_it_is_in_no_public_row(self, build: Builder, clock: Clock) -> None:
        draft = build.draft()
        figure = review.discard(by=build.curator, at=next(clock), figure=draft)
        assert attack("SELECT FROM published_figure WHERE figure_id = %s", [figure.pk]) == "let through: 0"
        assert update(figure, "published_by_id = entered_by_id, published_at = now()") == "discarded_stays"


def test_a_hold_ends_after_it_begins(build: Builder, clock: Clock) -> None:
    hold = review.hold(by=build.curator, at=next(clock), document=build.document())
    sql = "UPDATE tracker_deskhold SET until = since - interval '1 second' WHERE id = %s"
    assert attack(sql, [hold.pk]) == "deskhold_times"
    assert DeskHold.objects.get() == hold
