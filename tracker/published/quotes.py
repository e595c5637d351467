"""Quoted sentences with the places of their numbers, so that a page can highlight exactly what the figure was read from."""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.models import PublishedFigure


@dataclass(frozen=True, slots=True)
class Span:
    """A number within a sentence, in code points of that sentence, and the figure that was read from it."""

    start: int
    end: int
    figure: int


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence as it stands in the document, with the numbers in it: ascending, and none inside another."""

    text: str
    spans: tuple[Span, ...]
    figures: tuple[PublishedFigure, ...]


def quote_of(figures: Iterable[PublishedFigure]) -> Quote | None:
    """Return the sentence that these figures share, with their numbers; null when it may not be shown."""
    rows = tuple(figures)
    text = rows[0].source_sentence
    if text is None:
        return None
    spans: list[Span] = []
    for row in sorted(rows, key=lambda row: (row.number_start or 0, row.figure_id)):
        if (span := _span(row)) is not None and (not spans or span.start >= spans[-1].end):
            spans.append(span)
    return Quote(text, tuple(spans), rows)


def quotes_of(figures: Iterable[PublishedFigure]) -> list[Quote]:
    """Return the quoted sentences of one document in the order of its text, each once with all its figures."""
    sentences: dict[tuple[int, int], list[PublishedFigure]] = {}
    for row in figures:
        if row.sentence_start is not None and row.sentence_end is not None:
            sentences.setdefault((row.sentence_start, row.sentence_end), []).append(row)
    quotes = (quote_of(sentences[place]) for place in sorted(sentences))
    return [quote for quote in quotes if quote is not None]


def _span(row: PublishedFigure) -> Span | None:
    if row.number_start is None or row.number_end is None or row.sentence_start is None:
        return None
    return Span(row.number_start - row.sentence_start, row.number_end - row.sentence_start, row.figure_id)
