"""Warnings about a figure on its own page: what looks wrong, and the ways to settle it."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from tracker import review
from tracker.admin.entering.described import described
from tracker.admin.recorded import person
from tracker.models import Figure
from tracker.vocabulary import ConsistencyWarning, Status

SAME, OTHER = "same", "other"
OPEN_TO_SETTLING = frozenset({Status.DRAFT, Status.PROVISIONAL})


@dataclass(frozen=True, slots=True)
class Pair:
    """A figure that may report the same count, with why it looks so."""

    figure: Figure
    words: str
    described: str


@dataclass(frozen=True, slots=True)
class Open:
    """What is not settled yet: warnings that need a reason, and pairs that need a decision."""

    warnings: tuple[review.FigureWarning, ...]
    pairs: tuple[Pair, ...]

    @property
    def codes(self) -> set[str]:
        """Return the codes of what needs a reason."""
        return {warning.code for warning in self.warnings}

    def __len__(self) -> int:
        """Return how many things are open."""
        return len(self.warnings) + len(self.pairs)


def urls(site: AdminSite) -> list[URLPattern]:
    """Return the address to which a figure's page sends the decisions."""
    return [path("<int:pk>/warnings/", site.admin_view(require_POST(settle)), name="tracker_figure_warnings")]


def open_of(figure: Figure) -> Open:
    """Return the figure's open warnings; none for one that is verified or retracted, whose warnings go with a correction."""
    if figure.status not in OPEN_TO_SETTLING:
        return Open((), ())
    found = [warning for warning in review.warnings_of(figure) if warning.code not in figure.overridden]
    repeats = {w.figures[0]: w.words for w in found if w.code == ConsistencyWarning.LIKELY_REPEAT and w.figures}
    others = Figure.objects.filter(pk__in=repeats).select_related("place").order_by("pk")
    return Open(
        tuple(warning for warning in found if warning.code != ConsistencyWarning.LIKELY_REPEAT),
        tuple(Pair(other, repeats[other.pk], described(other)) for other in others),
    )


def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Store what was decided on pairs, and override the rest with the reason; all of it or nothing."""
    figure = get_object_or_404(Figure, pk=pk)
    if not request.user.has_perm("tracker.change_figure"):
        raise PermissionDenied
    try:
        with transaction.atomic():
            done = _decide(request, figure)
    except review.Refused as refused:
        messages.error(request, str(refused))
    else:
        if done:
            messages.success(request, " ".join(done))
        else:
            messages.warning(
                request, "Nothing was decided: choose for each pair, or say why the figure stands all the same."
            )
    return HttpResponseRedirect(reverse("admin:tracker_figure_change", args=[pk]))


def _decide(request: HttpRequest, figure: Figure) -> list[str]:
    left = open_of(figure)
    who: dict[str, Any] = {"by": person(request), "at": timezone.now(), "figure": figure}
    chosen = {pair.figure: request.POST.get(f"pair-{pair.figure.pk}", "") for pair in left.pairs}
    reason, why = (request.POST.get(name, "").strip() for name in ("reason", "pair_reason"))
    done = []
    for other in (other for other, choice in chosen.items() if choice == OTHER):
        review.not_a_repeat(**who, other=other, reason=why)
        done.append(f"Remembered: not the same count as figure {other.pk}.")
    heads = {other.repeat_of or other for other, choice in chosen.items() if choice == SAME}
    if len(heads) > 1:
        raise review.Refused("A figure repeats one count: choose “same count” once, for the head of the count.")
    version = _version(request)
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
