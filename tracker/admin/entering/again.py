"""The next figure of the same document: what it most likely shares with the last one is filled in already."""

from typing import Any, Final

from tracker.models import Figure
from tracker.wording import date_in_words

KEPT: Final = (
    *("document", "place", "place_role", "place_accuracy", "attributed_to", "attribution_text", "attribution_kind"),
    *("date_basis", "date_text"),
)


def initial(number: str) -> dict[str, Any]:
    """Return what the form for another figure starts with; nothing for a number that is no figure's."""
    figure = Figure.objects.filter(pk=number).first() if number.isdecimal() else None
    if figure is None:
        return {}
    kept = {name: getattr(figure, _column(name)) for name in KEPT}
    for name, accuracy in (("start_date", figure.start_accuracy), ("end_date", figure.end_accuracy), ("claimed_on", "day")):
        day = getattr(figure, name)
        kept[name] = date_in_words(day, accuracy) if day else ""
    return kept


def _column(name: str) -> str:
    field: Any = Figure._meta.get_field(name)
    return str(field.attname)
