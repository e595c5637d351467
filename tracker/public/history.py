"""A figure's public history in sentences: what changed, when and why; never who."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, TypeAlias

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker.models import PublishedFigure
from tracker.published.history import Change, Event, public_history
from tracker.wording import LABELS, label, number

SENTENCES: Final[dict[Event, Promise]] = {
    Event.PUBLISHED: gettext_lazy("Published, entered by one person."),
    Event.CHECKED: gettext_lazy("Checked against its source by a second person."),
    Event.CHANGED: gettext_lazy("Changed:"),
    Event.CORRECTED: gettext_lazy("Corrected; the correction was checked by a second person:"),
    Event.DISPUTED: gettext_lazy("Marked as disputed."),
    Event.SETTLED: gettext_lazy("No longer marked as disputed."),
    Event.RETRACTED: gettext_lazy("Retracted: proposed by one person, confirmed by another."),
}

COLUMNS: Final[dict[str, Promise]] = {
    "indicator": gettext_lazy("what is counted"),
    "reported_text": gettext_lazy("number as printed"),
    "quantifier": gettext_lazy("qualifier"),
    "reported": gettext_lazy("printed number"),
    "reported_max": gettext_lazy("upper printed number"),
    "low": gettext_lazy("low"),
    "best": gettext_lazy("best"),
    "high": gettext_lazy("high"),
    "calculation": gettext_lazy("reckoning"),
    "unit": gettext_lazy("unit"),
    "group": gettext_lazy("group"),
    "group_text": gettext_lazy("group as printed"),
    "accumulation": gettext_lazy("how it adds up"),
    "count_stage": gettext_lazy("how far the aid had come"),
    "start_date": gettext_lazy("start of the event"),
    "start_accuracy": gettext_lazy("accuracy of the start"),
    "end_date": gettext_lazy("end of the event"),
    "end_accuracy": gettext_lazy("accuracy of the end"),
    "date_basis": gettext_lazy("basis of the dates"),
    "date_text": gettext_lazy("dates as printed"),
    "claimed_on": gettext_lazy("day it was said"),
    "place_id": gettext_lazy("place"),
    "place_role": gettext_lazy("role of the place"),
    "place_accuracy": gettext_lazy("accuracy of the place"),
    "attributed_to_id": gettext_lazy("claimant"),
    "attribution_text": gettext_lazy("claimant as printed"),
    "attribution_kind": gettext_lazy("kind of claimant"),
    "alleged_actor_id": gettext_lazy("who is said to have done it"),
    "excerpt": gettext_lazy("sentence"),
    "context": gettext_lazy("what else of the document was quoted"),
    "repeat_of_id": gettext_lazy("count that it reports again"),
    "subset_of_id": gettext_lazy("figure that it is part of"),
    "note": gettext_lazy("note"),
}
"""Every column of `published.history` as the page of a figure calls it."""

Told: TypeAlias = "str | int | date | None"

LONG: Final = 200
AROUND: Final = 5
"""Of texts with more characters than this together, only what became different is told, with so many words around it."""

_RANGE: Final = frozenset({"low", "high"})
_FIGURES: Final = frozenset({"repeat_of_id", "subset_of_id"})
_CODES: Final = frozenset(
    {"indicator", "quantifier", "unit", "group", "accumulation", "count_stage", "start_accuracy", "end_accuracy"}
    | {"date_basis", "place_role", "place_accuracy", "attribution_kind"}
)


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One moment: its day, what happened, what became different, and why."""

    at: datetime
    event: str
    sentence: str
    changes: tuple[str, ...]
    reason: str


def history_lines(figure: PublishedFigure) -> list[HistoryLine]:
    """Return a figure's public history in words, in its order."""
    return [
        HistoryLine(
            one.at, one.event, str(SENTENCES[one.event]), tuple(_in_words(change) for change in one.changes), one.reason
        )
        for one in public_history(figure)
    ]


def _in_words(change: Change) -> str:
    """Return a change as "high from 900 to 950", or as "note: “…” added", where nothing stood before."""
    old, new = _parting(change.old, change.new)
    words = {"what": COLUMNS[change.column], "old": _value(change.column, old), "new": _value(change.column, new)}
    if not words["old"]:
        return _("%(what)s: %(new)s added") % words
    if not words["new"]:
        return _("%(what)s: %(old)s taken away") % words
    return _("%(what)s from %(old)s to %(new)s") % words


def _parting(old: Told, new: Told) -> tuple[Told, Told]:
    """Return two long texts from shortly before they part to shortly after they meet again; anything else as it is."""
    if not isinstance(old, str) or not isinstance(new, str) or len(old) + len(new) <= LONG:
        return old, new
    one, other = old.split(), new.split()
    before = _alike(one, other)
    after = _alike(one[before:][::-1], other[before:][::-1])
    first, last = max(before - AROUND, 0), max(after - AROUND, 0)
    return _cut(one, first, last), _cut(other, first, last)


def _alike(one: list[str], other: list[str]) -> int:
    """Return how many words two lists have in common before they part."""
    return next((n for n, (word, its) in enumerate(zip(one, other, strict=False)) if word != its), min(len(one), len(other)))


def _cut(words: list[str], first: int, last: int) -> str:
    """Return words without so many at their beginning and end, with an ellipsis where any is left out."""
    kept = words[first : len(words) - last]
    return " ".join([*(["…"] if first else []), *kept, *(["…"] if last else [])])


def _value(column: str, value: Told) -> str:
    if value is None:
        return _("open") if column in _RANGE else _("no group named") if column == "group" else ""
    if column in _FIGURES:
        return _("figure %(number)s") % {"number": value}
    if column in _CODES:
        return f"“{label(str(value)).lower() if value in LABELS else value}”"
    if isinstance(value, date):
        return date_format(value, "DATE_FORMAT")
    if isinstance(value, int):
        return number(value)
    return value if column in {"place_id", "attributed_to_id", "alleged_actor_id"} else f"“{value}”"
