"""What somebody added on the way, settled by an editor: confirmed as new, or merged into the one that was meant.

What is merged is never deleted, as no evidence is. Its name becomes an alias of the other one, by which it is known as
merged (`not_merged`) and left out of lists, of the gazetteer, and of what a name can mean.
"""

from datetime import datetime
from typing import Any, Final, cast

from django.contrib.auth.models import User
from django.db.models import Q

from tracker.models import Document, Figure, FigureRevision, Place, PlacePeriod, Source
from tracker.models.figure_triggers import material_column
from tracker.models.merged import Reference
from tracker.models.rules import Recorded
from tracker.review.errors import Refused
from tracker.review.refusals import in_words
from tracker.review.relations import GONE
from tracker.review.revising import revise
from tracker.review.writing import permit
from tracker.vocabulary import RevisionOutcome, Status

IN_FIGURES: Final[dict[type[Recorded], tuple[str, ...]]] = {
    Place: ("place",),
    Source: ("attributed_to", "alleged_actor"),
}
ELSEWHERE: Final[dict[type[Recorded], tuple[tuple[type[Recorded], str], ...]]] = {
    Place: ((Place, "parent"), (PlacePeriod, "place")),
    Source: ((Document, "publisher"), (Document, "follows"), (PlacePeriod, "definition_by")),
}
"""What besides figures points to a place or a source."""


def confirm(*, by: User, at: datetime, row: Place | Source) -> None:
    """Say that what was added on the way is new indeed; its figures can then be verified. Raises NotAllowed, Refused."""
    with in_words():
        (stored,) = _locked(row, by=by)
        _refuse_merged(stored)
        stored.confirmed = True
        _write(stored, by=by, at=at, reason="")


def merge_place(*, by: User, at: datetime, unconfirmed: Place, into: Place, reason: str) -> list[Figure]:
    """Let everything that points to an unconfirmed place point to a confirmed one; return the changed figures.

    Each figure's history says who, when and why. A warning that a figure gets stays open, and stops its being verified but
    not the merging; a reviewer's remark stays too. Retracted and discarded figures stay as they are. Raises NotAllowed, or
    Refused: without a reason, for a place that is confirmed or into one that is not or that lies in it, while a verified
    figure or a pending correction names it, and where a figure would break a rule.
    """
    with in_words():
        old, new = _locked(unconfirmed, into, by=by)
        outer: Place | None = new.parent
        while outer is not None:
            if outer == old:
                raise Refused(f"“{new}” lies in “{old}”: say first where else it lies.")
            outer = outer.parent
        old.parent = new  # so that a part stays inside its total while the two move one after the other
        new.overlaps.add(*old.overlaps.exclude(pk=new.pk))
        return _merge(old, new, by=by, at=at, reason=reason)


def merge_source(*, by: User, at: datetime, unconfirmed: Source, into: Source, reason: str) -> list[Figure]:
    """Let all figures, documents and periods that name an unconfirmed source name a confirmed one, as `merge_place` does."""
    with in_words():
        old, new = _locked(unconfirmed, into, by=by)
        return _merge(old, new, by=by, at=at, reason=reason)


def naming(row: Place | Source) -> list[Figure]:
    """Return the figures that name a place or source, totals before their parts; not those that are retracted or gone."""
    asked = Q()
    for column in IN_FIGURES[type(row)]:
        asked |= Q(**{column: row})
    found = {f.pk: f for f in Figure.objects.filter(asked).exclude(status__in=GONE).order_by("pk")}

    def depth(figure: Figure) -> int:
        total = found.get(figure.subset_of_id or 0)
        return 1 + depth(total) if total else 0

    return sorted(found.values(), key=depth)


def naming_elsewhere(row: Place | Source, *, lock: bool = False) -> list[Recorded]:
    """Return the documents, periods and places that name a place or source, each once; locked where asked for."""
    found: dict[Recorded, None] = {}
    for model, column in ELSEWHERE[type(row)]:
        rows = model._default_manager.filter(**{column: row}).order_by("pk")
        found |= dict.fromkeys(rows.select_for_update(of=("self",)) if lock else rows)
    return list(found)


