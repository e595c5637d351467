"""Entering and changing figures in the admin: the form, what becomes of it, and the addresses that help while typing."""

from typing import Any, Final

from django.contrib import admin, messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, reverse
from django.utils import timezone
from django.utils.html import format_html

from tracker import review
from tracker.admin.entering import again, layout, marked_words, new_reference, preview, settling, stale
from tracker.admin.entering.form import FigureForm
from tracker.admin.entering.texts import LABELS
from tracker.admin.recorded import RecordedAdmin, person
from tracker.models import Figure, FigureRevision
from tracker.wording import label

ANOTHER: Final = "_another"
"""The button that goes on with another figure of the same document."""


class EnteringAdmin(RecordedAdmin):
    """The parts of a figure's admin that write figures; every write goes through `review`."""

    form = FigureForm
    change_form_template = "admin/tracker/figure/change_form.html"
    autocomplete_fields = ("document", "place", "attributed_to", "alleged_actor", "repeat_of", "subset_of")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Return the fields by topic, the rare ones folded, and the reason last."""
        changing = self.has_change_permission(request, obj)
        sets = layout.fieldsets(obj, changing=changing)
        if obj is None or not changing:
            return sets
        return [*sets, ("Why", {"fields": ["reason", "keep_reason", "version_seen"]})]

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Wrap no reference in links to other pages."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and hasattr(field.widget, "can_view_related"):
            field.widget = field.widget.widget
        return field

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Start another figure of the same document (`?from=7`), or one from the desk, at words that were marked there."""
        if "from" in request.GET:
            return again.initial(request.GET["from"])
        if "desk" in request.GET:
            return marked_words.initial(request.GET)
        return super().get_changeform_initial_data(request)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:  # noqa: FBT002
        """Return the form; after warnings it asks for the reason to keep the figure all the same."""
        form = super().get_form(request, obj, change=change, **kwargs)
        form.warned = getattr(request, "warned", ())
        return form

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Enter a new figure, or revise a stored one; a verified one gets a pending correction instead."""
        by, at, data = person(request), timezone.now(), form.cleaned_data
        values = form.values() | new_reference.stored(data, by=by, at=at)
        if not change:
            obj.pk = review.enter(by=by, at=at, document=data["document"], values=values, reason=data.get("reason", "")).pk
            return
        request.outcome = review.revise(  # type: ignore[attr-defined]
            by=by,
            at=at,
            figure=obj,
            values=values,
            reason=data["reason"],
            version=data["version_seen"],
            override_reason=data.get("keep_reason", ""),
        )

    def explain(self, request: Any, refused: review.Refused) -> None:
        """Show the warnings to answer, or what somebody else changed meanwhile."""
        if isinstance(refused, review.Warned):
            request.warned = [warning.words for warning in refused.warnings]
            request.refusal = "Something looks wrong: correct it, or say below why the figure stands all the same."
        if isinstance(refused, review.StaleWrite):
            seen = request.POST.get("version_seen", "")
            request.differences = stale.brought_together(request, refused.figure, int(seen) if seen.isdecimal() else 0)

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> HttpResponse:
        """Add what the page shows besides the form: open warnings, and what somebody else changed meanwhile."""
        figure = kwargs.get("obj")
        can_settle = figure is not None and request.user.has_perm("tracker.change_figure")
        context["open"] = settling.open_of(Figure.objects.get(pk=figure.pk)) if figure is not None and can_settle else None
        context["differences"] = getattr(request, "differences", None)
        context["show_save_and_add_another"] = False
        response: TemplateResponse = super().render_change_form(request, context, *args, **kwargs)  # type: ignore[assignment]
        return response

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: str | None = None) -> HttpResponse:
        """Go on to the next figure of the document, or to the draft's page where there is something to settle."""
        figure = Figure.objects.get(pk=obj.pk)
        left = settling.open_of(figure)
        if left:
            self._tell_open(request, figure, len(left))
        if ANOTHER in request.POST:
            messages.success(request, format_html("{} was added successfully, as a draft.", _linked(figure)))
            return HttpResponseRedirect(reverse("admin:tracker_figure_add", query={"from": figure.pk}))
        if "desk" in request.GET and "_continue" not in request.POST:
            messages.success(request, format_html("{} was added successfully, as a draft.", _linked(figure)))
            return HttpResponseRedirect(reverse("admin:desk", args=[figure.document_id]))
        if left and "_continue" not in request.POST:
            messages.success(request, format_html("{} was added successfully, as a draft.", _linked(figure)))
            return HttpResponseRedirect(reverse("admin:tracker_figure_change", args=[figure.pk]))
        return super().response_add(request, obj, post_url_continue)

    def _tell_open(self, request: HttpRequest, figure: Figure, number: int) -> None:
        things = "one thing looks wrong" if number == 1 else f"{number} things look wrong"
        messages.warning(
            request,
            format_html("Of {}, {}: it cannot be published before that is settled on its page.", _linked(figure), things),
        )

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """Say what became of the change."""
        outcome = getattr(request, "outcome", None)
        if isinstance(outcome, Figure):
            if ANOTHER in request.POST:
                messages.success(request, format_html("{} was changed successfully.", _linked(outcome)))
                return HttpResponseRedirect(reverse("admin:tracker_figure_add", query={"from": outcome.pk}))
            return super().response_change(request, obj)
        if isinstance(outcome, FigureRevision):
            messages.success(
                request, "A correction is waiting: the public figure stays as it is until somebody else checks it."
            )
        else:
            messages.info(request, "Nothing differs from what is stored, so nothing was written.")
        return HttpResponseRedirect(reverse("admin:tracker_figure_change", args=[obj.pk]))

    def get_urls(self) -> list[URLPattern]:
        """Add the preview, and the address that settles warnings."""
        return [*preview.urls(self.admin_site), *settling.urls(self.admin_site), *super().get_urls()]


def _in_words(field: str) -> Any:
    """Return the admin's column that shows a code in words."""

    @admin.display(description=LABELS.get(field, field), empty_value="-")
    def column(self: EnteringAdmin, figure: Figure) -> str | None:
        return label(getattr(figure, field)) or None

    return column


for _field in layout.CODED:
    setattr(EnteringAdmin, layout.in_words(_field), _in_words(_field))


def _linked(figure: Figure) -> Any:
    row: Model = figure
    address = reverse("admin:tracker_figure_change", args=[row.pk])
    return format_html('<a href="{}">“{}” (figure {})</a>', address, figure, figure.pk)
