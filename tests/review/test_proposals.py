"""What becomes of proposals: drafts made as read or corrected, rejections, and decisions that are taken back."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from typing import Any

import pytest
from django.contrib.auth.models import User

from tests.build import Builder
from tests.propose import REPORT, of_report, propose
from tests.review.test_course import course, refusal
from tracker import review
from tracker.models import Figure, Place, Proposal
from tracker.review.reference import add_place, add_source
from tracker.vocabulary import PlaceKind, RejectReason, SourceKind

Clock = Iterator[datetime]


@pytest.fixture
def read(build: Builder) -> dict[str, Proposal]:
    """The five proposals of a report, by their numbers."""
    return of_report(build.document(REPORT))


def decided(proposal: Proposal) -> tuple[Any, ...]:
    """Return what became of a proposal: outcome, who, the figure's number, what was corrected."""
    proposal.refresh_from_db()
    by = proposal.decided_by
    return (proposal.outcome, by and by.username, proposal.figure_id, proposal.corrections)


def events(proposal: Proposal) -> list[tuple[Any, ...]]:
    """Return a proposal's history."""
    rows = Proposal.pgh_event_model.objects.filter(pgh_obj=proposal).order_by("pgh_id")  # type: ignore[attr-defined]
    return list(rows.values_list("outcome", "decided_by__username", "figure", "undone_by__username"))


