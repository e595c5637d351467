"""A report from a file or a web address: its kind told by what it says and holds, its text read out of it."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Final

from tracker.ingest import converting
from tracker.ingest.addresses import is_web_address
from tracker.ingest.errors import Unusable
from tracker.ingest.fetching import INTERNET, Internet, Page, fetch
from tracker.ingest.files import content_of
from tracker.ingest.readings import Reading
from tracker.ingest.text import TextError, uniform, uniform_of

HTML, PDF, TEXT = "html", "pdf", "text"
TYPES: Final = {"text/html": HTML, "application/xhtml+xml": HTML, "application/pdf": PDF, "text/plain": TEXT}
ENDINGS: Final = {".html": HTML, ".htm": HTML, ".xhtml": HTML, ".pdf": PDF, ".txt": TEXT}
UNNAMED: Final = {"", "application/octet-stream", "binary/octet-stream"}
"""Types that say nothing; then the content tells."""

_MARKUP: Final = re.compile(rb"\s*(<!doctype\s+html|<html|<\?xml[^>]*>\s*(<!doctype\s+html|<html))", re.IGNORECASE)


def read_report(words: str, *, agent: str, internet: Internet = INTERNET) -> Reading:
    """Return the text of the report that a path or a web address names. Raises Unusable, with one line why."""
    if is_web_address(words):
        return read_page(words, agent=agent, internet=internet)
    return read_file(content_of(Path(words)), words)


def read_page(address: str, *, agent: str, internet: Internet = INTERNET) -> Reading:
    """Return the text of the report at a web address, and of nothing on this machine. Raises Unusable."""
    return _of_page(fetch(address, agent=agent, internet=internet))


def read_text(text: str) -> Reading:
    """Return the report that somebody pasted. Raises Unusable."""
    return _checked(Reading(text=text))


def read_file(content: bytes, name: str) -> Reading:
    """Return the text of a file by its content and its name; a file of another ending is taken for text. Raises Unusable."""
    kind = _kind_of_content(content) or ENDINGS.get(Path(name).suffix.lower(), TEXT)
    return _checked(Reading(text=uniform_of(content)) if kind == TEXT else converting.convert(kind, content))


def _of_page(page: Page) -> Reading:
    kind = _kind_of_content(page.body) if page.content_type in UNNAMED else TYPES.get(page.content_type)
    if kind is None:
        said = page.content_type or "of no stated type"
        raise Unusable(f"the page is {said}: only web pages, plain text and PDF are read")
    if kind == TEXT:
        return _checked(Reading(text=uniform(_decoded(page)), address=page.address))
    return _checked(converting.convert(kind, page.body, charset=page.charset, address=page.address))


def _kind_of_content(content: bytes) -> str | None:
    if content[:1024].lstrip().startswith(b"%PDF-"):
        return PDF
    return HTML if _MARKUP.match(content[:1024].removeprefix(b"\xef\xbb\xbf")) else None


def _decoded(page: Page) -> str:
    try:
        return page.body.decode(page.charset or "utf-8")
    except (LookupError, UnicodeDecodeError) as error:
        raise TextError(f"not {page.charset or 'UTF-8'}, as the server says it is: save it as UTF-8") from error


def _checked(reading: Reading) -> Reading:
    if not reading.text.strip():
        raise Unusable("there is no text in it")
    return replace(reading, text=uniform(reading.text))
