"""What a figure's relations to others must be, told before a second person is asked."""

from tracker.models import Figure
from tracker.review.errors import Refused
from tracker.review.refusals import WORDS
from tracker.vocabulary import Status

PUBLIC = (Status.PROVISIONAL, Status.VERIFIED)
GONE = (Status.RETRACTED, Status.DISCARDED)


def check_public_references(figure: Figure) -> None:
    """Refuse a public figure that points to one the public cannot see (a draft, or a retracted one)."""
    for other, relation in ((figure.repeat_of, "repeats"), (figure.subset_of, "is a part of")):
        if other is not None and other.status not in PUBLIC:
            message = f"This figure {relation} “{other}”, which is {other.status}: publish that one first."
            raise Refused(message)


def check_confirmed_references(figure: Figure) -> None:
    """Refuse to call a figure verified while its place, claimant or actor waits for an editor."""
    for reference in (figure.place, figure.attributed_to, figure.alleged_actor):
        if reference is not None and not reference.confirmed:
            message = f"“{reference}” is new: an editor confirms or merges it before this figure can be verified."
            raise Refused(message)


def check_relations(figure: Figure) -> None:
    """Refuse what the database would refuse only when the figure's own row is written: circles, and repeats left alone."""
    repeats = figure.repeats.exclude(status__in=GONE)
    if figure.repeat_of_id is not None and (figure.repeat_of_id == figure.pk or repeats.exists()):
        raise Refused(WORDS["figure_repeats_an_original"])
    if repeats.exclude(indicator=figure.indicator, unit=figure.unit).exists():
        raise Refused(WORDS["figure_repeat_counts_the_same"])
    total, seen = figure.subset_of, {figure.pk}
    while total is not None:
        if total.pk in seen:
            raise Refused(WORDS["subset_of_id_acyclic"])
        seen.add(total.pk)
        total = total.subset_of


def check_successor(figure: Figure, successor: Figure | None) -> None:
    """Refuse a retraction that leaves public repeats without a public head, or public parts without their total."""
    repeats = figure.repeats.filter(status__in=PUBLIC)
    if successor is None and repeats.exists():
        raise Refused(WORDS["retracted_head_has_successor"])
    if successor is not None and not repeats.filter(pk=successor.pk).exists():
        message = "The new head of the count must be one of this figure's public repeats."
        raise Refused(message)
    if parts := list(figure.subsets.filter(status__in=PUBLIC).order_by("pk")):
        names = ", ".join(f"“{part}” (figure {part.pk})" for part in parts)
        message = f"Other figures are parts of this one: retract or release them first: {names}."
        raise Refused(message)
