"""Who did what, and the extractor's account of what people made of its proposals."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import User

from tests.admin.desk import QUEUE, accept, act
from tests.admin.test_figures import as_
from tests.build import Builder
from tests.propose import REPORT, of_report, propose
from tracker import review
from tracker.models import Figure, Proposal
from tracker.vocabulary import RejectReason


@pytest.fixture
def read(build: Builder) -> dict[str, Proposal]:
    """The five proposals of a report, by their numbers."""
    return of_report(build.document(REPORT))


def test_who_did_what(read: dict[str, Proposal], curator: User, editor: User) -> None:
    accept(curator, read["More than 200"], indicator="casualties")
    act(curator, read["11"], "reject", rejected_as="garbled")
    figure = Figure.objects.get()
    as_(curator).post(f"{QUEUE}{figure.document_id}/close/", {"figure": figure.pk, f"version-{figure.pk}": 1})
    told = as_(curator).get(f"/admin/activity/?by={curator.pk}").context["told"]
    assert [(one.name, one.sentence.did, one.sentence.reason) for one in told[:4]] == [
        (f"More than 200 killed or injured (figure {figure.pk}), Douma", "published it as provisional", ""),
        (f"11 ({figure.document})", "rejected the proposal", "The text is garbled here"),
        (f"More than 200 ({figure.document})", f"corrected the proposal in indicator, as figure {figure.pk}", ""),
        (f"More than 200 killed or injured (figure {figure.pk}), Douma", "entered it as a draft", ""),
    ]
    client = as_(editor)
    assert client.get(f"/admin/activity/?by={editor.pk}").context["told"] == []
    kinds = {kind: len(client.get(f"/admin/activity/?kind={kind}").context["told"]) for kind in ("figures", "proposals")}
    assert kinds == {"figures": 2, "proposals": 2}


def test_of_some_days(build: Builder, curator: User) -> None:
    read_on = datetime(2026, 3, 1, 23, 59, tzinfo=UTC)
    for day in range(3):
        proposal = propose(build.document(f"{REPORT} Report {day}."), "More than 200", "injured")
        at = read_on + timedelta(days=day)
        review.reject(by=curator, at=at, proposal=proposal, rejected_as=RejectReason.GARBLED)

    def days(**query: str) -> list[int]:
        told = as_(curator).get("/admin/activity/", {"kind": "proposals", **query}).context["told"]
        return [one.sentence.at.day for one in told]

    assert {
        "from": days(**{"from": "2026-03-02"}),
        "to": days(to="2026-03-02"),
        "both": days(**{"from": "2026-03-02", "to": "2026-03-02"}),
        "none": days(**{"from": "2026-03-04"}),
        "unreadable": days(**{"from": "yesterday", "to": "9999-12-31"}),
    } == {"from": [3, 2], "to": [2, 1], "both": [2], "none": [], "unreadable": [3, 2, 1]}
    page = as_(curator).get("/admin/activity/?from=2026-03-02").text
    assert 'name="from" id="activity-from" value="2026-03-02"' in page


def test_sources_and_documents_are_told_too(build: Builder, curator: User) -> None:
    document = build.document()
    told = as_(curator).get("/admin/activity/?kind=documents").context["told"]
    assert [(one.name, one.sentence.did) for one in told] == [(str(document), "stored the document")]


def test_the_extractors_account(read: dict[str, Proposal], curator: User) -> None:
    accept(curator, read["At least 52"])
    accept(curator, read["More than 200"], indicator="casualties")
    act(curator, read["11"], "reject", rejected_as="garbled")
    client = as_(curator)
    assert client.get("/extractor/").status_code == 200
    [account] = client.get("/extractor.json").json()["versions"]
    rates = {"decided": 3, "right_as_read": 1 / 3, "figures_at_all": 2 / 3}
    counts = {"accepted": 1, "corrected": 1, "rejected": 1, "pending": 2, "obsolete": 0}
    by_indicator = account.pop("by_indicator")
    assert [(row["code"], row["accepted"], row["corrected"], row["rejected"], row["pending"]) for row in by_indicator] == [
        ("killed", 1, 0, 1, 1),
        ("injured", 0, 1, 0, 0),
        ("fled", 0, 0, 0, 1),
    ]
    assert [row["code"] for row in account.pop("by_quantifier")] == ["exact", "at_least", "more_than", "approximately"]
    assert account == {
        "extractor_version": "1",
        **counts,
        **rates,
        "corrected_fields": {"indicator": 1},
        "rejected_because": {"garbled": 1},
    }


def test_found_by_people_alone(build: Builder, curator: User) -> None:
    document = build.document()
    propose(document, "40")
    build.provisional(document)
    assert as_(curator).get("/extractor.json").json()["entered_by_hand"] == 0
    build.provisional(document, reported_text="12", quantifier="exact", reported=12, group="children")
    assert as_(curator).get("/extractor.json").json()["entered_by_hand"] == 1
