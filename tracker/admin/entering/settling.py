"""Warnings about a figure, while it is typed and on its own page: what looks wrong, and the ways to settle it."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from tracker import review
from tracker.admin.recorded import person
from tracker.admin.warned import NOTHING, Warned, sorted_out
from tracker.models import Figure
from tracker.vocabulary import Status

SAME, OTHER = "same", "other"
REASON, PAIR_REASON, PAIR = "keep_reason", "pair_reason", "pair-"
OPEN_TO_SETTLING = frozenset({Status.DRAFT, Status.PROVISIONAL})


def urls(site: AdminSite) -> list[URLPattern]:
    """Return the address to which a figure's page sends the decisions."""
    return [path("<int:pk>/warnings/", site.admin_view(settle), name="tracker_figure_warnings")]


def open_of(figure: Figure) -> Warned:
    """Return the figure's open warnings; none for one that is verified or retracted, whose warnings go with a correction."""
    if figure.status not in OPEN_TO_SETTLING:
        return NOTHING
    return sorted_out([warning for warning in review.warnings_of(figure) if warning.code not in figure.overridden])


def typed(request: HttpRequest) -> dict[str, str]:
    """Return what was typed and chosen about warnings, under the names of the form's fields."""
    names = [name for name in request.POST if name in {REASON, PAIR_REASON} or name.startswith(PAIR)]
    return {name: request.POST[name] for name in names if request.POST[name].strip()}


def shown(request: HttpRequest, found: Warned) -> dict[str, Any]:
    """Return what the page shows of warnings, with what was typed and chosen about them so far."""
    said = typed(request)
    choices = [(pair, said.get(f"{PAIR}{pair.figure.pk}")) for pair in found.pairs]
    return {"found": found, "choices": choices, "said": said}


def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Store what was decided on pairs, and override the rest with the reason; all of it or nothing.

    A refusal shows the figure's page with what was typed. A GET comes from whoever had to log in again in the middle.
    """
    figure = get_object_or_404(Figure, pk=pk)
    if not request.user.has_perm("tracker.change_figure"):
        raise PermissionDenied
    if request.method == "POST":
        try:
            with transaction.atomic():
                done = decide(request, figure, version=_version(request))
        except review.Refused as refused:
            messages.error(request, str(refused))
            return _page(request, figure)
        if not done:
            messages.warning(
                request, "Nothing was decided: choose for each pair, or say why the figure stands all the same."
            )
            return _page(request, figure)
        messages.success(request, " ".join(done))
    return HttpResponseRedirect(reverse("admin:tracker_figure_change", args=[pk]))


def _page(request: HttpRequest, figure: Figure) -> HttpResponse:
    """Return the figure's page as it is shown on opening it, with what was typed about its warnings."""
    request.method = "GET"
    figures: Any = admin.site.get_model_admin(Figure)
    response: HttpResponse = figures.change_view(request, str(figure.pk))
    return response


def decide(request: HttpRequest, figure: Figure, *, version: int | None) -> list[str]:
    """Store what was chosen for each pair and the reason for the rest; return what was done, in words. Raises Refused."""
    who: dict[str, Any] = {"by": person(request), "at": timezone.now(), "figure": figure}
    chosen = {pair.figure: request.POST.get(f"{PAIR}{pair.figure.pk}", "") for pair in open_of(figure).pairs}
    reason, why = (request.POST.get(name, "").strip() for name in (REASON, PAIR_REASON))
    done = []
    for other in (other for other, choice in chosen.items() if choice == OTHER):
        review.not_a_repeat(**who, other=other, reason=why)
        done.append(f"Remembered: not the same count as figure {other.pk}.")
    heads = {other.repeat_of or other for other, choice in chosen.items() if choice == SAME}
    if len(heads) > 1:
        raise review.Refused("A figure repeats one count: choose “same count” once, for the head of the count.")
    for head in heads:
        why = why or f"the same count as figure {head.pk}"
        review.mark_repeat(**who, head=head, reason=why, version=version, override_reason=reason)
        done.append(f"This figure now repeats figure {head.pk}.")
    still = open_of(Figure.objects.get(pk=figure.pk))
    if reason and still.codes:
        review.override(**who, codes=still.codes, reason=reason, version=None if heads else version)
        done.append("Your reason is stored: whoever verifies the figure confirms it.")
    return done


def _version(request: HttpRequest) -> int | None:
    """Return the version that was shown."""
    version = request.POST.get("version", "")
    return int(version) if version.isdecimal() else None
