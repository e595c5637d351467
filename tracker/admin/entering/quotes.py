"""What a curator pasted, looked for in the document's text: found, found several times, nearly found, or not there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.html import format_html
from django.utils.safestring import SafeString

from tracker.extraction.text.passages import Span, find, find_words, nearest, sentence_around

AROUND: Final = 60
"""How many characters are shown on either side of a passage, so that two alike can be told apart."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What became of pasted words: where they stand, or what can be chosen, and what to tell.

    `span` is null while nothing is settled; `options` are the passages to choose from, empty where nothing comes near.
    """

    span: Span | None
    options: tuple[Span, ...]
    message: str


def seek_passage(text: str, words: str, *, chosen: str, whole_sentence: bool) -> Sought:
    """Look for a pasted sentence, or a part of one, in a document's text.

    `chosen` ("start-end") decides between several. With `whole_sentence` a part of a sentence stands for all of it.
    """
    spans = find(text, words)
    options = tuple(dict.fromkeys(sentence_around(text, span) if whole_sentence else span for span in spans))
    if not options:
        return _not_found(text, words, chosen)
    if len(options) == 1:
        return Sought(options[0], options, "")
    picked = _picked(chosen, options)
    message = "" if picked else f"These words stand {len(options)} times in the document: choose which of them is meant."
    return Sought(picked, options, message)


def seek_number(text: str, excerpt: Span, words: str, *, chosen: str) -> Sought:
    """Look for the number in its sentence, as a word of its own; `chosen` decides where it stands there several times."""
    found = find_words(excerpt.of(text), words)
    options = tuple(Span(excerpt.start + span.start, excerpt.start + span.end) for span in found)
    if not options:
        return Sought(None, (), f"The sentence does not hold “{words}”: copy the number as it is printed there.")
    if len(options) == 1:
        return Sought(options[0], options, "")
    picked = _picked(chosen, options)
    message = "" if picked else f"“{words}” stands {len(options)} times in the sentence: choose which of them is meant."
    return Sought(picked, options, message)


def offered(text: str, options: Sequence[Span]) -> list[tuple[str, SafeString]]:
    """Return the passages as choices, each with the words around it."""
    return [(written(span), format_html("{}<mark>{}</mark>{}", *surrounded(text, span))) for span in options]


def surrounded(text: str, span: Span) -> tuple[str, str, str]:
    """Return the words before a passage, the passage, and the words behind it."""
    start, end = max(0, span.start - AROUND), min(len(text), span.end + AROUND)
    before, behind = text[start : span.start], text[span.end : end]
    return ("…" if start else "") + before, span.of(text), behind + ("…" if end < len(text) else "")


def written(span: Span) -> str:
    """Return a passage as a form field carries it."""
    return f"{span.start}-{span.end}"


def as_json(text: str, sought: Sought) -> dict[str, Any]:
    """Return what the live preview shows of a passage."""
    spans = [sought.span] if sought.span else list(sought.options)
    keys = ("before", "words", "behind")
    return {
        "settled": sought.span is not None,
        "message": sought.message,
        "passages": [{"at": written(s), **dict(zip(keys, surrounded(text, s), strict=True))} for s in spans],
    }


def _not_found(text: str, words: str, chosen: str) -> Sought:
    near = nearest(text, words)
    if near is None:
        return Sought(None, (), "These words do not stand in the document's text, and nothing in it is like them.")
    message = "These words do not stand in the document's text. The nearest passage is below: choose it, or paste again."
    picked = _picked(chosen, (near,))
    return Sought(picked, (near,), "" if picked else message)


def _picked(chosen: str, options: Sequence[Span]) -> Span | None:
    return next((span for span in options if written(span) == chosen), None)
