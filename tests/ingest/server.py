"""A web server on this machine that misbehaves on request, and an internet whose names lead to it."""

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tracker.ingest.fetching import Internet

PUBLIC = "93.184.215.14"
"""An address of the public internet; the tests' connections to it end at this machine."""

ARTICLE = (
    b"<!doctype html><html><head><title>Shelling hits market</title>"
    b'<meta property="og:title" content="Shelling hits market"><meta property="og:site_name" content="The Example">'
    b'<meta property="article:published_time" content="2018-03-06T10:00:00Z"></head><body>'
    b"<nav><a href='/'>Home</a> <a href='/world'>World</a></nav><article><h1>Shelling hits market</h1>"
    b"<p>At least 40 people were killed on Monday when shells hit the market, the monitoring group said, as the siege "
    b"entered a new week.</p><p>Some 4,000 people fled the town the day after, according to the mayor.</p></article>"
    b"<footer>All rights reserved</footer></body></html>"
)

Answer = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers as the test says, and keeps what it was asked."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer by path; paths without an answer are not found."""
        site = self.server.site  # type: ignore[attr-defined]
        site.asked.append((self.path, dict(self.headers)))
        self.close_connection = True
        site.answers.get(self.path, status(404))(self)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # http.server's name
        """Keep the tests' output clean."""

    def send(self, body: bytes, **headers: str) -> None:
        """Answer 200 with these headers."""
        self.send_response(200)
        for name, value in ({"Content_Type": "text/html", "Content_Length": str(len(body))} | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)


@dataclass
class Site:
    """What the server answers at which path, whom names lead to, and what it was asked."""

    port: int
    answers: dict[str, Answer] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=lambda: {"news.example": [PUBLIC]})
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    connected: list[tuple[str, int]] = field(default_factory=list)

    def internet(self, **others: object) -> Internet:
        """Return an outside in which names are ours and each connection ends at the server; the checks are the real ones."""
        return Internet(resolve=self.resolve, connect=self.connect, **others)  # type: ignore[arg-type]

    def resolve(self, host: str, port: int) -> list[str]:
        """Return the addresses of a name; those of a number in any notation come from the system, as they always do."""
        if host in self.names:
            return self.names[host]
        flags = socket.AI_NUMERICHOST
        return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=flags)]

    def connect(self, address: tuple[str, int], timeout: float) -> socket.socket:
        """Connect to the server, whatever the address."""
        self.connected.append(address)
        return socket.create_connection(("127.0.0.1", self.port), timeout)


@contextmanager
def serving(wrap: Callable[[socket.socket], socket.socket] = lambda plain: plain) -> Iterator[Site]:
    """Serve for the length of a test."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        server.block_on_close = False
        site = server.site = Site(server.server_address[1])  # type: ignore[attr-defined]
        server.socket = wrap(server.socket)
        server.handle_error = lambda *_: None  # type: ignore[method-assign]  # clients break off on purpose
        threading.Thread(target=server.serve_forever, daemon=True, kwargs={"poll_interval": 0.02}).start()
        yield site
        server.shutdown()


def page(body: bytes = ARTICLE, **headers: str) -> Answer:
    """Answer with a page."""
    return lambda handler: handler.send(body, **headers)


def status(code: int, **headers: str) -> Answer:
    """Answer with a status, and with an empty body."""

    def answer(handler: Handler) -> None:
        handler.send_response(code)
        for name, value in ({"Content_Length": "0"} | headers).items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()

    return answer


def redirect(location: str, code: int = 302) -> Answer:
    """Answer with a redirect."""
    return status(code, Location=location)


def endless(handler: Handler) -> None:
    """Send a body that never ends, as fast as it is taken."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    while True:
        handler.wfile.write(b"<p>and so on</p>" * 4096)


def bomb(handler: Handler) -> None:
    """Send a small packed body that unpacks to 200 MB."""
    handler.send(gzip.compress(bytes(200_000_000), compresslevel=9), Content_Encoding="gzip")


def dripping_body(handler: Handler) -> None:
    """Send a byte now and then, so that no pause is long, for as long as somebody listens."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    _drip(handler)


def dripping_headers(handler: Handler) -> None:
    """Send a header that never ends, byte by byte."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    _drip(handler)


def _drip(handler: Handler) -> None:
    while True:
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.02)


def breaks_off(handler: Handler) -> None:
    """Promise more than is sent."""
    handler.send(ARTICLE[:100], Content_Length="1000")
