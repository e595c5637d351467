"""Several proposals, or all drafts of a document, in one go: each is written by itself, and what is refused is told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db.models import prefetch_related_objects

from tracker.models import Document, Figure, Proposal
from tracker.review.comparing import warnings_of_each
from tracker.review.entering import publish
from tracker.review.errors import Refused
from tracker.review.proposals import accept, waiting
from tracker.review.reading import as_read, known
from tracker.review.writing import permit
from tracker.vocabulary import Status


@dataclass(frozen=True, slots=True)
class Done:
    """The figures that were written, and in words why others were not."""

    figures: tuple[Figure, ...]
    refused: tuple[str, ...]


def what_warns(document: Document) -> dict[Proposal, list[str]]:
    """Return the document's waiting proposals, each with what keeps it from being accepted together with the others.

    At most seven queries, however many there are. What an accepted total would say about its part is not asked here.
    """
    rows = list(waiting().filter(document=document).order_by("number_start", "pk"))
    for proposal in rows:
        proposal.document = document
    lists = known()
    readings = [as_read(proposal, document.text, lists) for proposal in rows]
    figures = [read.figure(proposal) for read, proposal in zip(readings, rows, strict=True)]
    prefetch_related_objects(figures, "attributed_to")
    warnings = warnings_of_each(figures)
    return {
        proposal: [*read.missing, *(warning.words for warning in found)]
        for proposal, read, found in zip(rows, readings, warnings, strict=True)
    }


def accept_together(*, by: User, at: datetime, document: Document, chosen: Sequence[int]) -> Done:
    """Accept those of the chosen proposals that wait, miss nothing and raise no warning. Raises NotAllowed."""
    permit(by, "add_figure")
    figures, refused = [], []
    for proposal, words in what_warns(document).items():
        if proposal.pk not in chosen:
            continue
        if words:
            refused.append(f"“{proposal.reported_text}”: {' '.join(words)}")
            continue
        try:
            figures.append(accept(by=by, at=at, proposal=proposal))
        except Refused as error:
            refused.append(f"“{proposal.reported_text}”: {error}")
    return Done(tuple(figures), tuple(refused))


def drafts_of(document: Document) -> list[Figure]:
    """Return the document's drafts as its reader meets them; a total stands before its parts where it is read first."""
    drafts = Figure.objects.filter(document=document, status=Status.DRAFT)
    related = ("place", "attributed_to", "document", "entered_by", "repeat_of", "subset_of", "alleged_actor")
    return list(drafts.select_related(*related).order_by("excerpt_start", "number_start", "pk"))


def publish_together(
    *, by: User, at: datetime, document: Document, versions: Mapping[int, int], reasons: Mapping[int, str]
) -> Done:
    """Publish the drafts that were looked at, as the versions that were shown; totals and heads go first.

    `reasons` say why a draft stands despite its warnings. Raises NotAllowed.
    """
    permit(by, "publish_figure")
    figures, refused = [], []
    drafts = [draft for draft in drafts_of(document) if draft.pk in versions]
    for draft in sorted(drafts, key=lambda figure: bool(figure.subset_of_id) + bool(figure.repeat_of_id)):
        try:
            why = reasons.get(draft.pk, "")
            figures.append(publish(by=by, at=at, figure=draft, version=versions[draft.pk], override_reason=why))
        except Refused as error:
            refused.append(f"“{draft}” (figure {draft.pk}): {error}")
    return Done(tuple(figures), tuple(refused))
