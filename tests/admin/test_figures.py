"""The admin's way of a figure: entered, published, verified by somebody else; everything through review."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.contrib.messages import get_messages
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.build import Builder
from tracker.admin.values import Change
from tracker.models import Document, Figure, FigureRevision, Place, Source


def as_(user: User) -> Client:
    """Return a client logged in as somebody."""
    client = Client()
    client.force_login(user)
    return client


def said(response: Any) -> list[str]:
    """Return what the admin tells after a post."""
    return [str(message) for message in get_messages(response.wsgi_request)]


def errors(response: Any) -> dict[str, list[str]]:
    """Return what the form says is wrong."""
    return dict(response.context["adminform"].form.errors)


def form(**values: Any) -> dict[str, Any]:
    """Return what a curator types for "At least 40 people were killed", with these instead."""
    typed: dict[str, Any] = {
        "document": Document.objects.latest("pk").pk,
        "excerpt": "At least 40 people were killed, including 12 children, the UN said.",
        "reported_text": "At least 40",
        "context": "On Monday, shelling hit the town.",
        "indicator": "killed",
        "quantifier": "at_least",
        "reported": "40",
        "unit": "person",
        "accumulation": "increment",
        "start_accuracy": "unknown",
        "end_accuracy": "unknown",
        "place": Place.objects.get(slug="douma").pk,
        "place_role": "event",
        "place_accuracy": "from_context",
        "attribution_kind": "named",
        "attributed_to": Source.objects.get(slug="united-nations").pk,
        "attribution_text": "the UN",
    }
    return typed | values


ON_MONDAY = dict.fromkeys(("start_date", "end_date"), "2018-03-05") | {
    **dict.fromkeys(("start_accuracy", "end_accuracy"), "day"),
    "date_basis": "from_context",
}
"""What a curator types for the dates of a builder's first figure."""


def test_a_figure_is_entered_from_pasted_words(build: Builder, curator: User) -> None:
    build.document()
    response = as_(curator).post("/admin/tracker/figure/add/", form())
    assert response.status_code == 302
    figure = Figure.objects.get()
    assert (figure.status, figure.entered_by, figure.low, figure.best, figure.high) == ("draft", curator, 40, 40, None)
    assert figure.document.text[figure.number_start : figure.number_end] == "At least 40"
    assert (figure.context, figure.context_start) == ("On Monday, shelling hit the town.", 0)
    assert [figure.group, figure.count_stage, figure.date_basis] == [None] * 3


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (
            {"excerpt": "At least 41 people were killed."},
            {
                "excerpt": [
                    "These words do not stand in the document's text. "
                    "The nearest passage is below: choose it, or paste again."
                ]
            },
        ),
        (
            {"reported_text": "41"},
            {"reported_text": ["The sentence does not hold “41”: copy the number as it is printed there."]},
        ),
        (
            {"quantifier": "vague"},
            {"quantifier": ["a vague word has no printed number: leave “reported” empty, or choose another quantifier"]},
        ),
        (
            {"reported_text": "", "indicator": ""},
            {"reported_text": ["This field is required."], "indicator": ["This field is required."]},
        ),
        (
            {"unit": "truck"},
            {"__all__": ["The unit “truck” belongs to aid trucks, and aid trucks are counted in trucks."]},
        ),
        (
            {"start_date": "15/03/2018", "date_basis": "stated"},
            {
                "start_accuracy": ["A date needs an accuracy: choose how far it can be off, or “As the date says”."],
                "end_accuracy": ["A date needs an accuracy: choose how far it can be off, or “As the date says”."],
            },
        ),
    ],
)
def test_bad_input_is_refused_beside_its_field_and_what_was_typed_is_kept(
    build: Builder, curator: User, typed: dict[str, Any], expected: dict[str, list[str]]
) -> None:
    build.document()
    response = as_(curator).post("/admin/tracker/figure/add/", form(**typed))
    assert (response.status_code, errors(response)) == (200, expected)
    assert response.context["adminform"].form["attribution_text"].value() == "the UN"
    assert not Figure.objects.exists()


def test_published_then_verified_by_somebody_else(build: Builder, editor: User, reviewer: User) -> None:
    figure = build.draft(by=editor)
    response = as_(editor).post(f"/admin/tracker/figure/{figure.pk}/publish/", {"version": 1})
    assert (response.status_code, said(response)) == (
        302,
        [f"Published as provisional: At least 40 killed (figure {figure.pk})."],
    )
    own = as_(editor).post(f"/admin/tracker/figure/{figure.pk}/verify/", {"version": 2})
    assert own.status_code == 409
    assert "Somebody else must verify this figure" in own.text
    assert as_(reviewer).post(f"/admin/tracker/figure/{figure.pk}/verify/", {"version": 2}).status_code == 302
    figure.refresh_from_db()
    assert (figure.status, figure.verified_by) == ("verified", reviewer)


