"""Near copies among the stored documents: found by their fingerprints, compared word by word, and decided on by people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.contrib.auth.models import User
from django.db import connection
from django.db.models import Q

from tracker.ingest.likeness import Words, fingerprint, share
from tracker.models import Document, NearCopy

LEAST: Final = 0.2
"""From which share on a document is shown."""
MOST: Final = 5
"""How many are compared and shown, those that share most first."""

_CANDIDATES: Final = """
SELECT f.document_id
FROM tracker_documentfingerprint f
CROSS JOIN LATERAL (SELECT count(*) AS shared FROM unnest(f.runs) AS run WHERE run = ANY(%(runs)s)) AS counted
WHERE f.runs && %(runs)s AND f.document_id <> %(but)s
ORDER BY counted.shared::float / least(cardinality(f.runs), cardinality(%(runs)s)) DESC, f.document_id
LIMIT %(most)s
"""


@dataclass(frozen=True, slots=True)
class Alike:
    """A stored document with text in common; `decision` is the last one about the pair, null where nobody decided."""

    document: Document
    share: float
    decision: NearCopy | None

    @property
    def per_cent(self) -> int:
        """The share in whole per cent; 100 only where it is the whole."""
        return int(self.share * 100)


def near_copies(text: str, *, of: Document | None = None) -> list[Alike]:
    """Return the stored documents that share most with a text, the document `of` that it belongs to left out.

    Three queries, however many documents there are.
    """
    found = Document.objects.select_related("publisher").in_bulk(_candidates(text, of))
    words = Words(text)
    decided = _decisions(of, list(found)) if of else {}
    shares = [(document, share(words, Words(document.text))) for document in found.values()]
    alike = [Alike(document, part, decided.get(document.pk)) for document, part in shares if part >= LEAST]
    return sorted(alike, key=lambda one: (-one.share, one.document.pk))


def decide(*, by: User, at: datetime, document: Document, original: Document, is_copy: bool) -> NearCopy:
    """Keep that a document is a copy of another, or that it is not. Raises IntegrityError for one and the same."""
    part = int(share(Words(document.text), Words(original.text)) * 100)
    return NearCopy.objects.create(
        document=document, original=original, is_copy=is_copy, share=part, decided_by=by, decided_at=at
    )


def _candidates(text: str, of: Document | None) -> list[int]:
    runs = fingerprint(text)
    if not runs:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_CANDIDATES, {"runs": runs, "but": of.pk if of else 0, "most": MOST})
        return [document for (document,) in cursor.fetchall()]


def _decisions(of: Document, others: Sequence[int]) -> dict[int, NearCopy]:
    """Return the last decision about each pair, by the other document."""
    pairs = Q(document=of, original__in=others) | Q(original=of, document__in=others)
    last: dict[int, NearCopy] = {}
    for decision in NearCopy.objects.filter(pairs).select_related("decided_by").order_by("pk"):
        other = decision.original_id if decision.document_id == of.pk else decision.document_id
        last[other] = decision
    return last
