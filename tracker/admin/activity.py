"""Who did what, from the append-only history: figures, proposals, documents and reference data in one list, filterable."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from django.contrib import admin
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.dateparse import parse_datetime

from tracker.admin.document_names import document_names
from tracker.admin.history import figure_activity
from tracker.admin.proposal_sentences import proposal_activity
from tracker.admin.sentences import Sentence, row_sentences
from tracker.admin.values import name_of, names_of, references
from tracker.models import Document, Figure, Place, PlacePeriod, Source

AT_ONCE: Final = 50
KINDS: Final = {
    "figures": "Figures",
    "proposals": "Proposals",
    "documents": "Documents",
    "places": "Places and sources",
}
TABLES: Final[dict[str, tuple[type[models.Model], ...]]] = {
    "documents": (Document,),
    "places": (Place, PlacePeriod, Source),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to see: whose acts (null for everybody's), of which kind ("" for all), from and to which day.

    Days are UTC, as the times that are shown; null is open. `before` is where the last page ended.
    """

    by: User | None
    kind: str
    first: date | None
    last: date | None
    before: datetime | None

    @property
    def until(self) -> datetime | None:
        """The moment before which acts are shown: null for no such moment."""
        ends = [self.before, _midnight(self.last + timedelta(days=1)) if self.last else None]
        return min((end for end in ends if end is not None), default=None)


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence with what it is about: its name and where it is."""

    sentence: Sentence
    name: str
    address: str


def activity(request: HttpRequest) -> HttpResponse:
    """Show the newest acts, by person, kind and days, and the way to older ones."""
    if not request.user.has_perm("tracker.view_figure"):
        raise PermissionDenied
    asked = asked_for(request)
    told = acts(asked)
    context = {
        **admin.site.each_context(request),
        "title": "Activity",
        "told": told,
        "asked": asked,
        "people": User.objects.filter(is_staff=True).order_by("username"),
        "kinds": KINDS,
        "older": _older(asked, told),
    }
    return TemplateResponse(request, "admin/activity.html", context)


def asked_for(request: HttpRequest) -> Asked:
    """Return what the address asks for; what makes no sense asks for everything."""
    by, kind = request.GET.get("by", ""), request.GET.get("kind", "")
    try:
        before = parse_datetime(request.GET.get("before", ""))
    except ValueError:
        before = None
    person = User.objects.filter(pk=by).first() if by.isdecimal() else None
    aware = before if before is not None and before.tzinfo else None
    return Asked(person, kind if kind in KINDS else "", _day(request, "from"), _day(request, "to"), aware)


def acts(asked: Asked) -> list[Told]:
    """Return the newest acts, newest first. The number of queries does not grow with them."""
    sources: dict[str, Callable[[], Iterable[Told]]] = {
        "proposals": lambda: _of_proposals(asked),
        "figures": lambda: _of_figures(asked),
        "documents": lambda: _of_rows(TABLES["documents"], asked),
        "places": lambda: _of_rows(TABLES["places"], asked),
    }
    told = [one for kind, find in sources.items() if asked.kind in {"", kind} for one in find()]
    if asked.first:
        told = [one for one in told if one.sentence.at >= _midnight(asked.first)]
    return sorted(told, key=lambda one: one.sentence.at, reverse=True)[:AT_ONCE]


def _of_figures(asked: Asked) -> Iterable[Told]:
    sentences = figure_activity(AT_ONCE, by=asked.by, before=asked.until)
    figures = Figure.objects.select_related("place").in_bulk({s.figure for s in sentences if s.figure is not None})
    for sentence in sentences:
        figure = figures.get(sentence.figure or 0)
        if figure is not None:
            yield Told(
                sentence, f"{name_of(figure)}, {figure.place}", reverse("admin:tracker_figure_history", args=[figure.pk])
            )


def _of_proposals(asked: Asked) -> Iterable[Told]:
    decided = proposal_activity(AT_ONCE, by=asked.by, before=asked.until)
    names = document_names(proposal.document_id for _sentence, proposal in decided)
    for sentence, proposal in decided:
        address = reverse("admin:desk", args=[proposal.document_id], query={"at": proposal.pk})
        yield Told(sentence, f"{proposal.reported_text} ({names[proposal.document_id]})", address)


def _of_rows(tables: Sequence[type[models.Model]], asked: Asked) -> Iterable[Told]:
    for table in tables:
        events: Any = table.pgh_event_model  # type: ignore[attr-defined]  # added by pghistory
        new = list(_filtered(events.objects, asked).order_by("-pgh_id").values()[:AT_ONCE])
        wanted = Q(pk__in=[])
        for version in new:
            wanted |= Q(pgh_obj=version["id"], version=version["version"] - 1)
        before = {(row["id"], row["version"] + 1): row for row in events.objects.filter(wanted).values()}
        names = names_of(references(table, [*new, *before.values()]) | _signers(new))
        called = _called(table, {version["id"] for version in new})
        for version in new:
            old = before.get((version["id"], version["version"]))
            sentence = row_sentences(table, [old, version] if old else [version], names)[-1]
            address = reverse(f"admin:tracker_{table._meta.model_name}_history", args=[version["id"]])
            yield Told(sentence, called[version["id"]], address)


def _called(table: type[models.Model], keys: set[int]) -> dict[int, str]:
    """Return what rows are called, in one query; documents without their texts."""
    if table is Document:
        return document_names(keys)
    return {row.pk: name_of(row) for row in table._default_manager.filter(pk__in=keys)}


def _filtered(events: Any, asked: Asked) -> Any:
    found = events.filter(changed_by__isnull=False)
    found = found.filter(changed_by=asked.by) if asked.by else found
    return found.filter(changed_at__lt=asked.until) if asked.until else found


def _day(request: HttpRequest, name: str) -> date | None:
    try:
        found = date.fromisoformat(request.GET.get(name, ""))
    except ValueError:
        return None
    return found if found < date.max else None  # behind that one there is no midnight


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)


def _signers(rows: Iterable[dict[str, Any]]) -> set[tuple[type[models.Model], int]]:
    return {(User, row["changed_by_id"]) for row in rows}


def _older(asked: Asked, told: Sequence[Told]) -> str:
    """Return the address of what happened before; "" where nothing did."""
    if len(told) < AT_ONCE:
        return ""
    query = {"by": asked.by.pk if asked.by else "", "kind": asked.kind, "from": asked.first, "to": asked.last}
    query["before"] = told[-1].sentence.at.isoformat()
    return reverse("admin:activity", query={name: value for name, value in query.items() if value})
