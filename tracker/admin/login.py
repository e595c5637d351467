"""Logging in: from which address somebody tries, and the page that says to wait after too many wrong passwords."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

UNKNOWN = "0.0.0.0"  # noqa: S104  # a name for "no address", as behind a Unix socket; nothing listens on it


def client_address(request: HttpRequest) -> str:
    """Return the address that wrong passwords are counted for.

    It is the connection's own, or, behind TRUSTED_PROXIES web servers, the one that the outermost of them wrote into
    X-Forwarded-For: counted from the right, as everything further left is whatever the client sent. An IPv6 address stands
    for its network of 64 bits, which is what one household gets: whoever has one has all of them.
    """
    forwarded = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    count = settings.TRUSTED_PROXIES
    told = forwarded[-count] if 0 < count <= len(forwarded) else ""
    return _normal(told) or _normal(request.META.get("REMOTE_ADDR", "")) or UNKNOWN


def _normal(text: str) -> str | None:
    """Return one spelling of an address, or null when it is none."""
    try:
        address: IPv4Address | IPv6Address = ip_address(text)
    except ValueError:
        return None
    if isinstance(address, IPv4Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(IPv6Network((int(address), 64), strict=False).network_address)


def locked(request: HttpRequest, response: HttpResponse | None = None, credentials: Any = None) -> HttpResponse:
    """Return the page that says to wait, the same for a name that nobody has: it tells nothing about who has an account."""
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds()) // 60
    context = {**admin.site.each_context(request), "title": _("Too many wrong passwords"), "minutes": minutes}
    page = render(request, "admin/locked.html", context, status=429)
    page["Retry-After"] = str(minutes * 60)
    return page
