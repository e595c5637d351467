"""Building documents and figures in tests, through the same functions that curators use."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

from django.contrib.auth.models import User

from tracker import review
from tracker.ingest import documents
from tracker.ingest.quoting import locate
from tracker.models import Document, Figure, Place, Source
from tracker.ranges import range_of_words
from tracker.vocabulary import Quantifier

TEXT = "On Monday, shelling hit the town. At least 40 people were killed, including 12 children, the UN said."

MONDAY = date(2018, 3, 5)
PUBLISHED = dict.fromkeys(("published_earliest", "published_latest"), date(2018, 3, 6)) | {"published_basis": "stated"}
UNDATED: dict[str, Any] = dict.fromkeys(("start_date", "end_date", "date_basis")) | dict.fromkeys(
    ("start_accuracy", "end_accuracy"), "unknown"
)


def on(day: date) -> dict[str, Any]:
    """Return the dates of an event of one day."""
    dates = dict.fromkeys(("start_date", "end_date"), day) | dict.fromkeys(("start_accuracy", "end_accuracy"), "day")
    return dates | {"date_basis": "from_context"}


@dataclass
class Builder:
    """Makes what a test needs; every value can be given, and the rest is a plain example without any warning.

    So that none looks like a repeat of another, each figure is read in a document of its own, and its event is a week
    before the last one's: the first is on Monday, 5 March 2018, the day before publication.
    """

    curator: User
    reviewer: User
    clock: Iterator[datetime]
    numbers: Iterator[int] = field(default_factory=count)

    def document(self, text: str = TEXT, **values: Any) -> Document:
        """Store a document, published on 6 March 2018."""
        values = PUBLISHED | values
        return documents.store(by=self.curator, at=next(self.clock), text=text, values=values)

    def values(self, document: Document, **values: Any) -> dict[str, Any]:
        """Return the values of "At least 40 people were killed", with these instead."""
        defaults: dict[str, Any] = {
            "excerpt": "At least 40 people were killed, including 12 children, the UN said.",
            "reported_text": "At least 40",
            "quantifier": "at_least",
            "reported": 40,
            "indicator": "killed",
            "accumulation": "increment",
            "place": Place.objects.get(slug="eastern-ghouta"),
            "attribution_kind": "named",
            "attributed_to": Source.objects.get(slug="united-nations"),
            "attribution_text": "the UN",
            **on(MONDAY),
        }
        values = defaults | values
        quote = locate(
            document.text,
            excerpt=values["excerpt"],
            reported_text=values["reported_text"],
            context=values.pop("context", ""),
        )
        if not {"low", "best", "high"} & values.keys():
            found = range_of_words(
                Quantifier(values["quantifier"]),
                values["reported_text"],
                values["reported"],
                values.get("reported_max"),
            )
            values |= {"low": found.low, "best": found.best, "high": found.high}
        return values | quote.values()

    def draft(self, document: Document | None = None, *, by: User | None = None, reason: str = "", **values: Any) -> Figure:
        """Enter a figure, in a document that has none yet unless one is given; numbers of one's own need a reason."""
        number = next(self.numbers)
        unread = Document.objects.filter(figures=None, text__startswith=TEXT).first()
        document = document or unread or self.document(f"{TEXT} Report {number}.")
        dates = on(MONDAY - timedelta(weeks=number))
        values = self.values(document, **dates | values)
        return review.enter(by=by or self.curator, at=next(self.clock), document=document, values=values, reason=reason)

    def provisional(self, document: Document | None = None, *, by: User | None = None, **values: Any) -> Figure:
        """Enter and publish a figure."""
        figure = self.draft(document, by=by, **values)
        return review.publish(by=by or self.curator, at=next(self.clock), figure=figure)

    def verified(self, document: Document | None = None, **values: Any) -> Figure:
        """Enter, publish and verify a figure."""
        figure = self.provisional(document, **values)
        return review.verify(by=self.reviewer, at=next(self.clock), figure=figure)
