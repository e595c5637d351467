"""Tests of numbers side by side: one scale for all, open where the number is open."""

from tests.series.build import counted, figure
from tracker.series.extents import OPEN, SIDE, WIDTH, Extent, extents_of
from tracker.series.marks import Arrow, Shape
from tracker.vocabulary import Quantifier, Status

END = WIDTH - SIDE - OPEN
HALF = (SIDE + END) / 2
WORDS = {"quantifier": Quantifier.VAGUE, "reported": None, "low": None, "best": None, "high": None}


def test_each_number_reaches_as_far_as_it_says() -> None:
    found = extents_of(
        [
            counted(1, Quantifier.EXACT, 100, "100"),
            counted(2, Quantifier.AT_LEAST, 50, "at least 50", status=Status.PROVISIONAL),
            counted(3, Quantifier.UP_TO, 50, "up to 50"),
            counted(4, Quantifier.BETWEEN, 50, "50 to 100", n_max=100),
            figure(5, reported_text="only a handful", **WORDS),
        ]
    )
    assert found == [
        Extent(Shape.DOT, None, False, END, END, END),
        Extent(Shape.DOT, Arrow.UP, True, HALF, HALF, None),
        Extent(Shape.TICK, Arrow.DOWN, False, HALF, None, HALF),
        Extent(Shape.BAR, None, False, HALF, HALF, END),
        None,
    ]


def test_a_single_number_is_compared_with_nothing() -> None:
    assert extents_of([figure(1), figure(2, **WORDS)]) == [None, None]


def test_numbers_of_very_different_size_are_not_drawn() -> None:
    assert extents_of([counted(1, Quantifier.EXACT, 1, "1"), counted(2, Quantifier.EXACT, 1000, "1,000")]) == [None, None]


def test_nobody_counted_is_no_reason_to_draw_nothing_else() -> None:
    found = extents_of([counted(1, Quantifier.EXACT, 0, "none"), counted(2, Quantifier.EXACT, 5, "5")])
    assert [extent and extent.x for extent in found] == [SIDE, END]
