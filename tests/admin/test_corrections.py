"""Corrections and retractions: read as a difference, confirmed or declined by a second person."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User

from tests.admin.test_figures import as_
from tests.build import Builder
from tracker import review
from tracker.admin.values import Change
from tracker.models import FigureRevision, Place

REVISIONS = "/admin/tracker/figurerevision"


class TestCorrections:
    """A pending revision is a difference, confirmed by somebody else."""

    def proposed(self, build: Builder, clock: Iterator[datetime], **values: Any) -> FigureRevision:
        figure = build.verified()
        revision = review.revise(
            by=build.curator, at=next(clock), figure=figure, values=values, reason="second page of the report"
        )
        assert isinstance(revision, FigureRevision)
        return revision

    def test_the_difference_in_words(self, build: Builder, reviewer: User, clock: Iterator[datetime]) -> None:
        douma = Place.objects.get(slug="douma")
        revision = self.proposed(build, clock, low=30, place=douma, group="children")
        page = as_(reviewer).get(f"{REVISIONS}/{revision.pk}/apply/?queue=to-check")
        assert page.context["differences"] == (
            Change("low", "40", "30"),
            Change("group", "", "“Children”"),
            Change("place", "Eastern Ghouta", "Douma"),
        )
        assert "amal’s reason: “second page of the report”" in page.text

    def test_confirmed_and_on_to_the_next(self, build: Builder, editor: User, clock: Iterator[datetime]) -> None:
        first, second = self.proposed(build, clock, low=30), self.proposed(build, clock, low=31)
        response = as_(editor).post(f"{REVISIONS}/{first.pk}/apply/", {"queue": "to-check"})
        assert response["Location"] == f"{REVISIONS}/{second.pk}/apply/?queue=to-check"
        first.figure.refresh_from_db()
        assert first.figure.low == 30

    def test_a_changed_sentence_is_shown_as_proposed(
        self, build: Builder, reviewer: User, clock: Iterator[datetime]
    ) -> None:
        words = "At least 40 people were killed"
        revision = self.proposed(build, clock, excerpt=words, excerpt_end=34 + len(words))
        page = as_(reviewer).get(f"{REVISIONS}/{revision.pk}/apply/")
        assert [(piece.classes, piece.text) for piece in page.context["proposed"] if piece.classes] == [
            ("sentence number", "At least 40"),
            ("sentence", " people were killed"),
        ]

    def test_ones_own_is_not_offered_but_said(self, build: Builder, editor: User, clock: Iterator[datetime]) -> None:
        figure = build.verified(by=editor)
        mine = review.propose_retraction(by=editor, at=next(clock), figure=figure, reason="withdrawn")
        page = as_(editor).get(f"{REVISIONS}/{mine.pk}/apply/")
        assert page.context["against"] == "Somebody else must confirm this: nobody confirms their own proposal."
        assert [offer.deed.name for offer in page.context["offers"]] == ["apply", "decline"]

    def test_who_entered_a_figure_confirms_no_correction_of_it(
        self, build: Builder, editor: User, clock: Iterator[datetime]
    ) -> None:
        figure = build.verified(by=editor)
        revision = review.revise(by=build.curator, at=next(clock), figure=figure, values={"low": 30}, reason="page two")
        assert isinstance(revision, FigureRevision)
        page = as_(editor).get(f"{REVISIONS}/{revision.pk}/apply/")
        assert page.context["against"] == (
            "Somebody else must confirm this: you entered the figure, and nobody confirms a correction of what they entered."
        )
        assert as_(editor).post(f"{REVISIONS}/{revision.pk}/apply/").status_code == 409

    def test_declined_needs_a_reason(self, build: Builder, reviewer: User, clock: Iterator[datetime]) -> None:
        revision = self.proposed(build, clock, low=30)
        page = as_(reviewer).post(f"{REVISIONS}/{revision.pk}/decline/", {"reason": "", "page": "apply"})
        assert (page.status_code, page.context["main"].name) == (409, "apply")
        assert "Say why the proposal is declined: whoever made it reads this." in page.text

    def test_a_curator_takes_back_their_own_only(
        self, build: Builder, curator: User, editor: User, clock: Iterator[datetime]
    ) -> None:
        mine = self.proposed(build, clock, low=30)
        figure = build.verified()
        theirs = review.revise(by=editor, at=next(clock), figure=figure, values={"low": 30}, reason="page two")
        assert isinstance(theirs, FigureRevision)
        assert as_(curator).post(f"{REVISIONS}/{theirs.pk}/decline/", {"reason": "no"}).status_code == 403
        assert as_(curator).get(f"{REVISIONS}/{mine.pk}/apply/").status_code == 403
        assert as_(curator).post(f"{REVISIONS}/{mine.pk}/decline/", {"reason": "misread"}).status_code == 302
        mine.refresh_from_db()
        assert (mine.outcome, mine.decision_reason) == ("declined", "misread")
