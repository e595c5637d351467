"""Who may do what in the admin: every address, asked as every role, against one table."""

import re
import tomllib
from collections.abc import Callable, Iterator
from http.cookies import SimpleCookie
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from pytest_django import Settings

from tests.admin.test_figures import as_
from tests.build import Builder
from tests.propose import propose
from tracker import review
from tracker.admin.accounts import ROLES
from tracker.ingest.incoming import receive
from tracker.ingest.readings import Reading
from tracker.models import Figure, FigureRevision, PlacePeriod

# One line an address, as Django spells it. Six codes for GET, six for an empty POST: anonymous, curator, reviewer, editor,
# administrator, superuser. 302 leads an anonymous one to the login; 403 is "you may not"; 409 is a refusal of review, and
# 200 to a POST is a form with errors, both only for those who may.
# The pending revision was proposed by the curator, who may take back that one (`decline`), though not anybody else's.
# A line that is missing here fails the test: look whether each role may do what it could, then add the line that it prints.
TABLE = """
admin/                                                     302 200 200 200 200 200   302 200 200 200 200 200
admin/<app_label>/                                         302 200 200 200 404 200   302 200 200 200 404 200
admin/<url>                                                302 404 404 404 404 404   302 404 404 404 404 404
admin/activity/                                            302 200 200 200 403 200   302 200 200 200 403 200
admin/auth/group/                                          302 403 403 403 200 200   302 403 403 403 200 200
admin/auth/group/<path:object_id>/                         302 302 302 302 302 302   302 302 302 302 302 302
admin/auth/group/<path:object_id>/change/                  302 403 403 403 200 200   302 403 403 403 403 200
admin/auth/group/<path:object_id>/delete/                  302 403 403 403 403 200   302 403 403 403 403 200
admin/auth/group/<path:object_id>/history/                 302 403 403 403 200 200   302 403 403 403 200 200
admin/auth/group/add/                                      302 403 403 403 403 200   302 403 403 403 403 200
admin/auth/user/                                           302 403 403 403 200 200   302 403 403 403 200 200
admin/auth/user/<id>/password/                             302 403 403 403 200 200   302 403 403 403 200 200
admin/auth/user/<int:pk>/second-factor/                    302 403 403 403 200 200   302 403 403 403 302 302
admin/auth/user/<path:object_id>/                          302 302 302 302 302 302   302 302 302 302 302 302
admin/auth/user/<path:object_id>/change/                   302 403 403 403 200 200   302 403 403 403 200 200
admin/auth/user/<path:object_id>/delete/                   302 403 403 403 403 403   302 403 403 403 403 403
admin/auth/user/<path:object_id>/history/                  302 403 403 403 200 200   302 403 403 403 200 200
admin/auth/user/add/                                       302 403 403 403 200 200   302 403 403 403 200 200
admin/autocomplete/                                        302 200 200 200 403 200   302 405 405 405 405 405
admin/jsi18n/                                              302 200 200 200 200 200   302 405 405 405 405 405
admin/login/                                               200 302 302 302 302 302   200 200 200 200 200 200
admin/logout/                                              302 405 405 405 405 405   302 200 200 200 200 200
admin/password_change/                                     302 200 200 200 200 200   302 200 200 200 200 200
admin/password_change/done/                                302 200 200 200 200 200   302 405 405 405 405 405
admin/r/<path:content_type_id>/<path:object_id>/           302 302 302 302 302 302   302 302 302 302 302 302
admin/review/                                              302 200 200 200 403 200   302 200 200 200 403 200
admin/review/<int:pk>/                                     302 200 200 200 403 200   302 200 200 200 403 200
admin/review/<int:pk>/close/                               302 200 403 200 403 200   302 302 403 302 403 302
admin/review/<int:pk>/take-over/                           302 405 405 405 405 405   302 302 403 302 403 302
admin/review/<int:pk>/together/                            302 200 403 200 403 200   302 302 403 302 403 302
admin/review/proposals/<int:pk>/accept/                    302 302 302 302 403 302   302 409 403 409 403 409
admin/review/proposals/<int:pk>/reject/                    302 302 302 302 403 302   302 409 403 409 403 409
admin/review/proposals/<int:pk>/undo/                      302 302 302 302 403 302   302 409 403 409 403 409
admin/second-factor/                                       302 302 302 302 302 302   302 302 302 302 302 302
admin/second-factor/qr.svg                                 404 404 404 404 404 404   404 404 404 404 404 404
admin/tracker/document/                                    302 200 200 200 403 200   302 200 200 200 403 200
admin/tracker/document/<int:pk>/copies/                    302 200 200 200 403 200   302 302 403 302 403 302
admin/tracker/document/<int:pk>/reading/                   302 200 200 200 403 200   302 302 403 302 403 302
admin/tracker/document/<path:object_id>/                   302 302 302 302 302 302   302 302 302 302 302 302
admin/tracker/document/<path:object_id>/change/            302 200 200 200 403 200   302 200 403 200 403 200
admin/tracker/document/<path:object_id>/delete/            302 403 403 403 403 403   302 403 403 403 403 403
admin/tracker/document/<path:object_id>/history/           302 200 200 200 403 200   302 200 200 200 403 200
admin/tracker/document/add/                                302 200 403 200 403 200   302 200 403 200 403 200
admin/tracker/document/incoming/<int:pk>/                  302 200 403 404 403 404   302 302 403 404 403 404
admin/tracker/document/incoming/<int:pk>/discard/          302 405 405 405 405 405   302 302 403 404 403 404
admin/tracker/figure/                                      302 200 200 200 403 200   302 200 200 200 403 200
admin/tracker/figure/<int:pk>/discard/                     302 200 403 200 403 200   302 409 403 409 403 409
admin/tracker/figure/<int:pk>/dispute/                     302 403 200 200 403 200   302 403 409 409 403 409
admin/tracker/figure/<int:pk>/publish/                     302 200 403 200 403 200   302 409 403 409 403 409
admin/tracker/figure/<int:pk>/retract/                     302 403 200 200 403 200   302 403 409 409 403 409
admin/tracker/figure/<int:pk>/send_back/                   302 403 200 200 403 200   302 403 409 409 403 409
admin/tracker/figure/<int:pk>/settle/                      302 403 200 200 403 200   302 403 409 409 403 409
admin/tracker/figure/<int:pk>/verify/                      302 403 200 200 403 200   302 403 409 409 403 409
admin/tracker/figure/<int:pk>/warnings/                    302 302 403 302 403 302   302 200 403 200 403 200
admin/tracker/figure/<path:object_id>/                     302 302 302 302 302 302   302 302 302 302 302 302
admin/tracker/figure/<path:object_id>/change/              302 200 200 200 403 200   302 200 403 200 403 200
admin/tracker/figure/<path:object_id>/delete/              302 403 403 403 403 403   302 403 403 403 403 403
admin/tracker/figure/<path:object_id>/history/             302 200 200 200 403 200   302 200 200 200 403 200
admin/tracker/figure/add/                                  302 200 403 200 403 200   302 200 403 200 403 200
admin/tracker/figure/preview/                              302 405 405 405 405 405   302 200 403 200 403 200
admin/tracker/figurerevision/                              302 200 200 200 403 200   302 200 200 200 403 200
admin/tracker/figurerevision/<int:pk>/apply/               302 403 200 200 403 200   302 403 302 302 403 302
admin/tracker/figurerevision/<int:pk>/decline/             302 200 200 200 403 200   302 409 409 409 403 409
admin/tracker/figurerevision/<path:object_id>/             302 302 302 302 302 302   302 302 302 302 302 302
admin/tracker/figurerevision/<path:object_id>/change/      302 200 200 200 403 200   302 403 403 403 403 403
admin/tracker/figurerevision/<path:object_id>/delete/      302 403 403 403 403 403   302 403 403 403 403 403
admin/tracker/figurerevision/<path:object_id>/history/     302 302 302 302 302 302   302 302 302 302 302 302
admin/tracker/figurerevision/add/                          302 403 403 403 403 403   302 403 403 403 403 403
admin/tracker/place/                                       302 200 200 200 403 200   302 200 200 200 403 200
admin/tracker/place/<int:pk>/merge/                        302 403 403 200 403 200   302 403 403 409 403 409
admin/tracker/place/<path:object_id>/                      302 302 302 302 302 302   302 302 302 302 302 302
admin/tracker/place/<path:object_id>/change/               302 200 200 200 403 200   302 403 403 200 403 200
admin/tracker/place/<path:object_id>/delete/               302 403 403 403 403 403   302 403 403 403 403 403
admin/tracker/place/<path:object_id>/history/              302 200 200 200 403 200   302 200 200 200 403 200
admin/tracker/place/add/                                   302 403 403 200 403 200   302 403 403 200 403 200
admin/tracker/placeperiod/                                 302 200 200 200 403 200   302 200 200 200 403 200
admin/tracker/placeperiod/<path:object_id>/                302 302 302 302 302 302   302 302 302 302 302 302
admin/tracker/placeperiod/<path:object_id>/change/         302 200 200 200 403 200   302 403 403 200 403 200
admin/tracker/placeperiod/<path:object_id>/delete/         302 403 403 403 403 403   302 403 403 403 403 403
admin/tracker/placeperiod/<path:object_id>/history/        302 200 200 200 403 200   302 200 200 200 403 200
admin/tracker/placeperiod/add/                             302 403 403 200 403 200   302 403 403 200 403 200
admin/tracker/source/                                      302 200 200 200 403 200   302 200 200 200 403 200
admin/tracker/source/<int:pk>/merge/                       302 403 403 200 403 200   302 403 403 409 403 409
admin/tracker/source/<path:object_id>/                     302 302 302 302 302 302   302 302 302 302 302 302
admin/tracker/source/<path:object_id>/change/              302 200 200 200 403 200   302 403 403 200 403 200
admin/tracker/source/<path:object_id>/delete/              302 403 403 403 403 403   302 403 403 403 403 403
admin/tracker/source/<path:object_id>/history/             302 200 200 200 403 200   302 200 200 200 403 200
admin/tracker/source/add/                                  302 403 403 200 403 200   302 403 403 200 403 200
"""

