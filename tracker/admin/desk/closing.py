"""Several at once: the proposals that raise no warning, and the drafts of a document, each after one look at the list."""

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from tracker import review
from tracker.admin import facts
from tracker.admin.desk import page
from tracker.admin.desk.views import check, next_desk
from tracker.admin.passages import quoted
from tracker.admin.recorded import person
from tracker.models import DeskHold, Document, Figure, Proposal
from tracker.review.together import Done, drafts_of, what_warns
from tracker.wording import label


def together(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the proposals that raise no warning beside those that do, and accept those that are ticked."""
    check(request, "add_figure")
    document = get_object_or_404(Document, pk=pk)
    hold = page.held(request, document)
    if request.method == "POST" and _is_mine(request, hold):
        chosen = [int(number) for number in request.POST.getlist("proposal") if number.isdecimal()]
        done = review.accept_together(by=person(request), at=timezone.now(), document=document, chosen=chosen)
        _tell(request, done, "accepted as drafts")
        return HttpResponseRedirect(page.address(pk))
    context = {**_context(request, document, "Accept together"), "hold": hold, "mine": _is_mine(request, hold)}
    warned = what_warns(document)
    context["plain"] = [_offered(proposal, document.text) for proposal, words in warned.items() if not words]
    context["others"] = [(_offered(proposal, ""), " ".join(words)) for proposal, words in warned.items() if words]
    return TemplateResponse(request, "admin/desk/together.html", context)


def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the document's drafts, publish those that are ticked, and go on to the next document."""
    check(request, "publish_figure")
    document = get_object_or_404(Document, pk=pk)
    if request.method == "POST":
        chosen, reasons = _seen(request), _reasons(request)
        done = review.publish_together(
            by=person(request), at=timezone.now(), document=document, versions=chosen, reasons=reasons
        )
        _tell(request, done, "published as provisional")
        if done.refused:
            return HttpResponseRedirect(reverse("admin:desk_close", args=[pk]))
        review.let_go(by=person(request), at=timezone.now(), document=document)
        return HttpResponseRedirect(next_desk(request, pk))
    context = {
        **_context(request, document, "Publish"),
        "items": [_item(figure) for figure in drafts_of(document)],
        "waiting": review.waiting().filter(document=document).count(),
        "next": next_desk(request, pk),
    }
    return TemplateResponse(request, "admin/desk/close.html", context)


def _context(request: HttpRequest, document: Document, verb: str) -> dict[str, Any]:
    return {**admin.site.each_context(request), "title": f"{verb}: {document}", "document": document}


def _is_mine(request: HttpRequest, hold: DeskHold | None) -> bool:
    return hold is not None and hold.holder_id == person(request).pk


def _seen(request: HttpRequest) -> dict[int, int]:
    """Return the drafts that were ticked, each with the version that was shown."""
    ticked = [number for number in request.POST.getlist("figure") if number.isdecimal()]
    versions = {number: request.POST.get(f"version-{number}", "") for number in ticked}
    return {int(number): int(version) for number, version in versions.items() if version.isdecimal()}


def _reasons(request: HttpRequest) -> dict[int, str]:
    """Return why drafts stand despite their warnings, as far as somebody said it."""
    given = {name.removeprefix("reason-"): str(value) for name, value in request.POST.items() if name.startswith("reason-")}
    return {int(number): reason for number, reason in given.items() if number.isdecimal() and reason.strip()}


def _offered(proposal: Proposal, text: str) -> dict[str, Any]:
    """Return a proposal as the list shows it, with the words around its number."""
    reading = proposal.reading
    name = reading.get("attributed_name")
    parts = [str(proposal), reading.get("place"), reading.get("attributed_to")]
    return {
        "pk": proposal.pk,
        "words": ", ".join(part for part in parts if part) + (f" ({name})" if name else ""),
        "before": text[proposal.start : proposal.number_start],
        "reported_text": proposal.reported_text,
        "behind": text[proposal.number_end : proposal.end],
    }


def _item(figure: Figure) -> dict[str, Any]:
    """Return a draft as the list shows it; what looks wrong keeps it back."""
    standing = [warning.words for warning in review.warnings_of(figure) if warning.code not in figure.overridden]
    parts = [
        f"{label(figure.indicator)}: {facts.number(figure)}",
        label(figure.group) or figure.group_text,
        str(figure.place),
        facts.period(figure),
        label(figure.accumulation),
        facts.claimant(figure),
        f"entered by {facts.person_name(figure.entered_by)}",
    ]
    return {
        "figure": figure,
        "name": str(figure),
        "pieces": quoted(figure),
        "facts": " · ".join(part for part in parts if part),
        "standing": standing,
    }


def _tell(request: HttpRequest, done: Done, what: str) -> None:
    if done.figures:
        messages.success(request, f"{len(done.figures)} {what}: {'; '.join(map(str, done.figures))}.")
    for words in done.refused:
        messages.warning(request, f"Not {what}: {words}")
    if not done.figures and not done.refused:
        messages.warning(request, "Nothing was ticked.")
