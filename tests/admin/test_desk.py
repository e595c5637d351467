"""The review desk through its pages: each act, what is refused, and two people on one document."""

import re
from collections.abc import Iterator
from datetime import datetime

import pytest
from django.contrib.auth.models import User

from tests.admin.desk import PROPOSALS, QUEUE, accept, act, desk, outcomes, shown
from tests.admin.test_figures import as_, said
from tests.build import Builder
from tests.propose import REPORT, of_report, propose
from tracker import review
from tracker.models import DeskHold, Figure, NotARepeat, Place, Proposal
from tracker.vocabulary import RejectReason


@pytest.fixture
def read(build: Builder) -> dict[str, Proposal]:
    """The five proposals of a report, by their numbers."""
    return of_report(build.document(REPORT))


class TestDeciding:
    """Every act is a plain form, says what it did, and goes on to the next."""

    def test_as_it_is(self, read: dict[str, Proposal], curator: User) -> None:
        response = accept(curator, read["At least 52"])
        figure = Figure.objects.get()
        assert (response.status_code, response["Location"]) == (302, desk(read["11"]))
        assert said(response) == [f"Accepted: At least 52 killed, as draft {figure.pk}."]
        assert outcomes(read) == dict.fromkeys(read, "pending") | {"At least 52": "accepted"}

    def test_every_proposal_that_is_known_is_accepted_as_it_was_read(self, read: dict[str, Proposal], curator: User) -> None:
        for number in ("About 16,000", "At least 52", "11", "More than 200"):
            accept(curator, read[number])
        assert outcomes(read) == dict.fromkeys(read, "accepted") | {"five": "pending"}

    def test_corrected_in_one_step(self, read: dict[str, Proposal], curator: User) -> None:
        response = accept(curator, read["More than 200"], indicator="casualties", start_date="4 March 2018")
        figure = Figure.objects.get()
        assert said(response) == [f"Corrected: More than 200 injured, as draft {figure.pk}."]
        assert Proposal.objects.get(figure=figure).corrections == {
            "indicator": ["injured", "casualties"],
            "start_date": ["2018-03-05", "2018-03-04"],
        }

    def test_other_words_bring_their_numbers(self, read: dict[str, Proposal], curator: User) -> None:
        accept(curator, read["More than 200"], reported_text="200", number_at="")
        found = Proposal.objects.get(pk=read["More than 200"].pk)
        figure = found.figure
        assert figure is not None
        assert (figure.quantifier, figure.low, figure.best, figure.high) == ("exact", 200, 200, 200)
        assert sorted(found.corrections) == ["high", "number_start", "quantifier", "reported_text"]

    def test_place_and_claimant_are_added_on_the_way(self, read: dict[str, Proposal], curator: User) -> None:
        response = accept(curator, read["five"])
        assert response.status_code == 200
        assert dict(response.context["form"].errors) == {
            "place": ["Choose a place, or add one that is not in the list."],
            "attributed_to": [
                "“the Ghouta Media Centre” is not in the list of sources: choose who that is, or add them. Or say under "
                "“How the claimant is named” that nobody is named."
            ],
        }
        ways = set(re.findall(r'href="([^"]*\?at=)', response.text))
        assert ways == {desk(read["five"], at=False) + "?at="}  # the page's own address is that of accepting
        new = {"new_place_name": "Hazzeh", "new_place_kind": "town", "new_source_name": "Ghouta Media Centre"}
        accept(curator, read["five"], **new, new_source_kind="media", new_source_is="attributed_to")
        figure = Figure.objects.get()
        assert (figure.place.confirmed, figure.attributed_to and figure.attributed_to.confirmed) == (False, False)
        assert (figure.attribution_kind, outcomes(read)["five"]) == ("named", "accepted")

    def test_rejected_with_a_reason(self, read: dict[str, Proposal], curator: User) -> None:
        refused = act(curator, read["11"], "reject", rejected_as="other_reason")
        assert (refused.status_code, refused.context["refusal"]) == (409, "Say in a few words why the proposal is rejected.")
        response = act(curator, read["11"], "reject", rejected_as="other_reason", reject_reason="a street number")
        assert (said(response), response["Location"]) == (["Rejected: 11 killed."], desk(read["More than 200"]))
        stored = Proposal.objects.get(pk=read["11"].pk)
        assert (stored.rejected_as, stored.reject_reason) == (RejectReason.OTHER_REASON, "a street number")

    def test_a_repeat_of_a_likely_figure(self, build: Builder, curator: User, clock: Iterator[datetime]) -> None:
        head = build.provisional(place=Place.objects.get(slug="douma"), reported_text="At least 40", reported=40)
        proposal = propose(build.document("The UN said at least 40 were killed in Douma on Monday."), "at least 40")
        page = as_(curator).get(desk(proposal))
        assert [pair.figure for pair in page.context["warned"].pairs] == [head]
        accept(curator, proposal, repeat=head.pk)
        assert Figure.objects.latest("pk").repeat_of == head

    def test_not_the_same_count_is_remembered(self, build: Builder, curator: User) -> None:
        head = build.provisional(place=Place.objects.get(slug="douma"), reported_text="At least 40", reported=40)
        proposal = propose(build.document("The UN said at least 40 were killed in Douma on Monday."), "at least 40")
        accept(curator, proposal, other=head.pk, pair_reason="another market")
        assert [(pair.first, pair.second, pair.reason) for pair in NotARepeat.objects.all()] == [
            (head, Figure.objects.latest("pk"), "another market")
        ]

    def test_kept_all_the_same_with_a_reason(self, build: Builder, curator: User) -> None:
        proposal = propose(
            build.document(REPORT), "More than 200", "injured", start_date=None, end_date=None, date_text=None
        )
        accept(curator, proposal, keep_reason="the report gives no day")
        figure = Figure.objects.get()
        assert (figure.overridden, figure.override_reason) == (["no_event_date"], "the report gives no day")

    def test_undone(self, read: dict[str, Proposal], curator: User) -> None:
        accept(curator, read["11"])
        page = as_(curator).get(desk(read["11"])).text
        seen = re.search(r'name="seen" value="([^"]+)"', page)
        assert seen is not None
        response = act(curator, read["11"], "undo", seen=seen[1])
        assert (said(response), response["Location"]) == (["Undone: 11 killed waits again."], desk(read["11"]))
        assert (Figure.objects.get().status, outcomes(read)["11"]) == ("discarded", "pending")


