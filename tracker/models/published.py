"""What the public may see: one row a public figure, read from the view `published_figure` and from nowhere else."""

from typing import Self

from django.db import models
from django.urls import reverse

from tracker.vocabulary import Status


class PublishedFigureQuerySet(models.QuerySet["PublishedFigure"]):
    """Questions that pages, charts and exports ask of the public figures."""

    def public(self) -> Self:
        """Return what counts: the provisional and verified figures. Retracted ones keep a page, and are only asked for."""
        return self.filter(status__in=[Status.PROVISIONAL, Status.VERIFIED])


class PublishedFigure(models.Model):
    """A public figure under the names of the CSV's columns (ARCHITECTURE.md, "Contracts"), confidential ones already null.

    `figure_url` is a path here; exports put the site's address before it. `document_published` is an ISO 8601 date, or an
    interval when only earliest and latest are known. After `changed_at` come columns that only the pages use.
    """

    figure_id = models.BigIntegerField(primary_key=True)
    figure_url = models.TextField()
    version = models.IntegerField()
    status = models.TextField()
    counting = models.TextField(null=True)
    place = models.TextField()
    place_slug = models.TextField()
    place_kind = models.TextField()
    enclave = models.TextField(null=True)
    country_iso3 = models.TextField(null=True)
    place_role = models.TextField()
    place_accuracy = models.TextField()
    indicator = models.TextField()
    group = models.TextField(null=True)
    group_text = models.TextField(null=True)
    reported_text = models.TextField()
    quantifier = models.TextField()
    reported = models.BigIntegerField(null=True)
    reported_max = models.BigIntegerField(null=True)
    low = models.BigIntegerField(null=True)
    best = models.BigIntegerField(null=True)
    high = models.BigIntegerField(null=True)
    calculation = models.TextField()
    unit = models.TextField()
    accumulation = models.TextField()
    count_stage = models.TextField(null=True)
    start_date = models.DateField(null=True)
    start_accuracy = models.TextField()
    end_date = models.DateField(null=True)
    end_accuracy = models.TextField()
    date_basis = models.TextField(null=True)
    date_text = models.TextField(null=True)
    claimed_on = models.DateField(null=True)
    attributed_to = models.TextField(null=True)
    attribution_text = models.TextField(null=True)
    attribution_kind = models.TextField(null=True)
    claimant_is_party = models.BooleanField(null=True)
    alleged_actor = models.TextField(null=True)
    publisher = models.TextField(null=True)
    document_id = models.BigIntegerField()
    document_title = models.TextField(null=True)
    document_published = models.TextField(null=True)
    document_published_basis = models.TextField(null=True)
    document_url = models.TextField(null=True)
    archived_url = models.TextField(null=True)
    source_sentence = models.TextField(null=True)
    context_sentence = models.TextField(null=True)
    sentence_start = models.IntegerField(null=True)
    sentence_end = models.IntegerField(null=True)
    report_count = models.IntegerField()
    origin_count = models.IntegerField()
    repeat_of = models.BigIntegerField(null=True)
    subset_of = models.BigIntegerField(null=True)
    disputed_on = models.DateField(null=True)
    verified_on = models.DateField(null=True)
    changed_at = models.DateTimeField()

    number_start = models.IntegerField(null=True)
    number_end = models.IntegerField(null=True)
    note = models.TextField()
    disputed_reason = models.TextField()
    retracted_on = models.DateField(null=True)
    retraction_reason = models.TextField()
    correction_pending = models.BooleanField()
    confidential = models.BooleanField()

    objects = PublishedFigureQuerySet.as_manager()

    class Meta:
        """A view: nothing here is ever written."""

        managed = False
        db_table = "published_figure"

    def __str__(self) -> str:
        """Return the number as printed, with what it counts."""
        return f"{self.reported_text} {self.indicator}"

    def get_absolute_url(self) -> str:
        """Return the path of the figure's permanent page."""
        return reverse("figure", args=[self.figure_id])
