"""Likely repeats that somebody decides on, as a pair: remembered both ways, and checked by a second person."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial

import pytest
from django.contrib.auth.models import User

from tests.build import MONDAY, Builder, on
from tests.review.test_course import refusal
from tests.review.test_overriding import codes
from tracker import review
from tracker.models import Figure, FigureRevision, NotARepeat

Clock = Iterator[datetime]


class TestPairs:
    """Whether two reports are one count is asked once."""

    @pytest.fixture
    def pair(self, build: Builder) -> tuple[Figure, Figure]:
        return build.provisional(**on(MONDAY)), build.draft(**on(MONDAY))

    def test_remembered_both_ways(self, pair: tuple[Figure, Figure], curator: User, clock: Clock) -> None:
        public, draft = pair
        assert (codes(draft), codes(public)) == (["likely_repeat"], [])
        decided = review.not_a_repeat(by=curator, at=next(clock), figure=draft, other=public, reason="two shellings")
        assert (decided.first, decided.second, decided.decided_by, decided.reason) == (
            public,
            draft,
            curator,
            "two shellings",
        )
        published = review.publish(by=curator, at=next(clock), figure=draft)
        assert codes(published) == codes(public) == []
        assert review.likely_repeats(public) == []

    def test_refusals(self, pair: tuple[Figure, Figure], curator: User, reviewer: User, clock: Clock) -> None:
        public, draft = pair
        decide: Callable[..., NotARepeat] = partial(review.not_a_repeat, at=next(clock), figure=draft)
        assert refusal(lambda: decide(by=curator, other=public, reason="")) == (
            "Say why the two are not the same count: whoever sees them next reads it."
        )
        assert refusal(lambda: decide(by=curator, other=draft, reason="x")) == "A figure is no pair with itself."
        assert refusal(lambda: decide(by=reviewer, other=public, reason="x")) == (
            "basel may not do this: it needs the permission “change_figure”."
        )
        decide(by=curator, other=public, reason="x")
        again = partial(review.not_a_repeat, by=curator, at=next(clock), figure=public, other=draft, reason="y")
        assert refusal(again) == "Somebody has decided on this pair already: the two are not the same count."

    def test_who_set_it_aside_does_not_verify_alone(
        self, build: Builder, pair: tuple[Figure, Figure], curator: User, editor: User, reviewer: User, clock: Clock
    ) -> None:
        public, draft = pair
        review.not_a_repeat(by=editor, at=next(clock), figure=draft, other=public, reason="two shellings")
        published = review.publish(by=curator, at=next(clock), figure=draft)
        for figure, other in ((published, public), (public, published)):
            verify = partial(review.verify, at=next(clock), figure=figure)
            assert refusal(partial(verify, by=editor)) == (
                f"Somebody else must verify this figure: you decided that it is not the same count as figure {other.pk}."
            )
            assert verify(by=reviewer).status == "verified"

    def test_nor_confirms_a_correction_alone(
        self, build: Builder, curator: User, editor: User, reviewer: User, clock: Clock
    ) -> None:
        public = build.verified(**on(MONDAY))
        before, after = build.draft(**on(MONDAY)), build.draft(**on(MONDAY))
        review.not_a_repeat(by=editor, at=next(clock), figure=before, other=public, reason="two shellings")
        correct = partial(review.revise, by=curator, figure=public, reason="page 2")
        first = correct(at=next(clock), values={"group": "civilians"})
        assert isinstance(first, FigureRevision)
        assert refusal(lambda: review.apply_revision(by=editor, at=next(clock), revision=first)) == (
            f"Somebody else must verify this figure: you decided that it is not the same count as figure {before.pk}."
        )
        review.apply_revision(by=reviewer, at=next(clock), revision=first)
        second = correct(at=next(clock), values={"group": "women"})
        assert isinstance(second, FigureRevision)
        assert review.apply_revision(by=editor, at=next(clock), revision=second).verified_by == editor  # two have seen it
        review.not_a_repeat(by=editor, at=next(clock), figure=after, other=public, reason="two shellings")
        third = correct(at=next(clock), values={"group": "children"})
        assert isinstance(third, FigureRevision)
        with pytest.raises(review.Refused):
            review.apply_revision(by=editor, at=next(clock), revision=third)

    def test_a_draft_that_was_taken_back_is_no_pair(
        self, pair: tuple[Figure, Figure], curator: User, editor: User, clock: Clock
    ) -> None:
        public, draft = pair
        review.not_a_repeat(by=editor, at=next(clock), figure=draft, other=public, reason="two shellings")
        review.discard(by=curator, at=next(clock), figure=draft)
        assert review.verify(by=editor, at=next(clock), figure=public).status == "verified"

    def test_a_marked_repeat_is_taken_back_first(self, pair: tuple[Figure, Figure], curator: User, clock: Clock) -> None:
        public, draft = pair
        review.mark_repeat(by=curator, at=next(clock), figure=draft, head=public, reason="one toll")
        decide = partial(review.not_a_repeat, by=curator, at=next(clock), figure=public, other=draft, reason="x")
        assert refusal(decide) == "One of the two is marked as a repeat of the other: take that back first."
