"""Warnings on a figure's way: refused when published or verified, overridden with a reason, confirmed by a second person."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.build import MONDAY, UNDATED, Builder, on
from tests.review.test_course import refusal
from tracker import review
from tracker.models import Figure, FigureRevision, NotARepeat, Place

Clock = Iterator[datetime]
NO_DATE = "No event date: charts show the figure in a margin, and it is added up nowhere."
LOOKS_WRONG = "Something looks wrong: correct it, or say why it stands nevertheless. "


def codes(figure: Figure) -> list[str]:
    """Return the codes of the warnings that stand."""
    return [warning.code.value for warning in review.warnings_of(figure)]


@pytest.fixture
def undated(build: Builder) -> Figure:
    """A draft without an event date."""
    return build.draft(**UNDATED)


@pytest.fixture
def overridden(build: Builder, undated: Figure, clock: Clock) -> Figure:
    """A provisional figure without an event date, and the reason."""
    publish = partial(review.publish, by=build.curator, at=next(clock), figure=undated)
    return publish(override_reason="the sentence has none")


class TestPublishing:
    """A draft is entered freely and published only past its warnings."""

    def test_refused_with_the_warnings(self, undated: Figure, curator: User, clock: Clock) -> None:
        with pytest.raises(review.Warned) as warned:
            review.publish(by=curator, at=next(clock), figure=undated)
        assert str(warned.value) == LOOKS_WRONG + NO_DATE
        assert [(w.code, w.words, w.figures) for w in warned.value.warnings] == [("no_event_date", NO_DATE, ())]
        assert Figure.objects.get().status == "draft"

    def test_overridden_first(self, undated: Figure, curator: User, clock: Clock) -> None:
        figure = review.override(by=curator, at=next(clock), figure=undated, reason="the sentence has none")
        assert (figure.overridden, figure.override_reason, figure.version) == (
            ["no_event_date"],
            "the sentence has none",
            2,
        )
        assert figure.change_reason == "the sentence has none"
        assert review.publish(by=curator, at=next(clock), figure=figure).status == "provisional"

    def test_overridden_on_the_way(self, overridden: Figure) -> None:
        stored = Figure.objects.get()
        assert (stored.status, stored.version) == ("provisional", 3)
        assert (stored.overridden, stored.override_reason) == (["no_event_date"], "the sentence has none")

    def test_overridden_while_entering(self, build: Builder, clock: Clock) -> None:
        document = build.document()
        enter = partial(review.enter, by=build.curator, document=document)
        figure = enter(at=next(clock), values=build.values(document, **UNDATED), override_reason="none printed")
        assert (figure.overridden, figure.override_reason) == (["no_event_date"], "none printed")
        sound = enter(at=next(clock), values=build.values(document), override_reason="needless")
        assert (sound.overridden, sound.override_reason) == ([], "")

    def test_a_figure_without_warnings_needs_no_reason(self, build: Builder, curator: User, clock: Clock) -> None:
        draft = build.draft()
        figure = review.publish(by=curator, at=next(clock), figure=draft, override_reason="needless")
        assert (figure.overridden, figure.override_reason, figure.version) == ([], "", 2)


class TestOverriding:
    """Whoever overrides says why, names what stands, and does not verify."""

    def test_refusals(self, undated: Figure, build: Builder, reviewer: User, curator: User, clock: Clock) -> None:
        override = partial(review.override, at=next(clock), figure=undated)
        assert refusal(lambda: override(by=curator, reason=" ")) == (
            "Say why the figure stands nevertheless: the verifier reads and confirms it."
        )
        assert refusal(lambda: override(by=curator, reason="x", codes=["falls", "no_event_date"])) == (
            "There is no such warning to override: falls."
        )
        assert refusal(lambda: override(by=curator, reason="x", codes=[])) == (
            "There is no such warning to override: none stands."
        )
        assert refusal(lambda: override(by=reviewer, reason="x")) == (
            "basel may not do this: it needs the permission “change_figure”."
        )
        sound = build.draft()
        assert refusal(lambda: review.override(by=curator, at=next(clock), figure=sound, reason="x")) == (
            "There is no such warning to override: none stands."
        )
        with pytest.raises(review.StaleWrite):
            override(by=curator, reason="x", version=7)

    def test_a_verified_figure_s_are_overridden_with_a_correction(self, build: Builder, clock: Clock) -> None:
        figure = build.verified()
        assert refusal(lambda: review.override(by=build.curator, at=next(clock), figure=figure, reason="x")) == (
            "A verified figure cannot be changed directly: only one that is draft, provisional can."
        )

    def test_reasons_are_kept_beside_one_another(self, build: Builder, curator: User, clock: Clock) -> None:
        figure = build.draft(**on(date(2018, 3, 9)), claimed_on=date(2018, 3, 9))
        assert codes(figure) == ["after_publication", "day_of_saying"]
        override = partial(review.override, by=curator, figure=figure)
        override(at=next(clock), codes=["day_of_saying"], reason="both on Friday")
        both = override(at=next(clock), codes=["after_publication"], reason="put online later")
        assert (both.overridden, both.override_reason) == (
            ["after_publication", "day_of_saying"],
            "both on Friday\nput online later",
        )
        again = override(at=next(clock), reason="all of it is printed so")
        assert (again.overridden, again.override_reason) == (both.overridden, "all of it is printed so")

    def test_who_overrides_does_not_verify(self, overridden: Figure, editor: User, build: Builder, clock: Clock) -> None:
        review.override(by=editor, at=next(clock), figure=overridden, reason="none is printed")
        verify = partial(review.verify, at=next(clock), figure=overridden, confirm_override=True)
        assert refusal(lambda: verify(by=editor)) == (
            "Somebody else must verify this figure: "
            "nobody verifies what they entered, or changed since it was last verified."
        )
        assert verify(by=build.reviewer).status == "verified"

    def test_it_answers_a_remark(self, overridden: Figure, build: Builder, clock: Clock) -> None:
        review.send_back(by=build.reviewer, at=next(clock), figure=overridden, reason="No date?")
        answered = review.override(by=build.curator, at=next(clock), figure=overridden, reason="none is printed")
        assert answered.sent_back_remark == ""


class TestVerifying:
    """The second person confirms the reason, and meets warnings that arose meanwhile."""

    def test_the_reason_is_confirmed(self, overridden: Figure, reviewer: User, clock: Clock) -> None:
        with pytest.raises(review.Unconfirmed) as unconfirmed:
            review.verify(by=reviewer, at=next(clock), figure=overridden)
        assert str(unconfirmed.value) == (
            f"Warnings were overridden with the reason “the sentence has none”: confirm it if it holds. {NO_DATE}"
        )
        assert unconfirmed.value.reason == "the sentence has none"
        assert [warning.code for warning in unconfirmed.value.warnings] == ["no_event_date"]
        verified = review.verify(by=reviewer, at=next(clock), figure=overridden, confirm_override=True)
        assert (verified.status, verified.overridden) == ("verified", ["no_event_date"])

    def test_a_warning_that_arose_after_publishing(self, build: Builder, reviewer: User, clock: Clock) -> None:
        first = build.provisional(**on(MONDAY))
        second = build.draft(**on(MONDAY))
        review.publish(by=build.curator, at=next(clock), figure=second, override_reason="another shelling")
        verify = partial(review.verify, by=reviewer, at=next(clock), figure=first, confirm_override=True)
        words = f"Likely repeat: figure {second.pk} says at least 40, 5 March 2018. Is it the same count?"
        assert refusal(verify) == LOOKS_WRONG + words
        review.not_a_repeat(by=build.curator, at=next(clock), figure=second, other=first, reason="another shelling")
        assert verify().status == "verified"

    def test_an_author_is_told_that_first(self, build: Builder, editor: User, clock: Clock) -> None:
        own = build.draft(by=editor, **UNDATED)
        review.publish(by=editor, at=next(clock), figure=own, override_reason="x")
        assert refusal(lambda: review.verify(by=editor, at=next(clock), figure=own)).startswith("Somebody else must")


class TestRevising:
    """A change weighs the warnings anew."""

    def test_overrides_that_no_longer_apply_are_dropped(self, overridden: Figure, curator: User, clock: Clock) -> None:
        revise = partial(review.revise, by=curator, figure=overridden, reason="x")
        kept = revise(at=next(clock), values={"low": 30})
        assert isinstance(kept, Figure)
        assert (kept.overridden, kept.override_reason) == (["no_event_date"], "the sentence has none")
        dropped = revise(at=next(clock), values=on(MONDAY))
        assert isinstance(dropped, Figure)
        assert (dropped.overridden, dropped.override_reason) == ([], "")

    def test_a_draft_is_changed_freely(self, build: Builder, curator: User, clock: Clock) -> None:
        draft = build.draft()
        figure = review.revise(by=curator, at=next(clock), figure=draft, values=UNDATED, reason="")
        assert isinstance(figure, Figure)
        assert (codes(figure), figure.overridden) == (["no_event_date"], [])

    def test_a_public_figure_gets_no_new_warning_unnoticed(self, build: Builder, curator: User, clock: Clock) -> None:
        figure = build.provisional()
        revise = partial(review.revise, by=curator, at=next(clock), figure=figure, values=UNDATED, reason="misread")
        assert refusal(revise) == LOOKS_WRONG + NO_DATE
        assert Figure.objects.get().start_date is not None
        changed = revise(override_reason="none printed")
        assert isinstance(changed, Figure)
        assert (changed.overridden, changed.override_reason) == (["no_event_date"], "none printed")

    def test_a_warning_that_stood_already_does_not_stop_a_change(self, build: Builder, clock: Clock) -> None:
        figure = build.provisional(**on(MONDAY))
        twin = build.draft(**on(MONDAY))
        review.publish(by=build.curator, at=next(clock), figure=twin, override_reason="another shelling")
        revise = partial(review.revise, by=build.curator, at=next(clock), figure=figure, reason="x")
        changed = revise(values={"group": "civilians"})
        assert isinstance(changed, Figure)
        assert (codes(changed), changed.overridden) == (["likely_repeat"], [])

    def test_marked_as_the_same_count(self, build: Builder, clock: Clock) -> None:
        head, figure = build.provisional(**on(MONDAY)), build.draft(**on(MONDAY))
        assert review.likely_repeats(figure) == [head]
        review.mark_repeat(by=build.curator, at=next(clock), figure=figure, head=head, reason="one toll")
        assert codes(Figure.objects.get(pk=figure.pk)) == codes(head) == []


class TestCorrections:
    """A correction of a verified figure carries its override to the second person."""

    def propose(self, build: Builder, clock: Clock, **arguments: Any) -> Any:
        figure = build.verified()
        return review.revise(by=build.curator, at=next(clock), figure=figure, values=UNDATED, reason="misread", **arguments)

    def test_it_needs_a_reason(self, build: Builder, clock: Clock) -> None:
        assert refusal(lambda: self.propose(build, clock)) == LOOKS_WRONG + NO_DATE
        assert not FigureRevision.objects.exists()

    def test_and_its_confirmation(self, build: Builder, reviewer: User, clock: Clock) -> None:
        revision = self.propose(build, clock, override_reason="none printed")
        assert revision.changes["overridden"] == ["no_event_date"]
        assert Figure.objects.get().overridden == []
        apply = partial(review.apply_revision, by=reviewer, at=next(clock), revision=revision)
        assert refusal(apply).startswith("Warnings were overridden with the reason “none printed”: confirm it if it holds.")
        figure = apply(confirm_override=True)
        assert (figure.start_date, figure.overridden, figure.override_reason) == (None, ["no_event_date"], "none printed")
        dropped = review.revise(by=build.curator, at=next(clock), figure=figure, values=on(MONDAY), reason="found")
        assert isinstance(dropped, FigureRevision)
        assert {name: dropped.changes[name] for name in ("overridden", "override_reason")} == {
            "overridden": [],
            "override_reason": "",
        }
        review.apply_revision(by=reviewer, at=next(clock), revision=dropped)
        figure.refresh_from_db()
        assert (figure.overridden, figure.override_reason) == ([], "")

    def test_a_warning_that_arose_since_it_was_proposed(self, build: Builder, reviewer: User, clock: Clock) -> None:
        figure = build.verified(**on(MONDAY))
        revision = review.revise(
            by=build.curator, at=next(clock), figure=figure, values={"group": "civilians"}, reason="they were"
        )
        assert isinstance(revision, FigureRevision)
        twin = build.draft(**on(MONDAY))
        review.publish(by=build.curator, at=next(clock), figure=twin, override_reason="another shelling")
        apply = partial(review.apply_revision, by=reviewer, at=next(clock), revision=revision, confirm_override=True)
        assert refusal(apply).startswith(f"{LOOKS_WRONG}Likely repeat: figure {twin.pk} says at least 40")
        revision.refresh_from_db()
        assert revision.outcome == "pending"


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


class TestComparedFigures:
    """Which stored figures have a say, and what it costs to ask them."""

    def test_drafts_and_retracted_figures_have_none(self, build: Builder, editor: User, clock: Clock) -> None:
        drafts = build.draft(**on(MONDAY)), build.draft(**on(MONDAY))
        assert [codes(figure) for figure in drafts] == [[], []]
        public = review.publish(by=build.curator, at=next(clock), figure=drafts[0])
        assert codes(drafts[1]) == ["likely_repeat"]
        revision = review.propose_retraction(by=build.reviewer, at=next(clock), figure=public, reason="x")
        review.apply_revision(by=editor, at=next(clock), revision=revision)
        assert codes(drafts[1]) == []

    def test_a_part_is_compared_with_its_total_while_both_are_drafts(self, build: Builder) -> None:
        whole = build.draft()
        part = build.draft(low=41, best=41, reported=41, group="children", subset_of=whole, reason="an example")
        (warning,) = review.warnings_of(part)
        assert (warning.code, warning.figures) == ("part_above_total", (whole.pk,))
        assert codes(whole) == []  # its parts count once they are public

    def test_a_total_is_compared_with_its_public_parts(self, build: Builder, curator: User, clock: Clock) -> None:
        whole = build.provisional(low=40, best=40, high=40, reason="an example")
        part = build.draft(low=39, best=39, group="children", subset_of=whole, reason="an example")
        review.publish(by=curator, at=next(clock), figure=part)
        lower = partial(review.revise, by=curator, at=next(clock), figure=whole, reason="x")
        assert refusal(lambda: lower(values={"low": 30, "best": 30, "high": 30})) == (
            f"{LOOKS_WRONG}Below its part: this total is at least 30, and its part is at least 39 (figure {part.pk})."
        )

    def test_places_inside_and_around(self, build: Builder) -> None:
        public = build.provisional(**on(MONDAY))
        found = {
            slug: codes(build.draft(**on(MONDAY), place=Place.objects.get(slug=slug)))
            for slug in ("syria", "rif-dimashq", "eastern-ghouta", "douma", "aleppo")
        }
        assert found == {
            "syria": ["likely_repeat"],
            "rif-dimashq": ["likely_repeat"],
            "eastern-ghouta": ["likely_repeat"],
            "douma": ["likely_repeat"],
            "aleppo": [],
        }
        assert public.place.slug == "eastern-ghouta"

    def test_an_unsaved_figure_while_it_is_entered(self, build: Builder) -> None:
        public = build.provisional(**on(MONDAY))
        document = build.document("At least 40 people were killed, including 12 children, the UN said. So the paper.")
        figure = Figure(document=document, **build.values(document))
        (warning,) = review.warnings_of(figure)
        assert (warning.code, warning.figures) == ("likely_repeat", (public.pk,))
        assert review.likely_repeats(figure) == [public]
        assert codes(Figure()) == codes(Figure(document=document)) == ["no_event_date"]

    def test_as_many_queries_for_thirty_figures_as_for_three(self, build: Builder) -> None:
        figure = build.draft(**on(MONDAY))

        def add(number: int) -> None:
            for _ in range(number):
                other = build.draft(**on(MONDAY))
                review.publish(by=build.curator, at=next(build.clock), figure=other, override_reason="another shelling")

        def asked(warnings: int) -> int:
            stored = Figure.objects.get(pk=figure.pk)
            with CaptureQueriesContext(connection) as captured:
                assert len(review.warnings_of(stored)) == warnings
            return len(captured)

        add(3)
        few = asked(3)
        add(27)
        assert (few, asked(30)) == (5, 5)
