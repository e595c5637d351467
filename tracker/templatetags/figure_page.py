"""What the page of a figure says in whole phrases: its range, its dates, where it was read."""

from datetime import date
from typing import Final

from django import template
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker.models import PublishedFigure
from tracker.vocabulary import Accumulation, DateAccuracy, DateBasis, Quantifier
from tracker.wording import number

register = template.Library()


RANGES: Final[dict[tuple[bool, bool, bool], Promise]] = {
    (False, False, False): gettext_lazy("none: the word says how little, not how many"),
    (False, True, False): gettext_lazy("about %(best)s; how far off it may be was not said, in either direction"),
    (False, True, True): gettext_lazy("%(high)s or a little less; no lower end was given"),
    (False, False, True): gettext_lazy("%(high)s or fewer; no lower end was given"),
    (True, False, False): gettext_lazy("%(low)s or more, the least that the word can mean; no upper end was given"),
    (True, True, False): gettext_lazy("%(low)s or more; no upper end was given"),
    (True, False, True): gettext_lazy("%(low)s to %(high)s"),
    (True, True, True): gettext_lazy("%(low)s to %(high)s"),
}
"""What a range says, by which of low, best and high there are (`tracker.ranges`)."""

STRICT: Final[dict[str, Promise]] = {
    Quantifier.MORE_THAN: gettext_lazy("more than %(low)s; no upper end was given"),
    Quantifier.LESS_THAN: gettext_lazy("fewer than %(high)s; no lower end was given"),
}
"""The qualifiers that leave the printed number itself out."""


@register.filter
def range_phrase(figure: PublishedFigure) -> str:
    """Return what the printed words allow: "more than 1,220; no upper end was given"."""
    ends = {"low": figure.low, "best": figure.best, "high": figure.high}
    low, best, high = (end is not None for end in ends.values())
    pattern = RANGES[low, best, high]
    if low and figure.low == figure.high:
        pattern = gettext_lazy("%(low)s, as printed; no range was given")
    elif low != high:
        pattern = STRICT.get(figure.quantifier, pattern)
    return str(pattern) % {name: number(end or 0) for name, end in ends.items()}


@register.filter
def date_phrase(figure: PublishedFigure) -> str:
    """Return how precisely and from where the event's dates are known, in one sentence; empty where there are none."""
    if figure.start_date is None and figure.end_date is None:
        return _(
            "Neither the sentence nor the rest of the document says when it happened; the day of publication is no answer."
        )
    return f"{_accuracy(figure)}; {_basis(figure)}."


def _accuracy(figure: PublishedFigure) -> str:
    known = {
        DateAccuracy.DAY: _("to the day"),
        DateAccuracy.WEEK: _("to about a week"),
        DateAccuracy.MONTH: _("to the month"),
        DateAccuracy.YEAR: _("to the year"),
        DateAccuracy.UNKNOWN: _("not precisely"),
    }
    start, end = known[DateAccuracy(figure.start_accuracy)], known[DateAccuracy(figure.end_accuracy)]
    if figure.end_date is None:
        return _("The start is known %(start)s, the end is not stated") % {"start": start}
    if figure.start_date is None:
        return _("The end is known %(end)s, the start is not stated") % {"end": end}
    if start == end:
        return _("Known %(start)s") % {"start": start}
    return _("The start is known %(start)s, the end %(end)s") % {"start": start, "end": end}


def _basis(figure: PublishedFigure) -> str:
    match figure.date_basis:
        case DateBasis.STATED:
            return _("the sentence states it")
        case DateBasis.FROM_CONTEXT:
            return _("taken from the context, not from the sentence alone")
        case DateBasis.PUBLICATION:
            return _("it counts up to the day of publication")
        case _:
            return _("on what basis is not stated")


@register.filter
def accumulation_phrase(figure: PublishedFigure) -> str:
    """Return how the number adds up: "a running total since the start"."""
    return {
        Accumulation.INCREMENT: _("counted within this period alone"),
        Accumulation.CUMULATIVE: _("a running total since the start of the period"),
        Accumulation.STOCK: _("how many there were at that date"),
        Accumulation.UNCLEAR: _("not clear: the sentence does not say from when to when it counts; it is never added up"),
    }[Accumulation(figure.accumulation)]


@register.filter
def document_name(figure: PublishedFigure) -> str:
    """Return the title of its document, or the document's number where there is no title."""
    return figure.document_title or _("document %(number)s") % {"number": figure.document_id}


@register.filter
def published_words(figure: PublishedFigure) -> str:
    """Return when the document was published: "published between 13 and 15 March 2018 (inferred)"."""
    if not figure.document_published:
        return _("day of publication not known")
    days = [date_format(date.fromisoformat(day), "DATE_FORMAT") for day in figure.document_published.split("/")]
    words = {"first": days[0], "last": days[-1]}
    if len(days) > 1:
        return _("published between %(first)s and %(last)s (inferred)") % words
    return (
        _("published on %(first)s") % words
        if figure.document_published_basis == "stated"
        else (_("published on %(first)s (inferred)") % words)
    )
