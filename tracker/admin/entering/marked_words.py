"""A figure that begins with words somebody marked in the document's text: number, qualifier and sentence are filled in."""

from typing import Any, Final

from django.http import QueryDict

from tracker.admin.entering import again
from tracker.admin.entering.quotes import written
from tracker.extraction.text.passages import Span, sentence_around
from tracker.models import Document, Figure

LONGEST: Final = 200
"""How many characters a number as printed can have."""


def initial(query: QueryDict) -> dict[str, Any]:
    """Return what the form starts with (`?document=7&start=120&end=131`): nothing of words that stand nowhere.

    What the figure most likely shares with the document's latest one is filled in, too.
    """
    number = query.get("document", "")
    document = Document.objects.filter(pk=number).first() if number.isdecimal() else None
    if document is None:
        return {}
    latest = Figure.objects.filter(document=document).order_by("-pk").first()
    shared = again.initial(str(latest.pk)) if latest else {}
    found = {"document": document.pk}
    start, end = query.get("start", ""), query.get("end", "")
    if start.isdecimal() and end.isdecimal():
        found |= _words(document.text, int(start), int(end))
    return shared | found


def _words(text: str, start: int, end: int) -> dict[str, Any]:
    words = text[start:end]
    span = Span(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))
    if not 0 < span.end - span.start <= LONGEST:
        return {}
    sentence = sentence_around(text, span)
    return {
        "reported_text": span.of(text),
        "number_at": written(span),
        "excerpt": sentence.of(text),
        "excerpt_at": written(sentence),
    }
