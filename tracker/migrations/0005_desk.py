"""The desk: what becomes of proposals, drafts that are taken back, and who is reviewing which document."""

from importlib import import_module

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import tracker.vocabulary
from django.conf import settings
from django.db import migrations, models

VIEW = import_module("tracker.migrations.0002_rules_and_view").VIEW.strip()
OLD = "WHERE f.status <> 'draft'"
assert VIEW.startswith("CREATE VIEW") and VIEW.endswith(OLD)
REPLACED = VIEW.replace("CREATE VIEW", "CREATE OR REPLACE VIEW", 1)
UNSEEN = REPLACED.removesuffix(OLD) + "WHERE f.status NOT IN ('draft', 'discarded')"


class Migration(migrations.Migration):

    dependencies = [
        ('tracker', '0004_incoming_and_copies'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='DeskHold',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateTimeField()),
                ('until', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='ProposalEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('outcome', models.CharField(choices=[('pending', 'pending'), ('accepted', 'accepted'), ('corrected', 'corrected'), ('rejected', 'rejected'), ('obsolete', 'obsolete')], default=tracker.vocabulary.ProposalOutcome['PENDING'], max_length=32)),
                ('decided_at', models.DateTimeField(null=True)),
                ('reject_reason', models.TextField(blank=True)),
                ('rejected_as', models.CharField(choices=[('not_a_count', 'not_a_count'), ('not_an_event', 'not_an_event'), ('said_already', 'said_already'), ('out_of_scope', 'out_of_scope'), ('garbled', 'garbled'), ('other_reason', 'other_reason')], max_length=32, null=True)),
                ('corrections', models.JSONField(default=dict)),
                ('undone_at', models.DateTimeField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='figure',
            name='steps',
        ),
        migrations.RemoveConstraint(
            model_name='figure',
            name='figure_status_code',
        ),
        migrations.RemoveConstraint(
            model_name='figure',
            name='figure_published',
        ),
        migrations.RemoveConstraint(
            model_name='figure',
            name='figure_verified',
        ),
        migrations.RemoveConstraint(
            model_name='proposal',
            name='proposal_rejected_with_reason',
        ),
        migrations.AddField(
            model_name='proposal',
            name='corrections',
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name='proposal',
            name='rejected_as',
            field=models.CharField(choices=[('not_a_count', 'not_a_count'), ('not_an_event', 'not_an_event'), ('said_already', 'said_already'), ('out_of_scope', 'out_of_scope'), ('garbled', 'garbled'), ('other_reason', 'other_reason')], max_length=32, null=True),
        ),
        migrations.AddField(
            model_name='proposal',
            name='undone_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='proposal',
            name='undone_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AlterField(
            model_name='figure',
            name='status',
            field=models.CharField(choices=[('draft', 'draft'), ('discarded', 'discarded'), ('provisional', 'provisional'), ('verified', 'verified'), ('retracted', 'retracted')], default=tracker.vocabulary.Status['DRAFT'], editable=False, max_length=32),
        ),
        migrations.AlterField(
            model_name='figureevent',
            name='status',
            field=models.CharField(choices=[('draft', 'draft'), ('discarded', 'discarded'), ('provisional', 'provisional'), ('verified', 'verified'), ('retracted', 'retracted')], default=tracker.vocabulary.Status['DRAFT'], editable=False, max_length=32),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='figure',
            trigger=pgtrigger.compiler.Trigger(name='steps', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE old_material jsonb; new_material jsonb;', func="\n        old_material := (SELECT jsonb_object_agg(c, to_jsonb(OLD) -> c) FROM unnest(ARRAY['indicator', 'reported_text', 'quantifier', 'reported', 'reported_max', 'low', 'best', 'high', 'calculation', 'unit', 'group', 'group_text', 'accumulation', 'count_stage', 'start_date', 'start_accuracy', 'end_date', 'end_accuracy', 'date_basis', 'date_text', 'claimed_on', 'place_id', 'place_role', 'place_accuracy', 'attributed_to_id', 'attribution_text', 'attribution_kind', 'alleged_actor_id', 'excerpt', 'excerpt_start', 'excerpt_end', 'number_start', 'number_end', 'context', 'context_start', 'context_end', 'repeat_of_id', 'subset_of_id', 'overridden', 'override_reason']) AS c);\n        new_material := (SELECT jsonb_object_agg(c, to_jsonb(NEW) -> c) FROM unnest(ARRAY['indicator', 'reported_text', 'quantifier', 'reported', 'reported_max', 'low', 'best', 'high', 'calculation', 'unit', 'group', 'group_text', 'accumulation', 'count_stage', 'start_date', 'start_accuracy', 'end_date', 'end_accuracy', 'date_basis', 'date_text', 'claimed_on', 'place_id', 'place_role', 'place_accuracy', 'attributed_to_id', 'attribution_text', 'attribution_kind', 'alleged_actor_id', 'excerpt', 'excerpt_start', 'excerpt_end', 'number_start', 'number_end', 'context', 'context_start', 'context_end', 'repeat_of_id', 'subset_of_id', 'overridden', 'override_reason']) AS c);\n        NEW.authors := OLD.authors;\n        IF NEW.changed_by_id IS NULL THEN\n            RAISE EXCEPTION 'a change names who made it and when' USING ERRCODE = 'check_violation', CONSTRAINT = 'named_change';\n        END IF;\n        IF OLD.status = 'retracted' THEN\n            RAISE EXCEPTION 'a retracted figure stays as it is' USING ERRCODE = 'check_violation', CONSTRAINT = 'retracted_stays';\n        END IF;\n        IF OLD.status = 'discarded' THEN\n            RAISE EXCEPTION 'a discarded draft stays as it is' USING ERRCODE = 'check_violation', CONSTRAINT = 'discarded_stays';\n        END IF;\n        IF NEW.status = 'discarded' AND EXISTS (\n            SELECT FROM tracker_figure f\n            WHERE (f.repeat_of_id = OLD.id OR f.subset_of_id = OLD.id) AND f.status <> 'discarded'\n        ) THEN\n            RAISE EXCEPTION 'other figures point to this draft: release them first' USING ERRCODE = 'check_violation', CONSTRAINT = 'discarded_has_no_others';\n        END IF;\n        IF NEW.status = 'retracted' THEN\n            IF NOT (\n    (OLD.status, NEW.status) IN (\n        ('draft', 'provisional'), ('provisional', 'verified'), ('provisional', 'retracted'), ('verified', 'retracted'),\n        ('draft', 'discarded')\n    )\n) OR new_material <> old_material OR NOT EXISTS (\n    SELECT FROM tracker_figurerevision r\n    WHERE r.figure_id = OLD.id AND r.kind = 'retraction' AND r.outcome = 'applied' AND r.applied_version = NEW.version\n        AND r.decided_by_id = NEW.changed_by_id AND r.decided_by_id = NEW.retracted_by_id\n) THEN\n                RAISE EXCEPTION 'a retraction is proposed by one person and confirmed by another' USING ERRCODE = 'check_violation', CONSTRAINT = 'retracted_by_two';\n            END IF;\n            IF EXISTS (SELECT FROM tracker_figure f WHERE f.repeat_of_id = OLD.id AND (f.status IN ('provisional', 'verified'))) THEN\n                RAISE EXCEPTION 'other figures repeat this one: name their new head first' USING ERRCODE = 'check_violation', CONSTRAINT = 'retracted_head_has_successor';\n            END IF;\n            IF EXISTS (SELECT FROM tracker_figure f WHERE f.subset_of_id = OLD.id AND (f.status IN ('provisional', 'verified'))) THEN\n                RAISE EXCEPTION 'other figures are parts of this one: release them first' USING ERRCODE = 'check_violation', CONSTRAINT = 'retracted_total_has_no_parts';\n            END IF;\n        ELSIF NEW.status <> OLD.status THEN\n            IF NOT (\n    (OLD.status, NEW.status) IN (\n        ('draft', 'provisional'), ('provisional', 'verified'), ('provisional', 'retracted'), ('verified', 'retracted'),\n        ('draft', 'discarded')\n    )\n) OR new_material <> old_material THEN\n                RAISE EXCEPTION 'this step is not open to the figure, or it changes something besides' USING ERRCODE = 'check_violation', CONSTRAINT = 'one_step';\n            END IF;\n            IF NEW.status = 'provisional' AND NEW.published_by_id IS DISTINCT FROM NEW.changed_by_id THEN\n                RAISE EXCEPTION 'who publishes is who changed the figure last' USING ERRCODE = 'check_violation', CONSTRAINT = 'named_step';\n            END IF;\n            IF NEW.status = 'verified' AND NEW.verified_by_id IS DISTINCT FROM NEW.changed_by_id THEN\n                RAISE EXCEPTION 'who verifies is who changed the figure last' USING ERRCODE = 'check_violation', CONSTRAINT = 'named_step';\n            END IF;\n        ELSIF new_material <> old_material THEN\n            IF NEW.changed_at <= OLD.changed_at THEN\n                RAISE EXCEPTION 'a change names who made it and when' USING ERRCODE = 'check_violation', CONSTRAINT = 'named_change';\n            END IF;\n            IF OLD.status = 'verified' THEN\n                IF NOT EXISTS (\n    SELECT FROM tracker_figurerevision r\n    WHERE r.figure_id = OLD.id AND r.kind = 'correction' AND r.outcome = 'applied' AND r.applied_version = NEW.version\n        AND r.decided_by_id = NEW.changed_by_id AND r.decided_by_id = NEW.verified_by_id AND new_material = old_material || r.changes\n) THEN\n                    RAISE EXCEPTION 'a verified figure changes by a checked correction only' USING ERRCODE = 'check_violation', CONSTRAINT = 'verified_by_revision';\n                END IF;\n                NEW.authors := (\n                    SELECT ARRAY[OLD.entered_by_id, r.proposed_by_id] FROM tracker_figurerevision r\n                    WHERE r.figure_id = OLD.id AND r.applied_version = NEW.version\n                );\n            ELSE\n                NEW.authors := OLD.authors || NEW.changed_by_id;\n            END IF;\n        END IF;\n        IF (NEW.verified_by_id, NEW.verified_at) IS DISTINCT FROM (OLD.verified_by_id, OLD.verified_at)\n            AND NOT (NEW.status = 'verified' AND (OLD.status <> 'verified' OR new_material <> old_material)) THEN\n            RAISE EXCEPTION 'who verified a figure changes only with a step' USING ERRCODE = 'check_violation', CONSTRAINT = 'one_step';\n        END IF;\n        IF (NEW.status IN ('provisional', 'verified')) AND (NEW.status, NEW.repeat_of_id, NEW.subset_of_id)\n            IS DISTINCT FROM (OLD.status, OLD.repeat_of_id, OLD.subset_of_id) THEN\n            -- The lock makes a retraction of the other figure wait, or be seen.\n            PERFORM FROM tracker_figure o WHERE o.id IN (NEW.repeat_of_id, NEW.subset_of_id) FOR SHARE;\n            IF EXISTS (\n                SELECT FROM tracker_figure o\n                WHERE o.id IN (NEW.repeat_of_id, NEW.subset_of_id) AND NOT (o.status IN ('provisional', 'verified'))\n            ) THEN RAISE EXCEPTION 'a public figure repeats, or is a part of, public ones only' USING ERRCODE = 'check_violation', CONSTRAINT = 'public_points_to_public'; END IF;\n        END IF;\n        IF OLD.published_at IS NOT NULL\n            AND (NEW.published_by_id, NEW.published_at) IS DISTINCT FROM (OLD.published_by_id, OLD.published_at) THEN\n            RAISE EXCEPTION 'who published a figure stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'one_step';\n        END IF;\n        RETURN NEW;\n    ", hash='02da33f5845a464e7130e0efdf2ab2feab2e57dd', operation='UPDATE', pgid='pgtrigger_steps_371cf', table='tracker_figure', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proposal',
            trigger=pgtrigger.compiler.Trigger(name='course', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF NEW.outcome = OLD.outcome THEN\n            IF NEW.decided_by_id IS DISTINCT FROM OLD.decided_by_id OR NEW.decided_at IS DISTINCT FROM OLD.decided_at OR NEW.reject_reason IS DISTINCT FROM OLD.reject_reason OR NEW.rejected_as IS DISTINCT FROM OLD.rejected_as OR NEW.corrections IS DISTINCT FROM OLD.corrections OR NEW.figure_id IS DISTINCT FROM OLD.figure_id OR (NEW.undone_by_id, NEW.undone_at) IS DISTINCT FROM (OLD.undone_by_id, OLD.undone_at) THEN\n                RAISE EXCEPTION 'a decision changes only by being undone' USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_decided_once';\n            END IF;\n        ELSIF NEW.outcome = 'pending' AND OLD.outcome IN ('accepted', 'corrected', 'rejected') THEN\n            IF NEW.undone_by_id IS NULL OR NEW.undone_at IS NOT DISTINCT FROM OLD.undone_at THEN\n                RAISE EXCEPTION 'who undoes a decision is named' USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_undone_by';\n            END IF;\n            IF EXISTS (SELECT FROM tracker_figure f WHERE f.id = OLD.figure_id AND f.status <> 'discarded') THEN\n                RAISE EXCEPTION 'the draft that was made of it is discarded first' USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_undone_with_its_draft';\n            END IF;\n        ELSIF OLD.outcome <> 'pending' THEN\n            RAISE EXCEPTION 'a decision changes only by being undone' USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_decided_once';\n        ELSIF NEW.undone_at IS DISTINCT FROM OLD.undone_at THEN\n            RAISE EXCEPTION 'who undoes a decision is named' USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_undone_by';\n        END IF;\n        IF NEW.figure_id IS NOT NULL AND NEW.figure_id IS DISTINCT FROM OLD.figure_id AND NOT EXISTS (\n            SELECT FROM tracker_figure f\n            WHERE f.id = NEW.figure_id AND f.document_id = NEW.document_id AND f.status = 'draft'\n                AND f.entered_by_id = NEW.decided_by_id\n        ) THEN\n            RAISE EXCEPTION 'accepting makes a draft of the same document, by whoever accepts' USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_makes_a_draft';\n        END IF;\n        RETURN NEW;\n    ", hash='99c8a975e14e6858553c8d6e266e31ab87c7df06', operation='UPDATE', pgid='pgtrigger_course_70b7f', table='tracker_proposal', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proposal',
            trigger=pgtrigger.compiler.Trigger(name='born_pending', sql=pgtrigger.compiler.UpsertTriggerSql(condition="WHEN (NEW.outcome <> 'pending' OR NEW.undone_at IS NOT NULL)", func="RAISE EXCEPTION 'a proposal is born undecided' USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_born_pending';", hash='d7eb173cd8fb92cb97964867c8baf8307c4841ac', operation='INSERT', pgid='pgtrigger_born_pending_42c62', table='tracker_proposal', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proposal',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."corrections" IS DISTINCT FROM (NEW."corrections") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."document_id" IS DISTINCT FROM (NEW."document_id") OR OLD."figure_id" IS DISTINCT FROM (NEW."figure_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."outcome" IS DISTINCT FROM (NEW."outcome") OR OLD."reject_reason" IS DISTINCT FROM (NEW."reject_reason") OR OLD."rejected_as" IS DISTINCT FROM (NEW."rejected_as") OR OLD."undone_at" IS DISTINCT FROM (NEW."undone_at") OR OLD."undone_by_id" IS DISTINCT FROM (NEW."undone_by_id"))', func='INSERT INTO "tracker_proposalevent" ("corrections", "decided_at", "decided_by_id", "document_id", "figure_id", "id", "outcome", "pgh_created_at", "pgh_label", "pgh_obj_id", "reject_reason", "rejected_as", "undone_at", "undone_by_id") VALUES (NEW."corrections", NEW."decided_at", NEW."decided_by_id", NEW."document_id", NEW."figure_id", NEW."id", NEW."outcome", NOW(), \'update\', NEW."id", NEW."reject_reason", NEW."rejected_as", NEW."undone_at", NEW."undone_by_id"); RETURN NULL;', hash='11e2083298408c2c8d256364aff34687c28a4532', operation='UPDATE', pgid='pgtrigger_update_update_617f1', table='tracker_proposal', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='figure',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', [tracker.vocabulary.Status['DRAFT'], tracker.vocabulary.Status['DISCARDED'], tracker.vocabulary.Status['PROVISIONAL'], tracker.vocabulary.Status['VERIFIED'], tracker.vocabulary.Status['RETRACTED']])), name='figure_status_code'),
        ),
        migrations.AddConstraint(
            model_name='figure',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('published_at__isnull', True), ('status__in', [tracker.vocabulary.Status['DRAFT'], tracker.vocabulary.Status['DISCARDED']])), models.Q(('published_at__isnull', False), models.Q(('status__in', [tracker.vocabulary.Status['DRAFT'], tracker.vocabulary.Status['DISCARDED']]), _negated=True)), _connector='OR'), name='figure_published'),
        ),
        migrations.AddConstraint(
            model_name='figure',
            constraint=models.CheckConstraint(condition=models.Q(('status', tracker.vocabulary.Status['RETRACTED']), models.Q(('status', tracker.vocabulary.Status['VERIFIED']), ('verified_at__isnull', False)), models.Q(('status__in', [tracker.vocabulary.Status['DRAFT'], tracker.vocabulary.Status['DISCARDED'], tracker.vocabulary.Status['PROVISIONAL']]), ('verified_at__isnull', True)), _connector='OR'), name='figure_verified'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('outcome', tracker.vocabulary.ProposalOutcome['REJECTED']), ('rejected_as__isnull', False), models.Q(models.Q(('rejected_as', tracker.vocabulary.RejectReason['OTHER_REASON']), _negated=True), models.Q(('reject_reason', ''), _negated=True), _connector='OR')), models.Q(models.Q(('outcome', tracker.vocabulary.ProposalOutcome['REJECTED']), _negated=True), ('reject_reason', ''), ('rejected_as__isnull', True)), _connector='OR'), name='proposal_rejected_with_reason'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('outcome', tracker.vocabulary.ProposalOutcome['CORRECTED']), models.Q(('corrections', {}), _negated=True)), models.Q(models.Q(('outcome', tracker.vocabulary.ProposalOutcome['CORRECTED']), _negated=True), ('corrections', {})), _connector='OR'), name='proposal_corrected'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(('rejected_as__in', [tracker.vocabulary.RejectReason['NOT_A_COUNT'], tracker.vocabulary.RejectReason['NOT_AN_EVENT'], tracker.vocabulary.RejectReason['SAID_ALREADY'], tracker.vocabulary.RejectReason['OUT_OF_SCOPE'], tracker.vocabulary.RejectReason['GARBLED'], tracker.vocabulary.RejectReason['OTHER_REASON']])), name='proposal_rejected_as_code'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('undone_at__isnull', True), ('undone_by__isnull', True)), models.Q(('undone_at__isnull', False), ('undone_by__isnull', False)), _connector='OR'), name='proposal_undone_together'),
        ),
        migrations.AddField(
            model_name='deskhold',
            name='document',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='hold', to='tracker.document'),
        ),
        migrations.AddField(
            model_name='deskhold',
            name='holder',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='proposalevent',
            name='decided_by',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='proposalevent',
            name='document',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='tracker.document'),
        ),
        migrations.AddField(
            model_name='proposalevent',
            name='figure',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='tracker.figure'),
        ),
        migrations.AddField(
            model_name='proposalevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='id_document_outcome_decided_by_decided_at_reject_reason_rejected_as_corrections_figure_undone_by_undone_at_events', to='tracker.proposal'),
        ),
        migrations.AddField(
            model_name='proposalevent',
            name='undone_by',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='deskhold',
            constraint=models.CheckConstraint(condition=models.Q(('since__isnull', True), ('until__isnull', True), ('since__lte', models.F('until')), _connector='OR'), name='deskhold_times'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proposalevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='5be508754ebc5078c62408135210ab6cbcf8346e', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_dc467', table='tracker_proposalevent', when='BEFORE')),
        ),
        migrations.RunSQL(UNSEEN, REPLACED),
    ]
