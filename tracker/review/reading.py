"""A proposal as the figure that accepting it would make: words become places and claimants that are known."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from tracker.extraction.text.passages import Span, sentence_around
from tracker.models import Figure, Place, Proposal, Source
from tracker.models.merged import not_merged
from tracker.review.reference import slug_of
from tracker.vocabulary import (
    AID_INDICATORS,
    Accumulation,
    AttributionKind,
    DateAccuracy,
    DateBasis,
    Indicator,
    PlaceAccuracy,
    PlaceRole,
)

LEFT_FROM: Final = frozenset({Indicator.FLED, Indicator.DISPLACED, Indicator.EVACUATED})
ARRIVED_AT: Final = frozenset({Indicator.RETURNED, *AID_INDICATORS})
_ARTICLE: Final = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_NAME: Final = re.compile(r"[^\W\d_a-z]\w*")
"""A word with a capital: words that name somebody, where there is one behind the article."""
_PRONOUNS: Final = frozenset({"he", "she", "it"})


@dataclass(frozen=True, slots=True)
class Known:
    """Places and sources by their slugs and names: numbers of rows."""

    slugs: Mapping[str, int]
    places: Mapping[str, int]
    sources: Mapping[str, int]

    def place(self, slug: str | None, words: str) -> int | None:
        """Return the place that was read; one that was added since is found by its name."""
        return self.slugs.get(slug or "") or self.places.get(_folded(words))

    def source(self, words: str) -> int | None:
        """Return the source that the words name."""
        return self.sources.get(_folded(words))


@dataclass(frozen=True, slots=True)
class AsRead:
    """A proposal as values of a figure (columns by their attnames), and what keeps it from being accepted as it is.

    `place_words` and `claimant_words` are names that no list holds, or that may be meant, "" where there are none.
    `claimant_asked` asks whom the latter means, "" likewise. `missing` says in sentences what somebody has to give first.
    """

    values: dict[str, Any]
    place_words: str
    claimant_words: str
    claimant_asked: str
    missing: tuple[str, ...]

    def figure(self, proposal: Proposal) -> Figure:
        """Return the figure, unsaved; without a place where none is known."""
        return Figure(document=proposal.document, **self.values)


def known() -> Known:
    """Return what is known today, in two queries."""
    slugs, places = {}, {}
    for pk, slug, name, arabic, aliases in not_merged(Place.objects.order_by("-pk")).values_list(
        "pk", "slug", "name", "name_ar", "aliases"
    ):
        slugs[slug] = pk
        places.update(dict.fromkeys(_folded_all(name, arabic, aliases), pk))
    sources = {}
    named = not_merged(Source.objects.order_by("-pk"))
    for pk, name, arabic, aliases in named.values_list("pk", "name", "name_ar", "aliases"):
        sources.update(dict.fromkeys(_folded_all(name, arabic, aliases), pk))
    return Known(slugs, places, sources)


def as_read(proposal: Proposal, text: str, known: Known, *, total: Figure | None = None) -> AsRead:
    """Return the proposal as a figure. `text` is the document's; `total` the figure that it is part of, null for none."""
    reading = proposal.reading
    sentence = text[proposal.start : proposal.end]
    place_words, claimant = reading.get("place") or "", reading.get("attributed_to") or ""
    name = reading.get("attributed_name") or claimant
    sure = _takes_up(claimant, name)
    place = known.place(reading.get("place_slug"), place_words)
    source = known.source(claimant) or (known.source(name) if sure else None)
    values = {
        **_quote(proposal, text, sentence),
        **{name: reading.get(name) for name in ("quantifier", "reported", "reported_max", "low", "best", "high")},
        **{name: reading.get(name) or None for name in ("group", "count_stage")},
        **{name: reading.get(name) or "" for name in ("calculation", "group_text", "date_text")},
        "indicator": proposal.indicator,
        "unit": reading.get("unit"),
        "accumulation": reading.get("accumulation") or Accumulation.UNCLEAR,
        **_dates(proposal, sentence),
        "place_id": place,
        "place_role": _role(proposal.indicator),
        "place_accuracy": PlaceAccuracy.EXACT if place_words and place_words in sentence else PlaceAccuracy.FROM_CONTEXT,
        "attributed_to_id": source,
        "attribution_text": claimant,
        "attribution_kind": _kind(source, claimant),
        "subset_of_id": total.pk if total and may_be_part(total, proposal.indicator, reading.get("unit"), place) else None,
    }
    unknown = name if name and source is None and _NAME.search(_ARTICLE.sub("", name)) else ""
    doubt = f"“{unknown}” is not in the list of sources" if sure else f"“{claimant}” may be “{unknown}”"
    asked = f"{doubt}: choose who that is, or add them." if unknown else ""
    missing = _missing(values, place_words, asked)
    return AsRead(values, "" if place else place_words, unknown, asked, tuple(missing))


