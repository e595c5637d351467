"""The page of an act: the sentence in its text, the facts, what stands against it, and a form for each thing to do."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from tracker import review
from tracker.admin import queues
from tracker.admin.acts import DEEDS, Deed, may_do
from tracker.admin.facts import corrections_of, differences, figure_facts
from tracker.admin.passages import passage_of, proposed_passage
from tracker.admin.recorded import person
from tracker.admin.values import name_of
from tracker.admin.verifying import (
    REFERENCES,
    Doubt,
    as_proposed,
    doubts_about,
    obstacle,
    obstacle_to_confirming,
    relatives,
    with_references,
)
from tracker.jobs.queue import enqueue_outdated
from tracker.models import Figure, FigureRevision
from tracker.review.relations import GONE
from tracker.vocabulary import RevisionKind
from tracker.wording import label

Row = Figure | FigureRevision


@dataclass(frozen=True, slots=True)
class Offer:
    """One form of the page: the act, where it is posted, what was typed, and why that was refused, if it was."""

    deed: Deed
    address: str
    typed: str
    refusal: str | None


def act_view(site: AdminSite, model: type[Row], deed: Deed) -> Callable[..., HttpResponse]:
    """Return the view of one act: GET shows what it is about, POST does it or says why not."""

    def view(request: HttpRequest, pk: int) -> HttpResponse:
        row = get_object_or_404(_rows(model), pk=pk)
        if not may_do(deed, row, request.user):
            raise PermissionDenied
        refusal = None
        if request.method == "POST":
            try:
                deed.do(by=person(request), at=timezone.now(), **_asked(request, deed, row))
            except review.Refused as refused:
                refusal = str(refused)
            else:
                return _onward(request, deed, row)
        context = {**site.each_context(request), **_context(request, deed, row, refusal)}
        return TemplateResponse(request, "admin/tracker/act.html", context, status=409 if refusal else 200)

    return view


def _rows(model: type[Row]) -> QuerySet[Any]:
    if model is Figure:
        return with_references(Figure.objects.all())
    return FigureRevision.objects.select_related(
        "proposed_by", "decided_by", "successor", *(f"figure__{name}" for name in REFERENCES)
    )


def _asked(request: HttpRequest, deed: Deed, row: Row) -> dict[str, Any]:
    """Return what the form says, under the names of the review functions."""
    asked: dict[str, Any] = {"reason": request.POST.get("reason", "")}
    if deed.name in {"verify", "apply"}:
        asked["confirm_override"] = "confirm_override" in request.POST
    if isinstance(row, FigureRevision):
        return asked | {"revision": row}
    version = request.POST.get("version", "")
    asked |= {"figure": row, "version": int(version) if version.isdecimal() else 0}
    if deed.successor:
        number = request.POST.get("successor", "")
        asked["successor"] = Figure.objects.filter(pk=number).first() if number.isdecimal() else None
    return asked


def _onward(request: HttpRequest, deed: Deed, row: Row) -> HttpResponse:
    """Say what was done, and go on: to the next of the queue, or back to where the person came from."""
    figure = row if isinstance(row, Figure) else row.figure
    messages.success(request, f"{deed.done}: {figure} (figure {figure.pk}).")
    if deed.name == "discard":
        enqueue_outdated(figure.document)
    queue = request.POST.get("queue")
    if queue not in {"to-verify", "to-check"}:
        return HttpResponseRedirect(_back(row))
    address = _next(queue, row, person(request))
    if address is None:
        messages.info(request, "Nothing more waits for you in this queue.")
    return HttpResponseRedirect(address or reverse("admin:index"))


def _next(queue: str | None, row: Row, user: User) -> str | None:
    """Return the address of what follows in the queue; null when nothing else waits."""
    if queue == "to-verify" and isinstance(row, Figure):
        figure = queues.next_to_verify(user, row)
        return verifying_address(figure) if figure else None
    if queue == "to-check" and isinstance(row, FigureRevision):
        others = queues.to_check(user).exclude(pk=row.pk).order_by("pk")
        revision = others.filter(pk__gt=row.pk).first() or others.first()
        return checking_address(revision) if revision else None
    return None


def verifying_address(figure: Figure) -> str:
    """Return the address of a figure's verifying page, as a step of the person's queue."""
    return reverse("admin:tracker_figure_verify", args=[figure.pk], query={"queue": "to-verify"})


def checking_address(revision: FigureRevision) -> str:
    """Return the address where a revision is checked, as a step of the person's queue."""
    return reverse("admin:tracker_figurerevision_apply", args=[revision.pk], query={"queue": "to-check"})


