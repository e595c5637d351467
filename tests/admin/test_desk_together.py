"""Several at once: proposals that raise no warning, and a document's drafts."""

import pytest
from django.contrib.auth.models import User
from pytest_django import DjangoAssertNumQueries

from tests.admin.desk import QUEUE, accept, act, outcomes
from tests.admin.test_figures import as_, said
from tests.build import UNDATED, Builder
from tests.propose import REPORT, of_report, propose
from tracker.models import Document, Figure, Proposal


@pytest.fixture
def read(build: Builder) -> dict[str, Proposal]:
    """The five proposals of a report, by their numbers."""
    return of_report(build.document(REPORT))


def many(build: Builder, count: int) -> tuple[Document, list[Proposal]]:
    """Store a report with so many sentences, each with a proposal that is known in all parts."""
    sentences = [f"In Douma, {n} people were killed on Monday, the UN said." for n in range(1000, 1000 + count)]
    document = build.document(" ".join(sentences))
    return document, [propose(document, str(n)) for n in range(1000, 1000 + count)]


QUERIES = 15


class TestTogether:
    """Several at once, after one look at the list."""

    def test_what_raises_no_warning(self, read: dict[str, Proposal], curator: User) -> None:
        address = f"{QUEUE}{read['11'].document_id}/together/"
        page = as_(curator).get(address)
        assert [item["pk"] for item in page.context["plain"]] == [read[n].pk for n in read if n != "five"]
        assert [item["pk"] for item, _words in page.context["others"]] == [read["five"].pk]
        response = as_(curator).post(address, {"proposal": [read["At least 52"].pk, read["five"].pk]})
        told = said(response)
        assert (len(told), told[0]) == (2, "1 accepted as drafts: At least 52 killed.")
        assert outcomes(read) == dict.fromkeys(read, "pending") | {"At least 52": "accepted"}

    def test_as_many_queries_for_forty_as_for_four(
        self, build: Builder, curator: User, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        client = as_(curator)
        for count in (4, 40):
            document, _ = many(build, count)
            address = f"{QUEUE}{document.pk}/together/"
            client.get(address)  # held from now on
            with django_assert_num_queries(QUERIES):
                assert len(client.get(address).context["plain"]) == count

    def test_two_hundred(self, build: Builder, curator: User) -> None:
        document, proposals = many(build, 200)
        address = f"{QUEUE}{document.pk}/together/"
        response = as_(curator).post(address, {"proposal": [proposal.pk for proposal in proposals]})
        told = said(response)
        assert (len(told), told[0].partition(":")[0]) == (1, "200 accepted as drafts")
        assert set(document.proposals.values_list("outcome", flat=True)) == {"accepted"}
        assert document.figures.filter(status="draft").count() == 200

    def test_the_last_figure_leads_to_the_drafts_and_these_to_the_next_document(self, build: Builder, curator: User) -> None:
        proposal = propose(build.document(REPORT), "More than 200", "injured")
        other = propose(build.document(f"{REPORT} Again."), "More than 200", "injured")
        close = f"{QUEUE}{proposal.document_id}/close/"
        assert accept(curator, proposal)["Location"] == close
        figure = Figure.objects.get()
        shown = as_(curator).get(close)
        assert [item["figure"] for item in shown.context["items"]] == [figure]
        response = as_(curator).post(close, {"figure": figure.pk, f"version-{figure.pk}": 1})
        assert said(response) == ["1 published as provisional: More than 200 injured."]
        assert response["Location"] == f"{QUEUE}{other.document_id}/"
        assert act(curator, other, "reject", rejected_as="said_already")["Location"] == QUEUE

    def test_what_looks_wrong_is_held_back_or_kept_with_a_reason(self, build: Builder, curator: User) -> None:
        document = build.document()
        figure = build.draft(document, **UNDATED)
        close = f"{QUEUE}{document.pk}/close/"
        ticked = {"figure": figure.pk, f"version-{figure.pk}": 1}
        assert as_(curator).post(close, ticked)["Location"] == close
        as_(curator).post(close, ticked | {f"reason-{figure.pk}": "no day is given"})
        figure.refresh_from_db()
        assert (figure.status, figure.override_reason) == ("provisional", "no day is given")
