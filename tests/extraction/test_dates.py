"""Dates as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.extraction.dates import DateError, DateRead, read_date
from tracker.vocabulary import DateAccuracy
from tracker.wording import date_in_words

IDES = DateRead(date(2018, 3, 15), DateAccuracy.DAY)
MARCH = DateRead(date(2018, 3, 1), DateAccuracy.MONTH)
EXAMPLES = "“15 March 2018”, “15.3.2018”, “2018-03-15”, “March 2018” or “2018”"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("15 March 2018", IDES),
        ("15 march 2018", IDES),
        ("15 Mar 2018", IDES),
        ("15th of March 2018", IDES),
        ("15-Mar-2018", IDES),
        ("March 15, 2018", IDES),
        ("Thursday, 15 March 2018", IDES),
        ("15.3.2018", IDES),
        ("15. 3. 2018", IDES),
        ("15/03/2018", IDES),
        ("2018-03-15", IDES),
        (" 15\u00a0March  2018 ", IDES),
        ("about 15 March 2018", DateRead(date(2018, 3, 15), DateAccuracy.WEEK)),
        ("week of 12 March 2018", DateRead(date(2018, 3, 12), DateAccuracy.WEEK)),
        ("March 2018", MARCH),
        ("Mar. 2018", MARCH),
        ("2018-03", MARCH),
        ("Sept 2017", DateRead(date(2017, 9, 1), DateAccuracy.MONTH)),
        ("2018", DateRead(date(2018, 1, 1), DateAccuracy.YEAR)),
    ],
)
def test_a_date_and_how_far_it_can_be_off(words: str, expected: DateRead) -> None:
    assert read_date(words) == expected


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("yesterday", f"“yesterday” is not a date: type it as in {EXAMPLES}."),
        ("15 March", f"“15 March” is not a date: type it as in {EXAMPLES}."),
        ("31 February 2018", f"There is no day “31 February 2018”: type it as in {EXAMPLES}."),
        ("3/15/2018", f"There is no day “3/15/2018”: type it as in {EXAMPLES}."),
        ("15 Ju 2018", f"“15 Ju 2018” is not a date: type it as in {EXAMPLES}."),
        (
            "late 2017",
            f"“late 2017” cannot be read to a day or a month: type “2017” alone, or a date as in {EXAMPLES}.",
        ),
        ("15 Foo 2018", f"There is no day “15 Foo 2018”: type it as in {EXAMPLES}."),
    ],
)
def test_what_is_no_date_says_what_is(words: str, message: str) -> None:
    with pytest.raises(DateError) as refused:
        read_date(words)
    assert str(refused.value) == message


def test_the_last_day_that_was_meant() -> None:
    assert [read_date(words).last for words in ("15 March 2018", "February 2016", "2018")] == [
        date(2018, 3, 15),
        date(2016, 2, 29),
        date(2018, 12, 31),
    ]


@given(st.dates(date(1000, 1, 1)), st.sampled_from([a for a in DateAccuracy if a != DateAccuracy.UNKNOWN]))
def test_what_pages_print_is_read_back(day: date, accuracy: DateAccuracy) -> None:
    read = read_date(date_in_words(day, accuracy))
    assert read.accuracy == accuracy
    assert read.day <= day <= read.last
