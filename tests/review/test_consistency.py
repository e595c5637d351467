"""The rules of consistency one by one: what each finds, what it lets through, and in which words."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.review.compare import DAY, figures, least, one, total
from tracker.review.compared import Compared
from tracker.review.consistency import warnings_about
from tracker.review.repeats_likely import REACH, likely_repeat, periods_overlap, ranges_overlap
from tracker.vocabulary import ConsistencyWarning

MARCH_15, MARCH_20 = date(2018, 3, 15), date(2018, 3, 20)
UNDATED: dict[str, Any] = {"on": None, "start_accuracy": "unknown", "end_accuracy": "unknown"}


def said(figure: Compared, *others: Compared) -> list[str]:
    """Return the warnings' words."""
    return [warning.words for warning in warnings_about(figure, others)]


def codes(figure: Compared, *others: Compared) -> list[str]:
    """Return the warnings' codes."""
    return [warning.code.value for warning in warnings_about(figure, others)]


class TestFallingTotals:
    """A running total of one claimant does not fall."""

    def test_it_falls_below_an_earlier_one(self) -> None:
        old, new = total(9, 1220, MARCH_15, **least(1220)), total(None, 600, MARCH_20, low=None)
        assert said(new, old) == [
            "Falls: the total of UN since 18 February 2018 was at least 1,220 on 15 March 2018 (figure 9); "
            "this one says 600 on 20 March 2018."
        ]
        assert warnings_about(new, [old])[0].figures == (9,)

    def test_a_later_one_falls_below_it(self) -> None:
        inserted, later = total(None, 1220, MARCH_15), total(9, 600, MARCH_20)
        assert said(inserted, later) == [
            "Falls: this one says 1,220 on 15 March 2018; the total of UN since 18 February 2018 was 600 later, "
            "on 20 March 2018 (figure 9)."
        ]

    def test_between_two_it_may_fall_on_both_sides(self) -> None:
        between = total(None, 900, MARCH_15)
        assert codes(between, total(8, 950, DAY), total(9, 850, MARCH_20)) == ["falls", "falls"]
        assert codes(between, total(8, 900, DAY), total(9, 900, MARCH_20)) == []

    def test_the_farthest_total_is_named(self) -> None:
        (warning,) = warnings_about(total(None, 600, MARCH_20), [total(8, 700, DAY), total(9, 800, MARCH_15)])
        assert warning.figures == (9,)

    @pytest.mark.parametrize(
        "changes",
        [
            {"claimant": "SOHR"},
            {"claimant": None},
            {"place": "douma", "around": frozenset({"douma", "ghouta"})},
            {"indicator": "injured"},
            {"unit": "household"},
            {"group": "children"},
            {"start_date": date(2018, 2, 19)},
            {"accumulation": "increment"},
            {"end_date": MARCH_20},
            {"end_date": None},
            {"low": None, "best": None},
            {"best": 600, "low": 600, "high": 600},
        ],
    )
    def test_another_series_has_no_say(self, changes: dict[str, Any]) -> None:
        assert "falls" not in codes(total(None, 600, MARCH_20), replace(total(9, 1220, MARCH_15), **changes))

    def test_without_a_claimant_a_document_is_one(self) -> None:
        old = total(9, 1220, MARCH_15, claimant=None, document=4)
        assert said(total(None, 600, MARCH_20, claimant=None, document=4), old)[0].startswith(
            "Falls: the total of this document since 18 February 2018 was 1,220"
        )
        assert codes(total(None, 600, MARCH_20, claimant=None, document=5), old) == []


class TestLeaps:
    """A value of more than five times the last one is asked about."""

    def test_totals_and_increments(self) -> None:
        assert said(total(None, 5001, MARCH_20), total(9, 1000, MARCH_15)) == [
            "More than five times the last value: UN said 1,000 on 15 March 2018 (figure 9); "
            "this one says 5,001 on 20 March 2018."
        ]
        assert codes(one(None, 501, on=MARCH_15), one(9, 100)) == ["five_times"]
        assert codes(one(None, 500, on=MARCH_15), one(9, 100)) == []

    def test_the_last_value_is_the_newest_and_of_one_day_the_largest(self) -> None:
        figure = one(None, 60, on=MARCH_20)
        assert codes(figure, one(7, 1), one(8, 12, on=MARCH_15), one(9, 1, on=MARCH_15)) == []
        assert codes(figure, one(7, 12), one(8, 11, on=MARCH_15)) == ["five_times"]

    def test_what_has_no_last_value(self) -> None:
        figure = one(None, 100, on=MARCH_15)
        assert codes(figure, one(9, 0)) == []
        assert codes(figure, one(9, None)) == []
        assert codes(figure, one(9, 1, on=MARCH_20)) == []
        assert codes(figure, one(9, 1, claimant="SOHR")) == []
        assert codes(replace(figure, accumulation="unclear"), one(9, 1, accumulation="unclear")) == []


