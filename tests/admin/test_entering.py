"""Entering a figure through the form: words located, number and dates read, what is new added, what looks wrong settled."""

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.contrib.messages import get_messages
from django.test import Client

from tests.build import TEXT, Builder, on
from tracker import review
from tracker.models import Document, Figure, FigureRevision, NotARepeat, Place, Source
from tracker.review.reference import add_place, add_source, slug_of
from tracker.vocabulary import PlaceKind, SourceKind

ADD = "/admin/tracker/figure/add/"
PREVIEW = "/admin/tracker/figure/preview/"
SENTENCE = "At least 40 people were killed, including 12 children, the UN said."
NUMBERS = ("quantifier", "reported", "reported_max", "low", "best", "high")
DATES = ("start_date", "start_accuracy", "end_date", "end_accuracy", "date_basis", "claimed_on")
CLAIM = ("attribution_kind", "attributed_to", "attribution_text")


def as_(user: User) -> Client:
    """Return a client logged in as somebody."""
    client = Client()
    client.force_login(user)
    return client


def typed(**values: Any) -> dict[str, Any]:
    """Return the few fields that a curator fills in for "At least 40 people were killed", with these instead."""
    own: dict[str, Any] = {
        "document": Document.objects.latest("pk").pk,
        "excerpt": SENTENCE,
        "reported_text": "At least 40",
        "indicator": "killed",
        "unit": "person",
        "accumulation": "increment",
        "start_date": "5 March 2018",
        "place": Place.objects.get(slug="douma").pk,
        "place_role": "event",
        "place_accuracy": "exact",
        "attributed_to": Source.objects.get(slug="united-nations").pk,
        "attribution_text": "the UN",
    }
    return own | values


def errors(response: Any) -> dict[str, list[str]]:
    """Return what the form says is wrong."""
    assert response.status_code == 200
    return dict(response.context["adminform"].form.errors)


def said(response: Any) -> list[str]:
    """Return what the admin tells after a post."""
    return [str(message) for message in get_messages(response.wsgi_request)]


def entered(user: User, **values: Any) -> Figure:
    """Post the form, and return the figure that it stored."""
    response = as_(user).post(ADD, typed(**values))
    assert response.status_code == 302, errors(response)
    return Figure.objects.latest("pk")


def columns(figure: Figure, names: tuple[str, ...]) -> tuple[Any, ...]:
    """Return some of a figure's columns."""
    return tuple(getattr(figure, name) for name in names)


def changed(figure: Figure, **values: Any) -> dict[str, Any]:
    """Return a stored figure's form as the page shows it, with these fields typed anew."""
    client = as_(User.objects.get(pk=figure.entered_by_id))
    form = client.get(f"/admin/tracker/figure/{figure.pk}/change/").context["adminform"].form
    shown = {name: form[name].value() for name in form.fields}
    plain = {name: "" if value is None else value for name, value in shown.items() if value is not False}
    return plain | values


def change(user: User, figure: Figure, **values: Any) -> Any:
    """Post a stored figure's form with these fields typed anew."""
    return as_(user).post(f"/admin/tracker/figure/{figure.pk}/change/", changed(figure, **values))


