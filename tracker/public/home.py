"""The first page: what this is, what is known of each enclave, and what was checked last."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tracker.models import PublishedFigure
from tracker.public.headlines import PlaceHeadline, chosen_headlines, foremost, in_rows
from tracker.published.figures import counts, latest_checked
from tracker.published.places import PlaceNode, enclaves, in_order, places_with_figures
from tracker.published.rows import SERIES_COLUMNS, series_figure
from tracker.series.charts import Chart, charts_of
from tracker.series.course import Course, courses_of
from tracker.series.figures import SeriesFigure
from tracker.series.headline import Headline

LATEST = 6


@dataclass(frozen=True, slots=True)
class IndicatorNews:
    """A headline with the small picture of its indicator's course, where more than one count has a date."""

    headline: PlaceHeadline
    course: Course | None


@dataclass(frozen=True, slots=True)
class EnclaveNews:
    """An enclave with the headline of each of its indicators; `besides` are the charts of those that have none."""

    node: PlaceNode
    indicators: list[IndicatorNews]
    besides: list[Chart]


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show the enclaves, the latest checked figures and how much there is."""
    nodes = places_with_figures()
    news = _news(enclaves(nodes))
    told = {slug for enclave in news for slug in _slugs(enclave.node)}
    others = [node for node in in_order(nodes) if node.own and node.place.slug not in told]
    context = {"news": news, "others": others, "counts": counts(), "latest": latest_checked(LATEST)}
    return render(request, "home.html", context)


def _news(nodes: list[PlaceNode]) -> list[EnclaveNews]:
    """Return the enclaves with their headlines and pictures: one query for all numbers, one for the headlines' rows."""
    figures = _figures_by_place({slug for node in nodes for slug in _slugs(node)})
    own = [[figure for slug in sorted(_slugs(node)) for figure in figures.get(slug, [])] for node in nodes]
    chosen = [chosen_headlines(node.place.slug, found) for node, found in zip(nodes, own, strict=True)]
    first = {one.figure.id for several in chosen for one in several}
    charts = [charts_of(found) for found in own]
    courses = [courses_of(found, first) for found in charts]
    named = (figure.id for several in chosen for one in several for figure in (one.figure, *foremost(one)))
    rows = PublishedFigure.objects.in_bulk(list(named))
    return [
        EnclaveNews(
            node, [_indicator(headline, pictures) for headline in in_rows(headlines, rows)], _besides(headlines, drawn)
        )
        for node, headlines, pictures, drawn in zip(nodes, chosen, courses, charts, strict=True)
    ]


def _besides(headlines: Iterable[Headline], charts: Iterable[Chart]) -> list[Chart]:
    """Return the charts whose indicator and unit no headline tells: their figures have no date, or count one group only."""
    told = {(headline.indicator, headline.unit) for headline in headlines}
    return [chart for chart in charts if (chart.indicator, chart.unit) not in told]


def _indicator(headline: PlaceHeadline, courses: dict[tuple[str, str], Course]) -> IndicatorNews:
    return IndicatorNews(headline, courses.get((headline.figure.indicator, headline.figure.unit)))


def _figures_by_place(slugs: Iterable[str]) -> dict[str, list[SeriesFigure]]:
    """Return the public figures of these places, without their sentences: one query."""
    found: dict[str, list[SeriesFigure]] = {}
    for row in PublishedFigure.objects.public().filter(place_slug__in=slugs).only(*SERIES_COLUMNS):
        found.setdefault(row.place_slug, []).append(series_figure(row))
    return found


def _slugs(node: PlaceNode) -> set[str]:
    return {inner.place.slug for inner in in_order([node])}
