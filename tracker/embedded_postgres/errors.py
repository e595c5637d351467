"""What the embedded PostgreSQL says when it cannot be used: one line each, with what to do about it."""

from pathlib import Path

from django.core.management.base import CommandError

ELSEWHERE = "set TRACKER_DATA to another folder, or DATABASE_URL to a PostgreSQL server"


class EmbeddedPostgresError(CommandError):
    """The embedded PostgreSQL cannot be used; the message is one line that says what to do.

    A CommandError, because every manage.py command prints that as its one line, where others show a traceback.
    """


def unusable(folder: Path, reason: OSError) -> EmbeddedPostgresError:
    """Return the error for a folder that cannot be read or written as the database needs it."""
    place = f" ({reason.filename})" if reason.filename else ""
    return EmbeddedPostgresError(
        f"The database folder {folder} cannot be used: {reason.strerror}{place}. "
        f"Make it a folder that this user owns and can write to, {ELSEWHERE}."
    )
