"""Which documents people linked as copies of one another: syndicated stories, whose figures repeat each other."""

from tracker.models import Document, NearCopy


def copies_of(document: Document) -> list[tuple[str, Document]]:
    """Return the documents that this one is a copy of, or that are copies of it, as people decided last. Two queries."""
    last: dict[int, tuple[str, Document] | None] = {}
    rows = NearCopy.objects.select_related("document__publisher", "original__publisher").order_by("pk")
    for row in sorted([*rows.filter(document=document), *rows.filter(original=document)], key=lambda row: row.pk):
        of_another = row.document_id == document.pk
        other = row.original if of_another else row.document
        last[other.pk] = ("A copy of" if of_another else "Copied by", other) if row.is_copy else None
    return [found for found in last.values() if found]
