"""What looks wrong about a figure: all rules of design, section 6, "Consistency", without the database."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from django.utils.translation import gettext as _

from tracker.review.compared import Compared, FigureWarning
from tracker.review.date_rules import after_publication, day_of_saying, no_event_date
from tracker.review.repeats_likely import likely_repeat
from tracker.review.series_rules import falls, leaps
from tracker.vocabulary import ConsistencyWarning


def warnings_about(figure: Compared, others: Iterable[Compared], not_repeats: Collection[int] = ()) -> list[FigureWarning]:
    """Return what looks wrong about a figure, in the vocabulary's order; each likely repeat is a warning of its own.

    `others` are figures that it may be compared with: what does not concern it changes nothing, nor does their order.
    `not_repeats` are the numbers of figures of which somebody decided that they are other counts.
    """
    found = sorted((o for o in others if o.id is not None and o.id != figure.id), key=lambda o: o.id or 0)
    undecided = [other for other in found if other.id not in not_repeats]
    return [
        *falls(figure, found),
        *leaps(figure, found),
        *part_above_total(figure, found),
        *after_publication(figure),
        *day_of_saying(figure),
        *no_event_date(figure),
        *_likely_repeats(figure, undecided),
    ]


def part_above_total(figure: Compared, others: Sequence[Compared]) -> Iterator[FigureWarning]:
    """Find a part whose low is above its total's high or best, from the part's side and from the total's.

    Only where both count the same unit: families may be part of people.
    """
    for other in others:
        if other.id == figure.subset_of and _exceeds(figure, other):
            words = _("Above its total: this part is %(here)s, and its total is %(there)s (figure %(figure)s).")
            yield _beside(ConsistencyWarning.PART_ABOVE_TOTAL, words, figure, other)
        if figure.id is not None and other.subset_of == figure.id and _exceeds(other, figure):
            words = _("Below its part: this total is %(here)s, and its part is %(there)s (figure %(figure)s).")
            yield _beside(ConsistencyWarning.PART_ABOVE_TOTAL, words, figure, other)


def _exceeds(part: Compared, total: Compared) -> bool:
    return part.unit == total.unit and None not in {part.low, total.at_most} and (part.low or 0) > (total.at_most or 0)


def _likely_repeats(figure: Compared, others: Sequence[Compared]) -> Iterator[FigureWarning]:
    for other in others:
        if likely_repeat(figure, other):
            words = _("Likely repeat: figure %(figure)s says %(there)s, %(period)s. Is it the same count?")
            yield _beside(ConsistencyWarning.LIKELY_REPEAT, words, figure, other)


def _beside(code: ConsistencyWarning, words: str, figure: Compared, other: Compared) -> FigureWarning:
    values = {"here": figure.words, "there": other.words, "figure": other.id, "period": other.period}
    return FigureWarning(code, words % values, (other.id,) if other.id is not None else ())