def test_bulk_actions_skip_by_name_with_the_reason(build: Builder, editor: User) -> None:
    theirs, own = build.provisional(), build.provisional(by=editor)
    draft = build.draft()
    response = as_(editor).post(
        "/admin/tracker/figure/",
        {"action": "verify", "confirmed": "yes", "_selected_action": [theirs.pk, own.pk, draft.pk]},
    )
    assert said(response) == [
        f"Not verified: At least 40 killed (figure {own.pk}). Somebody else must verify this figure: "
        "nobody verifies what they entered, or changed since it was last verified.",
        f"Not verified: At least 40 killed (figure {draft.pk}). "
        "A draft figure cannot be verified: only one that is provisional can.",
        f"1 verified: At least 40 killed (figure {theirs.pk}).",
    ]
    assert list(Figure.objects.order_by("pk").values_list("status", flat=True)) == ["verified", "provisional", "draft"]


def test_a_verified_figure_gets_a_pending_correction(build: Builder, curator: User, reviewer: User) -> None:
    figure = build.verified()
    values = form(low="30", best="40", version_seen=3, reason="second page", place=figure.place_id, context="")
    values |= {"place_accuracy": "exact"} | ON_MONDAY
    response = as_(curator).post(f"/admin/tracker/figure/{figure.pk}/change/", values)
    assert said(response) == ["A correction is waiting: the public figure stays as it is until somebody else checks it."]
    revision = FigureRevision.objects.get()
    assert revision.changes == {"low": 30}
    page = as_(reviewer).get(f"/admin/tracker/figurerevision/{revision.pk}/apply/")
    assert page.context["differences"] == (Change("low", "40", "30"),)
    as_(reviewer).post(f"/admin/tracker/figurerevision/{revision.pk}/apply/")
    figure.refresh_from_db()
    assert (figure.low, figure.status, figure.version) == (30, "verified", 4)


def test_the_second_of_two_saves_is_refused_and_what_was_typed_is_kept(build: Builder, curator: User, editor: User) -> None:
    figure = build.draft()
    typed = form(version_seen=1, place=figure.place_id)
    as_(editor).post(f"/admin/tracker/figure/{figure.pk}/change/", typed | {"note": "first", "reason": "page 2"})
    response = as_(curator).post(f"/admin/tracker/figure/{figure.pk}/change/", typed | {"note": "second"})
    (words,) = errors(response)["__all__"]
    assert words.startswith("dina changed this figure on ")
    assert words.endswith("“page 2”. Nothing of yours was saved: look at the change, then make yours again.")
    assert response.context["adminform"].form["note"].value() == "second"
    figure.refresh_from_db()
    assert figure.note == "first"


def test_saving_without_a_difference_writes_nothing(build: Builder, curator: User) -> None:
    figure = build.draft()
    typed = form(version_seen=1, place=figure.place_id, context="", place_accuracy="exact", low="40", best="40") | ON_MONDAY
    response = as_(curator).post(f"/admin/tracker/figure/{figure.pk}/change/", typed)
    assert said(response) == ["Nothing differs from what is stored, so nothing was written."]
    assert Figure.objects.get().version == 1


def test_disputed_settled_and_retracted_by_two(build: Builder, reviewer: User, editor: User) -> None:
    figure = build.verified()
    base = f"/admin/tracker/figure/{figure.pk}"
    client = as_(reviewer)
    assert client.post(f"{base}/dispute/", {"version": 3, "reason": ""}).status_code == 409
    assert client.post(f"{base}/dispute/", {"version": 3, "reason": "denied"}).status_code == 302
    assert client.post(f"{base}/settle/", {"version": 4, "reason": "denial withdrawn"}).status_code == 302
    assert client.post(f"{base}/retract/", {"version": 5, "reason": "withdrawn by the paper"}).status_code == 302
    revision = FigureRevision.objects.get()
    assert client.post(f"/admin/tracker/figurerevision/{revision.pk}/apply/").status_code == 409
    assert as_(editor).post(f"/admin/tracker/figurerevision/{revision.pk}/apply/").status_code == 302
    figure.refresh_from_db()
    assert (figure.status, figure.retraction_reason) == ("retracted", "withdrawn by the paper")
    assert as_(editor).get(f"{base}/change/").status_code == 200


def test_a_proposal_is_taken_back_by_who_made_it(build: Builder, reviewer: User) -> None:
    figure = build.verified()
    client = as_(reviewer)
    client.post(f"/admin/tracker/figure/{figure.pk}/retract/", {"version": 3, "reason": "withdrawn by the paper"})
    revision = FigureRevision.objects.get()
    assert (
        client.post(f"/admin/tracker/figurerevision/{revision.pk}/decline/", {"reason": "it is another paper"}).status_code
        == 302
    )
    revision.refresh_from_db()
    assert (revision.outcome, revision.decided_by) == ("declined", reviewer)


