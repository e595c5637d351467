"""Two texts side by side, for whoever decides whether one is a copy of the other."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from tracker.admin.recorded import person
from tracker.ingest.likeness import Stretch, Words, stretches
from tracker.ingest.near_copies import Alike, decide, near_copies
from tracker.models import Document

SHOWN: Final = 12_000
"""How many characters of each text are shown: about four pages."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A stored document beside the text in question, each in stretches, and what was chosen before an error, if anything."""

    alike: Alike
    this: list[Stretch]
    other: list[Stretch]
    chosen: str


def pairs(text: str, found: Iterable[Alike], *, request: HttpRequest) -> list[Pair]:
    """Return each document that shares much with a text, laid beside it."""
    words = Words(text)
    return [_pair(words, alike, request.POST.get(field(alike.document), "")) for alike in found]


def field(document: Document) -> str:
    """Return the name of the form's field that decides about a document."""
    return f"copy-{document.pk}"


def decide_as_asked(request: HttpRequest, document: Document) -> None:
    """Keep what the form says of each near copy of a document that is stored just now."""
    for alike in near_copies(document.text, of=document):
        answer = request.POST.get(field(alike.document))
        if answer in {"copy", "other"}:
            decide(
                by=person(request),
                at=timezone.now(),
                document=document,
                original=alike.document,
                is_copy=answer == "copy",
            )


def copies(request: HttpRequest, admin: Any, pk: int) -> HttpResponse:
    """Show a stored document beside those that share text with it, and take decisions."""
    document = get_object_or_404(Document, pk=pk)
    if not admin.has_view_permission(request, document):
        raise PermissionDenied
    may_decide = admin.has_change_permission(request, document)
    if request.method == "POST":
        if not may_decide:
            raise PermissionDenied
        _take(request, document)
        return HttpResponseRedirect(reverse("admin:tracker_document_copies", args=[pk]))
    found = near_copies(document.text, of=document)
    context = {**admin.admin_site.each_context(request), "title": "Near copies", "opts": admin.opts, "document": document}
    context |= {"pairs": pairs(document.text, found, request=request), "may_decide": may_decide}
    return TemplateResponse(request, "admin/tracker/document/copies.html", context)


def _take(request: HttpRequest, document: Document) -> None:
    """Keep one decision; one that names no such document is none."""
    number, answer = request.POST.get("other", ""), request.POST.get("decision")
    other = Document.objects.filter(pk=number).exclude(pk=document.pk).first() if number.isdecimal() else None
    if other is None or answer not in {"copy", "original", "other"}:
        return
    copy, original = (other, document) if answer == "original" else (document, other)
    decide(by=person(request), at=timezone.now(), document=copy, original=original, is_copy=answer != "other")


def _pair(words: Words, alike: Alike, chosen: str) -> Pair:
    other = Words(alike.document.text)
    return Pair(alike, _shown(stretches(words, other)), _shown(stretches(other, words)), chosen)


def _shown(found: list[Stretch]) -> list[Stretch]:
    """Return the stretches as far as they are shown."""
    kept, room = [], SHOWN
    for stretch in found:
        if room <= 0:
            kept.append(Stretch(" …", shared=True))
            break
        kept.append(Stretch(stretch.text[:room], stretch.shared))
        room -= len(stretch.text)
    return kept
