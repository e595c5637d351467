"""A figure that was read out of a text, for a curator to decide on."""

from dataclasses import dataclass
from datetime import date

from tracker.vocabulary import Accumulation, CountStage, DateAccuracy, Group, Indicator, Quantifier, Unit


@dataclass(frozen=True, slots=True)
class ProposedFigure:
    """One reported figure as read. Offsets are code points of the article's text; codes are those of `tracker.vocabulary`.

    `reported` and `reported_max` are null for a vague word and for a share, whose `calculation` says how best came about.
    `low`, `best` and `high` follow `tracker.ranges`; null is open. `place` and `attributed_to` are literal words of the
    text, null when it names none; `attributed_name` is the fuller name in the text that words like "he" or "the group" take
    up, null where there is none; `place_slug` is null when the gazetteer has no such place. `subset_of` is the index, in
    the list that `propose` returned, of the figure that this one is part of. `confidence` goes from 0 to 1.
    """

    sentence: str
    start: int
    end: int
    reported_text: str
    number_start: int
    number_end: int
    indicator: Indicator
    unit: Unit
    group: Group | None
    group_text: str | None
    quantifier: Quantifier
    reported: int | None
    reported_max: int | None
    low: int | None
    best: int | None
    high: int | None
    calculation: str | None
    accumulation: Accumulation
    start_date: date | None
    start_accuracy: DateAccuracy | None
    end_date: date | None
    end_accuracy: DateAccuracy | None
    date_text: str | None
    place: str | None
    place_slug: str | None
    attributed_to: str | None
    attributed_name: str | None
    count_stage: CountStage | None
    subset_of: int | None
    confidence: float
