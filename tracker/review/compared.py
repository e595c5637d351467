"""What the rules of consistency read and what they find: plain values, so that they need no database."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tracker.models import Figure
from tracker.vocabulary import ConsistencyWarning
from tracker.wording import period_in_words, range_in_words

PlaceKey = int | str
"""A place by its number or its slug; one comparison uses one of the two throughout."""


@dataclass(frozen=True, slots=True)
class FigureWarning:
    """One thing that looks wrong: its code, a sentence for a curator, and the numbers of the other figures concerned."""

    code: ConsistencyWarning
    words: str
    figures: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One figure, stored or not yet (`id` null). Numbers count `unit`; nulls mean what they mean in `Figure`.

    `place` lies within all of `around`, itself among them. `claimant` is the name of the source that makes the claim, null
    without a named one. `document` and the ids in `repeat_of` and `subset_of` are numbers of rows. `sentence` and `number`
    are where both stand in the document's text, null where that may not be known. `text` is the sentence and its context,
    and `published` the last day on which the document can have been published; only a figure's own check reads them.
    """

    id: int | None
    document: int | None
    place: PlaceKey | None
    around: frozenset[PlaceKey]
    indicator: str
    unit: str
    group: str | None
    accumulation: str
    count_stage: str | None
    reported_text: str
    quantifier: str
    reported: int | None
    reported_max: int | None
    low: int | None
    best: int | None
    high: int | None
    start_date: date | None
    start_accuracy: str
    end_date: date | None
    end_accuracy: str
    date_text: str = ""
    claimed_on: date | None = None
    claimant: str | None
    repeat_of: int | None
    subset_of: int | None
    sentence: tuple[int, int] | None = None
    number: tuple[int, int] | None = None
    text: str = ""
    published: date | None = None

    @property
    def claimed_by(self) -> tuple[str | None, int | None]:
        """Whose claim this is: the claimant, or without a named one the document (design, section 7)."""
        return (None, self.document) if self.claimant is None else (self.claimant, None)

    @property
    def at_least(self) -> int | None:
        """Low, or else best: what the claim says at least; null for a claim that leaves it open."""
        return self.best if self.low is None else self.low

    @property
    def at_most(self) -> int | None:
        """High, or else best: what the claim says at most; null for a claim that leaves it open."""
        return self.best if self.high is None else self.high

    @property
    def value(self) -> int | None:
        """The number to compare in size: best, or else low, or else high; null for a word that plays down."""
        return next((n for n in (self.best, self.low, self.high) if n is not None), None)

    @property
    def words(self) -> str:
        """The number in words that keep its uncertainty: "more than 1,220"."""
        return range_in_words(
            self.quantifier,
            reported_text=self.reported_text,
            reported=self.reported,
            low=self.low,
            best=self.best,
            high=self.high,
        )

    @property
    def period(self) -> str:
        """The event's period in words: "18 February to 15 March 2018"."""
        return period_in_words(self.start_date, self.start_accuracy, self.end_date, self.end_accuracy)


def compared(figure: Figure, *, around: Iterable[int], published: date | None = None, own: bool = False) -> Compared:
    """Return a stored or unsaved figure for comparison; with `own` also what only its own check reads."""
    claimant = figure.attributed_to.name if figure.attributed_to_id and figure.attributed_to else None
    return Compared(
        id=figure.pk,
        document=figure.document_id,
        place=figure.place_id,
        around=frozenset([*around, *([figure.place_id] if figure.place_id else [])]),
        indicator=figure.indicator,
        unit=figure.unit,
        group=figure.group or None,
        accumulation=figure.accumulation,
        count_stage=figure.count_stage or None,
        reported_text=figure.reported_text,
        quantifier=figure.quantifier,
        reported=figure.reported,
        reported_max=figure.reported_max,
        low=figure.low,
        best=figure.best,
        high=figure.high,
        start_date=figure.start_date,
        start_accuracy=figure.start_accuracy,
        end_date=figure.end_date,
        end_accuracy=figure.end_accuracy,
        date_text=figure.date_text,
        claimed_on=figure.claimed_on,
        claimant=claimant,
        repeat_of=figure.repeat_of_id,
        subset_of=figure.subset_of_id,
        sentence=_span(figure.excerpt_start, figure.excerpt_end),
        number=_span(figure.number_start, figure.number_end),
        text=f"{figure.excerpt} {figure.context}" if own else "",
        published=published,
    )


def _span(start: int | None, end: int | None) -> tuple[int, int] | None:
    """Return where something stands; null while a curator has not said it."""
    return None if start is None or end is None else (start, end)
