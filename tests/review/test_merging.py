"""What was added on the way and is there already: merged by an editor, with the history of each figure saying so."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User

from tests.build import MONDAY, Builder, on
from tests.review.test_course import course, refusal
from tracker import review
from tracker.ingest.proposals import places_of_database
from tracker.ingest.publishers import source_named
from tracker.models import Document, Figure, Place, PlacePeriod, Source
from tracker.models.merged import not_merged
from tracker.review.overriding import open_warnings
from tracker.review.reading import known
from tracker.review.reference import add_place, add_source
from tracker.review.refusals import WORDS
from tracker.vocabulary import PlaceKind, SourceKind

Clock = Iterator[datetime]
WHY = "“Dooma” is merged into “Douma”: the same town"


@pytest.fixture
def dooma(build: Builder, clock: Clock) -> Place:
    """Douma, added by a curator who did not find it."""
    return add_place(by=build.curator, at=next(clock), name="Dooma", kind=PlaceKind.TOWN)


@pytest.fixture
def douma(reference: None) -> Place:
    """The one that is meant."""
    return Place.objects.get(slug="douma")


@pytest.fixture
def press(build: Builder, clock: Clock) -> Source:
    """The United Nations, added by a curator who did not find them."""
    return add_source(by=build.curator, at=next(clock), name="U.N. press office", kind=SourceKind.UN_BODY)


def merged(by: User, at: datetime, old: Place, new: Place, reason: str = "the same town") -> list[Figure]:
    """Merge two places."""
    return review.merge_place(by=by, at=at, unconfirmed=old, into=new, reason=reason)


def test_every_figure_is_revised(build: Builder, editor: User, clock: Clock, dooma: Place, douma: Place) -> None:
    draft, provisional = build.draft(place=dooma), build.provisional(place=dooma)
    assert merged(editor, next(clock), dooma, douma) == [draft, provisional]
    for figure in (draft, provisional):
        figure.refresh_from_db()
        assert figure.place == douma
    assert course(draft)[-1] == (2, "draft", "dina", WHY)
    assert course(provisional)[-1] == (3, "provisional", "dina", WHY)
    assert build.reviewer.pk not in provisional.authors
    assert review.verify(by=build.reviewer, at=next(clock), figure=provisional).status == "verified"


def test_who_merged_does_not_verify(build: Builder, editor: User, clock: Clock, dooma: Place, douma: Place) -> None:
    build.provisional(place=dooma)
    (figure,) = merged(editor, next(clock), dooma, douma)
    assert refusal(lambda: review.verify(by=editor, at=next(clock), figure=figure)) == WORDS["figure_four_eyes"]


def test_what_was_merged_is_left_out(build: Builder, editor: User, clock: Clock, dooma: Place, douma: Place) -> None:
    merged(editor, next(clock), dooma, douma)
    douma.refresh_from_db()
    assert "Dooma" in douma.aliases
    assert dooma not in not_merged(Place.objects.all())
    assert Place.objects.filter(pk=dooma.pk).exists()
    assert [place.slug for place in places_of_database() if "Dooma" in place.names] == ["douma"]
    assert known().place("dooma", "Dooma") == douma.pk
    words = (
        "“Dooma” is there already, as “Douma” (city in Eastern Ghouta): choose it in the list, "
        "or add a name that tells the two apart."
    )
    assert refusal(lambda: add_place(by=build.curator, at=next(clock), name="Dooma", kind=PlaceKind.TOWN)) == words
    assert merged(editor, next(clock), dooma, douma) == []
    douma.refresh_from_db()
    assert douma.aliases.count("Dooma") == 1


def test_total_and_part_move_together(build: Builder, editor: User, clock: Clock, dooma: Place, douma: Place) -> None:
    document = build.document()
    number: dict[str, Any] = {"reported_text": "12", "quantifier": "exact", "reported": 12}
    part = build.draft(document, place=dooma, **number, **on(MONDAY))
    total = build.draft(document, place=dooma, **on(MONDAY))
    review.revise(by=build.curator, at=next(clock), figure=part, values={"subset_of": total}, reason="")
    assert merged(editor, next(clock), dooma, douma) == [total, part]


def test_a_part_stays_inside_its_total(build: Builder, editor: User, clock: Clock) -> None:
    ghouta, aleppo = Place.objects.get(slug="eastern-ghouta"), Place.objects.get(slug="east-aleppo")
    inside = add_place(by=build.curator, at=next(clock), name="Hazzeh", kind=PlaceKind.TOWN, parent=ghouta)
    total = build.draft(place=ghouta)
    part = build.draft(place=inside, subset_of=total)
    assert refusal(lambda: merged(editor, next(clock), inside, aleppo)) == (
        f"Figure {part.pk} stands against it. A part counts what its total counts (or the killed, or the injured, of "
        "casualties), in the same unit, at the same place or inside it."
    )
    part.refresh_from_db()
    aleppo.refresh_from_db()
    assert (part.place, "Hazzeh" in aleppo.aliases) == (inside, False)


def test_a_likely_repeat_is_only_warned_of(build: Builder, editor: User, clock: Clock, dooma: Place, douma: Place) -> None:
    first = build.provisional(place=douma, **on(MONDAY))
    build.provisional(place=dooma, **on(MONDAY))
    (figure,) = merged(editor, next(clock), dooma, douma)
    (warning,) = open_warnings(figure, review.warnings_of(figure))
    assert (warning.code, warning.figures) == ("likely_repeat", (first.pk,))
    assert figure.overridden == []
    with pytest.raises(review.Warned):
        review.verify(by=build.reviewer, at=next(clock), figure=figure)


def test_a_reviewers_remark_stays(build: Builder, editor: User, clock: Clock, dooma: Place, douma: Place) -> None:
    figure = build.provisional(place=dooma)
    review.send_back(by=build.reviewer, at=next(clock), figure=figure, reason="Which day?")
    assert [f.sent_back_remark for f in merged(editor, next(clock), dooma, douma)] == ["Which day?"]


def test_what_lies_in_a_place_and_what_it_went_through(editor: User, clock: Clock, dooma: Place, douma: Place) -> None:
    street = Place.objects.create(name="Street", slug="street", kind="town", parent=dooma, changed_at=next(clock))
    period = PlacePeriod.objects.create(
        place=dooma, status="besieged", start_date=MONDAY, evidence="a letter", changed_at=next(clock)
    )
    merged(editor, next(clock), dooma, douma)
    street.refresh_from_db()
    period.refresh_from_db()
    assert (street.parent, period.place, street.change_reason) == (douma, douma, WHY)


def test_sources_with_documents(build: Builder, editor: User, clock: Clock, press: Source) -> None:
    nations = Source.objects.get(slug="united-nations")
    document = build.document(publisher=press, follows=press)
    figure = build.provisional(document, attributed_to=press, alleged_actor=press)
    review.merge_source(by=editor, at=next(clock), unconfirmed=press, into=nations, reason="their office")
    figure.refresh_from_db()
    document.refresh_from_db()
    assert (figure.attributed_to, figure.alleged_actor, figure.attribution_text) == (nations, nations, "the UN")
    assert (document.publisher, document.follows, document.version) == (nations, nations, 2)
    assert document.change_reason == "“U.N. press office” is merged into “United Nations”: their office"
    assert source_named("u.n. press office") == nations


def test_roles(
    build: Builder,
    curator: User,
    reviewer: User,
    administrator: User,
    clock: Clock,
    dooma: Place,
    douma: Place,
    press: Source,
) -> None:
    nations = Source.objects.get(slug="united-nations")
    for person in (curator, reviewer, administrator):
        with pytest.raises(review.NotAllowed):
            merged(person, next(clock), dooma, douma)
        with pytest.raises(review.NotAllowed):
            review.merge_source(by=person, at=next(clock), unconfirmed=press, into=nations, reason="x")
        with pytest.raises(review.NotAllowed):
            review.confirm(by=person, at=next(clock), row=dooma)


def test_confirmed(build: Builder, editor: User, clock: Clock, dooma: Place) -> None:
    figure = build.provisional(place=dooma)
    review.confirm(by=editor, at=next(clock), row=dooma)
    assert review.verify(by=build.reviewer, at=next(clock), figure=figure).status == "verified"
    assert refusal(lambda: review.confirm(by=editor, at=next(clock), row=dooma)) == "“Dooma” is confirmed already."


def test_refusals(build: Builder, editor: User, clock: Clock, dooma: Place, douma: Place) -> None:
    other = add_place(by=build.curator, at=next(clock), name="Hazzeh", kind=PlaceKind.TOWN)
    inside = Place.objects.create(name="Street", slug="street", kind="town", parent=dooma, changed_at=next(clock))

    def words(old: Place, new: Place, reason: str = "x") -> str:
        return refusal(lambda: merged(editor, next(clock), old, new, reason))

    assert words(dooma, douma, " ") == "Say why the two are the same: the history of each figure shows it."
    assert words(douma, inside) == "“Douma” is confirmed already."
    assert words(dooma, dooma) == "Nothing is merged into itself."
    assert words(dooma, other) == "“Hazzeh” is not confirmed either: confirm it first, or choose another."
    assert words(dooma, inside) == "“Street” lies in “Dooma”: say first where else it lies."


def test_verified_ones_are_corrected_first(build: Builder, editor: User, clock: Clock, dooma: Place, douma: Place) -> None:
    review.confirm(by=editor, at=next(clock), row=dooma)
    figure = build.verified(place=Place.objects.get(pk=dooma.pk))
    taken_back = Place.objects.get(pk=dooma.pk)
    taken_back.confirmed = False
    taken_back.sign(by=editor, at=next(clock), reason="not sure")
    taken_back.save()
    assert refusal(lambda: merged(editor, next(clock), dooma, douma, "x")) == (
        f"Verified figures name “Dooma”: correct them first (figures {figure.pk})."
    )


def test_corrections_are_declined_first(build: Builder, editor: User, clock: Clock, dooma: Place, douma: Place) -> None:
    figure = build.verified()
    values: dict[str, Any] = {"place": dooma}
    review.revise(by=build.curator, at=next(clock), figure=figure, values=values, reason="page 2")
    assert refusal(lambda: merged(editor, next(clock), dooma, douma, "x")) == (
        f"A correction of figure {figure.pk} waits that names “Dooma”: decline it first."
    )
    assert Document.objects.count() == 1
