"""Figures: each number that a curator stands behind, with its sentence, dates, place and claimant."""

from datetime import datetime
from typing import TYPE_CHECKING, Final

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.urls import reverse

from tracker.models import figure_constraints, figure_triggers
from tracker.models.figure_words import words_of_sentences
from tracker.models.rules import Recorded, coded, tracked
from tracker.vocabulary import (
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
from tracker.wording import label

if TYPE_CHECKING:
    from django.contrib.auth.models import User

MATERIAL_FIELDS: Final = figure_triggers.MATERIAL_FIELDS


def _person(**options: object) -> "models.ForeignKey[User | None, User | None]":
    """Return a column for who did something."""
    return models.ForeignKey("auth.User", models.PROTECT, editable=False, related_name="+", **options)  # type: ignore[arg-type]


def _moment() -> "models.DateTimeField[datetime | None, datetime | None]":
    """Return a column for when somebody did something; null until then."""
    return models.DateTimeField(null=True, editable=False)


def _number(**options: object) -> "models.BigIntegerField[int | None, int | None]":
    """Return a column for a whole number; null means open, or not printed."""
    return models.BigIntegerField(null=True, blank=True, **options)  # type: ignore[arg-type]


@tracked()
class Figure(Recorded):
    """One reported figure. Only `tracker.review` writes it; the database refuses what breaks a rule of review.

    Offsets are code points of the document's text. `low`, `best` and `high` follow `tracker.ranges`; null is open.
    `overridden` lists the consistency warnings that a curator overrode, with `override_reason`. `sent_back_remark` is what a
    reviewer asks for; the next change clears it. `authors` is kept by the database: who entered the figure or changed a
    material field since it was last verified.
    """

    document = models.ForeignKey("tracker.Document", models.PROTECT, related_name="figures")
    excerpt = models.TextField()
    excerpt_start = models.PositiveIntegerField()
    excerpt_end = models.PositiveIntegerField()
    number_start = models.PositiveIntegerField()
    number_end = models.PositiveIntegerField()
    context = models.TextField(blank=True)
    context_start = models.PositiveIntegerField(null=True, blank=True)
    context_end = models.PositiveIntegerField(null=True, blank=True)

    indicator = coded(Indicator)
    reported_text = models.CharField(max_length=200)
    quantifier = coded(Quantifier)
    reported = _number()
    reported_max = _number()
    low = _number()
    best = _number()
    high = _number()
    calculation = models.CharField(max_length=200, blank=True)
    unit = coded(Unit, default=Unit.PERSON)
    group = coded(Group, null=True, blank=True)
    group_text = models.CharField(max_length=200, blank=True)
    accumulation = coded(Accumulation)
    count_stage = coded(CountStage, null=True, blank=True)

    place = models.ForeignKey("tracker.Place", models.PROTECT, related_name="figures")
    place_role = coded(PlaceRole, default=PlaceRole.EVENT)
    place_accuracy = coded(PlaceAccuracy, default=PlaceAccuracy.EXACT)
    start_date = models.DateField(null=True, blank=True)
    start_accuracy = coded(DateAccuracy, default=DateAccuracy.UNKNOWN)
    end_date = models.DateField(null=True, blank=True)
    end_accuracy = coded(DateAccuracy, default=DateAccuracy.UNKNOWN)
    date_basis = coded(DateBasis, null=True, blank=True)
    date_text = models.CharField(max_length=200, blank=True)
    claimed_on = models.DateField(null=True, blank=True)

    attributed_to = models.ForeignKey("tracker.Source", models.PROTECT, null=True, blank=True, related_name="claims")
    attribution_text = models.CharField(max_length=300, blank=True)
    attribution_kind = coded(AttributionKind, default=AttributionKind.NONE)
    alleged_actor = models.ForeignKey("tracker.Source", models.PROTECT, null=True, blank=True, related_name="+")

    repeat_of = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="repeats")
    subset_of = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="subsets")
    note = models.TextField(blank=True)

    status = coded(Status, default=Status.DRAFT, editable=False)
    entered_by = _person()
    entered_at = models.DateTimeField(editable=False)
    published_by = _person(null=True)
    published_at = _moment()
    verified_by = _person(null=True)
    verified_at = _moment()
    retracted_by = _person(null=True)
    retracted_at = _moment()
    retraction_reason = models.TextField(blank=True, editable=False)
    disputed_by = _person(null=True)
    disputed_on = models.DateField(null=True, editable=False)
    disputed_reason = models.TextField(blank=True, editable=False)
    sent_back_by = _person(null=True)
    sent_back_at = _moment()
    sent_back_remark = models.TextField(blank=True, editable=False)
    overridden = ArrayField(models.CharField(max_length=40), default=list, editable=False)
    override_reason = models.TextField(blank=True, editable=False)
    authors = ArrayField(models.IntegerField(), default=list, editable=False)

    class Meta:
        """The rules are listed in `figure_constraints` and `figure_triggers`."""

        constraints = figure_constraints.CONSTRAINTS
        indexes = [GinIndex(words_of_sentences(), name="figure_words")]  # the search of the readers' table
        triggers = figure_triggers.TRIGGERS
        permissions = [
            ("publish_figure", "Can publish figures as provisional"),
            ("verify_figure", "Can verify figures that others entered"),
            ("dispute_figure", "Can mark a figure as disputed"),
            ("retract_figure", "Can propose and confirm retractions"),
        ]

    def __str__(self) -> str:
        """Return the number as printed, with what it counts."""
        return f"{self.reported_text} {label(self.indicator).lower()}"

    def get_absolute_url(self) -> str:
        """Return the path of the figure's permanent page."""
        return reverse("figure", args=[self.pk])
