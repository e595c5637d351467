"""A figure's course through review: what each function does, and what it says when it refuses."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial
from typing import Any

import pytest
from django.contrib.auth.models import User

from tests.build import MONDAY, Builder
from tracker import review
from tracker.models import Figure, FigureRevision, Place

Clock = Iterator[datetime]


def refusal(act: Callable[[], Any]) -> str:
    """Return the words in which an act is refused."""
    with pytest.raises(review.Refused) as refused:
        act()
    return str(refused.value)


def course(figure: Figure) -> list[tuple[int, str, str, str]]:
    """Return the figure's history: version, status, who, why."""
    events = Figure.pgh_event_model.objects.filter(pgh_obj=figure)  # type: ignore[attr-defined]  # pghistory adds it
    return list(events.order_by("pgh_id").values_list("version", "status", "changed_by__username", "change_reason"))


def test_from_draft_to_verified(build: Builder) -> None:
    figure = build.verified()
    assert course(figure) == [
        (1, "draft", "amal", ""),
        (2, "provisional", "amal", ""),
        (3, "verified", "basel", ""),
    ]
    assert (figure.published_by, figure.verified_by) == (build.curator, build.reviewer)


def test_roles(build: Builder, reviewer: User, curator: User, administrator: User, clock: Clock) -> None:
    draft, document = build.draft(), build.document("Another text: 3 people were killed.")
    entering: dict[str, tuple[Callable[..., Any], dict[str, Any]]] = {
        "add_figure": (review.enter, {"document": document, "values": {}}),
        "publish_figure": (review.publish, {"figure": draft}),
        "change_figure": (review.revise, {"figure": draft, "values": {"low": 1}, "reason": "x"}),
    }
    verifying: dict[str, tuple[Callable[..., Any], dict[str, Any]]] = {
        "verify_figure": (review.verify, {"figure": draft}),
        "dispute_figure": (review.dispute, {"figure": draft, "reason": "x"}),
        "retract_figure": (review.propose_retraction, {"figure": draft, "reason": "x"}),
    }
    for acts, people in ((entering, (reviewer, administrator)), (verifying, (curator, administrator))):
        for permission, (act, arguments) in acts.items():
            for by in people:
                words = f"{by} may not do this: it needs the permission “{permission}”."
                assert refusal(partial(act, by=by, at=next(clock), **arguments)) == words
    assert Figure.objects.get().version == 1


def test_four_eyes(build: Builder, editor: User, other_editor: User, clock: Clock) -> None:
    own = build.provisional(by=editor)
    words = (
        "Somebody else must verify this figure: nobody verifies what they entered, or changed since it was last verified."
    )
    assert refusal(lambda: review.verify(by=editor, at=next(clock), figure=own)) == words
    review.revise(by=other_editor, at=next(clock), figure=own, values={"low": 39}, reason="misread")
    assert refusal(lambda: review.verify(by=other_editor, at=next(clock), figure=own)) == words
    assert Figure.objects.get().status == "provisional"
    assert review.verify(by=build.reviewer, at=next(clock), figure=own).status == "verified"


def test_a_note_may_be_written_by_the_verifier(build: Builder, editor: User, clock: Clock) -> None:
    figure = build.provisional()
    review.revise(by=editor, at=next(clock), figure=figure, values={"note": "see page 2"}, reason="a hint")
    assert review.verify(by=editor, at=next(clock), figure=figure).status == "verified"


