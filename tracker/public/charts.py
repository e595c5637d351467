"""A place's charts as its page prints them: a legend in words, and under each chart the table of the same numbers."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracker.models import PublishedFigure
from tracker.published.rows import series_figure
from tracker.series.charts import Chart, SeriesKey, charts_of
from tracker.templatetags.figures import claimant_words, counted_words
from tracker.vocabulary import Accumulation, Unit
from tracker.wording import date_in_words, label, number


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A series: its letter and colour on the chart, and what its figures have in common, in words."""

    letter: str
    colour: int
    words: str


@dataclass(frozen=True, slots=True)
class TableRow:
    """A figure and its series; `repeat` is set for a report that the chart folds into another's mark."""

    figure: PublishedFigure
    series: LegendEntry
    repeat: bool


@dataclass(frozen=True, slots=True)
class ChartSection:
    """One chart of the page. `name` is its anchor, its title says the unit where the place has several of them.

    `count` is the number of marks; `size` is how tall a chart of so many needs to be; `summary` says in a sentence what the
    picture holds; `query` asks for its figures alone, and `file` is the name of its picture.
    """

    name: str
    indicator: str
    unit: str
    title: str
    count: int
    size: str
    summary: str
    legend: list[LegendEntry]
    rows: list[TableRow]
    largest_report: PublishedFigure | None
    query: str
    file: str

    @property
    def legend_first(self) -> list[LegendEntry]:
        """The entries that stand over the chart."""
        return self.legend[:LEGEND_FIRST]

    @property
    def legend_more(self) -> list[LegendEntry]:
        """The entries that unfold: a legend of tens of series would push its chart off the screen."""
        return self.legend[LEGEND_FIRST:]


COLOURS = 8
"""How many colours the stylesheet has for series; the letter tells further ones apart."""

LEGEND_FIRST = 8
FEW = 3

SUMMED_BY_NOBODY = frozenset({"fled", "displaced", "evacuated", "returned"})
"""Displacement: for these the page names the largest single report in place of a total."""


def series_letters(number: int) -> list[str]:
    """Return the letters of a chart's series: none for a single one, else A to Z, then A2 to Z2 and so on."""
    if number == 1:
        return [""]
    return [chr(65 + i % 26) + (str(i // 26 + 1) if i >= 26 else "") for i in range(number)]  # noqa: PLR2004 - letters


def chart_sections(rows: Iterable[PublishedFigure], slug: str, query: str = "") -> list[ChartSection]:
    """Return the charts of a place's figures in the order of `series.json`, which draws the same ones.

    `query` is the page's question as a query string; each chart asks for its own figures with it.
    """
    by_id = {row.figure_id: row for row in rows}
    charts = charts_of(series_figure(row) for row in by_id.values())
    indicators = [chart.indicator for chart in charts]
    return [_section(chart, by_id, slug, query, several=indicators.count(chart.indicator) > 1) for chart in charts]


def _section(chart: Chart, by_id: dict[int, PublishedFigure], slug: str, query: str, *, several: bool) -> ChartSection:
    legend, rows = [], []
    letters = series_letters(len(chart.series))
    for number_, (series, letter) in enumerate(zip(chart.series, letters, strict=True)):
        words = _series_words(series.key, by_id[series.marks[0].figure], slug)
        entry = LegendEntry(letter, number_ % COLOURS + 1, words)
        legend.append(entry)
        for mark in series.marks:
            rows.append(TableRow(by_id[mark.figure], entry, repeat=False))
            rows.extend(TableRow(by_id[repeat], entry, repeat=True) for repeat in mark.repeats)
    title = f"{label(chart.indicator)}: {label(chart.unit).lower()}" if several else label(chart.indicator)
    count = sum(not row.repeat for row in rows)
    return ChartSection(
        name=f"{chart.indicator}-{chart.unit}",
        indicator=chart.indicator,
        unit=chart.unit,
        title=title,
        count=count,
        size="single" if count == 1 else "few" if count <= FEW else "many",
        summary=_summary(chart, title, count),
        legend=legend,
        rows=rows,
        largest_report=_largest(chart, rows),
        query=_query(chart, query),
        file="-".join([slug, chart.indicator, *([chart.unit] if several else [])]) + ".png",
    )


def _query(chart: Chart, query: str) -> str:
    """Return the page's question narrowed to one chart: what its downloads hold is what it shows."""
    asked = QueryDict(query, mutable=True)
    asked.setlist("indicator", [chart.indicator])
    asked.setlist("unit", [chart.unit])
    return asked.urlencode()


def _summary(chart: Chart, title: str, count: int) -> str:
    """Return what the picture holds, for people who do not see it: how many counts, from when to when."""
    marks = [mark for series in chart.series for mark in series.marks]
    days = [(mark.stands_on, mark.stands_accuracy) for mark in marks if mark.stands_on is not None]
    words = {
        "title": title,
        "counts": ngettext("%(n)s count", "%(n)s counts", count) % {"n": number(count)},
        "series": ngettext("%(n)s series", "%(n)s series", len(chart.series)) % {"n": number(len(chart.series))},
        "undated": number(len(marks) - len(days)),
    }
    if not days:
        return _("Chart “%(title)s”: %(counts)s in %(series)s, without a date. The table below has the numbers.") % words
    words |= {"first": date_in_words(*min(days)), "last": date_in_words(*max(days))}
    return (
        _(
            "Chart “%(title)s”: %(counts)s in %(series)s, from %(first)s to %(last)s; %(undated)s of them without a date. "
            "The table below has the numbers."
        )
        % words
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