ACTS = ["publish", "verify", "dispute", "settle", "retract"]


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        ("curator", {"publish"}),
        ("reviewer", {"verify", "dispute", "settle", "retract"}),
        ("editor", set(ACTS)),
        ("administrator", set()),
    ],
)
def test_roles_by_direct_posts(build: Builder, request: pytest.FixtureRequest, role: str, allowed: set[str]) -> None:
    figure = build.draft()
    client = as_(request.getfixturevalue(role))
    codes = {act: client.post(f"/admin/tracker/figure/{figure.pk}/{act}/", {"version": 99}).status_code for act in ACTS}
    assert codes == {act: 409 if act in allowed else 403 for act in ACTS}
    assert client.post(f"/admin/tracker/figure/{figure.pk}/delete/").status_code == 403
    assert Figure.objects.get().version == 1


@pytest.mark.parametrize("act", ACTS)
def test_nobody_unknown_gets_in(build: Builder, act: str) -> None:
    figure = build.draft()
    for path in (f"{figure.pk}/{act}/", f"{figure.pk}/change/", "add/", ""):
        response = Client().get(f"/admin/tracker/figure/{path}")
        assert (response.status_code, response["Location"].split("?")[0]) == (302, "/admin/login/")


def test_the_list_has_the_same_queries_for_one_and_three(
    build: Builder, curator: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = as_(curator)
    build.draft()
    with django_assert_num_queries(QUERIES_OF_THE_LIST):
        client.get("/admin/tracker/figure/")
    build.draft()
    build.draft(place=Place.objects.get(slug="douma"), attributed_to=Source.objects.get(slug="sohr"))
    with django_assert_num_queries(QUERIES_OF_THE_LIST):
        client.get("/admin/tracker/figure/")


QUERIES_OF_THE_LIST = 16


class TestDocuments:
    """What is known of stored documents may change; how documents come in is in test_incoming."""

    def test_what_is_known_may_change_the_text_may_not(self, build: Builder, curator: User) -> None:
        document = build.document()
        url = f"/admin/tracker/document/{document.pk}/change/"
        response = as_(curator).post(url, {"title": "Shelling", "text": "x", "version_seen": 1, "reason": "found"})
        assert response.status_code == 302
        text = document.text
        document.refresh_from_db()
        assert (document.title, document.text, document.version, document.change_reason) == (
            "Shelling",
            text,
            2,
            "found",
        )

    def test_what_public_figures_come_from_is_changed_by_editors_with_a_reason(
        self, build: Builder, curator: User, editor: User
    ) -> None:
        document = build.provisional().document
        url = f"/admin/tracker/document/{document.pk}/change/"
        typed = {"title": "Another title", "version_seen": document.version, "reason": "found"}
        assert errors(as_(curator).post(url, typed))["__all__"] == [
            "Figures of this document are public, and were checked as it stands: an editor changes what is known of it."
        ]
        assert errors(as_(editor).post(url, typed | {"reason": ""}))["__all__"] == [
            "Say why: figures of this document are public, and its history shows the reason."
        ]
        assert as_(editor).post(url, typed).status_code == 302


class TestPlaces:
    """Editors keep places; a stale form is refused."""

    def typed(self, **values: Any) -> dict[str, Any]:
        return {"slug": "zamalka", "name": "Zamalka", "kind": "town", "aliases": "", "confirmed": "on"} | values

    def test_an_editor_adds_and_changes(self, editor: User, curator: User) -> None:
        assert as_(curator).post("/admin/tracker/place/add/", self.typed()).status_code == 403
        assert as_(editor).post("/admin/tracker/place/add/", self.typed()).status_code == 302
        place = Place.objects.get(slug="zamalka")
        assert (place.version, place.changed_by) == (1, editor)
        url = f"/admin/tracker/place/{place.pk}/change/"
        changed = self.typed(name="Zamalka town", version_seen=1, reason="as OCHA spells it")
        assert as_(editor).post(url, changed).status_code == 302
        stale = as_(editor).post(url, self.typed(name="Zamelka", version_seen=1))
        assert (stale.status_code, list(errors(stale))) == (200, ["__all__"])
        place.refresh_from_db()
        assert (place.name, place.version, place.change_reason) == ("Zamalka town", 2, "as OCHA spells it")


def test_an_administrator_keeps_accounts_but_cannot_rise_above_roles(administrator: User, curator: User) -> None:
    client = as_(administrator)
    assert client.get("/admin/tracker/figure/").status_code == 403
    url = f"/admin/auth/user/{administrator.pk}/change/"
    page = client.get(url)
    assert page.status_code == 200
    assert not {"is_superuser", "user_permissions"} & set(page.context["adminform"].form.fields)
    root = User.objects.create_superuser("root")
    assert client.post(f"/admin/auth/user/{root.pk}/password/", {"password1": "x", "password2": "x"}).status_code == 403
