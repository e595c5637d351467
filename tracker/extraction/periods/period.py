"""When the event of a figure was, and whether its number counts within a period, since a start, or at a date."""

import re
from typing import Final

from tracker.extraction.claimants.claim import Claim
from tracker.extraction.claimants.claims import claims_of
from tracker.extraction.dates.phrases import Kind, TimePhrase, phrases_in
from tracker.extraction.dates.reading import Days, past, read_time
from tracker.extraction.lexicon.places import EVENTS
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.periods.accumulation import accumulation_of
from tracker.extraction.periods.comparisons import compared
from tracker.extraction.periods.going_on import day_before
from tracker.extraction.periods.said_on import only_said
from tracker.extraction.text.article import Article
from tracker.extraction.text.datelines import dateline_end
from tracker.extraction.text.mentions import Period
from tracker.extraction.text.passages import Span
from tracker.extraction.text.words import Passage, passage_of
from tracker.vocabulary import Accumulation, DateAccuracy, Indicator

_AID: Final = frozenset({Indicator.AID_TRUCKS, Indicator.AID_RECIPIENTS})
_FAR: Final = 18.0
_WORD: Final = 0.25
_BETWEEN: Final[dict[str, float]] = {
    **dict.fromkeys(word_set("; while whereas but although though"), 8),
    **dict.fromkeys(word_set("after before when where which who that as until if because"), 2.5),
    '"': 2,
    ",": 1,
    "and": 1,
}
_UNDATED: Final = 4.0
_RELATIVE: Final = -4.0
_CLAIM: Final = 3.0
_OTHER_EVENT: Final = 8.0
_OPENING: Final = 9.0
"""What a phrase costs at most that the sentence opens with."""
_FIRST_WORDS: Final = 2
_NUMBER: Final = 2.0
_QUALIFIED: Final = 4
"""How many words behind a number can still be its own."""
_YEARS_BACK: Final = 12
_STATED_YEAR: Final = re.compile(r"\b((?:19|20)\d\d)\b(?![,.]\d)")


def period_of(article: Article, sentence: int, number: Span, indicator: Indicator) -> Period:
    """Return the period of the event, with null dates where nobody knows them: never the day of publication by default.

    The day on which something was only said is no date of the event. A stock has the same start and end, or no dates.
    """
    passage = passage_of(article, sentence, number)
    at = passage.index(number.start)
    phrase = _phrase_of(passage, at, indicator)
    if phrase is None and (gone_on := day_before(article, sentence, passage, at, indicator)) is not None:
        return gone_on
    days = _read(article, sentence, phrase) if phrase is not None else (None, None)
    accumulation = accumulation_of(passage, indicator, phrase)
    if accumulation is Accumulation.STOCK:
        days = _at_a_date(phrase, days)
    start, end = days
    return Period(
        start.first if start else None,
        start.accuracy if start else None,
        end.last if end else None,
        end.accuracy if end else None,
        _printed(article, passage, phrase),
        accumulation,
    )


def _ration(passage: Passage, phrase: TimePhrase) -> bool:
    """Tell whether it is how long the aid will last: "food for 4,000 people for one month"."""
    return phrase.kind is Kind.UNDATED and passage.text[phrase.start : phrase.start + 4].lower() == "for "


def _printed(article: Article, passage: Passage, phrase: TimePhrase | None) -> str | None:
    return None if phrase is None else article.text[passage.start + phrase.start : passage.start + phrase.end]


def _phrase_of(passage: Passage, number: int, indicator: Indicator) -> TimePhrase | None:
    """Return the phrase of time that the number belongs to: the nearest that does not tell when something was said."""
    claims, dateline = claims_of(passage), dateline_end(passage.text)
    costs = {}
    for phrase in phrases_in(passage.text):
        first, last = passage.index(passage.start + phrase.start), passage.index(passage.start + phrase.end - 1)
        if first <= number <= last or _no_time(passage, first, phrase) or (indicator in _AID and _ration(passage, phrase)):
            continue
        if phrase.end <= dateline or compared(passage.words, phrase.kind, first, number):
            continue
        if phrase.kind is Kind.AT and only_said(passage, claims, first, last, number):
            continue
        cost = _cost(passage, claims, first, last, number)
        if phrase.kind is Kind.UNDATED:
            cost += _RELATIVE if _beside_another(passage, first, last, number) else _UNDATED
        cost += _OTHER_EVENT * _of_another_event(passage, first, last)
        costs[phrase] = min(cost, _OPENING) if first <= _FIRST_WORDS and last < number else cost
    best = min(costs, key=lambda phrase: costs[phrase], default=None)
    return best if best is not None and costs[best] <= _FAR else None


