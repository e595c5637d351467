"""Public pages that answer 304 without being made again, and travel compressed."""

import json
from collections.abc import Callable
from functools import cache, wraps
from hashlib import blake2b
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.gzip import gzip_page

from tracker.models import Edition

View = Callable[..., HttpResponseBase]

_FILES = ("requirements.txt", "tracker/**/*.py", "templates/**/*.html", "static/**/*", "locale/**/*.mo")


def public(view: View) -> View:
    """Return a public page's view: conditional, and compressed.

    Nothing in it is a reader's own (no session, no form's token), so its length tells nobody a secret (BREACH). The pages of
    the admin are sent as they are, and so are the downloads, which are streamed.
    """
    return gzip_page(conditional(view))


def conditional(view: View) -> View:
    """Return a view that makes its answer again only when it can be another one.

    What a public page shows follows from what is stored, the release, the language and the address: not from the day, the
    session or a cookie. Nothing can be sent to it, so that a POST needs no token to be told so (405).
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        tag = tag_of(request) if request.method in {"GET", "HEAD"} else None
        unchanged = get_conditional_response(request, etag=tag) if tag else None
        response = unchanged or view(request, *args, **kwargs)
        if tag and response.status_code in {200, 304}:
            response.headers["ETag"] = tag
            patch_cache_control(response, no_cache=True)
            patch_vary_headers(response, ["Accept-Encoding"])
        return response

    return csrf_exempt(answer)


def tag_of(request: HttpRequest) -> str | None:
    """Return the ETag of an address, from one small query; null where no edition is known.

    It is weak, as one page travels compressed or not. It is asked for before the page is made: a page that is newer than its
    tag is fetched once more, and never kept too long.
    """
    edition = [str(token) for token in Edition.objects.order_by("pk").values_list("token", flat=True)]
    if not edition:
        return None
    return f'W/"{_hash([edition, release(), get_language(), request.get_full_path()])}"'


def release() -> str:
    """Return what tells this release from others: its code, templates, static files, libraries, and settings that show."""
    shown = [settings.DEMO, settings.SITE_URL, settings.CONTACT, settings.LANGUAGE_CODE, str(settings.STATIC_ROOT)]
    return _hash([shown, _files()])


@cache
def _files() -> str:
    """Return what tells the files of this release from others; read once: a process keeps the code it began with."""
    files = [path for pattern in _FILES for path in sorted(settings.BASE_DIR.glob(pattern)) if path.is_file()]
    return _hash([(str(path), blake2b(path.read_bytes()).hexdigest()) for path in files])


def _hash(values: object) -> str:
    return blake2b(json.dumps(values).encode(), digest_size=16).hexdigest()
