"""What the desk's page shows: the marked text, the current proposal, and every proposal with what became of it."""

from dataclasses import dataclass
from typing import Any, Final

from django.contrib import admin
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from tracker import review
from tracker.admin import facts, queues
from tracker.admin.act_pages import verifying_address
from tracker.admin.copies import copies_of
from tracker.admin.desk.form import DeskForm, form_for, in_fieldsets, typed_anew
from tracker.admin.desk.marked import marked
from tracker.admin.recorded import person
from tracker.admin.warned import warned
from tracker.models import DeskHold, Document, Figure, Proposal
from tracker.review.proposals import total_of
from tracker.review.reading import as_read, known
from tracker.vocabulary import ProposalOutcome, RejectReason, Status
from tracker.wording import counted, label

LETTERS: Final = [(reason, label(reason)) for reason in RejectReason]


@dataclass(frozen=True, slots=True)
class Row:
    """One proposal in the list: what was read, what became of it, by whom, and whether that can be taken back."""

    proposal: Proposal
    words: str
    place: str
    outcome: str
    by: str
    figure: Figure | None
    reason: str
    can_undo: bool


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was refused, and the form with everything that was typed, where something was."""

    words: str
    form: DeskForm | None = None


def rows_of(document: Document) -> list[Proposal]:
    """Return the document's proposals as its reader meets them: those that wait, and those that somebody decided about."""
    waiting = set(review.waiting().filter(document=document).values_list("pk", flat=True))
    rows = document.proposals.exclude(outcome=ProposalOutcome.OBSOLETE).select_related("decided_by", "figure__place")
    rows = rows.order_by("number_start", "number_end", "pk")
    return [row for row in rows if row.pk in waiting or row.outcome != ProposalOutcome.PENDING]


def entered_by_hand(document: Document) -> list[Figure]:
    """Return the document's figures that no proposal was accepted for: they stand for what was read at their numbers."""
    figures = document.figures.filter(proposal=None).exclude(status=Status.DISCARDED)
    return list(figures.select_related("place", "entered_by").order_by("number_start", "pk"))


def current_of(rows: list[Proposal], asked: str) -> Proposal | None:
    """Return the proposal that is asked for, or else the first that waits, or else none."""
    chosen = next((row for row in rows if asked.isdecimal() and row.pk == int(asked)), None)
    return chosen or next((row for row in rows if row.outcome == ProposalOutcome.PENDING), None)


def held(request: HttpRequest, document: Document) -> DeskHold | None:
    """Take the document for whoever may review it; return who holds it, null for one who only looks."""
    user = person(request)
    if user.has_perm("tracker.add_figure"):
        return review.hold(by=user, at=timezone.now(), document=document)
    return DeskHold.objects.filter(document=document, until__gt=timezone.now()).select_related("holder").first()


def desk_page(
    request: HttpRequest, document: Document, asked: str, hold: DeskHold | None, refusal: Refusal | None = None
) -> HttpResponse:
    """Return the desk's page; 409 where something was refused."""
    rows = rows_of(document)
    entered = entered_by_hand(document)
    current = current_of(rows, asked)
    user = person(request)
    waiting = [row for row in rows if row.outcome == ProposalOutcome.PENDING]
    context = {
        **admin.site.each_context(request),
        "title": f"Review: {document}",
        "opts": Document._meta,
        "document": document,
        "here": reverse("admin:desk", args=[document.pk]),  # not the page's own address, where something was refused
        "pieces": marked(document.text, rows, current, entered),
        "rows": [_row(row, user) for row in rows],
        "entered": [(figure, str(figure), facts.person_name(figure.entered_by)) for figure in entered],
        "current": current,
        "waiting": len(waiting),
        "last": _last(rows, user),
        "drafts": document.figures.filter(status=Status.DRAFT).count(),
        "to_verify": _to_verify(document, user),
        "copies": copies_of(document),
        "hold": hold,
        "mine": hold is not None and hold.holder_id == user.pk,
        "may_act": user.has_perm("tracker.add_figure"),
        "refusal": refusal.words if refusal else "",
        **_lost(request, document, current, refusal),
        "reasons": LETTERS,
        **_neighbours(rows, current),
        **(_current(request, document, current, refusal) if current else {}),
    }
    return TemplateResponse(request, "admin/desk/desk.html", context, status=409 if refusal and refusal.words else 200)


