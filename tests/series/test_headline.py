"""Tests of the figure that a page names first."""

from datetime import timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.series.build import DAY_ONE, figure, figures
from tracker.series.figures import SeriesFigure
from tracker.series.headline import Headline, headlines
from tracker.vocabulary import Accumulation, CountStage, Group, Indicator, Quantifier, Status, Unit

LATER = DAY_ONE + timedelta(days=1)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"end_date": LATER, "claimant": None, "quantifier": Quantifier.VAGUE}, {"accumulation": Accumulation.STOCK}),
        ({"accumulation": Accumulation.CUMULATIVE, "claimant": None}, {}),
        ({"accumulation": Accumulation.STOCK, "quantifier": Quantifier.VAGUE}, {}),
        ({}, {"accumulation": Accumulation.UNCLEAR}),
        ({"quantifier": Quantifier.VAGUE}, {"claimant": None}),
        ({}, {"quantifier": Quantifier.VAGUE}),
        ({"end_date": None}, {"end_date": DAY_ONE - timedelta(days=1), "start_date": None}),
        ({"status": Status.PROVISIONAL, "disputed": True, "end_date": LATER}, {}),
    ],
)
def test_the_order_is_lexicographic(first: dict[str, Any], second: dict[str, Any]) -> None:
    (headline,) = headlines([figure(1, **second), figure(2, **first)])
    assert headline.figure.id == 2


def test_the_smaller_id_decides_last() -> None:
    (headline,) = headlines([figure(2), figure(1)])
    assert headline.figure.id == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"repeat_of": 9},
        {"subset_of": 9},
        {"group": Group.CHILDREN},
        {"start_date": None, "end_date": None},
        {"accumulation": Accumulation.CUMULATIVE, "end_date": None},
    ],
)
def test_repeats_parts_groups_and_undated_figures_head_nothing(changes: dict[str, Any]) -> None:
    assert headlines([figure(1, **changes)]) == ()


def test_rivals_are_other_claimants_within_thirty_days() -> None:
    first = figure(1, group=Group.CIVILIANS)
    within = figure(2, claimant="SOHR", start_date=None, end_date=DAY_ONE - timedelta(days=30))
    unnamed = figure(6, claimant=None)
    drawn = [
        first,
        within,
        figure(3, claimant="SOHR", start_date=None, end_date=DAY_ONE - timedelta(days=31)),
        figure(4, end_date=DAY_ONE),
        figure(5, claimant="SOHR", group=Group.WOMEN),
        unnamed,
        figure(7, claimant="SOHR", count_stage=CountStage.PLANNED),
    ]
    assert headlines(drawn) == (Headline(Indicator.KILLED, Unit.PERSON, first, (unnamed, within)),)


def test_unnamed_claims_of_two_documents_are_rivals() -> None:
    (headline,) = headlines([figure(id_, claimant=None, document=id_ % 2) for id_ in (1, 2, 3)])
    assert [rival.id for rival in headline.rivals] == [2]


@given(figures(), st.randoms())
def test_the_order_of_the_figures_changes_nothing(drawn: list[SeriesFigure], random: Random) -> None:
    assert headlines(random.sample(drawn, len(drawn))) == headlines(drawn)
    assert [h.indicator for h in headlines(drawn)] == [i for i in Indicator for h in headlines(drawn) if h.indicator == i]
