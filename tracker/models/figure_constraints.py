"""What the database holds of one figure's own columns, whoever writes them.

A CHECK lets a row through when its condition is null: each comparison of columns that may be null says so beside it.
"""

from typing import Final

from django.db import models
from django.db.models import F, Func, Q

from tracker.models.rules import ascending, not_blank, one_of, together
from tracker.vocabulary import (
    AID_INDICATORS,
    Accumulation,
    AttributionKind,
    CountStage,
    DateAccuracy,
    DateBasis,
    Group,
    Indicator,
    PlaceAccuracy,
    PlaceRole,
    Quantifier,
    Status,
    Unit,
)

CODES: Final = {
    "indicator": Indicator,
    "quantifier": Quantifier,
    "unit": Unit,
    "group": Group,
    "accumulation": Accumulation,
    "count_stage": CountStage,
    "place_role": PlaceRole,
    "place_accuracy": PlaceAccuracy,
    "start_accuracy": DateAccuracy,
    "end_accuracy": DateAccuracy,
    "date_basis": DateBasis,
    "attribution_kind": AttributionKind,
    "status": Status,
}
AID = sorted(AID_INDICATORS)
UNSEEN = [Status.DRAFT, Status.DISCARDED]
"""What the public has never seen."""
NUMBERS = ["reported", "reported_max", "low", "best", "high"]


class IsNotAmong(Func):
    """SQL for "this array does not hold that value"; true for a null value."""

    template = "(array_position(%(expressions)s) IS NULL)"
    output_field = models.BooleanField()


def _rule(name: str, condition: Q) -> models.CheckConstraint:
    return models.CheckConstraint(name=f"figure_{name}", condition=condition)


def _known_iff_dated(date: str, accuracy: str) -> Q:
    return Q(**{f"{date}__isnull": True, accuracy: DateAccuracy.UNKNOWN}) | (
        Q(**{f"{date}__isnull": False}) & ~Q(**{accuracy: DateAccuracy.UNKNOWN})
    )


NUMBER_RULES = [
    ascending("figure_range", "low", "best", "high"),
    ascending("figure_reported", "reported", "reported_max"),
    *(_rule(f"{n}_not_negative", Q(**{f"{n}__isnull": True}) | Q(**{f"{n}__gte": 0})) for n in NUMBERS),
    _rule(
        "reported_max_of_between",
        Q(quantifier=Quantifier.BETWEEN, reported__isnull=False, reported_max__isnull=False)
        | (Q(reported_max__isnull=True) & ~Q(quantifier=Quantifier.BETWEEN)),
    ),
    _rule("vague_is_not_printed", ~Q(quantifier=Quantifier.VAGUE) | Q(reported__isnull=True, best__isnull=True)),
    _rule("best_printed_or_calculated", Q(best__isnull=True) | Q(reported__isnull=False) | ~Q(calculation="")),
    _rule(
        "trucks_count_trucks",
        Q(indicator=Indicator.AID_TRUCKS, unit=Unit.TRUCK) | (~Q(indicator=Indicator.AID_TRUCKS) & ~Q(unit=Unit.TRUCK)),
    ),
    _rule(
        "count_stage_of_aid",
        Q(indicator__in=AID, count_stage__isnull=False) | (~Q(indicator__in=AID) & Q(count_stage__isnull=True)),
    ),
]

DATE_RULES = [
    ascending("figure_dates", "start_date", "end_date"),
    _rule("start_accuracy", _known_iff_dated("start_date", "start_accuracy")),
    _rule("end_accuracy", _known_iff_dated("end_date", "end_accuracy")),
    _rule(
        "date_basis",
        Q(start_date__isnull=True, end_date__isnull=True, date_basis__isnull=True)
        | (Q(date_basis__isnull=False) & (Q(start_date__isnull=False) | Q(end_date__isnull=False))),
    ),
    _rule(
        "stock_is_at_a_date",
        ~Q(accumulation=Accumulation.STOCK)
        | Q(start_date__isnull=True, end_date__isnull=True)
        | Q(start_date__isnull=False, end_date__isnull=False, start_date=F("end_date")),
    ),
]

TEXT_RULES = [
    not_blank("reported_text"),
    _rule("sentence_is_more_than_the_number", Q(excerpt_start__lt=F("number_start")) | Q(number_end__lt=F("excerpt_end"))),
    _rule(
        "offsets",
        Q(excerpt_start__lte=F("number_start"), number_start__lt=F("number_end"), number_end__lte=F("excerpt_end")),
    ),
    _rule(
        "context_offsets",
        Q(context="", context_start__isnull=True, context_end__isnull=True)
        | Q(context_start__isnull=False, context_end__isnull=False, context_start__lt=F("context_end")),
    ),
    _rule(
        "attribution",
        Q(attribution_kind=AttributionKind.NAMED, attributed_to__isnull=False) & ~Q(attribution_text="")
        | Q(attribution_kind=AttributionKind.UNNAMED, attributed_to__isnull=True) & ~Q(attribution_text="")
        | Q(attribution_kind=AttributionKind.PUBLISHER, attributed_to__isnull=False)
        | Q(attribution_kind=AttributionKind.NONE, attributed_to__isnull=True, attribution_text=""),
    ),
]

REVIEW_RULES = [
    _rule(
        "published",
        Q(status__in=UNSEEN, published_at__isnull=True) | Q(published_at__isnull=False) & ~Q(status__in=UNSEEN),
    ),
    _rule(
        "verified",
        Q(status=Status.RETRACTED)
        | Q(status=Status.VERIFIED, verified_at__isnull=False)
        | Q(status__in=[*UNSEEN, Status.PROVISIONAL], verified_at__isnull=True),
    ),
    _rule(
        "retracted",
        Q(status=Status.RETRACTED, retracted_at__isnull=False) & ~Q(retraction_reason="")
        | Q(retracted_at__isnull=True, retraction_reason="") & ~Q(status=Status.RETRACTED),
    ),
    _rule(
        "disputed",
        Q(disputed_on__isnull=False) & ~Q(disputed_reason="") | Q(disputed_on__isnull=True, disputed_reason=""),
    ),
    models.CheckConstraint(name="figure_four_eyes", condition=IsNotAmong("authors", "verified_by")),
    together("figure_published_who_when", "published_by", "published_at"),
    together("figure_verified_who_when", "verified_by", "verified_at"),
    together("figure_retracted_who_when", "retracted_by", "retracted_at"),
    together("figure_disputed_who_when", "disputed_by", "disputed_on"),
    together("figure_sent_back_who_when", "sent_back_by", "sent_back_at"),
    _rule(
        "sent_back",
        Q(sent_back_at__isnull=False, status=Status.PROVISIONAL) & ~Q(sent_back_remark="")
        | Q(sent_back_at__isnull=True, sent_back_remark=""),
    ),
    _rule("overridden_with_reason", Q(overridden=[]) & Q(override_reason="") | ~Q(overridden=[]) & ~Q(override_reason="")),
]

CONSTRAINTS: Final[list[models.BaseConstraint]] = [
    *(one_of(field, codes) for field, codes in CODES.items()),
    *NUMBER_RULES,
    *DATE_RULES,
    *TEXT_RULES,
    *REVIEW_RULES,
]
