"""Acting on several figures at once: each sentence is shown, and what cannot be done is skipped by name."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User

from tests.admin.test_figures import as_, said
from tests.build import UNDATED, Builder
from tracker import review
from tracker.models import Figure

FIGURES = "/admin/tracker/figure"
FOUR_EYES = (
    "Somebody else must verify this figure: nobody verifies what they entered, or changed since it was last verified."
)


class TestInBulk:
    """Each sentence is shown; what may not be is skipped by name; what is ticked is done one by one."""

    def chosen(self, user: User, action: str, *figures: Figure, **more: Any) -> Any:
        data = {"action": action, "_selected_action": [figure.pk for figure in figures], **more}
        return as_(user).post(f"{FIGURES}/", data)

    def test_the_page_shows_and_skips(self, build: Builder, editor: User) -> None:
        theirs, own, draft = build.provisional(), build.provisional(by=editor), build.draft()
        page = self.chosen(editor, "verify", theirs, own, draft)
        assert page.status_code == 200
        assert [(item.figure.pk, item.facts) for item in page.context["open"]] == [
            (
                theirs.pk,
                [
                    "Killed: at least 40",
                    "Eastern Ghouta",
                    "5 March 2018",
                    "Within a period",
                    "United Nations",
                    "entered by amal",
                ],
            )
        ]
        assert [(item.figure.pk, item.against) for item in page.context["skipped"]] == [
            (own.pk, FOUR_EYES),
            (draft.pk, "A draft figure cannot be verified: only one that is provisional can."),
        ]
        assert '<mark class="sentence number">At least 40</mark>' in page.text
        assert set(Figure.objects.values_list("status", flat=True)) == {"provisional", "draft"}

    def test_only_what_was_ticked_and_as_it_was_shown(self, build: Builder, editor: User, clock: Iterator[datetime]) -> None:
        first, second, third = build.provisional(), build.provisional(), build.provisional()
        review.revise(by=build.curator, at=next(clock), figure=second, values={"note": "x"}, reason="seen later")
        seen = {f"version-{figure.pk}": 2 for figure in (first, second)}
        response = self.chosen(editor, "verify", first, second, confirmed="yes", **seen)
        words = said(response)
        assert words[0].startswith(f"Not verified: At least 40 killed (figure {second.pk}). amal changed this figure on ")
        assert words[1:] == [f"1 verified: At least 40 killed (figure {first.pk})."]
        third.refresh_from_db()
        assert third.status == "provisional"

    def test_a_reason_is_confirmed_for_each(self, build: Builder, editor: User, clock: Iterator[datetime]) -> None:
        figures = [build.draft(**UNDATED), build.draft(indicator="injured", **UNDATED)]
        for figure in figures:
            review.publish(by=build.curator, at=next(clock), figure=figure, override_reason="the paper gives no day")
        assert "the paper gives no day" in self.chosen(editor, "verify", *figures).text
        response = self.chosen(editor, "verify", *figures, confirmed="yes", **{f"confirm-{figures[0].pk}": "on"})
        words = said(response)
        assert words[0].startswith(f"Not verified: At least 40 injured (figure {figures[1].pk}). Warnings were overridden")
        assert words[1:] == [f"1 verified: At least 40 killed (figure {figures[0].pk})."]

    def test_publishing_shows_the_list_once(self, build: Builder, curator: User) -> None:
        figure, wrong = build.draft(), build.draft(**UNDATED)
        page = self.chosen(curator, "publish", figure, wrong)
        assert [item.figure.pk for item in page.context["open"]] == [figure.pk]
        (skipped,) = page.context["skipped"]
        assert skipped.against.startswith(
            "Something looks wrong: correct it, or say why it stands nevertheless. No event date"
        )
        response = self.chosen(curator, "publish", figure, confirmed="yes", **{f"version-{figure.pk}": 1})
        assert said(response) == [f"1 published: At least 40 killed (figure {figure.pk})."]

    def test_only_whose_role_it_is(self, build: Builder, curator: User) -> None:
        figure = build.provisional(by=build.curator)
        self.chosen(curator, "verify", figure, confirmed="yes")
        figure.refresh_from_db()
        assert figure.status == "provisional"
