"""Filters of the curators' lists: labels in words, a count beside each, and what would show nothing left out."""

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.contrib.auth.models import User
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest

from tracker.admin.queues import queues_of, to_check
from tracker.models import FigureRevision
from tracker.vocabulary import RevisionOutcome
from tracker.wording import LABELS


class CountedFilter(admin.ListFilter):
    """Choices that occur among the rows, the commonest first, each with its count: one query, whatever the table holds.

    The stock filters list every choice there is and count each in a column of one statement; PostgreSQL takes 1,664 of them.
    """

    parameter: ClassVar[str]
    column: ClassVar[str]
    naming: ClassVar[str]
    longest: ClassVar[int] = 20

    def __init__(self, request: HttpRequest, params: dict[str, Any], model: Any, model_admin: Any) -> None:
        """Take what was chosen out of the query."""
        super().__init__(request, params, model, model_admin)
        self.request = request
        if self.parameter in params:
            self.used_parameters[self.parameter] = params.pop(self.parameter)[-1]

    @property
    def chosen(self) -> str | None:
        """What the query asks for; null for everything."""
        value = self.used_parameters.get(self.parameter)
        return None if value is None else str(value)

    def expected_parameters(self) -> list[str | None]:
        """Return the name in the query."""
        return [self.parameter]

    def has_output(self) -> bool:
        """Return true: even with nothing to choose, the list says so in the same place."""
        return True

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Return the chosen rows; none for a choice that cannot be."""
        if self.chosen is None:
            return queryset
        kind = queryset.model._meta.get_field(self.column.removesuffix("_id"))
        if kind.is_relation and not self.chosen.isdecimal():
            return queryset.none()
        return queryset.filter(**{self.column: self.chosen})

    def choices(self, changelist: ChangeList) -> Iterator[Any]:
        """Return "All" and each choice with its count."""
        yield {
            "selected": self.chosen is None,
            "query_string": changelist.get_query_string(remove=[self.parameter]),
            "display": "All",
        }
        for code, name, count in self._counted(changelist):
            yield {
                "selected": str(code) == self.chosen,
                "query_string": changelist.get_query_string({self.parameter: str(code)}),
                "display": f"{name} ({count:,})",
            }

    def _counted(self, changelist: ChangeList) -> Iterable[tuple[Any, str, int]]:
        others: Any = changelist.get_queryset(self.request, exclude_parameters=self.expected_parameters())
        named = dict.fromkeys((self.column, self.naming))  # one name where they are the same
        rows = others.order_by().filter(**{f"{self.column}__isnull": False}).values_list(*named)
        counted = rows.annotate(rows=Count("pk")).order_by("-rows", self.naming)[: self.longest]
        return [(row[0], self.name(row[-2]), row[-1]) for row in counted]

    def name(self, value: Any) -> str:
        """Return a choice in words."""
        return str(LABELS.get(str(value), value))


def of_code(column: str, words: str) -> type[CountedFilter]:
    """Return the filter of a column that holds a code."""
    attributes = {"title": words, "parameter": column, "column": column, "naming": column}
    return type(f"{column.title()}Filter", (CountedFilter,), attributes)


def of_reference(column: str, words: str, naming: str) -> type[CountedFilter]:
    """Return the filter of a column that refers to a row with a name."""
    attributes = {"title": words, "parameter": column, "column": f"{column}_id", "naming": f"{column}__{naming}"}
    return type(f"{column.title()}Filter", (CountedFilter,), attributes)


class QueueFilter(admin.SimpleListFilter):
    """The person's own queues; only those that their roles give them."""

    title = "queue"
    parameter_name = "queue"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the queues by name."""
        return [(q.code, q.title) for q in queues_of(request.user)] if isinstance(request.user, User) else []

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Return what waits in the chosen queue."""
        if self.value() is None or not isinstance(request.user, User):
            return queryset
        chosen = next((q for q in queues_of(request.user) if q.code == self.value()), None)
        return queryset.filter(pk__in=chosen.rows(request.user).values("pk")) if chosen else queryset.none()


class MarkFilter(admin.SimpleListFilter):
    """What stands beside a figure's status."""

    title = "mark"
    parameter_name = "mark"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the marks."""
        return [("disputed", "Disputed"), ("sent-back", "Sent back"), ("waiting", "Correction or retraction waiting")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Return the figures with the chosen mark."""
        match self.value():
            case None:
                return queryset
            case "disputed":
                return queryset.filter(disputed_on__isnull=False)
            case "sent-back":
                return queryset.filter(sent_back_at__isnull=False)
            case "waiting":
                return queryset.filter(is_waiting())
            case _:
                return queryset.none()


class CheckingFilter(admin.SimpleListFilter):
    """Of the corrections and retractions, those that this person may confirm, and those that they proposed."""

    title = "queue"
    parameter_name = "queue"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the queue, to whom it may concern, and the person's own proposals."""
        checking = [("to-check", "Corrections to check")] if request.user.has_perm("tracker.verify_figure") else []
        return [*checking, ("proposed", "Proposed by me")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Return what waits for this person."""
        if self.value() is None or not isinstance(request.user, User):
            return queryset
        if self.value() == "proposed":
            return queryset.filter(proposed_by=request.user)
        if self.value() != "to-check" or not request.user.has_perm("tracker.verify_figure"):
            return queryset.none()
        return queryset.filter(pk__in=to_check(request.user).values("pk"))


def is_waiting() -> Exists:
    """Return the condition that a correction or retraction of the figure waits for a second person."""
    return Exists(FigureRevision.objects.filter(Q(outcome=RevisionOutcome.PENDING), figure=OuterRef("pk")))
