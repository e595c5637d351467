"""Tests of the documented minimum: what is added, what is not, and why."""

from datetime import date, timedelta
from itertools import combinations
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.series.build import DAY_ONE, PLACES, counted, figure, figures
from tracker.series.conflicts import Conflicts
from tracker.series.figures import SeriesFigure
from tracker.series.minimum import DocumentedMinimum, Reason, _claim_or_reason, documented_minimums
from tracker.vocabulary import Accumulation, DateAccuracy, Group, Indicator, Quantifier, Unit


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"repeat_of": 9}, Reason.REPEAT),
        ({"subset_of": 9}, Reason.SUBSET),
        ({"disputed": True}, Reason.DISPUTED),
        ({"unit": Unit.HOUSEHOLD}, Reason.OTHER_UNIT),
        ({"group": Group.FIGHTERS}, Reason.OTHER_GROUP),
        ({"accumulation": Accumulation.STOCK}, Reason.STOCK),
        ({"accumulation": Accumulation.UNCLEAR}, Reason.UNCLEAR_ACCUMULATION),
        ({"calculation": "1/5 of 1,220", "quantifier": Quantifier.APPROXIMATELY, "low": None}, Reason.SHARE),
        ({"calculation": "1/2 of 20", "quantifier": Quantifier.MORE_THAN}, Reason.SHARE),
        ({"quantifier": Quantifier.VAGUE, "start_date": None}, Reason.VAGUE),
        ({"quantifier": Quantifier.APPROXIMATELY, "low": None}, Reason.APPROXIMATE),
        ({"quantifier": Quantifier.UP_TO, "low": None}, Reason.UPPER_BOUND_ONLY),
        ({"quantifier": Quantifier.LESS_THAN, "low": None}, Reason.UPPER_BOUND_ONLY),
        ({"low": None}, Reason.NO_VALUE),
        ({"start_date": None}, Reason.DATE_NOT_KNOWN),
        ({"end_date": None}, Reason.DATE_NOT_KNOWN),
        ({"end_accuracy": DateAccuracy.UNKNOWN}, Reason.DATE_NOT_KNOWN),
    ],
)
def test_what_is_not_eligible_says_why_and_leaves_no_total(changes: dict[str, Any], reason: Reason) -> None:
    assert documented_minimums([figure(1, **changes)], PLACES) == (
        DocumentedMinimum(claimant="UN", document=None, total=None, added=(), not_added=((1, reason),)),
    )


def test_lows_are_added_as_printed() -> None:
    printed = [
        counted(1, Quantifier.EXACT, 5, "5", place="douma"),
        counted(2, Quantifier.AT_LEAST, 7, "at least 7", place="harasta", group=Group.CIVILIANS),
        counted(3, Quantifier.MORE_THAN, 1220, "more than 1,220", place="aleppo", accumulation=Accumulation.CUMULATIVE),
        counted(
            4,
            Quantifier.BETWEEN,
            2,
            "2 to 4",
            n_max=4,
            place="ghouta",
            start_date=date(2018, 2, 19),
            end_date=date(2018, 2, 20),
        ),
        counted(5, Quantifier.EXACT, 3, "3", place="ghouta", start_date=date(2018, 2, 20), end_date=date(2018, 2, 20)),
        counted(6, Quantifier.EXACT, 0, "none", place="aleppo", start_date=date(2018, 3, 1), end_date=date(2018, 3, 1)),
    ]
    assert documented_minimums(printed, PLACES) == (
        DocumentedMinimum(
            claimant="UN",
            document=None,
            total=5 + 7 + 1220 + 3,
            added=(1, 2, 3, 5, 6),
            not_added=((4, Reason.OVERLAPS_A_LARGER_SUM),),
        ),
    )


def test_a_report_of_nobody_killed_is_a_minimum_of_zero() -> None:
    (minimum,) = documented_minimums([counted(1, Quantifier.EXACT, 0, "none")], PLACES)
    assert (minimum.total, minimum.added) == (0, (1,))


def test_claimants_are_never_added_together_and_unnamed_ones_only_within_a_document() -> None:
    apart = {"start_date": DAY_ONE - timedelta(days=3), "end_date": DAY_ONE - timedelta(days=3)}
    reported = [
        figure(1, claimant=None, document=2),
        figure(2, claimant=None, document=1),
        figure(3, claimant=None, document=1, **apart),
        figure(4, claimant="UN", document=1),
        figure(5, claimant="SOHR", document=1, quantifier=Quantifier.VAGUE),
        figure(6, indicator=Indicator.INJURED),
    ]
    found = documented_minimums(reported, PLACES)
    assert [(m.claimant, m.document, m.total) for m in found] == [
        ("SOHR", None, None),
        ("UN", None, 10),
        (None, 1, 20),
        (None, 2, 10),
    ]


def test_of_equal_sums_the_smallest_id_in_which_they_differ_decides() -> None:
    whole = figure(2, end_date=DAY_ONE + timedelta(days=1), low=20)
    halves = [figure(3), figure(1, start_date=DAY_ONE + timedelta(days=1), end_date=DAY_ONE + timedelta(days=1))]
    (minimum,) = documented_minimums([whole, *halves], PLACES)
    assert (minimum.total, minimum.added) == (20, (1, 3))


