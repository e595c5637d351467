"""A confidential document's claimant is no origin of its own: its being among the named ones, or not, would tell who it is."""

from importlib import import_module

from django.db import migrations

UNSEEN = import_module("tracker.migrations.0005_desk").UNSEEN
OLD = """(count(DISTINCT r.attributed_to_id) + coalesce(max((r.attributed_to_id IS NULL)::int), 0))::int AS origin_count
    FROM tracker_figure r
"""
NEW = """(
            count(DISTINCT r.attributed_to_id) FILTER (WHERE NOT rd.confidential)
            + coalesce(max((r.attributed_to_id IS NULL OR rd.confidential)::int), 0)
        )::int AS origin_count
    FROM tracker_figure r
    JOIN tracker_document rd ON rd.id = r.document_id
"""
assert OLD in UNSEEN


class Migration(migrations.Migration):

    dependencies = [
        ('tracker', '0006_figure_words'),
    ]

    operations = [
        migrations.RunSQL(UNSEEN.replace(OLD, NEW), UNSEEN),
    ]
