"""The form in which figures are entered, as tests fill it in and read what came of it."""

from typing import Any

from django.contrib.auth.models import User

from tests.admin.test_figures import as_, errors
from tracker.models import Document, Figure, Place, Source

ADD = "/admin/tracker/figure/add/"
PREVIEW = "/admin/tracker/figure/preview/"
SENTENCE = "At least 40 people were killed, including 12 children, the UN said."
NUMBERS = ("quantifier", "reported", "reported_max", "low", "best", "high")
DATES = ("start_date", "start_accuracy", "end_date", "end_accuracy", "date_basis", "claimed_on")
CLAIM = ("attribution_kind", "attributed_to", "attribution_text")


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