@pytest.mark.parametrize(
    ("accuracy", "gap", "both"),
    [
        (DateAccuracy.DAY, 1, True),
        (DateAccuracy.DAY, 0, False),
        (DateAccuracy.WEEK, 6, False),
        (DateAccuracy.WEEK, 7, True),
        (DateAccuracy.MONTH, 10, False),
        (DateAccuracy.MONTH, 11, True),
        (DateAccuracy.YEAR, 11, False),
    ],
)
def test_periods_are_widened_before_they_are_compared(accuracy: DateAccuracy, gap: int, *, both: bool) -> None:
    later = DAY_ONE + timedelta(days=gap)
    vague = figure(1, start_accuracy=accuracy, end_accuracy=accuracy)
    (minimum,) = documented_minimums([vague, figure(2, start_date=later, end_date=later)], PLACES)
    assert minimum.total == (20 if both else 10)


def test_an_undecided_likely_repeat_is_added_once() -> None:
    pair = [figure(1), figure(2, place="aleppo", low=11)]
    (minimum,) = documented_minimums(pair, PLACES, frozenset({frozenset({1, 2})}))
    assert (minimum.total, minimum.not_added) == (11, ((1, Reason.OVERLAPS_A_LARGER_SUM),))


def test_eastern_ghouta() -> None:
    ghouta = [
        counted(
            1,
            Quantifier.MORE_THAN,
            1220,
            "More than 1,220",
            claimant=None,
            group=Group.CIVILIANS,
            accumulation=Accumulation.CUMULATIVE,
            end_date=date(2018, 3, 12),
        ),
        counted(2, Quantifier.APPROXIMATELY, 244, "a fifth of them", claimant=None, calculation="1/5 of 1,220", subset_of=1),
        counted(3, Quantifier.APPROXIMATELY, 600, "Almost 600", nearly=True, end_date=date(2018, 3, 4)),
    ]
    assert documented_minimums(ghouta, PLACES) == (
        DocumentedMinimum(claimant="UN", document=None, total=None, added=(), not_added=((3, Reason.APPROXIMATE),)),
        DocumentedMinimum(claimant=None, document=1, total=1220, added=(1,), not_added=((2, Reason.SUBSET),)),
    )


def test_east_aleppo() -> None:
    undated = {"start_date": None, "end_date": None, "group": Group.CIVILIANS, "place": "aleppo"}
    aleppo = [
        counted(
            1,
            Quantifier.MORE_THAN,
            250,
            "More than 250",
            claimant=None,
            place="aleppo",
            accumulation=Accumulation.CUMULATIVE,
            start_date=date(2016, 11, 15),
            end_date=date(2016, 12, 1),
        ),
        counted(2, Quantifier.EXACT, 79, "Seventy-nine", claimant=None, **undated),
        counted(3, Quantifier.VAGUE, 200, "Hundreds more", claimant=None, reported=None, **undated),
        counted(4, Quantifier.AT_LEAST, 82, "at least 82", **undated),
    ]
    assert documented_minimums(aleppo, PLACES) == (
        DocumentedMinimum(claimant="UN", document=None, total=None, added=(), not_added=((4, Reason.DATE_NOT_KNOWN),)),
        DocumentedMinimum(
            claimant=None,
            document=1,
            total=250,
            added=(1,),
            not_added=((2, Reason.DATE_NOT_KNOWN), (3, Reason.VAGUE)),
        ),
    )


@given(figures(), st.randoms())
def test_nothing_is_counted_twice_or_lost(reported: list[SeriesFigure], random: Random) -> None:
    by_id = {f.id: f for f in reported}
    found = documented_minimums(reported, PLACES)
    listed = [id_ for m in found for id_ in (*m.added, *(id_ for id_, _ in m.not_added))]
    assert sorted(listed) == [f.id for f in reported if f.indicator == Indicator.KILLED]
    conflicts = Conflicts(PLACES)
    for minimum in found:
        lows = [by_id[id_].low or 0 for id_ in minimum.added]
        assert minimum.total == (sum(lows) if minimum.added else None)
        claims = [_claim_or_reason(by_id[id_]) for id_ in minimum.added]
        for one, other in combinations(claims, 2):
            assert not isinstance(one, Reason)
            assert not isinstance(other, Reason)
            assert not conflicts.between(one, other)
    assert documented_minimums(random.sample(reported, len(reported)), PLACES) == found


@given(figures(), st.sampled_from([{"repeat_of": 9}, {"disputed": True}, {"quantifier": Quantifier.VAGUE}]))
def test_a_figure_that_is_not_eligible_changes_no_total(reported: list[SeriesFigure], changes: dict[str, Any]) -> None:
    before = {(m.claimant, m.document): m.total for m in documented_minimums(reported, PLACES)}
    more = [*reported, figure(1000, low=10**6, **changes)]
    after = {(m.claimant, m.document): m.total for m in documented_minimums(more, PLACES)}
    assert after == {("UN", None): None} | before
