"""How the claimant is named, as far as it follows from who it is and the words that name them."""

from typing import Any, Final

from tracker.models import Document, Source
from tracker.vocabulary import AttributionKind

WORDS_MISSING: Final = "Copy the words of the sentence that name the claimant, as in “the UN”."


def kind_of(claimant: Source | None, words: str, document: Any) -> AttributionKind:
    """Return the kind: the document's own publisher without words counted itself; words without a source name nobody."""
    if claimant is None:
        return AttributionKind.UNNAMED if words else AttributionKind.NONE
    own = isinstance(document, Document) and document.publisher_id == claimant.pk
    return AttributionKind.PUBLISHER if own and not words else AttributionKind.NAMED
