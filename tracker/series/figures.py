"""One public figure as the series see it."""

from dataclasses import dataclass
from datetime import date

from tracker.vocabulary import (
    Accumulation,
    CountStage,
    DateAccuracy,
    Group,
    Indicator,
    PlaceRole,
    Quantifier,
    Status,
    Unit,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesFigure:
    """A public figure: provisional or verified. Draft and retracted figures are never passed to this package.

    Numbers count `unit`. `low`, `best` and `high` are null where that side is open (design, section 5), `reported` and
    `reported_max` where no whole number was printed. `calculation` says how a number that was not printed came about
    (a share of a printed base) and is "" for a printed one. The dates are the event's, null when not known;
    `claimed_on` is the day something was said and places nothing on a chart. `claimant` is the name of the source that
    the claim is attributed to, null when it has none or is unnamed. `document` and the ids in `repeat_of` and
    `subset_of` are numbers of rows; `url` and `place` are the path of the figure's page and a slug.
    """

    id: int
    url: str
    status: Status
    indicator: Indicator
    unit: Unit
    group: Group | None
    group_text: str
    reported_text: str
    quantifier: Quantifier
    reported: int | None
    reported_max: int | None
    low: int | None
    best: int | None
    high: int | None
    calculation: str
    accumulation: Accumulation
    count_stage: CountStage | None
    start_date: date | None
    start_accuracy: DateAccuracy
    end_date: date | None
    end_accuracy: DateAccuracy
    claimed_on: date | None
    place: str
    place_role: PlaceRole
    claimant: str | None
    claimant_is_party: bool
    document: int
    disputed: bool
    repeat_of: int | None
    subset_of: int | None
    report_count: int

    @property
    def claimed_by(self) -> tuple[str | None, int | None]:
        """Whose claim this is: the claimant's name and null, or null and the document of a claim that has no name.

        Two unnamed claims are one claimant's only within one document (design, section 7: "without one: per document").
        """
        return (None, self.document) if self.claimant is None else (self.claimant, None)

    @property
    def stands_on(self) -> date | None:
        """The day on which the figure stands on a time axis; null when it must stand in the "date not stated" margin.

        It is the end of the event. With only a start known, that start, unless the number counts since a start: a total
        so far was reached on some later day, and nobody said on which.
        """
        if self.end_date is None and self.accumulation != Accumulation.CUMULATIVE:
            return self.start_date
        return self.end_date
