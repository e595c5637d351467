"""The form of what is known of a document: one day stands for both ends, and its basis follows from the reasoning."""

from typing import Any, Final

from django import forms

from tracker.admin.recorded import RecordedForm
from tracker.models import Document
from tracker.vocabulary import PublicationBasis
from tracker.wording import label

LABELS: Final = {
    "published_earliest": "Published on",
    "published_latest": "or at the latest on",
    "published_basis": "How the day is known",
    "published_reasoning": "Reasoning",
}
HELP: Final = {
    "publisher": "Who printed it, not who made its claims. Empty where it does not say.",
    "published_earliest": "Without it, days such as “Thursday” stay undated.",
    "published_latest": "Only where the day is not certain; empty is the same day.",
    "published_basis": "Stated, where the report or its page says so; inferred, where you worked it out.",
    "published_reasoning": "How an inferred day was arrived at: “tells of Tuesday’s vote, which was on 6 March 2018”.",
}
ROWS: Final = {"publisher_note": 2, "published_reasoning": 2}


class KnownForm(RecordedForm):
    """A document's title, publisher, dates and links, for somebody to confirm or change."""

    class Meta:
        """The fields are the admin's."""

        model = Document
        fields: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say what goes where; who may only look has no fields."""
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = LABELS.get(name, field.label)
            field.help_text = HELP.get(name, field.help_text)
            if name in ROWS:
                field.widget.attrs["rows"] = ROWS[name]
        basis = self.fields.get("published_basis")
        if isinstance(basis, forms.TypedChoiceField):
            basis.choices = [("", "—"), *((code, label(code)) for code in PublicationBasis)]

    def clean(self) -> dict[str, Any] | None:
        """Complete the day of publication with what follows from what was typed."""
        data = super().clean()
        if data is None:
            data = self.cleaned_data
        day = data.get("published_earliest") or data.get("published_latest")
        if day is not None and not {"published_earliest", "published_latest"} & self.errors.keys():
            for side in ("published_earliest", "published_latest"):
                data[side] = data.get(side) or day
            data["published_basis"] = data.get("published_basis") or self._basis(data)
        return data

    def _basis(self, data: dict[str, Any]) -> PublicationBasis:
        certain = data["published_earliest"] == data["published_latest"] and not data.get("published_reasoning")
        return PublicationBasis.STATED if certain else PublicationBasis.INFERRED
