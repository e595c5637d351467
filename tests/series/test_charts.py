"""Tests of charts: what is joined, what is kept apart, and what is drawn once."""

import json
from collections import Counter
from datetime import date, timedelta
from itertools import combinations
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.series.build import DAY_ONE, counted, figure, figures
from tracker.series.chart_json import charts_to_json
from tracker.series.charts import LinePoint, charts_of
from tracker.series.figures import SeriesFigure
from tracker.series.marks import DrawnAs, Mark
from tracker.vocabulary import Accumulation, CountStage, Group, Indicator, PlaceRole, Quantifier, Unit


def day(number: int) -> date:
    """Return the numbered day after the first."""
    return DAY_ONE + timedelta(days=number)


def so_far(id_: int, number: int, n: int, quantifier: Quantifier = Quantifier.EXACT, **changes: Any) -> SeriesFigure:
    """Return a total since the first day up to the numbered day."""
    return counted(
        id_, quantifier, n, str(n), **({"accumulation": Accumulation.CUMULATIVE, "end_date": day(number)} | changes)
    )


def marks_of(drawn: list[SeriesFigure]) -> list[Mark]:
    """Return all marks of the charts."""
    return [mark for chart in charts_of(drawn) for series in chart.series for mark in series.marks]


def test_no_figures_no_charts() -> None:
    assert charts_of([]) == ()


def test_households_and_persons_have_charts_of_their_own_in_the_order_of_the_codes() -> None:
    drawn = [
        figure(1, indicator=Indicator.FLED, unit=Unit.HOUSEHOLD),
        figure(2, indicator=Indicator.FLED),
        figure(3),
    ]
    assert [(chart.indicator, chart.unit) for chart in charts_of(drawn)] == [
        (Indicator.KILLED, Unit.PERSON),
        (Indicator.FLED, Unit.PERSON),
        (Indicator.FLED, Unit.HOUSEHOLD),
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"claimant": "SOHR"},
        {"claimant": None},
        {"place": "douma"},
        {"place_role": PlaceRole.DESTINATION},
        {"group": Group.CHILDREN},
        {"group_text": "Syrian Kurds"},
        {"accumulation": Accumulation.STOCK},
        {"count_stage": CountStage.PLANNED},
        {"start_date": day(-1)},
        {"subset_of": 1},
    ],
)
def test_what_may_not_be_compared_is_another_series(changes: dict[str, Any]) -> None:
    (chart,) = charts_of([so_far(1, 5, 10), so_far(2, 6, 11, **changes)])
    assert [len(series.marks) for series in chart.series] == [1, 1]


def test_unnamed_claims_are_joined_within_a_document_only() -> None:
    (chart,) = charts_of([figure(id_, claimant=None, document=document) for id_, document in ((1, 1), (2, 2), (3, 1))])
    assert [[mark.figure for mark in series.marks] for series in chart.series] == [[1, 3], [2]]


def test_the_words_of_a_group_with_a_code_do_not_split_a_series() -> None:
    (chart,) = charts_of([so_far(i, i, i, group=Group.CIVILIANS, group_text=f"words {i}") for i in (1, 2)])
    assert len(chart.series) == 1


def test_a_line_joins_dots_and_rings_by_day_and_takes_one_figure_a_day() -> None:
    drawn = [
        so_far(1, 9, 40),
        so_far(2, 1, 10, quantifier=Quantifier.AT_LEAST),
        so_far(3, 5, 30, quantifier=Quantifier.APPROXIMATELY),
        so_far(4, 5, 35),
        so_far(5, 7, 99, quantifier=Quantifier.UP_TO),
        so_far(6, 8, 24, quantifier=Quantifier.VAGUE),
        so_far(7, 0, 0, end_date=None),
    ]
    (chart,) = charts_of(drawn)
    (series,) = chart.series
    assert [mark.figure for mark in series.marks] == [2, 3, 4, 5, 6, 1, 7]
    assert series.line == (LinePoint(day(1), 10, 2), LinePoint(day(5), 30, 3), LinePoint(day(9), 40, 1))


@pytest.mark.parametrize(
    "changes",
    [{"start_date": None}, {"subset_of": 9}, {"accumulation": Accumulation.STOCK}, {"end_date": day(3)}],
)
def test_no_line_without_one_known_start_three_days_and_a_total_of_its_own(changes: dict[str, Any]) -> None:
    (chart,) = charts_of([so_far(i, i, i, **changes) for i in (1, 2, 3)])
    assert [series.line for series in chart.series] == [()]


