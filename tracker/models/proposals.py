"""Proposals: the figures that the extractor read, kept whatever became of them, so that its precision can be published."""

import pgtrigger
from django.db import models
from django.db.models import F, Q

from tracker.models.rules import coded, evidence, fixed, one_of, refuse, together
from tracker.vocabulary import Indicator, ProposalOutcome

DECIDED = [ProposalOutcome.ACCEPTED, ProposalOutcome.CORRECTED, ProposalOutcome.REJECTED]


class Proposal(models.Model):
    """A figure the extractor read; immutable but for its outcome. Offsets are code points of the document's text.

    `reading` holds the rest of what was read, under the names of `propose_figures` (quantifier, low, place, …).
    """

    document = models.ForeignKey("tracker.Document", models.PROTECT, related_name="proposals")
    extractor_version = models.CharField(max_length=40)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    number_start = models.PositiveIntegerField()
    number_end = models.PositiveIntegerField()
    reported_text = models.CharField(max_length=200)
    indicator = coded(Indicator)
    reading = models.JSONField()
    created_at = models.DateTimeField()
    outcome = coded(ProposalOutcome, default=ProposalOutcome.PENDING)
    decided_by = models.ForeignKey("auth.User", models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    reject_reason = models.TextField(blank=True)
    figure = models.OneToOneField("tracker.Figure", models.PROTECT, null=True, related_name="proposal")

    class Meta:
        """One proposal per number, indicator and extractor version; an accepted one has its figure."""

        constraints = [
            one_of("indicator", Indicator),
            one_of("outcome", ProposalOutcome),
            models.UniqueConstraint(
                name="proposal_once",
                fields=["document", "extractor_version", "number_start", "number_end", "indicator"],
            ),
            models.CheckConstraint(
                name="proposal_offsets",
                condition=Q(start__lte=F("number_start"), number_start__lt=F("number_end"), number_end__lte=F("end")),
            ),
            models.CheckConstraint(
                name="proposal_figure",
                condition=Q(outcome__in=[ProposalOutcome.ACCEPTED, ProposalOutcome.CORRECTED], figure__isnull=False)
                | (Q(figure__isnull=True) & ~Q(outcome__in=[ProposalOutcome.ACCEPTED, ProposalOutcome.CORRECTED])),
            ),
            models.CheckConstraint(
                name="proposal_decided",
                condition=Q(outcome__in=DECIDED, decided_by__isnull=False)
                | (Q(decided_by__isnull=True) & ~Q(outcome__in=DECIDED)),
            ),
            together("proposal_decided_together", "decided_by", "decided_at"),
            models.CheckConstraint(
                name="proposal_rejected_with_reason",
                condition=~Q(outcome=ProposalOutcome.REJECTED) | ~Q(reject_reason=""),
            ),
        ]
        triggers = [
            *evidence(),
            fixed(
                "document",
                "extractor_version",
                "start",
                "end",
                "number_start",
                "number_end",
                "reported_text",
                "indicator",
                "reading",
                "created_at",
            ),
            pgtrigger.Trigger(
                name="number_is_slice",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=f"""
                    IF NEW.reported_text IS DISTINCT FROM (
                        SELECT substr(d.text, NEW.number_start + 1, NEW.number_end - NEW.number_start)
                        FROM tracker_document d WHERE d.id = NEW.document_id
                    ) THEN {refuse("number_is_slice", "the number is not at these offsets of the document")} END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        """Return what was read."""
        return f"{self.reported_text} {self.indicator}"