def test_what_curators_must_not_set(build: Builder, curator: User, clock: Clock) -> None:
    document = build.document()
    for name in ("status", "verified_by", "authors", "version", "entered_by"):
        values = build.values(document) | {name: 1}
        words = refusal(partial(review.enter, by=curator, at=next(clock), document=document, values=values))
        assert words == f"These cannot be set: {name}."


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"indicator": "murdered"}, "indicator: Value 'murdered' is not a valid choice."),
        (
            {"low": 50, "best": 40, "high": None},
            "Low, best and high do not follow from quantifier and printed number: leave them empty to have them computed, "
            "or say in “calculation” or as the reason why they differ.",
        ),
        ({"unit": "truck"}, "The unit “truck” belongs to aid trucks, and aid trucks are counted in trucks."),
        (
            {"attributed_to": None},
            "The claimant does not fit its kind: “named” needs a source and its words, “unnamed” the words only, "
            "“publisher” the source, “none” neither.",
        ),
    ],
)
def test_refusals_of_values_in_words(
    build: Builder, curator: User, clock: Clock, values: dict[str, Any], words: str
) -> None:
    document = build.document()
    all_values = build.values(document) | values
    assert refusal(lambda: review.enter(by=curator, at=next(clock), document=document, values=all_values)) == words
    assert not Figure.objects.exists()


class TestCorrections:
    """A verified figure changes only when a second person has checked the change."""

    def test_pending_then_applied(self, build: Builder, curator: User, reviewer: User, clock: Clock) -> None:
        figure = build.verified()
        values = {"low": 30, "place": Place.objects.get(slug="douma"), "end_date": MONDAY}
        revision = review.revise(by=curator, at=next(clock), figure=figure, values=values, reason="second page")
        assert isinstance(revision, FigureRevision)
        assert revision.changes == {"low": 30, "place_id": Place.objects.get(slug="douma").pk}
        figure.refresh_from_db()
        assert (figure.low, figure.version) == (40, 3)
        corrected = review.apply_revision(by=reviewer, at=next(clock), revision=revision)
        corrected.refresh_from_db()
        assert (corrected.low, corrected.place.slug, corrected.status, corrected.version) == (
            30,
            "douma",
            "verified",
            4,
        )
        assert course(figure)[-1] == (4, "verified", "basel", "second page")
        assert corrected.authors == [curator.pk, curator.pk]

    def test_dates_survive_the_way_through_json(self, build: Builder, curator: User, reviewer: User, clock: Clock) -> None:
        figure, day = build.verified(), date(2018, 3, 4)
        values = dict.fromkeys(("start_date", "end_date"), day) | dict.fromkeys(("start_accuracy", "end_accuracy"), "day")
        revision = review.revise(
            by=curator, at=next(clock), figure=figure, values=values | {"date_basis": "stated"}, reason="Sunday"
        )
        assert isinstance(revision, FigureRevision)
        corrected = review.apply_revision(by=reviewer, at=next(clock), revision=revision)
        assert (corrected.start_date, corrected.end_date) == (day, day)

    def test_nobody_checks_their_own(self, build: Builder, editor: User, other_editor: User, clock: Clock) -> None:
        figure = build.verified()
        revision = review.revise(by=editor, at=next(clock), figure=figure, values={"low": 30}, reason="x")
        assert isinstance(revision, FigureRevision)
        assert refusal(lambda: review.apply_revision(by=editor, at=next(clock), revision=revision)) == (
            "Somebody else must confirm this: nobody confirms their own proposal."
        )
        review.apply_revision(by=other_editor, at=next(clock), revision=revision)
        assert refusal(lambda: review.apply_revision(by=other_editor, at=next(clock), revision=revision)) == (
            "This revision has already been decided."
        )

    def test_who_entered_a_figure_does_not_verify_it_by_a_correction(
        self, build: Builder, editor: User, other_editor: User, clock: Clock
    ) -> None:
        entered = build.provisional(by=editor)
        figure = review.verify(by=build.reviewer, at=next(clock), figure=entered)
        revision = review.revise(by=other_editor, at=next(clock), figure=figure, values={"low": 30}, reason="x")
        assert isinstance(revision, FigureRevision)
        assert refusal(lambda: review.apply_revision(by=editor, at=next(clock), revision=revision)).startswith(
            "Somebody else must verify this figure"
        )
        revision.refresh_from_db()
        assert revision.outcome == "pending"

    def test_one_at_a_time_and_declined(self, build: Builder, curator: User, reviewer: User, clock: Clock) -> None:
        figure = build.verified()
        first = review.revise(by=curator, at=next(clock), figure=figure, values={"low": 30}, reason="x")
        again = "A correction or retraction of this figure is already waiting: decide on it first."
        assert (
            refusal(lambda: review.revise(by=curator, at=next(clock), figure=figure, values={"low": 20}, reason="x"))
            == again
        )
        assert isinstance(first, FigureRevision)
        review.decline_revision(by=reviewer, at=next(clock), revision=first, reason="the first page is right")
        figure.refresh_from_db()
        assert (figure.low, figure.version) == (40, 3)
        assert isinstance(
            review.revise(by=curator, at=next(clock), figure=figure, values={"low": 20}, reason="x"), FigureRevision
        )

    def test_a_correction_must_fit(self, build: Builder, curator: User, clock: Clock) -> None:
        figure = build.verified()
        assert (
            refusal(lambda: review.revise(by=curator, at=next(clock), figure=figure, values={"low": 30}, reason=" "))
            == "Say why: a public figure changes with a reason, which its history shows."
        )
        assert review.revise(by=curator, at=next(clock), figure=figure, values={"low": 40}, reason="x") is None
        assert not FigureRevision.objects.exists()

    def test_a_correction_that_breaks_a_rule_is_refused_when_proposed(
        self, build: Builder, curator: User, clock: Clock
    ) -> None:
        figure = build.verified()
        values = {"low": 50}
        assert refusal(
            lambda: review.revise(by=curator, at=next(clock), figure=figure, values=values, reason="x")
        ).startswith("Low, best and high do not rise")
        assert not FigureRevision.objects.exists()


