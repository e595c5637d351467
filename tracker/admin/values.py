"""One column's name and value in words, so that histories and corrections show nothing raw."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import cache
from typing import Any, Final

from django.contrib.auth.models import User
from django.db import models

from tracker.models import Figure, Place, Source
from tracker.wording import LABELS

Row = Mapping[str, Any]
"""One version of a row: columns under the names of Django's attnames (`place_id`)."""

Names = Mapping[tuple[type[models.Model], int], str]
"""The names of people, places, sources and figures, by table and primary key."""

FIELD_WORDS: Final = {
    "excerpt": "sentence",
    "reported_text": "number as printed",
    "reported": "printed number",
    "reported_max": "upper printed number",
    "group_text": "group as printed",
    "accumulation": "how it adds up",
    "count_stage": "stage of the aid",
    "start_date": "start of the event",
    "start_accuracy": "accuracy of the start",
    "end_date": "end of the event",
    "end_accuracy": "accuracy of the end",
    "date_basis": "basis of the dates",
    "date_text": "dates as printed",
    "claimed_on": "day it was said",
    "place_role": "role of the place",
    "place_accuracy": "accuracy of the place",
    "attributed_to": "claimant",
    "attribution_text": "claimant as printed",
    "attribution_kind": "kind of claimant",
    "alleged_actor": "who is said to have done it",
    "repeat_of": "figure that it repeats",
    "subset_of": "figure that it is a part of",
    "parent": "place that it lies in",
    "party_to_conflict": "“party to the conflict”",
    "follows": "paper that it follows",
    "published_earliest": "earliest day of publication",
    "published_latest": "latest day of publication",
    "published_basis": "basis of the publication date",
    "published_reasoning": "reasoning of the publication date",
    "overridden": "warnings set aside",
    "override_reason": "reason for setting warnings aside",
    "definition_by": "whose definition it is",
    "slug": "name in addresses",
    "iso3": "country code",
}
OPEN: Final = frozenset({"low", "best", "high"})
"""Columns in which an empty value says something: the range is open there."""
REFERRED: Final[tuple[type[models.Model], ...]] = (User, Place, Source, Figure)


@dataclass(frozen=True, slots=True)
class Change:
    """One column's change in words; an empty value is "". `is_text` asks for a word-by-word difference."""

    field: str
    old: str
    new: str
    is_text: bool = False

    def __str__(self) -> str:
        """Return the change as a clause after "changed": "high from 900 to 950"."""
        if not self.old:
            return f"{self.field} from empty to {self.new}"
        return f"{self.field} from {self.old} to {self.new or 'empty'}"

    @property
    def pieces(self) -> list[tuple[str, str]]:
        """Return the difference as ("same" | "old" | "new", words)."""
        return (
            pieces(self.old, self.new)
            if self.is_text and self.old and self.new
            else [("old", self.old or "empty"), ("new", self.new or "empty")]
        )


def field_words(model: type[models.Model], column: str) -> str:
    """Return a column's name as a curator would say it."""
    field = _field(model, column)
    return FIELD_WORDS.get(field.name, str(field.verbose_name))


def changes(model: type[models.Model], old: Row, new: Row, names: Names, *, of: Iterable[str]) -> tuple[Change, ...]:
    """Return what differs between two versions, in words. Offsets are told as the place of the words they point to."""
    different = [column for column in of if old.get(column) != new.get(column)]
    moved = {column.rsplit("_", 1)[0] for column in different if _is_offset(column)}
    found = [
        Change(
            field_words(model, column),
            value_words(model, column, old.get(column), names),
            value_words(model, column, new.get(column), names),
            is_text=is_long(model, column),
        )
        for column in different
        if not _is_offset(column)
    ]
    if not {"excerpt", "reported_text", "context"} & set(different):
        found += [Change(f"where in the text its {PLACES[part]} stands", "one place", "another") for part in sorted(moved)]
    return tuple(found)


PLACES: Final = {"excerpt": "sentence", "number": "number", "context": "context"}


def value_words(model: type[models.Model], column: str, value: Any, names: Names) -> str:
    """Return one column's value in words; "" where it is empty."""
    if column in OPEN and value is None:
        return "open"
    if value is None or value in ("", []):
        return ""
    field = _field(model, column)
    if field.is_relation and isinstance(field.related_model, type):
        return names.get((field.related_model, value), f"number {value}")
    if field.choices:
        return f"“{LABELS.get(str(value), value)}”"
    if isinstance(field, models.DateField) and isinstance(value, str):
        value = date.fromisoformat(value)
    return _plain(value, is_long=is_long(model, column))


def _plain(value: Any, *, is_long: bool) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case int():
            return f"{value:,}"
        case date():
            return f"{value:%-d %B %Y}"
        case list():
            return "; ".join(f"“{LABELS.get(str(item), item)}”" for item in value)
        case str():
            return value if is_long else f"“{value}”"
        case _:
            return str(value)


def is_long(model: type[models.Model], column: str) -> bool:
    """Whether a column holds sentences, whose change is shown word by word."""
    return isinstance(_field(model, column), models.TextField)


def references(model: type[models.Model], rows: Iterable[Row]) -> set[tuple[type[models.Model], int]]:
    """Return which rows of other tables these versions refer to."""
    related = [(f.attname, f.related_model) for f in _fields(model) if f.is_relation and f.related_model in REFERRED]
    return {(table, row[column]) for row in rows for column, table in related if row.get(column) is not None}


def names_of(wanted: set[tuple[type[models.Model], int]]) -> dict[tuple[type[models.Model], int], str]:
    """Return the names of rows, one query a table at most. A person is called by their full name where they gave it."""
    names = {}
    for table in REFERRED:
        keys = {key for model, key in wanted if model is table}
        for row in table._default_manager.filter(pk__in=keys) if keys else ():
            names[table, row.pk] = name_of(row)
    return names


def name_of(row: models.Model) -> str:
    """Return what people call a row: "Amal", "Douma", "At least 40 killed (figure 7)"."""
    match row:
        case User():
            return row.get_full_name() or row.get_username()
        case Figure():
            return f"{row} (figure {row.pk})"
        case _:
            return str(row)


ALIKE: Final = 0.5
"""From which likeness on (0 to 1, of difflib) two texts are read as one that was changed, not as two."""


def pieces(old: str, new: str) -> list[tuple[str, str]]:
    """Return two texts as one with what went and what came, by whole words; apart where they have little in common."""
    before, after = (re.findall(r"\s+|[^\s]+", text) for text in (old, new))
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    if matcher.ratio() < ALIKE:
        return [("old", old), ("new", new)]
    found: list[tuple[str, str]] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            found.append(("same", "".join(before[a:b])))
            continue
        found += [(name, "".join(words)) for name, words in (("old", before[a:b]), ("new", after[c:d])) if words]
    return found


def _is_offset(column: str) -> bool:
    return column in {f"{part}_{side}" for part in PLACES for side in ("start", "end")}


@cache
def _fields(model: type[models.Model]) -> tuple[Any, ...]:
    return model._meta.concrete_fields


@cache
def _field(model: type[models.Model], column: str) -> Any:
    return next(field for field in _fields(model) if column in {field.attname, field.name})