class TestTheSentence:
    """Pasted words are looked for in the document's text, whose own words are stored."""

    def test_a_part_of_it_stands_for_the_whole(self, build: Builder, curator: User) -> None:
        build.document()
        figure = entered(curator, excerpt="40 people were killed")
        assert columns(figure, ("excerpt", "excerpt_start", "reported_text", "number_start", "number_end")) == (
            *(SENTENCE, TEXT.index(SENTENCE), "At least 40"),
            *(TEXT.index("At least 40"), TEXT.index("At least 40") + 11),
        )

    def test_quotation_marks_and_line_breaks_need_not_be_the_documents(self, build: Builder, curator: User) -> None:
        build.document("On Monday the “White\nHelmets” said at\u00a0least 40 people were killed – children too.")
        figure = entered(
            curator,
            excerpt='On Monday the "White Helmets" said at least 40 people were killed - children too.',
            reported_text="At least  40",
        )
        assert (figure.excerpt, figure.reported_text) == (figure.document.text, "at\u00a0least 40")

    def test_words_that_stand_twice_are_chosen_among(self, build: Builder, curator: User) -> None:
        text = f"{TEXT} Later reports differ. {TEXT}"
        build.document(text)
        response = as_(curator).post(ADD, typed())
        assert errors(response) == {"excerpt": ["These words stand 2 times in the document: choose which of them is meant."]}
        second = text.rindex(SENTENCE)
        chosen = f"{second}-{second + len(SENTENCE)}"
        assert f'type="radio" name="excerpt_at" value="{chosen}"' in response.text
        assert f"hit the town. <mark>{SENTENCE}</mark></label>" in response.text
        assert entered(curator, excerpt_at=chosen).excerpt_start == second

    def test_what_is_nearly_there_can_be_taken_from_the_document(self, build: Builder, curator: User) -> None:
        build.document()
        wrong = "At least 40 people died, including 12 children, said the UN."
        response = as_(curator).post(ADD, typed(excerpt=wrong))
        assert errors(response) == {
            "excerpt": [
                "These words do not stand in the document's text. The nearest passage is below: choose it, or paste again."
            ]
        }
        start = TEXT.index(SENTENCE)
        assert entered(curator, excerpt=wrong, excerpt_at=f"{start}-{len(TEXT)}").excerpt == SENTENCE

    def test_nothing_like_it_says_so(self, build: Builder, curator: User) -> None:
        build.document()
        response = as_(curator).post(ADD, typed(excerpt="Nothing of the kind.", context="Neither is this here."))
        nothing = "These words do not stand in the document's text, and nothing in it is like them."
        assert errors(response) == {"excerpt": [nothing], "context": [nothing]}

    def test_a_number_that_stands_twice_is_chosen_among(self, build: Builder, curator: User) -> None:
        text = "Of 12 houses, 12 people were pulled out dead."
        build.document(text)
        response = as_(curator).post(ADD, typed(excerpt=text, reported_text="12"))
        assert errors(response) == {"reported_text": ["“12” stands 2 times in the sentence: choose which of them is meant."]}
        figure = entered(curator, excerpt=text, reported_text="12", number_at="14-16")
        assert (figure.number_start, figure.number_end) == (14, 16)

    def test_a_made_up_place_in_the_text_is_not_taken(self, build: Builder, curator: User) -> None:
        build.document(f"{TEXT} {TEXT}")
        response = as_(curator).post(ADD, typed(excerpt_at="0-5"))
        assert list(errors(response)) == ["excerpt"]


