"""Seed files into documents and figures, through the same functions that curators use."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from tracker import review
from tracker.imports.seed_file import Seed, SeedFigure, read_seed
from tracker.ingest import documents
from tracker.models import Document, Figure, Place, Source
from tracker.review.refusals import WORDS


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of one seed file: how many figures were stored, and whether its document is new."""

    path: Path
    figures: int
    new: bool


def read_seeds(folder: Path) -> list[Seed]:
    """Read and check every seed file of a folder, in the order of their names. Raises InvalidFile."""
    return [read_seed(path) for path in sorted(folder.glob("*.toml"))]


def load_seed(seed: Seed, *, at: datetime, entered_by: User, verified_by: User | None) -> Loaded:
    """Store one document with its figures, published as provisional, and verified where a second person is given.

    A figure with consistency warnings says in its key `override` why it stands nevertheless, and is refused without. Where
    none stands the key says nothing: a likely repeat of another file's figure is one only when that file is loaded, too.
    Who verifies confirms these reasons by loading the file.

    A document that is stored already is left as it is, with all its figures: nothing that people edited is overwritten.
    Raises InvalidFile; then nothing of this file is stored.
    """
    path = seed.document.file.path
    known = Document.objects.filter(whole_sha256=seed.whole_sha256).first()
    if known is not None and known.text != seed.text:
        raise seed.document.fault("whole_sha256: this hash is of another document, which is stored already", "whole_sha256")
    if known is not None:
        return Loaded(path, 0, new=False)
    with transaction.atomic():
        document = _store(seed, at=at, by=entered_by)
        stored: dict[str, Figure] = {}
        for figure in seed.figures:
            try:
                stored[figure.key] = _enter(figure, document, stored, at=at, by=entered_by)
                if verified_by is not None:
                    review.verify(by=verified_by, at=at, figure=stored[figure.key], confirm_override=True)
            except review.Refused as refused:
                raise figure.table.fault(str(refused)) from refused
    return Loaded(path, len(stored), new=True)


def check_references(seeds: Iterable[Seed]) -> None:
    """Refuse places and sources that the reference data does not have. Raises InvalidFile."""
    places = set(Place.objects.values_list("slug", flat=True))
    sources = set(Source.objects.values_list("slug", flat=True))
    for seed in seeds:
        for key, slug in (("publisher", seed.publisher), ("follows", seed.follows)):
            if slug and slug not in sources:
                raise seed.document.fault(f"{key}: unknown source “{slug}”", key)
        for figure in seed.figures:
            if figure.place not in places:
                raise figure.table.fault(f"place: unknown place “{figure.place}”", "place")
            for key, slug in figure.sources.items():
                if slug not in sources:
                    raise figure.table.fault(f"{key}: unknown source “{slug}”", key)


def _store(seed: Seed, *, at: datetime, by: User) -> Document:
    sources = {
        key: Source.objects.get(slug=slug)
        for key, slug in (("publisher", seed.publisher), ("follows", seed.follows))
        if slug
    }
    try:
        return documents.store(by=by, at=at, text=seed.text, values=seed.values | sources, whole_sha256=seed.whole_sha256)
    except ValidationError as error:
        key, messages = next(iter(error.message_dict.items()))
        raise seed.document.fault(f"{key}: {' '.join(messages)}", key) from error
    except DatabaseError as error:
        rule = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None) or "a column's size"
        words = WORDS.get(rule, f"the database refuses the document by its rule “{rule}”")
        raise seed.document.fault(words) from error


def _enter(figure: SeedFigure, document: Document, stored: dict[str, Figure], *, at: datetime, by: User) -> Figure:
    references = {key: Source.objects.get(slug=slug) for key, slug in figure.sources.items()}
    relations = {relation: stored[key] for relation, key in figure.relations.items()}
    values = figure.values | references | relations | {"place": Place.objects.get(slug=figure.place)}
    entered = review.enter(by=by, at=at, document=document, values=values, override_reason=figure.override)
    return review.publish(by=by, at=at, figure=entered)
