"""Fetching one page that a person asked for, and never anything that only machines inside may reach.

Whoever may name an address could otherwise ask the server for what stands behind its own firewall. The name is resolved
once, every address it has must be public, and the connection goes to one of these addresses, so that a second answer of the
name server (DNS rebinding) changes nothing; each redirect is checked in the same way. Proxies of the environment are not
used: they would resolve the name again.

It fetches single pages because a person named them; it follows no links, sends no cookies and asks no robots.txt, which
is for programs that wander.
"""

import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

import certifi

from tracker.ingest.addresses import WebAddress, is_public, parse
from tracker.ingest.errors import Unusable
from tracker.ingest.limits import MAX_BYTES, MAX_SECONDS, megabytes

MAX_REDIRECTS: Final = 5
SILENCE: Final = 10.0
"""How many seconds a server may take until it says something."""
PIECE: Final = 65_536
REDIRECTS: Final = {301, 302, 303, 307, 308}
ACCEPT: Final = "text/html, application/xhtml+xml, text/plain, application/pdf"


@dataclass(frozen=True, slots=True)
class Page:
    """What a server answered: from which address in the end, as what type and character set ("" where not said)."""

    address: str
    content_type: str
    charset: str
    body: bytes


def _resolve(host: str, port: int) -> list[str]:
    """Return the numeric addresses of a name. Raises OSError where it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def _trusted() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=certifi.where())


@dataclass(frozen=True, slots=True)
class Internet:
    """The outside, as tests put their own in its place: names to addresses, addresses to sockets, whom TLS trusts.

    The checks are no part of it: they are the same whatever is outside.
    """

    resolve: Callable[[str, int], Sequence[str]] = _resolve
    connect: Callable[[tuple[str, int], float], socket.socket] = socket.create_connection
    trusted: Callable[[], ssl.SSLContext] = _trusted


INTERNET: Final = Internet()


def fetch(address: str, *, agent: str, internet: Internet = INTERNET, seconds: float = MAX_SECONDS) -> Page:
    """Fetch a page; `agent` says who asks. Raises Unusable, with one line why; `seconds` are for all redirects together."""
    end = time.monotonic() + seconds
    at = parse(address)
    for _ in range(MAX_REDIRECTS + 1):
        answer = _ask(at, agent=agent, internet=internet, end=end)
        if isinstance(answer, Page):
            return answer
        at = at.next(answer)
    raise Unusable(f"the server redirects more than {MAX_REDIRECTS} times")


def _ask(at: WebAddress, *, agent: str, internet: Internet, end: float) -> Page | str:
    """Return the page, or where it redirects to. Raises Unusable."""
    connection = _Connection(at, internet, end)
    alarm = threading.Timer(max(0.0, end - time.monotonic()), connection.cut_off)
    alarm.daemon = True
    alarm.start()
    try:
        with closing(connection):
            headers = {"Host": _host_header(at), "User-Agent": agent, "Accept": ACCEPT, "Accept-Encoding": "identity"}
            connection.request("GET", at.target, headers=headers)
            with connection.getresponse() as response:
                answer = _answer(at, response)
            if connection.is_cut_off:  # a body without a stated length ends where the connection does
                raise TimeoutError
            return answer
    except (OSError, http.client.HTTPException) as error:
        if connection.is_cut_off:
            raise Unusable("the server takes too long: try again later, or save the page and give the file") from error
        raise Unusable(f"the server cannot be reached ({_reason(error)})") from error
    finally:
        alarm.cancel()
        connection.let_go()


def _host_header(at: WebAddress) -> str:
    return str(WebAddress(at.scheme, at.host, at.port, "")).partition("://")[2]


def _reason(error: Exception) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not valid: {error.verify_message}"
    if isinstance(error, TimeoutError):
        return f"no answer in {SILENCE:.0f} seconds"
    if isinstance(error, http.client.IncompleteRead):
        return "the connection broke off"
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


_PHRASES: Final = {status.value: f"({status.phrase})" for status in HTTPStatus}


class _Connection(http.client.HTTPConnection):
    """A connection to one of the addresses that were checked, which can be cut off from outside at any moment.

    A server that sends one byte now and then never runs into a socket's timeout, hence the cut.
    """

    def __init__(self, at: WebAddress, internet: Internet, end: float) -> None:
        super().__init__(at.host, at.port, timeout=SILENCE)
        self.at, self.internet, self.end = at, internet, end
        self.is_cut_off = False
        self._wire: socket.socket | None = None

    def connect(self) -> None:
        """Resolve, check, connect, and encrypt where the address says so. Raises Unusable or OSError."""
        raw = self._reach(_public_addresses(self.at, self.internet))
        self._wire = raw.dup()  # encrypting takes the first one away, and the cut needs one
        if self.is_cut_off:
            self.cut_off()
        self.sock = raw
        if self.at.scheme == "https":
            self.sock = self.internet.trusted().wrap_socket(raw, server_hostname=self.at.host)

    def _reach(self, addresses: Sequence[str]) -> socket.socket:
        """Return a socket to the first address that answers. Raises the last one's OSError."""
        failed = OSError("it has no address")
        for address in addresses:
            try:
                left = max(0.1, min(SILENCE, self.end - time.monotonic()))
                raw = self.internet.connect((address, self.at.port), left)
            except OSError as error:
                failed = error
            else:
                raw.settimeout(SILENCE)
                return raw
        raise failed

    def cut_off(self) -> None:
        """End the conversation, whoever is waiting for a byte of it."""
        self.is_cut_off = True
        if self._wire is not None:
            with suppress(OSError):
                self._wire.shutdown(socket.SHUT_RDWR)

    def let_go(self) -> None:
        """Close what `connect` kept."""
        if self._wire is not None:
            self._wire.close()


