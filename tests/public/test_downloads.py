"""Downloads: the contract's columns, safe cells, marks for other programs, and a bound on how many run at once."""

import csv
import io
from datetime import UTC, datetime
from typing import Any

import psycopg
import pytest
import time_machine
from django.core.signals import request_finished
from django.db import close_old_connections, connection
from django.test import Client
from pytest_django import Settings

from tests.build import Builder
from tests.public.reading import csv_rows, json_rows, whole
from tracker.exports.columns import COLUMNS
from tracker.exports.hxl import TAGS
from tracker.exports.limit import _LOCKS, AT_ONCE
from tracker.models import Document, Figure

CONTRACT = """
figure_id, figure_url, version, status, counting, place, place_slug, place_kind, enclave, country_iso3, place_role,
place_accuracy, indicator, group, group_text, reported_text, quantifier, reported, reported_max, low, best, high,
calculation, unit, accumulation, count_stage, start_date, start_accuracy, end_date, end_accuracy, date_basis, date_text,
claimed_on, attributed_to, attribution_text, attribution_kind, claimant_is_party, alleged_actor, publisher, document_id,
document_title, document_published, document_published_basis, document_url, archived_url, source_sentence,
context_sentence, sentence_start, sentence_end, report_count, origin_count, repeat_of, subset_of, disputed_on,
verified_on, changed_at
"""


def test_the_columns_are_the_contracts(client: Client, db: None) -> None:
    names = [name.strip() for name in CONTRACT.split(",")]
    assert list(COLUMNS) == names
    assert list(TAGS) == names
    assert whole(client.get("/figures.csv")).decode() == ",".join(names) + "\n"


def test_one_row_whole(client: Client, seeded: None, settings: Settings) -> None:
    settings.SITE_URL = "https://figures.example"
    figure = Figure.objects.get(reported_text="a fifth of them")
    row = next(r for r in csv_rows(client.get("/figures.csv")) if r["figure_id"] == str(figure.pk))
    sentence = figure.excerpt
    assert {name: value for name, value in row.items() if value} == {
        "figure_id": str(figure.pk),
        "figure_url": f"https://figures.example/figures/{figure.pk}/",
        "version": str(figure.version),
        "status": "verified",
        "counting": "subset",
        "place": "Eastern Ghouta",
        "place_slug": "eastern-ghouta",
        "place_kind": "enclave",
        "enclave": "Eastern Ghouta",
        "country_iso3": "SYR",
        "place_role": "event",
        "place_accuracy": "from_context",
        "indicator": "killed",
        "group": "children",
        "group_text": "children",
        "reported_text": "a fifth of them",
        "quantifier": "approximately",
        "best": "244",
        "calculation": "1/5 × 1,220",
        "unit": "person",
        "accumulation": "cumulative",
        "start_date": "2018-02-18",
        "start_accuracy": "day",
        "end_date": "2018-03-15",
        "end_accuracy": "day",
        "date_basis": "publication",
        "date_text": figure.date_text,
        "attribution_kind": "none",
        "publisher": "not stated",
        "document_id": str(figure.document_id),
        "document_title": figure.document.title,
        "document_published": row["document_published"],
        "document_published_basis": "inferred",
        "source_sentence": sentence,
        "context_sentence": figure.context,
        "sentence_start": str(figure.excerpt_start),
        "sentence_end": str(figure.excerpt_end),
        "report_count": "1",
        "origin_count": "1",
        "subset_of": str(figure.subset_of_id),
        "verified_on": "2026-01-01",
        "changed_at": row["changed_at"],
    }
    assert figure.document.text[figure.excerpt_start : figure.excerpt_end] == sentence


def test_every_sentence_is_one_of_its_document(client: Client, seeded: None) -> None:
    texts = dict(Document.objects.values_list("pk", "text"))
    rows = csv_rows(client.get("/figures.csv"))
    assert len(rows) == 31
    for row in rows:
        assert (
            row["source_sentence"] == texts[int(row["document_id"])][int(row["sentence_start"]) : int(row["sentence_end"])]
        )


