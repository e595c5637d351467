"""The form in which a figure is entered: pasted words are located, and number and dates are read from words."""

from collections.abc import Sequence
from typing import Any, Final

from django import forms

from tracker.admin.entering import claimants, computing, dating, new_reference
from tracker.admin.entering.described import described
from tracker.admin.entering.fields import PassageField, PrintedNumberField, WrittenDateField
from tracker.admin.entering.layout import HELPING
from tracker.admin.entering.quotes import Sought, offered, seek_number, seek_passage, written
from tracker.admin.entering.texts import HELP, LABELS, REASON_ADDING
from tracker.admin.recorded import RecordedForm
from tracker.extraction.text.passages import Span
from tracker.models import MATERIAL_FIELDS, Document, Figure
from tracker.vocabulary import AID_INDICATORS, AttributionKind, Indicator, Unit
from tracker.wording import date_in_words, label

OFFSETS: Final = tuple(f"{part}_{side}" for part in ("excerpt", "number", "context") for side in ("start", "end"))
ENTERED: Final = [f for f in (*MATERIAL_FIELDS, "note") if f not in OFFSETS and f not in {"overridden", "override_reason"}]
AS_SAID: Final = {
    "quantifier": "As the words say",
    "start_accuracy": "As the date says",
    "end_accuracy": "As the date says",
    "attribution_kind": "As the two above say",
    "date_basis": "Stated",
}
"""Codes that a curator may leave to the program, and how that is called."""
FORM_ONLY: Final = HELPING | {"document", "version_seen", "keep_reason"}


def _sentence(rows: int, *, required: bool) -> forms.CharField:
    attrs = {"rows": rows, "class": "vLargeTextField", "spellcheck": "false"}
    return forms.CharField(required=required, strip=False, widget=forms.Textarea(attrs=attrs))


