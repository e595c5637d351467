"""Which fields stand together on a figure's form, and which are folded because few figures need them."""

from typing import Any, Final

from django.contrib.admin.utils import flatten

from tracker.models import Figure, figure_constraints
from tracker.vocabulary import DateBasis

NEW_PLACE: Final = ("new_place_name", "new_place_kind", "new_place_parent")
NEW_SOURCE: Final = ("new_source_name", "new_source_kind", "new_source_party", "new_source_is")
HELPING: Final = frozenset({"excerpt_at", "number_at", "context_at", "reason", *NEW_PLACE, *NEW_SOURCE})
"""Fields that only help typing: they are no columns, and whoever may only look does not see them."""

CODED: Final = frozenset(figure_constraints.CODES)
PLAIN: Final = {"date_basis": {None, DateBasis.STATED}}
"""What a folded field says on most figures; the others are empty there. Accuracies can be read from the dates."""
READ_ELSEWHERE: Final = frozenset({"start_accuracy", "end_accuracy"})

Line = str | tuple[str, ...]
Fieldset = tuple[str, dict[str, Any]]


def fieldsets(figure: Figure | None, *, changing: bool) -> list[Fieldset]:
    """Return the fieldsets of the form for a new figure (null), of a stored one's, or of the page to look at."""
    sets = [
        _set("The sentence", "document", "excerpt", "excerpt_at", "reported_text", "number_at", "context", "context_at"),
        _set("The number", ("quantifier", "reported"), ("low", "best", "high"), *([] if figure else ["reason"])),
        _rare(figure, "two numbers, or a number that is not printed", "reported_max", "calculation"),
        _set("Who or what was counted", ("indicator", "unit"), ("group", "group_text"), ("accumulation", "count_stage")),
        _set("When", ("start_date", "end_date")),
        _rare(
            *(figure, "more about the dates", ("start_accuracy", "end_accuracy"), ("date_basis", "date_text"), "claimed_on"),
        ),
        _set("Where", "place", ("place_role", "place_accuracy")),
        _set("The place is not in the list? Add it", *NEW_PLACE, folded=True),
        _set("Who says so", "attributed_to", ("attribution_text", "attribution_kind")),
        _rare(figure, "who is said to have done it", "alleged_actor"),
        _set("The source is not in the list? Add it", *NEW_SOURCE, folded=True),
        _rare(figure, "other figures, and a note", "repeat_of", "subset_of", "note"),
    ]
    return sets if figure is None or changing else _to_look_at(sets)


def in_words(field: str) -> str:
    """Return the name under which the admin shows a code in words."""
    return f"{field}_in_words" if field in CODED else field


def _set(name: str, *lines: Line, folded: bool = False) -> Fieldset:
    options: dict[str, Any] = {"fields": list(lines)}
    return name, options | ({"classes": ["collapse"]} if folded else {})


def _rare(figure: Figure | None, name: str, *lines: Line) -> Fieldset:
    """Return a fieldset that is folded where the figure says nothing in it."""
    said = [f for f in flatten(lines) if f not in READ_ELSEWHERE and figure and _is_said(figure, f)]
    return _set(name.capitalize(), *lines) if said else _set(f"Rarely: {name}", *lines, folded=True)


def _is_said(figure: Figure, field: str) -> bool:
    return getattr(figure, field) not in PLAIN.get(field, {None, ""})


def _to_look_at(sets: list[Fieldset]) -> list[Fieldset]:
    """Return the fieldsets without what only helps typing, each code in words."""
    found = []
    for name, options in sets:
        lines = [in_words(field) for field in flatten(options["fields"]) if field not in HELPING]
        if lines:
            found.append((name.removeprefix("Rarely: ").capitalize(), options | {"fields": lines}))
    return found
