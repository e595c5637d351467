"""The table of figures and the permanent page of each."""

from django.core.exceptions import BadRequest
from django.core.paginator import EmptyPage, PageNotAnInteger
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tracker.models.published import PublishedFigureQuerySet
from tracker.public import filtering
from tracker.public.citing import bibtex, citation, permanent_link
from tracker.public.history import history_lines
from tracker.public.named import named
from tracker.public.tables import PER_PAGE, FigureTable
from tracker.public.ways_out import ways_out
from tracker.published.figures import figure_in_context
from tracker.published.history import Event
from tracker.published.searching import with_found_words


@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """Show the figures that the address asks for, with the form to ask for others and the same rows to download."""
    if (address := filtering.shareable(request)) is not None:
        return HttpResponseRedirect(address)
    found, question = filtering.asked_for(request, also=("page", "sort"))
    facets = filtering.facets_of(question, filtering.EVERY)
    chips, words = filtering.chips(question, facets), question.form.cleaned_data["q"]
    table = _table(request, with_found_words(found, words) if words else found)
    context = {
        "table": table,
        "question": question,
        "facets": {facet.name: facet for facet in facets},
        "checked": [facet for facet in facets if facet.name in filtering.CHECKED],
        "chips": chips,
        "query": filtering.filters_of(request.GET),
        "words": words,
        "also": named(words) if words else [],
        "ways_out": [] if table.paginator.count else ways_out(question, chips),
    }
    return render(request, "figures.html", context)


@require_safe
def figure(request: HttpRequest, figure_id: int) -> HttpResponse:
    """Show one figure with its sentence; a retracted one keeps its page, struck through."""
    found = figure_in_context(figure_id)
    if found is None:
        raise Http404(_("There is no public figure %(number)s.") % {"number": figure_id})
    history = history_lines(found.figure)
    context = {
        "found": found,
        "figure": found.figure,
        "history": history,
        "corrected": [line for line in history if line.event == Event.CORRECTED],
        "citation": citation(found.figure),
        "bibtex": bibtex(found.figure),
        "address": permanent_link(found.figure),
    }
    return render(request, "figure.html", context)


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
