"""What looks wrong about a figure is settled while it is typed, or on its page before it is published."""

import re
from datetime import date

from django.contrib.auth.models import User

from tests.admin.entering import ADD, PREVIEW, change, entered, typed
from tests.admin.test_figures import as_, errors, said
from tests.build import TEXT, Builder, on
from tracker.models import Figure, FigureRevision, NotARepeat, Place


class TestWarnings:
    """A draft is always saved; what looks wrong is settled on its page, before it is published."""

    def url(self, figure: Figure) -> str:
        return f"/admin/tracker/figure/{figure.pk}/warnings/"

    def test_a_draft_is_saved_and_its_page_shows_what_to_settle(self, build: Builder, curator: User) -> None:
        build.document()
        response = as_(curator).post(ADD, typed(start_date=""))
        figure = Figure.objects.get()
        assert response["Location"] == f"/admin/tracker/figure/{figure.pk}/change/"
        name = f'<a href="/admin/tracker/figure/{figure.pk}/change/">“At least 40 killed” (figure {figure.pk})</a>'
        assert said(response) == [
            f"Of {name}, one thing looks wrong: it cannot be published before that is settled on its page.",
            f"{name} was added successfully, as a draft.",
        ]
        page = as_(curator).get(response["Location"])
        assert list(page.context["found"].words) == [
            "No event date: charts show the figure in a margin, and it is added up nowhere."
        ]

    def test_a_change_that_looks_wrong_is_told_at_once(self, build: Builder, curator: User) -> None:
        figure = build.draft()
        undated = {"start_date": "", "end_date": "", "start_accuracy": "", "end_accuracy": "", "date_basis": ""}
        response = change(curator, figure, **undated)
        assert response["Location"] == f"/admin/tracker/figure/{figure.pk}/change/"
        name = f'<a href="/admin/tracker/figure/{figure.pk}/change/">“At least 40 killed” (figure {figure.pk})</a>'
        assert said(response) == [
            f"Of {name}, one thing looks wrong: it cannot be published before that is settled on its page.",
            f"{name} was changed successfully.",
        ]

    def test_a_reason_keeps_the_figure_as_it_is(self, build: Builder, curator: User) -> None:
        build.document()
        figure = entered(curator, start_date="")
        response = as_(curator).post(self.url(figure), {"version": 1, "keep_reason": "the article gives no day"})
        assert said(response) == ["Your reason is stored: whoever verifies the figure confirms it."]
        figure.refresh_from_db()
        assert (figure.overridden, figure.override_reason) == (["no_event_date"], "the article gives no day")
        assert not as_(curator).get(f"/admin/tracker/figure/{figure.pk}/change/").context["found"]

    def test_nothing_decided_writes_nothing(self, build: Builder, curator: User) -> None:
        build.document()
        figure = entered(curator, start_date="")
        response = as_(curator).post(self.url(figure), {"version": 1})
        assert said(response) == ["Nothing was decided: choose for each pair, or say why the figure stands all the same."]
        assert Figure.objects.get().version == 1

    def twins(self, build: Builder, curator: User) -> tuple[Figure, Figure]:
        first = build.provisional(place=Place.objects.get(slug="douma"), **on(date(2018, 3, 5)))
        build.document(f"{TEXT} Said elsewhere.")
        return first, entered(curator)

    def test_the_same_count_becomes_a_repeat(self, build: Builder, curator: User) -> None:
        first, second = self.twins(build, curator)
        page = as_(curator).get(f"/admin/tracker/figure/{second.pk}/change/")
        assert [pair.figure for pair in page.context["found"].pairs] == [first]
        response = as_(curator).post(self.url(second), {"version": 1, f"pair-{first.pk}": "same"})
        assert said(response) == [f"This figure now repeats figure {first.pk}."]
        second.refresh_from_db()
        assert (second.repeat_of, second.change_reason) == (first, f"the same count as figure {first.pk}")

    def test_another_count_is_remembered_for_the_pair(self, build: Builder, curator: User) -> None:
        first, second = self.twins(build, curator)
        refused = as_(curator).post(self.url(second), {"version": 1, f"pair-{first.pk}": "other"})
        assert said(refused) == ["Say why the two are not the same count: whoever sees them next reads it."]
        decided = {"version": 1, f"pair-{first.pk}": "other", "pair_reason": "two raids"}
        assert said(as_(curator).post(self.url(second), decided)) == [
            f"Remembered: not the same count as figure {first.pk}."
        ]
        pair = NotARepeat.objects.get()
        assert (pair.first, pair.second, pair.reason, pair.decided_by) == (first, second, "two raids", curator)
        assert not as_(curator).get(f"/admin/tracker/figure/{second.pk}/change/").context["found"]

    def test_who_may_not_change_figures_settles_nothing(self, build: Builder, curator: User, reviewer: User) -> None:
        first, second = self.twins(build, curator)
        assert as_(reviewer).post(self.url(second), {f"pair-{first.pk}": "same"}).status_code == 403
        assert as_(curator).get(self.url(second))["Location"] == f"/admin/tracker/figure/{second.pk}/change/"
        assert as_(reviewer).get(f"/admin/tracker/figure/{second.pk}/change/").status_code == 200

    def test_a_public_figure_asks_on_the_form_itself(self, build: Builder, curator: User) -> None:
        figure = build.verified()
        undated = {"start_date": "", "end_date": "", "start_accuracy": "", "end_accuracy": "", "date_basis": ""}
        response = change(curator, figure, **undated, reason="the day is a guess")
        assert errors(response)["__all__"] == [
            "Something looks wrong: correct it, or say below why the figure stands all the same.",
            "No event date: charts show the figure in a margin, and it is added up nowhere.",
        ]
        assert response.context["adminform"].form.fields["keep_reason"].label == "Reason to keep it all the same"
        kept = change(curator, figure, **undated, reason="the day is a guess", keep_reason="no day is given")
        assert said(kept) == ["A correction is waiting: the public figure stays as it is until somebody else checks it."]
        revision = FigureRevision.objects.get()
        assert (revision.changes["start_date"], revision.changes["override_reason"]) == (None, "no day is given")

    def test_a_refusal_keeps_what_was_typed(self, build: Builder, curator: User) -> None:
        first, second = self.twins(build, curator)
        response = as_(curator).post(
            self.url(second), {"version": 1, f"pair-{first.pk}": "other", "keep_reason": "it is so"}
        )
        assert said(response) == ["Say why the two are not the same count: whoever sees them next reads it."]
        assert (response.status_code, response.context["choices"]) == (200, [(response.context["found"].pairs[0], "other")])
        assert response.context["said"] == {f"pair-{first.pk}": "other", "keep_reason": "it is so"}
        assert f'name="pair-{first.pk}" value="other" checked' in response.text
        assert not NotARepeat.objects.exists()


