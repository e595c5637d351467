"""How one figure is drawn: the mark that says how certain its number is, and where it stands."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tracker.days import days_of
from tracker.series.figures import SeriesFigure
from tracker.vocabulary import AID_INDICATORS, Accumulation, DateAccuracy, Quantifier, Status


class Shape(StrEnum):
    """The sign that stands for a number. A ring is a dot in a soft ring; a word is the printed word itself."""

    DOT = "dot"
    RING = "ring"
    TICK = "tick"
    BAR = "bar"
    WORD = "word"


class Arrow(StrEnum):
    """The side on which a number is open."""

    UP = "up"
    DOWN = "down"


class DrawnAs(StrEnum):
    """What a mark covers: a point in time, a column on the time axis, or a horizontal stretch at its value."""

    POINT = "point"
    BAR = "bar"
    SPAN = "span"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One count on a chart, from the figure that heads it.

    `value` is where it stands, in the chart's unit. It is null for the shape "bar", which reaches from `low` to `high`,
    and for a word without a least value, which stands on the axis. `low` and `high` are the figure's, null = open.
    `label` is the number as printed. `hollow` is drawn for a figure that was not yet checked by a second person. Dates
    are as stored, with their accuracy, null when not known; an `undated` mark stands in the "date not stated" margin.
    `lane` keeps apart the spans, and the bars, of one chart that share a day. `repeats` are the ids of the figures that
    report the same count and are folded into this mark; `report_count` is stored with the figure and is theirs in full.
    """

    figure: int
    url: str
    shape: Shape
    arrow: Arrow | None
    value: int | None
    low: int | None
    high: int | None
    label: str
    hollow: bool
    disputed: bool
    party: bool
    start: date | None
    start_accuracy: DateAccuracy
    end: date | None
    end_accuracy: DateAccuracy
    stands_on: date | None
    drawn_as: DrawnAs
    lane: int = 0
    report_count: int
    repeats: tuple[int, ...] = ()

    @property
    def undated(self) -> bool:
        """Whether the mark stands in the "date not stated" margin, and never at a publication date."""
        return self.stands_on is None

    @property
    def stands_accuracy(self) -> DateAccuracy:
        """How exactly the day is known on which the mark stands; "unknown" in the margin."""
        return self.start_accuracy if self.stands_on != self.end else self.end_accuracy

    @property
    def may_cover(self) -> tuple[date, date] | None:
        """The first and last day that the drawn days may stand for; null where they are known to the day, and in the margin.

        A dot on one day says "on this day", also where only the month is known: these days are drawn beside it.
        """
        if self.stands_on is None:
            return None
        if self.drawn_as == DrawnAs.SPAN:
            first, last = days_of(self.start, self.start_accuracy), days_of(self.end, self.end_accuracy)
        else:
            first = last = days_of(self.stands_on, self.stands_accuracy)
        if first is None or last is None or (first[0] == first[1] and last[0] == last[1]):
            return None
        return date.fromordinal(first[0]), date.fromordinal(last[1])

    @property
    def days(self) -> tuple[date, date] | None:
        """The closed days that a bar or span covers on the axis; null for a point and in the margin."""
        if self.drawn_as == DrawnAs.POINT or self.stands_on is None:
            return None
        return (self.start or self.stands_on, self.end or self.stands_on)


def mark_of(figure: SeriesFigure, repeats: tuple[int, ...] = ()) -> Mark:
    """Return the mark of a figure, in lane 0, with the ids of the repeats folded into it.

    The rule is design, section 7, the second. Never fails: a figure of which every side is open is drawn as its word.
    """
    shape, arrow, value = _sign(figure)
    return Mark(
        figure=figure.id,
        url=figure.url,
        shape=shape,
        arrow=arrow,
        value=value,
        low=figure.low,
        high=figure.high,
        label=figure.reported_text,
        hollow=figure.status != Status.VERIFIED,
        disputed=figure.disputed,
        party=figure.claimant_is_party,
        start=figure.start_date,
        start_accuracy=figure.start_accuracy,
        end=figure.end_date,
        end_accuracy=figure.end_accuracy,
        stands_on=figure.stands_on,
        drawn_as=_drawn_as(figure),
        report_count=figure.report_count,
        repeats=repeats,
    )


def _sign(figure: SeriesFigure) -> tuple[Shape, Arrow | None, int | None]:  # noqa: PLR0911 - one for each quantifier
    """Return shape, arrow and value. A share has a quantifier like any number, and is drawn by it."""
    if figure.low is None and figure.best is None and figure.high is None:
        return Shape.WORD, None, None
    match figure.quantifier:
        case Quantifier.EXACT:
            return Shape.DOT, None, figure.best
        case Quantifier.APPROXIMATELY if figure.low is None and figure.high is not None:
            # "nearly 600": the printed number is also the most that it can be.
            return Shape.TICK, Arrow.DOWN, figure.high
        case Quantifier.APPROXIMATELY:
            return Shape.RING, None, figure.best
        case Quantifier.AT_LEAST | Quantifier.MORE_THAN:
            return Shape.DOT, Arrow.UP, figure.low
        case Quantifier.UP_TO | Quantifier.LESS_THAN:
            return Shape.TICK, Arrow.DOWN, figure.high
        case Quantifier.BETWEEN:
            return Shape.BAR, None, None
        case Quantifier.VAGUE:
            return Shape.WORD, Arrow.UP, figure.low


def _drawn_as(figure: SeriesFigure) -> DrawnAs:
    """Return what the mark covers (design, section 7, first rule).

    A running total is a point, of aid too: as a column it would ask to be added to the next one. An increment with only
    one date known is a point there, since neither a day nor a period was said; so is one whose single date can be off,
    and a number of which it is unclear whether it counts within a period. Aid is a column of its day, and over a longer
    period a span like any other: a column on the last day would say that all of it came then.
    """
    if figure.stands_on is None or figure.accumulation == Accumulation.CUMULATIVE:
        return DrawnAs.POINT
    both_known = figure.start_date is not None and figure.end_date is not None
    if both_known and figure.start_date != figure.end_date:
        return DrawnAs.SPAN if figure.accumulation == Accumulation.INCREMENT else DrawnAs.POINT
    if figure.indicator in AID_INDICATORS:
        return DrawnAs.BAR
    if not both_known or figure.accumulation != Accumulation.INCREMENT:
        return DrawnAs.POINT
    known_to_the_day = figure.start_accuracy == figure.end_accuracy == DateAccuracy.DAY
    return DrawnAs.BAR if known_to_the_day else DrawnAs.POINT
