"""What a reader gets to see of an answer: its text without tags, and rows of a CSV."""

import csv
import io
import json
import re
from html import unescape
from typing import Any

_TAG = re.compile(r"<[^>]+>")
_DROPPED = re.compile(r"<(script|style|head)\b.*?</\1>", re.DOTALL)


def whole(response: Any) -> bytes:
    """Return the answer's bytes, streamed or not."""
    return b"".join(response.streaming_content) if response.streaming else response.content


def words(response: Any, *, inside: str = "") -> str:
    """Return the page's text with single spaces; `inside` is an id whose element alone is read."""
    html = _DROPPED.sub("", response.content.decode())
    if inside:
        html = html[html.index(f'aria-labelledby="{inside}"') :].split(">", 1)[1].split("</section>", 1)[0]
    return re.sub(r"\s+", " ", unescape(_TAG.sub(" ", html))).strip()


def json_rows(response: Any) -> list[dict[str, Any]]:
    """Return the rows of a streamed JSON answer."""
    rows: list[dict[str, Any]] = json.loads(whole(response))
    return rows


def csv_rows(response: Any) -> list[dict[str, str]]:
    """Return the rows of a CSV answer by column."""
    return list(csv.DictReader(io.StringIO(whole(response).decode("utf-8-sig"))))