class TestParts:
    """A part is not above its total, seen from either."""

    def test_from_both_sides(self) -> None:
        whole = one(9, 40)
        part = one(5, 41, group="children", subset_of=9, **least(41))
        assert said(part, whole) == ["Above its total: this part is at least 41, and its total is 40 (figure 9)."]
        assert said(whole, part) == ["Below its part: this total is 40, and its part is at least 41 (figure 5)."]

    def test_what_may_be(self) -> None:
        part = one(5, 41, subset_of=9)
        assert codes(part, one(9, 41)) == codes(part, one(9, 40, unit="household")) == codes(part, one(8, 4)) == []
        assert codes(replace(part, low=None), one(9, 40)) == []
        assert codes(part, one(9, 40, low=40, best=None, high=None)) == []


class TestDates:
    """The event's dates beside its own document."""

    def test_after_publication(self) -> None:
        assert said(one(None, on=MARCH_15, published=DAY)) == [
            "After publication: the event is dated 15 March 2018, and the document was published by 5 March 2018."
        ]
        assert codes(one(None, published=DAY)) == []
        assert codes(one(None, on=MARCH_15)) == []

    @pytest.mark.parametrize(
        ("accuracy", "published", "found"),
        [
            ("week", date(2018, 3, 9), []),
            ("week", date(2018, 3, 8), ["after_publication"]),
            ("month", date(2018, 3, 1), []),
            ("month", date(2018, 2, 28), ["after_publication"]),
            ("year", date(2018, 1, 1), []),
            ("year", date(2017, 12, 31), ["after_publication"]),
            ("unknown", date(2017, 12, 31), []),
        ],
    )
    def test_after_publication_by_accuracy(self, accuracy: str, published: date, found: list[str]) -> None:
        figure = one(None, on=MARCH_15, start_accuracy=accuracy, end_accuracy=accuracy, published=published)
        assert codes(figure) == found

    def test_planned_aid_lies_ahead(self) -> None:
        trucks: dict[str, Any] = {"indicator": "aid_trucks", "unit": "truck", "on": MARCH_15, "published": DAY}
        assert codes(one(None, count_stage="planned", **trucks)) == []
        assert codes(one(None, count_stage="entered", **trucks)) == ["after_publication"]

    def test_the_day_of_saying(self) -> None:
        assert said(one(None, claimed_on=DAY)) == [
            "Day of saying: 5 March 2018 is when it was said; is it also when it happened?"
        ]
        assert codes(one(None, claimed_on=MARCH_15)) == []
        assert codes(total(None, 40, MARCH_15, claimed_on=MARCH_15)) == []
        assert codes(total(None, 40, MARCH_15, claimed_on=date(2018, 2, 18))) == ["day_of_saying"]

    @pytest.mark.parametrize(
        ("text", "printed", "found"),
        [
            ("The UN reported on Tuesday that at least 82 civilians had been executed.", "on Tuesday", True),
            ("The UN said late Tuesday that 82 were killed.", "late Tuesday", True),
            ("The agency told the BBC on Tuesday that 82 were killed.", "Tuesday", True),
            ("The UN said on tuesday that 82 were killed.", "on Tuesday", True),
            ("The UN reported on Tuesday that 82 were killed.", "", False),
            ("The UN said on Tuesday that 82 were killed on Monday.", "on Monday", False),
            ("The UN said on Tuesday that 82 were killed earlier on Tuesday.", "on Tuesday", False),
            ("He said Thursday’s exodus was the largest.", "Thursday", False),
            ("On Tuesday, 82 were killed, the UN said.", "On Tuesday", False),
        ],
    )
    def test_a_weekday_beside_a_verb_of_saying(self, text: str, printed: str, found: bool) -> None:
        expected = [f"Day of saying: the sentence says when it was said (“{printed}”), which need not be when it happened."]
        assert said(one(None, text=text, date_text=printed)) == (expected if found else [])

    def test_no_event_date(self) -> None:
        assert said(one(None, **UNDATED)) == [
            "No event date: charts show the figure in a margin, and it is added up nowhere."
        ]
        assert codes(replace(one(None), start_date=None)) == codes(replace(one(None), end_date=None)) == []


