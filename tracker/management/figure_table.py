"""Proposed figures in columns, for people."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from tracker.extraction.proposed import ProposedFigure

HEADS: Final = ("number", "indicator", "unit, group", "low – best – high", "place", "when", "claimant", "sure")
WIDEST: Final = 28
SENTENCE: Final = 120


def table_of(name: str, figures: list[ProposedFigure]) -> Iterator[str]:
    """Yield the lines of one text's table: each figure, and its sentence under it."""
    yield f"{name}: {len(figures)} figure{'' if len(figures) == 1 else 's'}"
    rows = [_row(figure) for figure in figures]
    widths = [max(map(len, column)) for column in zip(HEADS, *rows, strict=True)]
    for row, sentence in [
        (HEADS, ""),
        *((row, _cut(figure.sentence, SENTENCE)) for row, figure in zip(rows, figures, strict=True)),
    ]:
        if figures:
            yield "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        if sentence:
            yield f"    {sentence}"
    yield ""


def _row(figure: ProposedFigure) -> tuple[str, ...]:
    cells = (
        figure.reported_text,
        figure.indicator,
        figure.unit + (f", {figure.group}" if figure.group else ""),
        " – ".join("…" if number is None else f"{number:,}" for number in (figure.low, figure.best, figure.high)),
        figure.place or "",
        _when(figure.start_date, figure.end_date),
        figure.attributed_to or "",
        f"{figure.confidence:.2f}",
    )
    return tuple(_cut(cell, WIDEST) for cell in cells)


def _when(start: date | None, end: date | None) -> str:
    if start == end:
        return "" if start is None else start.isoformat()
    return f"{start or '…'} – {end or '…'}"


def _cut(words: str, width: int) -> str:
    words = " ".join(words.split())
    return words if len(words) <= width else words[: width - 1] + "…"
