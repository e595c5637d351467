"""What a second person needs before they verify: what stands against it for them, and what belongs to the figure."""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from typing import Final

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet

from tracker import review
from tracker.admin import facts
from tracker.admin.values import name_of
from tracker.models import Figure, FigureRevision, NotARepeat
from tracker.review import Act
from tracker.review.overriding import decided_alone, decided_pairs
from tracker.review.refusals import WORDS
from tracker.review.relations import GONE
from tracker.review.states import step
from tracker.vocabulary import RevisionKind, RevisionOutcome, Status
from tracker.wording import label

OPEN_WARNING: Final = (
    "Something looks wrong, and nobody has said why it stands nevertheless: send it back, and whoever entered it "
    "corrects it or gives a reason."
)
OPEN_WARNING_OF_CORRECTION: Final = (
    "Something looks wrong with the proposed values, and nobody has said why they stand nevertheless: decline it."
)
OWN_CORRECTION: Final = (
    "Somebody else must confirm this: you entered the figure, and nobody confirms a correction of what they entered."
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """What looks wrong about a figure: in words, the other figures concerned, and whether a curator set it aside."""

    words: str
    figures: tuple[int, ...]
    overridden: bool


def doubts_about(figure: Figure) -> list[Doubt]:
    """Return what looks wrong about a figure. At most five queries."""
    return [Doubt(w.words, w.figures, w.code in figure.overridden) for w in review.warnings_of(figure)]


def obstacle(figure: Figure, user: User, doubts: Iterable[Doubt]) -> str | None:
    """Return why this person cannot verify the figure now, in review's words; null when nothing is known against it.

    It says so before anybody tries. `review.verify` and the database decide all the same.
    """
    try:
        step(Status(figure.status), Act.VERIFY)
    except review.Refused as refused:
        return str(refused)
    if user.pk in figure.authors:
        return WORDS["figure_four_eyes"]
    if words := decided_alone(figure, user):
        return words
    for reference in (figure.place, figure.attributed_to, figure.alleged_actor):
        if reference is not None and not reference.confirmed:
            return f"“{reference}” is new: an editor confirms or merges it before this figure can be verified."
    return OPEN_WARNING if any(not doubt.overridden for doubt in doubts) else None


def obstacle_to_confirming(revision: FigureRevision, user: User, doubts: Iterable[Doubt]) -> str | None:
    """Return why this person cannot confirm the revision, in review's words; null when nothing is known against it."""
    if revision.outcome != RevisionOutcome.PENDING:
        return WORDS["revision_decided_once"]
    if revision.proposed_by_id == user.pk:
        return WORDS["revision_four_eyes"]
    if revision.kind == RevisionKind.CORRECTION and revision.figure.entered_by_id == user.pk:
        return OWN_CORRECTION
    if revision.kind == RevisionKind.CORRECTION and (words := decided_alone(revision.figure, user)):
        return words
    return OPEN_WARNING_OF_CORRECTION if any(not doubt.overridden for doubt in doubts) else None


def as_proposed(revision: FigureRevision) -> Figure:
    """Return the figure as a correction would have it, unsaved; of a retraction, as it stands."""
    figure = copy(revision.figure)
    for column, value in revision.changes.items():
        setattr(figure, column, Figure._meta.get_field(column).to_python(value))  # type: ignore[union-attr]  # a column
    return figure


REFERENCES: Final = (
    *("document__publisher", "place", "attributed_to", "alleged_actor", "entered_by", "sent_back_by"),
    *("repeat_of__place", "repeat_of__attributed_to", "subset_of__place", "subset_of__attributed_to"),
)
"""All that a figure's facts name."""


def with_references(figures: QuerySet[Figure]) -> QuerySet[Figure]:
    """Return the figures with all that their facts name, in one query."""
    return figures.select_related(*REFERENCES)


@dataclass(frozen=True, slots=True)
class Relative:
    """A figure that belongs to another one, as a link and its facts in short."""

    pk: int
    name: str
    about: str


def relatives(figure: Figure) -> list[tuple[str, list[Relative]]]:
    """Return the figures that belong to this one, by how they do, and likely repeats that were set aside. Two queries."""
    pointing = list(
        Figure.objects.filter(Q(repeat_of=figure) | Q(subset_of=figure))
        .exclude(status__in=GONE)
        .select_related("place", "attributed_to")
        .order_by("pk")
    )
    groups: list[tuple[str, list[Figure]]] = [
        ("It repeats", [figure.repeat_of] if figure.repeat_of else []),
        ("It is a part of", [figure.subset_of] if figure.subset_of else []),
        ("Repeats of it", [f for f in pointing if f.repeat_of_id == figure.pk]),
        ("Parts of it", [f for f in pointing if f.subset_of_id == figure.pk]),
    ]
    shown = [(name, [_relative(row) for row in rows]) for name, rows in groups if rows]
    aside = [_set_aside(pair, figure) for pair in decided_pairs(figure).select_related("first", "second", "decided_by")]
    return [*shown, *([("Not the same count as", aside)] if aside else [])]


def _set_aside(pair: NotARepeat, figure: Figure) -> Relative:
    other = pair.second if pair.first_id == figure.pk else pair.first
    return Relative(other.pk, name_of(other), f"“{pair.reason}” ({name_of(pair.decided_by)})")


def _relative(figure: Figure) -> Relative:
    parts = (figure.place.name, facts.period(figure), facts.claimant(figure), label(figure.status).lower())
    return Relative(figure.pk, name_of(figure), " · ".join(parts))
