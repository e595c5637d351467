"""The days that an event may have covered, given how far its dates can be off."""

from tracker.days import days_of
from tracker.series.figures import SeriesFigure


def possible_days(figure: SeriesFigure) -> tuple[int, int] | None:
    """Return the first and last day that the event may have covered, closed, as day ordinals (`date.toordinal`).

    Both dates are widened to their accuracy (`days_of`). Null when the start or the end is missing or its accuracy is
    unknown: then any day is possible.
    """
    start = days_of(figure.start_date, figure.start_accuracy)
    end = days_of(figure.end_date, figure.end_accuracy)
    return None if start is None or end is None else (start[0], end[1])
