"""Figures that report one count again, folded so that the count is drawn once."""

from collections.abc import Iterable
from datetime import date

from tracker.series.figures import SeriesFigure


def heads_with_repeats(figures: Iterable[SeriesFigure]) -> list[tuple[SeriesFigure, tuple[int, ...]]]:
    """Return one figure for every count, ordered by id, with the ids of the others among `figures` that repeat it.

    A filter can let a repeat through and keep its head out. The count was still reported, so a repeat then stands for
    it (the one that the rule for heads would choose) and the other repeats of that head fold into it: once, not never,
    and not twice. It keeps its `repeat_of`.
    """
    counts: dict[int, list[SeriesFigure]] = {}
    for figure in figures:
        counts.setdefault(figure.id if figure.repeat_of is None else figure.repeat_of, []).append(figure)
    folded = []
    for reports in counts.values():
        first, *others = sorted(reports, key=_rank)
        folded.append((first, tuple(sorted(figure.id for figure in others))))
    return sorted(folded, key=lambda pair: pair[0].id)


def _rank(figure: SeriesFigure) -> tuple[bool, bool, float, date, int]:
    """Rank the reports of one count by the rule for heads (design, section 2, "repeat_of"), after its head itself."""
    width = float("inf") if figure.low is None or figure.high is None else float(figure.high - figure.low)
    return (
        figure.repeat_of is not None,
        figure.claimant is None,
        width,
        figure.claimed_on or date.max,
        figure.id,
    )
