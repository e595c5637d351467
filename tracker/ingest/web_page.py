"""The article in a web page, and what the page says of itself: its title, its publisher and the day of publication."""

from datetime import date
from typing import Final

import trafilatura
from htmldate import find_date
from trafilatura.settings import Document

from tracker.ingest.errors import Unusable
from tracker.ingest.readings import Reading

FEWEST_WORDS: Final = 20
"""Fewer are no article: a menu, a request to switch scripts on, a cookie's notice."""


def read_web_page(content: bytes, charset: str = "", address: str = "") -> Reading:
    """Return the article's text, a blank line between paragraphs. Raises Unusable where the page holds no article.

    `charset` is what the server said, "" where it said nothing; then the page's own word counts. `address` may hold the day.
    """
    html = _decoded(content, charset)
    page = trafilatura.bare_extraction(html, with_metadata=True, include_comments=False)
    text = page.text if isinstance(page, Document) and page.text else ""
    if not isinstance(page, Document) or len(text.split()) < FEWEST_WORDS:
        raise Unusable("no article was found in the page: copy its text into a text file, and give that")
    return Reading(
        text="\n\n".join(line.strip() for line in text.split("\n") if line.strip()),
        title=page.title or "",
        publisher=page.sitename or "",
        published=_stated_day(html, address),
        address=address,
    )


def _stated_day(html: bytes | str, address: str) -> date | None:
    """Return the day of first publication as the address or the page's metadata state it.

    The body is left out: htmldate would else take a day that the article tells of, or the footer's.
    """
    tree = trafilatura.load_html(html)
    if tree is None:
        return None
    body = tree.find("body")
    if body is not None:
        stated = body.xpath(".//script[@type='application/ld+json']")
        body.clear()
        body.extend(stated)
    day = find_date(tree, url=address or None, original_date=True, extensive_search=False)
    return date.fromisoformat(day) if day else None


def _decoded(content: bytes, charset: str) -> bytes | str:
    try:
        return content.decode(charset) if charset else content
    except (LookupError, UnicodeDecodeError):
        return content
