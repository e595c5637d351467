"""Quoted sentences with the words that somebody searched for, told apart from the figure's number."""

from collections.abc import Iterable

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from tracker.models import PublishedFigure
from tracker.models.figure_words import START
from tracker.published.quotes import quote_of
from tracker.published.searching import found_in

register = template.Library()

Spans = Iterable[tuple[int, int]]


@register.filter
def searched(figure: PublishedFigure) -> SafeString:
    """Return the figure's sentence with its number and the words found marked; empty when it may not be shown."""
    quote = quote_of([figure])
    if quote is None:
        return SafeString("")
    numbers = [(span.start, span.end) for span in quote.spans]
    return _marked(quote.text, numbers, found_in(quote.text, getattr(figure, "sentence_found", "")))


@register.filter
def searched_context(figure: PublishedFigure) -> SafeString:
    """Return what else of the document was searched, with the words found marked; empty where none is in it."""
    found = getattr(figure, "context_found", "")
    if figure.context_sentence is None or START not in found:
        return SafeString("")
    return _marked(figure.context_sentence, (), found_in(figure.context_sentence, found))


def _marked(text: str, numbers: Spans, found: Spans) -> SafeString:
    """Return the text escaped, with numbers as <mark> and words found as <span class="found">, inside a number too."""
    found = tuple(found)
    pieces, done = [], 0
    for start, end in numbers:
        pieces += [_words(text, done, start, found), format_html("<mark>{}</mark>", _words(text, start, end, found))]
        done = end
    pieces.append(_words(text, done, len(text), found))
    return mark_safe("".join(pieces))  # noqa: S308 - every piece was escaped


def _words(text: str, start: int, end: int, found: Spans) -> SafeString:
    """Return a part of the text escaped, with what of the words found lies in it marked."""
    pieces, done = [], start
    for first, last in ((max(first, start), min(last, end)) for first, last in found):
        if first < last:
            pieces += [conditional_escape(text[done:first]), format_html('<span class="found">{}</span>', text[first:last])]
            done = last
    pieces.append(conditional_escape(text[done:end]))
    return mark_safe("".join(pieces))  # noqa: S308 - every piece was escaped
