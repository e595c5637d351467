"""The database's own rules, as constraints and triggers that several tables share."""

from collections.abc import Collection
from datetime import datetime
from enum import StrEnum
from functools import reduce
from operator import and_
from typing import TYPE_CHECKING, Any

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def refuse(name: str, message: str) -> str:
    """Return the PL/pgSQL statement that refuses a write under a constraint's name, as a CHECK would."""
    words = message.replace("'", "''")
    return f"RAISE EXCEPTION '{words}' USING ERRCODE = 'check_violation', CONSTRAINT = '{name}';"


def one_of(field: str, codes: type[StrEnum]) -> models.CheckConstraint:
    """Return the rule that a column holds one of the vocabulary's codes (or null, where the column allows it)."""
    return models.CheckConstraint(name=f"%(class)s_{field}_code", condition=Q(**{f"{field}__in": list(codes)}))


def together(name: str, *fields: str) -> models.CheckConstraint:
    """Return the rule that columns are all null or all set, as who and when are."""
    return models.CheckConstraint(
        name=name, condition=Q(**{f"{f}__isnull": True for f in fields}) | Q(**{f"{f}__isnull": False for f in fields})
    )


def ascending(name: str, *fields: str) -> models.CheckConstraint:
    """Return the rule that columns do not fall from one to the next, compared in all pairs, nulls passed over.

    The naive form (low <= best and best <= high) lets low 10, best null, high 5 through.
    """
    pairs = [
        Q(**{f"{a}__isnull": True}) | Q(**{f"{b}__isnull": True}) | Q(**{f"{a}__lte": F(b)})
        for i, a in enumerate(fields)
        for b in fields[i + 1 :]
    ]
    return models.CheckConstraint(name=name, condition=reduce(and_, pairs))


def not_blank(*fields: str) -> models.CheckConstraint:
    """Return the rule that a text column says something."""
    condition = reduce(and_, (~Q(**{f: ""}) for f in fields))
    return models.CheckConstraint(name=f"%(class)s_{fields[0]}_not_blank", condition=condition)


def coded(codes: type[StrEnum], **options: object) -> "models.CharField[str, str]":
    """Return a column for a code of the vocabulary."""
    return models.CharField(max_length=32, choices=[(c.value, c.value) for c in codes], **options)  # type: ignore[arg-type]


def evidence() -> list[pgtrigger.Trigger]:
    """Return the triggers of a table whose rows are never deleted or truncated."""
    return [
        pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
        pgtrigger.Trigger(
            name="never_truncated",
            level=pgtrigger.Statement,
            when=pgtrigger.Before,
            operation=pgtrigger.Truncate,
            func=refuse("never_truncated", "evidence is never truncated"),
        ),
    ]


def fixed(*fields: str) -> pgtrigger.Trigger:
    """Return the trigger that keeps columns as they were written first."""
    return pgtrigger.ReadOnly(name="fixed", fields=list(fields))


def versioned() -> pgtrigger.Trigger:
    """Return the trigger that refuses a stale write: each update counts the version up by one and moves the time on."""
    return pgtrigger.Trigger(
        name="current_version",  # fires before the others, which go by name: a stale write is told as one
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        declare=[],
        func=f"""
            IF TG_OP = 'INSERT' THEN
                IF NEW.version <> 1 THEN {refuse("versioned", "a new row has version 1")} END IF;
            ELSIF NEW.version <> OLD.version + 1 THEN
                {refuse("stale_write", "somebody else changed this row: read it again before writing")}
            ELSIF NEW.changed_at < OLD.changed_at THEN
                {refuse("versioned", "a change is not older than the one before it")}
            END IF;
            IF NEW.changed_at > clock_timestamp() + interval '10 minutes' THEN
                {refuse("versioned", "a change is not made in the future")}
            END IF;
            RETURN NEW;
        """,
    )


def acyclic(table: str, column: str) -> pgtrigger.Trigger:
    """Return the trigger that keeps a column pointing to the same table free of circles.

    The lock makes two writers who would close a circle together wait for each other.
    """
    name = f"{column}_acyclic"
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf(column),
        condition=pgtrigger.Condition(f"NEW.{column} IS NOT NULL"),
        func=f"""
            PERFORM pg_advisory_xact_lock(hashtext('{table}.{column}'));
            IF EXISTS (
                WITH RECURSIVE chain (id) AS (
                    SELECT NEW.{column}
                    UNION SELECT t.{column} FROM {table} t JOIN chain ON t.id = chain.id WHERE t.{column} IS NOT NULL
                ) SELECT FROM chain WHERE id = NEW.id
            ) THEN {refuse(name, "a row may not stand inside itself")} END IF;
            RETURN NULL;
        """,
    )


def tracked(*, exclude: list[str] | None = None) -> Any:
    """Return the decorator that keeps every version of a table's rows in a history table.

    Without pghistory's context: who, when and why stand in the row itself (ARCHITECTURE.md, "History").
    """
    return pghistory.track(context_field=None, exclude=exclude)  # type: ignore[arg-type]  # None is documented, not typed


class Recorded(models.Model):
    """Who changed a row last, when and why, and how often: columns of the row itself, so each history row has them.

    A null `changed_by` is the program's own reference data (`load_reference`).
    """

    changed_by = models.ForeignKey("auth.User", models.PROTECT, null=True, editable=False, related_name="+")
    changed_at = models.DateTimeField(editable=False)
    change_reason = models.TextField(blank=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        """Each table lists `versioned()` and `evidence()` itself, as Django does not inherit them."""

        abstract = True

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        """Leave the rules to the database, whose refusals `review` puts in words; forms would spend a query on each."""

    def sign(self, *, by: "User | None", at: datetime, reason: str) -> None:
        """Set who writes the row, when and why, and count its version up where it is stored already."""
        self.changed_by, self.changed_at, self.change_reason = by, at, reason
        if self.pk is not None:
            self.version += 1
