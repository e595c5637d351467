"""The parts of a document's admin that take documents in."""

from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST
from procrastinate.contrib.django.admin import ProcrastinateJobAdmin
from procrastinate.contrib.django.models import ProcrastinateJob

from tracker.admin.copies import copies_of
from tracker.admin.incoming import comparing, giving, reading
from tracker.admin.recorded import RecordedAdmin, person
from tracker.ingest import incoming
from tracker.ingest.near_copies import near_copies
from tracker.jobs.progress import progress_of
from tracker.jobs.queue import enqueue
from tracker.models import Document, IncomingReport
from tracker.review.errors import Refused
from tracker.review.relations import GONE

# The queue has no pages of its own: a document's page says how it stands. The import registered the stock ones.
if isinstance(admin.site.get_model_admin(ProcrastinateJob), ProcrastinateJobAdmin):
    admin.site.unregister(ProcrastinateJob)


class TakingIn(RecordedAdmin):
    """A report is given on one page and confirmed on the next: only then it is stored, and read for figures."""

    def get_urls(self) -> list[URLPattern]:
        """Add the pages of documents on their way in, of reading, and of near copies."""
        views: list[tuple[str, str, Any]] = [
            ("incoming/<int:pk>/", "confirm", self.confirm_view),
            ("incoming/<int:pk>/discard/", "discard", require_POST(self.discard_view)),
            ("<int:pk>/reading/", "reading", partial(reading.reading, admin=self)),
            ("<int:pk>/copies/", "copies", partial(comparing.copies, admin=self)),
        ]
        pages = [path(at, self.admin_site.admin_view(view), name=f"tracker_document_{name}") for at, name, view in views]
        return [*pages, *super().get_urls()]

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """Ask for the report."""
        return giving.give(request, self)

    def confirm_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask what is known of a report, beginning with what it says of itself; then store it."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        report = get_object_or_404(IncomingReport, pk=pk, given_by=person(request))
        request.report = report  # type: ignore[attr-defined]
        return self.changeform_view(request, None, "", {"title": "Confirm what is known of it", "report": report})

    def discard_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Forget a report on its way in."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        report = get_object_or_404(IncomingReport, pk=pk, given_by=person(request))
        report.delete()
        messages.success(request, f"Discarded: {report}. Nothing of it is kept.")
        return HttpResponseRedirect(reverse("admin:tracker_document_add"))

    def get_changeform_initial_data(self, request: Any) -> dict[str, Any]:
        """Begin with what the report says of itself."""
        return (
            incoming.proposed(request.report) if hasattr(request, "report") else super().get_changeform_initial_data(request)
        )

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> HttpResponse:
        """Add what a new report shares with stored documents; how far a stored one is read, and its copies."""
        document, report = kwargs.get("obj"), context.get("report")
        if report is not None:
            context["pairs"] = comparing.pairs(report.text, near_copies(report.text), request=request)
        if document is not None:
            context["reading"] = progress_of(document)
            context["copies"] = copies_of(document)
        return super().render_change_form(request, context, *args, **kwargs)

    def store_new(self, request: Any, document: Document, values: dict[str, Any]) -> None:
        """Store the report as a document, queue it to be read, and keep what was decided about its near copies."""
        try:
            stored = incoming.store(by=person(request), at=timezone.now(), report=request.report, values=values)
        except incoming.StoredAlready as already:
            raise Refused(str(already)) from already
        document.pk = stored.pk
        enqueue(stored)
        comparing.decide_as_asked(request, stored)

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        """Have a document read again whose day of publication was changed: days such as “Monday” were read with it."""
        super().save_related(request, form, formsets, change)
        document = form.instance
        if not change or "published_earliest" not in form.changed_data or not document.extractions.exists():
            return
        enqueue(document, changed=True)
        kept = document.figures.exclude(status__in=GONE).count()
        figures = (
            ""
            if not kept
            else f" Dates of figures stay as they were entered: look at {'it' if kept == 1 else f'all {kept}'}."
        )
        messages.info(
            request, f"The document is read again, as “Monday” and the like depend on when it was published.{figures}"
        )

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: str | None = None) -> HttpResponse:
        """Go on to the stored document, which says how far it is read."""
        messages.success(request, f"Stored as document {obj.pk}.")
        return HttpResponseRedirect(reverse("admin:tracker_document_change", args=[obj.pk]))
