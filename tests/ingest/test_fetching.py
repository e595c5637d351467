"""Fetching: what is asked of whom, what is refused before a byte is sent, and servers that never come to an end."""

import gzip
import ssl
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ingest import server
from tests.ingest.server import ARTICLE, PUBLIC, Answer, Site, page, redirect, serving, status
from tracker.ingest.addresses import is_public
from tracker.ingest.errors import Unusable
from tracker.ingest.fetching import Page, fetch

CERTIFICATE = Path(__file__).parent / "news.example.pem"


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as started:
        yield started


def got(site: Site, address: str, seconds: float = 10) -> Page:
    return fetch(address, agent="figure-tracker (+https://figures.example)", internet=site.internet(), seconds=seconds)


def refused(site: Site, address: str, seconds: float = 10) -> str:
    with pytest.raises(Unusable) as error:
        got(site, address, seconds)
    assert "\n" not in str(error.value)
    return str(error.value)


def test_a_page_and_what_is_asked_for_it(site: Site) -> None:
    site.answers["/a%20page?day=6%20March"] = page(Content_Type="text/html; charset=ISO-8859-1")
    found = got(site, "http://News.Example/a%20page?day=6%20March#top")
    assert found == Page("http://news.example/a%20page?day=6%20March", "text/html", "iso-8859-1", ARTICLE)
    assert site.connected == [(PUBLIC, 80)]
    assert site.asked == [
        (
            "/a%20page?day=6%20March",
            {
                "Host": "news.example",
                "User-Agent": "figure-tracker (+https://figures.example)",
                "Accept": "text/html, application/xhtml+xml, text/plain, application/pdf",
                "Accept-Encoding": "identity",
            },
        )
    ]


def test_names_and_paths_that_are_not_ascii(site: Site) -> None:
    site.names["xn--nchrichten-q5a.example"] = [PUBLIC]
    site.answers["/%D8%AE%D8%A8%D8%B1"] = page()
    assert got(site, "http://nächrichten.example/خبر").address == "http://xn--nchrichten-q5a.example/%D8%AE%D8%A8%D8%B1"


def test_redirects_are_followed_also_to_another_server(site: Site) -> None:
    site.names["www.news.example"] = ["2a00:1450:4001::1"]
    site.answers |= {
        "/old": redirect("/new", 301),
        "/new": redirect("http://www.news.example/newest", 307),
        "/newest": page(),
    }
    assert got(site, "http://news.example/old").address == "http://www.news.example/newest"
    assert site.connected == [(PUBLIC, 80), (PUBLIC, 80), ("2a00:1450:4001::1", 80)]


def test_a_packed_page_that_was_not_asked_for(site: Site) -> None:
    site.answers["/"] = page(gzip.compress(ARTICLE), Content_Encoding="gzip")
    assert got(site, "http://news.example").body == ARTICLE


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("file:///etc/passwd", "“file” is not fetched: only http and https are"),
        ("ftp://news.example/a", "“ftp” is not fetched: only http and https are"),
        ("gopher://127.0.0.1:6379/_INFO", "“gopher” is not fetched: only http and https are"),
        ("http://amal:secret@news.example/", "the address holds a name or a password: give it without"),
        ("http://news.example@127.0.0.1/", "the address holds a name or a password: give it without"),
        ("http://news.example:22/", "port 22 is not fetched: only 80 and 443 are"),
        ("http://news.example:99999/", "not a web address: Port out of range 0-65535"),
        ("http://[::1/", "not a web address: Invalid IPv6 URL"),
        ("http:///path", "not a web address: it names no server"),
        ("http://news.example/a b", "not a web address: it has a space, a backslash or a control character"),
        ("http://news.example\\@127.0.0.1/", "not a web address: it has a space, a backslash or a control character"),
        ("http://news.example/\r\nHost: x", "not a web address: it has a space, a backslash or a control character"),
        ("http://" + "a" * 1000, "the address is longer than 1000 characters"),
        ("http://nowhere.example/", "there is no server “nowhere.example”"),
        ("http://" + "ä" * 70 + ".example/", "not a web address: "),
    ],
)
def test_addresses_that_are_not_fetched(site: Site, address: str, why: str) -> None:
    assert refused(site, address).startswith(why)
    assert site.connected == []


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "2130706433",  # the same, as one number
        "0x7f.1",
        "0177.0.0.1",
        "127.1",
        "0.0.0.0",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "100.64.0.1",
        "169.254.169.254",  # the inside of most clouds
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:a9fe:a9fe]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "[fe80::1]",
        "[fc00::1]",
        "[fec0::1]",
        "224.0.0.1",
        "255.255.255.255",
    ],
)
@pytest.mark.parametrize("redirected", [False, True])
def test_machines_that_are_not_on_the_public_internet(site: Site, host: str, redirected: bool) -> None:
    site.answers["/"] = redirect(f"http://{host}/latest/meta-data")
    words = refused(site, "http://news.example/" if redirected else f"http://{host}/")
    assert words.startswith(f"“{host.strip('[]')}” is not on the public internet (")
    assert site.connected == [(PUBLIC, 80)] * redirected


