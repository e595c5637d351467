"""The admin's history pages: sentences read from the history tables that triggers fill, with a fixed number of queries."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from tracker.admin.sentences import (
    Sentence,
    figure_sentences,
    not_a_repeat_sentence,
    proposal_sentences,
    row_sentences,
)
from tracker.admin.values import Row, name_of, names_of, references
from tracker.models import Figure, FigureRevision, NotARepeat

if TYPE_CHECKING:
    Base = admin.ModelAdmin[models.Model]
else:
    Base = object

NAMED = {"proposed_by_id": User, "decided_by_id": User, "successor_id": Figure, "first_id": Figure, "second_id": Figure}


class HistoryInSentences(Base):
    """A ModelAdmin whose history page says what people did, instead of what the stock log wrote down."""

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show the history of one row, newest first."""
        row = self.get_object(request, unquote(object_id))
        if row is None:
            raise Http404
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": f"History of {name_of(row)}",
            "row": row,
            "name": name_of(row),
            "opts": self.opts,
            "sentences": history_of(row),
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/tracker/history.html", context)


def history_of(row: models.Model) -> list[Sentence]:
    """Return a row's history as sentences, newest first. At most seven queries, however long it is."""
    events: Any = type(row).pgh_event_model  # type: ignore[attr-defined]  # added by pghistory
    versions = list(events.objects.filter(pgh_obj=row.pk).order_by("version").values())
    if isinstance(row, Figure):
        return _newest_first(_figure_history(row, versions))
    return _newest_first(row_sentences(type(row), versions, names_of(references(type(row), versions))))


def latest_activity(count: int) -> list[Sentence]:
    """Return the newest sentences across all figures, newest first. At most eight queries."""
    return figure_activity(count)


def figure_activity(count: int, *, by: User | None = None, before: datetime | None = None) -> list[Sentence]:
    """Return the newest sentences across all figures, newest first; of one person, and before a moment, where asked for.

    At most eight queries.
    """
    events: Any = Figure.pgh_event_model  # type: ignore[attr-defined]  # added by pghistory
    own = Q(changed_by=by) if by is not None else Q()
    earlier = Q(changed_at__lt=before) if before is not None else Q()
    new = list(events.objects.filter(own & earlier).order_by("-pgh_id").values()[:count])
    revisions = _latest_revisions(count, by=by, before=before)
    wanted = {(version["id"], version["version"] - 1) for version in new}
    wanted |= {(r["figure_id"], r["applied_version"] - 1) for r in revisions if r["applied_version"]}
    asked = reduce(or_, (Q(pgh_obj=figure, version=version) for figure, version in wanted), Q(pk__in=[]))
    stood_before = {(row["id"], row["version"]): row for row in events.objects.filter(asked).values()}
    applied = list(FigureRevision.objects.filter(figure__in=[v["id"] for v in new], applied_version__isnull=False).values())
    figures = {row["id"]: row for row in Figure.objects.filter(pk__in=[r["figure_id"] for r in revisions]).values()}
    named = _named([*revisions, *applied]) | _changed_to(revisions)
    names = names_of(references(Figure, [*new, *stood_before.values()]) | named)
    pairs = [(stood_before.get((version["id"], version["version"] - 1)), version) for version in reversed(new)]
    sentences = figure_sentences(pairs, applied, names)
    for revision in revisions:
        stood = stood_before.get((revision["figure_id"], (revision["applied_version"] or 0) - 1))
        sentences += proposal_sentences(revision, stood or figures[revision["figure_id"]], names)
    told = [s for s in sentences if (before is None or s.at < before) and (by is None or s.who == name_of(by))]
    return _newest_first(told)[:count]


def _latest_revisions(count: int, *, by: User | None, before: datetime | None) -> list[Row]:
    events: Any = FigureRevision.pgh_event_model  # type: ignore[attr-defined]  # added by pghistory
    own = Q(proposed_by=by) | Q(decided_by=by) if by is not None else Q()
    earlier = Q(proposed_at__lt=before) if before is not None else Q()
    newest = events.objects.filter(own & earlier).order_by("-pgh_id").values_list("pgh_obj", flat=True)[:count]
    return list(FigureRevision.objects.filter(pk__in=list(newest)).values())


def _figure_history(figure: Figure, versions: Sequence[Row]) -> list[Sentence]:
    revisions = list(figure.revisions.order_by("pk").values())
    pairs = list(NotARepeat.objects.filter(Q(first=figure) | Q(second=figure)).order_by("pk").values())
    names = names_of(references(Figure, versions) | _named([*revisions, *pairs]) | _changed_to(revisions))
    sentences = figure_sentences(zip([None, *versions], versions, strict=False), revisions, names)
    for revision in revisions:
        before = [v for v in versions if v["changed_at"] <= revision["proposed_at"]] or versions[:1]
        sentences += proposal_sentences(revision, before[-1], names)
    return sentences + [not_a_repeat_sentence(pair, figure.pk, names) for pair in pairs]


def _named(rows: Iterable[Row]) -> set[tuple[type[models.Model], int]]:
    return {(table, row[column]) for row in rows for column, table in NAMED.items() if row.get(column) is not None}


def _changed_to(revisions: Iterable[Row]) -> set[tuple[type[models.Model], int]]:
    """Return which rows the proposed changes refer to."""
    return references(Figure, [revision["changes"] for revision in revisions])


def _newest_first(sentences: list[Sentence]) -> list[Sentence]:
    """Sort by time; what was done at one moment stays in its order, so that a proposal stands below its decision."""
    return sorted(sentences, key=lambda sentence: sentence.at)[::-1]
