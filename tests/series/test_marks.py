"""Tests of how one figure is drawn."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.series.build import DAY_ONE, counted, figure
from tracker.series.figures import SeriesFigure
from tracker.series.marks import Arrow, DrawnAs, Mark, Shape, mark_of
from tracker.vocabulary import Accumulation, DateAccuracy, Indicator, Quantifier, Status, Unit

LATER = DAY_ONE + timedelta(days=9)


@pytest.mark.parametrize(
    ("drawn", "sign"),
    [
        (counted(1, Quantifier.EXACT, 46, "46"), (Shape.DOT, None, 46)),
        (counted(1, Quantifier.EXACT, 0, "none"), (Shape.DOT, None, 0)),
        (counted(1, Quantifier.APPROXIMATELY, 80, "about 80"), (Shape.RING, None, 80)),
        (counted(1, Quantifier.APPROXIMATELY, 600, "nearly 600", nearly=True), (Shape.TICK, Arrow.DOWN, 600)),
        (counted(1, Quantifier.AT_LEAST, 82, "at least 82"), (Shape.DOT, Arrow.UP, 82)),
        (counted(1, Quantifier.MORE_THAN, 250, "more than 250"), (Shape.DOT, Arrow.UP, 250)),
        (counted(1, Quantifier.UP_TO, 30, "up to 30"), (Shape.TICK, Arrow.DOWN, 30)),
        (counted(1, Quantifier.LESS_THAN, 30, "under 30"), (Shape.TICK, Arrow.DOWN, 30)),
        (counted(1, Quantifier.BETWEEN, 3, "3 to 5", n_max=5), (Shape.BAR, None, None)),
        (counted(1, Quantifier.VAGUE, 24, "dozens", reported=None), (Shape.WORD, Arrow.UP, 24)),
        (figure(1, quantifier=Quantifier.VAGUE, low=None, best=None, high=None), (Shape.WORD, None, None)),
        (
            counted(1, Quantifier.APPROXIMATELY, 244, "a fifth", reported=None, calculation="1/5 of 1,220"),
            (Shape.RING, None, 244),
        ),
        (
            counted(1, Quantifier.MORE_THAN, 10, "more than half", reported=None, calculation="1/2 of 20"),
            (Shape.DOT, Arrow.UP, 10),
        ),
    ],
)
def test_the_sign_says_how_certain_the_number_is(drawn: SeriesFigure, sign: tuple[Shape, Arrow | None, int | None]) -> None:
    mark = mark_of(drawn)
    assert (mark.shape, mark.arrow, mark.value) == sign
    assert (mark.low, mark.high, mark.label) == (drawn.low, drawn.high, drawn.reported_text)


@pytest.mark.parametrize(
    ("changes", "drawn_as", "stands_on"),
    [
        ({}, DrawnAs.BAR, DAY_ONE),
        ({"end_date": LATER}, DrawnAs.SPAN, LATER),
        ({"start_accuracy": DateAccuracy.MONTH, "end_accuracy": DateAccuracy.MONTH}, DrawnAs.POINT, DAY_ONE),
        ({"start_date": None}, DrawnAs.POINT, DAY_ONE),
        ({"end_date": None}, DrawnAs.POINT, DAY_ONE),
        ({"accumulation": Accumulation.CUMULATIVE, "end_date": LATER}, DrawnAs.POINT, LATER),
        ({"accumulation": Accumulation.CUMULATIVE, "start_date": None, "end_date": LATER}, DrawnAs.POINT, LATER),
        ({"accumulation": Accumulation.CUMULATIVE, "end_date": None}, DrawnAs.POINT, None),
        ({"accumulation": Accumulation.STOCK}, DrawnAs.POINT, DAY_ONE),
        ({"accumulation": Accumulation.UNCLEAR, "end_date": LATER}, DrawnAs.POINT, LATER),
        ({"start_date": None, "end_date": None, "claimed_on": LATER}, DrawnAs.POINT, None),
        ({"indicator": Indicator.AID_TRUCKS, "unit": Unit.TRUCK}, DrawnAs.BAR, DAY_ONE),
        ({"indicator": Indicator.AID_TRUCKS, "unit": Unit.TRUCK, "end_date": LATER}, DrawnAs.SPAN, LATER),
        ({"indicator": Indicator.AID_TRUCKS, "unit": Unit.TRUCK, "start_date": None}, DrawnAs.BAR, DAY_ONE),
        (
            {"indicator": Indicator.AID_TRUCKS, "accumulation": Accumulation.UNCLEAR, "end_date": LATER},
            DrawnAs.POINT,
            LATER,
        ),
        ({"indicator": Indicator.AID_TRUCKS, "accumulation": Accumulation.CUMULATIVE}, DrawnAs.POINT, DAY_ONE),
    ],
)
def test_what_a_mark_covers_and_where_it_stands(changes: dict[str, Any], drawn_as: DrawnAs, stands_on: date | None) -> None:
    mark = mark_of(figure(1, **changes))
    assert (mark.drawn_as, mark.stands_on, mark.undated) == (drawn_as, stands_on, stands_on is None)


def _known(start: DateAccuracy, end: DateAccuracy) -> dict[str, DateAccuracy]:
    return {"start_accuracy": start, "end_accuracy": end}


@pytest.mark.parametrize(
    ("changes", "covered"),
    [
        ({}, None),
        ({"end_date": LATER}, None),
        (_known(DateAccuracy.WEEK, DateAccuracy.WEEK), (date(2018, 2, 12), date(2018, 2, 24))),
        (_known(DateAccuracy.YEAR, DateAccuracy.YEAR), (date(2018, 1, 1), date(2018, 12, 31))),
        ({"end_date": LATER} | _known(DateAccuracy.DAY, DateAccuracy.MONTH), (DAY_ONE, date(2018, 2, 28))),
        ({"end_date": LATER} | _known(DateAccuracy.MONTH, DateAccuracy.DAY), (date(2018, 2, 1), LATER)),
        (
            {"end_date": LATER, "accumulation": Accumulation.CUMULATIVE} | _known(DateAccuracy.YEAR, DateAccuracy.DAY),
            None,  # it stands on its end, which is known to the day
        ),
        (
            {"end_date": None} | _known(DateAccuracy.MONTH, DateAccuracy.UNKNOWN),
            (date(2018, 2, 1), date(2018, 2, 28)),
        ),
        ({"start_date": None, "end_date": None} | _known(DateAccuracy.UNKNOWN, DateAccuracy.UNKNOWN), None),
    ],
)
def test_a_date_known_to_the_week_month_or_year_covers_all_that_it_may_be(
    changes: dict[str, Any], covered: tuple[date, date] | None
) -> None:
    assert mark_of(figure(1, **changes)).may_cover == covered


def test_a_mark_carries_what_a_reader_must_see() -> None:
    drawn = figure(7, status=Status.PROVISIONAL, disputed=True, claimant_is_party=True, report_count=5)
    assert mark_of(drawn, repeats=(8, 9)) == Mark(
        figure=7,
        url="/figures/7/",
        shape=Shape.DOT,
        arrow=None,
        value=10,
        low=10,
        high=10,
        label="10",
        hollow=True,
        disputed=True,
        party=True,
        start=DAY_ONE,
        start_accuracy=DateAccuracy.DAY,
        end=DAY_ONE,
        end_accuracy=DateAccuracy.DAY,
        stands_on=DAY_ONE,
        drawn_as=DrawnAs.BAR,
        lane=0,
        report_count=5,
        repeats=(8, 9),
    )
    assert not mark_of(figure(7)).hollow
