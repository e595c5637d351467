"""What people decided about proposals, as sentences, from the proposals' own history."""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Q

from tracker.admin.sentences import Sentence
from tracker.admin.values import FIELD_WORDS, Names, Row, names_of
from tracker.models import Proposal
from tracker.vocabulary import ProposalOutcome
from tracker.wording import label

DECIDED = (ProposalOutcome.ACCEPTED, ProposalOutcome.CORRECTED, ProposalOutcome.REJECTED)


def proposal_activity(
    count: int, *, by: User | None = None, before: datetime | None = None
) -> list[tuple[Sentence, Proposal]]:
    """Return the newest decisions, newest first, each with its proposal. Three queries."""
    events: Any = Proposal.pgh_event_model  # type: ignore[attr-defined]  # added by pghistory
    decided, undone = Q(outcome__in=DECIDED), Q(outcome=ProposalOutcome.PENDING)
    if by is not None:
        decided, undone = decided & Q(decided_by=by), undone & Q(undone_by=by)
    if before is not None:
        decided, undone = decided & Q(decided_at__lt=before), undone & Q(undone_at__lt=before)
    rows = list(events.objects.filter(decided | undone).order_by("-pgh_id").values()[:count])
    people = {(User, who) for row in rows for who in (row["decided_by_id"], row["undone_by_id"]) if who is not None}
    names = names_of(set(people))
    proposals = Proposal.objects.in_bulk({row["id"] for row in rows})
    return [(sentence_of(row, names), proposals[row["id"]]) for row in rows]


def sentence_of(event: Row, names: Names) -> Sentence:
    """Return one decision, or that one was taken back."""
    if event["outcome"] == ProposalOutcome.PENDING:
        return Sentence(event["undone_at"], names[User, event["undone_by_id"]], "took back the decision on the proposal")
    at, who = event["decided_at"], names[User, event["decided_by_id"]]
    match event["outcome"]:
        case ProposalOutcome.REJECTED:
            why = label(event["rejected_as"])
            reason = f"{why}: {event['reject_reason']}" if event["reject_reason"] else why
            return Sentence(at, who, "rejected the proposal", reason)
        case ProposalOutcome.CORRECTED:
            return Sentence(at, who, f"corrected the proposal in {_fields(event)}, as figure {event['figure_id']}")
        case _:
            return Sentence(at, who, f"accepted the proposal as figure {event['figure_id']}")


def _fields(event: Row) -> str:
    names = [column.removesuffix("_id") for column in event["corrections"] if not column.endswith(("_start", "_end"))]
    words = [FIELD_WORDS.get(name, name.replace("_", " ")) for name in names]
    return ", ".join(words) or "where it stands"
