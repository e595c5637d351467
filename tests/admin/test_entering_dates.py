"""Dates as people type them on the entering form; what is left empty follows."""

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User

from tests.admin.entering import ADD, DATES, change, columns, entered, typed
from tests.admin.test_figures import as_, errors
from tests.build import Builder


class TestTheDates:
    """Dates as people type them; what is left empty follows."""

    @pytest.mark.parametrize(
        ("values", "expected"),
        [
            ({}, (date(2018, 3, 5), "day", date(2018, 3, 5), "day", "stated", None)),
            ({"start_date": "March 2018"}, (date(2018, 3, 1), "month", date(2018, 3, 31), "month", "stated", None)),
            (
                {"start_date": "March 2018", "accumulation": "stock", "indicator": "besieged"},
                (date(2018, 3, 1), "month", date(2018, 3, 1), "month", "stated", None),
            ),
            (
                {"start_date": "18.2.2018", "accumulation": "cumulative"},
                (date(2018, 2, 18), "day", None, "unknown", "stated", None),
            ),
            ({"end_date": "?"}, (date(2018, 3, 5), "day", None, "unknown", "stated", None)),
            (
                {"start_date": "about 1 March 2018", "end_date": "2018-03-05", "date_basis": "from_context"},
                (date(2018, 3, 1), "week", date(2018, 3, 5), "day", "from_context", None),
            ),
            (
                {"start_accuracy": "week", "claimed_on": "6 March 2018"},
                (date(2018, 3, 5), "week", date(2018, 3, 5), "day", "stated", date(2018, 3, 6)),
            ),
            ({"start_date": ""}, (None, "unknown", None, "unknown", None, None)),
        ],
    )
    def test_what_was_typed_is_what_is_stored(
        self, build: Builder, curator: User, values: dict[str, Any], expected: tuple[Any, ...]
    ) -> None:
        build.document()
        assert columns(entered(curator, **values), DATES) == expected

    @pytest.mark.parametrize(
        ("values", "expected"),
        [
            (
                {"start_date": "last Monday"},
                {
                    "start_date": [
                        "“last Monday” is not a date: type it as in "
                        "“15 March 2018”, “15.3.2018”, “2018-03-15”, “March 2018” or “2018”."
                    ]
                },
            ),
            (
                {"start_accuracy": "unknown"},
                {"start_accuracy": ["A date needs an accuracy: choose how far it can be off, or “As the date says”."]},
            ),
            (
                {"start_date": "", "end_accuracy": "day"},
                {"end_accuracy": ["Without a date there is no accuracy: choose “Not known”, or “As the date says”."]},
            ),
            ({"end_date": "4 March 2018"}, {"__all__": ["The event ends before it starts."]}),
        ],
    )
    def test_what_is_wrong_stands_beside_its_field(
        self, build: Builder, curator: User, values: dict[str, Any], expected: dict[str, list[str]]
    ) -> None:
        build.document()
        assert errors(as_(curator).post(ADD, typed(**values))) == expected

    def test_a_stored_date_comes_back_as_it_was(self, build: Builder, curator: User) -> None:
        middle: dict[str, Any] = {"start_date": date(2016, 11, 11), "start_accuracy": "week", "end_date": date(2016, 11, 20)}
        figure = build.draft(**middle, end_accuracy="month")
        change(curator, figure, note="nothing about dates")
        figure.refresh_from_db()
        assert columns(figure, DATES[:4]) == (date(2016, 11, 11), "week", date(2016, 11, 20), "month")
