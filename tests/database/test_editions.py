"""The edition by which pages are answered 304: the application's role can neither set nor freeze it."""

from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection, connections

from tests.build import Builder
from tests.database.attacking import attack, update
from tests.flush import CONNECT
from tracker.models import Edition, Figure

pytestmark = pytest.mark.django_db(transaction=True)

DENIED = "42501: permission denied for table tracker_edition"


@pytest.fixture
def figure(transactional_db: None, build: Builder) -> Figure:
    return build.draft()


def edition() -> list[str]:
    """Return the edition that stands now."""
    return [str(token) for token in Edition.objects.order_by("pk").values_list("token", flat=True)]


@pytest.mark.parametrize(
    ("sql", "refusal"),
    [
        ("UPDATE tracker_edition SET token = gen_random_uuid()", DENIED),
        ("INSERT INTO tracker_edition (transaction) VALUES (1)", DENIED),
        ("DELETE FROM tracker_edition", DENIED),
        ("TRUNCATE tracker_edition", DENIED),
        ("SELECT FROM tracker_edition FOR UPDATE", DENIED),
        ("LOCK TABLE tracker_edition IN SHARE MODE", DENIED),
        ("DROP TRIGGER edition ON tracker_figure", "42501: must be owner of relation tracker_figure"),
        ("ALTER TABLE tracker_figure DISABLE TRIGGER edition", "42501: must be owner of table tracker_figure"),
        ("ALTER FUNCTION tracker_new_edition() SECURITY INVOKER", "42501: must be owner of function tracker_new_edition"),
        ("SET session_replication_role = replica", '42501: permission denied to set parameter "session_replication_role"'),
        ("SELECT tracker_new_edition()", "42501: permission denied for function tracker_new_edition"),
    ],
)
def test_the_application_cannot_write_it(figure: Figure, sql: str, refusal: str) -> None:
    before = edition()
    assert attack(sql) == refusal
    assert edition() == before


@pytest.fixture
def session(figure: Figure) -> Iterator[psycopg.Connection]:
    """A session of the application's role of its own, which a test may spoil."""
    parameters = {k: v for k, v in connection.get_connection_params().items() if k in CONNECT}
    with psycopg.connect(**parameters, autocommit=True) as opened:
        yield opened


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TEMPORARY TABLE tracker_edition (transaction bigint PRIMARY KEY, token uuid)",
        "SET search_path = pg_temp",
        "SET pgtrigger.ignore = '{edition}'",
        "SET CONSTRAINTS ALL DEFERRED",
    ],
)
def test_a_session_s_own_settings_and_tables_change_nothing(figure: Figure, session: psycopg.Connection, sql: str) -> None:
    before = edition()
    session.execute(sql)
    session.execute(
        "UPDATE public.tracker_figure SET note = 'x', version = version + 1, changed_at = changed_at + interval '1 second'"
    )
    assert edition() != before


def test_a_savepoint_that_was_rolled_back_takes_nothing_along(figure: Figure, session: psycopg.Connection) -> None:
    before = edition()
    write = "UPDATE tracker_figure SET note = %s, version = version + 1, changed_at = changed_at + interval '1 second'"
    with session.transaction():
        try:
            with session.transaction():
                session.execute(write, ["x"])
                raise psycopg.errors.RaiseException  # noqa: TRY301  # what a refusal looks like
        except psycopg.errors.RaiseException:
            session.execute(write, ["y"])
    assert edition() != before


def test_it_belongs_to_the_owner_and_looks_tables_up_in_public_first(figure: Figure) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT proowner::regrole::text, prosecdef, proconfig, has_function_privilege(oid, 'EXECUTE')"
            " FROM pg_proc WHERE proname = 'tracker_new_edition'"
        )
        found = cursor.fetchall()
    owner = connections["owner"].settings_dict["USER"]
    assert found == [(owner, True, ["search_path=public, pg_temp"], False)]


def test_writing_again_in_one_transaction_costs_one_row(figure: Figure) -> None:
    before = set(Edition.objects.values_list("token", flat=True))
    assert update(figure, "low = 30, calculation = 'the second page says 30'") == "let through: 1"
    assert len(set(Edition.objects.values_list("token", flat=True)) - before) == 1
