"""With which stored figures one is compared, and what that costs."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.build import MONDAY, Builder, on
from tests.review.test_course import refusal
from tests.review.test_overriding import LOOKS_WRONG, codes
from tracker import review
from tracker.models import Figure, Place

Clock = Iterator[datetime]


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