def _public_addresses(at: WebAddress, internet: Internet) -> Sequence[str]:
    """Return the addresses of the server's name. Raises Unusable if one of them is not public, or there is none."""
    try:
        addresses = internet.resolve(at.host, at.port)
    except (OSError, UnicodeError) as error:
        raise Unusable(f"there is no server “{at.host}”") from error
    for address in addresses:
        if not is_public(address):
            raise Unusable(f"“{at.host}” is not on the public internet ({address}): only public pages are fetched")
    return addresses


def _answer(at: WebAddress, response: http.client.HTTPResponse) -> Page | str:
    location = response.headers.get("Location")
    if response.status in REDIRECTS and location:
        return location.encode("latin-1").decode(errors="replace").strip().replace(" ", "%20")
    if response.status != HTTPStatus.OK:
        raise Unusable(f"the server answers {response.status} {_PHRASES.get(response.status, '')}".rstrip())
    return Page(
        address=str(at),
        content_type=response.headers.get_content_type() if "Content-Type" in response.headers else "",
        charset=response.headers.get_content_charset("") or "",
        body=_body(response),
    )


def _body(response: http.client.HTTPResponse) -> bytes:
    """Return the body, unpacked piece by piece, so that a small one that unpacks to a huge one is stopped."""
    if (response.length or 0) > MAX_BYTES:
        raise Unusable(f"larger than {megabytes(MAX_BYTES)}")
    packing = response.headers.get("Content-Encoding", "identity").strip().lower()
    if packing not in {"identity", "gzip", "x-gzip", ""}:
        raise Unusable(f"the server packs the page in a way that was not asked for ({packing!r})")
    unpack = zlib.decompressobj(wbits=31) if "gzip" in packing else None
    body = bytearray()
    try:
        while piece := response.read1(PIECE):
            body += piece if unpack is None else unpack.decompress(piece, MAX_BYTES + 1 - len(body))
            if len(body) > MAX_BYTES:
                raise Unusable(f"larger than {megabytes(MAX_BYTES)}")
    except zlib.error as error:
        raise Unusable("the server sends a damaged page") from error
    if response.length or (unpack is not None and not unpack.eof):
        raise http.client.IncompleteRead(bytes(body))
    return bytes(body)
