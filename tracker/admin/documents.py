"""Documents: their text is stored once and never changes; what is known of them may."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone

from tracker.admin.recorded import RecordedAdmin, RecordedForm, person
from tracker.ingest import documents
from tracker.ingest.text import TextError, sha256, uniform
from tracker.models import Document
from tracker.review.refusals import in_words

KNOWN = (
    *("title", "publisher", "publisher_note", "follows"),
    *("published_earliest", "published_latest", "published_basis", "published_reasoning"),
    *("url", "archived_url", "confidential"),
)


class DocumentForm(RecordedForm):
    """A document with its text as pasted: line ends made uniform, nothing stripped."""

    text = forms.CharField(
        strip=False,
        widget=forms.Textarea(attrs={"rows": 20, "class": "vLargeTextField"}),
        help_text="The whole report. Figures point into this text, so it cannot be changed later.",
    )

    def clean_text(self) -> str:
        """Return the text in the form in which it is stored; refuse what is stored already."""
        try:
            text = uniform(self.cleaned_data["text"])
        except TextError as error:
            raise forms.ValidationError(str(error)) from error
        stored = Document.objects.filter(whole_sha256=sha256(text)).first()
        if stored is not None and stored.pk != self.instance.pk:
            message = f"This report is stored already, as document {stored.pk}: {stored}"
            raise forms.ValidationError(message)
        return text


@admin.register(Document)
class DocumentAdmin(RecordedAdmin):
    """Reports, each stored once."""

    form = DocumentForm
    list_display = ("__str__", "publisher", "published_earliest", "published_latest", "confidential")
    list_filter = ("confidential", "published_basis")
    list_select_related = ("publisher",)
    ordering = ("-pk",)
    search_fields = ("title", "text")
    date_hierarchy = "published_earliest"
    autocomplete_fields = ("publisher", "follows")
    fields = (*KNOWN, "text")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Show the text of a stored document, and its hash, without letting it be changed."""
        return () if obj is None else ("text", "whole_sha256")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Show the hash of a stored document too."""
        return self.fields if obj is None else (*self.fields, "whole_sha256")

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Store a new document through `ingest`, or revise what is known of one."""
        values = {field: form.cleaned_data[field] for field in KNOWN}
        by, at = person(request), timezone.now()
        with in_words():
            if change:
                obj.version = form.cleaned_data["version_seen"] or 0
                documents.revise(by=by, at=at, document=obj, values=values, reason=form.cleaned_data["reason"])
            else:
                obj.pk = documents.store(by=by, at=at, text=form.cleaned_data["text"], values=values).pk
