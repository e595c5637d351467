"""Pages that nobody changed are not made again, and pages that somebody changed are."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern
from pytest_django import Settings

from tests.build import Builder
from tests.database.attacking import attack, update
from tests.public.addresses import every_address
from tests.public.reading import whole
from tracker import review
from tracker.models import Edition, Figure
from tracker.models.editions import UNWATCHED
from tracker.urls import urlpatterns

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])

WRITE = "version = version + 1, changed_at = changed_at + interval '1 second'"


@pytest.fixture
def figure(transactional_db: None, build: Builder) -> Figure:
    """A checked figure, beside a provisional one, a part of it, a repeat and one of a confidential document."""
    figure = build.verified()
    build.provisional(repeat_of=figure)
    build.provisional(build.document("A secret: 40 were killed.", confidential=True), **SECRET)
    return figure


SECRET: dict[str, Any] = {"excerpt": "A secret: 40 were killed.", "reported_text": "40", "quantifier": "exact"}


def pages() -> list[str]:
    """Return every address that may be asked for conditionally, those that other tests do not know yet included."""
    routes = [
        f"/{route.pattern}" for route in urlpatterns if isinstance(route, URLPattern) and "<" not in str(route.pattern)
    ]
    return [address for address in dict.fromkeys([*every_address(), *routes]) if address not in {"/healthz", "/robots.txt"}]


def tags(client: Client, *addresses: str) -> dict[str, str]:
    """Return the ETag of these addresses, or of all; a page that is not there has none."""
    found = {}
    for address in addresses or pages():
        response = client.get(address)
        whole(response)  # gives a download's place back
        if response.status_code == 200:
            found[address] = response["ETag"]
    return found


@pytest.mark.usefixtures("figure")
def test_a_page_that_nobody_changed_is_not_made_again(client: Client) -> None:
    found = tags(client)
    assert len(found) > 40
    assert len(set(found.values())) == len(found)
    for address, tag in found.items():
        for ask in (client.get, client.head):
            with CaptureQueriesContext(connection) as queries:
                response = ask(address, headers={"if-none-match": tag})
            assert (response.status_code, response["ETag"], response["Cache-Control"]) == (304, tag, "no-cache"), address
            assert [query["sql"].count("tracker_edition") > 0 for query in queries] == [True], address
            assert (response.templates, whole(response)) == ([], b""), address


def test_a_page_that_is_made_may_be_kept_and_asked_for_again(client: Client, figure: Figure) -> None:
    page = client.get(f"/figures/{figure.pk}/", headers={"if-none-match": 'W/"another"'})
    assert (page.status_code, page["Cache-Control"], page["Vary"]) == (200, "no-cache", "Accept-Encoding")
    assert page["ETag"].startswith('W/"')


@pytest.mark.parametrize("address", ["/figures/999/", "/nowhere", "/places/nowhere/", "/figures/?x=1", "/healthz"])
def test_what_is_wrong_is_not_kept(client: Client, figure: Figure, address: str) -> None:
    assert "ETag" not in client.get(address)


def _place(figure: Figure) -> None:
    assert attack(f"UPDATE tracker_place SET name = 'Ghouta', {WRITE} WHERE id = %s", [figure.place_id]) == "let through: 1"


def _period(figure: Figure) -> None:
    columns = "place_id, status, start_date, start_accuracy, end_accuracy, evidence, changed_at, change_reason, version"
    values = "%s, 'ceasefire', '2018-01-01', 'day', 'day', 'x', now(), 'x', 1"
    assert attack(f"INSERT INTO tracker_placeperiod ({columns}) VALUES ({values})", [figure.place_id]) == "let through: 1"


def _overlap(figure: Figure) -> None:
    sql = "INSERT INTO tracker_place_overlaps (from_place_id, to_place_id) SELECT min(id), max(id) FROM tracker_place"
    assert attack(sql) == "let through: 1"


def _source(figure: Figure) -> None:
    sql = f"UPDATE tracker_source SET party_to_conflict = true, {WRITE} WHERE id = %s"
    assert attack(sql, [figure.attributed_to_id]) == "let through: 1"


def _document(figure: Figure) -> None:
    sql = f"UPDATE tracker_document SET title = 'x', {WRITE} WHERE id = %s"
    assert attack(sql, [figure.document_id]) == "let through: 1"


def _figure(figure: Figure) -> None:
    assert update(figure, "note = 'x'") == "let through: 1"


def _truncated(figure: Figure) -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute("TRUNCATE tracker_place_overlaps")


@pytest.mark.parametrize("change", [_figure, _document, _source, _place, _period, _overlap, _truncated])
def test_a_page_that_somebody_changed_in_sql_is_made_again(
    client: Client, figure: Figure, change: Callable[[Figure], None]
) -> None:
    some = ["/", "/places/", "/places/eastern-ghouta/", "/places/eastern-ghouta/series.json", "/figures/", "/figures.csv"]
    some += ["/figures.json", f"/figures/{figure.pk}/", f"/documents/{figure.document_id}/", "/methodology/"]
    before = tags(client, *some)
    change(figure)
    after = tags(client, *some)
    assert list(before) == list(after) == some
    assert [address for address in some if after[address] == before[address]] == []


def test_pages_change_with_each_act_of_review(
    client: Client, figure: Figure, build: Builder, clock: Iterator[datetime]
) -> None:
    who = {"by": build.reviewer, "figure": figure}
    seen = [client.get("/")["ETag"]]
    review.revise(by=build.curator, at=next(clock), figure=figure, values={"low": 30}, reason="page 2")
    seen.append(client.get("/")["ETag"])
    review.dispute(**who, at=next(clock), reason="denied")  # type: ignore[arg-type]
    seen.append(client.get("/")["ETag"])
    build.draft()
    seen.append(client.get("/")["ETag"])
    assert len(set(seen)) == len(seen)


def test_a_change_that_was_rolled_back_is_none(client: Client, figure: Figure) -> None:
    before = client.get("/")["ETag"]
    assert attack("UPDATE tracker_figure SET note = 'x' WHERE id = %s", [figure.pk]) == "stale_write"
    assert client.get("/")["ETag"] == before


def test_a_transaction_that_is_committed_after_a_later_one(client: Client, figure: Figure) -> None:
    """The highest number of a transaction or of a history row would be the same before and after."""
    other = connections["owner"]
    seen = [client.get("/")["ETag"]]
    other.set_autocommit(autocommit=False)
    try:
        with other.cursor() as cursor:
            cursor.execute(f"UPDATE tracker_place SET name = 'Ghouta', {WRITE} WHERE id = %s", [figure.place_id])
        _source(figure)
        seen.append(client.get("/")["ETag"])
        other.commit()
    finally:
        other.set_autocommit(autocommit=True)
    seen.append(client.get("/")["ETag"])
    assert len(set(seen)) == len(seen)
    gone = over()
    _document(figure)
    assert not Edition.objects.filter(pk__in=gone)


def over() -> list[int]:
    """Return the editions whose transactions are over for all who use the server: other tests may, beside these."""
    rows = "SELECT transaction FROM tracker_edition WHERE transaction < txid_snapshot_xmin(txid_current_snapshot())"
    with connection.cursor() as cursor:
        cursor.execute(rows)
        return [number for (number,) in cursor.fetchall()]


def test_a_restored_database_begins_anew(client: Client, figure: Figure) -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute("INSERT INTO tracker_edition (transaction) VALUES (10 ^ 15)")
    seen = client.get("/")["ETag"]
    gone = [10**15, *over()]
    _source(figure)
    assert not Edition.objects.filter(pk__in=gone)
    assert client.get("/")["ETag"] != seen


@pytest.mark.usefixtures("figure")
def test_pages_read_only_tables_that_begin_an_edition(client: Client) -> None:
    with CaptureQueriesContext(connection) as queries:
        tags(client, *(a for a in pages() if not a.startswith("/figures.csv")))  # no COPY is captured
    asked = {
        name
        for query in queries
        for name in re.findall(r"\b(?:FROM|JOIN)\s+\(?\"?(\w+)\"?", query["sql"])
        if name not in {"SELECT", "inside", "unnest"}
    }
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'edition'")
        watched = {name for (name,) in cursor.fetchall()}
        cursor.execute(
            "SELECT DISTINCT refobjid::regclass::text FROM pg_depend d JOIN pg_rewrite r ON r.oid = d.objid"
            " WHERE r.ev_class = 'published_figure'::regclass AND d.refclassid = 'pg_class'::regclass"
        )
        viewed = {name for (name,) in cursor.fetchall()}
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename LIKE 'tracker\\_%%'")
        ours = {name for (name,) in cursor.fetchall()}
    assert "published_figure" in asked
    assert (asked | viewed) - watched == {"published_figure", "tracker_edition"}
    assert ours - watched - set(UNWATCHED) == {"tracker_edition"}


@pytest.mark.parametrize("setting", ["SITE_URL", "CONTACT", "LANGUAGE_CODE"])
def test_another_release_or_setting_is_another_edition(
    client: Client, figure: Figure, settings: Settings, setting: str
) -> None:
    before = client.get("/")["ETag"]
    setattr(settings, setting, {"LANGUAGE_CODE": "en-us"}.get(setting, "https://figures.example"))
    assert client.get("/")["ETag"] != before
