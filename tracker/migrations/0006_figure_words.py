"""An index for the search over quoted sentences."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.functions.comparison
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('tracker', '0005_desk'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name='figure',
            index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.search.SearchVector(models.Func(models.Func(django.db.models.functions.comparison.Coalesce(models.F('excerpt'), models.Value(''), output_field=models.TextField()), models.Value('([0-9٠١٢٣٤٥٦٧٨٩])[,٬\xa0\u2009\u202f](?=[0-9٠١٢٣٤٥٦٧٨٩]{3}(?![0-9٠١٢٣٤٥٦٧٨٩]))'), models.Value('\\1'), models.Value('g'), function='regexp_replace', output_field=models.TextField()), models.Value('٠١٢٣٤٥٦٧٨٩‘’<>\ufdd0\ufdd1\xa0\u2009\u202f“”„«»‹›–—−…،؛؟'), models.Value("0123456789''                     "), function='translate', output_field=models.TextField()), models.Func(models.Func(django.db.models.functions.comparison.Coalesce(models.F('context'), models.Value(''), output_field=models.TextField()), models.Value('([0-9٠١٢٣٤٥٦٧٨٩])[,٬\xa0\u2009\u202f](?=[0-9٠١٢٣٤٥٦٧٨٩]{3}(?![0-9٠١٢٣٤٥٦٧٨٩]))'), models.Value('\\1'), models.Value('g'), function='regexp_replace', output_field=models.TextField()), models.Value('٠١٢٣٤٥٦٧٨٩‘’<>\ufdd0\ufdd1\xa0\u2009\u202f“”„«»‹›–—−…،؛؟'), models.Value("0123456789''                     "), function='translate', output_field=models.TextField()), config='english'), name='figure_words'),
        ),
    ]
