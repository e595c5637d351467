"""A figure's fields in words, for whoever compares them with the sentence."""

from typing import Any

from tracker.models import Figure, FigureRevision
from tracker.models.figure_triggers import MATERIAL_FIELDS, material_column
from tracker.wording import LABELS, claimant_in_words, counted, label, period_in_words, range_in_words


def figure_facts(figure: Figure) -> list[tuple[str, str]]:
    """Return names and values, in words, of what a reviewer compares with the sentence; empty ones are left out."""
    facts = [
        ("Counts", f"{label(figure.indicator)}: {counted(figure.group, figure.unit, figure.group_text)}"),
        (
            "Number",
            range_in_words(
                figure.quantifier,
                reported_text=figure.reported_text,
                reported=figure.reported,
                low=figure.low,
                best=figure.best,
                high=figure.high,
            ),
        ),
        (
            "Low, best, high",
            " · ".join("open" if n is None else f"{n:,}" for n in (figure.low, figure.best, figure.high)),
        ),
        ("Calculation", figure.calculation),
        ("Adds up", label(figure.accumulation)),
        ("Stage", label(figure.count_stage)),
        ("Happened", _happened(figure)),
        ("Said on", f"{figure.claimed_on:%-d %B %Y}" if figure.claimed_on else ""),
        ("Place", f"{figure.place} ({label(figure.place_role).lower()}; {label(figure.place_accuracy).lower()})"),
        ("Claimant", claimant(figure)),
        ("Said to have done it", str(figure.alleged_actor or "")),
        ("Repeats", f"{figure.repeat_of} (figure {figure.repeat_of_id})" if figure.repeat_of else ""),
        ("Part of", f"{figure.subset_of} (figure {figure.subset_of_id})" if figure.subset_of else ""),
        ("Note", figure.note),
        ("Entered by", f"{figure.entered_by}, {figure.entered_at:%-d %B %Y}"),
    ]
    return [(name, value) for name, value in facts if value]


def claimant(figure: Figure) -> str:
    """Return who says so, and whether they are a party to the conflict."""
    source = figure.attributed_to
    name, is_party = (source.name, source.party_to_conflict) if source else (None, None)
    return claimant_in_words(name, figure.attribution_text, is_party=is_party)


def _happened(figure: Figure) -> str:
    period = period_in_words(figure.start_date, figure.start_accuracy, figure.end_date, figure.end_accuracy)
    accuracies = [a for d, a in ((figure.start_date, figure.start_accuracy), (figure.end_date, figure.end_accuracy)) if d]
    known = ", ".join(label(a).lower() for a in dict.fromkeys(accuracies))
    printed = f"; printed “{figure.date_text}”" if figure.date_text else ""
    return f"{period} ({known}; {label(figure.date_basis).lower()}{printed})" if accuracies else f"{period}{printed}"


def differences(row: object) -> list[tuple[str, str, str]]:
    """Return name, present and proposed value of what a correction changes; nothing for other rows."""
    if not isinstance(row, FigureRevision):
        return []
    figure, fields = row.figure, {material_column(field): field for field in MATERIAL_FIELDS}
    return [
        (
            fields[column].replace("_", " "),
            _shown(figure, column, getattr(figure, column)),
            _shown(figure, column, value),
        )
        for column, value in row.changes.items()
    ]


def _shown(figure: Figure, column: str, value: Any) -> str:
    """Return one value in words; a reference by its name."""
    if value is None or value == "":
        return "empty"
    field = Figure._meta.get_field(column)
    if field.is_relation and field.related_model is not None:
        row = field.related_model._default_manager.filter(pk=value).first()
        return f"{row} ({value})"
    return str(LABELS.get(str(value), value))