UNGUARDED = {"admin/login/", "admin/logout/", "admin/second-factor/", "admin/second-factor/qr.svg"}
"""What somebody without the second factor may open."""


def addresses(entries: Any, before: str = "") -> Iterator[str]:
    """Return every address of a map, however deep, each as it is written there."""
    for entry in entries:
        name = before + re.sub(r"\(\?P(<\w+>).*?\)(?=/|\$|$)", r"\1", str(entry.pattern)).strip("^$")
        if isinstance(entry, URLResolver):
            yield from addresses(entry.url_patterns, name)
        else:
            assert isinstance(entry, URLPattern)
            yield name


def of_the_admin() -> list[str]:
    """Return every address of the admin, once."""
    return sorted({address for address in addresses(get_resolver().url_patterns) if address.startswith("admin/")})


@pytest.fixture
def rows(build: Builder, administrator: User, editor: User) -> dict[str, models.Model]:
    """One row of each table that has pages in the admin, by the beginning of their addresses."""
    figure = build.verified()
    correction: dict[str, Any] = {"figure": figure, "values": {"low": 30}, "reason": "page 2", "version": figure.version}
    review.revise(by=build.curator, at=next(build.clock), **correction)
    incoming = receive(Reading("12 killed"), by=build.curator, at=next(build.clock))
    found: dict[str, models.Model] = {
        "admin/tracker/document/incoming/": incoming,
        "admin/tracker/figure/": figure,
        "admin/tracker/figurerevision/": FigureRevision.objects.get(),
        "admin/tracker/document/": figure.document,
        "admin/tracker/place/": figure.place,
        "admin/tracker/placeperiod/": PlacePeriod.objects.earliest("pk"),
        "admin/auth/user/": build.curator,
        "admin/auth/group/": Group.objects.get(name="editor"),
        "admin/r/": figure,
        "admin/review/proposals/": propose(figure.document, "12"),
        "admin/review/": figure.document,
    }
    assert figure.attributed_to is not None
    return found | {"admin/tracker/source/": figure.attributed_to}


