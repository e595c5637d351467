"""What every page's template may use."""

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, object]:
    """Return whether this is the demonstration, which every page then says."""
    return {"demo": settings.DEMO}
