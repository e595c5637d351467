"""What curators call a row of corrections; nothing changes in the database."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('tracker', '0008_read_again'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='figurerevision',
            options={'verbose_name': 'correction or retraction', 'verbose_name_plural': 'corrections and retractions'},
        ),
    ]
