"""Getting in: wrong passwords wait, the second factor is set up once and asked for after each password; and help."""

import re
from base64 import b32decode
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import unquote

import pytest
import time_machine
from axes.models import AccessAttempt, AccessLog
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.contrib.messages import get_messages
from django.core.management import CommandError, call_command
from django.test import Client, RequestFactory
from django.utils.html import strip_tags
from django_otp.oath import totp
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from pytest_django import Settings

from tests.admin.test_figures import as_, said
from tracker.admin.login import client_address

LOGIN, SECOND = "/admin/login/", "/admin/second-factor/"
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def clock_on_the_wall() -> Iterator[time_machine.Traveller]:
    """A clock that stands still until it is moved."""
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture(autouse=True)
def public(settings: Settings) -> None:
    """No demonstration: its notice stands on no page."""
    settings.DEMO = settings.SECOND_FACTOR_REQUIRED = False


@pytest.fixture
def required(settings: Settings) -> None:
    """A public server, where the second factor is asked for."""
    settings.SECOND_FACTOR_REQUIRED = True


def sent_to(response: Any) -> str:
    """Return the address that the answer leads to, readable."""
    return unquote(response["Location"])


def words(response: Any) -> str:
    """Return what the page says, without tags."""
    main = response.text.partition("<main")[2].partition("</main>")[0]
    return " ".join(strip_tags(main.partition(">")[2]).split())


def log_in(name: str, password: str, client: Client | None = None, **extra: Any) -> Any:
    """Give a name and a password."""
    return (client or Client()).post(LOGIN, {"username": name, "password": password, "next": "/admin/"}, **extra)


def refusals(response: Any) -> list[str]:
    """Return what the form says is wrong with the code."""
    return list(response.context["form"].errors["code"])


def key_shown(client: Client) -> bytes:
    """Return the key that the page of setting up shows."""
    found = re.search(r'class="secret">([A-Z2-7 ]+)<', client.get(SECOND).text)
    assert found
    return b32decode(found[1].replace(" ", ""))


def code(key: bytes, *, wrong: bool = False) -> str:
    """Return the code that a phone shows now, or one that it does not."""
    return f"{(totp(key) + wrong) % 10**6:06}"


def set_up(client: Client) -> tuple[bytes, list[str]]:
    """Set up a second factor; return the phone's key and the backup codes."""
    key = key_shown(client)
    return key, client.post(SECOND, {"code": code(key)}).context["codes"]


