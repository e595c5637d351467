"""Running SQL as the application's role, and saying which rule refused it."""

from typing import Any

import psycopg
from django.contrib.auth.models import User
from django.db import DatabaseError, connection, models, transaction

from tracker.models import Figure


def attack(sql: str, parameters: list[Any] | dict[str, Any] | None = None) -> str:
    """Run SQL as the application's role; return the name of the rule that refused it, or PostgreSQL's code and words."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, parameters)
            changed = cursor.rowcount
    except DatabaseError as error:
        cause = error.__cause__
        assert isinstance(cause, psycopg.Error)
        return cause.diag.constraint_name or f"{cause.sqlstate}: {cause.diag.message_primary}"
    return f"let through: {changed}"


def update(figure: Figure, assignments: str, *, by: User | None = None) -> str:
    """Attack a figure with an UPDATE that does everything else right: the next version, who and when."""
    by_id = by.pk if by else figure.entered_by_id
    return attack(
        f"UPDATE tracker_figure SET {assignments}, version = version + 1, changed_by_id = %s, "
        "changed_at = changed_at + interval '1 second', change_reason = 'x' WHERE id = %s",
        [by_id, figure.pk],
    )


def insert_copy(row: models.Model, **values: Any) -> str:
    """Attack by copying a row with some columns changed."""
    columns = [f.column for f in row._meta.concrete_fields if f.column != "id"]
    sources = [f"%({c})s" if c in values else f'"{c}"' for c in columns]
    names = ", ".join(f'"{c}"' for c in columns)
    table = row._meta.db_table
    return attack(
        f"INSERT INTO {table} ({names}) SELECT {', '.join(sources)} FROM {table} WHERE id = %(copied)s",
        {**values, "copied": row.pk},
    )
