"""Places and sources that an editor merged: their rows stay, as evidence does, and are offered to nobody any more."""

from typing import TypeVar

from django.db.models import Exists, OuterRef, QuerySet

from tracker.models.places import Place
from tracker.models.sources import Source

Reference = TypeVar("Reference", Place, Source)


def not_merged(rows: QuerySet[Reference]) -> QuerySet[Reference]:
    """Leave out what is merged: an unconfirmed row whose name is an alias of a confirmed one.

    Nobody can add such a row otherwise, as names that are there already are refused (`review.reference`).
    """
    known = rows.model._default_manager.filter(confirmed=True, aliases__contains=[OuterRef("name")])
    return rows.exclude(Exists(known), confirmed=False)
