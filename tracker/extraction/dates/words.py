"""The words of dates and times in running text, as patterns: "18 February", "last Thursday", "early March 2022"."""

import re
from typing import Final

from tracker.extraction.numbers.words import TENS, UNITS

MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)(?![a-z])"
)
WEEKDAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_YEAR: Final = r"(?:19|20)\d\d(?!\d|[,.]\d)"
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?(?!\d|[,.:]\d)"
DAY_OF_MONTH: Final = rf"(?:{_DAY}(?: of)? {MONTH}(?:,? {_YEAR})?|{MONTH} {_DAY}(?:,? {_YEAR})?)"
_NUMERIC: Final = r"(?:\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4})(?!\d)"
_THIRD: Final = r"(?:(?i:early|mid|late)(?:[- ]to[- ](?i:mid|late))?[- ])"
MONTH_OF_YEAR: Final = rf"(?:{_THIRD}?{MONTH}(?:,? {_YEAR}| last year| this year)?|(?i:last|this) {MONTH})"
_PART: Final = r"(?: (?i:morning|evening|night|afternoon))?"
_DAY_NAMED: Final = rf"(?:(?:(?i:last|this) )?{WEEKDAY}{_PART}(?:,? (?:the )?{DAY_OF_MONTH})?)"
_NEAR: Final = (
    r"(?i:yesterday|today|tonight|last night|this (?:morning|afternoon|evening)"
    r"|(?:last|this|the (?:past|last|previous)) (?:week|month|year)(?:end)?|the weekend)(?![\w-])"
)
_EDGE: Final = r"(?i:the )?(?i:beginning|start|end|middle) of "
_UNIT_OF_TIME: Final = r"(?i:the |this |last )(?i:year|month|week)(?![\w-])"
_FRACTION: Final = (
    rf"(?i:(?:the )?(?:first|second|third|fourth|last|final) (?:quarter|half) of )"
    rf"(?:{_YEAR}|{MONTH_OF_YEAR}|(?i:this year|last year|the year)(?![\w-]))"
)
_DATE: Final = rf"(?:{_NUMERIC}|{_DAY_NAMED}|{DAY_OF_MONTH}|{MONTH_OF_YEAR}|{_NEAR})"
WHEN: Final = rf"(?:{_EDGE}(?:{_DATE}|{_THIRD}?{_YEAR}|{_UNIT_OF_TIME})|{_FRACTION}|{_DATE})"
"""A date by itself: what can stand without "in" or "since"; a bare year cannot."""
WHEN_OR_YEAR: Final = rf"(?:{WHEN}|{_THIRD}?{_YEAR})"

_SPELLED: Final = "|".join([*UNITS, *TENS])
COUNT: Final = (
    rf"(?:\d{{1,3}}|(?:{_SPELLED})(?:-(?:{'|'.join(list(UNITS)[:9])}))?|a|an|several|a few|few|couple of|a couple of)"
)
UNIT: Final = r"(?:hour|day|week|fortnight|month|year|decade)s?"


def pattern(source: str) -> re.Pattern[str]:
    """Compile a pattern that begins and ends at a word's edge."""
    return re.compile(rf"(?<![\w-])(?:{source})(?![\w])")
