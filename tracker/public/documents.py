"""The page of a document: what is known of it, and the sentences that figures were read in."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tracker.published.documents import public_document


@require_safe
def document(request: HttpRequest, document_id: int) -> HttpResponse:
    """Show a document that has public figures: quoted sentences only, and of a confidential one nothing."""
    found = public_document(document_id)
    if found is None:
        raise Http404(_("There is no public document %(number)s.") % {"number": document_id})
    return render(request, "document.html", {"document": found, "about": found.about})
