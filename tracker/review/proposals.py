"""What becomes of a proposal: accepted as it is, corrected, rejected with a reason, or made to wait again."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, QuerySet

from tracker.models import MATERIAL_FIELDS, Figure, Proposal
from tracker.models.figure_triggers import REFERENCES, material_column
from tracker.review.discarding import TAKEN, discard, reopen
from tracker.review.entering import enter
from tracker.review.errors import AlreadyDecided, Refused
from tracker.review.reading import AsRead, as_read, known, may_be_part
from tracker.review.refusals import in_words
from tracker.review.writing import OVERRIDES, jsonable, permit, write
from tracker.vocabulary import ProposalOutcome, RejectReason, Status

COMPARED: Final = tuple(f for f in MATERIAL_FIELDS if f not in OVERRIDES | {"repeat_of", "subset_of"})
"""What a curator can correct in a proposal. How a figure stands to others is never the extractor's to say."""


def accept(
    *,
    by: User,
    at: datetime,
    proposal: Proposal,
    values: Mapping[str, Any] | None = None,
    reason: str = "",
    override_reason: str = "",
) -> Figure:
    """Make a draft of a proposal that waits, as it was read but for `values`, which are what a person says instead.

    It counts as corrected where a value differs from what was read. A place or a claimant whose name no list holds is no
    mistake of the extractor: choosing it is not counted. Drafts that were read as its parts, and accepted before it, become
    its parts. Raises NotAllowed, AlreadyDecided, or Refused: while something is missing, when a value does not fit, and when
    the number was entered otherwise in the meantime.
    """
    permit(by, "add_figure")
    with in_words():
        proposal = _waiting(proposal)
        if not waiting().filter(pk=proposal.pk).exists():
            raise Refused("This number was entered meanwhile, by hand or from another reading: see the list of proposals.")
        read = as_read(proposal, proposal.document.text, known(), total=total_of(proposal))
        entered = {_field(column): value for column, value in read.values.items()} | dict(values or {})
        if values is None and read.missing:
            raise Refused(" ".join(read.missing))
        figure = enter(
            by=by,
            at=at,
            document=proposal.document,
            values=_with_rows(entered),
            reason=reason,
            override_reason=override_reason,
        )
        proposal.figure, proposal.corrections = figure, _corrections(read, proposal, figure)
        _decide(proposal, ProposalOutcome.CORRECTED if proposal.corrections else ProposalOutcome.ACCEPTED, by=by, at=at)
        for part in _parts_of(proposal, figure):
            part.subset_of = figure
            write(part, by=by, at=at, reason=f"its total was accepted, as figure {figure.pk}")
        return figure


def reject(*, by: User, at: datetime, proposal: Proposal, rejected_as: RejectReason, reason: str = "") -> Proposal:
    """Say that a proposal is no figure, and why; `reason` is one's own words. Raises NotAllowed, AlreadyDecided, Refused."""
    permit(by, "add_figure")
    if rejected_as == RejectReason.OTHER_REASON and not reason.strip():
        raise Refused("Say in a few words why the proposal is rejected.")
    with in_words():
        proposal = _waiting(proposal)
        proposal.rejected_as, proposal.reject_reason = rejected_as, reason.strip()
        return _decide(proposal, ProposalOutcome.REJECTED, by=by, at=at)


def undo(*, by: User, at: datetime, proposal: Proposal, seen: datetime | None = None) -> Proposal:
    """Take a decision back: the proposal waits again, and the draft that was made of it is discarded.

    `seen` is when the decision was made that the person saw; null does not compare. Raises NotAllowed, AlreadyDecided where
    another one stands now, Refused once the draft is public.
    """
    permit(by, "add_figure")
    with in_words():
        stored = _locked(proposal)
        if seen is not None and stored.decided_at != seen:
            raise AlreadyDecided(stored)
        if stored.outcome in {ProposalOutcome.PENDING, ProposalOutcome.OBSOLETE}:
            raise Refused("Nothing has been decided about this proposal.")
        if stored.figure is not None and stored.figure.status != Status.DRAFT:
            raise Refused("The figure is public already: correct it, or propose to retract it.")
        if stored.figure is None:
            return reopen(stored, by=by, at=at)
        discard(by=by, at=at, figure=stored.figure, reason="undone on the desk")
        stored.refresh_from_db()
        return stored


