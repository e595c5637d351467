"""A measurement of the extractor in words and columns."""

import math
from collections.abc import Iterable

from tracker.extraction.measuring.scoring import ATTRIBUTES, Proposed, Score, Slip, Tally

WIDTH = 150
"""How much of a sentence is printed."""


def in_words(title: str, result: Score) -> str:
    """Return the measurement as lines: the whole, then indicators, quantifiers and attributes."""
    total = result.total
    optional = total.right - total.found
    lines = [
        f"{title}: {result.texts}",
        f"  {total.labels} figures to be found, {total.proposals} proposed,"
        f" {total.right} right ({optional} of them optional)",
        f"  precision {total.precision:.4f}   recall {total.recall:.4f}   F1 {total.f1:.4f}"
        f"   {len(result.sprung)} proposed in the {result.traps} trap sentences",
        "",
        *_table("indicator", result.by_indicator),
        "",
        *_table("quantifier", result.by_quantifier),
        "",
        f"  {'attribute':<18}{'compared':>9}{'agree':>9}{'accuracy':>11}",
        *(
            f"  {name:<18}{result.compared[name]:>9}{result.agreed[name]:>9}{result.accuracy(name):>11.4f}"
            for name in ATTRIBUTES
        ),
    ]
    return "\n".join(lines)


def _table(head: str, tallies: dict[str, Tally]) -> list[str]:
    columns = f"{'labelled':>9}{'found':>9}{'proposed':>11}{'right':>9}{'precision':>11}{'recall':>9}{'F1':>9}"
    rows = sorted(tallies.items(), key=lambda row: (-row[1].labels, -row[1].proposals, row[0]))
    return [
        f"  {head:<18}{columns}",
        *(
            f"  {name:<18}{t.labels:>9}{t.found:>9}{t.proposals:>11}{t.right:>9}"
            f"{t.precision:>11.4f}{t.recall:>9.4f}{t.f1:>9.4f}"
            for name, t in rows
        ),
    ]


def errors_in_words(result: Score, most: int) -> str:
    """Return the worst errors of each kind, at most that many of each: the surest wrong ones, the largest missed ones."""
    sprung = {id(proposed) for proposed in result.sprung}
    surest = sorted(result.wrong, key=lambda proposed: -proposed.figure.confidence)
    largest = sorted(result.missed, key=lambda label: -_size(label.best, label.low, label.high))
    lines = [
        *_some("trap sprung", most, (_wrong(proposed) for proposed in surest if id(proposed) in sprung)),
        *_some("wrong", most, (_wrong(proposed) for proposed in surest if id(proposed) not in sprung)),
        *_some(
            "missed",
            most,
            (
                f"{label.document} {label.indicators[0]} {_number(label.best, label.low, label.high)} | {_cut(label.words)}"
                for label in largest
            ),
        ),
        *(
            line
            for name in ATTRIBUTES
            for line in _some(name, most, map(_slip, (s for s in result.slips if s.attribute == name)))
        ),
    ]
    return "".join(f"{line}\n" for line in lines)


def _some(kind: str, most: int, errors: Iterable[str]) -> list[str]:
    found = list(errors)[:most]
    return ["", *(f"  {kind}: {error}" for error in found)] if found else []


def _wrong(proposed: Proposed) -> str:
    figure = proposed.figure
    what = f"{figure.indicator} “{figure.reported_text}” ({figure.confidence:.2f})"
    return f"{proposed.document} {what} | {_cut(figure.sentence)}"


def _slip(slip: Slip) -> str:
    meant, said = slip.meant or "none", slip.said or "none"
    return f"{meant}, read as {said}: {slip.label.document} “{slip.figure.reported_text}” | {_cut(slip.label.words)}"


def _size(*numbers: int | None) -> float:
    return max((math.log10(number) for number in numbers if number), default=0.0)


def _number(best: int | None, low: int | None, high: int | None) -> str:
    return str(best) if best is not None else f"{'…' if low is None else low}–{'…' if high is None else high}"


def _cut(sentence: str) -> str:
    words = " ".join(sentence.split())
    return words if len(words) <= WIDTH else words[: WIDTH - 1] + "…"
