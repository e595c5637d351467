"""An event's dates beside its own document: after publication, the day of saying, or none at all (design, section 6)."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from tracker.days import days_of
from tracker.review.compared import Compared, FigureWarning
from tracker.vocabulary import Accumulation, ConsistencyWarning, CountStage, DateAccuracy
from tracker.wording import date_in_words

_DAY: Final = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_WEEKDAY: Final = re.compile(rf"\b{_DAY}\b", re.IGNORECASE)
_SAID_ON: Final = re.compile(
    r"\b(?:said|says|reported|told(?: \w+){1,3}?|announced|stated|added|confirmed|estimated|warned)"
    rf"(?: late| early)?(?: on)?\s+({_DAY})\b(?!['’]s)",
    re.IGNORECASE,
)


def after_publication(figure: Compared) -> Iterator[FigureWarning]:
    """Find an event date that lies after the last day on which the document can have been published.

    A date counts from the first day that its accuracy allows. Planned aid is left out, as it lies ahead.
    """
    if figure.published is None or figure.count_stage == CountStage.PLANNED:
        return
    dates = ((figure.start_date, figure.start_accuracy), (figure.end_date, figure.end_accuracy))
    for day, accuracy in dict.fromkeys(dates):
        possible = days_of(day, accuracy)
        if day is not None and possible is not None and possible[0] > figure.published.toordinal():
            words = _("After publication: the event is dated %(day)s, and the document was published by %(published)s.")
            published = date_in_words(figure.published, DateAccuracy.DAY)
            yield FigureWarning(
                ConsistencyWarning.AFTER_PUBLICATION,
                words % {"day": date_in_words(day, accuracy), "published": published},
            )


def day_of_saying(figure: Compared) -> Iterator[FigureWarning]:
    """Find a date that may be the day when something was said, not when it happened.

    Either `claimed_on` is the event's start or end, or the printed date is a weekday that the sentence has beside a verb
    of saying only ("said on Tuesday"). The end of a running total is let through: it stands on the day it was given.
    """
    if figure.claimed_on is not None and figure.claimed_on in _events(figure):
        words = _("Day of saying: %(day)s is when it was said; is it also when it happened?")
        yield FigureWarning(
            ConsistencyWarning.DAY_OF_SAYING, words % {"day": date_in_words(figure.claimed_on, DateAccuracy.DAY)}
        )
        return
    printed = {day.lower() for day in _WEEKDAY.findall(figure.date_text)}
    said = [day.lower() for day in _SAID_ON.findall(figure.text)]
    for day in sorted(printed):
        if day in said and [found.lower() for found in _WEEKDAY.findall(figure.text)].count(day) == said.count(day):
            words = _("Day of saying: the sentence says when it was said (“%(day)s”), which need not be when it happened.")
            yield FigureWarning(ConsistencyWarning.DAY_OF_SAYING, words % {"day": figure.date_text})
            return


def no_event_date(figure: Compared) -> Iterator[FigureWarning]:
    """Find an event of which neither start nor end is known."""
    if figure.start_date is None and figure.end_date is None:
        words = _("No event date: charts show the figure in a margin, and it is added up nowhere.")
        yield FigureWarning(ConsistencyWarning.NO_EVENT_DATE, words)


def _events(figure: Compared) -> list[date | None]:
    """Return the dates that must be the event's own."""
    total = figure.accumulation == Accumulation.CUMULATIVE
    return [figure.start_date] if total else [figure.start_date, figure.end_date]
