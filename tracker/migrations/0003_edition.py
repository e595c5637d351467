"""The table of editions. What fills it, a function and a trigger of each table, is renewed after every migration."""

import django.contrib.postgres.functions
from django.db import migrations, models


class Migration(migrations.Migration):
    """`tracker_edition`; going back takes the triggers along, which could not write to it any more."""

    dependencies = [("tracker", "0002_rules_and_view")]

    operations = [
        migrations.CreateModel(
            name="Edition",
            fields=[
                ("transaction", models.BigIntegerField(primary_key=True, serialize=False)),
                ("token", models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID())),
            ],
        ),
        migrations.RunSQL(migrations.RunSQL.noop, "DROP FUNCTION IF EXISTS tracker_new_edition() CASCADE"),
    ]
