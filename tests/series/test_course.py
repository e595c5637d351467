"""Tests of the small picture of a course: where signs stand, and that it never says more than the chart."""

from datetime import timedelta

from hypothesis import given

from tests.series.build import DAY_ONE, counted, figure, figures
from tracker.series.charts import Chart, charts_of
from tracker.series.course import GROUND, HEIGHT, MOST, SIDE, TOP, WIDTH, Course, course_of
from tracker.series.figures import SeriesFigure
from tracker.series.marks import Arrow, Shape
from tracker.vocabulary import DateAccuracy, Quantifier

UNDATED = {"start_date": None, "end_date": None}


def at(number: int) -> dict[str, object]:
    """Return an event of one day, by its number after the first."""
    return dict.fromkeys(("start_date", "end_date"), DAY_ONE + timedelta(days=number))


def course(drawn: list[SeriesFigure]) -> Course | None:
    """Return the picture of the only chart of these figures."""
    (chart,) = charts_of(drawn)
    return course_of(chart)


def test_one_dated_count_has_no_course() -> None:
    assert course([figure(1), figure(2, **UNDATED)]) is None


def test_marks_stand_between_the_first_and_the_last_day_and_between_nought_and_the_largest() -> None:
    drawn = [counted(1, Quantifier.EXACT, 100, "100", **at(0)), counted(2, Quantifier.AT_LEAST, 50, "at least 50", **at(5))]
    found = course([*drawn, counted(3, Quantifier.EXACT, 0, "none", **at(10)), figure(4, **UNDATED)])
    assert found is not None
    assert [(mark.figure, mark.x, mark.y, mark.arrow) for mark in found.marks] == [
        (1, SIDE, TOP, None),
        (2, WIDTH / 2, (TOP + GROUND) / 2, Arrow.UP),
        (3, WIDTH - SIDE, GROUND, None),
    ]
    assert (found.first, found.last, found.number, found.undated) == (DAY_ONE, DAY_ONE + timedelta(days=10), 3, 1)
    assert found.most == 100


def test_its_ends_are_known_no_better_than_their_counts() -> None:
    week, day = DateAccuracy.WEEK, DateAccuracy.DAY
    span = figure(1, start_date=DAY_ONE, end_date=DAY_ONE + timedelta(days=3), start_accuracy=week, end_accuracy=day)
    found = course([span, figure(2, start_accuracy=day, end_accuracy=week, **at(9))])
    assert found is not None
    assert (found.first, found.first_accuracy) == (DAY_ONE, week)
    assert (found.last, found.last_accuracy) == (DAY_ONE + timedelta(days=9), week)


def test_a_span_covers_its_period_and_a_range_its_numbers() -> None:
    between = counted(1, Quantifier.BETWEEN, 50, "50 to 100", n_max=100, end_date=DAY_ONE + timedelta(days=10))
    found = course([between, counted(2, Quantifier.EXACT, 10, "10", **at(2))])
    assert found is not None
    mark = next(mark for mark in found.marks if mark.figure == 1)
    assert (mark.shape, mark.left, mark.right, mark.low, mark.high) == (
        Shape.BAR,
        SIDE,
        WIDTH - SIDE,
        (TOP + GROUND) / 2,
        TOP,
    )


def test_a_word_that_names_no_number_stands_over_the_scale() -> None:
    none = {"reported": None, "low": None, "best": None, "high": None}
    words = figure(1, quantifier=Quantifier.VAGUE, reported_text="only a handful", **none, **at(1))
    found = course([words, figure(2, **at(3))])
    assert found is not None
    assert [mark.y < TOP for mark in found.marks] == [True, False]


def test_more_signs_than_can_be_told_apart_are_dots() -> None:
    drawn = [counted(number, Quantifier.EXACT, number, str(number), **at(number)) for number in range(1, MOST + 2)]
    found = course(drawn)
    assert found is not None
    assert (found.marks, found.number) == ((), MOST + 1)
    assert len(found.dots) == MOST + 1
    (chart,) = charts_of(drawn)
    kept = course_of(chart, keep={7})
    assert kept is not None
    assert [mark.figure for mark in kept.marks] == [7]
    few = course(drawn[:-1])
    assert few is not None
    assert (len(few.marks), few.dots) == (MOST, ())


@given(drawn=figures())
def test_nothing_stands_outside_the_picture(drawn: list[SeriesFigure]) -> None:
    for chart in charts_of(drawn):
        found = course_of(chart)
        if found is not None:
            assert found.number + found.undated == _count(chart)
            assert all(SIDE <= mark.x <= WIDTH - SIDE and 0 < mark.y < HEIGHT for mark in found.marks)


def _count(chart: Chart) -> int:
    return sum(len(series.marks) for series in chart.series)
