"""The second factor: a phone that shows a new code every half minute, and ten backup codes for when it is lost."""

import secrets
import time
from datetime import datetime
from typing import Final

import django_otp
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _
from django_otp.models import Device
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

CODE_DIGITS: Final = 6
BACKUP_DIGITS: Final = 10
BACKUP_CODES: Final = 10
STEPS_LATE: Final = 1
"""How many steps of 30 seconds a phone's clock may be fast or slow."""


class WaitFirst(Exception):
    """Codes are not tried before `until`: too many wrong ones were given one after the other."""

    def __init__(self, until: datetime) -> None:
        """Remember until when."""
        super().__init__(until)
        self.until = until


def phone_of(user: User) -> TOTPDevice | None:
    """Return the phone that the person set up, null before they did."""
    return TOTPDevice.objects.filter(user=user, confirmed=True).order_by("pk").first()


def set_up(user: User, *, key: str, code: str) -> tuple[TOTPDevice, list[str]] | None:
    """Store the phone whose code proves that it holds the key; return it with new backup codes, or null for a wrong code.

    `key` is hexadecimal, and known to one session only: a key shown earlier to somebody else must never become valid.
    """
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user.pk)  # of two set-ups at once, the second is refused
        totp = TOTP(bytes.fromhex(key), digits=CODE_DIGITS)
        totp.time = time.time()
        if phone_of(user) or not _is_code(code) or not totp.verify(int(code), STEPS_LATE):
            return None
        forget(user)
        used = {"last_t": totp.t(), "drift": totp.drift}  # the code just used is not taken again
        phone = TOTPDevice.objects.create(user=user, name="phone", key=key, digits=CODE_DIGITS, **used)
        record(user, by=user, message=_("Set up a second factor."))
        return phone, _backup_codes(user)


def check(user: User, code: str) -> Device | None:
    """Return what proves the code: the phone or, for a code of another length, the backup codes; null for a wrong one.

    Raises WaitFirst where django-otp's throttling does not try it: 1, 2, 4, 8 … seconds after one, two, three, four wrong.
    """
    kind = TOTPDevice if _is_code(code) else StaticDevice
    device = kind.objects.filter(user=user, confirmed=True).order_by("pk").first()
    if device is None:
        return None
    allowed, why = device.verify_is_allowed()
    if not allowed:
        raise WaitFirst(why["locked_until"])
    return django_otp.verify_token(user, device.persistent_id, code)  # locks the row: two guesses at once count as two


def backup_codes_left(user: User) -> int:
    """Return how many backup codes the person has not used."""
    return int(StaticToken.objects.filter(device__user=user).count())


def forget(user: User) -> int:
    """Remove the person's phone and backup codes; open sessions then wait for a second factor too. Return how many rows."""
    return sum(device.delete()[0] for device in django_otp.devices_for_user(user, confirmed=None))


def record(user: User, *, by: User, message: str) -> None:
    """Write what happened into the account's history in the admin."""
    LogEntry.objects.log_actions(by.pk, [user], CHANGE, message, single_object=True)


def _is_code(code: str) -> bool:
    return len(code) == CODE_DIGITS and code.isdecimal()


def _backup_codes(user: User) -> list[str]:
    """Make new backup codes. Digits only, so that phones show one keyboard for both kinds of code."""
    codes = [f"{secrets.randbelow(10**BACKUP_DIGITS):0{BACKUP_DIGITS}}" for _ in range(BACKUP_CODES)]
    device = StaticDevice.objects.create(user=user, name="backup codes")
    StaticToken.objects.bulk_create([StaticToken(device=device, token=code) for code in codes])
    return codes