class TestTheNumber:
    """Quantifier, printed numbers and range follow from the words; other ones need a reason."""

    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            ("More than 1,220", ("more_than", 1220, None, 1220, 1220, None)),
            ("nearly 600", ("approximately", 600, None, None, 600, 600)),
            ("30 to 40", ("between", 30, 40, 30, None, 40)),
            ("dozens", ("vague", None, None, 24, None, None)),
            ("Seventy-nine", ("exact", 79, None, 79, 79, 79)),
            ("half a million", ("exact", 500_000, None, 500_000, 500_000, 500_000)),
        ],
    )
    def test_it_follows_from_the_words(self, build: Builder, curator: User, words: str, expected: tuple[Any, ...]) -> None:
        build.document(f"That day {words} people were killed.")
        figure = entered(curator, excerpt=words, reported_text=words)
        assert columns(figure, NUMBERS) == expected

    def test_another_number_needs_a_reason_which_the_history_keeps(self, build: Builder, curator: User) -> None:
        build.document()
        response = as_(curator).post(ADD, typed(low="35", best="40"))
        assert errors(response) == {
            "reason": ["The words say at least 40: low 40, best 40, high open. You give other numbers: say why."]
        }
        figure = entered(curator, low="35", best="40", reason="page 2 counts 35 bodies")
        assert (*columns(figure, NUMBERS), figure.change_reason) == (
            *("at_least", 40, None, 35, 40, None),
            "page 2 counts 35 bodies",
        )

    def test_another_quantifier_makes_the_range_and_needs_a_reason_too(self, build: Builder, curator: User) -> None:
        build.document()
        assert list(errors(as_(curator).post(ADD, typed(quantifier="exact")))) == ["reason"]
        figure = entered(curator, quantifier="exact", reason="“at least” belongs to the children")
        assert columns(figure, NUMBERS) == ("exact", 40, None, 40, 40, 40)

    def test_what_the_program_filled_in_needs_no_reason(self, build: Builder, curator: User) -> None:
        build.document()
        figure = entered(curator, quantifier="at_least", reported="40", low="40", best="40")
        assert columns(figure, NUMBERS) == ("at_least", 40, None, 40, 40, None)

    def test_a_share_asks_for_its_calculation(self, build: Builder, curator: User) -> None:
        build.document("Of the 1,220 dead, a fifth of them were children.")
        share = typed(excerpt="a fifth of them", reported_text="a fifth of them")
        response = as_(curator).post(ADD, share)
        message = "This is a share of another number: write the calculation, as in “1/5 × 1,220”, and give best yourself."
        assert errors(response) == {"reported_text": [message]}
        calculated = {"calculation": "1/5 × 1,220", "quantifier": "approximately", "best": "244"}
        assert as_(curator).post(ADD, share | calculated).status_code == 302
        assert columns(Figure.objects.get(), NUMBERS) == ("approximately", None, None, None, 244, None)

    def test_new_words_make_new_numbers_and_old_decisions_stay(self, build: Builder, curator: User) -> None:
        figure = build.draft()
        assert change(curator, figure, reported_text="40").status_code == 302
        figure.refresh_from_db()
        assert columns(figure, NUMBERS) == ("exact", 40, None, 40, 40, 40)
        change(curator, figure, low="35", reason="page 2")
        change(curator, figure, note="unchanged numbers ask for nothing")
        figure.refresh_from_db()
        assert (figure.low, figure.note) == (35, "unchanged numbers ask for nothing")

    def test_no_number_is_typed_in_letters(self, build: Builder, curator: User) -> None:
        build.document()
        response = as_(curator).post(ADD, typed(low="forty"))
        assert errors(response) == {"low": ["This is not a whole number: type it in digits, as in 1,220."]}


class TestTheDates:
    """Dates as people type them; what is left empty follows."""

    @pytest.mark.parametrize(
        ("values", "expected"),
        [
            ({}, (date(2018, 3, 5), "day", date(2018, 3, 5), "day", "stated", None)),
            ({"start_date": "March 2018"}, (date(2018, 3, 1), "month", date(2018, 3, 31), "month", "stated", None)),
            (
                {"start_date": "March 2018", "accumulation": "stock", "indicator": "besieged"},
                (date(2018, 3, 1), "month", date(2018, 3, 1), "month", "stated", None),
            ),
            (
                {"start_date": "18.2.2018", "accumulation": "cumulative"},
                (date(2018, 2, 18), "day", None, "unknown", "stated", None),
            ),
            ({"end_date": "?"}, (date(2018, 3, 5), "day", None, "unknown", "stated", None)),
            (
                {"start_date": "about 1 March 2018", "end_date": "2018-03-05", "date_basis": "from_context"},
                (date(2018, 3, 1), "week", date(2018, 3, 5), "day", "from_context", None),
            ),
            (
                {"start_accuracy": "week", "claimed_on": "6 March 2018"},
                (date(2018, 3, 5), "week", date(2018, 3, 5), "day", "stated", date(2018, 3, 6)),
            ),
            ({"start_date": ""}, (None, "unknown", None, "unknown", None, None)),
        ],
    )
    def test_what_was_typed_is_what_is_stored(
        self, build: Builder, curator: User, values: dict[str, Any], expected: tuple[Any, ...]
    ) -> None:
        build.document()
        assert columns(entered(curator, **values), DATES) == expected

    @pytest.mark.parametrize(
        ("values", "expected"),
        [
            (
                {"start_date": "last Monday"},
                {
                    "start_date": [
                        "“last Monday” is not a date: type it as in "
                        "“15 March 2018”, “15.3.2018”, “2018-03-15”, “March 2018” or “2018”."
                    ]
                },
            ),
            (
                {"start_accuracy": "unknown"},
                {"start_accuracy": ["A date needs an accuracy: choose how far it can be off, or “As the date says”."]},
            ),
            (
                {"start_date": "", "end_accuracy": "day"},
                {"end_accuracy": ["Without a date there is no accuracy: choose “Not known”, or “As the date says”."]},
            ),
            ({"end_date": "4 March 2018"}, {"__all__": ["The event ends before it starts."]}),
        ],
    )
    def test_what_is_wrong_stands_beside_its_field(
        self, build: Builder, curator: User, values: dict[str, Any], expected: dict[str, list[str]]
    ) -> None:
        build.document()
        assert errors(as_(curator).post(ADD, typed(**values))) == expected

    def test_a_stored_date_comes_back_as_it_was(self, build: Builder, curator: User) -> None:
        middle: dict[str, Any] = {"start_date": date(2016, 11, 11), "start_accuracy": "week", "end_date": date(2016, 11, 20)}
        figure = build.draft(**middle, end_accuracy="month")
        change(curator, figure, note="nothing about dates")
        figure.refresh_from_db()
        assert columns(figure, DATES[:4]) == (date(2016, 11, 11), "week", date(2016, 11, 20), "month")


