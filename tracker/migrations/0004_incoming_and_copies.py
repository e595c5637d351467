"""Reports on their way in, attempts to read documents, near copies; and the fingerprints of what is stored already."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from tracker.ingest.likeness import fingerprint


def take_fingerprints(apps, schema_editor):
    """Take the fingerprints of the stored documents, as near copies are found by them."""
    documents = apps.get_model("tracker", "Document").objects.using(schema_editor.connection.alias)
    fingerprints = apps.get_model("tracker", "DocumentFingerprint").objects.using(schema_editor.connection.alias)
    for document in documents.only("pk", "text").iterator(chunk_size=100):
        fingerprints.create(document_id=document.pk, runs=fingerprint(document.text))


class Migration(migrations.Migration):

    dependencies = [
        ('tracker', '0003_edition'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='DocumentFingerprint',
            fields=[
                ('document', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='fingerprint', serialize=False, to='tracker.document')),
                ('runs', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)),
            ],
            options={
                'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['runs'], name='fingerprint_runs')],
            },
        ),
        migrations.CreateModel(
            name='Extraction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('extractor_version', models.CharField(max_length=40)),
                ('ended_at', models.DateTimeField()),
                ('failure', models.TextField(blank=True)),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='extractions', to='tracker.document')),
            ],
        ),
        migrations.CreateModel(
            name='IncomingReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('given_at', models.DateTimeField()),
                ('name', models.CharField(blank=True, max_length=1000)),
                ('text', models.TextField()),
                ('text_sha256', models.CharField(max_length=64)),
                ('title', models.TextField(blank=True)),
                ('publisher', models.TextField(blank=True)),
                ('published', models.DateField(null=True)),
                ('whence', models.TextField(blank=True)),
                ('url', models.CharField(blank=True, max_length=1000)),
                ('given_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='NearCopy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_copy', models.BooleanField()),
                ('share', models.PositiveSmallIntegerField()),
                ('decided_at', models.DateTimeField()),
                ('decided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='copies_decided', to='tracker.document')),
                ('original', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='originals_decided', to='tracker.document')),
            ],
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extraction',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='93d671777b66c90d96b0ebfdb0a5bd85b1303e89', operation='DELETE', pgid='pgtrigger_never_deleted_5e3c5', table='tracker_extraction', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extraction',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'evidence is never truncated' USING ERRCODE = 'check_violation', CONSTRAINT = 'never_truncated';", hash='837270f5cef6faad07694a3597a3d2eb28920dd1', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_0052e', table='tracker_extraction', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extraction',
            trigger=pgtrigger.compiler.Trigger(name='never_changed', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='397b220d522d406197d788d0c31452341c8052fc', operation='UPDATE', pgid='pgtrigger_never_changed_854ab', table='tracker_extraction', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='incomingreport',
            constraint=models.UniqueConstraint(fields=('given_by', 'text_sha256'), name='tracker_incomingreport_once'),
        ),
        migrations.AddConstraint(
            model_name='nearcopy',
            constraint=models.CheckConstraint(condition=models.Q(('document', models.F('original')), _negated=True), name='nearcopy_of_another'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='nearcopy',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='70d0f11ccbd55058a3348e89805a9063796891be', operation='DELETE', pgid='pgtrigger_never_deleted_cc258', table='tracker_nearcopy', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='nearcopy',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'evidence is never truncated' USING ERRCODE = 'check_violation', CONSTRAINT = 'never_truncated';", hash='fbf3bbddde242603feba14934c01d874bfe4b173', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_6b9bb', table='tracker_nearcopy', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='nearcopy',
            trigger=pgtrigger.compiler.Trigger(name='never_changed', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='234507162f29fa57f2133ce64b798ccb0778f248', operation='UPDATE', pgid='pgtrigger_never_changed_16e4c', table='tracker_nearcopy', when='BEFORE')),
        ),
        migrations.RunPython(take_fingerprints, migrations.RunPython.noop),
    ]
