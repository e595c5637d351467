"""Near copies: by what documents with much text in common are found, and what people decided about them."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from tracker.models.rules import evidence


class DocumentFingerprint(models.Model):
    """Hashes of some of a document's runs of words (`tracker.ingest.likeness`), so that its near copies are found."""

    document = models.OneToOneField("tracker.Document", models.PROTECT, primary_key=True, related_name="fingerprint")
    runs = ArrayField(models.BigIntegerField())

    class Meta:
        """The index serves `near_copies.candidates`: which documents share a hash with this one."""

        indexes = [GinIndex(name="fingerprint_runs", fields=["runs"])]

    def __str__(self) -> str:
        """Return whose it is."""
        return f"fingerprint of document {self.document_id}"


class NearCopy(models.Model):
    """What somebody decided about two documents with text in common: one is a copy of the other, or it is not.

    Decisions are added, never changed: of a pair, whichever way round, the last one counts. `share` is the share of the
    shorter text's runs of words, in per cent, that stood in the other when it was decided.
    """

    document = models.ForeignKey("tracker.Document", models.PROTECT, related_name="copies_decided")
    original = models.ForeignKey("tracker.Document", models.PROTECT, related_name="originals_decided")
    is_copy = models.BooleanField()
    share = models.PositiveSmallIntegerField()
    decided_by = models.ForeignKey("auth.User", models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    class Meta:
        """No document is a copy of itself."""

        constraints = [models.CheckConstraint(name="nearcopy_of_another", condition=~Q(document=F("original")))]
        triggers = [*evidence(), pgtrigger.Protect(name="never_changed", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        """Return the decision."""
        return f"{self.document_id} is {'a' if self.is_copy else 'no'} copy of {self.original_id}"
