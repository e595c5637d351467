"""Verifying one figure: its passage and its facts, what stands against it, and going on through the queue."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User

from tests.admin.test_figures import as_, said
from tests.build import TEXT, UNDATED, Builder
from tracker import review
from tracker.admin.passages import Piece, passage
from tracker.admin.verifying import obstacle
from tracker.models import Figure, Place

FIGURES = "/admin/tracker/figure"
FOUR_EYES = (
    "Somebody else must verify this figure: nobody verifies what they entered, or changed since it was last verified."
)


def pieces(response: Any) -> list[tuple[str, str]]:
    """Return the shown passage with the names of its highlights."""
    return [("gap" if piece.gap else piece.classes, piece.text) for piece in response.context["passage"]]


class TestPassages:
    """The pure function that cuts a text."""

    def test_sentence_number_and_context_apart_with_a_gap_between(self) -> None:
        text = "Monday. " + "Filler. " * 9 + "There were 40 dead. More. And more. The end."
        start = text.index("There")
        number = (text.index("40"), text.index("40") + 2)
        assert passage(text, sentence=(start, start + 19), number=number, context=(0, 7)) == [
            Piece("Monday.", context=True),
            Piece(" Filler. Filler. "),
            Piece("…", gap=True),
            Piece("Filler. Filler. "),
            Piece("There were ", sentence=True),
            Piece("40", sentence=True, number=True),
            Piece(" dead.", sentence=True),
            Piece(" More. And more. "),
            Piece("…", gap=True),
        ]

    def test_a_context_inside_the_sentence_and_a_whole_text(self) -> None:
        assert passage("On Monday, 40 died.", sentence=(0, 19), number=(11, 13), context=(0, 9)) == [
            Piece("On Monday", sentence=True, context=True),
            Piece(", ", sentence=True),
            Piece("40", sentence=True, number=True),
            Piece(" died.", sentence=True),
        ]

    def test_text_without_full_stops_is_cut(self) -> None:
        shown = passage("x" * 5000, sentence=(2500, 2510), number=(2500, 2502), context=None)
        assert [len(piece.text) for piece in shown] == [1, 600, 2, 8, 600, 1]


class TestThePage:
    """What a reviewer sees before deciding."""

    def test_the_sentence_in_its_text_and_the_facts(self, build: Builder, reviewer: User) -> None:
        figure = build.provisional(context="On Monday, shelling hit the town.")
        page = as_(reviewer).get(f"{FIGURES}/{figure.pk}/verify/?queue=to-verify")
        assert pieces(page) == [
            ("context", "On Monday, shelling hit the town."),
            ("", " "),
            ("sentence number", "At least 40"),
            ("sentence", " people were killed, including 12 children, the UN said."),
            ("", figure.document.text.removeprefix(TEXT)),
        ]
        assert dict(page.context["facts"]) == {
            "Counts": "Killed: people",
            "Number": "at least 40",
            "Low, best, high": "40 · 40 · open",
            "Adds up": "Within a period",
            "Happened": "5 March 2018 (to the day; from the context)",
            "Place": "Eastern Ghouta (where it happened; exact)",
            "Claimant": "United Nations (named; printed “the UN”)",
            "Entered by": f"amal, {figure.entered_at:%-d %B %Y at %H:%M} UTC",
        }
        assert [offer.deed.name for offer in page.context["offers"]] == ["verify", "send_back", "dispute", "retract"]
        assert page.context["waiting"] == 1

    def test_repeats_and_parts_are_linked(self, build: Builder, reviewer: User) -> None:
        head = build.provisional()
        repeat, part = build.provisional(repeat_of=head), build.provisional(subset_of=head)
        page = as_(reviewer).get(f"{FIGURES}/{head.pk}/verify/")
        assert [(name, [row.pk for row in rows]) for name, rows in page.context["relatives"]] == [
            ("Repeats of it", [repeat.pk]),
            ("Parts of it", [part.pk]),
        ]
        assert f'href="{FIGURES}/{repeat.pk}/change/"' in page.text

    def test_a_likely_repeat_that_was_set_aside_is_told(
        self, build: Builder, curator: User, editor: User, reviewer: User, clock: Iterator[datetime]
    ) -> None:
        first, figure = build.provisional(), build.provisional()
        review.not_a_repeat(by=editor, at=next(clock), figure=figure, other=first, reason="two raids")
        page = as_(reviewer).get(f"{FIGURES}/{figure.pk}/verify/")
        assert [(name, [(row.pk, row.about) for row in rows]) for name, rows in page.context["relatives"]] == [
            ("Not the same count as", [(first.pk, "“two raids” (dina)")])
        ]
        assert as_(editor).get(f"{FIGURES}/{figure.pk}/verify/").context["against"] == (
            f"Somebody else must verify this figure: you decided that it is not the same count as figure {first.pk}."
        )

    def test_what_four_eyes_forbid_is_not_offered_but_said(self, build: Builder, editor: User) -> None:
        figure = build.provisional(by=editor)
        page = as_(editor).get(f"{FIGURES}/{figure.pk}/verify/")
        assert page.context["against"] == FOUR_EYES
        assert FOUR_EYES in page.text
        assert "Verify: I compared it with its source" not in page.text.split('id="acts"')[1]
        assert [offer.deed.name for offer in page.context["offers"]] == ["verify", "send_back", "dispute", "retract"]

    @pytest.mark.parametrize("case", ["own", "draft", "unconfirmed"])
    def test_it_says_beforehand_what_review_refuses(
        self, build: Builder, editor: User, clock: Iterator[datetime], case: str
    ) -> None:
        place = Place.objects.get(slug="douma")
        if case == "unconfirmed":
            place.confirmed = False
            place.sign(by=editor, at=next(clock), reason="")
            place.save()
        figure = (
            build.draft(place=place)
            if case == "draft"
            else build.provisional(by=editor if case == "own" else None, place=place)
        )
        with pytest.raises(review.Refused) as refused:
            review.verify(by=editor, at=next(clock), figure=figure)
        assert obstacle(figure, editor, []) == str(refused.value)


class TestGoingOn:
    """After acting, the next figure of the queue: the same document's first."""

    def test_verify_then_the_same_document_then_the_next(self, build: Builder, reviewer: User) -> None:
        first, other = build.provisional(), build.provisional()
        second = build.provisional(first.document, indicator="injured")
        client = as_(reviewer)

        def verify(figure: Figure) -> Any:
            return client.post(f"{FIGURES}/{figure.pk}/verify/", {"version": 2, "queue": "to-verify", "page": "verify"})

        response = verify(first)
        assert (response["Location"], said(response)) == (
            f"{FIGURES}/{second.pk}/verify/?queue=to-verify",
            [f"Verified: At least 40 killed (figure {first.pk})."],
        )
        assert verify(second)["Location"] == f"{FIGURES}/{other.pk}/verify/?queue=to-verify"
        last = verify(other)
        assert (last["Location"], said(last)[-1]) == ("/admin/", "Nothing more waits for you in this queue.")

    def test_skipping_comes_round(self, build: Builder, reviewer: User) -> None:
        first, second = build.provisional(), build.provisional()
        pages = [as_(reviewer).get(f"{FIGURES}/{figure.pk}/verify/?queue=to-verify") for figure in (first, second)]
        assert [page.context["next"] for page in pages] == [
            f"{FIGURES}/{figure.pk}/verify/?queue=to-verify" for figure in (second, first)
        ]

    @pytest.mark.parametrize(
        ("act", "words"),
        [
            ("send_back", "Say what should be looked at again: whoever entered the figure reads it."),
            ("dispute", "Say who contests the figure, and why: readers see it."),
            ("retract", "Say why the figure is withdrawn: its page keeps the reason."),
        ],
    )
    def test_a_refusal_stays_on_the_page(self, build: Builder, reviewer: User, act: str, words: str) -> None:
        figure = build.provisional()
        typed = {"version": 2, "reason": " ", "queue": "to-verify", "page": "verify"}
        page = as_(reviewer).post(f"{FIGURES}/{figure.pk}/{act}/", typed)
        assert (page.status_code, page.context["main"].name) == (409, "verify")
        assert [(o.deed.name, o.refusal, o.typed) for o in page.context["offers"] if o.refusal] == [(act, words, " ")]
        assert words in page.text

    def test_sent_back_waits_for_its_author_and_comes_again(
        self, build: Builder, curator: User, reviewer: User, clock: Iterator[datetime]
    ) -> None:
        figure = build.provisional()
        as_(reviewer).post(f"{FIGURES}/{figure.pk}/send_back/", {"version": 2, "reason": "is high open?"})
        figure.refresh_from_db()
        assert (figure.status, figure.sent_back_by, figure.sent_back_remark) == ("provisional", reviewer, "is high open?")
        assert as_(reviewer).get("/admin/").context["sections"][0].count == 0
        review.revise(by=curator, at=figure.changed_at, figure=figure, values={"note": "it is"}, reason="looked again")
        assert as_(reviewer).get("/admin/").context["sections"][0].count == 1


class TestWhatLooksWrong:
    """Warnings stand on the page; a reason is confirmed with a tick, never in passing."""

    def test_an_overridden_one_needs_the_tick(self, build: Builder, reviewer: User, clock: Iterator[datetime]) -> None:
        figure = build.draft(**UNDATED)
        review.publish(by=build.curator, at=next(clock), figure=figure, override_reason="the paper gives no day")
        figure.refresh_from_db()
        page = as_(reviewer).get(f"{FIGURES}/{figure.pk}/verify/")
        assert [(doubt.overridden, page.context["override_reason"]) for doubt in page.context["doubts"]] == [
            (True, "the paper gives no day")
        ]
        typed = {"version": figure.version}
        refused = as_(reviewer).post(f"{FIGURES}/{figure.pk}/verify/", typed)
        assert refused.status_code == 409
        assert "Warnings were overridden with the reason “the paper gives no day”: confirm it if it holds." in refused.text
        assert as_(reviewer).post(f"{FIGURES}/{figure.pk}/verify/", typed | {"confirm_override": "on"}).status_code == 302
        figure.refresh_from_db()
        assert figure.status == "verified"
