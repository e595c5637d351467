"""Extractions: each attempt to read figures in a document, and how it ended."""

import pgtrigger
from django.db import models

from tracker.models.rules import evidence


class Extraction(models.Model):
    """An attempt that ended; a document's last one says how it stands. What waits or runs is in the queue, not here.

    `failure` is one line for curators, "" where the document was read.
    """

    document = models.ForeignKey("tracker.Document", models.PROTECT, related_name="extractions")
    extractor_version = models.CharField(max_length=40)
    ended_at = models.DateTimeField()
    failure = models.TextField(blank=True)

    class Meta:
        """Attempts are added, and never changed."""

        triggers = [*evidence(), pgtrigger.Protect(name="never_changed", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        """Return how it ended."""
        return self.failure or "read"