def test_repeats_are_folded_into_their_head() -> None:
    drawn = [figure(1, claimant=None, report_count=3), figure(2, repeat_of=1), figure(3, repeat_of=1, claimant="SOHR")]
    (mark,) = marks_of(drawn)
    assert (mark.figure, mark.report_count, mark.repeats) == (1, 3, (2, 3))


def test_repeats_without_their_head_stand_for_the_count_once() -> None:
    drawn = [
        figure(2, repeat_of=1, claimant=None, claimed_on=day(0)),
        figure(3, repeat_of=1, claimed_on=day(2)),
        figure(4, repeat_of=1, claimed_on=day(1)),
        figure(5, repeat_of=1, high=None),
    ]
    (mark,) = marks_of(drawn)
    assert (mark.figure, mark.repeats) == (4, (2, 3, 5))


def test_spans_that_share_a_day_have_lanes() -> None:
    periods = {1: (0, 9), 2: (3, 5), 3: (5, 6), 4: (6, 8), 5: (10, 12), 6: (7, 7)}
    drawn = [figure(id_, start_date=day(a), end_date=day(b)) for id_, (a, b) in periods.items()]
    assert {mark.figure: mark.lane for mark in marks_of(drawn)} == {1: 0, 2: 1, 3: 2, 4: 1, 5: 0, 6: 0}


def test_charts_are_plain_values_for_a_page() -> None:
    (chart,) = charts_to_json(charts_of([so_far(i, i, i * 10) for i in (1, 2, 3)]))
    assert (chart["indicator"], chart["unit"]) == ("killed", "person")
    assert isinstance(chart["series"], list)
    (series,) = chart["series"]
    assert isinstance(series, dict)
    marks = series.pop("marks")
    assert series == {
        "claimant": "UN",
        "document": None,
        "place": "ghouta",
        "place_role": "event",
        "group": None,
        "group_text": "",
        "accumulation": "cumulative",
        "count_stage": None,
        "start": "2018-02-18",
        "subset_of": None,
        "line": [
            {"day": "2018-02-19", "value": 10, "figure": 1},
            {"day": "2018-02-20", "value": 20, "figure": 2},
            {"day": "2018-02-21", "value": 30, "figure": 3},
        ],
    }
    assert isinstance(marks, list)
    assert marks[0] == {
        "figure": 1,
        "url": "/figures/1/",
        "shape": "dot",
        "arrow": None,
        "value": 10,
        "low": 10,
        "high": 10,
        "label": "10",
        "hollow": False,
        "disputed": False,
        "party": False,
        "start": "2018-02-18",
        "start_accuracy": "day",
        "end": "2018-02-19",
        "end_accuracy": "day",
        "stands_on": "2018-02-19",
        "earliest": None,
        "latest": None,
        "undated": False,
        "drawn_as": "point",
        "lane": 0,
        "report_count": 1,
        "repeats": [],
    }


@given(figures(), st.randoms())
def test_every_count_is_drawn_exactly_once_whatever_the_order(drawn: list[SeriesFigure], random: Random) -> None:
    marks = marks_of(drawn)
    shown = Counter(mark.figure for mark in marks) + Counter(id_ for mark in marks for id_ in mark.repeats)
    assert shown == Counter(f.id for f in drawn)
    assert {f.id for f in drawn if f.repeat_of is None} <= {mark.figure for mark in marks}
    shuffled = random.sample(drawn, len(drawn))
    assert charts_of(shuffled) == charts_of(drawn)
    assert json.loads(json.dumps(charts_to_json(charts_of(drawn)))) == charts_to_json(charts_of(drawn))


@given(figures())
def test_no_two_marks_of_a_kind_share_a_lane_and_a_day(drawn: list[SeriesFigure]) -> None:
    for chart in charts_of(drawn):
        marks = [mark for series in chart.series for mark in series.marks]
        for kind in (DrawnAs.BAR, DrawnAs.SPAN):
            taken = [(mark.lane, mark.days) for mark in marks if mark.drawn_as == kind]
            for (lane_a, days_a), (lane_b, days_b) in combinations(taken, 2):
                assert days_a is not None
                assert days_b is not None
                assert lane_a != lane_b or days_a[1] < days_b[0] or days_b[1] < days_a[0]
