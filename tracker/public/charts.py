"""A place's charts as its page prints them: a legend in words, and under each chart the table of the same numbers."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from tracker.models import PublishedFigure
from tracker.published.rows import series_figure
from tracker.series.charts import Chart, SeriesKey, charts_of
from tracker.templatetags.figures import claimant_words, counted_words
from tracker.vocabulary import Accumulation, Unit
from tracker.wording import date_in_words, label


@dataclass(frozen=True, slots=True)
class TableRow:
    """A figure with the letter of its series; `repeat` is set for a report that the chart folds into another's mark."""

    figure: PublishedFigure
    letter: str
    colour: int
    repeat: bool


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A series: its letter and colour on the chart, and what its figures have in common, in words."""

    letter: str
    colour: int
    words: str


@dataclass(frozen=True, slots=True)
class ChartSection:
    """One chart of the page. `name` is its anchor, its title says the unit where the place has several of them."""

    name: str
    indicator: str
    unit: str
    title: str
    legend: list[LegendEntry]
    rows: list[TableRow]
    largest_report: PublishedFigure | None


COLOURS = 8
"""How many colours the stylesheet has for series; the letter tells further ones apart."""

SUMMED_BY_NOBODY = frozenset({"fled", "displaced", "evacuated", "returned"})
"""Displacement: for these the page names the largest single report in place of a total."""


def series_letters(number: int) -> list[str]:
    """Return the letters of a chart's series: none for a single one, else A to Z, then A2 to Z2 and so on."""
    if number == 1:
        return [""]
    return [chr(65 + i % 26) + (str(i // 26 + 1) if i >= 26 else "") for i in range(number)]  # noqa: PLR2004 - letters


def chart_sections(rows: Iterable[PublishedFigure], slug: str) -> list[ChartSection]:
    """Return the charts of a place's figures in the order of `series.json`, which draws the same ones."""
    by_id = {row.figure_id: row for row in rows}
    charts = charts_of(series_figure(row) for row in by_id.values())
    indicators = [chart.indicator for chart in charts]
    return [_section(chart, by_id, slug, several=indicators.count(chart.indicator) > 1) for chart in charts]


def _section(chart: Chart, by_id: dict[int, PublishedFigure], slug: str, *, several: bool) -> ChartSection:
    legend, rows = [], []
    letters = series_letters(len(chart.series))
    for number, (series, letter) in enumerate(zip(chart.series, letters, strict=True)):
        colour = number % COLOURS + 1
        legend.append(LegendEntry(letter, colour, _series_words(series.key, by_id[series.marks[0].figure], slug)))
        for mark in series.marks:
            rows.append(TableRow(by_id[mark.figure], letter, colour, repeat=False))
            rows.extend(TableRow(by_id[number], letter, colour, repeat=True) for number in mark.repeats)
    title = f"{label(chart.indicator)}: {label(chart.unit).lower()}" if several else label(chart.indicator)
    return ChartSection(
        f"{chart.indicator}-{chart.unit}", chart.indicator, chart.unit, title, legend, rows, _largest(chart, rows)
    )


def _series_words(key: SeriesKey, figure: PublishedFigure, slug: str) -> str:
    """Return what the figures of a series have in common: who was counted, by whom, and what makes it another series."""
    words = [counted_words(figure) if key.group or key.group_text or figure.unit != Unit.PERSON else _("no group named")]
    words.append(claimant_words(figure))
    if key.claimant is None and not figure.confidential:
        words.append(_("document %(number)s") % {"number": key.document})
    if key.place != slug:
        words.append(figure.place)
    if key.count_stage:
        words.append(label(key.count_stage).lower())
    if key.accumulation == Accumulation.CUMULATIVE and key.start:
        words.append(_("since %(start)s") % {"start": date_in_words(key.start, figure.start_accuracy)})
    if key.subset_of:
        words.append(_("part of figure %(number)s") % {"number": key.subset_of})
    return " · ".join(words)


def _largest(chart: Chart, rows: list[TableRow]) -> PublishedFigure | None:
    """Return the largest single report of displacement, by the number that it prints or at least means."""
    if chart.indicator not in SUMMED_BY_NOBODY or chart.unit != Unit.PERSON:
        return None
    figures = [row.figure for row in rows if not row.repeat]
    sizes = {figure.figure_id: figure.best or figure.low or figure.high for figure in figures}
    sized = [figure for figure in figures if sizes[figure.figure_id] is not None]
    return max(sized, key=lambda figure: (sizes[figure.figure_id], -figure.figure_id), default=None)
