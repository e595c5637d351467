"""Taking a report in: its document stored once, and what the extractor reads in it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from tracker.ingest import documents, proposals
from tracker.ingest.publishers import source_if_known
from tracker.ingest.readings import Reading
from tracker.models import Document, Source
from tracker.vocabulary import PublicationBasis


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of a report: its document, whether that is new, and how many proposals are."""

    document: Document
    new: bool
    proposals: int


def take_in(
    reading: Reading,
    *,
    by: User | None,
    at: datetime,
    reason: str = "",
    published: date | None = None,
    publisher: Source | None = None,
) -> TakenIn:
    """Store a report's document, unless it is stored already, and its proposals, all in one transaction.

    What is given of date and publisher counts more than what the page states. What is known of a document that is
    stored already stays as it is. Raises ValidationError and IntegrityError as `documents.store` does.
    """
    with transaction.atomic():
        values = known_of(reading, published=published, publisher=publisher)
        document, new = _stored_once(reading.text, by=by, at=at, reason=reason, values=values)
        return TakenIn(document, new, proposals.store(document, proposals.read(document), at=at))


def _stored_once(text: str, *, values: dict[str, Any], **signature: Any) -> tuple[Document, bool]:
    document = documents.stored(text)
    if document is not None:
        return document, False
    try:
        with transaction.atomic():
            return documents.store(text=text, values=values, **signature), True
    except IntegrityError:  # somebody else stored the same at this moment
        document = documents.stored(text)
        if document is None:
            raise
        return document, False


def known_of(reading: Reading, *, published: date | None = None, publisher: Source | None = None) -> dict[str, Any]:
    """Return what is known of a report, as a document's columns: what was given, else what it states of itself."""
    day = published or reading.published
    note = f"The page calls its publisher “{reading.publisher}”." if reading.publisher else ""
    return {
        "title": reading.title if len(reading.title) <= _TITLE else reading.title[: _TITLE - 1] + "…",
        "publisher": publisher or source_if_known(reading.publisher),
        "publisher_note": note,
        "published_earliest": day,
        "published_latest": day,
        "published_basis": None if day is None else PublicationBasis.STATED,
        "url": reading.address,
    }


_TITLE = Document._meta.get_field("title").max_length or 0
