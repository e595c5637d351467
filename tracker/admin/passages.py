"""The part of a document's text that a figure was read in: sentence, number and context, with what stands around them."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tracker.models import Figure, FigureRevision

AROUND: Final = 2
"""How many sentences are shown before and after the quoted ones."""
FAR: Final = 600
"""How many characters that may be at most: text without full stops (tables, lists) is cut."""
_END = re.compile(r"[.!?…][”’\")\]]*\s+|\n\s*\n")

Span = tuple[int, int]
"""Start and end in code points of the document's text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that is highlighted in one way. A gap is text left out."""

    text: str
    sentence: bool = False
    number: bool = False
    context: bool = False
    gap: bool = False

    @property
    def classes(self) -> str:
        """Return its class names."""
        return " ".join(name for name in ("sentence", "number", "context") if getattr(self, name))


def passage_of(figure: Figure) -> list[Piece]:
    """Return the figure's passage, its highlights apart."""
    context = None
    if figure.context_start is not None and figure.context_end is not None:
        context = (figure.context_start, figure.context_end)
    return passage(
        figure.document.text,
        sentence=(figure.excerpt_start, figure.excerpt_end),
        number=(figure.number_start, figure.number_end),
        context=context,
    )


def quoted(figure: Figure) -> list[Piece]:
    """Return sentence and context alone, with a gap where something stands between them."""
    pieces: list[Piece] = []
    for piece in passage_of(figure):
        if piece.sentence or piece.context or (pieces and not piece.gap and not piece.text.strip()):
            pieces.append(piece)
        elif pieces and not pieces[-1].gap:
            pieces.append(Piece(" …", gap=True))
    while pieces and not (pieces[-1].sentence or pieces[-1].context):
        pieces.pop()
    return pieces


def passage(text: str, *, sentence: Span, number: Span, context: Span | None) -> list[Piece]:
    """Return what is shown of a text, cut wherever a highlight begins or ends.

    Around the sentence and the context stand `AROUND` sentences each; what lies between two such windows is a gap.
    """
    windows = _joined(sorted(_window(text, span) for span in (sentence, context) if span))
    pieces: list[Piece] = []
    for i, (start, end) in enumerate(windows):
        if start > 0 or i:
            pieces.append(Piece("…", gap=True))
        edges = {start, end, *(edge for span in (sentence, number, context) if span for edge in span)}
        for a, b in pairwise(sorted(edge for edge in edges if start <= edge <= end)):
            marks = (_inside((a, b), span) for span in (sentence, number, context))
            pieces.append(Piece(text[a:b], *marks))
    if windows[-1][1] < len(text):
        pieces.append(Piece("…", gap=True))
    return pieces


def _window(text: str, span: Span) -> Span:
    ends = [m.end() for m in _END.finditer(text, max(0, span[0] - FAR), span[0])]
    start = ends[-AROUND - 1] if len(ends) > AROUND else max(0, span[0] - FAR)
    after = [m.end() for m in _END.finditer(text, max(span[0], span[1] - 1), span[1] + FAR)]
    after = [end for end in after if text[span[1] : end].strip()]  # the span's own full stop ends nothing more
    return start, after[AROUND - 1] if len(after) >= AROUND else min(len(text), span[1] + FAR)


def _joined(windows: list[Span]) -> list[Span]:
    joined = windows[:1]
    for start, end in windows[1:]:
        if start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _inside(part: Span, whole: Span | None) -> bool:
    return whole is not None and whole[0] <= part[0] and part[1] <= whole[1]


def proposed_passage(revision: FigureRevision) -> list[Piece]:
    """Return the passage as a correction would have it; nothing where it leaves sentence, number and context alone."""
    columns = ("excerpt_start", "excerpt_end", "number_start", "number_end", "context_start", "context_end")
    if not set(columns) & set(revision.changes):
        return []
    a, b, c, d, e, f = (revision.changes.get(column, getattr(revision.figure, column)) for column in columns)
    context = None if e is None or f is None else (e, f)
    return passage(revision.figure.document.text, sentence=(a, b), number=(c, d), context=context)
