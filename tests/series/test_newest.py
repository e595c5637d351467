"""Tests of who says what: each claimant's newest count, and nobody's twice."""

from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given

from tests.series.build import DAY_ONE, counted, figure, figures
from tracker.series.figures import SeriesFigure
from tracker.series.newest import newest_by_claimant
from tracker.vocabulary import Accumulation, CountStage, Group, Indicator, Quantifier, Unit


def day(number: int) -> dict[str, date]:
    """Return an event of one day, by its number after the first."""
    return dict.fromkeys(("start_date", "end_date"), DAY_ONE + timedelta(days=number))


def claims(drawn: list[SeriesFigure]) -> list[list[tuple[int, int]]]:
    """Return figure and number of others, claimant by claimant, indicator by indicator."""
    return [[(claim.figure.id, claim.others) for claim in rivals.claims] for rivals in newest_by_claimant(drawn)]


def test_each_claimant_has_one_newest_count_and_the_newest_comes_first() -> None:
    drawn = [
        figure(1, **day(1)),
        figure(2, **day(3)),
        figure(3, claimant="SOHR", **day(4)),
        figure(4, claimant=None, document=7, **day(9)),
        figure(5, claimant=None, document=8, **day(2)),
        figure(6, indicator=Indicator.FLED, unit=Unit.HOUSEHOLD),
    ]
    assert claims(drawn) == [[(3, 0), (2, 1), (4, 0), (5, 0)], [(6, 0)]]


@pytest.mark.parametrize(
    "weaker",
    [
        {"group": Group.CHILDREN},
        {"subset_of": 9},
        {"start_date": None, "end_date": None},
        {"end_date": DAY_ONE - timedelta(days=1), "start_date": DAY_ONE - timedelta(days=1)},
        {"accumulation": Accumulation.UNCLEAR},
    ],
)
def test_a_total_with_a_date_stands_before_what_says_less(weaker: dict[str, Any]) -> None:
    assert claims([figure(1, **weaker), figure(2)]) == [[(2, 1)]]
    assert claims([figure(1, **weaker)]) == [[(1, 0)]]


def test_parts_and_single_groups_come_after_totals_and_stages_apart() -> None:
    part = figure(1, claimant="ICRC", group=Group.RESCUERS, **day(9))
    assert claims([part, figure(2), figure(3, claimant=None, document=7)]) == [[(2, 0), (3, 0), (1, 0)]]
    trucks = {"indicator": Indicator.AID_TRUCKS, "unit": Unit.TRUCK}
    entered = figure(4, count_stage=CountStage.ENTERED, **trucks)
    assert claims([figure(5, count_stage=CountStage.PLANNED, **trucks), entered]) == [[(5, 0)], [(4, 0)]]


def test_a_number_stands_before_a_word() -> None:
    assert claims([counted(1, Quantifier.VAGUE, 24, "dozens"), figure(2)]) == [[(2, 1)]]


def test_a_repeat_is_left_to_its_head_where_that_is_shown() -> None:
    repeat = figure(2, claimant="SOHR", repeat_of=1)
    assert claims([figure(1), repeat]) == [[(1, 0)]]
    assert claims([repeat]) == [[(2, 0)]]


@given(drawn=figures())
def test_every_claimant_is_there_once_whatever_the_order(drawn: list[SeriesFigure]) -> None:
    found = newest_by_claimant(drawn)
    heads = {one.id for one in drawn if one.repeat_of is None}
    counts = [one for one in drawn if one.repeat_of not in heads]
    assert {(r.indicator, r.unit, r.count_stage, c.figure.claimed_by) for r in found for c in r.claims} == {
        (one.indicator, one.unit, one.count_stage, one.claimed_by) for one in counts
    }
    assert sum(1 + claim.others for rivals in found for claim in rivals.claims) == len(counts)
    shuffled = list(drawn)
    Random(1).shuffle(shuffled)
    assert newest_by_claimant(shuffled) == found