def _quote(proposal: Proposal, text: str, sentence: str) -> dict[str, Any]:
    context = _context(proposal, text, sentence)
    return {
        "excerpt": sentence,
        "excerpt_start": proposal.start,
        "excerpt_end": proposal.end,
        "reported_text": proposal.reported_text,
        "number_start": proposal.number_start,
        "number_end": proposal.number_end,
        "context": context.of(text) if context else "",
        "context_start": context.start if context else None,
        "context_end": context.end if context else None,
    }


def _context(proposal: Proposal, text: str, sentence: str) -> Span | None:
    """Return the sentence that gives the date, place or claimant, where the figure's own sentence does not."""
    for name in ("date_text", "place", "attributed_name", "attributed_to"):
        words = proposal.reading.get(name)
        if words and words not in sentence and (at := text.rfind(words, 0, proposal.start)) >= 0:
            return sentence_around(text, Span(at, at + len(words)))
    return None


def _dates(proposal: Proposal, sentence: str) -> dict[str, Any]:
    reading = proposal.reading
    found: dict[str, Any] = {}
    for side in ("start", "end"):
        day = reading.get(f"{side}_date")
        found[f"{side}_date"] = date.fromisoformat(day) if day else None
        found[f"{side}_accuracy"] = (reading.get(f"{side}_accuracy") if day else None) or DateAccuracy.UNKNOWN
    dated = found["start_date"] or found["end_date"]
    stated = reading.get("date_text") and reading["date_text"] in sentence
    found["date_basis"] = (DateBasis.STATED if stated else DateBasis.FROM_CONTEXT) if dated else None
    return found


def _role(indicator: str) -> PlaceRole:
    if indicator in LEFT_FROM:
        return PlaceRole.ORIGIN
    return PlaceRole.DESTINATION if indicator in ARRIVED_AT else PlaceRole.EVENT


def _kind(source: int | None, words: str) -> AttributionKind:
    if source:
        return AttributionKind.NAMED
    return AttributionKind.UNNAMED if words else AttributionKind.NONE


def may_be_part(total: Figure, indicator: str, unit: str | None, place: int | None) -> bool:
    """Whether the database would let this be a part of that figure; in another place, even inside, a person says so."""
    counts = {total.indicator, *([Indicator.KILLED, Indicator.INJURED] if total.indicator == Indicator.CASUALTIES else [])}
    return unit == total.unit and indicator in counts and place == total.place_id


def _takes_up(claimant: str, name: str) -> bool:
    """Whether the words surely stand for the name: a pronoun does, and a part of it; "the agency" may be another one."""
    return claimant.lower() in _PRONOUNS or {*_folded(claimant).split("-")} <= {*_folded(name).split("-")}


def _missing(values: Mapping[str, Any], place_words: str, claimant: str) -> Iterable[str]:
    if values["place_id"] is None and place_words:
        yield f"“{place_words}” is not in the list of places: choose the place, or add it."
    elif values["place_id"] is None:
        yield "No place was read: choose it."
    if claimant:
        yield claimant
    if values["indicator"] in AID_INDICATORS and not values["count_stage"]:
        yield "Aid needs its stage: planned, carried, entered and so on."


def _folded(words: str) -> str:
    """Return a name without its article, accents, capitals and hyphens."""
    name = _ARTICLE.sub("", " ".join(words.split()))
    return (slug_of(name) or name) if name else "-"


def _folded_all(name: str, arabic: str, aliases: Iterable[str]) -> list[str]:
    return [_folded(known) for known in (name, arabic, *aliases) if known]