class TestWrongPasswords:
    """Five for one name from one address, and both wait a quarter of an hour."""

    LOCKED = (
        "Too many wrong passwords Wrong passwords were given for this name several times in a row, so for 15 minutes no "
        "password is tried, not even the right one. This keeps others from guessing yours. What to do: wait 15 minutes, "
        "then log in again. If you do not remember the password, ask an administrator of this site to set a new one. "
        "If it was not you: tell an administrator. Nobody got in. Back to the login"
    )
    WRONG = (
        "Please enter the correct username and password for a staff account. Note that both fields may be case-sensitive."
    )

    def fail(self, times: int, name: str = "amal", **extra: Any) -> Any:
        for _ in range(times):
            response = log_in(name, "wrong", **extra)
        return response

    def test_four_are_forgiven(self, curator: User) -> None:
        response = self.fail(4)
        assert (response.status_code, response.context["form"].non_field_errors()) == (200, [self.WRONG])
        assert log_in("amal", "amal").status_code == 302
        assert not AccessAttempt.objects.exists()
        assert self.fail(4).status_code == 200

    @pytest.mark.parametrize("name", ["amal", "nobody-has-this-name"])
    def test_five_wait_whoever_it_is(self, curator: User, name: str) -> None:
        response = self.fail(5, name)
        assert (response.status_code, response["Retry-After"], words(response)) == (429, "900", self.LOCKED)
        assert log_in(name, name).status_code == 429

    def test_who_waited_gets_in_and_trying_on_does_not_make_it_longer(
        self, curator: User, clock_on_the_wall: time_machine.Traveller
    ) -> None:
        self.fail(5)
        clock_on_the_wall.shift(timedelta(minutes=14))
        assert self.fail(3).status_code == 429
        clock_on_the_wall.shift(timedelta(seconds=61))
        assert log_in("amal", "amal").status_code == 302

    def test_others_are_not_held_up(self, curator: User, reviewer: User) -> None:
        self.fail(5)
        assert log_in("basel", "basel").status_code == 302
        assert log_in("amal", "amal", REMOTE_ADDR="203.0.113.9").status_code == 302

    def test_changing_the_browser_does_not_help(self, curator: User) -> None:
        codes = [log_in("amal", "wrong", HTTP_USER_AGENT=f"browser {n}").status_code for n in range(6)]
        assert codes == [200] * 4 + [429] * 2

    def test_a_forged_address_does_not_help(self, curator: User) -> None:
        codes = [log_in("amal", "wrong", HTTP_X_FORWARDED_FOR=f"203.0.113.{n}").status_code for n in range(6)]
        assert codes == [200] * 4 + [429] * 2

    def test_somebody_at_the_server_can_end_the_wait(self, curator: User, capsys: pytest.CaptureFixture[str]) -> None:
        self.fail(5)
        call_command("axes_reset_username", "amal")
        assert log_in("amal", "amal").status_code == 302

    def test_no_passwords_and_no_log_of_logins_are_kept(self, curator: User) -> None:
        self.fail(1)
        assert "wrong" not in str(AccessAttempt.objects.values())
        log_in("amal", "amal")
        assert not AccessLog.objects.exists()

    @pytest.mark.parametrize(
        ("proxies", "forwarded", "connection", "address"),
        [
            (0, None, "192.0.2.1", "192.0.2.1"),
            (0, "203.0.113.9", "192.0.2.1", "192.0.2.1"),
            (1, "203.0.113.9", "192.0.2.1", "203.0.113.9"),
            (1, "198.51.100.7, 203.0.113.9", "192.0.2.1", "203.0.113.9"),
            (2, "198.51.100.7, 203.0.113.9, 192.0.2.5", "192.0.2.1", "203.0.113.9"),
            (2, "203.0.113.9", "192.0.2.1", "192.0.2.1"),
            (1, None, "192.0.2.1", "192.0.2.1"),
            (1, "unknown", "192.0.2.1", "192.0.2.1"),
            (0, None, "", "0.0.0.0"),
            (0, None, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
            (0, None, "::ffff:192.0.2.1", "192.0.2.1"),
        ],
    )
    def test_which_address_counts(
        self, settings: Settings, proxies: int, forwarded: str | None, connection: str, address: str
    ) -> None:
        settings.TRUSTED_PROXIES = proxies
        meta = {"REMOTE_ADDR": connection} | ({"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {})
        assert client_address(RequestFactory().get("/", **meta)) == address  # type: ignore[arg-type]  # META, not headers


@pytest.mark.usefixtures("required")
class TestSecondFactor:
    """Set up at the first login, asked for at every later one, and nothing before it."""

    UNFIT = "This code does not fit. Type the one that your phone shows now; the phone has to set its clock by itself."
    USED = "This code does not fit, or was used already. Wait for the next one, then type that."
    SOON = "Too many wrong codes. This one was not tried: wait a minute, then type the code shown then."

    def ready(self, clock: time_machine.Traveller) -> tuple[bytes, list[str]]:
        """Set up a second factor for amal, and move to the phone's next code."""
        ready = set_up(as_(User.objects.get(username="amal")))
        clock.shift(30)
        return ready

    def test_the_way_in(self, curator: User, clock_on_the_wall: time_machine.Traveller) -> None:
        client = Client()
        assert log_in("amal", "amal", client).status_code == 302
        response = client.get("/admin/tracker/figure/?status=draft")
        assert sent_to(response) == f"{SECOND}?next=/admin/tracker/figure/?status=draft"
        key = key_shown(client)
        confirmed = client.post(response["Location"], {"code": code(key)})
        assert words(confirmed).startswith("Keep these backup codes Your second factor is set up. For the day when")
        assert confirmed.context["onward"] == "/admin/tracker/figure/?status=draft"
        assert len(set(confirmed.context["codes"])) == 10
        assert client.get("/admin/tracker/figure/").status_code == 200
        assert [entry.change_message for entry in LogEntry.objects.all()] == ["Set up a second factor."]

        clock_on_the_wall.shift(30)
        log_in("amal", "amal", client := Client())
        assert words(client.get(SECOND)).startswith("Your second factor Open the authenticator on your phone")
        assert sent_to(client.post(f"{SECOND}?next=/admin/tracker/place/", {"code": code(key)})) == "/admin/tracker/place/"
        assert client.get("/admin/tracker/place/").status_code == 200
        assert sent_to(client.get(SECOND)) == "/admin/"

    def test_a_superuser_goes_the_same_way(self, db: None) -> None:
        client = as_(User.objects.create_superuser("root"))
        assert sent_to(client.get("/admin/auth/group/")) == f"{SECOND}?next=/admin/auth/group/"
        set_up(client)
        assert client.get("/admin/auth/group/").status_code == 200

    def test_the_page_of_setting_up(self, curator: User) -> None:
        client = as_(curator)
        assert client.get(f"{SECOND}qr.svg").status_code == 404
        page = client.get(SECOND)
        assert (page.status_code, page["Cache-Control"]) == (
            200,
            "max-age=0, no-cache, no-store, must-revalidate, private",
        )
        assert "A password can be guessed or stolen." in words(page)
        assert 'href="otpauth://totp/Figure%20tracker%20127.0.0.1%3Aamal?secret=' in page.text
        picture = client.get(f"{SECOND}qr.svg")
        assert (picture.status_code, picture["Content-Type"]) == (200, "image/svg+xml")
        assert b'fill="#fff"' in picture.content

    @pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "²²²²²²", "0123456789"])
    def test_setting_up_takes_the_phones_code_only(self, curator: User, typed: str) -> None:
        client = as_(curator)
        key_shown(client)
        response = client.post(SECOND, {"code": typed})
        assert refusals(response) == [self.UNFIT if typed else "Type the code that your phone shows."]
        assert not TOTPDevice.objects.exists()

    def test_codes_are_understood_as_people_type_them(self, curator: User) -> None:
        client = as_(curator)
        shown = code(key_shown(client)).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
        assert "codes" in client.post(SECOND, {"code": f" {shown[:3]} {shown[3:]}"}).context

    def test_each_session_has_a_key_of_its_own(self, curator: User) -> None:
        first, second = as_(curator), as_(curator)
        assert key_shown(first) == key_shown(first) != key_shown(second)
        set_up(first)
        assert words(second.get(SECOND)).startswith("Your second factor Open")  # its key is worth nothing now

    def test_a_wrong_code_and_then_waiting(self, curator: User, clock_on_the_wall: time_machine.Traveller) -> None:
        key, _ = self.ready(clock_on_the_wall)
        client = as_(curator)
        wrong = client.post(SECOND, {"code": code(key, wrong=True)})
        assert (wrong.status_code, refusals(wrong)) == (200, [self.USED])
        early = client.post(SECOND, {"code": code(key)})
        assert (early.status_code, refusals(early)) == (429, [self.SOON])
        for _ in range(9):
            clock_on_the_wall.shift(timedelta(hours=1))
            client.post(SECOND, {"code": code(key, wrong=True)})
        late = client.post(SECOND, {"code": code(key)})
        assert refusals(late) == [
            "Too many wrong codes. This one was not tried: wait 8\xa0minutes, or ask an administrator for help."
        ]
        assert sent_to(client.get("/admin/")).startswith(SECOND)
        clock_on_the_wall.shift(timedelta(hours=1))
        assert client.post(SECOND, {"code": code(key)}).status_code == 302

    def test_a_code_works_once(self, curator: User, clock_on_the_wall: time_machine.Traveller) -> None:
        key, _ = self.ready(clock_on_the_wall)
        assert as_(curator).post(SECOND, {"code": code(key)}).status_code == 302
        assert refusals(as_(curator).post(SECOND, {"code": code(key)})) == [self.USED]

    def test_the_code_of_setting_up_is_used_too(self, curator: User, clock_on_the_wall: time_machine.Traveller) -> None:
        key, _ = set_up(as_(curator))
        assert refusals(as_(curator).post(SECOND, {"code": code(key)})) == [self.USED]

    def test_a_backup_code_works_once(self, curator: User, clock_on_the_wall: time_machine.Traveller) -> None:
        _, codes = self.ready(clock_on_the_wall)
        client = as_(curator)
        response = client.post(SECOND, {"code": codes[0]})
        assert said(response) == [
            "You used a backup code; 9 are left. If your phone is lost, ask an administrator to remove it, "
            "and set up another."
        ]
        assert client.get("/admin/").status_code == 200
        assert refusals(as_(curator).post(SECOND, {"code": codes[0]})) == [self.USED]

    def test_somebody_elses_code_does_not_fit(
        self, curator: User, reviewer: User, clock_on_the_wall: time_machine.Traveller
    ) -> None:
        key, codes = self.ready(clock_on_the_wall)
        theirs = as_(reviewer)
        set_up(theirs)
        clock_on_the_wall.shift(30)
        for typed in (code(key), codes[0]):
            assert refusals(as_(reviewer).post(SECOND, {"code": typed})) == [self.USED]

    @pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example", "javascript:alert(1)", ""])
    def test_onward_is_never_somewhere_else(self, curator: User, wanted: str) -> None:
        client = as_(curator)
        response = client.post(f"{SECOND}?next={wanted}", {"code": code(key_shown(client))})
        assert response.context["onward"] == "/admin/"

    def test_waiting_one_may_log_out(self, curator: User) -> None:
        client = as_(curator)
        assert "You gave the password of amal." in words(client.get(SECOND))
        assert client.post("/admin/logout/").status_code == 200
        assert sent_to(client.get("/admin/")) == f"{LOGIN}?next=/admin/"

    def test_the_login_page_leads_on_to_the_missing_step(self, curator: User) -> None:
        assert sent_to(as_(curator).get(f"{LOGIN}?next=/admin/tracker/place/")) == f"{SECOND}?next=/admin/tracker/place/"

    def test_nobody_unknown_sees_the_pages(self, db: None) -> None:
        assert sent_to(Client().get(SECOND)) == "/admin/"
        assert sent_to(Client().post(SECOND, {"code": "123456"})) == "/admin/"
        assert Client().get(f"{SECOND}qr.svg").status_code == 404

    def test_a_reader_with_an_account_sees_neither(self, db: None) -> None:
        client = as_(User.objects.create_user("reader"))
        assert sent_to(client.get(SECOND)) == "/admin/"
        assert sent_to(client.get("/admin/")) == f"{LOGIN}?next=/admin/"


def test_the_demonstration_asks_for_no_second_factor(curator: User, settings: Settings) -> None:
    settings.SECOND_FACTOR_REQUIRED = False
    client = as_(curator)
    assert client.get("/admin/").status_code == 200
    assert sent_to(client.get(SECOND)) == "/admin/"


@pytest.mark.usefixtures("required")
class TestLostPhone:
    """An administrator takes it from the account, a superuser's too only a superuser; the history keeps it."""

    def page(self, of: User) -> str:
        return f"/admin/auth/user/{of.pk}/second-factor/"

    def test_removed_and_set_up_anew(self, curator: User, administrator: User) -> None:
        theirs, helper = as_(curator), as_(administrator)
        set_up(theirs)
        set_up(helper)
        account = helper.get(f"/admin/auth/user/{curator.pk}/change/")
        assert f'href="{self.page(curator)}"' in account.text
        asked = helper.get(self.page(curator))
        assert "Do this only for somebody whom you recognise, by voice or face" in words(asked)
        response = helper.post(self.page(curator))
        assert [str(m) for m in get_messages(response.wsgi_request)] == [
            "Removed. amal is now asked to set up another, before anything else."
        ]
        assert sent_to(theirs.get("/admin/")) == f"{SECOND}?next=/admin/"
        assert not StaticToken.objects.filter(device__user=curator).exists()
        entries = LogEntry.objects.filter(object_id=str(curator.pk)).order_by("pk")
        assert [(entry.user, entry.change_message) for entry in entries] == [
            (curator, "Set up a second factor."),
            (administrator, "Removed the second factor."),
        ]
        set_up(theirs)
        assert theirs.get("/admin/").status_code == 200

    def test_nothing_to_remove(self, curator: User, administrator: User) -> None:
        helper = as_(administrator)
        set_up(helper)
        assert "amal has no second factor, so there is nothing to remove." in words(helper.get(self.page(curator)))
        assert said(helper.post(self.page(curator))) == []

    def test_who_may_not(self, curator: User, administrator: User, editor: User) -> None:
        root = User.objects.create_superuser("root")
        set_up(as_(root))
        for user, of in ((editor, curator), (administrator, root)):
            client = as_(user)
            set_up(client)
            assert [client.get(self.page(of)).status_code, client.post(self.page(of)).status_code] == [403, 403]
        assert TOTPDevice.objects.filter(user=root).exists()

    def test_at_the_server(self, curator: User, capsys: pytest.CaptureFixture[str]) -> None:
        set_up(as_(curator))
        call_command("remove_second_factor", "amal")
        call_command("remove_second_factor", "amal")
        assert capsys.readouterr().out == ("Removed. amal sets up another at the next login.\namal has no second factor.\n")
        assert str(LogEntry.objects.latest("pk").change_message) == "Second factor removed by a command on the server."
        with pytest.raises(CommandError, match=r"^there is no account “nobody”$") as refused:
            call_command("remove_second_factor", "nobody")
        assert refused.value.returncode == 2
