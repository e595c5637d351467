"""The page where a report is given, and what becomes of it there."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models.functions import Left
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from tracker.admin.incoming.form import IncomingForm
from tracker.admin.recorded import person
from tracker.ingest.incoming import StoredAlready, receive
from tracker.models import Document, IncomingReport


def give(request: HttpRequest, admin: Any) -> HttpResponse:
    """Take a report in, and go on to the page where what is known of it is confirmed; or say what is wrong."""
    if not admin.has_add_permission(request):
        raise PermissionDenied
    form = IncomingForm(request.POST, request.FILES) if request.method == "POST" else IncomingForm()
    if form.is_valid():
        try:
            report = receive(form.reading, by=person(request), at=timezone.now(), name=form.name)
        except StoredAlready as stored:
            form.add_error(None, _already(stored.document))
        else:
            return HttpResponseRedirect(reverse("admin:tracker_document_confirm", args=[report.pk]))
    context = {**admin.admin_site.each_context(request), "title": "Add a document", "opts": admin.opts, "form": form}
    context["waiting"] = waiting(request)
    return TemplateResponse(request, "admin/tracker/document/add.html", context)


def waiting(request: HttpRequest) -> Any:
    """Return the reports that this person gave and has not confirmed yet, the oldest first, without their texts."""
    own = IncomingReport.objects.filter(given_by=person(request)).order_by("given_at", "pk")
    return own.defer("text").annotate(beginning=Left("text", 100))


def _already(document: Document) -> str:
    address = reverse("admin:tracker_document_change", args=[document.pk])
    words = "This report is stored already, word for word, so nothing was added: {}."
    return format_html(words, format_html('<a href="{}">document {}, {}</a>', address, document.pk, document))