@pytest.mark.parametrize(
    ("location", "why"),
    [
        ("file:///etc/passwd", "“file” is not fetched: only http and https are"),
        ("//127.0.0.1/", "“127.0.0.1” is not on the public internet (127.0.0.1): only public pages are fetched"),
        ("http://news.example:8080/", "port 8080 is not fetched: only 80 and 443 are"),
        ("http://amal@news.example/", "the address holds a name or a password: give it without"),
        ("/", "the server redirects more than 5 times"),
    ],
)
def test_redirects_are_checked_like_addresses(site: Site, location: str, why: str) -> None:
    site.answers["/"] = redirect(location)
    assert refused(site, "http://news.example/") == why


def test_a_name_with_one_address_inside_is_refused(site: Site) -> None:
    site.names["news.example"] = [PUBLIC, "10.0.0.1"]
    assert refused(site, "http://news.example/").startswith("“news.example” is not on the public internet (10.0.0.1)")


def test_the_connection_goes_to_the_address_that_was_checked(site: Site) -> None:
    """A name server that gives another answer the second time is asked once only."""
    answers = iter([[PUBLIC], ["127.0.0.1"]])
    site.answers["/"] = page()
    outside = site.internet()
    rebinding = type(outside)(resolve=lambda host, port: next(answers), connect=outside.connect)
    assert fetch("http://news.example/", agent="x", internet=rebinding).body == ARTICLE
    assert site.connected == [(PUBLIC, 80)]
    assert next(answers) == ["127.0.0.1"]


def test_the_next_address_is_tried_when_one_does_not_answer(site: Site) -> None:
    site.names["news.example"] = ["2a00:1450:4001::1", PUBLIC]
    site.answers["/"] = page()
    outside = site.internet()

    def connect(address: tuple[str, int], timeout: float) -> object:
        if ":" in address[0]:
            raise OSError(101, "Network is unreachable")
        return outside.connect(address, timeout)

    half = type(outside)(resolve=outside.resolve, connect=connect)  # type: ignore[arg-type]
    assert fetch("http://news.example/", agent="x", internet=half).body == ARTICLE
    site.names["news.example"] = ["2a00:1450:4001::1"]
    with pytest.raises(Unusable, match=r"the server cannot be reached \(Network is unreachable\)"):
        fetch("http://news.example/", agent="x", internet=half)


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (status(404), "the server answers 404 (Not Found)"),
        (status(500), "the server answers 500 (Internal Server Error)"),
        (status(799), "the server answers 799"),
        (status(204), "the server answers 204 (No Content)"),
        (status(302), "the server answers 302 (Found)"),
        (server.endless, "larger than 10 MB"),
        (server.bomb, "larger than 10 MB"),
        (page(b"", Content_Length="99999999999"), "larger than 10 MB"),
        (page(b"\x1f\x8b nonsense", Content_Encoding="gzip"), "the server sends a damaged page"),
        (
            page(gzip.compress(ARTICLE)[:-9], Content_Encoding="gzip"),
            "the server cannot be reached (the connection broke off)",
        ),
        (page(Content_Encoding="br"), "the server packs the page in a way that was not asked for ('br')"),
        (server.breaks_off, "the server cannot be reached (the connection broke off)"),
    ],
)
def test_answers_that_are_no_page(site: Site, answer: Answer, why: str) -> None:
    site.answers["/"] = answer
    assert refused(site, "http://news.example/") == why


@pytest.mark.parametrize("answer", [server.dripping_body, server.dripping_headers])
def test_a_server_that_never_comes_to_an_end_is_cut_off(site: Site, answer: Answer) -> None:
    site.answers["/"] = answer
    began = time.monotonic()
    assert refused(site, "http://news.example/", seconds=0.5) == (
        "the server takes too long: try again later, or save the page and give the file"
    )
    assert time.monotonic() - began < 10


def test_https_checks_the_name_though_the_address_is_fixed() -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    with serving(lambda plain: context.wrap_socket(plain, server_side=True)) as site:
        site.names["other.example"] = [PUBLIC]
        site.answers["/"] = page()
        internet = site.internet(trusted=lambda: ssl.create_default_context(cafile=str(CERTIFICATE)))
        assert fetch("https://news.example/", agent="x", internet=internet).body == ARTICLE
        assert (site.connected, site.asked[0][1]["Host"]) == ([(PUBLIC, 443)], "news.example")
        with pytest.raises(Unusable, match="its certificate is not valid: Hostname mismatch"):
            fetch("https://other.example/", agent="x", internet=internet)
        with pytest.raises(Unusable, match=r"its certificate is not valid: self.signed certificate"):
            fetch("https://news.example/", agent="x", internet=site.internet())


def test_public_addresses() -> None:
    assert [is_public(a) for a in ("8.8.8.8", "2a00:1450:4001::1", "::ffff:8.8.8.8", "64:ff9b::808:808")] == [True] * 4
