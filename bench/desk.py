"""Measures the review desk as a curator meets it: a report of 200 sentences is pasted, read, and opened.

Beside it stands the desk of a report with two proposals: how much more 200 cost says more than either time.
"""

import http.client
import re
import statistics
import tempfile
import time
from pathlib import Path
from urllib.parse import urlencode

from bench.site import free_port, start, stop

SENTENCE = "In Douma, {} people were killed on 5 March 2012, the UN said."
PROPOSALS = 200
REPEATS = 20


class Curator:
    """A curator's browser, as far as this needs one: it keeps cookies, and sends a page's token back."""

    def __init__(self, port: int) -> None:
        """Log in with the demonstration's account."""
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.cookies: dict[str, str] = {}
        self.post("/admin/login/", {"username": "curator", "password": "curator-demo"})

    def get(self, path: str) -> str:
        """Return a page."""
        return self._ask("GET", path)[0]

    def post(self, path: str, values: dict[str, str]) -> str:
        """Send the form of a page; return where that leads."""
        found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.get(path))
        assert found, f"{path} has no form"
        return self._ask("POST", path, urlencode({"csrfmiddlewaretoken": found[1], **values}))[1]

    def _ask(self, method: str, path: str, body: str | None = None) -> tuple[str, str]:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                cookie, _, content = value.partition(";")[0].partition("=")
                self.cookies[cookie] = content
        return answer.read().decode(), answer.getheader("Location", "")


def read_document(curator: Curator, proposals: int) -> tuple[int, float]:
    """Give a report with so many figures; return its document, and the seconds until it was read."""
    text = " ".join(SENTENCE.format(1000 + number) for number in range(proposals))
    began = time.perf_counter()
    page = curator.post(curator.post("/admin/tracker/document/add/", {"text": text}), {})
    document = int(page.split("/")[-3])
    while '"state": "read"' not in curator.get(f"/admin/tracker/document/{document}/reading/"):
        time.sleep(0.05)
    return document, time.perf_counter() - began


def opening(curator: Curator, *documents: int) -> list[float]:
    """Return the milliseconds in which each document's desk opens, by turns, so that both meet the same machine."""
    times: dict[int, list[float]] = {document: [] for document in documents}
    for _ in range(REPEATS):
        for document in documents:
            began = time.perf_counter()
            page = curator.get(f"/admin/review/{document}/")
            times[document].append(1000 * (time.perf_counter() - began))
            assert "is this right?" in page
    return [statistics.median(times[document]) for document in documents]


def main() -> None:
    """Print the measurements."""
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        process, _ = start(Path(folder) / "data", port)
        try:
            curator = Curator(port)
            few, _ = read_document(curator, 2)
            many, seconds = read_document(curator, PROPOSALS)
            print(f"a pasted report with {PROPOSALS} figures, read:    {seconds:.1f} s")
            two, all_ = opening(curator, few, many)
            print(f"its desk opens, median:                 {all_:.0f} ms, {all_ / two:.1f} times one with 2 proposals")
        finally:
            stop(process)