def against(row: Place | Source) -> str | None:
    """Return why a place or source cannot be merged, into whichever other one."""
    if row.confirmed:
        return f"“{row}” is confirmed: only what no editor has confirmed yet is merged."
    if verified := [str(figure.pk) for figure in naming(row) if figure.status == Status.VERIFIED]:
        return f"Verified figures name “{row}”: correct them first (figures {', '.join(verified)})."
    named = Q()
    for column in IN_FIGURES[type(row)]:
        named |= Q(**{f"changes__{material_column(column)}": row.pk})
    waiting = FigureRevision.objects.filter(named, outcome=RevisionOutcome.PENDING).order_by("figure").first()
    if waiting:
        return f"A correction of figure {waiting.figure_id} waits that names “{row}”: decline it first."
    return None


def merged_into(row: Place | Source) -> Place | Source | None:
    """Return the confirmed place or source that an unconfirmed one was merged into; null where it was not."""
    into: Place | Source | None = type(row)._default_manager.filter(confirmed=True, aliases__contains=[row.name]).first()
    return into


def _refuse_merged(row: Reference, *, but: Reference | None = None) -> None:
    """Refuse to settle what another editor merged meanwhile, unless `but` is where it was merged.

    Merging it there once more takes along what somebody entered in a form that they had open then.
    """
    into = merged_into(row)
    if into is not None and into != but:
        raise Refused(f"“{row}” is merged into “{into}” already.")


def _merge(old: Reference, new: Reference, *, by: User, at: datetime, reason: str) -> list[Figure]:
    if not reason.strip():
        raise Refused("Say why the two are the same: the history of each figure shows it.")
    if old.pk == new.pk:
        raise Refused("Nothing is merged into itself.")
    if not new.confirmed:
        raise Refused(f"“{new}” is not confirmed either: confirm it first, or choose another.")
    if why := against(old):
        raise Refused(why)
    _refuse_merged(old, but=new)
    why = f"“{old}” is merged into “{new}”: {reason.strip()}"
    known = {new.name, new.name_ar, *new.aliases, ""}
    new.aliases = [*new.aliases, *([old.name] if old.name not in new.aliases else [])]
    new.aliases += [name for name in (old.name_ar, *old.aliases) if name not in known | {old.name}]
    _write(new, by=by, at=at, reason=why)
    _write(old, by=by, at=at, reason=why)
    for row in naming_elsewhere(old, lock=True):
        for model, column in ELSEWHERE[type(old)]:
            if isinstance(row, model) and getattr(row, f"{column}_id") == old.pk:
                setattr(row, column, new)
        _write(row, by=by, at=at, reason=why)
    return [_point(figure, old, new, by=by, at=at, reason=why) for figure in naming(old)]


def _point(figure: Figure, old: Reference, new: Reference, *, by: User, at: datetime, reason: str) -> Figure:
    values: dict[str, Any] = {c: new for c in IN_FIGURES[type(old)] if getattr(figure, f"{c}_id") == old.pk}
    try:
        changed = revise(by=by, at=at, figure=figure, values=values, reason=reason, merging=True)
    except Refused as refused:
        raise Refused(f"Figure {figure.pk} stands against it. {refused}") from refused
    return cast("Figure", changed)


def _locked(*rows: Place | Source, by: User) -> list[Any]:
    """Return the rows as stored, locked; the first is what an editor settles."""
    permit(by, f"change_{rows[0]._meta.model_name}")
    manager: Any = type(rows[0])._default_manager
    stored = {
        row.pk: row for row in manager.select_for_update(of=("self",)).filter(pk__in=[r.pk for r in rows]).order_by("pk")
    }
    if stored[rows[0].pk].confirmed:
        raise Refused(f"“{rows[0]}” is confirmed already.")
    return [stored[row.pk] for row in rows]


def _write(row: Recorded, *, by: User, at: datetime, reason: str) -> None:
    row.sign(by=by, at=at, reason=reason)
    row.save(force_update=True)
