"""What all curated tables share in the admin: a signed write, a reason, a stale write refused with what was typed kept."""

from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from tracker.models.rules import Recorded
from tracker.review.errors import Refused
from tracker.review.refusals import in_words

if TYPE_CHECKING:
    BaseForm = forms.ModelForm[Recorded]
    BaseAdmin = admin.ModelAdmin[Recorded]
else:
    BaseForm = forms.ModelForm
    BaseAdmin = admin.ModelAdmin


def person(request: HttpRequest) -> User:
    """Return who is asking; the admin lets nobody in without an account."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


class RecordedForm(BaseForm):
    """A form that carries the version it was opened with, and asks why."""

    version_seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    reason = forms.CharField(
        label="Reason",
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text="Why you change it, as the history will show: “second page of the report”.",
    )
    refusal: str | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Remember the version that is shown."""
        super().__init__(*args, **kwargs)
        if self.instance.pk is not None:
            self.fields["version_seen"].initial = self.instance.version
        else:
            self.fields.pop("reason", None)

    def clean(self) -> dict[str, Any] | None:
        """Show what review refused in the first attempt, beside everything that was typed."""
        if self.refusal:
            self.add_error(None, self.refusal)
        return super().clean()


class RecordedAdmin(BaseAdmin):
    """A table whose rows say who changed them, when and why, and which nobody deletes."""

    form = RecordedForm
    view_on_site = False
    formfield_overrides: ClassVar[Any] = {models.URLField: {"assume_scheme": "https"}}

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nothing is deleted: evidence stays."""
        return False

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:  # noqa: FBT002
        """Return the form with what review refused in this request's first attempt."""
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.refusal = getattr(request, "refusal", None)
        return form

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Leave out what `get_fieldsets` puts last."""
        return [field for field in super().get_fields(request, obj) if field not in {"reason", "version_seen"}]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Put the reason last; a new row needs none."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or not self.has_change_permission(request, obj):
            return fieldsets
        return [*fieldsets, ("Why", {"fields": ["reason", "version_seen"]})]

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Write all or nothing; a refusal shows the form again with everything that was typed."""
        try:
            with transaction.atomic():
                return super().changeform_view(request, *args, **kwargs)
        except Refused as refused:
            request.refusal = str(refused)  # type: ignore[attr-defined]
            self.explain(request, refused)
            return super().changeform_view(request, *args, **kwargs)

    def explain(self, request: HttpRequest, refused: Refused) -> None:
        """Prepare what the form shows of a refusal besides its words; the refused write is undone already."""

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Sign and write the row as the version that was shown."""
        if change and not form.changed_data:
            return
        if change:
            obj.version = form.cleaned_data["version_seen"] or 0
        with in_words():
            obj.sign(by=person(request), at=timezone.now(), reason=form.cleaned_data.get("reason", ""))
            obj.save()


def report(request: HttpRequest, done: list[str], refused: list[str], words: str) -> None:
    """Tell what a bulk action did and, by name with the reason, what it did not."""
    if done:
        messages.success(request, f"{len(done)} {words}: {'; '.join(done)}.")
    for reason in refused:
        messages.warning(request, reason)
