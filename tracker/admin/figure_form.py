"""The form in which a curator enters a figure: pasted words are located, and the range is computed from them."""

from typing import Any, Final

from django import forms

from tracker.admin.recorded import RecordedForm
from tracker.ingest.quoting import QuoteError, locate
from tracker.models import Document, Figure
from tracker.ranges import RangeError, range_of_words
from tracker.vocabulary import Quantifier
from tracker.wording import label

QUOTED: Final = ("excerpt", "reported_text", "reported_text_occurrence", "context")
COUNTED: Final = ("indicator", "quantifier", "reported", "reported_max", "unit", "group", "group_text")
RANGE: Final = ("low", "best", "high", "calculation")
WHEN: Final = (
    *("accumulation", "count_stage", "start_date", "start_accuracy", "end_date", "end_accuracy"),
    *("date_basis", "date_text", "claimed_on"),
)
WHERE: Final = ("place", "place_role", "place_accuracy")
WHO: Final = ("attribution_kind", "attributed_to", "attribution_text", "alleged_actor")
RELATED: Final = ("repeat_of", "subset_of", "note")
FORM_ONLY: Final = {"document", "reported_text_occurrence", "reason", "version_seen"}


class FigureForm(RecordedForm):
    """One figure. Offsets are found from the pasted words; an empty range is computed from them."""

    excerpt = forms.CharField(
        label="Sentence",
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        help_text="Paste the sentence with the number, exactly as the document has it.",
    )
    context = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
        help_text="Where another sentence gives date, place or claimant: paste it, as in “On Monday, a convoy …”.",
    )
    reported_text = forms.CharField(
        label="Number as printed",
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text="With its qualifier: “More than 1,220”, “dozens”, “a fifth of them”.",
    )
    reported_text_occurrence = forms.IntegerField(
        label="Which of them",
        required=False,
        min_value=1,
        help_text="Only where it stands in the sentence several times.",
    )

    class Meta:
        """Every field that a person may set."""

        model = Figure
        fields = [
            "document",
            *(f for f in (*QUOTED, *COUNTED, *RANGE, *WHEN, *WHERE, *WHO, *RELATED) if f not in FORM_ONLY),
        ]
        help_texts = {
            "reported": "The printed whole number: 1220. Empty for a vague word or a share.",
            "reported_max": "Only for “between a and b”: b.",
            "low": "Leave low, best and high empty: they follow from the words. Empty stays open.",
            "calculation": "Only for a number that was not printed: “1/5 × 1,220”. Then give best yourself.",
            "start_date": "When it happened, not when it was said.",
            "claimed_on": "The day somebody said it, where stated.",
            "accumulation": "increment: within a period · cumulative: since a start · stock: at a date · unclear.",
            "count_stage": "Aid only.",
            "repeat_of": "The head of the count that this figure reports again.",
            "subset_of": "The figure that this one is a part of: “including 11 women”.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer codes in words."""
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, forms.TypedChoiceField):
                field.choices = [(code, label(code) or "---------") for code in dict(field.choices)]  # type: ignore[arg-type]

    def clean(self) -> dict[str, Any] | None:
        """Locate the words in the document and compute the range, each fault beside its field."""
        data = super().clean() or self.cleaned_data
        document = data.get("document") or (self.instance.document if self.instance.pk else None)  # type: ignore[attr-defined]
        if isinstance(document, Document) and "excerpt" in data and "reported_text" in data:
            self._locate(document, data)
        if "quantifier" in data and "reported_text" in data and not any(data.get(f) is not None for f in RANGE[:3]):
            self._compute(data)
        return data

    def _locate(self, document: Document, data: dict[str, Any]) -> None:
        try:
            quote = locate(
                document.text,
                excerpt=_pasted(data["excerpt"]),
                reported_text=_pasted(data["reported_text"]),
                context=_pasted(data.get("context", "")),
                occurrence=data.get("reported_text_occurrence"),
            )
        except QuoteError as error:
            self.add_error(error.field, str(error))
        else:
            data |= quote.values()

    def _compute(self, data: dict[str, Any]) -> None:
        if data.get("calculation"):
            return
        try:
            found = range_of_words(
                Quantifier(data["quantifier"]), data["reported_text"], data.get("reported"), data.get("reported_max")
            )
        except RangeError as error:
            self.add_error("quantifier", str(error))
        else:
            data |= {"low": found.low, "best": found.best, "high": found.high}

    def values(self) -> dict[str, Any]:
        """Return what was entered, as values for review; an empty code is null."""
        data = {field: value for field, value in self.cleaned_data.items() if field not in FORM_ONLY}
        return data | {field: data.get(field) or None for field in ("group", "count_stage", "date_basis")}


def _pasted(words: str) -> str:
    """Return pasted words with the line ends of stored text: browsers send CRLF."""
    return words.replace("\r\n", "\n")
