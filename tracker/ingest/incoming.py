"""Reports on their way in: their text is kept at once, and becomes a document when what is known of it is confirmed."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from django.contrib.auth.models import User
from django.db import transaction

from tracker.extraction.dates import DateError, read_date
from tracker.ingest import documents
from tracker.ingest.errors import Unusable
from tracker.ingest.readings import Reading
from tracker.ingest.taking_in import known_of
from tracker.ingest.text import sha256
from tracker.models import Document, IncomingReport
from tracker.vocabulary import DateAccuracy, PublicationBasis

TOP: Final = 300
"""Characters of a report's beginning in which its day is looked for: further down, days are those of events."""
_MONTH: Final = r"[A-Z][a-z]{2,8}\.?"
_NUMBER: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_DAY: Final = re.compile(rf"\b(?:{_NUMBER} {_MONTH},? \d{{4}}|{_MONTH} {_NUMBER},? \d{{4}}|\d{{4}}-\d{{2}}-\d{{2}})\b")
_HEADING: Final = re.compile(r"^.{1,120}(?<![.!?…:;,”\"])(?=\n)", re.MULTILINE)
"""A short line that is no sentence, nor the end of one."""
_TITLE: Final = re.compile(r"\A[ \t]*(.{0,119}[^\s.!?…:;,”\"])[ \t]*\n[ \t]*\n")
"""Such a line at the top, with a blank one behind it; without that, it may be the first line of a wrapped sentence."""


class StoredAlready(Unusable):
    """This very report is stored; `document` is where."""

    def __init__(self, document: Document) -> None:
        """Name the document."""
        self.document = document
        super().__init__(f"This report is stored already, as document {document.pk}: {document}")


def receive(reading: Reading, *, by: User, at: datetime, name: str = "") -> IncomingReport:
    """Keep a report until what is known of it is confirmed; given again by the same person, it stays one.

    `name` is the file's or the address's. Raises StoredAlready.
    """
    check_new(reading.text)
    day, whence = _proposed_day(reading)
    values = {
        "given_at": at,
        "name": name[-1000:],
        "text": reading.text,
        "title": reading.title or _title(reading.text),
        "publisher": reading.publisher,
        "published": day,
        "whence": whence,
        "url": reading.address,
    }
    return IncomingReport.objects.update_or_create(given_by=by, text_sha256=sha256(reading.text), defaults=values)[0]


def check_new(text: str) -> None:
    """Raise StoredAlready where a document holds this very text."""
    stored = documents.stored(text)
    if stored is not None:
        raise StoredAlready(stored)


def proposed(report: IncomingReport) -> dict[str, Any]:
    """Return what a document made of the report would have in its columns, for somebody to confirm."""
    stated = report.published if not report.whence else None
    reading = Reading(report.text, report.title, report.publisher, stated, report.url)
    values = known_of(reading)
    if report.whence:
        values |= dict.fromkeys(("published_earliest", "published_latest"), report.published)
        values |= {"published_basis": PublicationBasis.INFERRED, "published_reasoning": report.whence}
    return values


def store(*, by: User, at: datetime, report: IncomingReport, values: Mapping[str, Any]) -> Document:
    """Make a document of the report, of which nothing is left then. Raises StoredAlready, and as `documents.store` does."""
    with transaction.atomic():
        check_new(report.text)
        document = documents.store(by=by, at=at, text=report.text, values=values)
        IncomingReport.objects.filter(pk=report.pk).delete()
    return document


def _title(text: str) -> str:
    """Return the heading that a report begins with, for somebody to confirm; nothing where it begins with its text."""
    found = _TITLE.match(text)
    return found[1] if found else ""


def _proposed_day(reading: Reading) -> tuple[date | None, str]:
    """Return the day of publication that the report seems to have, and how that was found; "" for what it states itself.

    Where no metadata states one, the only day in the first lines, as situation reports carry it in their heads; where there
    are several, the only one in their headings.
    """
    if reading.published:
        return reading.published, ""
    top = reading.text[:TOP]
    for lines, where in ((top, "first lines"), ("\n".join(_HEADING.findall(top)), "heading")):
        found = {words: day for words in _DAY.findall(lines) if (day := _day(words))}
        if len(set(found.values())) == 1:
            words, day = next(iter(found.items()))
            return day, f"Its {where} say{'' if lines is top else 's'} “{words}”."
    return None, ""


def _day(words: str) -> date | None:
    try:
        read = read_date(words)
    except DateError:
        return None
    return read.day if read.accuracy == DateAccuracy.DAY else None