class TestAccepting:
    """A proposal becomes a draft with everything that was read."""

    def test_as_it_was_read(self, read: dict[str, Proposal], curator: User, clock: Clock) -> None:
        proposal = read["At least 52"]
        figure = review.accept(by=curator, at=next(clock), proposal=proposal)
        names = (
            *("excerpt", "context", "reported_text", "indicator", "quantifier", "reported", "low", "best", "high", "unit"),
            *("group", "accumulation", "start_date", "start_accuracy", "end_date", "date_basis", "date_text"),
            *("place_role", "place_accuracy", "attribution_text", "attribution_kind", "subset_of", "status"),
        )
        assert {name: getattr(figure, name) for name in names} == {
            "excerpt": "At least 52 people were killed, including 11 children, the UN said.",
            "context": "On Monday, shelling hit Douma.",
            "reported_text": "At least 52",
            "indicator": "killed",
            "quantifier": "at_least",
            "reported": 52,
            "low": 52,
            "best": 52,
            "high": None,
            "unit": "person",
            "group": None,
            "accumulation": "increment",
            "start_date": date(2018, 3, 5),
            "start_accuracy": "day",
            "end_date": date(2018, 3, 5),
            "date_basis": "from_context",
            "date_text": "On Monday",
            "place_role": "event",
            "place_accuracy": "from_context",
            "attribution_text": "the UN",
            "attribution_kind": "named",
            "subset_of": None,
            "status": "draft",
        }
        assert (figure.place.slug, figure.attributed_to and figure.attributed_to.slug) == ("douma", "united-nations")
        assert decided(proposal) == ("accepted", "amal", figure.pk, {})
        assert events(proposal) == [("accepted", "amal", figure.pk, None)]

    def test_a_part_belongs_to_the_total_that_was_accepted(
        self, read: dict[str, Proposal], curator: User, clock: Clock
    ) -> None:
        total = review.accept(by=curator, at=next(clock), proposal=read["At least 52"])
        part = review.accept(by=curator, at=next(clock), proposal=read["11"])
        assert (part.subset_of, part.group) == (total, "children")

    def test_a_part_that_was_accepted_first_belongs_to_its_total_too(
        self, read: dict[str, Proposal], curator: User, editor: User, clock: Clock
    ) -> None:
        part = review.accept(by=curator, at=next(clock), proposal=read["11"])
        total = review.accept(by=editor, at=next(clock), proposal=read["At least 52"])
        part.refresh_from_db()
        assert (part.subset_of, part.authors) == (total, [curator.pk, editor.pk])
        assert course(part)[1:] == [(2, "draft", "dina", f"its total was accepted, as figure {total.pk}")]
        review.undo(by=editor, at=next(clock), proposal=read["At least 52"])
        elsewhere = {"place": Place.objects.get(slug="eastern-ghouta")}
        review.accept(by=editor, at=next(clock), proposal=read["At least 52"], values=elsewhere)
        part.refresh_from_db()
        assert part.subset_of is None

    def test_people_who_fled_left_the_place(self, read: dict[str, Proposal], curator: User, clock: Clock) -> None:
        figure = review.accept(by=curator, at=next(clock), proposal=read["About 16,000"])
        assert (figure.place_role, figure.place_accuracy, figure.date_basis) == ("origin", "exact", "stated")

    def test_what_no_list_holds_is_chosen_or_added_and_is_no_mistake_of_the_extractor(
        self, read: dict[str, Proposal], curator: User, clock: Clock
    ) -> None:
        proposal = read["five"]
        accept = partial(review.accept, by=curator, proposal=proposal)
        assert refusal(partial(accept, at=next(clock))) == (
            "“Hazzeh” is not in the list of places: choose the place, or add it. "
            "“the Ghouta Media Centre” is not in the list of sources: choose who that is, or add them."
        )
        parent = Place.objects.get(slug="eastern-ghouta")
        place = add_place(by=curator, at=next(clock), name="Hazzeh", kind=PlaceKind.TOWN, parent=parent)
        source = add_source(by=curator, at=next(clock), name="Ghouta Media Centre", kind=SourceKind.MEDIA)
        values = {"place": place, "attributed_to": source, "attribution_kind": "named"}
        figure = accept(at=next(clock), values=values)
        assert (figure.place, figure.attributed_to) == (place, source)
        assert decided(proposal) == ("accepted", "amal", figure.pk, {})

    def test_right_sentence_wrong_number_is_one_step(self, read: dict[str, Proposal], curator: User, clock: Clock) -> None:
        proposal = read["More than 200"]
        values = {"indicator": "casualties", "place": Place.objects.get(slug="eastern-ghouta")}
        figure = review.accept(by=curator, at=next(clock), proposal=proposal, values=values)
        douma, ghouta = (Place.objects.get(slug=slug).pk for slug in ("douma", "eastern-ghouta"))
        corrections = {"indicator": ["injured", "casualties"], "place_id": [douma, ghouta]}
        assert decided(proposal) == ("corrected", "amal", figure.pk, corrections)

    def test_a_repeat_says_nothing_against_the_extractor(self, build: Builder, read: dict[str, Proposal]) -> None:
        head = build.provisional()
        figure = review.accept(
            by=build.curator, at=next(build.clock), proposal=read["At least 52"], values={"repeat_of": head}
        )
        assert (figure.repeat_of, decided(read["At least 52"])[0]) == (head, "accepted")

    def test_the_second_is_told_what_the_first_did(
        self, read: dict[str, Proposal], curator: User, editor: User, clock: Clock
    ) -> None:
        proposal = read["11"]
        review.reject(by=curator, at=next(clock), proposal=proposal, rejected_as=RejectReason.SAID_ALREADY)
        words = "amal rejected this proposal on 1 January 2026 at 09:01 UTC. Nothing of yours was saved: look at it below."
        assert refusal(partial(review.accept, by=editor, at=next(clock), proposal=proposal)) == words
        assert Figure.objects.count() == 0


