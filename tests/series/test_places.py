"""Tests of the place tree and of periods widened to their accuracy."""

from datetime import date

import pytest

from tests.series.build import PLACES, figure
from tracker.series.periods import possible_days
from tracker.series.places import PlaceTree
from tracker.vocabulary import DateAccuracy


def test_a_tree_names_what_is_around_and_inside_a_place() -> None:
    assert PLACES.ancestors("douma") == ("ghouta", "syria")
    assert PLACES.ancestors("syria") == ()
    assert PLACES.within("ghouta") == {"ghouta", "douma", "harasta"}
    with pytest.raises(KeyError):
        PLACES.within("atlantis")


@pytest.mark.parametrize(
    ("a", "b", "conflict"),
    [
        ("ghouta", "ghouta", True),
        ("syria", "douma", True),
        ("douma", "harasta", False),
        ("ghouta", "district", True),
        ("douma", "district", True),
        ("aleppo", "ghouta", False),
        ("aleppo", "district", False),
    ],
)
def test_equal_nested_and_overlapping_places_conflict_both_ways(a: str, b: str, *, conflict: bool) -> None:
    assert PLACES.conflict(a, b) is PLACES.conflict(b, a) is conflict


@pytest.mark.parametrize(
    ("parents", "overlapping"),
    [
        ({"a": "b", "b": "a"}, []),
        ({"a": "a"}, []),
        ({"a": "nowhere"}, []),
        ({"a": None}, [{"a"}]),
        ({"a": None}, [{"a", "nowhere"}]),
    ],
)
def test_what_is_not_a_tree_is_refused(parents: dict[str, str | None], overlapping: list[set[str]]) -> None:
    with pytest.raises(ValueError, match="place"):
        PlaceTree(parents, frozenset(map(frozenset, overlapping)))


@pytest.mark.parametrize(
    ("accuracy", "first", "last"),
    [
        (DateAccuracy.DAY, date(2016, 2, 15), date(2016, 2, 15)),
        (DateAccuracy.WEEK, date(2016, 2, 9), date(2016, 2, 21)),
        (DateAccuracy.MONTH, date(2016, 2, 1), date(2016, 2, 29)),
        (DateAccuracy.YEAR, date(2016, 1, 1), date(2016, 12, 31)),
    ],
)
def test_a_period_is_widened_to_its_accuracy(accuracy: DateAccuracy, first: date, last: date) -> None:
    day = date(2016, 2, 15)
    known = figure(1, start_date=day, start_accuracy=accuracy, end_date=day, end_accuracy=accuracy)
    assert possible_days(known) == (first.toordinal(), last.toordinal())


@pytest.mark.parametrize(
    "changes",
    [
        {"start_date": None},
        {"end_date": None},
        {"start_accuracy": DateAccuracy.UNKNOWN},
        {"end_accuracy": DateAccuracy.UNKNOWN},
    ],
)
def test_a_period_with_an_unknown_side_is_not_known(changes: dict[str, object]) -> None:
    assert possible_days(figure(1, **changes)) is None