def filled(address: str, rows: dict[str, models.Model]) -> str:
    """Return the address with a stored row's number and the like in it."""

    def value(found: re.Match[str]) -> str:
        name = found[1]
        if name in {"object_id", "pk", "id"}:
            return str(next(row.pk for start, row in rows.items() if address.startswith(start)))
        plain = {"app_label": "tracker", "url": "nowhere/"}
        if name == "content_type_id":
            plain[name] = str(ContentType.objects.get_for_model(Figure).pk)
        return plain[name] if name in plain else pytest.fail(f"{address}: say in `filled` what stands for <{name}>.")

    asked = {"admin/autocomplete/": "?app_label=tracker&model_name=figure&field_name=document&term="}
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", value, address) + asked.get(address, "")


@pytest.fixture
def ask(rows: dict[str, models.Model]) -> Callable[[User | None, str, str], Any]:
    """Return a function that asks as somebody for an address; whatever that changed is undone."""
    cookies: dict[User | None, Any] = {None: SimpleCookie()}

    def asked(user: User | None, method: str, address: str) -> Any:
        if user not in cookies:
            assert user is not None
            cookies[user] = as_(user).cookies
        client = Client(raise_request_exception=False)
        client.cookies = SimpleCookie(cookies[user].output(header="", sep=";"))
        with transaction.atomic():
            response = client.generic(method, filled(address, rows))
            transaction.set_rollback(True)
        return response

    return asked


def test_every_address_as_every_role(ask: Callable[[User | None, str, str], Any], request: pytest.FixtureRequest) -> None:
    root = User.objects.create_superuser("root")
    people = [None, *(request.getfixturevalue(role) for role in ROLES), root]
    found = []
    for address in of_the_admin():
        codes = [[ask(user, method, address).status_code for user in people] for method in ("GET", "POST")]
        get, post = (" ".join(map(str, line)) for line in codes)
        found.append(f"{address:<58} {get}   {post}")
    known = TABLE.strip().splitlines()
    if found != known:  # as lines that can be read, judged and copied
        new, gone = [line for line in found if line not in known], [line for line in known if line not in found]
        pytest.fail("\n".join(["found, but not in TABLE:", *new, "in TABLE, but not found:", *gone]), pytrace=False)


def test_without_the_second_factor_no_address_answers(
    ask: Callable[[User | None, str, str], Any], settings: Settings, request: pytest.FixtureRequest
) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    root = User.objects.create_superuser("root")
    for user in (*(request.getfixturevalue(role) for role in ROLES), root):
        for address in of_the_admin():
            for method in ("GET", "POST") if address not in UNGUARDED else ():
                response = ask(user, method, address)
                there = response.headers.get("Location", "").partition("?")[0]
                assert (response.status_code, there) == (302, "/admin/second-factor/"), (user, method, address)


def test_the_roles_are_those_of_the_file() -> None:
    file = tomllib.loads((settings.BASE_DIR / "fixtures" / "roles.toml").read_text())
    assert tuple(role["name"] for role in file["role"]) == ROLES
