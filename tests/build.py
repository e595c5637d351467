"""Building documents and figures in tests, through the same functions that curators use."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User

from tracker import review
from tracker.ingest import documents
from tracker.ingest.quoting import locate
from tracker.models import Document, Figure, Place, Source
from tracker.ranges import range_of_words
from tracker.vocabulary import Quantifier

TEXT = "On Monday, shelling hit the town. At least 40 people were killed, including 12 children, the UN said."


@dataclass
class Builder:
    """Makes what a test needs; every value can be given, and the rest is a plain example."""

    curator: User
    reviewer: User
    clock: Iterator[datetime]

    def document(self, text: str = TEXT, **values: Any) -> Document:
        """Store a document."""
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

    def draft(self, document: Document | None = None, *, by: User | None = None, **values: Any) -> Figure:
        """Enter a figure."""
        document = document or Document.objects.first() or self.document()
        return review.enter(
            by=by or self.curator, at=next(self.clock), document=document, values=self.values(document, **values)
        )

    def provisional(self, document: Document | None = None, *, by: User | None = None, **values: Any) -> Figure:
        """Enter and publish a figure."""
        figure = self.draft(document, by=by, **values)
        return review.publish(by=by or self.curator, at=next(self.clock), figure=figure)

    def verified(self, document: Document | None = None, **values: Any) -> Figure:
        """Enter, publish and verify a figure."""
        figure = self.provisional(document, **values)
        return review.verify(by=self.reviewer, at=next(self.clock), figure=figure)
