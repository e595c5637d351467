"""`migrate`: Django's own, as the role that owns the tables, then what the application's role may do."""

from typing import Any

from django.core.management.base import CommandParser
from django.core.management.commands import migrate
from django.db import connections, transaction

from tracker.models import privileges


class Command(migrate.Command):
    """Migrates the "owner" connection and renews the application's privileges, which new tables and triggers need."""

    def add_arguments(self, parser: CommandParser) -> None:
        """Migrate as the owner unless told otherwise."""
        super().add_arguments(parser)
        parser.set_defaults(database="owner")

    def handle(self, *args: Any, **options: Any) -> None:
        """Migrate, then grant and harden in one transaction."""
        super().handle(*args, **options)
        if options["plan"] or options["check_unapplied"]:
            return
        owner, role = connections["owner"], connections["default"].settings_dict["USER"]
        with transaction.atomic(using="owner"):
            privileges.harden(owner)
            if role != owner.settings_dict["USER"]:
                privileges.grant(owner, role)
