"""The first page: what this is, what is known of each enclave, and what was checked last."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tracker.models import PublishedFigure
from tracker.public.headlines import PlaceHeadline, headlines_of
from tracker.published.figures import counts, latest_checked
from tracker.published.places import PlaceNode, enclaves, in_order, places_with_figures

LATEST = 6


@dataclass(frozen=True, slots=True)
class EnclaveNews:
    """An enclave with the headline of each of its indicators."""

    node: PlaceNode
    headlines: list[PlaceHeadline]


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
    """Return the enclaves with their headlines, from one query for all of them."""
    slugs = {node.place.slug: _slugs(node) for node in nodes}
    rows = list(PublishedFigure.objects.public().filter(place_slug__in=set().union(*slugs.values())))
    return [
        EnclaveNews(node, headlines_of(node.place.slug, [row for row in rows if row.place_slug in slugs[node.place.slug]]))
        for node in nodes
    ]


def _slugs(node: PlaceNode) -> set[str]:
    return {inner.place.slug for inner in in_order([node])}
