"""Two people, one figure: the second save is refused with what the first one changed."""

from django.contrib.auth.models import User

from tests.admin.entering import changed
from tests.admin.test_figures import as_, errors
from tests.build import Builder


class TestTwoPeople:
    """The second save is refused with what the first one changed; what was typed is kept."""

    def test_what_both_changed_stands_side_by_side(self, build: Builder, curator: User, editor: User) -> None:
        figure = build.draft()
        mine = changed(figure, note="mine", reported_text="40")
        theirs = changed(figure, note="theirs", group="civilians", reason="page 2")
        url = f"/admin/tracker/figure/{figure.pk}/change/"
        assert as_(editor).post(url, theirs).status_code == 302
        response = as_(curator).post(url, mine)
        (words,) = errors(response)["__all__"]
        assert words.startswith("dina changed this figure on ")
        assert words.endswith("“page 2”. Nothing of yours was saved: look at the change, then make yours again.")
        rows = [(d.field, d.before, d.now, d.typed) for d in response.context["differences"]]
        assert rows == [("group", "empty", "“Civilians”", None), ("note", "empty", "theirs", "mine")]
        form = response.context["adminform"].form
        assert {name: form[name].value() for name in ("note", "group", "reported_text", "version_seen")} == {
            "note": "mine",
            "group": "civilians",
            "reported_text": "40",
            "version_seen": "2",
        }

    def test_saving_again_keeps_both_changes(self, build: Builder, curator: User, editor: User) -> None:
        figure = build.draft()
        mine, theirs = changed(figure, reported_text="40"), changed(figure, group="civilians", reason="page 2")
        url = f"/admin/tracker/figure/{figure.pk}/change/"
        as_(editor).post(url, theirs)
        form = as_(curator).post(url, mine).context["adminform"].form
        again = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False)}
        assert as_(curator).post(url, again).status_code == 302
        figure.refresh_from_db()
        assert (figure.reported_text, figure.quantifier, figure.group, figure.version) == ("40", "exact", "civilians", 3)
