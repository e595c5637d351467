"""A folder of labelled texts: articles/, articles.jsonl, gold.jsonl, negatives.jsonl."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from tracker.extraction.measuring.labels import Label, Trap, label_of, trap_of
from tracker.extraction.text.article import Article, KnownPlace
from tracker.ingest.errors import Unusable
from tracker.ingest.files import content_of
from tracker.ingest.text import uniform_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LabelledTexts:
    """Articles by name, and what a person marked in them."""

    articles: dict[str, Article]
    labels: list[Label]
    traps: list[Trap]


def read_labelled(folder: Path, gazetteer: tuple[KnownPlace, ...]) -> LabelledTexts:
    """Read a folder of labelled texts. Raises Unusable, naming file and line."""
    published = dict(_lines(folder / "articles.jsonl", _published_of))
    files = sorted((folder / "articles").glob("*.txt"))
    if not files:
        raise Unusable(f"{folder / 'articles'}: there are no texts (*.txt) here")
    return LabelledTexts(
        articles={file.stem: Article(_text(file), published.get(file.stem), gazetteer) for file in files},
        labels=_lines(folder / "gold.jsonl", label_of),
        traps=_lines(folder / "negatives.jsonl", trap_of),
    )


def names_in(file: Path) -> set[str]:
    """Return the names that a file lists, one a line; lines that start with # are remarks. Raises Unusable."""
    lines = (line.strip() for line in _text(file).splitlines())
    return {line for line in lines if line and not line.startswith("#")}


def _published_of(values: dict[str, Any]) -> tuple[str, date | None]:
    """Return a text's name and its day; null where there is none, or only a month ("2023-07")."""
    day = values["published"] or ""
    return values["doc"], date.fromisoformat(day) if len(day) == len("2023-07-01") else None


def _lines(file: Path, read: Callable[[dict[str, Any]], T]) -> list[T]:
    found = []
    for number, line in enumerate(_text(file).split("\n"), 1):
        if line.strip():
            try:
                found.append(read(json.loads(line)))
            except (ValueError, KeyError, TypeError) as error:
                reason = f"the key {error} is missing" if isinstance(error, KeyError) else str(error)
                raise Unusable(f"{file}:{number}: {reason}") from error
    return found


def _text(file: Path) -> str:
    try:
        return uniform_of(content_of(file, most=None))
    except Unusable as error:
        raise Unusable(f"{file}: {error}") from error