def _back(row: Model) -> str:
    return reverse(f"admin:tracker_{row._meta.model_name}_change", args=[row.pk])


def _context(request: HttpRequest, deed: Deed, row: Row, refusal: str | None) -> dict[str, Any]:
    figure = row if isinstance(row, Figure) else row.figure
    user, main = person(request), _main(request, deed)
    queue = request.POST.get("queue") or request.GET.get("queue")
    doubts = _doubts(main, row)
    offers = [_offer(request, each, row, refusal if each is deed else None) for each in _with_companions(main, row, user)]
    return {
        "title": f"{TITLES.get(main.name, main.button)}: {figure}",
        "opts": row._meta,
        "row": row,
        "figure": figure,
        "back": _back(row),
        "name": name_of(figure) if isinstance(row, Figure) else f"{label(row.kind)} of figure {figure.pk}",
        "kind": "figure" if isinstance(row, Figure) else label(row.kind).lower(),
        "main": main,
        "offers": offers,
        "against": _obstacle(main, row, user, doubts),
        "doubts": doubts,
        "override_reason": (figure if isinstance(row, Figure) else as_proposed(row)).override_reason,
        "passage": passage_of(figure),
        "proposed": proposed_passage(row) if isinstance(row, FigureRevision) else [],
        "facts": figure_facts(figure),
        "relatives": relatives(figure),
        "proposer": name_of(row.proposed_by) if isinstance(row, FigureRevision) else "",
        "differences": differences(row),
        "corrected": corrections_of(figure) if main.name == "verify" else None,
        "queue": queue,
        "next": _next(queue, row, user),
        "waiting": _waiting(queue, user),
        "here": queues.to_verify(user).filter(document=figure.document_id).count() if queue == "to-verify" else 0,
        "successors": figure.repeats.exclude(status__in=GONE).order_by("pk"),
    }


def _doubts(main: Deed, row: Row) -> list[Doubt]:
    """Return what looks wrong about the figure that the person is asked to verify or confirm."""
    if main.name == "verify" and isinstance(row, Figure):
        return doubts_about(row)
    if main.name == "apply" and isinstance(row, FigureRevision) and row.kind == RevisionKind.CORRECTION:
        return doubts_about(as_proposed(row))
    return []


def _obstacle(main: Deed, row: Row, user: User, doubts: list[Doubt]) -> str | None:
    """Return why the page's own act is not open to this person; it is then not offered, but said."""
    if main.name == "verify" and isinstance(row, Figure):
        return obstacle(row, user, doubts)
    if main.name == "apply" and isinstance(row, FigureRevision):
        return obstacle_to_confirming(row, user, doubts)
    return None


TITLES = {"verify": "Verify", "apply": "Check"}


def _main(request: HttpRequest, deed: Deed) -> Deed:
    """Return the act whose page this is: a refused companion is shown on the page that it was sent from."""
    sent_from = DEEDS.get(request.POST.get("page", ""))
    return sent_from if sent_from and deed.name in sent_from.companions else deed


def _with_companions(main: Deed, row: Row, user: User) -> list[Deed]:
    companions = (DEEDS[name] for name in main.companions)
    return [main, *(deed for deed in companions if deed.is_open(row) and may_do(deed, row, user))]


def _offer(request: HttpRequest, deed: Deed, row: Row, refusal: str | None) -> Offer:
    address = reverse(f"admin:tracker_{row._meta.model_name}_{deed.name}", args=[row.pk])
    return Offer(deed, address, request.POST.get("reason", "") if refusal else "", refusal)


def _waiting(queue: str | None, user: User) -> int:
    match queue:
        case "to-verify":
            return queues.to_verify(user).count()
        case "to-check":
            return queues.to_check(user).count()
        case _:
            return 0