class TestStaleWrites:
    """The second of two people is told what the first one changed."""

    def test_second_save_is_refused(self, build: Builder, curator: User, editor: User, clock: Clock) -> None:
        figure = build.provisional()
        seen = figure.version
        review.revise(by=editor, at=next(clock), figure=figure, values={"low": 30}, reason="page 2", version=seen)
        with pytest.raises(review.StaleWrite) as refused:
            review.revise(by=curator, at=next(clock), figure=figure, values={"low": 20}, reason="x", version=seen)
        assert str(refused.value) == (
            "dina changed this figure on 1 January 2026 at 09:03 UTC: “page 2”. "
            "Nothing of yours was saved: look at the change, then make yours again."
        )
        assert Figure.objects.get().low == 30


class TestDisputes:
    """A contested claim is marked, whatever its status."""

    def test_dispute_and_settle(self, build: Builder, reviewer: User, clock: Clock) -> None:
        figure = build.verified()
        disputed = review.dispute(by=reviewer, at=next(clock), figure=figure, reason="The Ministry denies it.")
        assert (disputed.status, disputed.disputed_reason) == ("verified", "The Ministry denies it.")
        settled = review.settle(by=reviewer, at=next(clock), figure=figure, reason="The Ministry withdrew its denial.")
        assert (settled.disputed_on, settled.disputed_reason) == (None, "")
        assert refusal(lambda: review.settle(by=reviewer, at=next(clock), figure=figure, reason="x")) == (
            "Only a disputed figure can be settled, and with a reason."
        )