UNDATED = "No event date: charts show the figure in a margin, and it is added up nowhere."


class TestWhileTyping:
    """The entering form shows what looks wrong as soon as it is complete, and stores what was decided with the figure."""

    def public(self, build: Builder) -> Figure:
        first = build.provisional(place=Place.objects.get(slug="douma"), **on(date(2018, 3, 5)))
        build.document(f"{TEXT} Said elsewhere.")
        return first

    def asked(self, html: str) -> list[str]:
        return re.findall(r'<input type="(?:text|radio)" name="([^"]+)"', html)

    def test_it_is_shown_and_asked(self, build: Builder, curator: User) -> None:
        first = self.public(build)
        html = as_(curator).post(PREVIEW, typed()).json()["warned"]
        assert self.asked(html) == [f"pair-{first.pk}", f"pair-{first.pk}", "pair_reason"]
        html = as_(curator).post(PREVIEW, typed(start_date="", keep_reason="it gives no day")).json()["warned"]
        assert UNDATED in html
        assert self.asked(html) == ["keep_reason", f"pair-{first.pk}", f"pair-{first.pk}", "pair_reason"]
        assert 'value="it gives no day"' in html

    def test_what_is_complete_and_plain_says_nothing(self, build: Builder, curator: User) -> None:
        build.document()
        new = {"place": "", "new_place_name": "Hazzeh", "new_place_kind": "town"}
        answers = [as_(curator).post(PREVIEW, data).json()["warned"] for data in (typed(), typed(**new), typed(place=""))]
        assert [answer and answer.strip() for answer in answers] == ["", "", None]

    def test_another_count_is_remembered(self, build: Builder, curator: User) -> None:
        first = self.public(build)
        figure = entered(curator, **{f"pair-{first.pk}": "other", "pair_reason": "two raids"})
        pair = NotARepeat.objects.get()
        assert (pair.first, pair.second, pair.reason) == (first, figure, "two raids")

    def test_the_same_count_is_a_repeat(self, build: Builder, curator: User) -> None:
        first = self.public(build)
        figure = entered(curator, **{f"pair-{first.pk}": "same"})
        assert (figure.repeat_of, figure.status) == (first, "draft")

    def test_a_reason_is_stored(self, build: Builder, curator: User) -> None:
        build.document()
        figure = entered(curator, start_date="", keep_reason="it gives no day")
        assert (figure.overridden, figure.override_reason) == (["no_event_date"], "it gives no day")

    def test_a_refusal_stores_nothing_and_keeps_what_was_decided(self, build: Builder, curator: User) -> None:
        first = self.public(build)
        response = as_(curator).post(ADD, typed(**{f"pair-{first.pk}": "other"}))
        assert errors(response) == {"__all__": ["Say why the two are not the same count: whoever sees them next reads it."]}
        assert list(Figure.objects.all()) == [first]
        assert f'<input type="hidden" name="pair-{first.pk}" value="other">' in response.text
