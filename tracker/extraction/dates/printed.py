"""One date as people type and print it, with how far it can be off: "15 March 2018", "March 2018", "2018"."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Final

from tracker.vocabulary import DateAccuracy

EXAMPLES: Final = "“15 March 2018”, “15.3.2018”, “2018-03-15”, “March 2018” or “2018”"
MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH: Final = r"(?P<month>[a-z]{3,9})\.?"
_YEAR: Final = r"(?P<year>\d{4})"
_FORMS: Final = [
    re.compile(rf"{_YEAR}-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}})"),
    re.compile(rf"(?P<day>\d{{1,2}})\. ?(?P<month>\d{{1,2}})\. ?{_YEAR}"),
    re.compile(rf"(?P<day>\d{{1,2}})[/-](?P<month>\d{{1,2}})[/-]{_YEAR}"),
    re.compile(rf"{_DAY}(?: of)?[ -]{_MONTH},?[ -]{_YEAR}"),
    re.compile(rf"{_MONTH} {_DAY},? {_YEAR}"),
    re.compile(rf"{_MONTH},? {_YEAR}"),
    re.compile(rf"{_YEAR}-(?P<month>\d{{1,2}})"),
    re.compile(_YEAR),
]
_WEEKDAY: Final = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? ")
_WEEK: Final = re.compile(r"^(?:about|around|circa|ca?\.|~|(?:the )?week of) ?")


class DateError(ValueError):
    """The words are not one date; the message says what can be typed."""


@dataclass(frozen=True, slots=True)
class DateRead:
    """A date and its accuracy: of a month or a year its first day, of "about 15 March" that day, to the week."""

    day: date
    accuracy: DateAccuracy

    @property
    def last(self) -> date:
        """Return the last day that was meant: a month's, a year's; the day itself otherwise."""
        match self.accuracy:
            case DateAccuracy.MONTH:
                return self.day.replace(day=monthrange(self.day.year, self.day.month)[1])
            case DateAccuracy.YEAR:
                return date(self.day.year, 12, 31)
            case _:
                return self.day


def read_date(words: str) -> DateRead:
    """Read a date. Slashes are day/month/year, as on the rest of the site. Raises DateError."""
    text = re.sub(r"\s+", " ", words.lower().replace("\u2011", "-")).strip(" .,")
    about = _WEEK.match(text) is not None
    text = _WEEKDAY.sub("", _WEEK.sub("", text))
    match = next((m for form in _FORMS if (m := form.fullmatch(text))), None)
    if match is None:
        raise DateError(f"“{words.strip()}” is not a date: type it as in {EXAMPLES}.")
    found = match.groupdict()
    read = _date(words, found["year"], found.get("month"), found.get("day"))
    return DateRead(read.day, DateAccuracy.WEEK) if about and read.accuracy == DateAccuracy.DAY else read


def _date(words: str, year: str, month: str | None, day: str | None) -> DateRead:
    accuracy = DateAccuracy.DAY if day else DateAccuracy.MONTH if month else DateAccuracy.YEAR
    try:
        return DateRead(date(int(year), _month(month), int(day or 1)), accuracy)
    except ValueError as error:
        if day is None and month is not None and month.isalpha():
            raise DateError(
                f"“{words.strip()}” cannot be read to a day or a month: type “{year}” alone, or a date as in {EXAMPLES}."
            ) from error
        raise DateError(f"There is no day “{words.strip()}”: type it as in {EXAMPLES}.") from error


def _month(month: str | None) -> int:
    """Return a month's number, from a number or a name of three letters or more. Raises ValueError."""
    if month is None:
        return 1
    if month.isdigit():
        return int(month)
    found = [n for n, name in enumerate(MONTHS, start=1) if name.startswith("sep" if month == "sept" else month)]
    if len(found) != 1:
        raise ValueError(month)
    return found[0]
