"""The edition of what is stored: another one after every change, so that a page which nobody changed is not made again."""

from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import sql

UNWATCHED = tuple(
    f"tracker_{name}"
    for name in ("deskhold", "extraction", "incomingreport", "documentfingerprint", "nearcopy", "proposalevent")
)
"""Tables of the curators' desk that no public page reads (a test says so), written to whenever a report comes in."""


class Edition(models.Model):
    """A transaction that wrote to one of our tables; all rows together are the edition.

    A row becomes visible together with what its transaction wrote, and the next one removes it once it is over: so there
    is one row, or a few while several write at once, and nobody waits for a lock. A counter would make writers queue, and
    the highest number of a transaction or a history row stays when an earlier transaction is committed later. The token
    tells the transactions of a restored database from those of the one before.
    """

    transaction = models.BigIntegerField(primary_key=True)
    token = models.UUIDField(db_default=RandomUUID())

    def __str__(self) -> str:
        """Return the token, which is what editions are compared by."""
        return str(self.token)


# The application's role may not write the table: the function does, as its owner. Rows below xmin are of transactions that
# are over; rows from xmax on are of another database, from which this one was restored.
_FUNCTION = """
CREATE OR REPLACE FUNCTION public.tracker_new_edition() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO tracker_edition (transaction) VALUES (txid_current()) ON CONFLICT DO NOTHING;
    IF FOUND THEN
        DELETE FROM tracker_edition WHERE transaction IN (
            SELECT transaction FROM tracker_edition
            WHERE transaction <> txid_current() AND (
                transaction < txid_snapshot_xmin(txid_current_snapshot())
                OR transaction >= txid_snapshot_xmax(txid_current_snapshot())
            ) FOR UPDATE SKIP LOCKED
        );
    END IF;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION public.tracker_new_edition() FROM PUBLIC
"""
_UNWATCHED = """
SELECT c.relname FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname LIKE 'tracker\\_%%' AND c.relname <> ALL (%s)
    AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'edition')
"""
_WATCH = """
CREATE TRIGGER edition AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON public.{}
FOR EACH STATEMENT EXECUTE FUNCTION public.tracker_new_edition()
"""
_FIRST = """
INSERT INTO tracker_edition (transaction) SELECT txid_current() WHERE NOT EXISTS (SELECT FROM tracker_edition)
"""


def watch(connection: BaseDatabaseWrapper) -> None:
    """Make every table of ours, new ones too, begin a new edition when it is written to, by whoever and however."""
    table = Edition._meta.db_table
    if table not in connection.introspection.table_names():  # migrated back to before there were editions
        return
    with connection.cursor() as cursor:
        cursor.execute(_FUNCTION)
        cursor.execute(_UNWATCHED, [[table, *UNWATCHED]])
        for (name,) in cursor.fetchall():
            cursor.execute(sql.SQL(_WATCH).format(sql.Identifier(name)))
        cursor.execute(_FIRST)
