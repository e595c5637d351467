"""The page at /admin/: each role's own queues with counts and links, and the latest activity."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from django.contrib.auth.models import User
from pytest_django import DjangoAssertNumQueries

from tests.admin.test_figures import as_
from tests.build import Builder
from tests.propose import propose
from tracker import review


def sections(user: User) -> dict[str, tuple[int, str]]:
    """Return each section's count and link."""
    page = as_(user).get("/admin/")
    return {section.title: (section.count, section.address) for section in page.context.get("sections") or []}


FIGURES = "/admin/tracker/figure/?queue="
REVISIONS = "/admin/tracker/figurerevision/?queue=to-check"


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (
            "curator",
            {
                "Documents to review": (1, "/admin/review/"),
                "My drafts": (1, f"{FIGURES}drafts"),
                "Sent back to me": (1, f"{FIGURES}sent-back"),
            },
        ),
        ("reviewer", {"To verify": (2, f"{FIGURES}to-verify"), "Corrections to check": (1, REVISIONS)}),
        (
            "editor",
            {
                "Documents to review": (1, "/admin/review/"),
                "My drafts": (0, f"{FIGURES}drafts"),
                "Sent back to me": (0, f"{FIGURES}sent-back"),
                "To verify": (1, f"{FIGURES}to-verify"),
                "Corrections to check": (1, REVISIONS),
            },
        ),
        ("administrator", {}),
    ],
)
def test_each_role_sees_its_own_queues(
    build: Builder,
    request: pytest.FixtureRequest,
    editor: User,
    reviewer: User,
    curator: User,
    clock: Iterator[datetime],
    role: str,
    expected: dict[str, tuple[int, str]],
) -> None:
    build.draft()
    build.provisional(), build.provisional(by=editor)
    back, corrected = build.provisional(), build.verified()
    review.send_back(by=reviewer, at=next(clock), figure=back, reason="look again")
    review.revise(by=curator, at=next(clock), figure=corrected, values={"low": 30}, reason="page two")
    propose(build.document("7 people were killed."), "7")
    assert sections(request.getfixturevalue(role)) == expected


def test_items_say_what_where_and_who(build: Builder, curator: User, reviewer: User, clock: Iterator[datetime]) -> None:
    figure = build.provisional()
    review.send_back(by=reviewer, at=next(clock), figure=figure, reason="is high open?")
    (back,) = [s for s in as_(curator).get("/admin/").context["sections"] if s.code == "sent-back"]
    (item,) = back.items
    assert (item.address, item.name, item.about, item.remark, item.remark_by) == (
        f"/admin/tracker/figure/{figure.pk}/change/",
        "At least 40 killed",
        "Eastern Ghouta, 5 March 2018",
        "is high open?",
        "basel",
    )


def test_the_latest_is_told_in_sentences(build: Builder, curator: User, administrator: User) -> None:
    figure = build.provisional()
    page = as_(curator).get("/admin/")
    assert [(n.address, n.name, str(n.sentence)) for n in page.context["news"]] == [
        (
            f"/admin/tracker/figure/{figure.pk}/history/",
            "At least 40 killed, Eastern Ghouta",
            f"On 1 January 2026, amal {did}",
        )
        for did in ("published it as provisional", "entered it as a draft")
    ]
    assert "Latest activity" not in as_(administrator).get("/admin/").text


def test_as_many_queries_for_one_as_for_three(
    build: Builder, editor: User, clock: Iterator[datetime], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = as_(editor)

    def one_more() -> None:
        draft = build.draft(by=editor)
        propose(draft.document, "12"), build.provisional()
        back, corrected = build.provisional(by=editor), build.verified()
        review.send_back(by=build.reviewer, at=next(clock), figure=back, reason="look again")
        review.revise(by=build.curator, at=next(clock), figure=corrected, values={"low": 30}, reason="page two")

    one_more()
    with django_assert_num_queries(QUERIES):
        client.get("/admin/")
    one_more()
    one_more()
    with django_assert_num_queries(QUERIES):
        client.get("/admin/")


QUERIES = 26
