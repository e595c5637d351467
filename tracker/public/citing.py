"""How to cite a figure: in words, and for reference managers."""

import re
from typing import Final

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tracker.models import PublishedFigure
from tracker.templatetags.figure_page import document_name, published_words
from tracker.templatetags.figures import claim, claimant_words, period_words, status_words

_SPECIAL: Final = re.compile(r"([&%$#_{}])")


def permanent_link(figure: PublishedFigure) -> str:
    """Return the figure's whole address."""
    return f"{settings.SITE_URL}{figure.get_absolute_url()}"


def citation(figure: PublishedFigure) -> str:
    """Return a citation in words: number, claim, place, date, claimant, status, source, version and permanent link."""
    words = {
        "words": figure.reported_text,
        "claim": claim(figure),
        "place": figure.place,
        "period": period_words(figure),
        "claimant": _("claimant not shown") if figure.confidential else claimant_words(figure),
        "status": _status(figure),
        "source": _source(figure),
        "number": figure.figure_id,
        "version": figure.version,
        "day": date_format(figure.changed_at, "DATE_FORMAT"),
        "address": permanent_link(figure),
    }
    return (
        _(
            "“%(words)s” (%(claim)s), %(place)s, %(period)s; %(claimant)s; %(status)s.%(source)s Figure %(number)s, "
            "version %(version)s of %(day)s, Casualty and displacement figures. %(address)s"
        )
        % words
    )


def bibtex(figure: PublishedFigure) -> str:
    """Return the same as an entry for BibTeX, in Unicode, with its special characters escaped."""
    fields = {
        "title": f"{{{_escaped(claim(figure))}, {_escaped(figure.place)}, {_escaped(period_words(figure))}}}",
        "howpublished": _escaped(_("Casualty and displacement figures")),
        "year": f"{figure.changed_at:%Y}",
        "month": f"{figure.changed_at:%b}".lower(),
        "note": _escaped(
            _("Figure %(number)s, version %(version)s; %(status)s")
            % {"number": figure.figure_id, "version": figure.version, "status": _status(figure)}
        ),
        "url": permanent_link(figure),
    }
    lines = [f"  {name} = {value if name == 'month' else f'{{{value}}}'}," for name, value in fields.items()]
    return "\n".join([f"@misc{{figure-{figure.figure_id}-{figure.version},", *lines, "}"])


def _status(figure: PublishedFigure) -> str:
    """Return how far it was checked, and that the claim is disputed where it is: a citation outlives the page's notices."""
    if figure.disputed_on is None:
        return status_words(figure)
    return _("%(status)s; disputed") % {"status": status_words(figure)}


def _source(figure: PublishedFigure) -> str:
    """Return where it was read, to stand after a full stop; nothing of a confidential document."""
    if figure.confidential:
        return ""
    words = {
        "document": _("“%(title)s”") % {"title": figure.document_title} if figure.document_title else document_name(figure),
        "publisher": _("publisher not stated") if figure.publisher == "not stated" else figure.publisher,
        "published": published_words(figure),
    }
    return _(" Read in %(document)s, %(publisher)s, %(published)s.") % words


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text.replace("\\", "/"))
