"""What is found around a figure: words of the text with what they name, and the period that the number covers."""

from dataclasses import dataclass
from datetime import date

from tracker.extraction.text.passages import Span
from tracker.vocabulary import Accumulation, DateAccuracy


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the text that name a place or a claimant; `slug` is null when the gazetteer has no such place.

    `stands_for` is the earlier name that words like "it", "the group" or "the city" take up; null where they are the name
    themselves, or where the text leaves it open.
    """

    span: Span
    text: str
    slug: str | None = None
    stands_for: "Mention | None" = None


@dataclass(frozen=True, slots=True)
class Period:
    """When the event was. Each date is null when nobody knows it, and never the day of publication by default.

    A stock has the same start and end, or none; `date_text` is the literal words of the sentence.
    """

    start_date: date | None
    start_accuracy: DateAccuracy | None
    end_date: date | None
    end_accuracy: DateAccuracy | None
    date_text: str | None
    accumulation: Accumulation
