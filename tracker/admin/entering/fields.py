"""Form fields that take what people type: dates in words, numbers with separators, and a choice among passages."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from tracker.extraction.dates import DateError, DateRead, read_date
from tracker.vocabulary import DateAccuracy
from tracker.wording import date_in_words

OPEN_DATE = "?"
"""Typed for a date that is not known, where an empty field would be filled."""


class WrittenDateField(forms.CharField):
    """A date as people write it; cleaned to a DateRead, to null where it is empty, to "?" where it is left open."""

    def to_python(self, value: Any) -> Any:
        """Read what was typed; refuse it with examples of what can be."""
        text = super().to_python(value)
        if not text:
            return None
        if text in {OPEN_DATE, "unknown", "not known"}:
            return OPEN_DATE
        try:
            return read_date(text)
        except DateError as error:
            raise ValidationError(str(error)) from error

    def prepare_value(self, value: Any) -> Any:
        """Show a stored date in words."""
        if isinstance(value, DateRead):
            return date_in_words(value.day, value.accuracy)
        return date_in_words(value, DateAccuracy.DAY) if isinstance(value, date) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare what was shown with what came back: a stored day that is known to the month is not in the words."""
        return str(self.prepare_value(initial) or "") != (data or "").strip()


class PrintedNumberField(forms.IntegerField):
    """A whole number, which may be typed as it is printed: "1,220"."""

    widget = forms.TextInput

    def __init__(self, **options: Any) -> None:
        """Ask for digits on a phone, and show the number as it is printed."""
        attrs = {"inputmode": "numeric", "class": "vBigIntegerField", "autocomplete": "off"}
        super().__init__(required=False, min_value=0, widget=forms.TextInput(attrs=attrs), **options)
        self.error_messages["invalid"] = "This is not a whole number: type it in digits, as in 1,220."

    def to_python(self, value: Any) -> int | None:
        """Leave separators out."""
        if isinstance(value, str):
            value = "".join(value.replace(",", "").split())
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        """Show thousands separated."""
        return f"{value:,}" if isinstance(value, int) else value


class PassageField(forms.CharField):
    """Which of several passages is meant, as "start-end"; hidden until there is something to choose."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        """Leave it empty until it is asked for."""
        super().__init__(required=False)

    def offer(self, choices: list[tuple[str, Any]]) -> None:
        """Show the passages as radio buttons."""
        radio: Any = forms.RadioSelect(choices=choices, attrs={"class": "passages"})
        self.widget = radio
