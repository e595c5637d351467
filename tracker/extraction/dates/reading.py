"""What the words of a time mean beside the day of publication: "Thursday", "mid-March", "the past 72 hours"."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tracker.extraction.dates.printed import MONTHS, DateError, read_date
from tracker.extraction.dates.words import MONTH, WEEKDAYS
from tracker.extraction.numbers.words import TENS, UNITS
from tracker.vocabulary import DateAccuracy


@dataclass(frozen=True, slots=True)
class Days:
    """From the first to the last day that words can mean, and how far either can be off."""

    first: date
    last: date
    accuracy: DateAccuracy


_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_WEEKDAY: Final = re.compile(rf"(?i)\b({'|'.join(WEEKDAYS)})\b")
_MONTH: Final = re.compile(MONTH)
_DAY: Final = re.compile(r"(?<![\d.])\d{1,2}(?=st|nd|rd|th|\b)(?!\d)")
_THIRDS: Final = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_THIRD: Final = re.compile(r"(?i)\b(early|mid|late)\b")
_NUMERIC: Final = re.compile(r"\b(?:\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.\d{4})\b")
_LEADING: Final = re.compile(r"^(?:(?:earlier|later|late|early|on|in|during|at|over|for) )+")
_DAYS_OF: Final = {"hour": 0, "day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365, "decade": 3650}
_COUNT: Final = re.compile(r"(?i)(?:(\d+)|([a-z]+)(?:-([a-z]+))?)[ -](?=(?:hour|day|week|fortnight|month|year|decade)s?$)")
_PART: Final = re.compile(
    r"(?i)(?:(?P<edge>start|beginning|middle|end)|\b(?P<which>first|second|third|fourth|last|final) (?P<part>quarter|half))"
    r" of (?P<whole>.+)$"
)
_WHICH: Final = {"first": 0, "second": 1, "third": 2, "fourth": 3}
_DAYS_BACK: Final = {
    "yesterday": (1, 1),
    "last night": (1, 1),
    "overnight": (1, 0),
    **dict.fromkeys(("today", "tonight", "this morning", "this afternoon", "this evening"), (0, 0)),
}
"""How many days before the publication these begin and end."""
_LONGEST: Final = 200
"""Years, beyond which a "past" is no date."""


def read_time(words: str, published: date | None, year: int | None = None) -> Days | None:
    """Return the days that the words mean; null where they need a day of publication, or a year, that nobody knows.

    A day without a year is the latest on or before the publication; without publication it is of `year`. A day of the week
    is the latest one on or before the publication. Nothing lies behind the publication: "this month" ends on that day.
    """
    try:
        read = _read(words.strip(), published, year)
    except (ValueError, OverflowError):
        return None
    if read is None or published is None:
        return read
    if read.first > published:
        return None
    return Days(read.first, min(read.last, published), read.accuracy)


def past(words: str, published: date | None) -> Days | None:
    """Return the days of "72 hours", "two weeks" before the publication, that day included; null when nobody knows it."""
    unit = next((unit for unit in _DAYS_OF if unit in words.lower()), None)
    if published is None or unit is None:
        return None
    match = _COUNT.match(words)
    count = _count(match) if match else 1
    if count is None:
        return None
    days = -(-count // 24) if unit == "hour" else count * _DAYS_OF[unit]
    if days > _LONGEST * 365:
        return None
    accuracy = {"month": DateAccuracy.MONTH, "year": DateAccuracy.YEAR, "decade": DateAccuracy.YEAR}.get(
        unit, DateAccuracy.WEEK
    )
    return Days(published - timedelta(days=days), published, accuracy)


def _count(match: re.Match[str]) -> int | None:
    if match[1]:
        return int(match[1])
    word, second = match[2].lower(), (match[3] or "").lower()
    value = UNITS.get(word) or TENS.get(word)
    if value is None:
        return 1 if word in {"a", "an"} else None
    return value + UNITS.get(second, 0)


def _read(words: str, published: date | None, year: int | None) -> Days | None:
    lower = words.lower()
    if (part := _PART.search(words)) is not None:
        whole = _read(part["whole"].replace("the year", "this year"), published, year)
        return _part(part, whole) if whole is not None else None
    month, weekday = _MONTH.search(words), _WEEKDAY.search(words)
    if month is not None:
        return _dated(words, month, published, year)
    if weekday is not None:
        return _weekday(lower, weekday[1].lower(), published)
    if (numeric := _NUMERIC.search(words)) is not None:
        return _plain(numeric[0])
    if (named := _YEAR.search(words)) is not None:
        return _of_year(int(named[0]))
    return _near(lower, published) if published is not None else None


def _part(named: re.Match[str], whole: Days) -> Days | None:
    """Return the beginning, middle or end, a quarter or a half of a longer time."""
    if named["edge"]:
        return _edge(named["edge"].lower(), whole)
    parts = 4 if named["part"].lower() == "quarter" else 2
    at = _WHICH.get(named["which"].lower(), parts - 1)
    start = whole.first
    if whole.accuracy is DateAccuracy.YEAR and at < parts:
        last = (at + 1) * 12 // parts
        end = date(start.year, last, monthrange(start.year, last)[1])
        return Days(date(start.year, at * 12 // parts + 1, 1), end, DateAccuracy.MONTH)
    if whole.accuracy is not DateAccuracy.MONTH or parts > 2 or at >= parts:  # noqa: PLR2004
        return None
    return Days(start.replace(day=16) if at else start, whole.last if at else start.replace(day=15), DateAccuracy.WEEK)


def _edge(edge: str, whole: Days) -> Days:
    accuracy = whole.accuracy
    if edge == "end":
        return Days(whole.last, whole.last, accuracy)
    if edge == "middle":
        middle = whole.first + (whole.last - whole.first) / 2
        return Days(middle, middle, accuracy)
    return Days(whole.first, whole.first, DateAccuracy.DAY if accuracy is DateAccuracy.DAY else DateAccuracy.WEEK)


def _plain(words: str) -> Days | None:
    try:
        read = read_date(words)
    except DateError:
        return None
    return Days(read.day, read.last, read.accuracy)


def _dated(words: str, month: re.Match[str], published: date | None, year: int | None) -> Days | None:
    number = next(n for n, name in enumerate(MONTHS, start=1) if name.startswith(month[0].lower().rstrip(".")[:3]))
    named = _YEAR.search(words)
    without_year = _YEAR.sub("", words)
    day = _DAY.search(without_year)
    of = int(named[0]) if named else _year_of(words, number, int(day[0]) if day else 1, published, year)
    if of is None:
        return None
    if day is not None:
        on = date(of, number, int(day[0]))
        return Days(on, on, DateAccuracy.DAY)
    end = monthrange(of, number)[1]
    third = _THIRD.search(words)
    if third is not None:
        low, high = _THIRDS[third[1].lower()]
        return Days(date(of, number, low), date(of, number, min(high, end)), DateAccuracy.WEEK)
    return Days(date(of, number, 1), date(of, number, end), DateAccuracy.MONTH)


def _year_of(words: str, month: int, day: int, published: date | None, year: int | None) -> int | None:
    """Return the year that was left out: the last in which the day is not behind the publication."""
    if published is None:
        return year
    if "last year" in words.lower():
        return published.year - 1
    if "this year" in words.lower():
        return published.year
    return published.year if (month, day) <= (published.month, published.day) else published.year - 1


def _weekday(lower: str, weekday: str, published: date | None) -> Days | None:
    if published is None:
        return None
    back = (published.weekday() - WEEKDAYS.index(weekday)) % 7
    if "last " in lower and back == 0:
        back = 7
    on = published - timedelta(days=back)
    return Days(on, on, DateAccuracy.DAY)


def _of_year(year: int) -> Days:
    return Days(date(year, 1, 1), date(year, 12, 31), DateAccuracy.YEAR)


def _near(lower: str, published: date) -> Days | None:
    """Read "yesterday", "overnight", "this week", "last month", "earlier this year"."""
    day = timedelta(days=1)
    if lower.startswith("earlier this "):
        so_far = _near(lower.removeprefix("earlier "), published)
        return Days(so_far.first, min(so_far.last, max(published - day, so_far.first)), so_far.accuracy) if so_far else None
    lower = _LEADING.sub("", lower)
    word = next((word for word in _DAYS_BACK if lower.startswith(word)), None)
    if word is not None:
        first, last = _DAYS_BACK[word]
        return Days(published - first * day, published - last * day, DateAccuracy.DAY)
    return _calendar(lower, published, last="last" in lower or "previous" in lower)


def _calendar(lower: str, published: date, *, last: bool) -> Days | None:
    """Read a week, a weekend, a month or a year of the calendar: this one, or the last."""
    day = timedelta(days=1)
    monday, first = published - published.weekday() * day, published.replace(day=1)
    if "weekend" in lower:
        sunday = published - (published.weekday() + 1) % 7 * day
        return Days(sunday - day, sunday, DateAccuracy.DAY)
    if "week" in lower:
        return Days(monday - 7 * last * day, monday - day if last else published, DateAccuracy.WEEK)
    if "month" in lower:
        return Days((first - day).replace(day=1) if last else first, first - day if last else published, DateAccuracy.MONTH)
    if "year" in lower:
        return _of_year(published.year - last)
    return None
