"""Seed files into documents and figures, through the same functions that curators use."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from tracker import review
from tracker.imports.seed_file import Seed, SeedFigure, read_seed
from tracker.ingest import documents
from tracker.models import Document, Figure, Place, Source


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of one seed file: how many figures were stored; 0 when the document was there already."""

    path: Path
    figures: int


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
    if Document.objects.filter(whole_sha256=seed.whole_sha256).exists():
        return Loaded(path, 0)
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
    return Loaded(path, len(stored))


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
    except IntegrityError as error:
        raise seed.document.fault(f"the database refuses the document: {str(error).splitlines()[0]}") from error


def _enter(figure: SeedFigure, document: Document, stored: dict[str, Figure], *, at: datetime, by: User) -> Figure:
    references = {key: Source.objects.get(slug=slug) for key, slug in figure.sources.items()}
    relations = {relation: stored[key] for relation, key in figure.relations.items()}
    values = figure.values | references | relations | {"place": Place.objects.get(slug=figure.place)}
    entered = review.enter(by=by, at=at, document=document, values=values, override_reason=figure.override)
    return review.publish(by=by, at=at, figure=entered)
