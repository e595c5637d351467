"""What looks wrong about a figure that is not stored yet, and which public figures may report the same count."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker import review
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
    """What a reason can set aside, and what asks for a decision."""

    words: tuple[str, ...]
    pairs: tuple[Pair, ...]

    def __bool__(self) -> bool:
        """Return whether anything looks wrong."""
        return bool(self.words or self.pairs)


def warned(figure: Figure) -> Warned:
    """Return what looks wrong about the figure, as far as it is known yet. At most six queries."""
    return sorted_out(review.warnings_of(figure))


def sorted_out(found: Sequence[review.FigureWarning]) -> Warned:
    """Return the warnings as the desk shows them."""
    repeats = {w.figures[0]: w.words for w in found if w.code == ConsistencyWarning.LIKELY_REPEAT and w.figures}
    others = Figure.objects.filter(pk__in=repeats).select_related("place").order_by("pk") if repeats else ()
    return Warned(
        tuple(w.words for w in found if w.code != ConsistencyWarning.LIKELY_REPEAT),
        tuple(Pair(other, repeats[other.pk], described(other)) for other in others),
    )
