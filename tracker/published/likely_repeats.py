"""Pairs of public figures that look like one count and that nobody has decided on, for the documented minimum."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db.models import Q

from tracker.days import days_of
from tracker.models import NotARepeat, PublishedFigure
from tracker.review.compared import Compared
from tracker.review.repeats_likely import SAME_NUMBER_DAYS, likely_repeat
from tracker.series.places import PlaceTree
from tracker.vocabulary import Indicator


def undecided_repeats(rows: Iterable[PublishedFigure], tree: PlaceTree) -> frozenset[frozenset[int]]:
    """Return the pairs that the documented minimum must not add twice, though their places or days do not tell it so.

    Figures whose days touch are kept apart by `tracker.series.conflicts` already. What is left are the same printed number
    in two documents a day apart, of one claimant: only they are looked for, so that a page costs no comparison of each with
    each. One query where there is such a pair, none where there is not. Raises KeyError for a place that is not in the tree.
    """
    pairs = frozenset(_pairs(rows, tree))
    if not pairs:
        return pairs
    figures = frozenset().union(*pairs)
    decided = NotARepeat.objects.filter(Q(first__in=figures) & Q(second__in=figures)).values_list("first", "second")
    return pairs - {frozenset(pair) for pair in decided}


def _pairs(rows: Iterable[PublishedFigure], tree: PlaceTree) -> Iterator[frozenset[int]]:
    starting: dict[tuple[object, int], list[Compared]] = defaultdict(list)
    ending: list[tuple[Compared, int]] = []
    for row in rows:
        start, end = days_of(row.start_date, row.start_accuracy), days_of(row.end_date, row.end_accuracy)
        if row.indicator == Indicator.KILLED and start is not None and end is not None:
            figure = _compared(row, tree)
            starting[figure.claimed_by, start[0]].append(figure)
            ending.append((figure, end[1]))
    for figure, last in ending:
        for apart in range(1, SAME_NUMBER_DAYS + 1):
            for other in starting.get((figure.claimed_by, last + apart), ()):
                if likely_repeat(figure, other):
                    yield frozenset((figure.id or 0, other.id or 0))


def _compared(row: PublishedFigure, tree: PlaceTree) -> Compared:
    """Return a public row as the rule for likely repeats sees it; what is confidential is null here, too.

    Without the sentences: they tell figures of one document apart, and these pairs are of two.
    """
    return Compared(
        id=row.figure_id,
        document=row.document_id,
        place=row.place_slug,
        around=frozenset((row.place_slug, *tree.ancestors(row.place_slug))),
        indicator=row.indicator,
        unit=row.unit,
        group=row.group,
        accumulation=row.accumulation,
        count_stage=row.count_stage,
        reported_text=row.reported_text,
        quantifier=row.quantifier,
        reported=row.reported,
        reported_max=row.reported_max,
        low=row.low,
        best=row.best,
        high=row.high,
        start_date=row.start_date,
        start_accuracy=row.start_accuracy,
        end_date=row.end_date,
        end_accuracy=row.end_accuracy,
        claimant=row.attributed_to,
        repeat_of=row.repeat_of,
        subset_of=row.subset_of,
    )
