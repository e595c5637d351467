"""Two people, one figure: the second sees what the first changed, beside what they typed, and decides."""

from copy import copy
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from tracker.admin.entering.form import OFFSETS, FigureForm
from tracker.admin.values import field_words, names_of, references, value_words
from tracker.models import MATERIAL_FIELDS, Figure

COMPARED = [f for f in (*MATERIAL_FIELDS, "note") if f not in OFFSETS]


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that the other person changed: before, now, and what was typed here (null where nothing was)."""

    field: str
    before: str
    now: str
    typed: str | None


def brought_together(request: HttpRequest, now: Figure, seen: int) -> list[Difference]:
    """Make the posted form go on from the figure as it stands now, and return what the other person changed.

    What was typed stays; a field that was left as it was shows what the other person made of it. Saving again is then a
    decision made with the differences in view.
    """
    before = _as_of(now, seen)
    mine = FigureForm(request.POST, instance=copy(before))  # a form sets what was typed on its instance
    touched = set(mine.changed_data)
    current = FigureForm(instance=now)
    posted: Any = request.POST.copy()
    posted["version_seen"] = str(now.version)
    mine.is_valid()
    differences = _differences(before, now, mine.cleaned_data, touched)
    for name in current.fields:
        if name not in touched and name in {*COMPARED, "excerpt_at", "number_at", "context_at"}:
            value = current[name].value()
            posted[name] = "" if value is None else str(getattr(value, "pk", value))
    request.POST = posted
    return differences


def _as_of(now: Figure, version: int) -> Figure:
    """Return the figure as it stood in that version, from its history; as it stands now where there is none."""
    row = Figure.pgh_event_model.objects.filter(pgh_obj_id=now.pk, version=version).values().first()  # type: ignore[attr-defined]
    columns = {field.attname for field in Figure._meta.concrete_fields}
    return Figure(**{name: value for name, value in row.items() if name in columns}) if row else now


def _differences(before: Figure, now: Figure, typed: dict[str, Any], touched: set[str]) -> list[Difference]:
    rows = [{f: getattr(row, _column(f)) for f in COMPARED} for row in (before, now)]
    own = {f: getattr(typed.get(f), "pk", typed.get(f)) for f in COMPARED}
    columns = [{_column(f): value for f, value in row.items()} for row in (*rows, own)]
    names = names_of(references(Figure, columns))

    def words(name: str, value: Any) -> str:
        return value_words(Figure, name, value, names) or "empty"

    return [
        Difference(
            field_words(Figure, name),
            words(name, rows[0][name]),
            words(name, rows[1][name]),
            words(name, own[name]) if name in touched and own[name] != rows[1][name] else None,
        )
        for name in COMPARED
        if rows[0][name] != rows[1][name]
    ]


def _column(name: str) -> str:
    field: Any = Figure._meta.get_field(name)
    return str(field.attname)
