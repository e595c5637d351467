"""The table of figures and the permanent page of each."""

from django.conf import settings
from django.core.exceptions import BadRequest
from django.core.paginator import EmptyPage, PageNotAnInteger
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tracker.models.published import PublishedFigureQuerySet
from tracker.public import filtering
from tracker.public.tables import PER_PAGE, FigureTable
from tracker.published.figures import figure_in_context


@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """Show the figures that the address asks for, with the form to ask for others and the same rows to download."""
    if any(not value for _name, values in request.GET.lists() for value in values):
        return HttpResponseRedirect(f"{request.path}?{_without_empty(request)}")  # a form's empty fields: shareable address
    found, question = filtering.asked_for(request, also=("page", "sort"))
    table = _table(request, found)
    checked, chosen = filtering.checked_facets(question), filtering.chosen_facets(question)
    context = {
        "table": table,
        "question": question,
        "checked": checked,
        "chosen": chosen,
        "chips": filtering.chips(question, [*checked, *chosen]),
        "query": filtering.filters_of(request.GET),
    }
    return render(request, "figures.html", context)


@require_safe
def figure(request: HttpRequest, figure_id: int) -> HttpResponse:
    """Show one figure with its sentence; a retracted one keeps its page, struck through."""
    found = figure_in_context(figure_id)
    if found is None:
        raise Http404(_("There is no public figure %(number)s.") % {"number": figure_id})
    address = f"{settings.SITE_URL}{found.figure.get_absolute_url()}"
    return render(request, "figure.html", {"found": found, "figure": found.figure, "address": address})


def _table(request: HttpRequest, found: PublishedFigureQuerySet) -> FigureTable:
    """Return the asked-for page of the table. Raises BadRequest for an unknown order, Http404 past the last page."""
    sort = request.GET.get("sort", "")
    if sort and sort.removeprefix("-") not in FigureTable.base_columns:
        raise BadRequest(_("sort: there is no column “%(name)s”") % {"name": sort})
    table = FigureTable(found, order_by=sort or None)
    try:
        table.paginate(page=request.GET.get("page", 1), per_page=PER_PAGE)
    except PageNotAnInteger as error:
        raise BadRequest(_("page: give a number")) from error
    except EmptyPage as error:
        raise Http404(_("There is no such page of the table: it has fewer rows.")) from error
    return table


def _without_empty(request: HttpRequest) -> str:
    kept = request.GET.copy()
    for name, values in request.GET.lists():
        kept.setlist(name, [value for value in values if value])
    return kept.urlencode()
