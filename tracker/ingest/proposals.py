"""Proposals: what the extractor reads in a stored document, stored once for each version of the extractor."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from tracker.extraction.proposed import ProposedFigure
from tracker.extraction.text.article import Article, KnownPlace
from tracker.extraction.version import VERSION
from tracker.ingest.reading_apart import propose
from tracker.ingest.records import COLUMNS, as_record
from tracker.models import Document, Extraction, Place, Proposal
from tracker.models.merged import not_merged
from tracker.vocabulary import ProposalOutcome


def places_of_database() -> tuple[KnownPlace, ...]:
    """Return the gazetteer that the curators keep."""
    places = not_merged(Place.objects.order_by("pk")).values_list("slug", "name", "aliases")
    return tuple(KnownPlace(slug, (name, *aliases)) for slug, name, aliases in places)


def read(document: Document) -> list[ProposedFigure]:
    """Return the figures in a document's text. Where its publication is known within limits only, the first day counts.

    Raises Unusable when that takes too long.
    """
    return propose(Article(document.text, document.published_earliest, places_of_database()))


def store(document: Document, figures: Sequence[ProposedFigure], *, at: datetime, version: str = VERSION) -> int:
    """Store proposals, and that the document was read, in one transaction; return how many proposals are new.

    One that is stored already (same document, version, number and indicator) is left as it is, with what became of it.
    Those that nobody decided about become obsolete when another version reads the document, or when this one reads them
    differently: after its day of publication was corrected, or a place was added.
    """
    with transaction.atomic():
        Document.objects.select_for_update(of=("self",)).get(pk=document.pk)  # two workers take turns, and so count right
        same = Proposal.objects.filter(document=document, extractor_version=version)
        before = same.count()
        rows = [_proposal(document, figure, figures, at=at, version=version) for figure in figures]
        undecided = document.proposals.filter(outcome=ProposalOutcome.PENDING)
        read_differently = _read_differently(undecided.filter(extractor_version=version), rows)
        outdated = ~Q(extractor_version=version) | Q(pk__in=read_differently)
        undecided.filter(outdated).update(outcome=ProposalOutcome.OBSOLETE)
        Proposal.objects.bulk_create(rows, ignore_conflicts=True)
        Extraction.objects.create(document=document, extractor_version=version, ended_at=at)
        return same.count() - before


def failed(document: Document, reason: str, *, at: datetime, version: str = VERSION) -> None:
    """Keep why a document could not be read, in one line."""
    Extraction.objects.create(document=document, extractor_version=version, ended_at=at, failure=reason)


def _read_differently(stored: Iterable[Proposal], new: Iterable[Proposal]) -> list[int]:
    """Return the stored proposals whose number the new ones read differently."""
    readings = {(row.number_start, row.number_end, row.indicator): row.reading for row in new}
    return [
        row.pk
        for row in stored
        if readings.get((row.number_start, row.number_end, row.indicator), row.reading) != row.reading
    ]


def _proposal(
    document: Document, figure: ProposedFigure, figures: Sequence[ProposedFigure], *, at: datetime, version: str
) -> Proposal:
    """Return the row of a figure; the total that it is part of is named by what makes a proposal unique."""
    record = as_record(figure)
    columns = {name: record.pop(name) for name in COLUMNS}
    record.pop("sentence")  # the slice of the text from start to end
    if figure.subset_of is not None:
        total = as_record(figures[figure.subset_of])
        record["subset_of"] = {name: total[name] for name in ("number_start", "number_end", "indicator")}
    return Proposal(document=document, extractor_version=version, created_at=at, reading=record, **columns)
