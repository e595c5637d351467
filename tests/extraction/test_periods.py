"""When the event of a figure was, and what its number counts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.extraction.periods import period_of
from tracker.extraction.text.article import Article
from tracker.extraction.text.mentions import Period
from tracker.extraction.text.passages import Span
from tracker.vocabulary import Accumulation, DateAccuracy, Indicator

WEDNESDAY = date(2022, 3, 16)
DAY, WEEK, MONTH, YEAR = DateAccuracy.DAY, DateAccuracy.WEEK, DateAccuracy.MONTH, DateAccuracy.YEAR
INCREMENT, CUMULATIVE, STOCK = Accumulation.INCREMENT, Accumulation.CUMULATIVE, Accumulation.STOCK
UNKNOWN = Period(None, None, None, None, None, Accumulation.UNCLEAR)


def period(
    text: str, number: str = "12", indicator: Indicator = Indicator.KILLED, published: date | None = WEDNESDAY
) -> Period:
    article = Article(text, published)
    at = text.index(number)
    sentence = next(i for i, span in enumerate(article.sentences) if span.start <= at < span.end)
    return period_of(article, sentence, Span(at, at + len(number)), indicator)


@pytest.mark.parametrize(
    ("words", "start", "end", "accuracy"),
    [
        ("on Wednesday", (2022, 3, 16), (2022, 3, 16), DAY),
        ("on Tuesday", (2022, 3, 15), (2022, 3, 15), DAY),
        ("Thursday", (2022, 3, 10), (2022, 3, 10), DAY),
        ("last Wednesday", (2022, 3, 9), (2022, 3, 9), DAY),
        ("early on Monday", (2022, 3, 14), (2022, 3, 14), DAY),
        ("late Monday evening", (2022, 3, 14), (2022, 3, 14), DAY),
        ("yesterday", (2022, 3, 15), (2022, 3, 15), DAY),
        ("today", (2022, 3, 16), (2022, 3, 16), DAY),
        ("overnight", (2022, 3, 15), (2022, 3, 16), DAY),
        ("over the weekend", (2022, 3, 12), (2022, 3, 13), DAY),
        ("this week", (2022, 3, 14), (2022, 3, 16), WEEK),
        ("earlier this week", (2022, 3, 14), (2022, 3, 15), WEEK),
        ("last week", (2022, 3, 7), (2022, 3, 13), WEEK),
        ("last month", (2022, 2, 1), (2022, 2, 28), MONTH),
        ("this month", (2022, 3, 1), (2022, 3, 16), MONTH),
        ("this year", (2022, 1, 1), (2022, 3, 16), YEAR),
        ("in February", (2022, 2, 1), (2022, 2, 28), MONTH),
        ("in April", (2021, 4, 1), (2021, 4, 30), MONTH),
        ("in mid-February", (2022, 2, 11), (2022, 2, 20), WEEK),
        ("in early February 2020", (2020, 2, 1), (2020, 2, 10), WEEK),
        ("in July 1995", (1995, 7, 1), (1995, 7, 31), MONTH),
        ("in 2016", (2016, 1, 1), (2016, 12, 31), YEAR),
        ("on 5 March", (2022, 3, 5), (2022, 3, 5), DAY),
        ("on March 5", (2022, 3, 5), (2022, 3, 5), DAY),
        ("on Dec 5", (2021, 12, 5), (2021, 12, 5), DAY),
        ("on 5 March 2018", (2018, 3, 5), (2018, 3, 5), DAY),
        ("on March 5, 2018", (2018, 3, 5), (2018, 3, 5), DAY),
        ("on 2018-03-05", (2018, 3, 5), (2018, 3, 5), DAY),
        ("in the past 72 hours", (2022, 3, 13), (2022, 3, 16), WEEK),
        ("over the past two weeks", (2022, 3, 2), (2022, 3, 16), WEEK),
        ("over the past month", (2022, 2, 14), (2022, 3, 16), MONTH),
        ("in the last three days", (2022, 3, 13), (2022, 3, 16), WEEK),
        ("three days ago", (2022, 3, 13), (2022, 3, 13), WEEK),
        ("between 18 February and 3 March", (2022, 2, 18), (2022, 3, 3), DAY),
        ("between 4 and 21 February 2018", (2018, 2, 4), (2018, 2, 21), DAY),
        ("between February 4 and 21", (2022, 2, 4), (2022, 2, 21), DAY),
        ("from March 2011 to February 2018", (2011, 3, 1), (2018, 2, 28), MONTH),
        ("on 4-21 February 2018", (2018, 2, 4), (2018, 2, 21), DAY),
        ("in the first quarter of 2021", (2021, 1, 1), (2021, 3, 31), MONTH),
        ("during the second half of 2021", (2021, 7, 1), (2021, 12, 31), MONTH),
        ("in the last quarter of last year", (2021, 10, 1), (2021, 12, 31), MONTH),
        ("in the first half of February", (2022, 2, 1), (2022, 2, 15), WEEK),
        ("in the second half of February", (2022, 2, 16), (2022, 2, 28), WEEK),
    ],
)
def test_a_time_as_dates(words: str, start: tuple[int, int, int], end: tuple[int, int, int], accuracy: DateAccuracy) -> None:
    assert period(f"Rockets killed 12 people {words}.") == Period(
        date(*start), accuracy, date(*end), accuracy, words, INCREMENT
    )


@pytest.mark.parametrize(
    ("words", "start", "accuracy"),
    [
        ("since 18 February", (2022, 2, 18), DAY),
        ("since Sunday", (2022, 3, 13), DAY),
        ("since January", (2022, 1, 1), MONTH),
        ("since last December", (2021, 12, 1), MONTH),
        ("since 2013", (2013, 1, 1), YEAR),
        ("since the war began in March 2011", (2011, 3, 1), MONTH),
        ("since the army launched an offensive on 18 February", (2022, 2, 18), DAY),
        ("since the beginning of February", (2022, 2, 1), WEEK),
        ("so far this year", (2022, 1, 1), YEAR),
        ("since the start of the year", (2022, 1, 1), YEAR),
    ],
)
def test_since_is_cumulative_and_open(words: str, start: tuple[int, int, int], accuracy: DateAccuracy) -> None:
    expected = Period(date(*start), accuracy, None, None, words, CUMULATIVE)
    read = period(f"Rockets have killed 12 people {words}.")
    assert (read.start_date, read.end_date, read.date_text, read.accumulation) == (
        expected.start_date,
        None,
        words,
        CUMULATIVE,
    )


@pytest.mark.parametrize("words", ["since the war began", "since the ceasefire", "since then"])
def test_since_what_nobody_dates_has_no_date(words: str) -> None:
    assert period(f"Rockets have killed 12 people {words}.") == Period(None, None, None, None, words, CUMULATIVE)


@pytest.mark.parametrize(
    ("text", "date_text"),
    [
        ("Some 12 people died, a fall of a third compared to the same period in 2016.", None),
        ("In May, 12 people died, compared with 40 in 2016.", "In May"),
        ("Forty died in May, compared to 12 in 2016.", "in 2016"),
        ("Some 12 people died, fewer than in 2016.", None),
        ("More than 12 people died in 2016.", "in 2016"),
        ("Some 12 people are missing, up from 40 in January.", None),
        ("The number rose from 40 to 12 in January.", "in January"),
        ("Some 12 people died, the highest number since April 2014.", None),
        ("It was the deadliest attack in five years: 12 people died.", None),
        ("In the worst raids of the war 12 people have died since Sunday.", "since Sunday"),
        ("It was the deadliest attack of the war: 12 people have died since Sunday.", "since Sunday"),
        ("BEIRUT, March 3 (Agency) -- Some 12 people died.", None),
        ("Beirut, March 3 (Agency): Some 12 people died on Monday.", "on Monday"),
        ("Early signs are that 12 people died — Radio (@radio) November 20, 2018", None),
        ("In the first quarter of 2021, the mission documented 12 deaths.", "In the first quarter of 2021"),
        ("On Monday, the mission said 12 people had died.", None),
    ],
)
def test_only_the_time_of_the_event_counts(text: str, date_text: str | None) -> None:
    assert period(text).date_text == date_text


def test_by_is_an_end() -> None:
    read = period("Rockets had killed 12 people by the end of 2016.")
    assert (read.start_date, read.end_date, read.accumulation) == (None, date(2016, 12, 31), CUMULATIVE)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said on Tuesday that 12 people were killed.",
        "The mayor said late on Tuesday 12 people were killed.",
        "On Tuesday, the mayor said that 12 people were killed.",
        "The mayor stated on 9 March that 12 people were killed.",
        "The mayor on Tuesday said 12 people were killed.",
        "The mayor told the council in Geneva on Tuesday that 12 people were killed.",
        "At least 12 people were killed, the mayor said on Tuesday.",
        "At least 12 people were killed, the mayor told AFP on Tuesday.",
        "In a report dated 8 March, it says that rockets killed 12 people.",
    ],
)
def test_the_day_of_saying_it_is_not_the_day_of_the_event(text: str) -> None:
    assert period(text) == UNKNOWN


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor said Tuesday's attack killed 12.", "Tuesday"),
        ("The mayor said on Wednesday that 12 people were killed on Tuesday.", "on Tuesday"),
        ("At least 12 people were killed on Tuesday, the mayor said on Wednesday.", "on Tuesday"),
        ("On Tuesday, the mayor said, rockets killed 12 people.", "On Tuesday"),
    ],
)
def test_the_day_of_the_event_beside_that_of_saying_it(text: str, words: str) -> None:
    assert period(text).date_text == words
    assert period(text).start_date == date(2022, 3, 15)


def test_each_number_has_its_own_time() -> None:
    text = "Rockets killed 12 people on Monday and 15 on Tuesday."
    assert period(text, "12").start_date == date(2022, 3, 14)
    assert period(text, "15").start_date == date(2022, 3, 15)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The vigil on Monday was for 12 people killed the day before.", "the day before"),
        ("The clinic had by Sunday seen 12 people hurt that day.", "that day"),
        ("A shell hit on Monday; two weeks later, 12 others died.", "two weeks later"),
        ("Some 12 people registered by noon.", "by noon"),
        ("As of 17:30, 12 bodies had been found.", "As of 17:30"),
        ("A ferry took 12 people off the island on New Year's Eve.", "on New Year's Eve"),
        ("Some 12 families left in the course of a fortnight.", "in the course of a fortnight"),
        ("Some 12 families left in a mere two days.", "in a mere two days"),
        ("Some 12 people left in the 48 hours to 6 a.m., 1,500 since 2 March.", "in the 48 hours to 6 a.m."),
        ("After the fall of the town, 12 people were shot.", "After the fall of the town"),
        ("During the truce, 12 bodies were collected.", "During the truce"),
        ("Sum of the month: 12 killed.", "of the month"),
        ("Gunmen behind the 8 March attacks were among 12 killed this week.", "this week"),
    ],
)
def test_times_told_by_another_time(text: str, words: str) -> None:
    assert period(text).date_text == words


def test_since_can_be_an_adverb() -> None:
    assert period("Rockets have since killed 12 people.").date_text is None


@pytest.mark.parametrize(
    ("text", "indicator", "at"),
    [
        ("Some 12 people are trapped in the town.", Indicator.BESIEGED, None),
        ("Some 12 people have been trapped there since Monday.", Indicator.BESIEGED, None),
        ("As of 8 March, 12 families remain displaced.", Indicator.DISPLACED, date(2022, 3, 8)),
        ("The camp hosted 12 displaced families last week.", Indicator.DISPLACED, None),
        ("By 2016, 12 people were trapped.", Indicator.BESIEGED, date(2016, 12, 31)),
        ("Some 12 are still missing.", Indicator.MISSING, None),
        ("Some 12 are being held in the prison.", Indicator.DETAINED, None),
    ],
)
def test_a_stock_has_one_date_or_none(text: str, indicator: Indicator, at: date | None) -> None:
    read = period(text, "12", indicator)
    assert (read.accumulation, read.start_date, read.end_date) == (STOCK, at, at)


@pytest.mark.parametrize(
    ("text", "indicator", "expected"),
    [
        ("The fighting displaced 12 families on Monday.", Indicator.DISPLACED, INCREMENT),
        ("The death toll has risen to 12.", Indicator.KILLED, CUMULATIVE),
        ("In total 12 people died.", Indicator.KILLED, CUMULATIVE),
        ("Rockets killed 12 people in three days.", Indicator.KILLED, INCREMENT),
        ("Rockets killed 12 people.", Indicator.KILLED, Accumulation.UNCLEAR),
    ],
)
def test_what_the_number_counts(text: str, indicator: Indicator, expected: Accumulation) -> None:
    assert period(text, "12", indicator).accumulation == expected


def test_how_long_food_lasts_is_no_period() -> None:
    assert period("Trucks brought food for 12 people for one month.", "12", Indicator.AID_RECIPIENTS) == UNKNOWN


@pytest.mark.parametrize("words", ["on Monday", "yesterday", "last week", "in the past 72 hours"])
def test_without_a_day_of_publication_there_are_words_but_no_dates(words: str) -> None:
    read = period(f"Rockets killed 12 people {words}.", published=None)
    assert (read.start_date, read.end_date, read.date_text) == (None, None, words)


def test_without_a_day_of_publication_the_text_can_name_the_year() -> None:
    text = "The siege began on 24 February 2022. On 9 March rockets killed 12 people."
    assert period(text, published=None).start_date == date(2022, 3, 9)


@given(st.text(max_size=300), st.integers(0, 300), st.sampled_from(list(Indicator)), st.none() | st.dates())
def test_any_text_is_read_without_an_error(text: str, at: int, indicator: Indicator, published: date | None) -> None:
    article = Article(text, published)
    for sentence, span in enumerate(article.sentences):
        start = min(max(at, span.start), span.end - 1)
        read = period_of(article, sentence, Span(start, start + 1), indicator)
        assert read.date_text is None or read.date_text in text


TIMES = "since between and from to 31 February 2018 0 1 Monday last past 72 hours 99999 years ago by end of the on in early"


@given(st.lists(st.sampled_from(TIMES.split()), max_size=12), st.dates())
def test_any_words_of_time_are_read_without_an_error(words: list[str], published: date) -> None:
    read = period(f"Rockets killed 12 people {' '.join(words)}.", published=published)
    if read.start_date and read.end_date:
        assert read.start_date <= read.end_date <= published


@pytest.mark.parametrize(
    "text",
    [
        "On Monday, shells hit the town. At least 12 people were killed.",
        "A bomb exploded in the market on Monday. The blast killed 12 people.",
        "On Monday, shells hit the town. More than 12 people were killed.",
    ],
)
def test_an_attack_goes_on_in_the_next_sentence(text: str) -> None:
    assert period(text) == Period(date(2022, 3, 14), DAY, date(2022, 3, 14), DAY, period(text).date_text, INCREMENT)
    assert (period(text).date_text or "").lower() == "on monday"


@pytest.mark.parametrize(
    "text",
    [
        "On Monday, shells hit the town. At least 12 people have been killed.",
        "On Monday, shells hit the town.\n\nAt least 12 people were killed.",
        "On Monday, shells hit the town. In Kabul 12 people were killed.",
        "On Monday, shells hit the town. Another 12 people were killed.",
        "On Monday, shells killed two in the town. At least 12 people were wounded.",
        "A convoy reached the town on Monday. At least 12 people were killed.",
        "Officials met on Monday after the attack. At least 12 people were killed.",
        "On Monday, people buried their dead in the town hit by shells. At least 12 people were killed.",
        "The UN said on Monday that shells had hit the town. At least 12 people were killed.",
    ],
)
def test_another_event_has_no_day_of_the_sentence_before(text: str) -> None:
    assert period(text) == UNKNOWN
