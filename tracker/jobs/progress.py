"""How it stands with reading figures in a document, in words for whoever waits for it."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateWorker
from procrastinate.jobs import Status

from tracker.extraction.version import VERSION
from tracker.jobs.queue import jobs_of
from tracker.models import Document
from tracker.review import waiting
from tracker.vocabulary import ProposalOutcome


class State(StrEnum):
    """Where a document stands."""

    UNREAD = "unread"
    WAITING = "waiting"
    READING = "reading"
    READ = "read"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Progress:
    """The state, a sentence that says it, how many figures are proposed, and how many of them wait for a decision."""

    state: State
    words: str
    proposed: int
    undecided: int

    @property
    def over(self) -> bool:
        """Whether it stays like this by itself, so that it can be started again."""
        return self.state not in {State.WAITING, State.READING}

    def as_json(self) -> dict[str, Any]:
        """Return what the page asks for again and again."""
        return {
            "state": self.state,
            "words": self.words,
            "over": self.over,
            "proposed": self.proposed,
            "undecided": self.undecided,
        }


def progress_of(document: Document) -> Progress:
    """Return how it stands; five queries at most."""
    status = jobs_of(document).values_list("status", flat=True).order_by("-status").first()
    numbers = document.proposals.order_by().values("number_start", "number_end", "indicator").distinct()
    counted = {
        "proposed": numbers.exclude(outcome=ProposalOutcome.OBSOLETE).count(),
        "undecided": waiting().filter(document=document).count(),
    }
    state, words = _unfinished(status) if status else _finished(document, **counted)
    return Progress(state, words, **counted)


def _unfinished(status: str) -> tuple[State, str]:
    if status == Status.DOING.value:
        return State.READING, "Being read …"
    alive = timezone.now() - timedelta(seconds=settings.WORKER_STALLED)
    if ProcrastinateWorker.objects.filter(last_heartbeat__gte=alive).exists():
        return State.WAITING, "Waits to be read …"
    return State.WAITING, "Waits to be read, but no worker is running: start one with “manage.py worker”."


def _finished(document: Document, *, proposed: int, undecided: int) -> tuple[State, str]:
    last = document.extractions.order_by("-pk").first()
    if last is None:
        return State.UNREAD, "Not read for figures yet."
    if last.failure:
        return State.FAILED, f"Could not be read. {last.failure}"
    older = (
        "" if last.extractor_version == VERSION else f", by extractor version {last.extractor_version}; now it is {VERSION}"
    )
    if not proposed:
        return State.READ, f"Read{older}: no figure found."
    figures = "1 figure" if proposed == 1 else f"{proposed} figures"
    waiting = "none of them waits" if not undecided else f"{undecided} to review"
    return State.READ, f"Read{older}: {figures} proposed, {waiting}."
