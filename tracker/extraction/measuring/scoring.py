"""How right proposals are, measured against labels: found, missed, wrong, and what was read wrongly of those found.

A proposal finds a label when its sentence overlaps the label's, its indicator is one of the label's, and its number is the
label's. Each label is found once; what finds nothing is wrong. Precision counts optional labels that were found as right
proposals; recall looks at the others alone.
"""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from tracker.extraction.measuring.labels import Label, Trap
from tracker.extraction.proposed import ProposedFigure
from tracker.vocabulary import Quantifier

QUANTIFIERS: Final = {
    Quantifier.EXACT: "exact",
    Quantifier.APPROXIMATELY: "approx",
    Quantifier.AT_LEAST: "at_least",
    Quantifier.MORE_THAN: "at_least",
    Quantifier.UP_TO: "at_most",
    Quantifier.LESS_THAN: "at_most",
    Quantifier.BETWEEN: "approx",
    Quantifier.VAGUE: "vague",
}
"""Our quantifiers as the labels' coarser ones."""
ATTRIBUTES: Final = ("quantifier", "unit", "group", "place", "claimant")


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal and the text it was made in."""

    document: str
    figure: ProposedFigure


@dataclass(slots=True)
class Tally:
    """Labels and proposals of one kind: how many there are, and how many meet."""

    labels: int = 0
    found: int = 0
    proposals: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        """Return the share of proposals that are right; 0 where there is none."""
        return self.right / self.proposals if self.proposals else 0.0

    @property
    def recall(self) -> float:
        """Return the share of labels, optional ones left out, that were found; 0 where there is none."""
        return self.found / self.labels if self.labels else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of both."""
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.right else 0.0


@dataclass(frozen=True, slots=True)
class Slip:
    """A figure that was found, with one attribute read otherwise than the label says."""

    attribute: str
    label: Label
    figure: ProposedFigure
    said: str | None
    meant: str | None


@dataclass(slots=True)
class Score:
    """The measurement of some texts; `compared` says how often an attribute was compared, `agreed` how often it agreed."""

    texts: int = 0
    traps: int = 0
    total: Tally = field(default_factory=Tally)
    by_indicator: dict[str, Tally] = field(default_factory=dict)
    by_quantifier: dict[str, Tally] = field(default_factory=dict)
    compared: dict[str, int] = field(default_factory=lambda: dict.fromkeys(ATTRIBUTES, 0))
    agreed: dict[str, int] = field(default_factory=lambda: dict.fromkeys(ATTRIBUTES, 0))
    missed: list[Label] = field(default_factory=list)
    wrong: list[Proposed] = field(default_factory=list)
    sprung: list[Proposed] = field(default_factory=list)
    slips: list[Slip] = field(default_factory=list)

    def accuracy(self, attribute: str) -> float:
        """Return how often an attribute agreed where it could be compared; 0 where it never could."""
        return self.agreed[attribute] / self.compared[attribute] if self.compared[attribute] else 0.0


def score(
    proposals: Iterable[Proposed], labels: Iterable[Label], traps: Iterable[Trap], documents: Collection[str]
) -> Score:
    """Measure the proposals in some documents; those of other documents, their labels and traps do not count."""
    result = Score(texts=len(documents))
    wanted = [label for label in labels if label.document in documents]
    set_traps = [trap for trap in traps if trap.document in documents]
    result.traps = len(set_traps)
    open_labels = list(wanted)
    for proposed in proposals:
        if proposed.document in documents:
            label = _label_found(proposed, open_labels)
            _count_proposal(result, proposed.figure, right=label is not None)
            if label is None:
                result.wrong.append(proposed)
            else:
                open_labels = [other for other in open_labels if other is not label]
                _compare(result, label, proposed.figure)
    result.sprung = [proposed for proposed in result.wrong if any(_in(proposed, trap) for trap in set_traps)]
    for label in wanted:
        if not label.optional:
            is_open = any(other is label for other in open_labels)
            _count_label(result, label, found=not is_open)
            result.missed += [label] if is_open else []
    return result


def _label_found(proposed: Proposed, labels: Sequence[Label]) -> Label | None:
    """Return the label that the proposal finds: one of its group, then one that is not optional, then the first."""
    figure = proposed.figure
    found = [label for label in labels if label.document == proposed.document and _meets(figure, label)]
    return max(found, key=lambda label: (label.group == figure.group, not label.optional), default=None)


def _meets(figure: ProposedFigure, label: Label) -> bool:
    overlap = figure.start < label.sentence.end and label.sentence.start < figure.end
    return overlap and figure.indicator in label.indicators and _same_number(figure, label)


def _same_number(figure: ProposedFigure, label: Label) -> bool:
    """Whether the numbers agree; of vague words the magnitude. A strict reading of "more than 20" agrees too (21)."""
    if (figure.quantifier == Quantifier.VAGUE) != (label.quantifier == "vague"):
        return False
    if label.quantifier == "vague":
        return bool(figure.low and label.low) and _magnitude(figure.low) == _magnitude(label.low)
    numbers = {figure.reported, figure.reported_max, figure.low, figure.best, figure.high}
    if label.best is None:
        return {label.low, label.high} <= numbers - {None}
    return label.best in numbers or (figure.quantifier == Quantifier.MORE_THAN and label.best + 1 in numbers)


def _magnitude(number: int | None) -> int:
    return int(math.log10(number or 1))


def _in(proposed: Proposed, trap: Trap) -> bool:
    figure = proposed.figure
    return proposed.document == trap.document and figure.start < trap.sentence.end and trap.sentence.start < figure.end


def _count_proposal(result: Score, figure: ProposedFigure, *, right: bool) -> None:
    indicator = result.by_indicator.setdefault(figure.indicator, Tally())
    quantifier = result.by_quantifier.setdefault(QUANTIFIERS[figure.quantifier], Tally())
    for tally in (result.total, indicator, quantifier):
        tally.proposals += 1
        tally.right += right


def _count_label(result: Score, label: Label, *, found: bool) -> None:
    indicator = result.by_indicator.setdefault(label.indicators[0], Tally())
    quantifier = result.by_quantifier.setdefault(label.quantifier, Tally())
    for tally in (result.total, indicator, quantifier):
        tally.labels += 1
        tally.found += found


def _compare(result: Score, label: Label, figure: ProposedFigure) -> None:
    """Compare attributes; place and claimant only where the label has one, and as words of which one holds the other."""
    pairs: Mapping[str, tuple[str | None, str | None]] = {
        "quantifier": (QUANTIFIERS[figure.quantifier], label.quantifier),
        "unit": (figure.unit, label.unit),
        "group": (figure.group, label.group),
        "place": (figure.place, label.place),
        "claimant": (figure.attributed_to, label.claimant),
    }
    for attribute, (said, meant) in pairs.items():
        words = attribute in {"place", "claimant"}
        if words and meant is None:
            continue
        agrees = _same_words(said, meant) if words else said == meant
        result.compared[attribute] += 1
        result.agreed[attribute] += agrees
        if not agrees:
            result.slips.append(Slip(attribute, label, figure, said, meant))


def _same_words(said: str | None, meant: str | None) -> bool:
    a, b = ((words or "").lower().removeprefix("the ") for words in (said, meant))
    return bool(a and b) and (a in b or b in a)
