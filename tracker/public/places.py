"""The places: a tree of all, a page each, and the data of its charts."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tracker.models import Place, PublishedFigure
from tracker.models.published import PublishedFigureQuerySet
from tracker.public import filtering
from tracker.public.charts import chart_sections, series_letters
from tracker.public.claims import rival_claims
from tracker.public.headlines import headlines_of
from tracker.public.minimums import minimums_of
from tracker.public.switches import Switches, switches_of
from tracker.published.filters import FigureFilter
from tracker.published.places import periods_of, places_with_figures, public_place, slugs_within
from tracker.published.rows import SERIES_COLUMNS, series_figure
from tracker.series.chart_json import charts_to_json
from tracker.series.charts import charts_of
from tracker.vocabulary import Status
from tracker.wording import label


@require_safe
def places(request: HttpRequest) -> HttpResponse:
    """Show the places that have public figures, each inside the one it lies in."""
    return render(request, "places.html", {"roots": places_with_figures()})


@require_safe
def place(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a place: switches, headlines, charts with their tables, who says what, and the documented minimum."""
    found, around = _place_or_404(slug)
    figures, question, places = _asked(request, slug)
    if (address := filtering.shareable(request)) is not None:
        return HttpResponseRedirect(address)
    rows = list(figures)
    context = _charts_and_claims(request, slug, rows, switches_of(request, question, places))
    context |= {"place": found, "around": around, "periods": periods_of(found), "number_of_figures": len(rows)}
    return render(request, "place.html", context)


@require_safe
def series(request: HttpRequest, slug: str) -> JsonResponse:
    """Return the page's charts as data, for the same question, with the periods that lie behind them."""
    found, _around = _place_or_404(slug)
    figures, _switched, _places = _asked(request, slug)
    charts = charts_of(series_figure(row) for row in figures.only(*SERIES_COLUMNS))
    periods = [
        {"status": period.status, "words": label(period.status), "start": period.start_date, "end": period.end_date}
        for period in periods_of(found)
    ]
    letters = [series_letters(len(chart.series)) for chart in charts]
    data = [chart | {"letters": list(names)} for chart, names in zip(charts_to_json(charts), letters, strict=True)]
    return JsonResponse({"place": found.slug, "name": found.name, "periods": periods, "charts": data})


def _charts_and_claims(
    request: HttpRequest, slug: str, rows: Sequence[PublishedFigure], switches: Switches
) -> dict[str, Any]:
    """Return what the page says of its figures, with the question that their downloads repeat."""
    minimums = minimums_of(rows)
    rivals = rival_claims(rows, {option.text: option.value for option in switches.claimants.options})
    download_query = filtering.filters_of(request.GET, place=slug)
    return {
        "headlines": headlines_of(slug, rows),
        "sections": chart_sections(rows, slug, download_query),
        "minimums": minimums,
        "without_minimum": [minimum for minimum in minimums if minimum.total is None],
        "rivals": rivals,
        "undisputed": [rival for rival in rivals if len(rival.claims) == 1],
        "query": filtering.filters_of(request.GET),
        "download_query": download_query,
        "switches": switches,
        "chips": switches.chips,
    }


def _place_or_404(slug: str) -> tuple[Place, list[Place]]:
    found = public_place(slug)
    if found is None:
        raise Http404(_("There is no place with the address “%(slug)s”.") % {"slug": slug})
    return found


def _asked(request: HttpRequest, slug: str) -> tuple[PublishedFigureQuerySet, FigureFilter, list[str]]:
    """Return the figures asked for, the question, and the place with everything inside it, of which alone it is asked.

    Raises BadRequest for another place, and for retracted figures: they are in no chart.
    """
    if "place" in request.GET:
        raise BadRequest(_("place: this page is of one place already; every place has its own"))
    if Status.RETRACTED in request.GET.getlist("status"):
        raise BadRequest(_("status: charts leave retracted figures out; the table of all figures can show them"))
    figures, question = filtering.asked_for(request)
    places = slugs_within(slug)
    return figures.filter(place_slug__in=places), question, places
