"""Warnings on a figure's way: refused when published or verified, overridden with a reason, confirmed by a second person."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from typing import Any

import pytest
from django.contrib.auth.models import User

from tests.build import MONDAY, UNDATED, Builder, on
from tests.review.test_course import refusal
from tracker import review
from tracker.models import Figure, FigureRevision

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