class TestWhoAndWhere:
    """How the claimant is named follows; what is not in the list yet is added, unconfirmed."""

    @pytest.mark.parametrize(
        ("source", "words", "expected"),
        [
            ("united-nations", "the UN", "named"),
            ("", "the UN", "unnamed"),
            ("", "", "none"),
            ("sohr", "", "publisher"),
        ],
    )
    def test_how_the_claimant_is_named_follows(
        self, build: Builder, curator: User, source: str, words: str, expected: str
    ) -> None:
        build.document(publisher=Source.objects.get(slug="sohr"))
        claimant = Source.objects.filter(slug=source).first()
        figure = entered(curator, attributed_to=claimant.pk if claimant else "", attribution_text=words)
        assert columns(figure, CLAIM) == (expected, claimant, words)

    def test_a_named_claimant_needs_its_words(self, build: Builder, curator: User) -> None:
        build.document()
        response = as_(curator).post(ADD, typed(attribution_text=""))
        assert errors(response) == {
            "attribution_text": ["Copy the words of the sentence that name the claimant, as in “the UN”."]
        }

    def test_a_new_place_and_a_new_source_wait_for_an_editor(self, build: Builder, curator: User, reviewer: User) -> None:
        build.document()
        ghouta = Place.objects.get(slug="eastern-ghouta")
        figure = entered(
            curator,
            place="",
            new_place_name=" Hazzeh ",
            new_place_kind="town",
            new_place_parent=ghouta.pk,
            attributed_to="",
            new_source_name="Ḥazzeh media",
            new_source_kind="media",
        )
        place, source = figure.place, figure.attributed_to
        assert columns_of(place) == ("Hazzeh", "hazzeh", "town", ghouta, False, curator)
        assert source is not None
        assert (source.name, source.slug, source.kind, source.confirmed) == (
            *("Ḥazzeh media", "hazzeh-media", "media"),
            False,
        )
        assert figure.attribution_kind == "named"
        published = review.publish(by=curator, at=figure.changed_at, figure=figure)
        with pytest.raises(review.Refused) as refused:
            review.verify(by=reviewer, at=published.changed_at, figure=published)
        assert "“Hazzeh” is new" in str(refused.value)

    @pytest.mark.parametrize(
        ("values", "expected"),
        [
            (
                {"new_place_name": "Hazzeh", "new_place_kind": "town"},
                {"new_place_name": ["You chose a place above and name a new one here: leave one of the two empty."]},
            ),
            ({"place": ""}, {"place": ["Choose a place, or add one that is not in the list."]}),
            (
                {"place": "", "new_place_name": "Hazzeh"},
                {"new_place_kind": ["Say what kind of place the new one is."]},
            ),
            (
                {"place": "", "new_place_name": "duma", "new_place_kind": "town"},
                {
                    "__all__": [
                        "“duma” is there already, as “Douma” (city in Eastern Ghouta): "
                        "choose it in the list, or add a name that tells the two apart."
                    ]
                },
            ),
            (
                {"attributed_to": "", "new_source_name": "U.N.", "new_source_kind": "ngo"},
                {
                    "__all__": [
                        "“U.N.” is there already, as “United Nations” (united nations body): "
                        "choose it in the list, or add a name that tells the two apart."
                    ]
                },
            ),
            (
                {"new_source_name": "Somebody", "new_source_kind": "ngo"},
                {"new_source_name": ["You chose a source above and name a new one here: leave one of the two empty."]},
            ),
            (
                {"attributed_to": "", "new_source_name": "Somebody"},
                {"new_source_kind": ["Say what kind of source the new one is."]},
            ),
        ],
    )
    def test_what_is_there_or_missing_is_refused(
        self, build: Builder, curator: User, values: dict[str, Any], expected: dict[str, list[str]]
    ) -> None:
        build.document()
        places, sources = Place.objects.count(), Source.objects.count()
        assert errors(as_(curator).post(ADD, typed(**values))) == expected
        assert (Place.objects.count(), Source.objects.count()) == (places, sources)

    def test_nothing_new_is_left_behind_when_the_figure_is_refused(self, build: Builder, curator: User) -> None:
        build.document()
        new = {"place": "", "new_place_name": "Hazzeh", "new_place_kind": "town"}
        response = as_(curator).post(ADD, typed(**new, end_date="4 March 2018"))
        assert errors(response) == {"__all__": ["The event ends before it starts."]}
        assert not Place.objects.filter(name="Hazzeh").exists()

    def test_aid_needs_its_stage_and_trucks_are_counted_in_trucks(self, build: Builder, curator: User) -> None:
        build.document("A 46-truck convoy entered Douma.")
        trucks = {"excerpt": "46-truck", "reported_text": "46-truck", "indicator": "aid_trucks"}
        response = as_(curator).post(ADD, typed(**trucks))
        assert errors(response) == {"count_stage": ["Aid needs its stage: planned, carried, entered and so on."]}
        figure = entered(curator, **trucks, count_stage="entered")
        assert (figure.unit, figure.reported, figure.reported_text) == ("truck", 46, "46-truck")


