"""Storing documents: each once, recognised by the hash of its whole text."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from tracker.ingest.likeness import fingerprint
from tracker.ingest.text import sha256, uniform
from tracker.models import Document, DocumentFingerprint
from tracker.vocabulary import TextScope


def stored(text: str) -> Document | None:
    """Return the document that this whole report was stored as, be it with excerpts only; null where it is new."""
    return Document.objects.filter(whole_sha256=sha256(uniform(text))).first()


def store(
    *,
    by: User | None,
    at: datetime,
    text: str,
    values: Mapping[str, Any],
    whole_sha256: str | None = None,
    reason: str = "",
) -> Document:
    """Store a document, with the fingerprint by which its near copies are found.

    A null `by` is a command in which nobody is named; its `reason` says so. `whole_sha256` is the hash of the whole report
    where `text` holds excerpts of it; null where the text is whole. Raises TextError, ValidationError for a value that its
    field cannot hold (a link that is none), and the IntegrityError of what the database refuses.
    """
    text = uniform(text)
    document = Document(
        text=text,
        text_sha256=sha256(text),
        whole_sha256=sha256(text) if whole_sha256 is None else whole_sha256,
        text_scope=TextScope.FULL if whole_sha256 is None else TextScope.EXCERPTS,
        **values,
    )
    document.sign(by=by, at=at, reason=reason)
    document.clean_fields()
    with transaction.atomic():
        document.save(force_insert=True)
        DocumentFingerprint.objects.create(document=document, runs=fingerprint(text))
    return document


def revise(*, by: User, at: datetime, document: Document, values: Mapping[str, Any], reason: str) -> Document:
    """Change what is known of a document; its text stays as it is. Raises IntegrityError for what the rules refuse."""
    for field, value in values.items():
        setattr(document, field, value)
    document.sign(by=by, at=at, reason=reason)
    document.save(force_update=True)
    return document
