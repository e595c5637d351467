"""Near copies on the curators' pages: shown side by side, decided on by people, remembered."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.admin.incoming import give, store, typed
from tests.admin.test_figures import as_
from tests.build import Builder
from tracker.models import Document, NearCopy

STORY = """Shelling hit the market of Hamouriyeh on Monday morning, residents said by telephone.
At least 40 people were killed, among them 12 children, the Syrian Observatory for Human Rights said.
Rescuers dug through the rubble until nightfall, and hospitals ran out of blood.
The United Nations called for a halt to the fighting so that its convoys could enter."""


@pytest.fixture
def amal(curator: User) -> Client:
    """The curator's browser."""
    return as_(curator)


class TestNearCopies:
    """Documents with much text in common stand side by side, and somebody decides."""

    def test_a_story_that_another_paper_took_over(self, amal: Client, curator: User) -> None:
        first = store(amal, text=STORY)
        address = give(amal, text=f"By our staff. {STORY.replace('40 people', '47 people')}")
        shown = amal.get(address).text
        assert f"90 % in common with document {first.pk}, “Shelling hit the market" in " ".join(shown.split())
        assert '<mark class="own">47 </mark>' in shown or '<mark class="own">47</mark>' in shown
        assert amal.post(address, typed(amal, address, **{f"copy-{first.pk}": "copy"})).status_code == 302
        second = Document.objects.latest("pk")
        decided = NearCopy.objects.values_list("document", "original", "is_copy", "share", "decided_by")
        assert list(decided) == [(second.pk, first.pk, True, 90, curator.pk)]
        for one, other, how in ((first, second, "Copied by"), (second, first, "A copy of")):
            page_of = " ".join(amal.get(f"/admin/tracker/document/{one.pk}/change/").text.split())
            assert f'{how} <a href="/admin/tracker/document/{other.pk}/change/">document {other.pk}' in page_of

    def test_what_is_chosen_stays_when_something_else_is_wrong(self, amal: Client) -> None:
        first = store(amal, text=STORY)
        address = give(amal, text=f"{STORY} More.")
        wrong = {"published_earliest": "someday", f"copy-{first.pk}": "other"}
        shown = amal.post(address, typed(amal, address, **wrong)).text
        assert f'name="copy-{first.pk}" value="other" checked' in shown
        assert not NearCopy.objects.exists()

    def test_stored_documents_are_compared_and_decided_on_later(self, amal: Client, build: Builder) -> None:
        first, second = build.document(STORY), build.document(f"{STORY} More.")
        address = f"/admin/tracker/document/{second.pk}/copies/"
        assert f"100 % in common with document {first.pk}" in amal.get(address).text
        decisions = (
            ("copy", "This document is a copy of document"),
            ("other", "Two reports"),
            ("original", "is a copy of this"),
        )
        for decision, words in decisions:
            assert amal.post(address, {"other": first.pk, "decision": decision})["Location"] == address
            assert f"{words}" in amal.get(address).text
        pairs = NearCopy.objects.order_by("pk").values_list("document", "original", "is_copy")
        assert list(pairs) == [
            (second.pk, first.pk, True),
            (second.pk, first.pk, False),
            (first.pk, second.pk, True),
        ]

    @pytest.mark.parametrize(
        "sent", [{}, {"other": "x"}, {"other": "0", "decision": "copy"}, {"other": "{own}", "decision": "copy"}]
    )
    def test_a_decision_about_nothing_is_none(self, amal: Client, build: Builder, sent: dict[str, str]) -> None:
        document = build.document(STORY)
        given = {name: value.format(own=document.pk) for name, value in sent.items()}
        assert amal.post(f"/admin/tracker/document/{document.pk}/copies/", given).status_code == 302
        assert not NearCopy.objects.exists()

    def test_reviewers_see_and_do_not_decide(self, build: Builder, reviewer: User) -> None:
        first, second = build.document(STORY), build.document(f"{STORY} More.")
        address = f"/admin/tracker/document/{second.pk}/copies/"
        shown = as_(reviewer).get(address).text
        assert ("100 % in common" in shown, 'name="decision"' in shown) == (True, False)
        assert as_(reviewer).post(address, {"other": first.pk, "decision": "copy"}).status_code == 403

    def test_as_many_queries_for_three_as_for_one(
        self, amal: Client, build: Builder, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        build.document(STORY)
        address = f"/admin/tracker/document/{build.document(f'{STORY} More.').pk}/copies/"
        with django_assert_num_queries(QUERIES):
            amal.get(address)
        build.document(f"{STORY} Still more.")
        build.document(f"{STORY} Still more of it.")
        with django_assert_num_queries(QUERIES):
            assert amal.get(address).text.count('<section class="pair"') == 3


QUERIES = 8
