"""A figure's cells in the table of figures, where there is little room."""

from typing import Final

from django import template
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker.models import PublishedFigure
from tracker.templatetags.figures import status_words

register = template.Library()

SHORT: Final[dict[str, Promise]] = {
    "provisional": gettext_lazy("not yet"),
    "verified": gettext_lazy("by two people"),
    "retracted": gettext_lazy("retracted"),
}
"""How far a figure was checked, to stand under "Checked"; the whole words are the title."""


@register.filter
def status_short(figure: PublishedFigure) -> SafeString:
    """Return how far the figure was checked in two words, and that it is disputed where it is."""
    status = format_html(
        '<span class="status status-{}" title="{}">{}</span>', figure.status, status_words(figure), SHORT[figure.status]
    )
    if figure.disputed_on is None:
        return status
    return format_html('{} <span class="status status-disputed">{}</span>', status, _("disputed"))
