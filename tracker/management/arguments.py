"""What several commands are told in the same way, and refuse in the same way: one clear line, exit code 2."""

import re
from datetime import date

from django.contrib.auth.models import User
from django.core.management.base import CommandError


def refusal(message: str) -> CommandError:
    """Return the error for bad input."""
    return CommandError(message, returncode=2)


def day(option: str, words: str | None) -> date | None:
    """Return the day that an option names; null where it is not given. Raises CommandError."""
    if words is None:
        return None
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", words):
            return date.fromisoformat(words)
    except ValueError:
        pass
    raise refusal(f"{option}: “{words}” is no day: write it as 2018-03-15")


def account(name: str) -> User:
    """Return the account with this name. Raises CommandError."""
    user = User.objects.filter(username=name).first()
    if user is None:
        raise refusal(f"there is no account “{name}”: make it in the admin, or name another")
    return user
