"""Documents, places, sources and figures as a curator tells them apart in a list."""

from typing import Any

from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.db.models import Model, QuerySet

from tracker.models import Document, Figure, Place, Source
from tracker.vocabulary import Status
from tracker.wording import date_in_words, label, period_in_words

RELATED: dict[type[Model], tuple[str, ...]] = {
    Document: ("publisher",),
    Place: ("parent",),
    Source: (),
    Figure: ("place",),
}
"""What a description reads besides the row, so that twenty of them take one query."""


def described(row: Model) -> str:
    """Return a row in a line: "Douma (city in Eastern Ghouta)", "Syrian government (government, party to the conflict)"."""
    match row:
        case Place():
            inside = f" in {row.parent}" if row.parent else ""
            return f"{row.name} ({label(row.kind).lower()}{inside}{_unconfirmed(row)})"
        case Source():
            party = ", party to the conflict" if row.party_to_conflict else ""
            return f"{row.name} ({_kind(row)}{party}{_unconfirmed(row)})"
        case Document():
            return f"{row} ({_published(row)}; document {row.pk})"
        case Figure():
            when = period_in_words(row.start_date, row.start_accuracy, row.end_date, row.end_accuracy)
            return f"{row.pk}: {row}, {row.place}, {when} ({label(row.status).lower()})"
        case _:
            return str(row)


class DescribedAutocomplete(AutocompleteJsonView):
    """The admin's search for a reference, whose results say enough to choose by."""

    def get_queryset(self) -> QuerySet[Any]:
        """Fetch what the descriptions read; nobody refers to a draft that was taken back."""
        found: QuerySet[Any] = super().get_queryset()
        if found.model is Figure:
            found = found.exclude(status=Status.DISCARDED)
        return found.select_related(*RELATED[found.model]) if RELATED.get(found.model) else found

    def serialize_result(self, obj: Model, to_field_name: str) -> dict[str, str]:
        """Describe one result."""
        return {**super().serialize_result(obj, to_field_name), "text": described(obj)}


def _kind(source: Source) -> str:
    return label(source.kind) if source.kind.startswith("un_") else label(source.kind).lower()


def _unconfirmed(row: Place | Source) -> str:
    return "" if row.confirmed else ", not confirmed yet"


def _published(document: Document) -> str:
    by = str(document.publisher) if document.publisher else "publisher not stated"
    first, last = document.published_earliest, document.published_latest
    if first is None or last is None:
        return f"{by}, date not known"
    days = [date_in_words(day, "day") for day in dict.fromkeys((first, last))]
    return f"{by}, {' or '.join(days) if (last - first).days <= 1 else ' to '.join(days)}"
