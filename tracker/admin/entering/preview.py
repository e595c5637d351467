"""What the form shows while somebody types: where the words stand, and what was read in them. Nothing is written."""

from typing import Any

from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import URLPattern, path
from django.views.decorators.http import require_POST

from tracker.admin.entering import computing, settling
from tracker.admin.entering.form import FigureForm
from tracker.admin.entering.quotes import as_json
from tracker.admin.warned import warned
from tracker.models import Document, Figure, Proposal
from tracker.review.reading import as_read, known
from tracker.wording import label, period_in_words


def urls(site: AdminSite) -> list[URLPattern]:
    """Return the address of the preview."""
    return [path("preview/", site.admin_view(require_POST(preview)), name="tracker_figure_preview")]


def preview(request: HttpRequest) -> HttpResponse:
    """Return what the form makes of what has been typed so far, as JSON. For whoever may enter or change figures."""
    if not (request.user.has_perm("tracker.add_figure") or request.user.has_perm("tracker.change_figure")):
        raise PermissionDenied
    number = request.GET.get("figure", "")
    figure = Figure.objects.select_related("document").filter(pk=number).first() if number.isdecimal() else None
    proposal = request.GET.get("proposal", "")
    form = _of_proposal(request, proposal) if proposal.isdecimal() else FigureForm(request.POST, instance=figure)
    complete = form.is_valid()
    document = form.cleaned_data.get("document") or (figure.document if figure else None)
    text = document.text if isinstance(document, Document) else ""
    return JsonResponse(
        {
            "passages": {part: as_json(text, sought) for part, sought in form.sought.items()},
            "sentence": _sentence(text, form),
            "number": _number(form),
            "dates": _dates(form),
            "warned": _warned(request, form) if complete and figure is None else None,
        }
    )


def _of_proposal(request: HttpRequest, number: str) -> FigureForm:
    """Return the desk's form of a proposal, whose values stay as they were read where nobody touches them."""
    from tracker.admin.desk.form import form_for  # noqa: PLC0415  # the desk's form is made of this one

    proposal = get_object_or_404(Proposal.objects.select_related("document"), pk=number)
    return form_for(request, proposal, as_read(proposal, proposal.document.text, known()), request.POST)


def _warned(request: HttpRequest, form: FigureForm) -> str:
    """Return what looks wrong about the figure that is being typed, as the page shows it."""
    figure: Any = form.instance
    for name, value in form.values().items():
        if name != "place" or value is not None:
            setattr(figure, name, value)
    if "proposal" in request.GET:
        return render_to_string("admin/desk/warned.html", {"warned": warned(figure), "typed": request.POST}, request)
    return render_to_string("admin/tracker/figure/while_typing.html", settling.shown(request, warned(figure)), request)


def _sentence(text: str, form: FigureForm) -> list[tuple[str, str]]:
    """Return the sentence as it will be stored, cut where the number begins and ends; nothing until it is found."""
    sentence, number = form.sought.get("excerpt"), form.sought.get("number")
    if sentence is None or sentence.span is None:
        return []
    start, end = sentence.span.start, sentence.span.end
    if number is None or number.span is None:
        return [("", text[start:end])]
    pieces = [("", start, number.span.start), ("number", number.span.start, number.span.end), ("", number.span.end, end)]
    return [(kind, text[a:b]) for kind, a, b in pieces if a < b]


def _number(form: FigureForm) -> dict[str, Any]:
    values, words = form.settled.values, form.data.get("reported_text", "")
    typed = {name: "" if values.get(name) is None else values[name] for name in computing.NUMBERS} if values else {}
    shown = {name: f"{value:,}" if isinstance(value, int) else str(value) for name, value in typed.items()}
    wrong = " ".join(form.settled.errors.values()) or " ".join(
        str(m) for n in computing.NUMBERS for m in form.errors.get(n, [])
    )
    return {
        "values": shown,
        "words": computing.shown(words, values) if values else "",
        "wrong": wrong,
        "words_say": form.settled.words_say,
    }


def _dates(form: FigureForm) -> dict[str, Any]:
    """Return the event's period in words with its accuracy, or what is wrong with a date."""
    wrong = " ".join(str(message) for side in ("start", "end") for message in form.errors.get(f"{side}_date", []))
    data = form.cleaned_data
    start, end = data.get("start_date"), data.get("end_date")
    if wrong or (start is None and end is None):
        return {"words": "", "wrong": wrong}
    accuracies = [data.get(f"{side}_accuracy") for side, day in (("start", start), ("end", end)) if day]
    known = ", ".join(label(accuracy).lower() for accuracy in dict.fromkeys(accuracies))
    return {"words": f"{period_in_words(start, accuracies[0] or '', end, accuracies[-1] or '')} ({known})", "wrong": ""}