class TestLikelyRepeats:
    """Two reports that may be of one count."""

    def test_in_words_and_one_warning_a_pair(self) -> None:
        others = [one(9, place="douma", claimant="SOHR"), one(8, 41, **least(41)), one(7, group="children")]
        assert said(one(None), *others) == [
            "Likely repeat: figure 7 says 40, 5 March 2018. Is it the same count?",
            "Likely repeat: figure 9 says 40, 5 March 2018. Is it the same count?",
        ]
        assert warnings_about(one(None), others, not_repeats={7, 9}) == []

    @pytest.mark.parametrize(
        ("changes", "likely"),
        [
            ({}, True),
            ({"place": "syria"}, True),
            ({"place": "douma"}, True),
            ({"place": "aleppo"}, False),
            ({"indicator": "injured"}, False),
            ({"unit": "household"}, False),
            ({"group": "children"}, True),
            ({"count_stage": "entered"}, False),
            ({"claimant": None}, True),
            ({"n": 41}, False),
            (least(8), True),
            (least(7), False),
            ({"low": None, "best": 200, "high": None}, True),
            ({"low": None, "best": 201, "high": None}, False),
            ({"low": None, "best": None, "high": 200}, True),
            ({"low": None, "best": None, "high": 39}, False),
            ({"low": None, "best": None, "high": None}, False),
            ({"on": date(2018, 3, 6)}, True),
            ({"on": date(2018, 3, 7)}, False),
            ({"on": date(2018, 3, 6), "reported": 41}, False),
            ({"on": date(2018, 3, 6), "document": 1}, False),
            ({"on": date(2018, 3, 11), "start_accuracy": "week"}, True),
            ({"start_date": None}, True),
            ({"start_date": None, "end_date": date(2018, 3, 1)}, False),
            ({"end_date": None, "start_date": date(2018, 3, 1)}, True),
            ({"on": None}, True),
            ({"on": None, "reported": 41}, False),
            ({"on": None, "document": 1}, False),
            ({"repeat_of": 1}, False),
            ({"repeat_of": 77}, False),
            ({"subset_of": 1}, False),
            ({"subset_of": 77}, True),
            ({"document": 1, "sentence": (0, 50), "number": (0, 2)}, True),
            ({"document": 1, "sentence": (0, 50), "number": (9, 11)}, False),
            ({"document": 1, "sentence": (30, 60), "number": (31, 33)}, False),
            ({"document": 1, "sentence": (50, 90), "number": (51, 53)}, True),
            ({"document": 2, "sentence": (0, 50), "number": (9, 11)}, True),
        ],
    )
    def test_the_rule(self, changes: dict[str, Any], likely: bool) -> None:
        figure = one(1, sentence=(0, 50), number=(0, 2))
        assert likely_repeat(figure, one(2, **changes)) is likely

    def test_small_numbers_are_alike_by_chance(self) -> None:
        assert not likely_repeat(one(1, 9), one(2, 9, on=date(2018, 3, 6)))
        assert not likely_repeat(one(1, 9), one(2, 9, on=None))
        assert likely_repeat(one(1, 9), one(2, 9))

    def test_parts_of_one_total_and_named_groups_are_other_counts(self) -> None:
        assert not likely_repeat(one(1, 4, subset_of=9), one(2, 4, subset_of=9))
        assert not likely_repeat(one(1, 4, group="men"), one(2, 4, group="women"))

    def test_totals_are_one_count_only_with_one_start_and_one_end(self) -> None:
        figure = total(1, 1220, MARCH_15)
        assert likely_repeat(figure, total(2, 1220, MARCH_15))
        assert not likely_repeat(figure, total(2, 1220, MARCH_20))
        assert likely_repeat(figure, total(2, 1220, MARCH_20, end_accuracy="week"))
        assert not likely_repeat(figure, total(2, 1220, MARCH_15, start_date=date(2011, 3, 15)))
        assert likely_repeat(figure, one(2, 1220, on=DAY))

    def test_the_count_of_a_day_is_no_repeat_of_a_total(self) -> None:
        figure = total(1, 600, MARCH_15, low=None)
        assert not likely_repeat(figure, one(2, **least(500)))
        assert likely_repeat(figure, one(2, 600))
        assert not likely_repeat(figure, one(2, 600, document=1, sentence=(90, 99)))  # in one document
        assert likely_repeat(figure, one(2, **least(500), start_date=date(2018, 2, 18), end_date=MARCH_15))
        assert likely_repeat(figure, one(2, **least(500), accumulation="unclear"))


