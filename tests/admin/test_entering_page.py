"""The entering form as a page: what it starts with, and what it folds away."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User

from tests.admin.entering import ADD, typed
from tests.admin.test_figures import as_
from tests.build import Builder
from tracker import review
from tracker.models import Document, Figure, Source


def test_another_figure_of_the_document_starts_with_what_they_share(build: Builder, curator: User) -> None:
    build.document()
    response = as_(curator).post(ADD, typed(_another="1"))
    figure = Figure.objects.get()
    assert (response.status_code, response["Location"]) == (302, f"{ADD}?from={figure.pk}")
    form = as_(curator).get(response["Location"]).context["adminform"].form
    kept = {name: form[name].value() for name in form.fields if form[name].value() not in (None, "", False)}
    assert kept == {
        "document": figure.document_id,
        "place": figure.place_id,
        "place_role": "event",
        "place_accuracy": "exact",
        "attributed_to": figure.attributed_to_id,
        "attribution_text": "the UN",
        "attribution_kind": "named",
        "start_date": "5 March 2018",
        "end_date": "5 March 2018",
        "date_basis": "stated",
        "unit": "person",
        "new_source_is": "attributed_to",
    }
    assert as_(curator).get(f"{ADD}?from=999").status_code == 200


class TestThePage:
    """Rare fields are folded until they say something, and codes are never shown raw."""

    def folded(self, user: User, figure: Figure) -> list[str]:
        page = as_(user).get(f"/admin/tracker/figure/{figure.pk}/change/")
        return [fieldset.name for fieldset in page.context["adminform"] if fieldset.is_collapsible]

    def test_what_is_said_is_not_folded_away(self, build: Builder, curator: User) -> None:
        place = "The place is not in the list? Add it"
        source = "The source is not in the list? Add it"
        course = "Who did what, and when"
        rarely = [
            "Rarely: two numbers, or a number that is not printed",
            "Rarely: more about the dates",
            "Rarely: who is said to have done it",
            "Rarely: other figures, and a note",
        ]
        plain = build.draft(date_basis="stated")
        assert self.folded(curator, plain) == [course, rarely[0], rarely[1], place, rarely[2], source, rarely[3]]
        rich = build.draft(date_basis="from_context", note="n", alleged_actor=Source.objects.get(slug="syrian-government"))
        assert self.folded(curator, rich) == [course, rarely[0], place, source]

    def opened(self, response: Any) -> list[str]:
        return [fieldset.name for fieldset in response.context["adminform"] if not fieldset.is_collapsible]

    def test_a_new_figure_folds_what_the_words_say_and_shows_what_was_given(self, build: Builder, curator: User) -> None:
        build.document()
        asked = ["The sentence", "Who or what was counted", "When", "Where", "Who says so"]
        assert self.opened(as_(curator).get(ADD)) == asked
        given = {"low": "35", "date_text": "Monday", "new_place_name": "Hazzeh", "note": "n", "end_date": "last week"}
        assert self.opened(as_(curator).post(ADD, typed(reason="page 2", **given))) == [
            *("The sentence", "Numbers that the words do not say", "Who or what was counted"),
            *("When", "More about the dates", "Where", "The place is not in the list? Add it", "Who says so"),
            "Other figures, and a note",
        ]
        figure = build.draft(Document.objects.latest("pk"), date_text="on Monday")
        assert self.opened(as_(curator).get(f"{ADD}?from={figure.pk}")) == [
            *("The sentence", "Who or what was counted", "When", "More about the dates", "Where", "Who says so"),
        ]

    def test_who_may_only_look_reads_words(
        self, build: Builder, curator: User, reviewer: User, clock: Iterator[datetime]
    ) -> None:
        figure = build.provisional()
        review.send_back(by=reviewer, at=next(clock), figure=figure, reason="which day?")
        page = as_(reviewer).get(f"/admin/tracker/figure/{figure.pk}/change/")
        assert [piece.text for piece in page.context["passage"] if piece.number] == ["At least 40"]
        facts = dict(page.context["facts"])
        assert {name: facts[name] for name in ("Counts", "Number", "Adds up", "Happened", "Sent back")} == {
            "Counts": "Killed: people",
            "Number": "at least 40",
            "Adds up": "Within a period",
            "Happened": "5 March 2018 (to the day; from the context)",
            "Sent back": "basel: “which day?”",
        }
        shown = re.findall(r'<div class="readonly">(.*?)</div>', page.text, re.DOTALL)
        assert shown[:3] == ['Provisional <span class="mark mark-sent-back">sent back</span>', "amal", "-"]
        assert not re.search(r'href="/admin/auth/', page.text)
        remark = "<strong>basel sent it back:</strong> “which day?”"
        assert remark in as_(curator).get(f"/admin/tracker/figure/{figure.pk}/change/").text
