"""What all tests share: a throw-away database used as the application's role, people, and the seeds' figures."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.db import connections
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis
from pytest_django import DjangoDbBlocker

from tests import flush
from tests.build import Builder
from tracker.imports.reference import load_reference
from tracker.imports.seeds import load_seed, read_seeds

BROWSER = Path(__file__).parent / "browser"
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")  # of tests that run side by side, each with a database of its own
START = datetime(2026, 1, 1, 9, tzinfo=UTC)

# The same examples everywhere, and no clock: a loaded machine takes longer than any deadline. New ones: CONTRIBUTING.md.
hypothesis.register_profile("search", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis.register_profile("same", hypothesis.get_profile("search"), derandomize=True)
hypothesis.load_profile("same")


def pytest_configure() -> None:
    """Keep the tests' database apart from a running demonstration's, and let it be lost with the power."""
    beside = f"tests-{WORKER}" if WORKER else "tests"
    for database in settings.DATABASES.values():
        if "DATA" in database:
            database["DATA"] = Path(database["DATA"]).parent / beside
            database["DURABLE"] = False
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.WHITENOISE_AUTOREFRESH = settings.WHITENOISE_USE_FINDERS = True
    settings.STATIC_ROOT = None
    settings.SECOND_FACTOR_REQUIRED = False  # behind a DATABASE_URL too; tests/admin/test_login.py asks for it
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Make the test database as the owner; every test then speaks to it as the application's role."""
    if connections["default"].settings_dict["USER"] == connections["owner"].settings_dict["USER"]:
        pytest.exit("The tests need two roles: set DATABASE_OWNER_URL to the role that owns the tables (README).", 2)
    with django_db_blocker.unblock():
        owner, application = connections["owner"], connections["default"]
        real = owner.settings_dict["NAME"]
        if WORKER:
            owner.settings_dict["TEST"]["NAME"] = f"test_{real}_{WORKER}"
        owner.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        application.close()
        application.settings_dict["NAME"] = owner.settings_dict["NAME"]
        flush.install(owner)
    yield
    with django_db_blocker.unblock():
        application.close()
        owner.creation.destroy_test_db(real, verbosity=0)
        owner.close()


@pytest.fixture
def clock() -> Iterator[datetime]:
    """Return moments, each a minute after the one before."""
    return (START + timedelta(minutes=n) for n in count())


@pytest.fixture
def reference(db: None) -> None:
    """Places, sources and roles of fixtures/."""
    load_reference(settings.BASE_DIR / "fixtures", at=START)


def _person(name: str, role: str) -> User:
    user = User.objects.create_user(name, password=name, is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    return user


@pytest.fixture
def curator(reference: None) -> User:
    """Somebody who enters figures."""
    return _person("amal", "curator")


@pytest.fixture
def reviewer(reference: None) -> User:
    """Somebody who verifies what others entered."""
    return _person("basel", "reviewer")


@pytest.fixture
def editor(reference: None) -> User:
    """Somebody who does both, and keeps places and sources."""
    return _person("dina", "editor")


@pytest.fixture
def other_editor(reference: None) -> User:
    """A second editor."""
    return _person("elias", "editor")


@pytest.fixture
def administrator(reference: None) -> User:
    """Somebody who keeps accounts."""
    return _person("farah", "administrator")


@pytest.fixture
def build(curator: User, reviewer: User, clock: Iterator[datetime]) -> Builder:
    """Make documents and figures through the review functions."""
    return Builder(curator=curator, reviewer=reviewer, clock=clock)


def _seed(curator: User, reviewer: User, verified: int) -> None:
    for i, seed in enumerate(read_seeds(settings.BASE_DIR / "seeds")):
        load_seed(seed, at=START, entered_by=curator, verified_by=reviewer if i < verified else None)


@pytest.fixture
def seeded(curator: User, reviewer: User) -> None:
    """All five seed documents, every figure verified."""
    _seed(curator, reviewer, verified=5)


@pytest.fixture
def seeded_demo(curator: User, reviewer: User) -> None:
    """The five seed documents as the demonstration has them: the fifth stays provisional."""
    _seed(curator, reviewer, verified=4)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark the browser tests, so that a whole run can tell whether they ran."""
    for item in items:
        if BROWSER in item.path.parents:
            item.add_marker("browser")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Fail a whole run in which no browser test passed, or any test was skipped: nobody would be told otherwise."""
    report = session.config.pluginmanager.get_plugin("terminalreporter")
    whole = not (session.config.option.keyword or session.config.option.markexpr or session.config.option.collectonly)
    named = [a for a in session.config.invocation_params.args if not str(a).startswith("-")]
    if report is None or exitstatus != pytest.ExitCode.OK or not whole or named:
        return
    in_browser = [r for r in report.stats.get("passed", []) if "browser" in r.keywords and r.when == "call"]
    if not in_browser or report.stats.get("skipped"):
        report.write_line("FAILED: a whole run needs its browser tests, and skips nothing.", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