def test_json_holds_the_same_rows(client: Client, seeded: None) -> None:
    rows = json_rows(client.get("/figures.json"))
    table = csv_rows(client.get("/figures.csv"))
    assert [list(row) for row in rows] == [list(COLUMNS)] * 31
    for name in ("figure_id", "figure_url", "low", "best", "high", "start_date", "source_sentence"):
        assert ["" if row[name] is None else str(row[name]) for row in rows] == [row[name] for row in table]


@time_machine.travel(datetime(2026, 3, 4, 5, tzinfo=UTC), tick=False)
def test_headers(client: Client, db: None) -> None:
    for ending, kind in (("csv", "text/csv; charset=utf-8"), ("json", "application/json")):
        response = client.get(f"/figures.{ending}")
        assert response["Content-Type"] == kind
        assert response["Content-Disposition"] == f'attachment; filename="figures-2026-03-04.{ending}"'
        whole(response)


def test_marks_for_other_programs(client: Client, seeded: None) -> None:
    plain = whole(client.get("/figures.csv"))
    assert whole(client.get("/figures.csv?excel=1")) == b"\xef\xbb\xbf" + plain
    header, rest = plain.split(b"\n", 1)
    tags = ",".join(TAGS.values()).encode()
    assert whole(client.get("/figures.csv?hxl=1")) == header + b"\n" + tags + b"\n" + rest
    assert all(tag.startswith("#") for tag in TAGS.values())
    assert len(set(TAGS.values())) == len(TAGS)
    response = client.get("/figures.csv?excel=yes")
    assert (response.status_code, response.content.decode()) == (400, "excel: “yes” is neither 1 nor left out\n")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_no_cell_is_run_as_a_formula(client: Client, build: Builder, start: str) -> None:
    text = f"{start}SUM(A1) 40 were killed."
    build.provisional(build.document(text=text), excerpt=text, reported_text="40", quantifier="exact", note="")
    (row,) = csv.DictReader(io.StringIO(whole(client.get("/figures.csv")).decode()))
    assert row["source_sentence"] == f"'{text}"


def test_a_bounded_number_runs_at_once(client: Client, db: None) -> None:
    settings = connection.get_connection_params()
    others = [
        psycopg.connect(**{k: v for k, v in settings.items() if k in {"dbname", "user", "password", "host", "port"}})
        for _ in range(AT_ONCE)
    ]
    try:
        for number, other in enumerate(others):
            other.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_LOCKS, number])
        response = client.get("/figures.csv")
        assert (response.status_code, response["Retry-After"]) == (503, "60")
        assert b"downloads are running already: try again in a minute" in response.content
        others[0].rollback()
        again = client.get("/figures.csv")
        assert again.status_code == 200
        whole(again)
    finally:
        for other in others:
            other.close()


@pytest.mark.parametrize("address", ["/figures.csv", "/figures.json"])
def test_a_reader_who_leaves_gives_the_place_back(client: Client, seeded: None, address: str) -> None:
    request_finished.disconnect(close_old_connections)  # it would close the connection that the test's transaction is on
    try:
        for _ in range(AT_ONCE + 1):
            response = client.get(address)
            assert response.status_code == 200
            assert len(connection.savepoint_ids) == 1  # the place is held by a transaction of its own
            response.close()  # before the first byte was read
            assert connection.savepoint_ids == []
    finally:
        request_finished.connect(close_old_connections)


def test_a_stalled_reader_is_cut_off(client: Client, db: None) -> None:
    class Socket:
        timeout: float | None = None

        def settimeout(self, seconds: float) -> None:
            self.timeout = seconds

    socket = Socket()
    extra: dict[str, Any] = {"gunicorn.socket": socket}
    whole(client.get("/figures.csv", **extra))
    assert socket.timeout == 5
