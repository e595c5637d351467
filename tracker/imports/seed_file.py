"""One seed file: a document's quoted sentences and the figures read in them, checked before anything is stored."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from tracker.imports.toml_file import TomlFile, TomlTable
from tracker.ingest.quoting import QuoteError, locate
from tracker.ingest.text import TextError, uniform
from tracker.ranges import Range, RangeError, range_of_words
from tracker.vocabulary import (
    Accumulation,
    AttributionKind,
    CountStage,
    DateAccuracy,
    DateBasis,
    Group,
    Indicator,
    PlaceAccuracy,
    PlaceRole,
    PublicationBasis,
    Quantifier,
    Unit,
)

CODES: Final = {
    "indicator": Indicator,
    "quantifier": Quantifier,
    "accumulation": Accumulation,
    "attribution_kind": AttributionKind,
    "unit": Unit,
    "group": Group,
    "count_stage": CountStage,
    "place_role": PlaceRole,
    "place_accuracy": PlaceAccuracy,
    "start_accuracy": DateAccuracy,
    "end_accuracy": DateAccuracy,
    "date_basis": DateBasis,
}
TEXTS: Final = ("group_text", "calculation", "date_text", "attribution_text", "note")
NUMBERS: Final = ("reported", "reported_max", "low", "best", "high")
DATES: Final = ("start_date", "end_date", "claimed_on")
SOURCES: Final = ("attributed_to", "alleged_actor")
RELATIONS: Final = ("subset_of", "repeat_of")

DOCUMENT_TEXTS: Final = {"title", "publisher_note", "published_reasoning", "url"}
DOCUMENT_REQUIRED: Final = {"publisher_note", "published_basis", "published_reasoning", "whole_sha256", "text"}
DOCUMENT_OPTIONAL: Final = {"title", "publisher", "follows", "url", "published_earliest", "published_latest"}
FIGURE_REQUIRED: Final = {
    *("key", "excerpt", "reported_text", "indicator", "quantifier", "accumulation", "place", "attribution_kind"),
}
FIGURE_OPTIONAL: Final = {
    *("context", "reported_text_occurrence", "override"),
    *(CODES.keys() | set(TEXTS) | set(NUMBERS) | set(DATES) | set(SOURCES) | set(RELATIONS)) - FIGURE_REQUIRED,
}


@dataclass(frozen=True, slots=True)
class SeedFigure:
    """One figure of a seed file: values for review, with places and sources as slugs and relations as keys.

    `override` says why the figure stands despite consistency warnings, "" where none stands.
    """

    table: TomlTable
    key: str
    place: str
    sources: dict[str, str]
    relations: dict[str, str]
    values: dict[str, Any]
    override: str


@dataclass(frozen=True, slots=True)
class Seed:
    """One seed file: a document with `publisher` and `follows` as slugs ("" = not stated), and its figures."""

    document: TomlTable
    text: str
    whole_sha256: str
    publisher: str
    follows: str
    values: dict[str, Any]
    figures: tuple[SeedFigure, ...]


def read_seed(path: Path) -> Seed:
    """Read and check one seed file. Raises InvalidFile with file, line and reason."""
    file = TomlFile(path)
    file.only("document", "figure")
    document, tables = file.table("document"), file.tables("figure")
    document.check_keys(DOCUMENT_REQUIRED, DOCUMENT_OPTIONAL)
    try:
        text = uniform(document.typed("text", str, ""))
    except TextError as error:
        raise document.fault(str(error), "text") from error
    figures = tuple(_figure(table, text) for table in tables)
    _check_keys(figures)
    values: dict[str, Any] = {key: document.typed(key, str, "") for key in DOCUMENT_TEXTS}
    values["published_basis"] = document.code("published_basis", PublicationBasis)
    values |= {key: _date(document, key) for key in ("published_earliest", "published_latest")}
    _check_order(document, "published_earliest", "published_latest")
    return Seed(
        document=document,
        text=text,
        whole_sha256=document.typed("whole_sha256", str, ""),
        publisher=document.typed("publisher", str, ""),
        follows=document.typed("follows", str, ""),
        values=values,
        figures=figures,
    )


def _figure(table: TomlTable, text: str) -> SeedFigure:
    table.check_keys(FIGURE_REQUIRED, FIGURE_OPTIONAL)
    values: dict[str, Any] = {key: table.code(key, codes) for key, codes in CODES.items() if key in table}
    values |= {key: table.typed(key, str, "") for key in TEXTS}
    values |= {key: _date(table, key) for key in DATES}
    values |= {key: table.typed(key, int, 0) for key in ("reported", "reported_max") if key in table}
    _check_order(table, "start_date", "end_date")
    values |= _offsets(table, text) | _range(table)
    return SeedFigure(
        table=table,
        key=table.typed("key", str, ""),
        place=table.typed("place", str, ""),
        sources={key: table.typed(key, str, "") for key in SOURCES if key in table},
        relations={key: table.typed(key, str, "") for key in RELATIONS if key in table},
        values=values,
        override=table.typed("override", str, "").strip(),
    )


def _offsets(table: TomlTable, text: str) -> dict[str, Any]:
    """Return sentence, number and context with their offsets in the document's text."""
    try:
        return locate(
            text,
            excerpt=table.typed("excerpt", str, ""),
            reported_text=table.typed("reported_text", str, ""),
            context=table.typed("context", str, ""),
            occurrence=table.typed("reported_text_occurrence", int, 0) or None,
        ).values()
    except QuoteError as error:
        raise table.fault(f"{error.field}: {error}", error.field) from error


def _range(table: TomlTable) -> dict[str, int | None]:
    """Return low, best and high: a calculated number's as given, a printed one's by the table of `ranges`."""
    given = {key: table.typed(key, int, 0) for key in ("low", "best", "high") if key in table}
    if table.typed("calculation", str, ""):
        return {"low": None, "best": None, "high": None} | given
    if given:
        key = next(iter(given))
        raise table.fault(f"{key}: only a calculated number states its range; add “calculation”, or leave it out", key)
    words, reported = table.typed("reported_text", str, ""), table.get("reported")
    printed = [int(n.replace(",", "")) for n in re.findall(r"\d[\d,]*", words)]
    if printed and printed != [n for n in (reported, table.get("reported_max")) if n is not None]:
        raise table.fault(f"reported: “{words}” does not say {reported}", "reported")
    quantifier = table.code("quantifier", Quantifier) or Quantifier.VAGUE
    try:
        found: Range = range_of_words(quantifier, words, reported, table.get("reported_max"))
    except RangeError as error:
        raise table.fault(f"quantifier: {error}", "quantifier") from error
    return {"low": found.low, "best": found.best, "high": found.high}


def _date(table: TomlTable, key: str) -> date | None:
    value = table.get(key)
    if value is not None and type(value) is not date:
        raise table.fault(f"{key}: {value!r} is not a date such as 2018-03-15", key)
    return value


def _check_order(table: TomlTable, start: str, end: str) -> None:
    first, last = _date(table, start), _date(table, end)
    if first and last and first > last:
        raise table.fault(f"{start}: {first} is after {end}, {last}", start)


def _check_keys(figures: tuple[SeedFigure, ...]) -> None:
    """Refuse keys that stand twice, and relations to figures that do not stand before theirs."""
    seen: set[str] = set()
    for figure in figures:
        for relation, key in figure.relations.items():
            if key not in seen:
                raise figure.table.fault(f"{relation}: no figure “{key}” stands before this one", relation)
        if figure.key in seen:
            raise figure.table.fault(f"key: “{figure.key}” stands twice", "key")
        seen.add(figure.key)
