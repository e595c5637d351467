"""Documents as the public may see them: what is known about them and their quoted sentences, never their text."""

from dataclasses import dataclass

from tracker.models import Document, PublishedFigure
from tracker.published.quotes import Quote, quotes_of

_COLUMNS = (
    "title",
    "publisher__name",
    "publisher_note",
    "follows__name",
    "published_earliest",
    "published_latest",
    "published_basis",
    "published_reasoning",
    "url",
    "archived_url",
    "whole_sha256",
)
"""What a page may print of a document that is not confidential. The text is not among it."""


@dataclass(frozen=True, slots=True)
class PublicDocument:
    """A document's page. `about` is null for a confidential document: then its number is all that may be said."""

    id: int
    about: dict[str, object] | None
    quotes: list[Quote]
    figures: list[PublishedFigure]


def public_document(document: int) -> PublicDocument | None:
    """Return a document that has a public figure; null for any other, so that nobody learns that it exists."""
    figures = list(PublishedFigure.objects.public().filter(document_id=document).order_by("figure_id"))
    if not figures:
        return None
    about = Document.objects.filter(pk=document, confidential=False).values(*_COLUMNS).first()
    return PublicDocument(document, about, quotes_of(figures) if about else [], figures)
