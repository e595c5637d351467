"""A row's history as sentences: pure functions from its versions to who did what, when and why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any, Final

from django.contrib.auth.models import User
from django.db import models

from tracker.admin.values import Change, Names, Row, changes, field_words
from tracker.models import MATERIAL_FIELDS, Document, Figure, Place, PlacePeriod, Source
from tracker.models.figure_triggers import material_column
from tracker.vocabulary import RevisionKind, RevisionOutcome, Status
from tracker.wording import label

MATERIAL_COLUMNS: Final = tuple(material_column(field) for field in MATERIAL_FIELDS)
SIGNED: Final = frozenset({"id", "changed_by_id", "changed_at", "change_reason", "version"})
BORN: Final[dict[type[models.Model], str]] = {
    Figure: "entered it as a draft",
    Document: "stored the document",
    Place: "added the place",
    PlacePeriod: "added the period",
    Source: "added the source",
}
OVERRIDES: Final = {field_words(Figure, column) for column in ("overridden", "override_reason")}
NOBODY: Final = "the program"
"""Who signs reference data that came with the program."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """What one person did at one moment. `differences` are the texts to be shown word by word."""

    at: datetime
    who: str
    did: str
    reason: str = ""
    differences: tuple[Change, ...] = ()
    figure: int | None = None

    def __str__(self) -> str:
        """Return it whole: "On 3 May 2026, Amal changed high from 900 to 950: “second page of the report”"."""
        why = f": “{self.reason}”" if self.reason else ""
        return f"On {self.at:%-d %B %Y}, {self.who} {self.did}{why}"


def row_sentences(model: type[models.Model], versions: Sequence[Row], names: Names) -> list[Sentence]:
    """Return the sentences of a document, place, period or source, from its versions in their order."""
    return [
        _sentence(new, *_row_act(model, old, new, names), names=names)
        for old, new in pairwise([None, *versions])
        if new is not None
    ]


def figure_sentences(versions: Iterable[tuple[Row | None, Row]], revisions: Iterable[Row], names: Names) -> list[Sentence]:
    """Return the sentences of figures, from each version with the one before it (null before the first).

    `revisions` are those that were applied: who proposed what a second person confirmed.
    """
    applied = {(r["figure_id"], r["applied_version"]): r for r in revisions if r["applied_version"] is not None}
    return [
        _sentence(
            new, *_figure_act(old, new, applied.get((new["id"], new["version"])), names), names=names, figure=new["id"]
        )
        for old, new in versions
    ]


def proposal_sentences(revision: Row, before: Row, names: Names) -> list[Sentence]:
    """Return that a correction or retraction was proposed and, if so, declined.

    That it was applied is told by the figure's own version. `before` is the figure as it stood when it was proposed.
    """
    who, figure = _name(names, revision["proposed_by_id"]), revision["figure_id"]
    did, found = _proposed(revision, before, names)
    sentences = [Sentence(revision["proposed_at"], who, did, revision["reason"], found, figure)]
    if revision["outcome"] == RevisionOutcome.DECLINED:
        decided_by = _name(names, revision["decided_by_id"])
        kind = KINDS[revision["kind"]]
        own = revision["decided_by_id"] == revision["proposed_by_id"]
        did = f"took back the proposed {kind}" if own else f"declined the {kind} that {who} had proposed"
        sentences.append(Sentence(revision["decided_at"], decided_by, did, revision["decision_reason"], (), figure))
    return sentences


def not_a_repeat_sentence(pair: Row, figure: int, names: Names) -> Sentence:
    """Return that two figures were found not to report the same count."""
    other = pair["second_id"] if pair["first_id"] == figure else pair["first_id"]
    did = f"said that it is not the same count as {names[Figure, other]}"
    return Sentence(pair["decided_at"], _name(names, pair["decided_by_id"]), did, pair["reason"], (), figure)


KINDS: Final = {RevisionKind.CORRECTION.value: "correction", RevisionKind.RETRACTION.value: "retraction"}


def _sentence(
    new: Row, did: str, reason: str, found: tuple[Change, ...], *, names: Names, figure: int | None = None
) -> Sentence:
    return Sentence(new["changed_at"], _name(names, new["changed_by_id"]), did, reason.strip(), found, figure)


def _name(names: Names, user: int | None) -> str:
    return NOBODY if user is None else names.get((User, user), f"person {user}")


Act = tuple[str, str, tuple[Change, ...]]
"""What was done, the reason, and the texts to show word by word."""


def _row_act(model: type[models.Model], old: Row | None, new: Row, names: Names) -> Act:
    if old is None:
        return BORN[model], new["change_reason"], ()
    columns = [f.attname for f in model._meta.concrete_fields if f.attname not in SIGNED and f.attname in new]
    found = changes(model, old, new, names, of=columns)
    if [change.field for change in found] == ["confirmed"]:
        return ("confirmed it" if new["confirmed"] else "took its confirmation back"), new["change_reason"], ()
    return _changed(found), new["change_reason"], _texts(found)


def _figure_act(old: Row | None, new: Row, revision: Row | None, names: Names) -> Act:
    reason = new["change_reason"]
    if old is None:
        return BORN[Figure], reason, ()
    if old["status"] != new["status"]:
        return _step(new, revision, names), reason, ()
    if (marked := _mark(old, new)) is not None:
        return marked, reason, ()
    found = changes(Figure, old, new, names, of=[*MATERIAL_COLUMNS, "note"])
    if revision is not None:
        proposer = _name(names, revision["proposed_by_id"])
        return f"confirmed the correction that {proposer} had proposed: {_clauses(found)}", reason, _texts(found)
    if found and all(change.field in OVERRIDES for change in found):
        return _overrode(old, new), new["override_reason"], ()
    return _changed(found), reason, _texts(found)


def _overrode(old: Row, new: Row) -> str:
    codes = [code for code in new["overridden"] if code not in old["overridden"]] or new["overridden"]
    return f"set aside what looked wrong ({', '.join(label(code).lower() for code in codes)})"


def _step(new: Row, revision: Row | None, names: Names) -> str:
    match new["status"]:
        case Status.PROVISIONAL:
            return "published it as provisional"
        case Status.VERIFIED:
            return "verified it"
        case Status.DISCARDED:
            return "took the draft back"
        case _:
            proposer = f", as {_name(names, revision['proposed_by_id'])} had proposed" if revision else ""
            return f"retracted it{proposer}"


def _mark(old: Row, new: Row) -> str | None:
    """Return which mark was put on a figure or taken off it; a remark that a change cleared is told by that change."""
    if old["disputed_on"] is None and new["disputed_on"] is not None:
        return "marked it as disputed"
    if old["disputed_on"] is not None and new["disputed_on"] is None:
        return "settled the dispute"
    if new["sent_back_at"] is not None and new["sent_back_at"] != old["sent_back_at"]:
        return "sent it back"
    return None


def _proposed(revision: Row, before: Row, names: Names) -> tuple[str, tuple[Change, ...]]:
    if revision["kind"] == RevisionKind.RETRACTION:
        successor = revision["successor_id"]
        then = f", with {names[Figure, successor]} as the new head of the count" if successor else ""
        return f"proposed to retract it{then}", ()
    proposed: Mapping[str, Any] = {**before, **revision["changes"]}
    found = changes(Figure, comparable(before, revision["changes"]), proposed, names, of=revision["changes"])
    return f"proposed a correction: {_clauses(found)}", _texts(found)


def comparable(row: Row, changed: Row) -> Row:
    """Return the row with its dates as a revision's JSON writes them."""
    return {**row, **{c: v.isoformat() for c in changed if hasattr(v := row[c], "isoformat")}}


def _changed(found: Sequence[Change]) -> str:
    return f"changed {_clauses(found)}" if found else "saved it without a difference"


def _clauses(found: Sequence[Change]) -> str:
    clauses = [f"the {change.field}" if change.is_text else str(change) for change in found]
    if not clauses:
        return "nothing that shows"
    return " and ".join(part for part in (", ".join(clauses[:-1]), clauses[-1]) if part)


def _texts(found: Iterable[Change]) -> tuple[Change, ...]:
    return tuple(change for change in found if change.is_text)
