"""The curators' lists: columns and filters in words, queues of one person, search over names and aliases."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from pytest_django import DjangoAssertNumQueries

from tests.admin.test_figures import as_
from tests.build import Builder
from tracker import review
from tracker.models import Figure, Place, Source

LIST = "/admin/tracker/figure/"


def shown(user: User, query: str, path: str = LIST) -> list[int]:
    """Return the numbers of the rows that the list shows, in its order."""
    return [row.pk for row in as_(user).get(f"{path}?{query}").context["cl"].result_list]


def choices(user: User, title: str, path: str = LIST) -> list[str]:
    """Return what a filter offers."""
    changelist = as_(user).get(path).context["cl"]
    (spec,) = [spec for spec in changelist.filter_specs if spec.title == title]
    return [str(choice["display"]) for choice in spec.choices(changelist)]


def test_columns_are_in_words_with_marks(build: Builder, curator: User, reviewer: User, clock: Iterator[datetime]) -> None:
    figure = build.verified(group="medical_staff")
    review.dispute(by=reviewer, at=next(clock), figure=figure, reason="denied")
    review.revise(by=curator, at=next(clock), figure=figure, values={"low": 30}, reason="page two")
    row = as_(curator).get(LIST).context["cl"].result_list[0]
    admin = as_(curator).get(LIST).context["cl"].model_admin
    assert [
        str(getattr(admin, column)(row)) for column in ("figure", "whom", "period", "claimant", "standing", "entered")
    ] == [
        "At least 40 killed",
        "medical staff",
        "5 March 2018",
        "United Nations",
        'Verified <span class="mark mark-disputed">disputed</span> '
        '<span class="mark mark-waiting">correction waiting</span>',
        'amal <span class="when">1 Jan 2026</span>',
    ]


def nothing(user: User, query: str = "", path: str = LIST) -> str:
    """Return what the list says instead of rows."""
    (words,) = re.findall(r'<p class="nothing">(.*?)</p>', as_(user).get(f"{path}?{query}").text, re.DOTALL)
    return " ".join(words.split())


def test_an_empty_list_says_why(build: Builder, curator: User, reviewer: User) -> None:
    everything = '<a href="?">Show all</a>'
    assert nothing(curator) == "Nothing is stored here yet."
    assert nothing(curator, path="/admin/tracker/figurerevision/") == "Nothing is stored here yet."
    assert nothing(curator, "q=Hama") == f"Nothing fits what you look for. {everything}"
    assert nothing(curator, "status=draft") == f"Nothing fits what you look for. {everything}"
    assert nothing(curator, "queue=drafts") == f"You have no drafts. {everything}"
    assert nothing(reviewer, "queue=to-verify") == f"No figure of somebody else’s waits for you. {everything}"
    build.draft()
    page = as_(curator).get(LIST)
    assert "Nothing" not in page.text
    assert "Show all" not in page.text


TITLES = ("status", "indicator", "group", "place", "claimant", "mark")


def test_filters_are_in_words_with_counts(build: Builder, curator: User) -> None:
    build.verified(), build.provisional(place=Place.objects.get(slug="douma"), group="children")
    build.draft(indicator="injured", attribution_kind="unnamed", attributed_to=None)
    assert {title: choices(curator, title) for title in TITLES} == {
        "status": ["All", "Draft (1)", "Provisional (1)", "Verified (1)"],
        "indicator": ["All", "Killed (2)", "Injured (1)"],
        "group": ["All", "Children (1)"],
        "place": ["All", "Eastern Ghouta (2)", "Douma (1)"],
        "claimant": ["All", "United Nations (2)"],
        "mark": ["All", "Disputed (0)", "Sent back (0)", "Correction or retraction waiting (0)"],
    }
    assert choices(curator, "queue") == ["All", "My drafts (1)", "Sent back to me (0)"]
    assert choices(build.reviewer, "queue") == ["All", "To verify (1)"]


class TestQueues:
    """Each queue holds what its person can act on, in its own order."""

    def test_to_verify_leaves_out_what_waits_for_others(
        self, build: Builder, editor: User, reviewer: User, clock: Iterator[datetime]
    ) -> None:
        later = build.provisional()
        sentence = "On Monday, shelling hit the town. At least 40 people were killed"
        earlier = build.provisional(later.document, excerpt=sentence, indicator="injured")
        other = build.provisional()
        own, back, withdrawn = build.provisional(by=editor), build.provisional(), build.provisional()
        build.draft(), build.verified()
        review.send_back(by=reviewer, at=next(clock), figure=back, reason="look again")
        review.propose_retraction(by=reviewer, at=next(clock), figure=withdrawn, reason="withdrawn")
        assert shown(editor, "queue=to-verify") == [earlier.pk, later.pk, other.pk]
        assert shown(reviewer, "queue=to-verify") == [earlier.pk, later.pk, other.pk, own.pk]
        assert shown(build.curator, "queue=to-verify") == []  # not theirs to do

    def test_to_verify_leaves_out_what_its_person_set_aside(
        self, build: Builder, editor: User, reviewer: User, clock: Iterator[datetime]
    ) -> None:
        one, two, third = build.provisional(), build.provisional(), build.provisional()
        review.not_a_repeat(by=editor, at=next(clock), figure=two, other=one, reason="two raids")
        taken_back = build.draft()
        review.not_a_repeat(by=editor, at=next(clock), figure=taken_back, other=third, reason="two raids")
        assert shown(editor, "queue=to-verify") == []
        review.discard(by=build.curator, at=next(clock), figure=taken_back)
        assert shown(editor, "queue=to-verify") == [third.pk]
        assert shown(reviewer, "queue=to-verify") == [one.pk, two.pk, third.pk]

    def test_drafts_and_sent_back_are_ones_own(
        self, build: Builder, curator: User, editor: User, reviewer: User, clock: Iterator[datetime]
    ) -> None:
        draft, theirs, back = build.draft(), build.draft(by=editor), build.provisional()
        review.send_back(by=reviewer, at=next(clock), figure=back, reason="look again")
        assert shown(curator, "queue=drafts") == [draft.pk]
        assert shown(editor, "queue=drafts") == [theirs.pk]
        assert shown(curator, "queue=sent-back") == [back.pk]
        assert shown(editor, "queue=sent-back") == []
        assert shown(curator, "mark=sent-back") == [back.pk]

    def test_corrections_to_check_leave_out_what_their_person_set_aside_since(
        self, build: Builder, curator: User, editor: User, reviewer: User, clock: Iterator[datetime]
    ) -> None:
        before, after = build.verified(), build.verified()
        unverified = build.provisional()
        review.not_a_repeat(by=editor, at=next(clock), figure=unverified, other=after, reason="two raids")
        review.not_a_repeat(by=editor, at=next(clock), figure=before, other=build.draft(), reason="two raids")
        path, pks = "/admin/tracker/figurerevision/", []
        for figure in (before, after, unverified):
            if figure == unverified:
                review.verify(by=reviewer, at=next(clock), figure=figure)
            revision = review.revise(by=curator, at=next(clock), figure=figure, values={"low": 30}, reason="page two")
            assert revision is not None
            pks.append(revision.pk)
        assert shown(editor, "queue=to-check", path) == pks[2:]
        assert shown(reviewer, "queue=to-check", path) == pks
        page = as_(editor).get(f"{path}{pks[0]}/apply/")
        assert page.context["against"].startswith("Somebody else must verify this figure: you decided that")

    def test_corrections_to_check(
        self, build: Builder, curator: User, editor: User, reviewer: User, clock: Iterator[datetime]
    ) -> None:
        figure, own = build.verified(), build.verified(by=editor)
        first = review.revise(by=editor, at=next(clock), figure=figure, values={"low": 30}, reason="page two")
        second = review.propose_retraction(by=reviewer, at=next(clock), figure=own, reason="withdrawn")
        assert first is not None
        path = "/admin/tracker/figurerevision/"
        assert shown(editor, "queue=to-check", path) == [second.pk]
        assert shown(reviewer, "queue=to-check", path) == [first.pk]
        assert shown(curator, "queue=to-check", path) == []
        assert shown(editor, "queue=proposed", path) == [first.pk]
        assert choices(reviewer, "queue", path) == ["All", "Corrections to check (1)", "Proposed by me (1)"]
        assert choices(reviewer, "kind", path) == ["All", "Correction (1)", "Retraction (1)"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=people+were+killed", 2),  # sentence
        ("q=Shelling+in+Douma", 1),  # document title
        ("q=Eastern+Ghouta", 1),
        ("q=Rif+Dimashq", 0),
        ("q=SOHR", 1),  # an alias
        ("q=United+Nations", 1),
        ("status=provisional&q=killed", 1),
        ("place=nowhere", 0),
        ("place=0", 0),
        ("status=nonsense", 0),
        ("queue=nonsense", 0),
        ("mark=nonsense", 0),
    ],
)
def test_search_and_filters_find(build: Builder, curator: User, query: str, found: int) -> None:
    document = build.document(title="Shelling in Douma")
    build.draft(document, place=Place.objects.get(slug="douma"), attributed_to=Source.objects.get(slug="sohr"))
    build.provisional()
    assert len(shown(curator, query)) == found


def test_a_figure_is_found_by_its_number(build: Builder, curator: User) -> None:
    figures = [build.draft()]
    while str(figures[-1].pk) in figures[-1].excerpt:  # such a number finds all of these sentences
        figures.append(build.draft())
    build.draft()
    assert shown(curator, f"q={figures[-1].pk}") == [figures[-1].pk]


def test_dates_lead_to_months(build: Builder, curator: User) -> None:
    figure = build.draft()
    assert shown(curator, "end_date__year=2018&end_date__month=3") == [figure.pk]
    assert shown(curator, "end_date__year=2017") == []


@pytest.mark.parametrize(
    ("path", "queries"),
    [("document", 12), ("place", 9), ("source", 10), ("figurerevision", 12), ("figure", 16)],
)
def test_as_many_queries_for_one_row_as_for_three(
    build: Builder,
    editor: User,
    clock: Iterator[datetime],
    django_assert_num_queries: DjangoAssertNumQueries,
    path: str,
    queries: int,
) -> None:
    client = as_(editor)

    def one_more() -> None:
        figure = build.verified()
        review.revise(by=build.curator, at=next(clock), figure=figure, values={"low": 30}, reason="page two")

    one_more()
    with django_assert_num_queries(queries):
        client.get(f"/admin/tracker/{path}/")
    one_more()
    one_more()
    with django_assert_num_queries(queries):
        client.get(f"/admin/tracker/{path}/")


def test_nothing_is_edited_in_a_list(curator: User) -> None:
    assert {
        model.__name__: list(made.list_editable) for model, made in admin.site._registry.items() if made.list_editable
    } == {}


def test_other_lists_speak_in_words(build: Builder, editor: User) -> None:
    build.draft()
    texts: dict[str, Any] = {
        path: as_(editor).get(f"/admin/tracker/{path}/").text for path in ("document", "place", "placeperiod")
    }
    assert "6 March 2018 (stated)" in texts["document"]
    assert "Enclave" in texts["place"]
    assert "Besieged" in texts["placeperiod"]
    assert Figure.objects.count() == 1
