"""Who is reviewing a document: opened by one person at a time, for a while, and taken over by whoever says so."""

from datetime import datetime, timedelta
from typing import Final

from django.contrib.auth.models import User

from tracker.models import DeskHold, Document
from tracker.review.refusals import in_words
from tracker.review.writing import permit

FOR: Final = timedelta(minutes=15)
"""How long a document stays with somebody who does nothing; every act begins the time anew."""


def hold(*, by: User, at: datetime, document: Document) -> DeskHold:
    """Take a document that nobody holds, or go on holding it; return who holds it now. Raises NotAllowed.

    Of two people who open it at one moment, one gets it.
    """
    permit(by, "add_figure")
    with in_words():
        begun = {"holder": by, "since": at, "until": at + FOR}
        found, new = DeskHold.objects.select_for_update(of=("self",)).get_or_create(document=document, defaults=begun)
        if not new and found.until < at:
            _give(found, by=by, at=at)
        elif not new and found.holder_id == by.pk:
            found.until = max(found.until, at + FOR)
            found.save(update_fields=["until"])
        return found


def take_over(*, by: User, at: datetime, document: Document) -> DeskHold:
    """Take a document from whoever holds it. Raises NotAllowed."""
    permit(by, "add_figure")
    with in_words():
        begun = {"holder": by, "since": at, "until": at + FOR}
        found, new = DeskHold.objects.select_for_update(of=("self",)).get_or_create(document=document, defaults=begun)
        if not new:
            _give(found, by=by, at=at)
        return found


def let_go(*, by: User, at: datetime, document: Document) -> None:
    """Give a document back before the time is over; nothing happens where somebody else holds it."""
    DeskHold.objects.filter(document=document, holder=by, since__lte=at).update(until=at)


def _give(hold: DeskHold, *, by: User, at: datetime) -> None:
    hold.holder, hold.since, hold.until = by, at, at + FOR
    hold.save(force_update=True)
