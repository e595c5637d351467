"""What search engines are asked to leave alone: the curators' site, and the same figures filtered in endless ways."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

RULES = """\
User-agent: *
Disallow: /admin/
Disallow: /figures/?
Disallow: /figures.csv?
Disallow: /figures.json?
Disallow: /places/*?
"""


@require_safe
@cache_control(max_age=24 * 3600)
def robots(request: HttpRequest) -> HttpResponse:
    """Return the rules for robots."""
    return HttpResponse(RULES, content_type="text/plain")
