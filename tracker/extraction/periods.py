"""When the event of a figure was, and whether its number counts within a period, since a start, or at a date."""

import re
from typing import Final

from tracker.extraction.claimants.claim import Claim, Side
from tracker.extraction.claimants.claims import claims_of
from tracker.extraction.dates.phrases import Kind, TimePhrase, phrases_in
from tracker.extraction.dates.reading import Days, past, read_time
from tracker.extraction.lexicon.places import EVENTS
from tracker.extraction.lexicon.speakers import FORERUNNERS, HEADS, JOINING
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.text.article import Article
from tracker.extraction.text.mentions import Period
from tracker.extraction.text.passages import Span
from tracker.extraction.text.words import Passage, Word, Words, passage_of
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
_ASIDE: Final = 3
"""How many words may stand between a verb of claiming and the day that it was said on."""
_YEARS_BACK: Final = 12
_STATED_YEAR: Final = re.compile(r"\b((?:19|20)\d\d)\b(?![,.]\d)")

_COUNTED_SINCE: Final = re.compile(
    r"(?i)\b(?:so far|to date|in total|in all|altogether|total number|(?:death|casualty|overall) toll|the toll"
    r"|cumulative(?:ly)?|(?:bring|rais|tak)(?:e|es|s|ed|ing)? (?:the|its|their) (?:\w+ ){0,2}(?:total|toll|number))\b"
)
"""What says that a number counts from some start on, named or not."""
_STILL: Final = r"(?:are|is|being|remain|remains|remained|still|currently|now)(?: \w+){0,3}"
_STOCKS: Final = {
    Indicator.BESIEGED: re.compile(r""),
    Indicator.DISPLACED: re.compile(
        r"(?i)\b(?:displaced (?:people|persons|families|civilians|households|population)|idps?|refugees|sheltering|currently"
        rf"|{_STILL} (?:displaced|displacement)|living|remain|hosts?|hosting|housing|shelters?)\b"
    ),
    Indicator.DETAINED: re.compile(
        rf"(?i)\b(?:{_STILL} (?:held|detained|imprisoned|jailed|captive|behind bars|custody)|holds?|holding"
        r"|prisoners|detainees)\b"
    ),
    Indicator.MISSING: re.compile(rf"(?i)\b{_STILL} (?:missing|unaccounted)\b"),
}
"""What says that people are still counted so: besieged people always are."""


def period_of(article: Article, sentence: int, number: Span, indicator: Indicator) -> Period:
    """Return the period of the event, with null dates where nobody knows them: never the day of publication by default.

    The day on which something was only said is no date of the event. A stock has the same start and end, or no dates.
    """
    passage = passage_of(article, sentence, number)
    at = passage.index(number.start)
    phrase = _phrase_of(passage, at, indicator)
    days = _read(article, sentence, phrase) if phrase is not None else (None, None)
    accumulation = _accumulation(passage, indicator, phrase)
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
    claims = claims_of(passage)
    costs = {}
    for phrase in phrases_in(passage.text):
        first, last = passage.index(passage.start + phrase.start), passage.index(passage.start + phrase.end - 1)
        if first <= number <= last or _no_time(passage, first, phrase) or (indicator in _AID and _ration(passage, phrase)):
            continue
        if phrase.kind is Kind.AT and _only_said(passage, claims, first, last, number):
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
    """Tell whether it is a name ("Ukraine Today"), or the date of a document ("dated 18 November")."""
    before = passage.words[first - 1].lower if first else ""
    return (first > 0 and phrase.first.startswith(("Today", "Yesterday"))) or before in {"dated", "published", "updated"}


def _cost(passage: Passage, claims: tuple[Claim, ...], first: int, last: int, number: int) -> float:
    low, high = (last + 1, number) if last < number else (number + 1, first)
    between = passage.words[low:high]
    cost = sum(_BETWEEN.get(word.lower, _WORD) for word in between)
    cost += _NUMBER * sum(word.text[0].isdigit() and "," in word.text for word in between[_QUALIFIED:])
    return cost + _CLAIM * sum(low <= claim.verb < high for claim in claims)


def _only_said(passage: Passage, claims: tuple[Claim, ...], first: int, last: int, number: int) -> bool:
    """Tell whether the words date the claim: "said on Tuesday", "On 11 March, the council stated that …"."""
    words = passage.words
    if words[last].lower.endswith("'s"):
        return False
    that = last + 1 < len(words) and words[last + 1].lower == "that"
    return any(_dates(words, claim, first, last, number) or (that and claim.verb < first) for claim in claims)


def _dates(words: Words, claim: Claim, first: int, last: int, number: int) -> bool:
    """Tell whether the words from `first` to `last` date that claim."""
    if claim.last < first and last < claim.verb:
        return True  # "the mayor on Tuesday said"
    if claim.verb < first <= claim.verb + _ASIDE:
        return claim.side is not Side.BEHIND or number > last or number < claim.first
    leading = last < claim.first and all(_names(word) for word in words[last + 1 : claim.first])
    return leading and claim.side is Side.BEHIND and number > claim.verb


def _names(word: Word) -> bool:
    """Tell whether a word can belong to who speaks, or is a mark: between a date and "said" nothing happened then."""
    return word.capital or word.text == "," or word.lower in HEADS or word.lower in FORERUNNERS or word.lower in JOINING


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


def _accumulation(passage: Passage, indicator: Indicator, phrase: TimePhrase | None) -> Accumulation:
    stock = _STOCKS.get(indicator)
    if stock is not None and stock.search(passage.text):
        return Accumulation.STOCK
    kind = phrase.kind if phrase is not None else None
    if kind in {Kind.SINCE, Kind.SO_FAR, Kind.BY} or _COUNTED_SINCE.search(passage.text):
        return Accumulation.CUMULATIVE
    return Accumulation.INCREMENT if phrase is not None else Accumulation.UNCLEAR


def _at_a_date(phrase: TimePhrase | None, days: tuple[Days | None, Days | None]) -> tuple[Days | None, Days | None]:
    """Return the one date of a stock: the day it was counted, if that is one day, month or year; else null."""
    start, end = days
    if phrase is None or phrase.kind not in {Kind.AT, Kind.BY} or end is None:
        return None, None
    if start is not None and start.first != end.last and end.accuracy in {DateAccuracy.DAY, DateAccuracy.WEEK}:
        return None, None
    day = end.first if phrase.kind is Kind.AT else end.last
    return Days(day, day, end.accuracy), Days(day, day, end.accuracy)
