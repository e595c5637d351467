"""How far a document is read: as JSON for its page, and starting it again."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from tracker.jobs.progress import progress_of
from tracker.jobs.queue import enqueue
from tracker.models import Document


def reading(request: HttpRequest, admin: Any, pk: int) -> HttpResponse:
    """Say how far a document is read; asked by POST, have it read (again)."""
    document = get_object_or_404(Document, pk=pk)
    if not admin.has_view_permission(request, document):
        raise PermissionDenied
    if request.method != "POST":
        return JsonResponse(progress_of(document).as_json())
    if not admin.has_change_permission(request, document):
        raise PermissionDenied
    if not enqueue(document):
        messages.info(request, "It waits to be read, or is being read, already.")
    return HttpResponseRedirect(reverse("admin:tracker_document_change", args=[pk]))