class TestUndoing:
    """A decision is taken back without a trace in public; its history stays."""

    def test_the_draft_is_discarded_and_the_proposal_waits_again(
        self, read: dict[str, Proposal], curator: User, clock: Clock
    ) -> None:
        proposal = read["At least 52"]
        figure = review.accept(by=curator, at=next(clock), proposal=proposal)
        proposal.refresh_from_db()
        review.undo(by=curator, at=next(clock), proposal=proposal, seen=proposal.decided_at)
        assert decided(proposal) == ("pending", None, None, {})
        assert course(figure) == [(1, "draft", "amal", ""), (2, "discarded", "amal", "undone on the desk")]
        again = review.accept(by=curator, at=next(clock), proposal=proposal)
        assert again.pk > figure.pk
        assert events(proposal) == [
            ("accepted", "amal", figure.pk, None),
            ("pending", None, None, "amal"),
            ("accepted", "amal", again.pk, "amal"),
        ]

    def test_its_parts_and_repeats_are_released(self, read: dict[str, Proposal], curator: User, clock: Clock) -> None:
        review.accept(by=curator, at=next(clock), proposal=read["At least 52"])
        part = review.accept(by=curator, at=next(clock), proposal=read["11"])
        review.undo(by=curator, at=next(clock), proposal=read["At least 52"])
        part.refresh_from_db()
        assert (part.subset_of, part.status) == (None, "draft")

    def test_a_discarded_repeat_is_in_nobodys_way(self, build: Builder, read: dict[str, Proposal], clock: Clock) -> None:
        head, other = build.provisional(), build.provisional()
        by: dict[str, Any] = {"by": build.curator}
        review.accept(**by, at=next(clock), proposal=read["At least 52"], values={"repeat_of": head})
        review.undo(**by, at=next(clock), proposal=read["At least 52"])
        repeat = review.mark_repeat(**by, at=next(clock), figure=head, head=other, reason="the same paper")
        assert isinstance(repeat, Figure)

    def test_a_rejection_is_taken_back(self, read: dict[str, Proposal], curator: User, clock: Clock) -> None:
        proposal = read["11"]
        rejected = {"rejected_as": RejectReason.OTHER_REASON, "reason": "a street number"}
        review.reject(by=curator, at=next(clock), proposal=proposal, **rejected)  # type: ignore[arg-type]
        review.undo(by=curator, at=next(clock), proposal=proposal)
        found = Proposal.objects.values_list("outcome", "rejected_as", "reject_reason").get(pk=proposal.pk)
        assert [*found] == ["pending", None, ""]

    def test_only_the_decision_that_was_seen(
        self, read: dict[str, Proposal], curator: User, editor: User, clock: Clock
    ) -> None:
        proposal, seen = read["11"], next(clock)
        review.reject(by=curator, at=seen, proposal=proposal, rejected_as=RejectReason.GARBLED)
        review.undo(by=curator, at=next(clock), proposal=proposal)
        undo = partial(review.undo, by=editor, proposal=proposal, seen=seen)
        assert refusal(partial(undo, at=next(clock))).startswith("amal took back the decision on this proposal on")
        assert refusal(partial(undo, at=next(clock), seen=None)) == "Nothing has been decided about this proposal."

    def test_not_once_it_is_public(self, read: dict[str, Proposal], curator: User, clock: Clock) -> None:
        figure = review.accept(by=curator, at=next(clock), proposal=read["About 16,000"])
        review.publish(by=curator, at=next(clock), figure=figure, override_reason="checked")
        undo = partial(review.undo, by=curator, at=next(clock), proposal=read["About 16,000"])
        assert refusal(undo) == "The figure is public already: correct it, or propose to retract it."

    def test_a_discarded_draft_has_no_step_left(self, build: Builder, clock: Clock) -> None:
        figure = build.draft()
        review.discard(by=build.curator, at=next(clock), figure=figure, reason="a slip")
        publish = partial(review.publish, by=build.curator, at=next(clock), figure=figure)
        assert refusal(publish) == "A discarded figure cannot be published: only one that is draft can."


def test_another_reason_is_said(read: dict[str, Proposal], curator: User, clock: Clock) -> None:
    reject = partial(review.reject, by=curator, at=next(clock), proposal=read["11"])
    words = "Say in a few words why the proposal is rejected."
    assert refusal(partial(reject, rejected_as=RejectReason.OTHER_REASON, reason=" ")) == words


