"""A figure's fields in words, for whoever compares them with the sentence."""

from django.contrib.auth.models import User

from tracker.admin.sentences import MATERIAL_COLUMNS, comparable
from tracker.admin.values import Change, changes, name_of, names_of, references
from tracker.models import Figure, FigureRevision, Proposal
from tracker.wording import claimant_in_words, counted, label, period_in_words, range_in_words


def figure_facts(figure: Figure) -> list[tuple[str, str]]:
    """Return names and values, in words, of what a reviewer compares with the sentence; empty ones are left out."""
    facts = [
        ("Counts", f"{label(figure.indicator)}: {counted(figure.group, figure.unit, figure.group_text)}"),
        ("Number", number(figure)),
        ("Low, best, high", bounds(figure)),
        ("Calculation", figure.calculation),
        ("Adds up", label(figure.accumulation)),
        ("Stage", label(figure.count_stage)),
        ("Happened", _happened(figure)),
        ("Said on", f"{figure.claimed_on:%-d %B %Y}" if figure.claimed_on else ""),
        ("Place", f"{figure.place} ({label(figure.place_role).lower()}; {label(figure.place_accuracy).lower()})"),
        ("Claimant", _claimant_as_printed(figure)),
        ("Said to have done it", str(figure.alleged_actor or "")),
        ("Note", figure.note),
        ("Entered by", f"{person_name(figure.entered_by)}, {figure.entered_at:%-d %B %Y at %H:%M} UTC"),
        ("Sent back", f"{person_name(figure.sent_back_by)}: “{figure.sent_back_remark}”" if figure.sent_back_at else ""),
        ("Disputed", f"since {figure.disputed_on:%-d %B %Y}: {figure.disputed_reason}" if figure.disputed_on else ""),
    ]
    return [(name, value) for name, value in facts if value]


def number(figure: Figure) -> str:
    """Return the number with its uncertainty: "more than 1,220"."""
    return range_in_words(
        figure.quantifier,
        reported_text=figure.reported_text,
        reported=figure.reported,
        low=figure.low,
        best=figure.best,
        high=figure.high,
    )


def bounds(figure: Figure) -> str:
    """Return low, best and high, an open one as such."""
    return " · ".join("open" if n is None else f"{n:,}" for n in (figure.low, figure.best, figure.high))


def claimant(figure: Figure) -> str:
    """Return who says so, and whether they are a party to the conflict."""
    source = figure.attributed_to
    name, is_party = (source.name, source.party_to_conflict) if source else (None, None)
    return claimant_in_words(name, figure.attribution_text, is_party=is_party)


def period(figure: Figure) -> str:
    """Return when it happened: "18 February to 15 March 2018", "date not stated"."""
    return period_in_words(figure.start_date, figure.start_accuracy, figure.end_date, figure.end_accuracy)


def person_name(user: User | None) -> str:
    """Return what people call somebody; nothing for null."""
    return name_of(user) if user else ""


def corrections_of(figure: Figure) -> tuple[Change, ...] | None:
    """Return what the curator changed against the proposal, in words; null for a figure that was not proposed.

    At most five queries. What became of the figure afterwards stands in its history.
    """
    proposal = Proposal.objects.filter(figure=figure).only("corrections").first()
    if proposal is None:
        return None
    read = {column: values[0] for column, values in proposal.corrections.items()}
    entered = {column: values[1] for column, values in proposal.corrections.items()}
    names = names_of(references(Figure, [read, entered]))
    return changes(Figure, read, entered, names, of=[column for column in MATERIAL_COLUMNS if column in read])


def _claimant_as_printed(figure: Figure) -> str:
    printed = f"; printed “{figure.attribution_text}”" if figure.attributed_to and figure.attribution_text else ""
    return f"{claimant(figure)} ({label(figure.attribution_kind).lower()}{printed})"


def _happened(figure: Figure) -> str:
    accuracies = [a for d, a in ((figure.start_date, figure.start_accuracy), (figure.end_date, figure.end_accuracy)) if d]
    known = ", ".join(label(a).lower() for a in dict.fromkeys(accuracies))
    printed = f"; printed “{figure.date_text}”" if figure.date_text else ""
    if not accuracies:
        return f"{period(figure)}{printed}"
    return f"{period(figure)} ({known}; {label(figure.date_basis).lower()}{printed})"


def differences(row: object) -> tuple[Change, ...]:
    """Return what a correction changes, against the figure as it stands today; nothing for other rows.

    Costs a query for each table that it refers to.
    """
    if not isinstance(row, FigureRevision):
        return ()
    present = {column: getattr(row.figure, column) for column in row.changes}
    names = names_of(references(Figure, [present, row.changes]))
    of = [column for column in MATERIAL_COLUMNS if column in row.changes]
    return changes(Figure, comparable(present, row.changes), row.changes, names, of=of)
