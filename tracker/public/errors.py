"""What readers see when an address is wrong, a question cannot be answered, or the program fails."""

from difflib import get_close_matches

from django.core.exceptions import BadRequest
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from tracker.models import Place
from tracker.public.context import site
from tracker.published.places import enclaves, in_order, places_with_figures

_FOR_PROGRAMS = (".csv", ".json")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say what was wrong with the question: as a page to people, as a line of text to programs.

    Only `BadRequest` carries words for readers; what else ends here (a forged host) is told nothing.
    """
    reason = str(exception) if isinstance(exception, BadRequest) else ""
    return _answer(request, "400.html", 400, reason)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is no such page, with the view's own words where it gave some, and where to look."""
    reason = exception.args[0] if isinstance(exception, Http404) and exception.args else ""
    return _answer(request, "404.html", 404, reason if isinstance(reason, str) else "")


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that the program failed. Asks neither the database nor the session, which may be what failed."""
    return HttpResponse(render_to_string("500.html", site(request)), status=500)


def _answer(request: HttpRequest, template: str, status: int, reason: str) -> HttpResponse:
    if request.path.endswith(_FOR_PROGRAMS):
        return HttpResponse(f"{reason}\n", status=status, content_type="text/plain; charset=utf-8")
    return render(request, template, {"reason": reason} | _places_to_look(request.path), status=status)


def _places_to_look(path: str) -> dict[str, list[Place]]:
    """Return the enclaves, and the places whose addresses resemble this one; none when the database does not answer."""
    try:
        nodes = places_with_figures()
    except DatabaseError:
        return {}
    known = {node.place.slug: node.place for node in in_order(nodes)}
    asked = path.strip("/").rpartition("/")[2].lower()
    similar = get_close_matches(asked, known, n=3)
    return {"enclaves": [node.place for node in enclaves(nodes)], "similar": [known[slug] for slug in similar]}
