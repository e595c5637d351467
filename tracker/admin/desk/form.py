"""The form of a figure, prefilled with what was read: sent as it is, it accepts the proposal; changed, it corrects it."""

from typing import Any, Final

from django import forms
from django.contrib import admin
from django.contrib.admin.helpers import AdminForm
from django.contrib.admin.utils import flatten
from django.http import HttpRequest, QueryDict

from tracker.admin.entering import layout, new_reference
from tracker.admin.entering.form import FigureForm
from tracker.admin.entering.texts import REASON_ADDING
from tracker.models import Figure, Proposal
from tracker.review.reading import AsRead
from tracker.vocabulary import AttributionKind

LAST: Final = "The sentence"
"""On the desk the sentence stands in the text beside the form: here it is folded, behind the rest."""


class DeskForm(FigureForm):
    """A proposal's values; what nobody touches stays as it was read."""

    proposed = True
    proposal: Proposal
    read: AsRead

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask for a reason where numbers differ from the words, and who a claimant is whom no list holds."""
        super().__init__(*args, **kwargs)
        self.fields["reason"] = forms.CharField(
            required=False, label="Reason", widget=forms.TextInput(attrs=new_reference.PLAIN), help_text=REASON_ADDING
        )
        self.fields.pop("keep_reason", None)
        if self.read.claimant_words:
            self.initial["attribution_kind"] = ""

    def clean(self) -> dict[str, Any] | None:
        """Ask for the claimant whose name was read and is in no list, unless somebody says that it names nobody."""
        data = super().clean() or self.cleaned_data
        known = data.get("attributed_to") or data.get("new_source_name") or self.data.get("attribution_kind")
        if self.read.claimant_words and not known and data.get("attribution_text") == self.read.values["attribution_text"]:
            self.add_error(
                "attributed_to",
                f"{self.read.claimant_asked} Or say under “How the claimant is named” that nobody is named.",
            )
        return data

    def values(self) -> dict[str, Any]:
        """Return what was entered, as values for review."""
        found = super().values()
        kind = found.get("attribution_kind")
        return found | {"attribution_kind": kind or AttributionKind.NONE}


def form_for(request: HttpRequest, proposal: Proposal, read: AsRead, data: QueryDict | None = None) -> DeskForm:
    """Return the form of a proposal, with the admin's own fields for references; bound where something was typed."""
    figures: Any = admin.site.get_model_admin(Figure)
    figure = read.figure(proposal)
    form: Any = figures.get_form(
        request,
        None,
        form=DeskForm,
        fields=flatten([line for _, options in fieldsets(figure) for line in options["fields"]]),
    )
    form.read = read
    made: DeskForm = form(data, instance=figure)
    made.proposal = proposal
    return made


def typed_anew(form: DeskForm, as_read: DeskForm) -> list[tuple[str, str]]:
    """Return what somebody typed into the form instead of what was read: labels and values in words."""
    found = []
    for name, field in form.fields.items():
        value = form[name].value()
        if str(value or "") != str(as_read[name].value() or ""):
            if isinstance(field, forms.ModelChoiceField):
                words = form.cleaned_data.get(name)
            else:
                words = dict(getattr(field, "choices", {})).get(value, value)
            found.append((str(field.label or name), str(words or "—")))
    return found


def in_fieldsets(form: DeskForm) -> AdminForm:
    """Return the form as the admin draws it."""
    figures: Any = admin.site.get_model_admin(Figure)
    return AdminForm(form, fieldsets(form.instance), {}, (), model_admin=figures)  # type: ignore[arg-type]  # stubs


def fieldsets(figure: Figure) -> list[tuple[str, dict[str, Any]]]:
    """Return the fieldsets of the entering form in the order of the desk, without the document."""
    sets = layout.fieldsets(figure)
    (_name, sentence), (number, options), *others = sets
    lines = [line for line in sentence["fields"] if line not in {"document", "reported_text", "number_at"}]
    fields = ["reported_text", "number_at", *options["fields"], "reason"]
    return [(number, options | {"fields": fields}), *others, (LAST, {"fields": lines, "classes": ["collapse"]})]