def columns_of(place: Place) -> tuple[Any, ...]:
    """Return what was stored of a new place."""
    return (place.name, place.slug, place.kind, place.parent, place.confirmed, place.changed_by)


@pytest.mark.parametrize(
    ("field", "term", "expected"),
    [
        ("place", "Duma", ["Douma (city in Eastern Ghouta)"]),
        ("attributed_to", "SANA", None),
        ("document", "Shelling", ["Shelling in Douma (publisher not stated, 6 March 2018; document {document})"]),
        ("repeat_of", "least", ["{figure}: At least 40 killed, Eastern Ghouta, 5 March 2018 (draft)"]),
    ],
)
def test_references_are_found_by_other_names_and_described(
    build: Builder, curator: User, field: str, term: str, expected: list[str] | None
) -> None:
    document = build.document(title="Shelling in Douma")
    figure = build.draft(document)
    query = {"app_label": "tracker", "model_name": "figure", "field_name": field, "term": term}
    results = as_(curator).get("/admin/autocomplete/", query).json()["results"]
    if expected is None:
        assert all("party to the conflict" in result["text"] for result in results)
        return
    assert [r["text"] for r in results] == [e.format(document=document.pk, figure=figure.pk) for e in expected]


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
        assert [w.words for w in page.context["open"].warnings] == [
            "No event date: charts show the figure in a margin, and it is added up nowhere."
        ]

    def test_a_reason_keeps_the_figure_as_it_is(self, build: Builder, curator: User) -> None:
        build.document()
        figure = entered(curator, start_date="")
        response = as_(curator).post(self.url(figure), {"version": 1, "reason": "the article gives no day"})
        assert said(response) == ["Your reason is stored: whoever verifies the figure confirms it."]
        figure.refresh_from_db()
        assert (figure.overridden, figure.override_reason) == (["no_event_date"], "the article gives no day")
        assert not as_(curator).get(f"/admin/tracker/figure/{figure.pk}/change/").context["open"]

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
        assert [pair.figure for pair in page.context["open"].pairs] == [first]
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
        assert not as_(curator).get(f"/admin/tracker/figure/{second.pk}/change/").context["open"]

    def test_who_may_not_change_figures_settles_nothing(self, build: Builder, curator: User, reviewer: User) -> None:
        first, second = self.twins(build, curator)
        assert as_(reviewer).post(self.url(second), {f"pair-{first.pk}": "same"}).status_code == 403
        assert as_(curator).get(self.url(second)).status_code == 405
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


