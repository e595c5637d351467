"""Two people decide about one proposal at the same moment, each on a connection of their own."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from threading import Barrier

import pytest
from django.contrib.auth.models import User
from django.db import connection

from tests.build import Builder
from tests.propose import REPORT, propose
from tracker import review
from tracker.models import Document, Figure, Proposal


@pytest.mark.parametrize("attempt", range(3))
def test_one_draft_and_one_who_is_told(
    transactional_db: None, build: Builder, curator: User, editor: User, clock: Iterator[datetime], attempt: int
) -> None:
    proposal = propose(build.document(REPORT), "At least 52")
    together, at = Barrier(2), next(clock)

    def accept(by: User) -> str:
        together.wait(timeout=30)
        try:
            return str(review.accept(by=by, at=at, proposal=proposal))
        except review.AlreadyDecided as told:
            return str(told)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as people:
        said = sorted(people.map(accept, (curator, editor)))
    assert said[0] == "At least 52 killed"
    assert said[1].endswith(
        "accepted this proposal on 1 January 2026 at 09:01 UTC. Nothing of yours was saved: look at it below."
    )
    assert (Figure.objects.count(), Proposal.objects.get().outcome) == (1, "accepted")


@pytest.mark.parametrize("attempt", range(3))
def test_a_document_opened_at_one_moment_is_held_by_one(
    transactional_db: None, build: Builder, curator: User, editor: User, clock: Iterator[datetime], attempt: int
) -> None:
    document: Document = build.document()
    together, at = Barrier(2), next(clock)

    def open_it(by: User) -> int:
        together.wait(timeout=30)
        try:
            return review.hold(by=by, at=at, document=document).holder_id
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as people:
        holders = set(people.map(open_it, (curator, editor)))
    assert len(holders) == 1
