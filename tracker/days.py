"""How far a date can be off: the days that it may stand for, given its accuracy."""

from calendar import monthrange
from datetime import date

from tracker.vocabulary import DateAccuracy

WEEK_REACH = 6
"""Days on either side of a date that is known to the week.

A week is any seven days in a row that contain the date: papers count from Monday, Sunday or Saturday, and a figure does
not say which. All of them lie within six days, so no way of counting weeks lets one day be added twice.
"""


def days_of(day: date | None, accuracy: str) -> tuple[int, int] | None:
    """Return the first and last day that a date may stand for, closed, as day ordinals (`date.toordinal`).

    A day stands for itself, a week for six days on either side, a month and a year for the whole of it (design, section 7).
    Null when there is no date, or when its accuracy is unknown: then any day is possible.
    """
    if day is None:
        return None
    ordinal = day.toordinal()
    match accuracy:
        case DateAccuracy.DAY:
            return ordinal, ordinal
        case DateAccuracy.WEEK:
            return ordinal - WEEK_REACH, ordinal + WEEK_REACH
        case DateAccuracy.MONTH:
            length = monthrange(day.year, day.month)[1]
            return day.replace(day=1).toordinal(), day.replace(day=length).toordinal()
        case DateAccuracy.YEAR:
            return date(day.year, 1, 1).toordinal(), date(day.year, 12, 31).toordinal()
        case _:
            return None