class TestRetractions:
    """Two people withdraw a figure; its count keeps a head."""

    def test_proposed_and_confirmed(self, build: Builder, reviewer: User, editor: User, clock: Clock) -> None:
        figure = build.verified()
        revision = review.propose_retraction(by=reviewer, at=next(clock), figure=figure, reason="The paper withdrew it.")
        assert Figure.objects.get().status == "verified"
        own = "Somebody else must confirm this: nobody confirms their own proposal."
        assert refusal(lambda: review.apply_revision(by=reviewer, at=next(clock), revision=revision)) == own
        retracted = review.apply_revision(by=editor, at=next(clock), revision=revision)
        assert (retracted.status, retracted.retraction_reason) == ("retracted", "The paper withdrew it.")
        assert retracted.verified_by == reviewer

    def test_the_head_of_a_count_names_its_successor(
        self, build: Builder, reviewer: User, editor: User, clock: Clock
    ) -> None:
        head = build.verified()
        first = build.verified(repeat_of=head)
        second = build.provisional(repeat_of=head)
        needs = "Other figures repeat this one: name which of them becomes the head of the count."
        assert refusal(lambda: review.propose_retraction(by=reviewer, at=next(clock), figure=head, reason="x")) == needs
        stranger = build.verified()
        assert (
            refusal(
                lambda: review.propose_retraction(by=reviewer, at=next(clock), figure=head, reason="x", successor=stranger)
            )
            == "The new head of the count must be one of this figure's public repeats."
        )
        revision = review.propose_retraction(by=reviewer, at=next(clock), figure=head, reason="x", successor=first)
        review.apply_revision(by=editor, at=next(clock), revision=revision)
        found = list(Figure.objects.order_by("pk").values_list("status", "repeat_of"))
        assert found == [("retracted", None), ("verified", None), ("provisional", first.pk), ("verified", None)]
        assert Figure.objects.get(pk=second.pk).repeat_of == first


class TestRepeats:
    """A count has one head, and public figures point to public ones."""

    def test_mark_and_unmark(self, build: Builder, curator: User, clock: Clock) -> None:
        head, figure = build.provisional(), build.provisional()
        marked = review.mark_repeat(by=curator, at=next(clock), figure=figure, head=head, reason="the same toll")
        assert isinstance(marked, Figure)
        assert marked.repeat_of == head
        assert (
            refusal(lambda: review.mark_repeat(by=curator, at=next(clock), figure=head, head=figure, reason="x"))
            == "That figure is itself a repeat: choose the head of the count instead."
        )
        unmarked = review.mark_repeat(by=curator, at=next(clock), figure=figure, head=None, reason="another toll")
        assert isinstance(unmarked, Figure)
        assert unmarked.repeat_of is None

    def test_a_public_figure_does_not_point_to_a_draft(self, build: Builder, curator: User, clock: Clock) -> None:
        draft = build.draft()
        repeat = build.draft(repeat_of=draft)
        words = "This figure repeats “At least 40 killed”, which is draft: publish that one first."
        assert refusal(lambda: review.publish(by=curator, at=next(clock), figure=repeat)) == words


def test_a_new_place_waits_for_an_editor(build: Builder, clock: Clock) -> None:
    place = Place.objects.create(slug="zamalka", name="Zamalka", kind="town", confirmed=False, changed_at=next(clock))
    figure = build.provisional(place=place)
    assert refusal(lambda: review.verify(by=build.reviewer, at=next(clock), figure=figure)) == (
        "“Zamalka” is new: an editor confirms or merges it before this figure can be verified."
    )


class TestSendingBack:
    """A reviewer's remark stands until somebody acts on it."""

    def test_sent_back_then_changed_then_verified(self, build: Builder, reviewer: User, clock: Clock) -> None:
        figure = build.provisional()
        assert refusal(partial(review.send_back, by=reviewer, at=next(clock), figure=figure, reason=" ")) == (
            "Say what should be looked at again: whoever entered the figure reads it."
        )
        sent = review.send_back(by=reviewer, at=next(clock), figure=figure, reason="Is it 39?")
        assert (sent.sent_back_by, sent.sent_back_remark, sent.status) == (reviewer, "Is it 39?", "provisional")
        changed = review.revise(by=build.curator, at=next(clock), figure=figure, values={"note": "no"}, reason="it is 40")
        assert isinstance(changed, Figure)
        assert (changed.sent_back_by, changed.sent_back_remark) == (None, "")
        assert review.verify(by=reviewer, at=next(clock), figure=figure).status == "verified"
