"""Which fields stand together on a figure's form, and which are folded because few figures need them."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any, Final

from django.contrib.admin.utils import flatten

from tracker.admin.entering.new_reference import CLAIMANT
from tracker.models import Figure
from tracker.vocabulary import DateBasis

NEW_PLACE: Final = ("new_place_name", "new_place_kind", "new_place_parent")
NEW_SOURCE: Final = ("new_source_name", "new_source_kind", "new_source_party", "new_source_is")
HELPING: Final = frozenset({"excerpt_at", "number_at", "context_at", "reason", *NEW_PLACE, *NEW_SOURCE})
"""Fields that only help typing: they are no columns."""

NOTHING: Final = (None, "", False)
PLAIN: Final = {"date_basis": (*NOTHING, DateBasis.STATED), "new_source_is": (*NOTHING, CLAIMANT)}
"""What a folded field says on most figures; the others are empty there."""
READ_ELSEWHERE: Final = frozenset({"start_accuracy", "end_accuracy"})
"""What a stored figure's dates say already."""
COMPUTED: Final = frozenset({"quantifier", "reported", "reported_max", "low", "best", "high"})
"""What the words of a new figure's number say, and what stands in words under them."""

Line = str | tuple[str, ...]
Fieldset = tuple[str, dict[str, Any]]


def fieldsets(figure: Figure | None, *, filled: Mapping[str, Any] | None = None) -> list[Fieldset]:
    """Return the fieldsets of the form for a new figure (null) or a stored one.

    `filled` is what a new figure's form starts with, or what was typed into it: no fold hides that.
    """
    said = _said_of(figure) if figure else _said_in(filled or {})
    numbers: tuple[Line, ...] = (("quantifier", "reported"), ("low", "best", "high"))
    more = ("reported_max", "calculation")
    return [
        _set("The sentence", "document", "excerpt", "excerpt_at", "reported_text", "number_at", "context", "context_at"),
        *(
            [_set("The number", *numbers), _rare(said, "two numbers, or a number that is not printed", *more)]
            if figure
            else [_rare(said, "numbers that the words do not say", *numbers, *more, "reason")]
        ),
        _set("Who or what was counted", ("indicator", "unit"), ("group", "group_text"), ("accumulation", "count_stage")),
        _set("When", ("start_date", "end_date")),
        _rare(
            *(said, "more about the dates", ("start_accuracy", "end_accuracy"), ("date_basis", "date_text"), "claimed_on"),
        ),
        _set("Where", "place", ("place_role", "place_accuracy")),
        _set("The place is not in the list? Add it", *NEW_PLACE, folded=not said & {*NEW_PLACE}),
        _set("Who says so", "attributed_to", ("attribution_text", "attribution_kind")),
        _rare(said, "who is said to have done it", "alleged_actor"),
        _set("The source is not in the list? Add it", *NEW_SOURCE, folded=not said & {*NEW_SOURCE}),
        _rare(said, "other figures, and a note", "repeat_of", "subset_of", "note"),
    ]


def _set(name: str, *lines: Line, folded: bool = False) -> Fieldset:
    options: dict[str, Any] = {"fields": list(lines)}
    return name, options | ({"classes": ["collapse"]} if folded else {})


def _rare(said: AbstractSet[str], name: str, *lines: Line) -> Fieldset:
    """Return a fieldset that is folded where nothing is said in it."""
    return _set(name.capitalize(), *lines) if said & {*flatten(lines)} else _set(f"Rarely: {name}", *lines, folded=True)


def _said_of(figure: Figure) -> set[str]:
    """Return the fields in which a stored figure says something that few figures say."""
    columns = {field.name: getattr(figure, field.attname) for field in Figure._meta.concrete_fields}
    return {name for name in columns if name not in READ_ELSEWHERE and columns[name] not in PLAIN.get(name, NOTHING)}


def _said_in(filled: Mapping[str, Any]) -> set[str]:
    return {name for name in filled if name not in COMPUTED and filled[name] not in PLAIN.get(name, NOTHING)}
