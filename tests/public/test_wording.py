"""Words of claims: they keep the uncertainty, and every reason not to add has its words."""

from datetime import date

import pytest

from tracker.series.minimum import Reason
from tracker.wording import MINIMUM_REASONS, claim_in_words, period_in_words


def test_every_reason_has_words() -> None:
    assert list(MINIMUM_REASONS) == [reason.value for reason in Reason]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (
            {"range_words": "more than 1,220", "counted_words": "civilians", "indicator": "killed"},
            "more than 1,220 civilians killed",
        ),
        (
            {"range_words": "“dozens”", "is_word": True, "counted_words": "people", "indicator": "killed"},
            "people killed: “dozens”",
        ),
        ({"range_words": "1", "counted_words": "rescuers", "indicator": "killed"}, "rescuers killed: 1"),
        (
            {"range_words": "46", "counted_words": "trucks", "indicator": "aid_trucks", "count_stage": "delivered"},
            "46 trucks, delivered",
        ),
        (
            {"range_words": "26,100", "counted_words": "people", "indicator": "aid_recipients", "count_stage": "carried"},
            "aid for 26,100 people, carried",
        ),
        (
            {"range_words": "about 244", "counted_words": "children", "indicator": "killed", "calculation": "1/5 × 1,220"},
            "children killed: about 244 (reckoned: 1/5 × 1,220)",
        ),
    ],
)
def test_a_claim_in_one_phrase(values: dict[str, str | bool], words: str) -> None:
    assert claim_in_words(**({"is_word": False} | values)) == words  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("start", "start_accuracy", "end", "end_accuracy", "words"),
    [
        (date(2018, 2, 18), "day", date(2018, 3, 15), "day", "18 February to 15 March 2018"),
        (date(2018, 2, 18), "day", date(2018, 3, 6), "week", "18 February to about 6 March 2018"),
        (date(2016, 11, 15), "day", date(2016, 11, 30), "week", "15 to about 30 November 2016"),
        (date(2016, 11, 27), "week", date(2016, 11, 30), "week", "about 27 to 30 November 2016"),
        (date(2016, 10, 27), "week", date(2016, 11, 30), "week", "about 27 October to 30 November 2016"),
        (date(2016, 11, 3), "week", date(2016, 11, 10), "day", "about 3 November 2016 to 10 November 2016"),
        (date(2016, 12, 27), "week", date(2017, 1, 3), "week", "about 27 December 2016 to about 3 January 2017"),
        (date(2018, 2, 1), "month", date(2018, 4, 1), "month", "February to April 2018"),
        (date(2018, 2, 1), "month", date(2018, 2, 28), "month", "February 2018"),
        (date(2017, 6, 1), "year", date(2018, 4, 1), "month", "2017 to April 2018"),
        (date(2018, 2, 18), "day", None, "unknown", "since 18 February 2018"),
        (None, "unknown", date(2018, 3, 6), "week", "until about 6 March 2018"),
        (None, "unknown", None, "unknown", "date not stated"),
    ],
)
def test_a_period_is_no_more_exact_than_it_is_known(
    start: date | None, start_accuracy: str, end: date | None, end_accuracy: str, words: str
) -> None:
    assert period_in_words(start, start_accuracy, end, end_accuracy) == words
