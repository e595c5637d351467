"""What looks wrong about a figure, stored or still being typed, and which public figures may report the same count."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from tracker import review
from tracker.admin.copies import copies_of
from tracker.admin.entering.described import described
from tracker.models import Figure
from tracker.vocabulary import ConsistencyWarning


@dataclass(frozen=True, slots=True)
class Pair:
    """A public figure that may report the same count, with why it looks so."""

    figure: Figure
    words: str
    described: str


@dataclass(frozen=True, slots=True)
class Warned:
    """What a reason can set aside, in words and by its codes, and what asks for a decision."""

    words: tuple[str, ...]
    codes: frozenset[str]
    pairs: tuple[Pair, ...]

    def __len__(self) -> int:
        """Return how many things look wrong."""
        return len(self.words) + len(self.pairs)


NOTHING: Final = Warned((), frozenset(), ())


def warned(figure: Figure) -> Warned:
    """Return what looks wrong about the figure, as far as it is known yet. At most eight queries.

    Of the likely repeats, those stand first whose document this one was copied from, or copied by.
    """
    found = sorted_out(review.warnings_of(figure))
    if not found.pairs:
        return found
    linked = {document.pk for _, document in copies_of(figure.document)}
    return replace(found, pairs=tuple(sorted(found.pairs, key=lambda pair: pair.figure.document_id not in linked)))


def sorted_out(found: Sequence[review.FigureWarning]) -> Warned:
    """Return the warnings as the pages show them."""
    repeats = {w.figures[0]: w.words for w in found if w.code == ConsistencyWarning.LIKELY_REPEAT and w.figures}
    others = Figure.objects.filter(pk__in=repeats).select_related("place").order_by("pk") if repeats else ()
    reasoned = [w for w in found if w.code != ConsistencyWarning.LIKELY_REPEAT]
    return Warned(
        tuple(w.words for w in reasoned),
        frozenset(w.code for w in reasoned),
        tuple(Pair(other, repeats[other.pk], described(other)) for other in others),
    )