def waiting() -> QuerySet[Proposal]:
    """Return the proposals that wait for somebody.

    Left out: numbers about which somebody decided already, be it for another version of the extractor, and those that
    somebody entered by hand, though perhaps with more or fewer of the words around them ("200" in "more than 200").
    """
    number = {name: OuterRef(name) for name in ("document", "number_start", "number_end", "indicator")}
    decided = Proposal.objects.filter(**number).exclude(outcome__in=[ProposalOutcome.PENDING, ProposalOutcome.OBSOLETE])
    here = {name: OuterRef(name) for name in ("document", "indicator")}
    overlapping = {"number_start__lt": OuterRef("number_end"), "number_end__gt": OuterRef("number_start")}
    entered = Figure.objects.filter(**here, **overlapping).exclude(status=Status.DISCARDED)
    return Proposal.objects.filter(~Exists(decided), ~Exists(entered), outcome=ProposalOutcome.PENDING)


def total_of(proposal: Proposal) -> Figure | None:
    """Return the figure that was made of the total which this proposal is part of; null until there is one."""
    key = proposal.reading.get("subset_of")
    if not key:
        return None
    siblings = Proposal.objects.filter(document=proposal.document_id, **key)  # perhaps of another version's reading
    total = siblings.filter(outcome__in=TAKEN).exclude(pk=proposal.pk).select_related("figure").first()
    figure = total.figure if total else None
    return figure if figure is not None and figure.status != Status.RETRACTED else None


def _parts_of(proposal: Proposal, total: Figure) -> list[Figure]:
    """Return the drafts that were read as parts of this proposal and belong to no total yet, locked."""
    key = {name: getattr(proposal, name) for name in ("number_start", "number_end", "indicator")}
    siblings = Proposal.objects.filter(document=proposal.document_id, reading__subset_of=key)
    accepted = siblings.filter(outcome__in=TAKEN).values("figure")
    drafts = Figure.objects.select_for_update(of=("self",)).filter(pk__in=accepted, status=Status.DRAFT, subset_of=None)
    return [part for part in drafts.order_by("pk") if may_be_part(total, part.indicator, part.unit, part.place_id)]


def _locked(proposal: Proposal) -> Proposal:
    """Return the proposal as stored, locked until the transaction ends.

    Who decided is not fetched with it: PostgreSQL reads the row anew after it waited for the lock, but not what is joined.
    """
    return Proposal.objects.select_for_update(of=("self",)).select_related("document").get(pk=proposal.pk)


def _waiting(proposal: Proposal) -> Proposal:
    """Return the proposal locked. Raises AlreadyDecided when somebody else was first."""
    stored = _locked(proposal)
    if stored.outcome != ProposalOutcome.PENDING:
        raise AlreadyDecided(stored)
    return stored


def _decide(proposal: Proposal, outcome: ProposalOutcome, *, by: User, at: datetime) -> Proposal:
    proposal.outcome, proposal.decided_by, proposal.decided_at = outcome, by, at
    proposal.save(force_update=True)
    return proposal


def _corrections(read: AsRead, proposal: Proposal, figure: Figure) -> dict[str, list[object]]:
    """Return what a person changed: columns with what was read and what was entered."""
    before, found = read.figure(proposal), {}
    for field in COMPARED:
        column = material_column(field)
        values = [jsonable(getattr(row, column)) for row in (before, figure)]
        if values[0] != values[1]:
            found[column] = values
    if read.place_words:
        found.pop("place_id", None)
    if read.claimant_words and "attribution_text" not in found:
        for column in ("attributed_to_id", "attribution_kind"):
            found.pop(column, None)
    return found


def _field(column: str) -> str:
    return column.removesuffix("_id") if column.removesuffix("_id") in REFERENCES else column


def _with_rows(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values with the rows that numbers refer to; what is null stays so."""
    found: dict[str, Any] = {}
    for field, value in values.items():
        model: Any = Figure._meta.get_field(field).related_model if field in REFERENCES else None
        found[field] = model.objects.get(pk=value) if isinstance(value, int) and model is not None else value
    if found.get("place") is None:
        raise Refused("A figure has its place: choose it, or add it.")
    return found