def _current(request: HttpRequest, document: Document, current: Proposal, refusal: Refusal | None) -> dict[str, Any]:
    """Return what is shown of the current proposal: its form while it waits, what it became afterwards."""
    current.document = document
    if current.figure is not None:
        current.figure.document = document
        return {"facts": facts.figure_facts(current.figure)}
    read = as_read(current, document.text, known(), total=total_of(current))
    if current.outcome != ProposalOutcome.PENDING or not request.user.has_perm("tracker.add_figure"):
        return {"facts": _as_read(current, read.figure(current))}
    form = _typed(refusal, current) or form_for(request, current, read)
    figure: Any = form.instance if form.is_bound else read.figure(current)
    return {
        "form": form,
        "adminform": in_fieldsets(form),
        "media": form.media,
        "missing": read.missing,
        "warned": warned(figure),
        "typed": request.POST if form.is_bound else {},
        "confidence": current.reading.get("confidence"),
    }


def _typed(refusal: Refusal | None, current: Proposal | None) -> DeskForm | None:
    """Return the form with what was typed about the current proposal; null where that was another one, or waits no more."""
    form = refusal and refusal.form
    waits = current is not None and current.outcome == ProposalOutcome.PENDING
    return form if form and waits and current == form.proposal else None


def _lost(request: HttpRequest, document: Document, current: Proposal | None, refusal: Refusal | None) -> dict[str, Any]:
    """Return what somebody typed about a proposal on which somebody else decided meanwhile, or that was read anew."""
    if refusal is None or refusal.form is None or _typed(refusal, current):
        return {"lost": []}
    proposal = refusal.form.proposal
    read = as_read(proposal, document.text, known(), total=None)
    return {"lost": typed_anew(refusal.form, form_for(request, proposal, read)), "refused": proposal}


def _as_read(proposal: Proposal, figure: Figure) -> list[tuple[str, str]]:
    """Return what was read, in words, for whoever only looks at it."""
    found = [
        ("Counts", f"{label(figure.indicator)}: {counted(figure.group, figure.unit, figure.group_text)}"),
        ("Number", facts.number(figure)),
        ("Low, best, high", facts.bounds(figure)),
        ("Adds up", label(figure.accumulation)),
        ("Happened", facts.period(figure)),
        ("Place", proposal.reading.get("place") or ""),
        ("Claimant", figure.attribution_text),
    ]
    return [(name, value) for name, value in found if value]


def _row(proposal: Proposal, user: User) -> Row:
    figure = proposal.figure
    reason = label(proposal.rejected_as)
    free = f"{reason}: {proposal.reject_reason}" if proposal.reject_reason else reason
    draft = figure is None or figure.status == Status.DRAFT
    decided = proposal.outcome != ProposalOutcome.PENDING
    return Row(
        proposal,
        str(proposal),
        proposal.reading.get("place") or "no place read",
        label(proposal.outcome) if decided else "Waits",
        facts.person_name(proposal.decided_by),
        figure,
        free,
        decided and draft and user.has_perm("tracker.add_figure"),
    )


def _to_verify(document: Document, user: User) -> tuple[int, str]:
    """Return how many of the document's figures the person may verify, and where that begins."""
    if not user.has_perm("tracker.verify_figure"):
        return 0, ""
    figures = list(queues.to_verify(user).filter(document=document).order_by(*queues.READING_ORDER).only("pk"))
    return len(figures), verifying_address(figures[0]) if figures else ""


def _last(rows: list[Proposal], user: User) -> int | None:
    """Return what the person decided last and can take back: what the key "u" undoes."""
    own = [row for row in rows if row.decided_by_id == user.pk and row.decided_at is not None]
    open_ = [row for row in own if row.figure is None or row.figure.status == Status.DRAFT]
    return max(open_, key=lambda row: (row.decided_at, row.pk)).pk if open_ else None


def _neighbours(rows: list[Proposal], current: Proposal | None) -> dict[str, Any]:
    """Return where previous, next and skip lead: the rows on either side, and the next row that waits."""
    if current is None:
        return {}
    i = next(i for i, row in enumerate(rows) if row.pk == current.pk)
    later = [row for row in (*rows[i + 1 :], *rows[:i]) if row.outcome == ProposalOutcome.PENDING]
    return {
        "position": i + 1,
        "previous": rows[i - 1].pk if i else None,
        "next": rows[i + 1].pk if i + 1 < len(rows) else None,
        "skip": later[0].pk if later else None,
    }


def address(document: int, proposal: int | None = None) -> str:
    """Return the address of a document's desk, at one of its proposals."""
    query = {"at": proposal} if proposal else None
    return reverse("admin:desk", args=[document], query=query)
