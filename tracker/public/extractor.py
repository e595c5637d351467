"""The extractor's account, as a page and as JSON."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tracker.published.extractor import accounts, entered_by_hand


@require_safe
def extractor(request: HttpRequest) -> HttpResponse:
    """Show what people made of the proposals, by version, indicator and quantifier."""
    return render(request, "extractor.html", {"accounts": accounts(), "by_hand": entered_by_hand()})


@require_safe
def extractor_json(request: HttpRequest) -> HttpResponse:
    """Return the same counts as JSON."""
    versions = [account.as_json() for account in accounts()]
    return JsonResponse({"versions": versions, "entered_by_hand": entered_by_hand()})
