"""Acting on several figures: each sentence is shown first, the person ticks, and each figure is written by itself."""

from dataclasses import dataclass
from typing import Final

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from tracker import review
from tracker.admin import facts
from tracker.admin.acts import DEEDS, Deed
from tracker.admin.passages import Piece, quoted
from tracker.admin.queues import READING_ORDER
from tracker.admin.recorded import person
from tracker.admin.values import name_of
from tracker.admin.verifying import Doubt, doubts_about, obstacle, with_references
from tracker.models import Figure
from tracker.wording import label

AT_ONCE: Final = 50
"""How many figures one page shows: nobody compares more with their sentences in one sitting."""
VERBS: Final = {"verify": ("Verify", "verified"), "publish": ("Publish", "published")}


@dataclass(frozen=True, slots=True)
class Item:
    """One figure as the page shows it; `against` says why it is skipped, null where it can be ticked."""

    figure: Figure
    name: str
    pieces: list[Piece]
    facts: list[str]
    against: str | None
    doubts: list[Doubt]


def in_bulk(site: admin.AdminSite, request: HttpRequest, figures: QuerySet[Figure], name: str) -> HttpResponse | None:
    """Show the chosen figures, or act on those that were ticked and confirmed; null goes back to the list."""
    deed = DEEDS[name]
    if "confirmed" not in request.POST:
        return _page(site, request, figures, deed)
    _act(request, figures, deed)
    return None


def _page(site: admin.AdminSite, request: HttpRequest, figures: QuerySet[Figure], deed: Deed) -> HttpResponse:
    order = READING_ORDER if deed.name == "verify" else ("pk",)
    rows = list(with_references(figures).order_by(*order)[: AT_ONCE + 1])
    items = [_item(figure, deed, person(request)) for figure in rows[:AT_ONCE]]
    verb = VERBS[deed.name][0]
    context = {
        **site.each_context(request),
        "title": f"{verb} several figures",
        "opts": Figure._meta,
        "deed": deed,
        "verb": verb,
        "done": VERBS[deed.name][1],
        "open": [item for item in items if item.against is None],
        "skipped": [item for item in items if item.against is not None],
        "more": len(rows) > AT_ONCE,
        "at_once": AT_ONCE,
        "checkbox": ACTION_CHECKBOX_NAME,
    }
    return TemplateResponse(request, "admin/tracker/bulk.html", context)


def _item(figure: Figure, deed: Deed, user: User) -> Item:
    parts = [
        f"{label(figure.indicator)}: {facts.number(figure)}",
        label(figure.group) or figure.group_text,
        figure.place.name,
        facts.period(figure),
        label(figure.accumulation),
        facts.claimant(figure),
        f"entered by {facts.person_name(figure.entered_by)}",
    ]
    doubts = doubts_about(figure)
    against = _against(figure, deed, user, doubts)
    return Item(figure, str(figure), quoted(figure), [part for part in parts if part], against, doubts)


def _against(figure: Figure, deed: Deed, user: User, doubts: list[Doubt]) -> str | None:
    """Return why the figure is skipped; review decides all the same when the others are confirmed."""
    if deed.name == "verify":
        return obstacle(figure, user, doubts)
    if not deed.is_open(figure):
        return f"A {figure.status} figure cannot be published: only one that is draft can."
    standing = [doubt for doubt in doubts if not doubt.overridden]
    return " ".join([LOOKS_WRONG, *(doubt.words for doubt in standing)]) if standing else None


LOOKS_WRONG: Final = "Something looks wrong: correct it, or say why it stands nevertheless."


def _act(request: HttpRequest, figures: QuerySet[Figure], deed: Deed) -> None:
    """Act on each as the version that was shown; tell what was done, and by name with the reason what was not."""
    by, verb = person(request), VERBS[deed.name][1]
    done = []
    for figure in figures.order_by("pk"):
        seen = request.POST.get(f"version-{figure.pk}", "")
        try:
            deed.do(
                by=by,
                at=timezone.now(),
                figure=figure,
                version=int(seen) if seen.isdecimal() else None,
                **_confirmed(request, figure, deed),
            )
        except review.Refused as refused:
            messages.warning(request, f"Not {verb}: {named(figure)}. {refused}")
        else:
            done.append(named(figure))
    if done:
        messages.success(request, f"{len(done)} {verb}: {'; '.join(done)}.")


def _confirmed(request: HttpRequest, figure: Figure, deed: Deed) -> dict[str, bool]:
    """Return whether the person confirmed the reason for which the figure's warnings were set aside."""
    return {"confirm_override": f"confirm-{figure.pk}" in request.POST} if deed.name == "verify" else {}


def named(figure: Figure) -> str:
    """Return a figure's name and number: "At least 40 killed (figure 7)"."""
    return name_of(figure)
