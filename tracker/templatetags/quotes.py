"""Quoted sentences with their numbers highlighted, escaped piece by piece."""

from django import template
from django.urls import reverse
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from tracker.models import PublishedFigure
from tracker.published.quotes import Quote, quote_of

register = template.Library()


@register.filter
def marked(figure: PublishedFigure) -> SafeString:
    """Return the figure's sentence with its number highlighted; empty when it may not be shown."""
    quote = quote_of([figure])
    return _pieces(quote, "<mark>{}</mark>") if quote else SafeString("")


@register.filter
def marked_links(quote: Quote) -> SafeString:
    """Return a sentence with all its numbers highlighted, each a link to its figure."""
    return _pieces(quote, '<a class="quoted-number" href="{1}"><mark>{0}</mark></a>')


def _pieces(quote: Quote, pattern: str) -> SafeString:
    pieces, done = [], 0
    for span in quote.spans:
        address = reverse("figure", args=[span.figure])
        pieces.append(conditional_escape(quote.text[done : span.start]))
        pieces.append(format_html(pattern, quote.text[span.start : span.end], address))
        done = span.end
    pieces.append(conditional_escape(quote.text[done:]))
    return mark_safe("".join(pieces))  # noqa: S308 - every piece was escaped above