def test_only_who_enters_figures_decides(
    read: dict[str, Proposal], reviewer: User, administrator: User, clock: Clock
) -> None:
    proposal = read["11"]
    document = proposal.document
    acts: list[Any] = [
        partial(review.accept, proposal=proposal),
        partial(review.reject, proposal=proposal, rejected_as=RejectReason.GARBLED),
        partial(review.undo, proposal=proposal),
        partial(review.hold, document=document),
        partial(review.take_over, document=document),
        partial(review.accept_together, document=document, chosen=[proposal.pk]),
    ]
    for by in (reviewer, administrator):
        for act in acts:
            words = f"{by} may not do this: it needs the permission “add_figure”."
            assert refusal(partial(act, by=by, at=next(clock))) == words
        discard = partial(review.discard, by=by, at=next(clock), figure=Figure())
        assert refusal(discard) == f"{by} may not do this: it needs the permission “change_figure”."
        publish = partial(review.publish_together, by=by, at=next(clock), document=document, versions={}, reasons={})
        assert refusal(publish) == f"{by} may not do this: it needs the permission “publish_figure”."
    assert Proposal.objects.exclude(outcome="pending").count() == 0


def test_what_raises_no_warning_is_accepted_together(read: dict[str, Proposal], curator: User, clock: Clock) -> None:
    document = read["11"].document
    undated = propose(document, "200", "injured", start_date=None, end_date=None)
    chosen = [proposal.pk for proposal in (*read.values(), undated)]
    done = review.accept_together(by=curator, at=next(clock), document=document, chosen=chosen)
    assert [figure.reported_text for figure in done.figures] == ["At least 52", "11", "More than 200", "About 16,000"]
    assert [words.partition(":")[0] for words in done.refused] == ["“200”", "“five”"]
    assert done.figures[1].subset_of == done.figures[0]


def test_a_documents_drafts_are_published_as_they_were_shown(read: dict[str, Proposal], curator: User, clock: Clock) -> None:
    document = read["11"].document
    part = review.accept(by=curator, at=next(clock), proposal=read["11"], values={"start_date": None, "end_date": None,
        "start_accuracy": "unknown", "end_accuracy": "unknown", "date_basis": None})  # fmt: skip
    figures = [
        part,
        *(review.accept(by=curator, at=next(clock), proposal=read[n]) for n in ("At least 52", "More than 200")),
    ]
    versions = {part.pk: 2, figures[1].pk: 1, figures[2].pk: 7}  # the part was changed when its total was accepted
    publish = partial(review.publish_together, by=curator, document=document, versions=versions)
    first = publish(at=next(clock), reasons={})
    assert [figure.pk for figure in first.figures] == [figures[1].pk]
    assert [words.split(":")[0] for words in first.refused] == [
        f"“More than 200 injured” (figure {figures[2].pk})",
        f"“11 killed” (figure {part.pk})",
    ]
    second = publish(at=next(clock), reasons={part.pk: "the report gives no day"})
    assert [figure.pk for figure in second.figures] == [part.pk]
    part.refresh_from_db()
    assert (part.status, part.overridden, part.override_reason) == (
        "provisional",
        ["no_event_date"],
        "the report gives no day",
    )


def test_numbers_that_somebody_decided_about_or_entered_do_not_wait(
    build: Builder, read: dict[str, Proposal], clock: Clock
) -> None:
    document = read["11"].document
    review.reject(by=build.curator, at=next(clock), proposal=read["11"], rejected_as=RejectReason.GARBLED)
    propose(document, "11", version="2")
    entered: dict[str, Any] = {
        "excerpt": "More than 200 others were injured, the White Helmets said.",
        "reported_text": "More than 200",
    }
    build.draft(document, **entered, quantifier="more_than", reported=200, indicator="injured")
    shorter = {**entered, "reported_text": "52", "reported": 52}
    shorter["excerpt"] = "At least 52 people were killed, including 11 children, the UN said."
    build.draft(document, **shorter, quantifier="exact")
    waiting = review.waiting().order_by("number_start").values_list("reported_text", flat=True)
    assert list(waiting) == ["About 16,000", "five"]
    late = partial(review.accept, by=build.curator, at=next(clock), proposal=read["More than 200"])
    words = "This number was entered meanwhile, by hand or from another reading: see the list of proposals."
    assert refusal(late) == words
