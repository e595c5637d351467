"""The places: a tree of all, a page each, and the data of its charts."""

from typing import Any

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tracker.models import Place, PublishedFigure
from tracker.public import filtering
from tracker.public.charts import chart_sections, series_letters
from tracker.public.claims import claims_by_claimant
from tracker.public.headlines import headlines_of
from tracker.public.minimums import minimums_of
from tracker.published.places import periods_of, places_with_figures, public_place, slugs_within
from tracker.published.rows import series_figure
from tracker.series.chart_json import charts_to_json
from tracker.series.charts import charts_of
from tracker.wording import label


@require_safe
def places(request: HttpRequest) -> HttpResponse:
    """Show the places that have public figures, each inside the one it lies in."""
    return render(request, "places.html", {"roots": places_with_figures()})


@require_safe
def place(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a place: headlines, charts with their tables, documented minimum, and who says what."""
    found, around = _place_or_404(slug)
    question, rows = _figures(request, slug)
    context: dict[str, Any] = {
        "place": found,
        "around": around,
        "periods": periods_of(found),
        "headlines": headlines_of(slug, rows),
        "sections": chart_sections(rows, slug),
        "minimums": minimums_of(rows),
        "claimants": claims_by_claimant(rows),
        "number_of_figures": len(rows),
        "query": filtering.filters_of(request.GET),
        "download_query": filtering.filters_of(request.GET, place=slug),
        "chips": filtering.chips(question, filtering.checked_facets(question)),
    }
    return render(request, "place.html", context)


@require_safe
def series(request: HttpRequest, slug: str) -> JsonResponse:
    """Return the page's charts as data, for the same question, with the periods that lie behind them."""
    found, _around = _place_or_404(slug)
    _question, rows = _figures(request, slug)
    charts = charts_of(series_figure(row) for row in rows)
    periods = [
        {"status": period.status, "words": label(period.status), "start": period.start_date, "end": period.end_date}
        for period in periods_of(found)
    ]
    letters = [series_letters(len(chart.series)) for chart in charts]
    data = [chart | {"letters": list(names)} for chart, names in zip(charts_to_json(charts), letters, strict=True)]
    return JsonResponse({"place": found.slug, "name": found.name, "periods": periods, "charts": data})


def _place_or_404(slug: str) -> tuple[Place, list[Place]]:
    found = public_place(slug)
    if found is None:
        raise Http404(_("There is no place with the address “%(slug)s”.") % {"slug": slug})
    return found


def _figures(request: HttpRequest, slug: str) -> tuple[Any, list[PublishedFigure]]:
    """Return the question and its figures, of the place and everything inside it only."""
    if "place" in request.GET:
        raise BadRequest(_("place: this page is of one place already; every place has its own"))
    figures, question = filtering.asked_for(request)
    return question, list(figures.filter(place_slug__in=slugs_within(slug)))
