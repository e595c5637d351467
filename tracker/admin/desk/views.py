"""The desk's addresses: look, accept or correct, reject, undo, take over; each act leads on to what waits next."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from tracker import review
from tracker.admin.desk import page
from tracker.admin.desk.form import DeskForm, form_for
from tracker.admin.desk.queue import CONTESTED, NEW, SHOWN, next_document, queue
from tracker.admin.entering import new_reference
from tracker.admin.recorded import person
from tracker.jobs.queue import enqueue_outdated
from tracker.models import Document, Figure, Proposal
from tracker.review.proposals import total_of
from tracker.review.reading import as_read, known
from tracker.vocabulary import ProposalOutcome, RejectReason, Status
from tracker.wording import label

View = Callable[..., HttpResponse]


def waiting_documents(request: HttpRequest) -> HttpResponse:
    """Show the documents in which proposals wait, the most urgent first."""
    check(request, "view_proposal")
    documents, count = queue()
    context = {
        **admin.site.each_context(request),
        "title": "Documents to review",
        "documents": documents,
        "count": count,
        "shown": SHOWN,
        "weights": {"new": NEW, "contested": CONTESTED},
        "now": timezone.now(),
    }
    return TemplateResponse(request, "admin/desk/queue.html", context)


def desk(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a document's desk, at the proposal that is asked for or the first that waits."""
    check(request, "view_proposal")
    document = get_object_or_404(Document.objects.select_related("publisher"), pk=pk)
    return page.desk_page(request, document, request.GET.get("at", ""), page.held(request, document))


def acting(act: Callable[[HttpRequest, Proposal], str | page.Refusal]) -> View:
    """Return the view of an act on one proposal: it says what was done and goes on, or shows the desk with the refusal.

    A GET comes from whoever had to log in again in the middle: they find the proposal, and what they had typed.
    """

    @wraps(act)
    def view(request: HttpRequest, pk: int) -> HttpResponse:
        check(request, "view_proposal")
        proposal = get_object_or_404(Proposal.objects.select_related("document__publisher", "figure"), pk=pk)
        if request.method != "POST":
            return HttpResponseRedirect(page.address(proposal.document_id, pk))
        check(request, "add_figure")
        hold = page.held(request, proposal.document)
        if hold is None or hold.holder_id != person(request).pk:
            words = f"{hold.holder if hold else 'Nobody'} is reviewing this document: take it over first."
            outcome: str | page.Refusal = page.Refusal(words, bound(request, proposal))
        else:
            outcome = act(request, proposal)
        if isinstance(outcome, page.Refusal):
            return page.desk_page(request, proposal.document, str(pk), hold, outcome)
        messages.success(request, outcome)
        undone = Proposal.objects.filter(pk=pk, outcome=ProposalOutcome.PENDING).exists()
        return HttpResponseRedirect(page.address(proposal.document_id, pk) if undone else onward(request, proposal))

    return view


def bound(request: HttpRequest, proposal: Proposal) -> DeskForm | None:
    """Return the form with what was typed; null where no form was sent, or the proposal waits no more."""
    if "reported_text" not in request.POST:
        return None
    read = as_read(proposal, proposal.document.text, known(), total=total_of(proposal))
    form = form_for(request, proposal, read, request.POST)
    form.is_valid()
    return form


@acting
def accept(request: HttpRequest, proposal: Proposal) -> str | page.Refusal:
    """Make a draft of the form as it was sent: accepted where nothing differs from what was read, else corrected."""
    form = bound(request, proposal)
    if form is None or form.errors:
        return page.Refusal("" if form else "Nothing was sent.", form)
    try:
        with transaction.atomic():
            figure = _accepted(request, proposal, form)
    except review.Refused as refused:
        return page.Refusal(str(refused), form)
    stored = Proposal.objects.get(pk=proposal.pk)
    what = "repeat" if figure.repeat_of_id else "draft"
    joined = figure.subsets.order_by("pk")
    parts = "".join(f" {part}, figure {part.pk}, is a part of it now." for part in joined)
    return f"{label(stored.outcome)}: {proposal}, as {what} {figure.pk}.{parts}"


