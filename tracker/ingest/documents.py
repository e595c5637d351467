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
    TextError, ValidationError for a value that its field cannot hold (a link that is none), and the IntegrityError
    of what the database refuses.
    """
    text = uniform(text)
    document = Document(
        text=text,
        text_sha256=sha256(text),
        whole_sha256=sha256(text) if whole_sha256 is None else whole_sha256,
        text_scope=TextScope.FULL if whole_sha256 is None else TextScope.EXCERPTS,
        **values,
    )
    document.sign(by=by, at=at, reason="")
    document.clean_fields()
    document.save(force_insert=True)
    return document


def revise(*, by: User, at: datetime, document: Document, values: Mapping[str, Any], reason: str) -> Document:
    """Change what is known of a document; its text stays as it is. Raises IntegrityError for what the rules refuse."""
    for field, value in values.items():
        setattr(document, field, value)
    document.sign(by=by, at=at, reason=reason)
    document.save(force_update=True)
    return document
