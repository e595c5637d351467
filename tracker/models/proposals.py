"""Proposals: the figures that the extractor read, kept whatever became of them, so that its precision can be published."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q

from tracker.models.rules import coded, evidence, fixed, one_of, refuse, together
from tracker.vocabulary import Indicator, ProposalOutcome, RejectReason
from tracker.wording import label

TAKEN = [ProposalOutcome.ACCEPTED, ProposalOutcome.CORRECTED]
DECIDED = [*TAKEN, ProposalOutcome.REJECTED]
_COURSE = ["outcome", "decided_by", "decided_at", "reject_reason", "rejected_as", "corrections", "figure"]
_CHANGED = " OR ".join(
    f"NEW.{c} IS DISTINCT FROM OLD.{c}"
    for c in ("decided_by_id", "decided_at", "reject_reason", "rejected_as", "corrections", "figure_id")
)

course = pgtrigger.Trigger(
    name="course",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    func=f"""
        IF NEW.outcome = OLD.outcome THEN
            IF {_CHANGED} OR (NEW.undone_by_id, NEW.undone_at) IS DISTINCT FROM (OLD.undone_by_id, OLD.undone_at) THEN
                {refuse("proposal_decided_once", "a decision changes only by being undone")}
            END IF;
        ELSIF NEW.outcome = 'pending' AND OLD.outcome IN ('accepted', 'corrected', 'rejected') THEN
            IF NEW.undone_by_id IS NULL OR NEW.undone_at IS NOT DISTINCT FROM OLD.undone_at THEN
                {refuse("proposal_undone_by", "who undoes a decision is named")}
            END IF;
            IF EXISTS (SELECT FROM tracker_figure f WHERE f.id = OLD.figure_id AND f.status <> 'discarded') THEN
                {refuse("proposal_undone_with_its_draft", "the draft that was made of it is discarded first")}
            END IF;
        ELSIF OLD.outcome <> 'pending' THEN
            {refuse("proposal_decided_once", "a decision changes only by being undone")}
        ELSIF NEW.undone_at IS DISTINCT FROM OLD.undone_at THEN
            {refuse("proposal_undone_by", "who undoes a decision is named")}
        END IF;
        IF NEW.figure_id IS NOT NULL AND NEW.figure_id IS DISTINCT FROM OLD.figure_id AND NOT EXISTS (
            SELECT FROM tracker_figure f
            WHERE f.id = NEW.figure_id AND f.document_id = NEW.document_id AND f.status = 'draft'
                AND f.entered_by_id = NEW.decided_by_id
        ) THEN
            {refuse("proposal_makes_a_draft", "accepting makes a draft of the same document, by whoever accepts")}
        END IF;
        RETURN NEW;
    """,
)


@pghistory.track(
    pghistory.UpdateEvent(),
    context_field=None,  # type: ignore[arg-type]  # as in `rules.tracked`: documented, not typed
    fields=["id", "document", *_COURSE, "undone_by", "undone_at"],
    model_name="ProposalEvent",
)
class Proposal(models.Model):
    """A figure the extractor read; immutable but for its outcome. Offsets are code points of the document's text.

    `reading` holds the rest of what was read, under the names of `propose_figures` (quantifier, low, place, …).
    `corrections` maps a material field that the curator changed to what the proposal would have made it, and to what was
    entered. `undone_by` is who took the last decision back, null while nobody has; every decision stands in the history.
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
    rejected_as = coded(RejectReason, null=True)
    reject_reason = models.TextField(blank=True)
    corrections = models.JSONField(default=dict)
    undone_by = models.ForeignKey("auth.User", models.PROTECT, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)
    figure = models.OneToOneField("tracker.Figure", models.PROTECT, null=True, related_name="proposal")

    class Meta:
        """One proposal per number, indicator and extractor version, obsolete ones aside; an accepted one has its figure."""

        constraints = [
            one_of("indicator", Indicator),
            one_of("outcome", ProposalOutcome),
            models.UniqueConstraint(
                name="proposal_once",
                fields=["document", "extractor_version", "number_start", "number_end", "indicator"],
                condition=~Q(outcome=ProposalOutcome.OBSOLETE),
            ),
            models.CheckConstraint(
                name="proposal_offsets",
                condition=Q(start__lte=F("number_start"), number_start__lt=F("number_end"), number_end__lte=F("end")),
            ),
            models.CheckConstraint(
                name="proposal_figure",
                condition=Q(outcome__in=TAKEN, figure__isnull=False) | (Q(figure__isnull=True) & ~Q(outcome__in=TAKEN)),
            ),
            models.CheckConstraint(
                name="proposal_decided",
                condition=Q(outcome__in=DECIDED, decided_by__isnull=False)
                | (Q(decided_by__isnull=True) & ~Q(outcome__in=DECIDED)),
            ),
            together("proposal_decided_together", "decided_by", "decided_at"),
            models.CheckConstraint(
                name="proposal_rejected_with_reason",
                condition=Q(outcome=ProposalOutcome.REJECTED, rejected_as__isnull=False)
                & (~Q(rejected_as=RejectReason.OTHER_REASON) | ~Q(reject_reason=""))
                | (~Q(outcome=ProposalOutcome.REJECTED) & Q(rejected_as__isnull=True, reject_reason="")),
            ),
            models.CheckConstraint(
                name="proposal_corrected",
                condition=(Q(outcome=ProposalOutcome.CORRECTED) & ~Q(corrections={}))
                | (~Q(outcome=ProposalOutcome.CORRECTED) & Q(corrections={})),
            ),
            one_of("rejected_as", RejectReason),
            together("proposal_undone_together", "undone_by", "undone_at"),
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
            course,
            pgtrigger.Trigger(
                name="born_pending",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                condition=pgtrigger.Condition("NEW.outcome <> 'pending' OR NEW.undone_at IS NOT NULL"),
                func=refuse("proposal_born_pending", "a proposal is born undecided"),
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
        return f"{self.reported_text} {label(self.indicator).lower()}"
