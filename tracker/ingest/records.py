"""A proposed figure as other programs get it: the contract's keys in the contract's order, further ones behind them."""

from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import Any, Final

from tracker.extraction.proposed import ProposedFigure

KEYS: Final = (
    *("sentence", "start", "end", "reported_text", "number_start", "number_end"),
    *("indicator", "unit", "group", "quantifier", "reported", "reported_max", "low", "best", "high", "accumulation"),
    *("start_date", "end_date", "date_text", "place", "attributed_to", "confidence"),
)
"""The contract's keys behind `document` (ARCHITECTURE.md, "Contracts"); never moved, renamed or left out."""
FURTHER: Final = tuple(field.name for field in fields(ProposedFigure) if field.name not in KEYS)
COLUMNS: Final = ("start", "end", "number_start", "number_end", "reported_text", "indicator")
"""The keys that the table of proposals has columns for; it keeps the others together."""


def as_record(figure: ProposedFigure) -> dict[str, Any]:
    """Return the figure's values, ready for JSON: days as 2018-03-15, codes as text, null where nothing was read."""
    return {name: _plain(getattr(figure, name)) for name in (*KEYS, *FURTHER)}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value
