"""Pending revisions: corrections of verified figures and retractions, each waiting for a second person."""

import pgtrigger
from django.db import models
from django.db.models import F, Q

from tracker.models.figure_triggers import MATERIAL_FIELDS, material_column
from tracker.models.rules import coded, evidence, fixed, not_blank, one_of, refuse, together, tracked
from tracker.vocabulary import RevisionKind, RevisionOutcome

_COLUMNS = ", ".join(f"'{material_column(f)}'" for f in MATERIAL_FIELDS)


@tracked()
class FigureRevision(models.Model):
    """What somebody proposes to change, beside the figure's row, which stays as it is until a second person decides.

    `changes` maps columns of the figure to their new values as PostgreSQL's `to_jsonb` writes them. `applied_version` is the
    version that the figure had after it was applied. `successor` becomes the head of a retracted figure's repeats.
    """

    figure = models.ForeignKey("tracker.Figure", models.PROTECT, related_name="revisions")
    kind = coded(RevisionKind)
    changes = models.JSONField(default=dict)
    successor = models.ForeignKey("tracker.Figure", models.PROTECT, null=True, related_name="+")
    reason = models.TextField()
    proposed_by = models.ForeignKey("auth.User", models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    outcome = coded(RevisionOutcome, default=RevisionOutcome.PENDING)
    decided_by = models.ForeignKey("auth.User", models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decision_reason = models.TextField(blank=True)
    applied_version = models.PositiveIntegerField(null=True)

    class Meta:
        """One pending revision a figure; nobody applies their own."""

        verbose_name = "correction or retraction"
        verbose_name_plural = "corrections and retractions"
        constraints = [
            one_of("kind", RevisionKind),
            one_of("outcome", RevisionOutcome),
            not_blank("reason"),
            together("revision_decided_who_when", "decided_by", "decided_at"),
            models.UniqueConstraint(
                name="revision_one_pending", fields=["figure"], condition=Q(outcome=RevisionOutcome.PENDING)
            ),
            models.UniqueConstraint(name="revision_applied_once", fields=["figure", "applied_version"]),
            models.CheckConstraint(
                name="revision_decided",
                condition=Q(outcome=RevisionOutcome.PENDING, decided_at__isnull=True, applied_version__isnull=True)
                | Q(outcome=RevisionOutcome.APPLIED, decided_at__isnull=False, applied_version__isnull=False)
                | Q(outcome=RevisionOutcome.DECLINED, decided_at__isnull=False, applied_version__isnull=True),
            ),
            models.CheckConstraint(
                name="revision_four_eyes",
                condition=~Q(outcome=RevisionOutcome.APPLIED) | ~Q(decided_by=F("proposed_by")),
            ),
            models.CheckConstraint(
                name="revision_changes",
                condition=(Q(kind=RevisionKind.CORRECTION, successor__isnull=True) & ~Q(changes={}))
                | Q(kind=RevisionKind.RETRACTION, changes={}),
            ),
        ]
        triggers = [
            *evidence(),
            fixed("figure", "kind", "changes", "successor", "reason", "proposed_by", "proposed_at"),
            pgtrigger.Trigger(
                name="born_pending",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=f"""
                    IF NEW.outcome <> 'pending' THEN
                        {refuse("revision_born_pending", "a revision is born undecided")}
                    END IF;
                    IF NEW.changes - ARRAY[{_COLUMNS}] <> '{{}}'::jsonb THEN
                        {refuse("revision_columns", "a correction changes material columns only")}
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="applied_to_its_figure",
                when=pgtrigger.After,
                operation=pgtrigger.Update,
                timing=pgtrigger.Deferred,
                condition=pgtrigger.Condition("NEW.outcome = 'applied'"),
                func=f"""
                    IF NOT EXISTS (
                        SELECT FROM tracker_figureevent e
                        WHERE e.pgh_obj_id = NEW.figure_id AND e.version = NEW.applied_version
                            AND e.changed_by_id = NEW.decided_by_id
                    ) THEN
                        {refuse("revision_applied_to_its_figure", "an applied revision has changed its figure")}
                    END IF;
                    RETURN NULL;
                """,
            ),
            pgtrigger.Trigger(
                name="decided_once",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func=f"""
                    IF OLD.outcome <> 'pending' THEN
                        {refuse("revision_decided_once", "this revision has been decided")}
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        """Return what is asked for, of which figure."""
        return f"{self.kind} of figure {self.figure_id}"
