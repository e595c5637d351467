"""The days that an event may have covered, given how far its dates can be off."""

from calendar import monthrange
from datetime import date

from tracker.series.figures import SeriesFigure
from tracker.vocabulary import DateAccuracy

WEEK_REACH = 6
"""Days on either side of a date that is known to the week.

A week is any seven days in a row that contain the date: papers count from Monday, Sunday or Saturday, and a figure does
not say which. All of them lie within six days, so no way of counting weeks lets one day be added twice.
"""


def possible_days(figure: SeriesFigure) -> tuple[int, int] | None:
    """Return the first and last day that the event may have covered, closed, as day ordinals (`date.toordinal`).

    Both dates are widened to their accuracy (design, section 7): a day by none, a week by six days, a month and a year
    to the whole of it. Null when the start or the end is missing or its accuracy is unknown: then any day is possible.
    """
    if figure.start_date is None or figure.end_date is None:
        return None
    start = _possible(figure.start_date, figure.start_accuracy)
    end = _possible(figure.end_date, figure.end_accuracy)
    return None if start is None or end is None else (start[0], end[1])


def _possible(day: date, accuracy: DateAccuracy) -> tuple[int, int] | None:
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
        case DateAccuracy.UNKNOWN:
            return None
