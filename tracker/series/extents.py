"""Numbers of rivals beside one another: how far each reaches on one scale, and where it is open."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tracker.series.figures import SeriesFigure
from tracker.series.marks import Arrow, Shape, mark_of

WIDTH: Final = 200
SIDE: Final = 10
OPEN: Final = 24
"""How far an arrow goes that says: from here on, open."""

LOGARITHMIC_FROM: Final = 60
"""No picture where the largest number is so many times the smallest: a plain scale would hide the small ones."""


@dataclass(frozen=True, slots=True)
class Extent:
    """A number as a sign on a line from 0 to the largest; `low` and `high` are the ends that a range has."""

    shape: Shape
    arrow: Arrow | None
    hollow: bool
    x: float
    low: float | None
    high: float | None


def extents_of(figures: Sequence[SeriesFigure]) -> list[Extent | None]:
    """Return each figure's extent on one scale, null for a word that names no number; all null where none would help.

    None would help with a single number, nor with numbers of very different size.
    """
    marks = [mark_of(figure) for figure in figures]
    reach = [[n for n in (mark.value, mark.low, mark.high) if n is not None] for mark in marks]
    sizes = [max(numbers) for numbers in reach if numbers]
    least = min((size for size in sizes if size), default=0)
    if len(sizes) < 2 or not least or max(sizes) > LOGARITHMIC_FROM * least:  # noqa: PLR2004 - a comparison is of two
        return [None] * len(marks)

    def x(number: int | None) -> float | None:
        return None if number is None else round(SIDE + number / max(sizes) * (WIDTH - 2 * SIDE - OPEN), 1)

    return [
        Extent(mark.shape, mark.arrow, mark.hollow, x(mark.value or mark.low) or 0.0, x(mark.low), x(mark.high))
        if numbers
        else None
        for mark, numbers in zip(marks, reach, strict=True)
    ]
