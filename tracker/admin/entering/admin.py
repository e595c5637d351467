"""Entering and changing figures in the admin: the form, what becomes of it, and the addresses that help while typing."""

from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, reverse
from django.utils import timezone
from django.utils.html import format_html

from tracker import review
from tracker.admin.entering import again, layout, marked_words, new_reference, preview, settling, stale
from tracker.admin.entering.form import FigureForm
from tracker.admin.recorded import RecordedAdmin, person
from tracker.models import Figure, FigureRevision

ANOTHER: Final = "_another"
"""The button that goes on with another figure of the same document."""


class EnteringAdmin(RecordedAdmin):
    """The parts of a figure's admin that write figures; every write goes through `review`."""

    form = FigureForm
    change_form_template = "admin/tracker/figure/change_form.html"
    autocomplete_fields = ("document", "place", "attributed_to", "alleged_actor", "repeat_of", "subset_of")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Return the fields by topic, the rare ones folded, and the reason last; none to who may only look."""
        if obj is None:
            return layout.fieldsets(None, filled=request.POST or self.get_changeform_initial_data(request))
        if not self.has_change_permission(request, obj):
            return []
        return [*layout.fieldsets(obj), ("Why", {"fields": ["reason", "keep_reason", "version_seen"]})]

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Wrap no reference in links to other pages."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and hasattr(field.widget, "can_view_related"):
            field.widget = field.widget.widget
        return field

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Start another figure of the same document (`?from=7`), or one from the desk, at words that were marked there."""
        if not hasattr(request, "begun"):
            request.begun = self._begun(request)  # type: ignore[attr-defined]  # asked for more than once
        return dict(request.begun)  # type: ignore[attr-defined]

    def _begun(self, request: HttpRequest) -> dict[str, Any]:
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
            figure = review.enter(by=by, at=at, document=data["document"], values=values, reason=data.get("reason", ""))
            if settling.typed(request):
                settling.decide(request, figure, version=None)
            obj.pk = figure.pk
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
        if figure is None:
            context["said"] = settling.typed(request)
        elif request.user.has_perm("tracker.change_figure"):
            context |= settling.shown(request, settling.open_of(Figure.objects.get(pk=figure.pk)))
        context["differences"] = getattr(request, "differences", None)
        context["show_save_and_add_another"] = False
        response: TemplateResponse = super().render_change_form(request, context, *args, **kwargs)  # type: ignore[assignment]
        return response

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: str | None = None) -> HttpResponse:
        """Go on to the next figure of the document, or to the draft's page where there is something to settle."""
        onward = self._onward(request, Figure.objects.get(pk=obj.pk), "added successfully, as a draft")
        return onward or super().response_add(request, obj, post_url_continue)

    def _onward(self, request: HttpRequest, figure: Figure, done: str) -> HttpResponse | None:
        """Say what looks wrong, and go where that is settled, or where the pressed button leads; null goes the stock way."""
        left = settling.open_of(figure)
        if left:
            self._tell_open(request, figure, len(left))
        if ANOTHER in request.POST:
            address = reverse("admin:tracker_figure_add", query={"from": figure.pk})
        elif "_continue" in request.POST:
            return None
        elif "desk" in request.GET:
            address = reverse("admin:desk", args=[figure.document_id])
        elif left:
            address = reverse("admin:tracker_figure_change", args=[figure.pk])
        else:
            return None
        messages.success(request, format_html("{} was {}.", _linked(figure), done))
        return HttpResponseRedirect(address)

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
            return self._onward(request, outcome, "changed successfully") or super().response_change(request, obj)
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


def _linked(figure: Figure) -> Any:
    address = reverse("admin:tracker_figure_change", args=[figure.pk])
    return format_html('<a href="{}">“{}” (figure {})</a>', address, str(figure), figure.pk)
