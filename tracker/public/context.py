"""What every page's template may use."""

from django.conf import settings
from django.http import HttpRequest

from tracker.public.contact import contact_of


def site(request: HttpRequest) -> dict[str, object]:
    """Return whether this is the demonstration, which every page then says, the page's own address, and whom to write to."""
    return {
        "demo": settings.DEMO,
        "contact": contact_of(settings.CONTACT),
        "own_address": f"{settings.SITE_URL}{request.path}",
    }
