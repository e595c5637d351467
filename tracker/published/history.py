"""What happened to a public figure in public: from its publication on, and never by whom.

Told is what a reader could see at the time, so nothing from before it was published, no remarks between curators, no
warnings, and nothing that a confidential document withholds. Reasons are told where they were given for the public: of a
change, a dispute and its end, and a retraction. The names of curators are on no public page: they are kept in the history
that editors read.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import pairwise
from typing import Any, Final

from tracker.models import Figure, FigureRevision, Place, PublishedFigure, Source
from tracker.vocabulary import RevisionOutcome, Status

OPEN: Final = (
    *("indicator", "reported_text", "quantifier", "reported", "reported_max", "low", "best", "high", "calculation"),
    *("unit", "group", "accumulation", "count_stage"),
    *("start_date", "start_accuracy", "end_date", "end_accuracy", "date_basis", "claimed_on"),
    *("place_id", "place_role", "place_accuracy", "repeat_of_id", "subset_of_id"),
)
"""The columns that a reader sees of every figure."""

WITHHELD: Final = (
    *("group_text", "date_text", "attributed_to_id", "attribution_text", "attribution_kind", "alleged_actor_id"),
    *("excerpt", "context", "note"),
)
"""The columns that a reader sees unless the document is confidential."""

_NAMED: Final[dict[str, type[Place] | type[Source]]] = {
    "place_id": Place,
    "attributed_to_id": Source,
    "alleged_actor_id": Source,
}
_FIGURES: Final = ("repeat_of_id", "subset_of_id")
_SIGNED: Final = ("version", "status", "changed_at", "change_reason", "disputed_on", "disputed_reason")

Row = Mapping[str, Any]


class Event(StrEnum):
    """What can happen to a public figure."""

    PUBLISHED = "published"
    CHECKED = "checked"
    CHANGED = "changed"
    CORRECTED = "corrected"
    DISPUTED = "disputed"
    SETTLED = "settled"
    RETRACTED = "retracted"


@dataclass(frozen=True, slots=True)
class Change:
    """One column's old and new value; a place or a source is its name. Null is empty, or open."""

    column: str
    old: str | int | date | None
    new: str | int | date | None


@dataclass(frozen=True, slots=True)
class PublicEvent:
    """What happened at one moment, why (empty where it is not for the public), and what became different."""

    at: datetime
    event: Event
    reason: str
    changes: tuple[Change, ...] = ()


def public_history(figure: PublishedFigure) -> list[PublicEvent]:
    """Return what happened to a figure since it was published, in its order. Two queries, at most four more for names."""
    columns = OPEN if figure.confidential else (*OPEN, *WITHHELD)
    events: Any = Figure.pgh_event_model  # type: ignore[attr-defined]  # added by pghistory
    rows = events.objects.filter(pgh_obj=figure.figure_id).exclude(status=Status.DRAFT).order_by("version")
    versions = list(rows.values(*_SIGNED, *columns))
    applied = FigureRevision.objects.filter(figure=figure.figure_id, outcome=RevisionOutcome.APPLIED)
    corrected = set(applied.values_list("applied_version", flat=True))
    pairs = [(old, new, _different(old, new, columns)) for old, new in pairwise(versions)]
    names = _names(changes for _old, _new, changes in pairs)
    hidden = _confidential_figures(changes for _old, _new, changes in pairs)
    found = [PublicEvent(first["changed_at"], Event.PUBLISHED, "") for first in versions[:1]]
    for old, new, different in pairs:
        if (event := _event(old, new, different, corrected=new["version"] in corrected)) is not None:
            reason = "" if figure.confidential or _concerns(different, hidden) else _reason(event, new)
            found.append(PublicEvent(new["changed_at"], event, reason, _named(different, names)))
    return found


def _different(old: Row, new: Row, columns: Iterable[str]) -> tuple[Change, ...]:
    return tuple(Change(c, _plain(old[c]), _plain(new[c])) for c in columns if old[c] != new[c])


def _plain(value: Any) -> Any:
    return None if value == "" else value


def _event(old: Row, new: Row, different: tuple[Change, ...], *, corrected: bool) -> Event | None:
    """Return what happened between two public versions; null for what no reader could see."""
    if new["status"] != old["status"]:
        return Event.RETRACTED if new["status"] == Status.RETRACTED else Event.CHECKED
    if (old["disputed_on"] is None) != (new["disputed_on"] is None):
        return Event.SETTLED if new["disputed_on"] is None else Event.DISPUTED
    if not different:
        return None
    return Event.CORRECTED if corrected else Event.CHANGED


def _reason(event: Event, new: Row) -> str:
    match event:
        case Event.DISPUTED:
            return str(new["disputed_reason"]).strip()
        case Event.PUBLISHED | Event.CHECKED:
            return ""  # remarks between curators
        case _:
            return str(new["change_reason"]).strip()


def _names(changes: Iterable[tuple[Change, ...]]) -> dict[tuple[str, Any], str]:
    """Return the names of the places and sources that were exchanged, by column and key: a query a column at most."""
    wanted: dict[str, set[Any]] = {column: set() for column in _NAMED}
    for change in (change for each in changes for change in each if change.column in _NAMED):
        wanted[change.column] |= {change.old, change.new}
    return {
        (column, key): name
        for column, keys in wanted.items()
        if keys
        for key, name in _NAMED[column].objects.filter(pk__in=keys - {None}).values_list("pk", "name")
    }


def _named(changes: tuple[Change, ...], names: Mapping[tuple[str, Any], str]) -> tuple[Change, ...]:
    return tuple(Change(c.column, names.get((c.column, c.old), c.old), names.get((c.column, c.new), c.new)) for c in changes)


def _confidential_figures(changes: Iterable[tuple[Change, ...]]) -> set[int]:
    """Return which of the figures that this one was tied to or freed from come from confidential documents."""
    tied: set[Any] = {key for each in changes for c in each if c.column in _FIGURES for key in (c.old, c.new)}
    numbers = PublishedFigure.objects.filter(figure_id__in=tied - {None}, confidential=True)
    return set(numbers.values_list("figure_id", flat=True)) if tied else set()


def _concerns(changes: tuple[Change, ...], hidden: set[int]) -> bool:
    """Whether a change ties or frees such a figure: when the head of a count is retracted, its reason is given here, too."""
    return any({change.old, change.new} & hidden for change in changes if change.column in _FIGURES)
