"""A document that is read again, as its day of publication was corrected, has its undecided proposals anew."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):

    dependencies = [
        ('tracker', '0007_origins'),
    ]

    operations = [
        migrations.RemoveConstraint(model_name='proposal', name='proposal_once'),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.UniqueConstraint(
                condition=~Q(outcome='obsolete'),
                fields=('document', 'extractor_version', 'number_start', 'number_end', 'indicator'),
                name='proposal_once',
            ),
        ),
    ]