class FigureForm(new_reference.NewReferenceForm, RecordedForm):
    """One figure. What it computes stays where a person gave something else, who then says why."""

    excerpt = _sentence(3, required=True)
    excerpt_at = PassageField()
    context = _sentence(2, required=False)
    context_at = PassageField()
    reported_text = forms.CharField(max_length=200, widget=forms.TextInput(attrs=new_reference.PLAIN))
    number_at = PassageField()
    reported = PrintedNumberField()
    reported_max = PrintedNumberField()
    low = PrintedNumberField()
    best = PrintedNumberField()
    high = PrintedNumberField()
    start_date = WrittenDateField(required=False, widget=forms.TextInput(attrs=new_reference.PLAIN))
    end_date = WrittenDateField(required=False, widget=forms.TextInput(attrs=new_reference.PLAIN))
    claimed_on = WrittenDateField(required=False, widget=forms.TextInput(attrs=new_reference.PLAIN))
    keep_reason = forms.CharField(required=False, widget=forms.HiddenInput)

    proposed = False
    """Whether the values that are shown were read by the extractor: then they stay as they are where nobody touches them."""
    warned: Sequence[str] = ()
    """What looks wrong about the values that review refused in the first attempt."""

    class Meta:
        """Every field that a person may set."""

        model = Figure
        fields = ["document", *ENTERED]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Name the fields, offer codes in words, and show a stored figure as it would be typed."""
        super().__init__(*args, **kwargs)
        self.adding = self.instance.pk is None and not self.proposed
        if self.adding:
            self.fields["reason"] = forms.CharField(
                required=False, widget=forms.TextInput(attrs=new_reference.PLAIN), help_text=REASON_ADDING
            )
        for name, field in self.fields.items():
            field.label = LABELS.get(name, field.label)
            field.help_text = (name != "reason" and HELP.get(name)) or field.help_text
            self._offer(name, field)
        self._show_stored()
        if self.warned and "keep_reason" in self.fields:
            self.fields["keep_reason"] = forms.CharField(
                label=LABELS["keep_reason"],
                help_text=HELP["keep_reason"],
                required=False,
                widget=forms.TextInput(attrs=new_reference.PLAIN),
            )
        self.sought: dict[str, Sought] = {}
        self.settled = computing.Settled()

    def _offer(self, name: str, field: forms.Field) -> None:
        """Offer codes in words, what may be left to the program as such, and references described."""
        if isinstance(field, forms.TypedChoiceField):
            codes = [code for code, _ in field.choices if code]  # type: ignore[union-attr, misc]
            empty = AS_SAID.get(name, "---------")
            optional = not field.required or name in AS_SAID or not field.initial
            field.choices = [*([("", empty)] if optional else []), *((str(code), label(str(code))) for code in codes)]
            field.required = field.required and name not in AS_SAID
        if isinstance(field, forms.ModelChoiceField):
            field.label_from_instance = described  # type: ignore[method-assign, assignment]  # as Django documents
        if name == "place":
            field.required = not self.data.get("new_place_name")
            field.error_messages["required"] = "Choose a place, or add one that is not in the list."

    def _show_stored(self) -> None:
        """Show dates as they would be typed; on a new figure leave to the program what follows from the rest."""
        for side in ("start", "end"):
            day = getattr(self.instance, f"{side}_date")
            if day is not None:
                self.initial[f"{side}_date"] = date_in_words(day, getattr(self.instance, f"{side}_accuracy"))
        if self.adding:
            for name in ("start_accuracy", "end_accuracy", "attribution_kind"):
                if self.initial.get(name) in {None, *([] if name == "attribution_kind" else ["unknown"]), "none"}:
                    self.initial[name] = ""
            return
        for part in ("excerpt", "number", "context"):
            start, end = (getattr(self.instance, f"{part}_{side}") for side in ("start", "end"))
            self.initial[f"{part}_at"] = "" if start is None else written(Span(start, end))

    def clean(self) -> dict[str, Any] | None:
        """Locate the words, read number and dates, and say beside its field what is wrong."""
        data = super().clean() or self.cleaned_data
        for words in self.warned:
            self.add_error(None, words)
        document = data.get("document") or (self.instance.document if not self.adding else None)  # type: ignore[attr-defined]
        words = data.get("reported_text", "")
        if isinstance(document, Document):
            self._locate(document.text, data)
        if words:
            self._compute(words, data)
        self._date(data)
        self._count(data)
        self._attribute(data, document)
        for field, message in new_reference.faults(data).items():
            self.add_error(field, message)
        return data

    def _locate(self, text: str, data: dict[str, Any]) -> None:
        for part in ("excerpt", "context"):
            words = _pasted(data.get(part, ""))
            chosen = data.get(f"{part}_at") or ""
            if words.strip():
                self.sought[part] = seek_passage(
                    text, words, chosen=chosen, whole_sentence=self.adding and part == "excerpt"
                )
                self._take(part, part, text, data)
            elif part == "context":
                data |= {"context": "", "context_start": None, "context_end": None}
        sentence = self.sought.get("excerpt")
        if sentence and sentence.span and data.get("reported_text"):
            words, chosen = data["reported_text"], data.get("number_at") or ""
            self.sought["number"] = seek_number(text, sentence.span, words, chosen=chosen)
            self._take("number", "reported_text", text, data)

    def _take(self, part: str, field: str, text: str, data: dict[str, Any]) -> None:
        """Store the document's own words where they were found; offer passages otherwise."""
        sought = self.sought[part]
        if sought.span is not None:
            data |= {field: sought.span.of(text), f"{part}_start": sought.span.start, f"{part}_end": sought.span.end}
            return
        self.add_error(field, sought.message)
        chooser = self.fields.get(f"{part}_at")
        if sought.options and isinstance(chooser, PassageField):
            chooser.offer(offered(text, sought.options))

    def _compute(self, words: str, data: dict[str, Any]) -> None:
        calculation = data.get("calculation") or ""
        given = {} if self._computed_before(words) else {name: data.get(name) for name in computing.NUMBERS}
        if any(name in self.errors for name in computing.NUMBERS):
            return
        self.settled = settled = computing.settle(words, given, calculation=calculation)
        for field, message in settled.errors.items():
            self.add_error(field, message)
        data |= settled.values
        as_stored = not self.adding and all(settled.values.get(n) == getattr(self.instance, n) for n in computing.NUMBERS)
        if settled.words_say and not as_stored and not data.get("reason") and "reported_text" not in self.errors:
            self.add_error("reason", f"The words say {settled.words_say}. You give other numbers: say why.")

    def _computed_before(self, words: str) -> bool:
        """Whether other words stand beside numbers that were computed from the former words and that nobody touched."""
        if self.adding or words == self.initial.get("reported_text"):
            return False
        if any(name in self.changed_data for name in computing.NUMBERS):
            return False
        former = computing.settle(self.initial["reported_text"], {}, calculation="")
        return former.values == {name: self.initial.get(name) for name in computing.NUMBERS}

    def _date(self, data: dict[str, Any]) -> None:
        data |= dating.settle(
            data, adding=self.adding, untouched=lambda name: name not in self.changed_data, stored=self.instance
        )
        for side in ("start", "end"):
            wrong = f"{side}_date" not in self.errors and dating.fault(data[f"{side}_date"], data[f"{side}_accuracy"])
            if wrong:
                self.add_error(f"{side}_accuracy", wrong)

    def _count(self, data: dict[str, Any]) -> None:
        indicator = data.get("indicator")
        if indicator == Indicator.AID_TRUCKS and "unit" not in self.changed_data:
            data["unit"] = Unit.TRUCK
        if indicator in AID_INDICATORS and not data.get("count_stage"):
            self.add_error("count_stage", "Aid needs its stage: planned, carried, entered and so on.")

    def _attribute(self, data: dict[str, Any], document: Any) -> None:
        claimant, words = data.get("attributed_to"), data.get("attribution_text", "")
        if data.get("new_source_name") and data.get("new_source_is") != new_reference.ACTOR:
            kind = AttributionKind.NAMED
        else:
            kind = claimants.kind_of(claimant, words, document)
        touched = {"attributed_to", "attribution_text"} & set(self.changed_data)
        if not data.get("attribution_kind") or (touched and "attribution_kind" not in self.changed_data):
            data["attribution_kind"] = kind
        if data["attribution_kind"] == AttributionKind.NAMED and not words:
            self.add_error("attribution_text", claimants.WORDS_MISSING)

    def values(self) -> dict[str, Any]:
        """Return what was entered, as values for review; an empty code is null."""
        data = {field: value for field, value in self.cleaned_data.items() if field not in FORM_ONLY}
        return data | {field: data.get(field) or None for field in ("group", "count_stage", "date_basis")}


def _pasted(words: str) -> str:
    """Return pasted words with the line ends of stored text (browsers send CRLF), without space around them."""
    return words.replace("\r\n", "\n").strip()