def _accepted(request: HttpRequest, proposal: Proposal, form: DeskForm) -> Figure:
    """Store what is new, make the draft, and keep what was decided about likely repeats."""
    by, at, data = person(request), timezone.now(), form.cleaned_data
    values = form.values() | new_reference.stored(data, by=by, at=at)
    if head := _head(request.POST.get("repeat", "")):
        values["repeat_of"] = head
    figure = review.accept(
        by=by,
        at=at,
        proposal=proposal,
        values=values,
        reason=data.get("reason", ""),
        override_reason=request.POST.get("keep_reason", ""),
    )
    for other in Figure.objects.filter(pk__in=[n for n in request.POST.getlist("other") if n.isdecimal()]):
        review.not_a_repeat(by=by, at=at, figure=figure, other=other, reason=request.POST.get("pair_reason", ""))
    return figure


def _head(number: str) -> Figure | None:
    """Return the head of the count that the figure with this number belongs to."""
    figure = Figure.objects.filter(pk=number).select_related("repeat_of").first() if number.isdecimal() else None
    return figure and (figure.repeat_of or figure)


@acting
def reject(request: HttpRequest, proposal: Proposal) -> str | page.Refusal:
    """Keep that the proposal is no figure, and why."""
    code = request.POST.get("rejected_as", "")
    if code not in set(RejectReason):
        return page.Refusal("Choose why it is rejected.")
    why = {"rejected_as": RejectReason(code), "reason": request.POST.get("reject_reason", "")}
    try:
        review.reject(by=person(request), at=timezone.now(), proposal=proposal, **why)  # type: ignore[arg-type]
    except review.Refused as refused:
        return page.Refusal(str(refused))
    return f"Rejected: {proposal}."


@acting
def undo(request: HttpRequest, proposal: Proposal) -> str | page.Refusal:
    """Take the decision back that the person saw."""
    seen = request.POST.get("seen", "")
    try:
        when = datetime.fromisoformat(seen) if seen else None
        review.undo(by=person(request), at=timezone.now(), proposal=proposal, seen=when)
    except (review.Refused, ValueError) as refused:
        return page.Refusal(str(refused))
    again = enqueue_outdated(proposal.document)
    return f"Undone: {proposal} waits again.{' Its document was changed since, and is read again first.' if again else ''}"


@require_POST
def take_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a document from whoever is reviewing it."""
    check(request, "add_figure")
    document = get_object_or_404(Document, pk=pk)
    review.take_over(by=person(request), at=timezone.now(), document=document)
    messages.success(request, "The document is yours now; whoever had it is told when they act.")
    at = request.POST.get("at", "")
    return HttpResponseRedirect(page.address(pk, int(at) if at.isdecimal() else None))


def onward(request: HttpRequest, proposal: Proposal) -> str:
    """Return where to go on: the next proposal that waits, the document's drafts, or the next document."""
    waiting = review.waiting().filter(document=proposal.document_id).order_by("number_start", "number_end", "pk")
    later = waiting.filter(number_start__gte=proposal.number_start).exclude(pk=proposal.pk)
    following = later.first() or waiting.first()
    if following is not None:
        return page.address(proposal.document_id, following.pk)
    if proposal.document.figures.filter(status=Status.DRAFT).exists():
        return reverse("admin:desk_close", args=[proposal.document_id])
    return next_desk(request, proposal.document_id)


def next_desk(request: HttpRequest, after: int) -> str:
    """Return the address of the next document's desk, or of the queue where nothing waits."""
    following = next_document(after, user=person(request).pk)
    return page.address(following) if following else reverse("admin:desk_queue")


def check(request: HttpRequest, permission: str) -> None:
    """Refuse whoever lacks the permission."""
    if not request.user.has_perm(f"tracker.{permission}"):
        raise PermissionDenied
