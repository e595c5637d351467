"""Storing documents: each once, recognised by the hash of its whole text."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User

from tracker.ingest.text import sha256, uniform
from tracker.models import Document
from tracker.vocabulary import TextScope


def store(*, by: User, at: datetime, text: str, values: Mapping[str, Any], whole_sha256: str | None = None) -> Document:
    """Store a document.

    `whole_sha256` is the hash of the whole report where `text` holds excerpts of it; null where the text is whole. Raises
    TextError, and the database's IntegrityError for what its rules refuse.
    """
    text = uniform(text)
    return Document.objects.create(
        text=text,
        text_sha256=sha256(text),
        whole_sha256=whole_sha256 or sha256(text),
        text_scope=TextScope.EXCERPTS if whole_sha256 else TextScope.FULL,
        changed_by=by,
        changed_at=at,
        **values,
    )


def revise(*, by: User, at: datetime, document: Document, values: Mapping[str, Any], reason: str) -> Document:
    """Change what is known of a document; its text stays as it is. Raises IntegrityError for what the rules refuse."""
    for field, value in values.items():
        setattr(document, field, value)
    document.sign(by=by, at=at, reason=reason)
    document.save(force_update=True)
    return document