def _beside_another(passage: Passage, first: int, last: int, number: int) -> bool:
    """Tell whether it is a time told by another, in the number's own clause: "12 people killed the day before"."""
    words = passage.words
    relative = words[last].lower in {"before", "after", "later", "earlier"} or words[first].lower == "that"
    return relative and last > number and not any(word.text in {",", ";"} for word in words[number:first])


def _of_another_event(passage: Passage, first: int, last: int) -> bool:
    """Tell whether a date names an event that the text only refers to: "the October 7 attacks"."""
    words = passage.words
    named = first > 0 and words[first - 1].lower in {"the", "those"}
    return named and last + 1 < len(words) and words[last + 1].lower in EVENTS


def _no_time(passage: Passage, first: int, phrase: TimePhrase) -> bool:
    """Tell whether it is a name ("Ukraine Today"), or the date of a document ("dated 18 November") or of a tweet."""
    before = passage.words[first - 1].lower if first else ""
    if before == ")" and any(word.text == "@" for word in passage.words[max(0, first - 4) : first]):
        return True
    return (first > 0 and phrase.first.startswith(("Today", "Yesterday"))) or before in {"dated", "published", "updated"}


def _cost(passage: Passage, claims: tuple[Claim, ...], first: int, last: int, number: int) -> float:
    low, high = (last + 1, number) if last < number else (number + 1, first)
    between = passage.words[low:high]
    cost = sum(_BETWEEN.get(word.lower, _WORD) for word in between)
    cost += _NUMBER * sum(word.text[0].isdigit() and "," in word.text for word in between[_QUALIFIED:])
    return cost + _CLAIM * sum(low <= claim.verb < high for claim in claims)


def _read(article: Article, sentence: int, phrase: TimePhrase) -> tuple[Days | None, Days | None]:
    """Return what the start and the end of the phrase's period mean; null where open or unknown."""
    published = article.published
    year = _year_before(article, sentence) if published is None else None
    if phrase.kind is Kind.RANGE:
        return _range(article, phrase, year)
    if phrase.kind is Kind.BY:
        return None, read_time(phrase.last, published, year)
    if phrase.kind in {Kind.SINCE, Kind.SO_FAR}:
        return (read_time(phrase.first, published, year) if phrase.first else None), None
    days = past(phrase.first, published) if phrase.kind in {Kind.PAST, Kind.AGO} else None
    if days is not None and phrase.kind is Kind.AGO:
        days = Days(days.first, days.first, days.accuracy)
    if phrase.kind is Kind.AT:
        days = read_time(phrase.first, published, year)
    return days, days


def _range(article: Article, phrase: TimePhrase, year: int | None) -> tuple[Days | None, Days | None]:
    """Read "between 4 and 21 February 2018": what only one end says holds for both."""
    first, last = phrase.first, phrase.last
    stated = _STATED_YEAR.search(last)
    if last.split(",")[0].strip().isdigit() and len(last.split(",")[0]) <= 2:  # noqa: PLR2004 - "March 4-21, 2018"
        last = f"{first.split()[0]} {last}"
    if first.isdigit() and len(first) <= 2:  # noqa: PLR2004 - a day, not a year
        first = f"{first} {' '.join(word for word in last.split() if not word.isdigit() or len(word) > 2)}"  # noqa: PLR2004
    elif stated and not _STATED_YEAR.search(first):
        first = f"{first} {stated[0]}"
    start, end = read_time(first, article.published, year), read_time(last, article.published, year)
    if start is not None and end is not None and start.first > end.last:
        return None, end
    return start, end


def _year_before(article: Article, sentence: int) -> int | None:
    """Return the last year that the text names in a bounded number of sentences before, and in this one."""
    for at in range(sentence, max(-1, sentence - _YEARS_BACK), -1):
        years = _STATED_YEAR.findall(passage_of(article, at).text)
        if years:
            return int(years[-1])
    return None


def _at_a_date(phrase: TimePhrase | None, days: tuple[Days | None, Days | None]) -> tuple[Days | None, Days | None]:
    """Return the one date of a stock: the day it was counted, if that is one day, month or year; else null."""
    start, end = days
    if phrase is None or phrase.kind not in {Kind.AT, Kind.BY} or end is None:
        return None, None
    if start is not None and start.first != end.last and end.accuracy in {DateAccuracy.DAY, DateAccuracy.WEEK}:
        return None, None
    day = end.first if phrase.kind is Kind.AT else end.last
    return Days(day, day, end.accuracy), Days(day, day, end.accuracy)
