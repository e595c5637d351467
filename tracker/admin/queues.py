"""What waits for one person: drafts, figures sent back, figures to verify, corrections to check, each in a fixed order."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, Q, QuerySet

from tracker.models import Figure, FigureRevision, NotARepeat
from tracker.vocabulary import RevisionKind, RevisionOutcome, Status

READING_ORDER: Final = ("document_id", "excerpt_start", "number_start", "pk")
"""Documents in the order in which they were stored, the oldest first; a document's figures as its reader meets them."""


def my_drafts(user: User) -> QuerySet[Figure]:
    """Return what the person entered and has not published."""
    return Figure.objects.filter(status=Status.DRAFT, entered_by=user)


def sent_back_to(user: User) -> QuerySet[Figure]:
    """Return what a reviewer asked the person to look at again."""
    return Figure.objects.filter(sent_back_at__isnull=False, entered_by=user).exclude(status=Status.RETRACTED)


def to_verify(user: User) -> QuerySet[Figure]:
    """Return the provisional figures that this person may verify.

    Left out: those that they entered or changed, or of which they set a likely repeat aside (four eyes), those sent back,
    and those that somebody proposed to retract.
    """
    waiting = FigureRevision.objects.filter(figure=OuterRef("pk"), outcome=RevisionOutcome.PENDING)
    set_aside = _set_aside_by(user, "pk")
    return Figure.objects.filter(
        *(~Q(authors__contains=[user.pk]), ~Exists(waiting), ~Exists(set_aside)),
        status=Status.PROVISIONAL,
        sent_back_at__isnull=True,
    )


def to_check(user: User) -> QuerySet[FigureRevision]:
    """Return the pending corrections and retractions that this person may confirm."""
    since = _set_aside_by(user, "figure").filter(decided_at__gt=OuterRef("figure__verified_at"))
    own = Q(proposed_by=user) | Q(Q(figure__entered_by=user) | Exists(since), kind=RevisionKind.CORRECTION)
    return FigureRevision.objects.filter(~own, outcome=RevisionOutcome.PENDING)


def _set_aside_by(user: User, figure: str) -> QuerySet[NotARepeat]:
    """Return the likely repeats that this person set aside of the figure that a column of the outer query names."""
    taken_back = Q(first__status=Status.DISCARDED) | Q(second__status=Status.DISCARDED)
    return NotARepeat.objects.filter(Q(first=OuterRef(figure)) | Q(second=OuterRef(figure)), ~taken_back, decided_by=user)


def next_to_verify(user: User, after: Figure) -> Figure | None:
    """Return the figure that follows in the person's queue: the same document's first; from the end back to the start."""
    queue = to_verify(user).exclude(pk=after.pk).order_by(*READING_ORDER)
    here = (after.document_id, after.excerpt_start, after.number_start, after.pk)
    later = Q(pk__in=[])
    for i, column in enumerate(READING_ORDER):
        same = {name: here[j] for j, name in enumerate(READING_ORDER[:i])}
        later |= Q(**same, **{f"{column}__gt": here[i]})
    return queue.filter(later).first() or queue.first()


@dataclass(frozen=True, slots=True)
class Queue:
    """A queue of figures as lists and the dashboard name it; `permission` says whose work it is."""

    code: str
    title: str
    permission: str
    rows: Callable[[User], QuerySet[Figure]]
    nothing: str
    order: tuple[str, ...]


FIGURE_QUEUES: Final = (
    Queue("drafts", "My drafts", "add_figure", my_drafts, "You have no drafts.", READING_ORDER),
    Queue(
        "sent-back",
        "Sent back to me",
        "change_figure",
        sent_back_to,
        "No reviewer has asked you to look at a figure again.",
        ("sent_back_at", "pk"),
    ),
    Queue(
        "to-verify",
        "To verify",
        "verify_figure",
        to_verify,
        "No figure of somebody else’s waits for you.",
        READING_ORDER,
    ),
)


def queues_of(user: User) -> list[Queue]:
    """Return the queues of figures that the person's roles give them."""
    return [queue for queue in FIGURE_QUEUES if user.has_perm(f"tracker.{queue.permission}")]
