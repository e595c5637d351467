"""A report as the readers of its figures see it: its text in sentences, the day of publication, the places known."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from tracker.extraction.text.passages import Span, sentences


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place of the gazetteer: its slug, and all the names it goes by, in any order."""

    slug: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Article:
    """One report. Offsets are code points of `text`; `published` is null when nobody knows the day."""

    text: str
    published: date | None = None
    gazetteer: tuple[KnownPlace, ...] = field(default=())

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Return the spans of the sentences, headings and datelines included, in order."""
        return tuple(sentences(self.text))
