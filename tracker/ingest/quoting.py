"""Where a quoted sentence, its number and its context stand in a document's text."""

import re
from dataclasses import asdict, dataclass
from typing import Any


class QuoteError(ValueError):
    """The words are not where they should be; `field` names which of them, the message says what to do."""

    def __init__(self, field: str, message: str) -> None:
        """Keep the field, so that a form can show the message beside it."""
        super().__init__(message)
        self.field = field


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence, its number and its context with their offsets in the document's text, in code points.

    Without context its text is "" and its offsets are null.
    """

    excerpt: str
    excerpt_start: int
    excerpt_end: int
    reported_text: str
    number_start: int
    number_end: int
    context: str
    context_start: int | None
    context_end: int | None

    def values(self) -> dict[str, Any]:
        """Return the quote as values for review."""
        return asdict(self)


def locate(text: str, *, excerpt: str, reported_text: str, context: str = "", occurrence: int | None = None) -> Quote:
    """Find a quote in a document's text.

    `occurrence` counts from 1 and is needed only where the number stands several times in the sentence. Raises QuoteError.
    """
    start = _once(text, "excerpt", excerpt)
    number_start = start + _nth(excerpt, reported_text, occurrence)
    context_start = _once(text, "context", context) if context else None
    return Quote(
        excerpt=excerpt,
        excerpt_start=start,
        excerpt_end=start + len(excerpt),
        reported_text=reported_text,
        number_start=number_start,
        number_end=number_start + len(reported_text),
        context=context,
        context_start=context_start,
        context_end=None if context_start is None else context_start + len(context),
    )


def _once(text: str, field: str, words: str) -> int:
    times = text.count(words) if words else 0
    if times != 1:
        message = (
            "These words do not stand in the document's text: paste them exactly as they stand there."
            if times == 0
            else f"These words stand {times} times in the document's text: paste more of it, until they stand there once."
        )
        raise QuoteError(field, message)
    return text.index(words)


def _nth(excerpt: str, number: str, occurrence: int | None) -> int:
    """Return where the number starts in the sentence; as a word of its own, so that 1 is not found in 12."""
    found = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(number)}(?!\w)", excerpt)] if number else []
    if not found:
        message = f"The sentence does not hold “{number}”: copy the number as it is printed there."
        raise QuoteError("reported_text", message)
    if occurrence is None and len(found) > 1:
        message = f"“{number}” stands {len(found)} times in the sentence: say which of them, counting from 1."
        raise QuoteError("reported_text_occurrence", message)
    if not 1 <= (occurrence or 1) <= len(found):
        message = f"“{number}” stands {len(found)} times in the sentence: there is no number {occurrence}."
        raise QuoteError("reported_text_occurrence", message)
    return found[(occurrence or 1) - 1]
