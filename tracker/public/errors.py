"""What readers see when an address is wrong, a question cannot be answered, or the program fails."""

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from tracker.public.context import site

_FOR_PROGRAMS = (".csv", ".json")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say what was wrong with the question: as a page to people, as a line of text to programs.

    Only `BadRequest` carries words for readers; what else ends here (a forged host) is told nothing.
    """
    reason = str(exception) if isinstance(exception, BadRequest) else ""
    if request.path.endswith(_FOR_PROGRAMS):
        return HttpResponse(f"{reason}\n", status=400, content_type="text/plain; charset=utf-8")
    return render(request, "400.html", {"reason": reason}, status=400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is no such page, with the view's own words where it gave some, and where to look."""
    reason = exception.args[0] if isinstance(exception, Http404) and exception.args else ""
    return render(request, "404.html", {"reason": reason if isinstance(reason, str) else ""}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that the program failed. Asks neither the database nor the session, which may be what failed."""
    return HttpResponse(render_to_string("500.html", site(request)), status=500)
