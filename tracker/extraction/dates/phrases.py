"""The phrases of time in a sentence, as printed, each with the kind of period that it says."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Final

from tracker.extraction.dates.words import COUNT, DAY_OF_MONTH, MONTH, UNIT, WEEKDAY, WHEN, WHEN_OR_YEAR, pattern


class Kind(Enum):
    """What a phrase says of time."""

    AT = "at"
    RANGE = "range"
    SINCE = "since"
    BY = "by"
    PAST = "past"
    AGO = "ago"
    SO_FAR = "so far"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """A phrase of time: where it stands in the passage, its kind, and the words of its dates ("" = undated)."""

    start: int
    end: int
    kind: Kind
    first: str = ""
    last: str = ""


_CLAUSE: Final = r"(?:[^\W\d_](?:[\w'-]|\.(?=\w))*,? |the |\d+(?:st|nd|rd|th)? ){0,14}?"
_UNITS: Final = "hours?|days?|weeks?|months?|years?"
_WARS: Final = "siege|war|conflict|fighting|offensive|campaign|battle|operation|invasion"
_DAY: Final = r"\d{1,2}"
_PREPOSITION: Final = "(?i:on|in|during|at|over|for) "
_ABOUT: Final = "(?:the|a|an|just|only|about|less than|more than|over|under|barely|nearly|some|mere|little more than)"
_PART_OF_TIME: Final = "(?:day|night|week|month|year|morning|afternoon|evening|weekend|spring|summer|autumn|winter)"
_OF_DAY: Final = "morning|midday|noon|afternoon|evening|nightfall|midnight|sunset|sunrise|daybreak|mid-morning|mid-afternoon"
_SEASON: Final = "spring|summer|autumn|winter"
_CLOCK: Final = r"\d{1,2}(?::\d\d)?(?: ?[ap]\.?m\b\.?)|\d{1,2}:\d\d"
_HOLIDAY: Final = (
    r"Christmas(?: Eve| Day)?|New Year(?:['’]s)? (?:Eve|Day)|Easter(?: Sunday| Monday)?|Ramadan|Eid(?: al-\w+)?|Good Friday"
)
_RANGES: Final = [
    rf"(?i:between|from) (?P<first>{WHEN_OR_YEAR}|{_DAY}) (?i:and|to|until|till|through) (?P<last>{WHEN_OR_YEAR}|{_DAY})",
    rf"(?:(?i:on|from|between) )?(?P<first>{_DAY}) ?[-–] ?(?P<last>{DAY_OF_MONTH})",
    rf"(?:(?i:on|from|between) )?(?P<first>{MONTH} {_DAY}) ?[-–] ?(?P<last>{_DAY}(?:, \d{{4}})?)",
]
_SO_FAR: Final = [
    r"(?i:so far (?P<first>this (?:year|month|week))|(?:this|the) (?:year|month|week) so far)",
    rf"(?i:since the (?:beginning|start) of) (?P<first>{WHEN_OR_YEAR}|(?i:(?:the|this) (?:year|month|week)))",
]
_SINCE: Final = [
    rf"(?i:since) (?P<first>{WHEN_OR_YEAR})",
    rf"(?i:since) {_CLAUSE}(?:(?i:on|in|of|late|early) )?(?P<first>{WHEN_OR_YEAR})",
    r"(?<!have )(?<!has )(?<!had )(?i:since) (?:then|(?:[^\W\d_][\w'-]* ){0,6}?[^\W\d_][\w'-]*"
    r"(?=[,.;:\")]| (?:with|according|as|and|when|while|by|have|has|\d+)\b|$))",
]
_PAST: Final = [
    rf"(?:(?i:in|over|during|within|for|on) )?(?i:the )?(?:(?i:course of the) )?"
    rf"(?:(?i:past|(?<=the )last) (?P<first>(?:(?i:{COUNT})[ -])?(?i:{UNIT}))"
    rf"|(?i:last|previous) (?P<counted>(?i:{COUNT})[ -](?i:{UNIT})))",
]
_BY: Final = [
    rf"(?:(?i:by|as of|until|till|up to|up until|through to|before)) (?:(?i:late|early) )?(?P<last>{WHEN_OR_YEAR})"
]
_AT: Final = [
    rf"(?P<first>(?:(?i:earlier|later|late|early|overnight) )?(?:{_PREPOSITION})?(?:(?i:late|early) (?:on )?)?{WHEN})",
    r"(?i:in|during|of) (?P<first>(?:(?i:early|mid|late)[- ])?(?:19|20)\d\d(?!\d|[,.]\d))",
    rf"(?i:(?P<first>overnight)(?: (?:into|to|on) {WEEKDAY})?)",
]
_AGO: Final = [rf"(?P<first>(?i:{COUNT})[ -](?i:{UNIT})) ago"]
_UNDATED: Final = [
    rf"(?i:in|over|within|during|for) (?i:the course of )?(?i:{_ABOUT} )*(?i:{COUNT}[ -])?(?i:{UNIT})"
    rf"(?: (?i:stretch|period|alone|span))?(?: to {_CLOCK})?",
    rf"(?i:(?:on )?the {_PART_OF_TIME} (?:before|after|earlier))",
    rf"(?i:(?:(?:earlier|later|on) )?that (?:same |very )?{_PART_OF_TIME})",
    r"(?i:(?:(?<=sum )|(?<=total )|(?<=toll )|(?<=tally ))(?:of|for) the (?:day|week|month|year))",
    rf"(?i:(?:{COUNT}[ -])?{UNIT} (?:later|earlier|afterwards))",
    rf"(?i:(?:by|until|as of|at|since) (?:(?:the )?(?:early|late|mid) )?(?:{_OF_DAY}|{_SEASON}|{_CLOCK}))",
    rf"(?:(?i:on|during|over|at|since|by) )?(?:{_HOLIDAY})",
    r"(?i:(?:after|during|before|following|by) the (?:(?:end|fall|start|beginning|outbreak|collapse|capture|liberation) of"
    r" (?:the |a )?(?:[a-z]{3,} )?[a-z]{3,}|lull|truce|ceasefire|retreat|evacuation|rainy season|dry season))",
    r"(?i:(?:in|over|during|within) (?:the |a |its )?"
    r"(?:first|second|third|final|last|opening|early|single|current|course of the)"
    rf" (?:\w+ ){{0,2}}?(?:half|quarter|{_UNITS}|phase|round|{_WARS})(?: of (?:the )?(?:year|month|{_WARS}))?)",
    rf"(?:(?i:after) )?(?i:{COUNT})[ -](?i:{UNIT}) of",
    rf"(?i:during|throughout) (?i:the|this|that) (?:[\w'-]+ ){{0,4}}?(?i:period|{_WARS})",
    rf"(?i:(?:(?:in|during|over|on|at) )?(?:the |that )?(?:recent|following|same|next|previous|coming|that) (?:{_UNITS}))",
    rf"(?i:(?:at|by|before) (?:dawn|dusk|night|nightfall)|to date|so far|a (?:{_UNITS}) (?:after|before|earlier|later))",
]
_PATTERNS: Final = [
    (kind, pattern(source))
    for kind, sources in (
        (Kind.RANGE, _RANGES),
        (Kind.SO_FAR, _SO_FAR),
        (Kind.SINCE, _SINCE),
        (Kind.PAST, _PAST),
        (Kind.BY, _BY),
        (Kind.AT, _AT),
        (Kind.AGO, _AGO),
        (Kind.UNDATED, _UNDATED),
    )
    for source in sources
]
"""Every kind of phrase; of two that begin together and are as long, the kind that stands first."""


@lru_cache(maxsize=512)
def phrases_in(text: str) -> tuple[TimePhrase, ...]:
    """Return the phrases of time in a text, in order, none inside another; of several the longest, but dated ones first."""
    found = sorted(
        _all(text), key=lambda phrase: (phrase.start, phrase.kind is Kind.SINCE and not phrase.first, -phrase.end)
    )
    kept: list[TimePhrase] = []
    for phrase in found:
        if not kept or phrase.start >= kept[-1].end:
            kept.append(phrase)
    return tuple(kept)


def _all(text: str) -> Iterator[TimePhrase]:
    for kind, regex in _PATTERNS:
        for match in regex.finditer(text):
            groups = match.groupdict()
            first = groups.get("first") or groups.get("counted") or ""
            yield TimePhrase(match.start(), match.end(), kind, first, groups.get("last") or "")
