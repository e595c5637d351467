"""An event's dates as columns: accuracy from what was typed, one day where only its start was, and where they come from."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from tracker.extraction.dates import DateRead
from tracker.vocabulary import Accumulation, DateAccuracy, DateBasis

ONE_DAY: Final = frozenset({Accumulation.INCREMENT, Accumulation.STOCK})
"""What may be counted on one day: a total since a start is never over on the day on which it starts."""


def settle(data: Mapping[str, Any], *, adding: bool, untouched: Callable[[str], bool], stored: Any) -> dict[str, Any]:
    """Return the columns of an event's dates.

    `data` holds what was typed, cleaned. `untouched` says whether a field stands as it was shown: a date that nobody
    touched stays as stored, and so does an accuracy that was shown with it.
    """
    start, end = data.get("start_date"), data.get("end_date")
    if adding and end is None and isinstance(start, DateRead) and data.get("accumulation") in ONE_DAY:
        end = start
    at_a_date = data.get("accumulation") == Accumulation.STOCK
    columns: dict[str, Any] = {}
    for side, read in (("start", start), ("end", end)):
        names = f"{side}_date", f"{side}_accuracy"
        if not adding and untouched(names[0]):
            columns |= {names[0]: getattr(stored, names[0]), names[1]: data.get(names[1]) or DateAccuracy.UNKNOWN}
            continue
        day = None if not isinstance(read, DateRead) else read.last if side == "end" and not at_a_date else read.day
        columns |= {names[0]: day, names[1]: _accuracy(read, data.get(names[1]), said=not untouched(names[1]))}
    said_on = data.get("claimed_on")
    columns["claimed_on"] = said_on.day if isinstance(said_on, DateRead) else None
    dated = columns["start_date"] or columns["end_date"]
    columns["date_basis"] = data.get("date_basis") or (DateBasis.STATED if dated else None)
    return columns


def fault(day: date | None, accuracy: str) -> str:
    """Return what is wrong with a date and its accuracy side by side; nothing where they fit."""
    if day is not None and accuracy == DateAccuracy.UNKNOWN:
        return "A date needs an accuracy: choose how far it can be off, or “As the date says”."
    if day is None and accuracy != DateAccuracy.UNKNOWN:
        return "Without a date there is no accuracy: choose “Not known”, or “As the date says”."
    return ""


def _accuracy(read: Any, chosen: str | None, *, said: bool) -> str:
    if chosen and said:
        return chosen
    return read.accuracy if isinstance(read, DateRead) else DateAccuracy.UNKNOWN
