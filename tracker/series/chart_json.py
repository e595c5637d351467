"""Charts as plain values for `/places/SLUG/series.json`."""

from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

from tracker.series.charts import Chart, Series
from tracker.series.marks import Mark

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"


def charts_to_json(charts: Iterable[Chart]) -> list[dict[str, Json]]:
    """Return the charts as lists and dicts, in their order, with every key always present.

    A chart is {indicator, unit, series}. A series is the fields of SeriesKey, then marks and line; a line is a list of
    {day, value, figure}, empty when there is none. A mark is the fields of Mark, with undated for a mark in the
    margin, and with earliest and latest, the days that it may cover where its dates are not known to the day. Codes are
    those of `tracker.vocabulary`, days "YYYY-MM-DD", numbers whole and in the chart's unit; null means what it means in
    those classes: open, not known, or none. No words for people are here: the page has them.
    """
    return [
        {
            "indicator": chart.indicator.value,
            "unit": chart.unit.value,
            "series": [_series(series) for series in chart.series],
        }
        for chart in charts
    ]


def _series(series: Series) -> dict[str, Json]:
    key = series.key
    return {
        "claimant": key.claimant,
        "document": key.document,
        "place": key.place,
        "place_role": key.place_role.value,
        "group": key.group and key.group.value,
        "group_text": key.group_text,
        "accumulation": key.accumulation.value,
        "count_stage": key.count_stage and key.count_stage.value,
        "start": _day(key.start),
        "subset_of": key.subset_of,
        "marks": [_mark(mark) for mark in series.marks],
        "line": [{"day": _day(point.day), "value": point.value, "figure": point.figure} for point in series.line],
    }


def _mark(mark: Mark) -> dict[str, Json]:
    return {
        "figure": mark.figure,
        "url": mark.url,
        "shape": mark.shape.value,
        "arrow": mark.arrow and mark.arrow.value,
        "value": mark.value,
        "low": mark.low,
        "high": mark.high,
        "label": mark.label,
        "hollow": mark.hollow,
        "disputed": mark.disputed,
        "party": mark.party,
        "start": _day(mark.start),
        "start_accuracy": mark.start_accuracy.value,
        "end": _day(mark.end),
        "end_accuracy": mark.end_accuracy.value,
        "stands_on": _day(mark.stands_on),
        "earliest": _day(mark.may_cover[0]) if mark.may_cover else None,
        "latest": _day(mark.may_cover[1]) if mark.may_cover else None,
        "undated": mark.undated,
        "drawn_as": mark.drawn_as.value,
        "lane": mark.lane,
        "report_count": mark.report_count,
        "repeats": list(mark.repeats),
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
