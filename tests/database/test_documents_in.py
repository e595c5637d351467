"""Attempts to read and decisions about near copies are added and never changed; a report on its way in may go again."""

import pytest

from tests.build import Builder
from tests.database.attacking import attack, insert_copy
from tracker.ingest import proposals
from tracker.ingest.incoming import receive
from tracker.ingest.near_copies import decide
from tracker.ingest.readings import Reading
from tracker.models import IncomingReport, NearCopy


@pytest.fixture
def decision(build: Builder) -> NearCopy:
    """Somebody's decision, about two documents of which one failed to be read."""
    first, second = build.document("At least 40 people were killed."), build.document("Some 40 people were killed.")
    proposals.failed(second, "no rule for this", at=next(build.clock))
    return decide(by=build.curator, at=next(build.clock), document=second, original=first, is_copy=True)


@pytest.mark.parametrize("table", ["extraction", "nearcopy"])
def test_they_stay_as_they_are(decision: NearCopy, table: str) -> None:
    changes = {"extraction": "failure = ''", "nearcopy": "is_copy = false"}
    assert [
        attack(f"UPDATE tracker_{table} SET {changes[table]}"),
        attack(f"DELETE FROM tracker_{table}"),
        attack(f"TRUNCATE tracker_{table}"),
    ] == [
        f"P0001: pgtrigger: Cannot update rows from tracker_{table} table",
        f"42501: permission denied for table tracker_{table}",
        f"42501: permission denied for table tracker_{table}",
    ]


def test_no_document_is_a_copy_of_itself(decision: NearCopy) -> None:
    assert insert_copy(decision, original_id=decision.document_id) == "nearcopy_of_another"


def test_a_report_on_its_way_in_may_go_and_is_one(build: Builder) -> None:
    report = receive(Reading("12 killed"), by=build.curator, at=next(build.clock))
    assert insert_copy(report) == "tracker_incomingreport_once"
    assert attack("DELETE FROM tracker_incomingreport") == "let through: 1"
    assert not IncomingReport.objects.exists()


@pytest.mark.parametrize("table", ["jobs", "workers", "periodic_defers", "events"])
def test_the_queue_is_the_application_s_to_read_and_write(build: Builder, table: str) -> None:
    assert attack(f"DELETE FROM procrastinate_{table}") == "let through: 0"
    assert attack(f"TRUNCATE procrastinate_{table}") == f"42501: permission denied for table procrastinate_{table}"
