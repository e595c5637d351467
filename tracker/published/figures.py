"""One public figure with the figures it belongs to, and the site's newest ones and counts."""

from dataclasses import dataclass

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Q

from tracker.models import PublishedFigure
from tracker.models.published import PublishedFigureQuerySet
from tracker.vocabulary import Status


@dataclass(frozen=True, slots=True)
class FigureInContext:
    """A figure with its count's other reports, the total it is part of, its own parts, and others of its sentence.

    Public ones only. `has_document` says whether its document has a page, which one with retracted figures alone has not.
    """

    figure: PublishedFigure
    head: PublishedFigure | None
    repeats: list[PublishedFigure]
    total: PublishedFigure | None
    parts: list[PublishedFigure]
    beside: list[PublishedFigure]
    has_document: bool


def figure_in_context(figure_id: int) -> FigureInContext | None:
    """Return a figure, retracted or not, with what belongs to it; null for a draft and for an unknown number."""
    figure = PublishedFigure.objects.filter(figure_id=figure_id).first()
    if figure is None:
        return None
    head = figure.repeat_of or figure.figure_id
    belongs = Q(figure_id__in=[head, figure.subset_of or head]) | Q(repeat_of=head) | Q(subset_of=figure.figure_id)
    sentence = Q(document_id=figure.document_id, sentence_start=figure.sentence_start, sentence_start__isnull=False)
    others = PublishedFigure.objects.public().filter(belongs | sentence).exclude(figure_id=figure_id).order_by("figure_id")
    by_id = {row.figure_id: row for row in others}
    repeats = [row for row in by_id.values() if row.repeat_of == head]
    parts = [row for row in by_id.values() if row.subset_of == figure_id]
    named = {head, figure.subset_of, *(row.figure_id for row in (*repeats, *parts))}
    has_document = figure.status != Status.RETRACTED or (
        PublishedFigure.objects.public().filter(document_id=figure.document_id).exists()
    )
    return FigureInContext(
        figure=figure,
        head=by_id.get(figure.repeat_of or 0),
        repeats=repeats,
        total=by_id.get(figure.subset_of or 0),
        parts=parts,
        beside=[row for row in by_id.values() if row.figure_id not in named],
        has_document=has_document,
    )


def latest_checked(number: int) -> PublishedFigureQuerySet:
    """Return the figures that a second person checked most recently."""
    verified = PublishedFigure.objects.public().filter(status=Status.VERIFIED)
    return verified.order_by("-verified_on", "-figure_id")[:number]


def counts() -> dict[str, int]:
    """Return how many public figures, checked figures, documents and named sources there are, in one query.

    A source is named where it makes a claim or publishes a document; one that does both is one.
    """
    found = PublishedFigure.objects.public().aggregate(
        figures=Count("figure_id"),
        verified=Count("figure_id", filter=Q(status=Status.VERIFIED)),
        documents=Count("document_id", distinct=True),
        claimants=ArrayAgg("attributed_to", distinct=True, default=[]),
        publishers=ArrayAgg("publisher", distinct=True, default=[]),
    )
    sources = {*found.pop("claimants"), *found.pop("publishers")} - {None, "not stated"}
    return {**found, "sources": len(sources)}
