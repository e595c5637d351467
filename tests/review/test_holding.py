"""Claims on work: a document is held for a while."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.contrib.auth.models import User

from tests.build import Builder
from tracker import review
from tracker.models import DeskHold

Clock = Iterator[datetime]


class TestHolding:
    """A document is one person's for a while, until they let it go or somebody takes it over."""

    def test_held_for_a_while(self, build: Builder, curator: User, editor: User, clock: Clock) -> None:
        document, at = build.document(), next(clock)
        assert review.hold(by=curator, at=at, document=document).holder == curator
        assert review.hold(by=editor, at=at + timedelta(minutes=14), document=document).holder == curator
        assert review.hold(by=curator, at=at + timedelta(minutes=14), document=document).until == at + timedelta(minutes=29)
        assert review.hold(by=editor, at=at + timedelta(minutes=30), document=document).holder == editor
        tomorrow = at + timedelta(days=1)
        assert review.hold(by=editor, at=tomorrow, document=document).since == tomorrow

    def test_taken_over(self, build: Builder, curator: User, editor: User, clock: Clock) -> None:
        document = build.document()
        review.hold(by=curator, at=next(clock), document=document)
        review.take_over(by=editor, at=next(clock), document=document)
        review.let_go(by=curator, at=next(clock), document=document)
        assert DeskHold.objects.get().holder == editor
        at = next(clock)
        review.let_go(by=editor, at=at, document=document)
        assert DeskHold.objects.get().until == at
