"""Figures and traps that a person marked in texts, against which proposals are measured."""

from dataclasses import dataclass
from typing import Any, Final

from tracker.extraction.text.passages import Span

INDICATORS: Final = {"aid_beneficiaries": "aid_recipients"}
UNITS: Final = {"people": "person", "households": "household", "trucks": "truck"}
"""The labels' words that are not the vocabulary's; all others are."""


@dataclass(frozen=True, slots=True)
class Label:
    """A figure that a text holds.

    `indicators` are all that are right, the first one preferred. `quantifier` is exact, at_least, at_most, approx or vague:
    coarser than ours. `low`, `best`, `high` are null where open. `place` and `claimant` are words of the text, null where
    nothing is said of them. An optional label is neither missed nor wrong.
    """

    document: str
    sentence: Span
    words: str
    indicators: tuple[str, ...]
    quantifier: str
    low: int | None
    best: int | None
    high: int | None
    unit: str
    group: str | None
    place: str | None
    claimant: str | None
    optional: bool


@dataclass(frozen=True, slots=True)
class Trap:
    """A sentence whose numbers are no figures."""

    document: str
    sentence: Span


def label_of(values: dict[str, Any]) -> Label:
    """Return the label that a line of gold.jsonl holds. Raises KeyError for a missing key."""
    indicators = [values["metric"], *([values["metric_alt"]] if values["metric_alt"] else [])]
    return Label(
        document=values["doc"],
        sentence=Span(values["start"], values["end"]),
        words=values["sentence"],
        indicators=tuple(INDICATORS.get(indicator, indicator) for indicator in indicators),
        quantifier=values["qualifier"],
        low=values["value_low"],
        best=values["value_best"],
        high=values["value_high"],
        unit=UNITS.get(values["unit"], values["unit"]),
        group=values["subgroup"] or None,
        place=values["place"] or None,
        claimant=values["attribution"] or None,
        optional=values["optional"],
    )


def trap_of(values: dict[str, Any]) -> Trap:
    """Return the trap that a line of negatives.jsonl holds. Raises KeyError for a missing key."""
    return Trap(values["doc"], Span(values["start"], values["end"]))
