"""What a page says that is not for this person, or that there is none: in the curators' frame, with a way on."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.admin.test_figures import as_
from tests.build import Builder


def told(response: Any) -> tuple[int, str, list[str]]:
    """Return status, heading and the ways on."""
    (heading,) = re.findall(r"<h1>(.*?)</h1>", response.text)
    links = re.findall(r'<a href="([^"]*)"', response.text.split('id="content-main"')[1].split("</div>")[0])
    return response.status_code, heading, links


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/admin/auth/user/", (403, "Your roles do not include this page")),
        ("/admin/tracker/figure/7/verify/", (404, "There is nothing at this address")),
        ("/admin/nonsense/", (404, "There is nothing at this address")),
    ],
)
def test_it_says_so_and_leads_on(build: Builder, curator: User, path: str, expected: tuple[int, str]) -> None:
    assert told(as_(curator).get(path)) == (*expected, ["/admin/", "/admin/tracker/figure/"])


def test_nobody_keeps_a_copy(curator: User) -> None:
    for path in ("/admin/", "/admin/auth/user/", "/admin/nonsense/"):
        response = as_(curator).get(path)
        assert ("amal" in response.text, "private" in response["Cache-Control"]) == (True, True), path


def test_it_leads_nowhere_that_is_closed(administrator: User) -> None:
    assert told(as_(administrator).get("/admin/tracker/figure/")) == (
        *(403, "Your roles do not include this page"),
        ["/admin/"],
    )


@pytest.mark.django_db
def test_who_is_not_logged_in_learns_nothing() -> None:
    response = Client().get("/admin/nonsense/")
    assert (response.status_code, response["Location"]) == (302, "/admin/login/?next=/admin/nonsense/")


def test_a_form_from_before_the_last_login_is_told_so(curator: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(curator)
    response = client.post("/admin/tracker/figure/add/", {"reported_text": "40"})
    assert response.status_code == 403
    assert "<h1>Nothing was sent</h1>" in response.text
