"""A document's text with what was read in it marked: pure, cut wherever a mark begins or ends."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from tracker.models import Figure, Proposal
from tracker.wording import label

Span = tuple[int, int]
"""Start and end in code points of the document's text."""

WORDS: Final = {"number": "number", "place": "place", "claimant": "claimant", "period": "period"}
"""What is marked of the current proposal, as a screen reader says it before the words."""
READ: Final = {"place": "place", "claimant": "attributed_to", "period": "date_text"}


@dataclass(slots=True)
class Piece:
    """A run of text that is shown in one way. `at` is where it starts.

    `proposal` is whose number it is, `figure` whose where somebody entered it by hand; null for none.
    """

    text: str
    at: int
    proposed: bool = False
    current: bool = False
    proposal: Proposal | None = None
    figure: Figure | None = None
    kinds: list[str] = field(default_factory=list)
    opening: list[str] = field(default_factory=list)

    @property
    def classes(self) -> str:
        """Return its class names."""
        names = [*self.kinds, *(["proposed"] if self.proposed else []), *(["current"] if self.current else [])]
        state = f"is-{self.proposal.outcome}" if self.proposal else "is-entered" if self.figure else ""
        return " ".join([*names, *([state] if state else [])])

    @property
    def state(self) -> str:
        """Return what became of its number: nothing while it waits."""
        decided = self.proposal is not None and self.proposal.outcome != "pending"
        return label(self.proposal.outcome).lower() if decided and self.proposal else ""


def marked(text: str, proposals: Sequence[Proposal], current: Proposal | None, entered: Sequence[Figure]) -> list[Piece]:
    """Return the text in pieces: sentences with proposals, each number as a way to its proposal, the current one's marks.

    `entered` are the figures that were entered by hand: their numbers lead to them.
    """
    marks = marks_of(text, current) if current else {}
    numbers = list(_apart(p for p in proposals if current is None or p.pk != current.pk))
    sentences = {(p.start, p.end) for p in proposals}
    read: list[tuple[str, Proposal | Figure]] = [*(("proposal", p) for p in numbers), *(("figure", f) for f in entered)]
    spans = [*sentences, *((one.number_start, one.number_end) for _, one in read), *marks.values()]
    edges = sorted({0, len(text), *(edge for span in spans for edge in span)})
    pieces = [Piece(text[a:b], a) for a, b in pairwise(edges)]
    place = {edge: i for i, edge in enumerate(edges)}

    def inside(span: Span) -> list[Piece]:
        return pieces[place[span[0]] : place[span[1]]]

    for span in sentences:
        for piece in inside(span):
            piece.proposed = True
    for piece in inside((current.start, current.end)) if current else ():
        piece.current = True
    for name, one in read:
        for piece in inside((one.number_start, one.number_end)):
            setattr(piece, name, one)
    for kind, span in marks.items():
        for i, piece in enumerate(inside(span)):
            piece.kinds.append(kind)
            piece.opening += [] if i else [WORDS[kind]]
    return pieces


def marks_of(text: str, proposal: Proposal) -> dict[str, Span]:
    """Return where number, place, claimant and period of a proposal stand: in its sentence, or else nearest before it."""
    found = {"number": (proposal.number_start, proposal.number_end)}
    for kind, name in READ.items():
        words = proposal.reading.get(name)
        span = _nearest(text, words, proposal) if words else None
        if span is not None:
            found[kind] = span
    return found


def _nearest(text: str, words: str, proposal: Proposal) -> Span | None:
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    here = [m.span() for m in pattern.finditer(text, proposal.start, proposal.end)]
    if here:
        return min(here, key=lambda span: abs(span[0] - proposal.number_start))
    before = [m.span() for m in pattern.finditer(text, 0, proposal.start)]
    return before[-1] if before else None


def _apart(proposals: Iterable[Proposal]) -> Iterable[Proposal]:
    """Return those whose numbers do not overlap: of several readings of one number, the first that waits."""
    end = 0
    order = sorted(proposals, key=lambda p: (p.number_start, p.outcome != "pending", -p.number_end, p.pk))
    for proposal in order:
        if proposal.number_start >= end:
            yield proposal
            end = proposal.number_end
