"""`remove_second_factor NAME`: for whoever lost phone and backup codes, when no administrator can log in to help."""

from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django_otp import devices_for_user


class Command(BaseCommand):
    """Take a lost phone and its backup codes from an account, so that another one is set up at the next login."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        """Take whose."""
        parser.add_argument("name", help="the name of the account")

    def handle(self, *, name: str, **options: Any) -> None:
        """Remove it, and write so into the account's history; without one, say so and change nothing."""
        account = User.objects.filter(username=name).first()
        if account is None:
            raise CommandError(f"there is no account “{name}”", returncode=2)
        devices = list(devices_for_user(account, confirmed=None))
        if not devices:
            self.stdout.write(f"{name} has no second factor.")
            return
        for device in devices:
            device.delete()
        message = "Second factor removed by a command on the server."  # by whom, the server's own log says
        LogEntry.objects.log_actions(account.pk, [account], CHANGE, message, single_object=True)
        self.stdout.write(f"Removed. {name} sets up another at the next login.")
