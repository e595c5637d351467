"""The queue of documents that wait to be read."""

from typing import Final

from django.db import transaction
from django.db.models import QuerySet
from procrastinate import exceptions
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.jobs import Status

from tracker.models import Document
from tracker.vocabulary import ProposalOutcome

EXTRACT: Final = "extract"
MOST_ATTEMPTS: Final = 20
"""After as many killed workers a document is not read again by itself: it may be what kills them."""
FIRST: Final = 1
"""The priority of what goes before all documents, however many wait."""
UNFINISHED: Final = (Status.TODO.value, Status.DOING.value)


def enqueue(document: Document, *, changed: bool = False) -> bool:
    """Queue a document to be read, in the transaction of the caller; false where it is waiting or being read already.

    With `changed` (what is known of the document was changed) it is read once more after being read just now.
    """
    if not changed and jobs_of(document).exists():
        return False
    name = f"document {document.pk}"
    try:
        with transaction.atomic():
            app.configure_task(EXTRACT, lock=name, queueing_lock=name).defer(document_id=document.pk)
    except exceptions.AlreadyEnqueued:  # by somebody else at this moment
        return False
    return True


def enqueue_outdated(document: Document) -> bool:
    """Queue a document with a proposal that waits again, after a decision was taken back, if it was read before a change.

    While it was decided about, reading the document anew left it as it was.
    """
    waiting = document.proposals.filter(outcome=ProposalOutcome.PENDING)
    return waiting.filter(created_at__lt=document.changed_at).exists() and enqueue(document, changed=True)


def jobs_of(document: Document) -> QuerySet[ProcrastinateJob]:
    """Return what is to be done, or being done, to read a document: the queue keeps nothing that is over."""
    return ProcrastinateJob.objects.filter(task_name=EXTRACT, args__document_id=document.pk, status__in=UNFINISHED)
