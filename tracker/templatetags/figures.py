"""Public figures in words, for templates: each filter asks `wording` and adds nothing of its own."""

from datetime import date

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tracker import wording
from tracker.models import PublishedFigure
from tracker.models.places import PlacePeriod
from tracker.vocabulary import Quantifier

register = template.Library()
register.filter("label", wording.label)


@register.filter
def number(value: int) -> str:
    """Return a whole number with thousands separated."""
    return wording.number(value)


@register.filter
def range_words(figure: PublishedFigure) -> str:
    """Return the figure's number with its uncertainty: "more than 1,220"."""
    return wording.range_in_words(
        figure.quantifier,
        reported_text=figure.reported_text,
        reported=figure.reported,
        low=figure.low,
        best=figure.best,
        high=figure.high,
    )


@register.filter
def counted_words(figure: PublishedFigure) -> str:
    """Return whom or what it counts: "civilians", "families"."""
    return wording.counted(figure.group, figure.unit, figure.group_text)


@register.filter
def claim(figure: PublishedFigure) -> str:
    """Return number and event in one phrase: "more than 1,220 civilians killed"."""
    return wording.claim_in_words(
        range_words(figure),
        is_word=figure.quantifier == Quantifier.VAGUE,
        indicator=figure.indicator,
        counted_words=counted_words(figure),
        count_stage=figure.count_stage,
        calculation=figure.calculation,
    )


@register.filter
def period_words(figure: PublishedFigure) -> str:
    """Return the event's period, or that its date is not stated."""
    return wording.period_in_words(figure.start_date, figure.start_accuracy, figure.end_date, figure.end_accuracy)


@register.filter
def day_words(day: date, accuracy: str) -> str:
    """Return a day no more precise than it is known: "about 6 March 2018"."""
    return wording.date_in_words(day, accuracy)


@register.filter
def claimant_words(figure: PublishedFigure) -> str:
    """Return who made the claim, and that they are a party where they are; that it is withheld where it is."""
    if figure.confidential:
        return str(wording.WITHHELD)
    return wording.claimant_in_words(figure.attributed_to, figure.attribution_text, is_party=figure.claimant_is_party)


@register.filter
def claimant_marked(figure: PublishedFigure) -> SafeString:
    """Return the claimant with "party to the conflict" set apart from the name."""
    if figure.attributed_to and figure.claimant_is_party:
        return format_html('{} <strong class="party">{}</strong>', figure.attributed_to, _("party to the conflict"))
    return format_html("{}", claimant_words(figure))


@register.filter
def status_marked(figure: PublishedFigure) -> SafeString:
    """Return how far the figure was checked, and that it is disputed where it is."""
    status = format_html('<span class="status status-{}">{}</span>', figure.status, status_words(figure))
    if figure.disputed_on is None:
        return status
    return format_html('{} <span class="status status-disputed">{}</span>', status, _("disputed"))


@register.filter
def status_words(figure: PublishedFigure) -> str:
    """Return how far the figure was checked: "checked against its source by two people"."""
    return str(wording.STATUS_SENTENCES[figure.status])


@register.filter
def place_period_words(period: PlacePeriod) -> str:
    """Return when a place was besieged, evacuated and so on."""
    return wording.period_in_words(period.start_date, period.start_accuracy, period.end_date, period.end_accuracy)
