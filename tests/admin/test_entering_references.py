"""Who and where: references found by other names, and what is not in the list yet added unconfirmed."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth.models import User

from tests.admin.entering import ADD, CLAIM, columns, entered, typed
from tests.admin.test_figures import as_, errors
from tests.build import Builder
from tracker import review
from tracker.models import Place, Source
from tracker.review.reference import add_place, add_source, slug_of
from tracker.vocabulary import PlaceKind, SourceKind


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
