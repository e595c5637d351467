"""A place or a source that is not in the list, given on the figure's own form and stored unconfirmed with it."""

from datetime import datetime
from typing import Any, Final

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.contrib.auth.models import User

from tracker.models import Place
from tracker.review import reference
from tracker.vocabulary import PlaceKind, SourceKind
from tracker.wording import label

CLAIMANT, ACTOR = "attributed_to", "alleged_actor"
PLAIN: Final = {"class": "vTextField", "autocomplete": "off"}
KINDS_OF_PLACE: Final = [kind for kind in PlaceKind if kind != PlaceKind.COUNTRY]


def _codes(codes: Any) -> list[tuple[str, str]]:
    return [("", "---------"), *((code.value, label(code)) for code in codes)]


class NewReferenceForm(forms.Form):
    """The fields for a new place and a new source, all of them empty for most figures."""

    new_place_name = forms.CharField(required=False, max_length=100, widget=forms.TextInput(attrs=PLAIN))
    new_place_kind = forms.ChoiceField(required=False, choices=_codes(KINDS_OF_PLACE))
    new_place_parent = forms.ModelChoiceField(
        Place.objects.all(), required=False, widget=AutocompleteSelect(Place._meta.get_field("parent"), admin.site)
    )
    new_source_name = forms.CharField(required=False, max_length=150, widget=forms.TextInput(attrs=PLAIN))
    new_source_kind = forms.ChoiceField(required=False, choices=_codes(SourceKind))
    new_source_party = forms.BooleanField(required=False)
    new_source_is = forms.ChoiceField(
        required=False, choices=[(CLAIMANT, "the claimant"), (ACTOR, "said to have done it")], initial=CLAIMANT
    )


def faults(data: dict[str, Any]) -> dict[str, str]:
    """Return what is missing or said twice, by field."""
    found = {}
    if data.get("new_place_name"):
        if data.get("place"):
            found["new_place_name"] = "You chose a place above and name a new one here: leave one of the two empty."
        if not data.get("new_place_kind"):
            found["new_place_kind"] = "Say what kind of place the new one is."
    if data.get("new_source_name"):
        if data.get(data.get("new_source_is") or CLAIMANT):
            found["new_source_name"] = "You chose a source above and name a new one here: leave one of the two empty."
        if not data.get("new_source_kind"):
            found["new_source_kind"] = "Say what kind of source the new one is."
    return found


def stored(data: dict[str, Any], *, by: User, at: datetime) -> dict[str, Any]:
    """Store what was named, unconfirmed; return it as values of the figure. Raises Refused for what is there already."""
    values: dict[str, Any] = {}
    if data.get("new_place_name"):
        kind = PlaceKind(data["new_place_kind"])
        values["place"] = reference.add_place(
            by=by, at=at, name=data["new_place_name"], kind=kind, parent=data.get("new_place_parent")
        )
    if data.get("new_source_name"):
        values[data.get("new_source_is") or CLAIMANT] = reference.add_source(
            by=by,
            at=at,
            name=data["new_source_name"],
            kind=SourceKind(data["new_source_kind"]),
            party_to_conflict=bool(data.get("new_source_party")),
        )
    return values
