"""The page on which an editor confirms or merges what was added on the way."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from django.contrib.auth.models import User

from tests.admin.test_figures import as_, said
from tests.build import MONDAY, Builder, on
from tracker.models import Place, Source
from tracker.review.reference import add_place, add_source
from tracker.vocabulary import PlaceKind, SourceKind


@pytest.fixture
def dooma(build: Builder, clock: Iterator[datetime]) -> Place:
    """Douma, added by a curator who did not find it."""
    return add_place(by=build.curator, at=next(clock), name="Dooma", kind=PlaceKind.TOWN)


def page(row: Place | Source, step: str = "merge") -> str:
    """Return the address of a row's page."""
    return f"/admin/tracker/{row._meta.model_name}/{row.pk}/{step}/"


def found(user: User, term: str) -> list[str]:
    """Return what the autocomplete of a figure's place offers."""
    asked = f"/admin/autocomplete/?app_label=tracker&model_name=figure&field_name=place&term={term}"
    return [result["text"] for result in as_(user).get(asked).json()["results"]]


def test_offered_to_editors_while_unconfirmed(editor: User, curator: User, dooma: Place) -> None:
    assert page(dooma) in as_(editor).get(page(dooma, "change")).text
    assert page(dooma) not in as_(curator).get(page(dooma, "change")).text
    douma = Place.objects.get(slug="douma")
    assert page(douma) not in as_(editor).get(page(douma, "change")).text
    assert "“Douma” is confirmed: only what no editor has confirmed yet is merged." in as_(editor).get(page(douma)).text


def test_confirmed(editor: User, dooma: Place) -> None:
    response = as_(editor).post(page(dooma), {"confirm": "Confirm"})
    assert (said(response), response["Location"]) == (["Confirmed: Dooma."], page(dooma, "change"))
    dooma.refresh_from_db()
    assert (dooma.confirmed, dooma.changed_by) == (True, editor)
    assert "confirmed it" in as_(editor).get(page(dooma, "history")).text


def test_shown_then_merged(build: Builder, editor: User, dooma: Place) -> None:
    douma = Place.objects.get(slug="douma")
    first, figure = build.provisional(place=douma, **on(MONDAY)), build.provisional(place=dooma, **on(MONDAY))
    client = as_(editor)
    text = client.get(page(dooma)).text
    assert f"At least 40 killed (figure {figure.pk})</a>, provisional" in text
    assert '<option value="douma">Douma (city in Eastern Ghouta)</option>' in text
    assert '<option value="dooma">' not in text
    response = client.post(page(dooma), {"into": "douma", "reason": "the same town"})
    told = said(response)
    assert told[0] == "Merged: “Dooma” is now “Douma”, in 1 figure."
    assert told[1].startswith(f"At least 40 killed (figure {figure.pk}): Likely repeat: figure {first.pk} says")
    assert response["Location"] == page(douma, "change")
    figure.refresh_from_db()
    assert figure.place == douma
    assert found(editor, "Dooma") == ["Douma (city in Eastern Ghouta)"]
    rows = client.get("/admin/tracker/place/?q=Dooma").context["cl"].result_list
    assert [row.slug for row in rows] == ["douma"]
    assert "is merged into “Douma”: the same town" in client.get(page(dooma, "history")).text


@pytest.mark.parametrize("asked", [{"into": "eastern-ghouta", "reason": "inside it"}, {"confirm": "Confirm"}])
def test_what_another_editor_merged_meanwhile_stays_so(editor: User, dooma: Place, asked: dict[str, str]) -> None:
    as_(editor).post(page(dooma), {"into": "douma", "reason": "the same town"})
    late = as_(editor).post(page(dooma), asked)
    assert (late.status_code, late.context["refusal"]) == (409, "“Dooma” is merged into “Douma” already.")
    dooma.refresh_from_db()
    named = list(Place.objects.filter(aliases__contains=["Dooma"]).values_list("slug", flat=True))
    assert (dooma.confirmed, named) == (False, ["douma"])


def test_refused_with_what_was_typed(editor: User, dooma: Place) -> None:
    response = as_(editor).post(page(dooma), {"into": "doma", "reason": "the same town"})
    assert response.status_code == 409
    assert "Choose the place that is meant from the list." in response.text
    assert 'value="doma"' in response.text
    assert 'value="the same town"' in response.text


def test_sources_and_their_documents(build: Builder, editor: User, clock: Iterator[datetime]) -> None:
    press = add_source(by=build.curator, at=next(clock), name="U.N. press office", kind=SourceKind.UN_BODY)
    document = build.document(publisher=press, title="Flash update")
    client = as_(editor)
    assert "Flash update" in client.get(page(press)).text
    response = client.post(page(press), {"into": "united-nations", "reason": "their office"})
    assert said(response) == ["Merged: “U.N. press office” is now “United Nations”, in 0 figures."]
    document.refresh_from_db()
    assert document.publisher == Source.objects.get(slug="united-nations")
    assert "their office" in client.get(page(press, "history")).text