class TestForAnyValues:
    """What holds whatever is in the columns."""

    @given(figures(None), st.lists(figures(), max_size=4))
    def test_nothing_is_raised_and_every_warning_has_words(self, figure: Compared, others: list[Compared]) -> None:
        others = [replace(other, id=number) for number, other in enumerate(others, 1)]
        found = warnings_about(figure, others)
        assert all(warning.words and "%(" not in warning.words.replace("%(x)s", "") for warning in found)
        order = list(ConsistencyWarning)
        assert [order.index(w.code) for w in found] == sorted(order.index(w.code) for w in found)
        assert found == warnings_about(figure, others[::-1])

    @given(figures(1), figures(2))
    def test_likely_both_ways(self, a: Compared, b: Compared) -> None:
        assert likely_repeat(a, b) == likely_repeat(b, a)

    @given(figures(1))
    def test_no_figure_is_its_own_repeat(self, figure: Compared) -> None:
        assert not likely_repeat(figure, replace(figure))
        assert warnings_about(figure, [figure]) == warnings_about(figure, [])

    @given(figures(1), figures(2), figures(3))
    def test_an_unrelated_figure_changes_nothing(self, figure: Compared, other: Compared, stranger: Compared) -> None:
        far = replace(stranger, place="kyiv", around=frozenset({"kyiv", "ukraine"}))
        otherwise = replace(stranger, indicator="returned" if figure.indicator != "returned" else "missing")
        for unrelated in (far, otherwise):
            apart = replace(unrelated, subset_of=None)
            if figure.subset_of != apart.id:
                assert warnings_about(figure, [other, apart]) == warnings_about(figure, [other])


SMALL = st.one_of(st.none(), st.integers(0, 12))
DAYS = st.one_of(st.none(), st.integers(-4, 4).map(lambda n: date.fromordinal(DAY.toordinal() + n)))


class TestAgainstBruteForce:
    """Overlap, counted number by number and day by day."""

    @given(st.lists(st.tuples(SMALL, SMALL, SMALL), min_size=2, max_size=2))
    def test_ranges(self, ranges: list[tuple[int | None, int | None, int | None]]) -> None:
        a, b = (one(i, low=low, best=best, high=high) for i, (low, best, high) in enumerate(ranges))

        def fits(figure: Compared) -> set[int]:
            value = next((n for n in (figure.best, figure.low, figure.high) if n is not None), None)
            if value is None:
                return set()
            low = figure.low if figure.low is not None else next(n for n in range(99) if REACH * n >= value)
            high = figure.high if figure.high is not None else REACH * value
            return set(range(low, high + 1))

        def ascends(figure: Compared) -> bool:
            known = [n for n in (figure.low, figure.best, figure.high) if n is not None]
            return known == sorted(known)

        assume(ascends(a) and ascends(b))
        assert ranges_overlap(a, b) is bool(fits(a) & fits(b))

    @given(st.lists(st.tuples(DAYS, DAYS), min_size=2, max_size=2), st.integers(0, 2))
    def test_periods(self, periods: list[tuple[date | None, date | None]], apart: int) -> None:
        assume(all(start is None or end is None or start <= end for start, end in periods))
        a, b = (one(i, start_date=start, end_date=end) for i, (start, end) in enumerate(periods))
        horizon = range(DAY.toordinal() - 9, DAY.toordinal() + 10)

        def covered(figure: Compared) -> set[int]:
            return {
                day
                for day in horizon
                if (figure.start_date is None or figure.start_date.toordinal() <= day)
                and (figure.end_date is None or day <= figure.end_date.toordinal())
            }

        near = {day + n for day in covered(a) for n in range(-apart, apart + 1)}
        assert periods_overlap(a, b, apart=apart) is bool(near & covered(b))
