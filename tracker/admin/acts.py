"""A page for each act on a figure or a revision: what it is about, a reason, and one button."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from tracker import review
from tracker.admin.facts import differences, figure_facts
from tracker.admin.recorded import person
from tracker.models import Figure, FigureRevision
from tracker.review import Act
from tracker.vocabulary import RevisionOutcome, Status


@dataclass(frozen=True, slots=True)
class Deed:
    """One act as the admin offers it."""

    name: str
    button: str
    explained: str
    permission: str
    do: Callable[..., Any]
    is_open: Callable[[Any], bool]
    reason_needed: bool = False
    successor: bool = False


def _may(act: Act) -> Callable[[Figure], bool]:
    return lambda figure: review.may(Status(figure.status), act)


def _pending(revision: FigureRevision) -> bool:
    return revision.outcome == RevisionOutcome.PENDING


FIGURE_ACTS: Final = (
    Deed(
        "publish",
        "Publish as provisional",
        "Readers will see the figure, marked as entered by one person and not yet checked by a second.",
        "publish_figure",
        review.publish,
        _may(Act.PUBLISH),
    ),
    Deed(
        "verify",
        "Verify: I compared it with its source",
        "You confirm that the number, its place, dates and claimant are what the sentence says, not that the claim is true.",
        "verify_figure",
        review.verify,
        _may(Act.VERIFY),
    ),
    Deed(
        "dispute",
        "Mark as disputed",
        "Readers will see that the claim is contested, by whom and why, as you write it.",
        "dispute_figure",
        review.dispute,
        lambda figure: _may(Act.DISPUTE)(figure) and figure.disputed_on is None,
        reason_needed=True,
    ),
    Deed(
        "settle",
        "No longer disputed",
        "The mark goes; the history keeps it.",
        "dispute_figure",
        review.settle,
        lambda figure: _may(Act.SETTLE)(figure) and figure.disputed_on is not None,
        reason_needed=True,
    ),
    Deed(
        "retract",
        "Propose to retract",
        "A second person confirms. The figure then no longer counts; its page stays, struck through, with your reason.",
        "retract_figure",
        review.propose_retraction,
        _may(Act.PROPOSE_RETRACTION),
        reason_needed=True,
        successor=True,
    ),
)

REVISION_ACTS: Final = (
    Deed(
        "apply",
        "Confirm: I checked it",
        "The public figure changes as shown.",
        "verify_figure",
        review.apply_revision,
        _pending,
    ),
    Deed(
        "decline",
        "Decline",
        "The figure stays as it is; whoever proposed this reads your reason.",
        "verify_figure",
        review.decline_revision,
        _pending,
        reason_needed=True,
    ),
)


def open_acts(deeds: Iterable[Deed], row: Any, user: Any) -> list[Deed]:
    """Return the acts that are open to the row as it stands and to the person's roles."""
    return [deed for deed in deeds if deed.is_open(row) and user.has_perm(f"tracker.{deed.permission}")]


def act_view(site: AdminSite, model: type[Model], deed: Deed) -> Callable[..., HttpResponse]:
    """Return the view of one act: GET shows what it is about, POST does it or says why not."""
    kind = model._meta.model_name or ""

    def view(request: HttpRequest, pk: int) -> HttpResponse:
        row = get_object_or_404(model, pk=pk)
        if not request.user.has_perm(f"tracker.{deed.permission}"):
            raise PermissionDenied
        back = reverse(f"admin:tracker_{kind}_change", args=[pk])
        refusal = None
        if request.method == "POST":
            try:
                deed.do(by=person(request), at=timezone.now(), **_asked(request, deed, kind, row))
            except review.Refused as refused:
                refusal = str(refused)
            else:
                messages.success(request, f"Done: {deed.button.lower()}.")
                return HttpResponseRedirect(back)
        return _page(site, request, {"deed": deed, "row": row, "back": back, "refusal": refusal, "opts": model._meta})

    return view


def _asked(request: HttpRequest, deed: Deed, kind: str, row: Model) -> dict[str, Any]:
    """Return what the form says, under the names of the review functions."""
    asked: dict[str, Any] = {
        "figure" if kind == "figure" else "revision": row,
        "reason": request.POST.get("reason", ""),
    }
    if kind == "figure":
        asked["version"] = int(request.POST["version"]) if request.POST.get("version", "").isdigit() else 0
    if deed.successor:
        number = request.POST.get("successor", "")
        asked["successor"] = Figure.objects.filter(pk=number).first() if number.isdigit() else None
    return asked


def _page(site: AdminSite, request: HttpRequest, context: dict[str, Any]) -> TemplateResponse:
    row = context["row"]
    figure = row if isinstance(row, Figure) else row.figure
    start, end = figure.number_start - figure.excerpt_start, figure.number_end - figure.excerpt_start
    parts = {"before": figure.excerpt[:start], "number": figure.excerpt[start:end], "after": figure.excerpt[end:]}
    facts = figure_facts(figure)
    extra = {"figure": figure, "parts": parts, "facts": facts, "title": context["deed"].button}
    extra |= {"typed": request.POST.get("reason", ""), "differences": differences(row)}
    if context["deed"].successor:
        extra["repeats"] = list(figure.repeats.exclude(status=Status.RETRACTED))
    status = 409 if context["refusal"] else 200
    return TemplateResponse(
        request, "admin/tracker/act.html", {**site.each_context(request), **context, **extra}, status=status
    )