class TestThePreview:
    """What is shown while typing is what the form would store; nothing is written."""

    def test_where_the_words_stand_and_what_they_say(self, build: Builder, curator: User) -> None:
        document = build.document()
        answer = as_(curator).post(
            PREVIEW,
            {
                "document": document.pk,
                "excerpt": "40 people were killed",
                "reported_text": "at least 40",
                "start_date": "March 2018",
                "accumulation": "increment",
            },
        )
        assert answer.json() == {
            "passages": {
                "excerpt": {
                    "settled": True,
                    "message": "",
                    "passages": [
                        {"at": "34-101", "before": "On Monday, shelling hit the town. ", "words": SENTENCE, "behind": ""}
                    ],
                },
                "number": {
                    "settled": True,
                    "message": "",
                    "passages": [
                        {
                            "at": "34-45",
                            "before": "On Monday, shelling hit the town. ",
                            "words": "At least 40",
                            "behind": " people were killed, including 12 children, the UN said.",
                        }
                    ],
                },
            },
            "sentence": [["number", "At least 40"], ["", SENTENCE.removeprefix("At least 40")]],
            "number": {
                "values": {
                    "quantifier": "at_least",
                    "reported": "40",
                    "reported_max": "",
                    "low": "40",
                    "best": "40",
                    "high": "",
                },
                "words": "at least 40: low 40, best 40, high open",
                "wrong": "",
                "words_say": "",
            },
            "dates": {"words": "March 2018 (to the month)", "wrong": ""},
            "warned": None,
        }
        assert not Figure.objects.exists()

    def test_a_blank_form_and_nonsense_say_nothing(self, build: Builder, curator: User) -> None:
        build.document()
        for body in ({}, {"document": "x", "low": "y", "start_date": "", "excerpt": "z"}):
            answer = as_(curator).post(PREVIEW, body)
            assert answer.status_code == 200
            assert answer.json()["sentence"] == []

    def test_only_who_enters_figures_may_ask(self, build: Builder, reviewer: User, administrator: User) -> None:
        build.document()
        assert [as_(user).post(PREVIEW).status_code for user in (reviewer, administrator)] == [403, 403]
        assert Client().post(PREVIEW).status_code == 302


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

    def test_who_may_only_look_reads_words(self, build: Builder, reviewer: User) -> None:
        page = as_(reviewer).get(f"/admin/tracker/figure/{build.draft().pk}/change/")
        shown = re.findall(r'<div class="readonly">(.*?)</div>', page.text, re.DOTALL)
        words = {"Draft", "At least", "Killed", "People", "Within a period", "To the day", "From the context", "Named"}
        assert words <= set(shown)
        assert not {code for code in shown if "_" in code}


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Az-Zabadānī", "az-zabadani"),
        ("ʿIrbīn", "irbin"),
        ("Łódź", "lodz"),
        ("دوما", "dwma"),
        ("Маріуполь", "mariupol"),
        ("Deir ez-Zor", "deir-ez-zor"),
    ],
)
def test_names_become_addresses_in_plain_letters(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_two_names_with_one_address_are_told_apart(curator: User) -> None:
    when = datetime(2026, 1, 1, tzinfo=UTC)
    added = [add_place(by=curator, at=when, name=name, kind=PlaceKind.TOWN) for name in ("中", "文")]
    assert [place.slug for place in added] == ["place", "place-2"]
    with pytest.raises(review.Refused, match=r"^A country is added by an editor, who gives its code\.$"):
        add_place(by=curator, at=when, name="Atlantis", kind=PlaceKind.COUNTRY)
    with pytest.raises(review.Refused, match=r"^The new source needs a name\.$"):
        add_source(by=curator, at=when, name="  ", kind=SourceKind.MEDIA)


def test_only_who_enters_figures_adds_places(reviewer: User) -> None:
    when = datetime(2026, 1, 1, tzinfo=UTC)
    with pytest.raises(review.NotAllowed, match="it needs the permission “add_figure”"):
        add_place(by=reviewer, at=when, name="Hazzeh", kind=PlaceKind.TOWN)
