"""What the application's role may do in the database: applied after every migration, by the role that owns the tables.

The application reads everything, and inserts and updates what the triggers let through. It deletes no evidence, truncates
nothing, and writes neither history nor editions: only the functions of their triggers do, which run as the owner. Trigger
functions look tables up in `public` before the session's temporary ones, so that a temporary table cannot stand in for a
real one.
"""

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import sql

from tracker.models.editions import Edition, watch

_NEVER_IGNORE = """
CREATE OR REPLACE FUNCTION public._pgtrigger_should_ignore(trigger_name NAME) RETURNS BOOLEAN
AS $$ BEGIN RETURN FALSE; END; $$ LANGUAGE plpgsql
"""
_TRIGGER_FUNCTIONS = """
SELECT DISTINCT p.proname, t.tgname LIKE 'pgtrigger_insert_insert_%' OR t.tgname LIKE 'pgtrigger_update_update_%'
FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid WHERE t.tgname LIKE 'pgtrigger_%'
"""


_PASSING = {"tracker_incomingreport"}
"""Tables of ours whose rows are no evidence, and go when they have served."""


def harden(connection: BaseDatabaseWrapper) -> None:
    """Make the triggers hold against the application's role: none can be ignored, only tracking writes history.

    Every table, a new one too, begins a new edition when it is written to.

    Every migration that adds a trigger restores pgtrigger's own `_pgtrigger_should_ignore`, which any session can switch
    on by `SET pgtrigger.ignore`; so this runs after each.
    """
    with connection.cursor() as cursor:
        cursor.execute(_NEVER_IGNORE)
        cursor.execute(_TRIGGER_FUNCTIONS)
        for name, tracks in cursor.fetchall():
            security = sql.SQL("DEFINER" if tracks else "INVOKER")
            change = sql.SQL("ALTER FUNCTION public.{}() SECURITY {} SET search_path = public, pg_temp")
            cursor.execute(change.format(sql.Identifier(name), security))
    watch(connection)


def grant(connection: BaseDatabaseWrapper, role: str) -> None:
    """Give the application's role what it needs, and take back everything else."""
    names = set(connection.introspection.table_names(include_views=True))
    models = [m for m in apps.get_models(include_auto_created=True) if m._meta.db_table in names]
    evidence = {m._meta.db_table for m in models if m._meta.app_label == "tracker" and not m._meta.auto_created}
    history = {m._meta.db_table for m in models if hasattr(m, "pgh_tracked_model")}
    read_only = history | {"django_migrations", "published_figure", Edition._meta.db_table}
    with connection.cursor() as cursor:

        def run(statement: str, *identifiers: str) -> None:
            cursor.execute(sql.SQL(statement).format(*map(sql.Identifier, identifiers)))

        run("REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {}", role)
        run("GRANT USAGE ON SCHEMA public TO {}", role)
        run("GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {}", role)
        run("GRANT SELECT ON ALL TABLES IN SCHEMA public TO {}", role)
        for name in sorted(names - read_only):
            run("GRANT INSERT, UPDATE ON {} TO {}", name, role)
        for name in sorted(names - read_only - (evidence - _PASSING)):
            run("GRANT DELETE ON {} TO {}", name, role)