def test_a_part_that_was_accepted_first_is_named(read: dict[str, Proposal], curator: User) -> None:
    accept(curator, read["11"])
    part = Figure.objects.get()
    response = accept(curator, read["At least 52"])
    total = Figure.objects.latest("pk")
    words = f"11 killed, figure {part.pk}, is a part of it now."
    assert said(response) == [f"Accepted: At least 52 killed, as draft {total.pk}. {words}"]


class TestTwoPeople:
    """One reviews a document at a time; the second sees what the first did, and loses nothing."""

    def test_the_second_may_look_and_take_over(self, read: dict[str, Proposal], curator: User, editor: User) -> None:
        as_(curator).get(desk(read["11"]))
        page = as_(editor).get(desk(read["11"]))
        assert "Being reviewed by amal" in re.sub(r"</?strong>", "", page.text)
        refused = accept(editor, read["11"], note="typed")
        words = "amal is reviewing this document: take it over first."
        assert (refused.status_code, refused.context["refusal"], outcomes(read)["11"]) == (409, words, "pending")
        assert refused.context["form"]["note"].value() == "typed"
        as_(editor).post(f"{QUEUE}{read['11'].document_id}/take-over/", {"at": read["11"].pk})
        assert DeskHold.objects.get().holder == editor
        assert accept(editor, read["11"]).status_code == 302

    def test_the_second_is_shown_what_the_first_did(
        self, read: dict[str, Proposal], curator: User, editor: User, clock: Iterator[datetime]
    ) -> None:
        typed = shown(curator, read["11"])
        review.reject(by=editor, at=next(clock), proposal=read["11"], rejected_as=RejectReason.GARBLED)
        response = act(curator, read["11"], "accept", **typed)
        words = "dina rejected this proposal on 1 January 2026 at 09:01 UTC. Nothing of yours was saved: look at it below."
        assert (response.status_code, response.context["refusal"]) == (409, words)
        assert "Rejected by dina" in " ".join(response.text.split())
        assert Figure.objects.count() == 0

    def test_the_second_finds_what_they_typed_beside_what_the_first_made(
        self, read: dict[str, Proposal], curator: User, editor: User, clock: Iterator[datetime]
    ) -> None:
        typed = shown(curator, read["11"]) | {"group": "women", "group_text": "girls", "end_date": "4 March 2018"}
        figure = review.accept(by=editor, at=next(clock), proposal=read["11"])
        response = act(curator, read["11"], "accept", **typed)
        assert response.status_code == 409
        assert response.context["lost"] == [
            ("Group", "Women"),
            ("Group as printed", "girls"),
            ("End", "4 March 2018"),
        ]
        assert f"Open figure {figure.pk}" in response.text
        assert act(curator, read["11"], "reject", rejected_as="garbled").context["lost"] == []

    def test_what_was_typed_about_a_number_that_was_read_anew_stands_in_no_other_s_form(
        self, read: dict[str, Proposal], curator: User
    ) -> None:
        typed = shown(curator, read["11"]) | {"group": "women"}
        Proposal.objects.filter(pk=read["11"].pk).update(outcome="obsolete")
        response = act(curator, read["11"], "accept", **typed, keep_reason="typed")
        words = "This document was read again since, and this number differently: open it again."
        assert (response.status_code, response.context["refusal"]) == (409, words)
        assert (response.context["current"], response.context["form"].is_bound) == (read["At least 52"], False)
        assert (response.context["refused"], response.context["lost"]) == (read["11"], [("Group", "Women")])
        assert (response.context["typed"], "What you had typed about “11 killed”" in response.text) == ({}, True)

    def test_who_logged_in_again_finds_the_proposal(self, read: dict[str, Proposal], curator: User) -> None:
        response = as_(curator).get(f"{PROPOSALS}/{read['11'].pk}/accept/")
        assert response["Location"] == desk(read["11"])


def test_the_verifier_sees_what_was_corrected(read: dict[str, Proposal], curator: User, reviewer: User) -> None:
    accept(curator, read["More than 200"], indicator="casualties")
    accept(curator, read["At least 52"])
    for figure in Figure.objects.all():
        review.publish(by=curator, at=figure.entered_at, figure=figure)
    found = {}
    for figure in Figure.objects.all():
        page = as_(reviewer).get(f"/admin/tracker/figure/{figure.pk}/verify/?queue=to-verify")
        found[figure.reported_text] = [str(change) for change in page.context["corrected"]]
        assert "2 wait in your queue. In this document: 2." in " ".join(page.text.split())
    assert found == {"More than 200": ["indicator from “Injured” to “Killed or injured”"], "At least 52": []}
