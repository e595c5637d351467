"""Documents: one report each, with what is known of its publisher and date, and the text that figures are read in."""

from django.db import models
from django.db.models import Q

from tracker.models.rules import Recorded, ascending, coded, evidence, fixed, not_blank, one_of, tracked, versioned
from tracker.vocabulary import PublicationBasis, TextScope


@tracked(exclude=["text"])  # the text never changes: history need not hold it again
class Document(Recorded):
    """One report. A null publisher is "not stated"; a null publication date is not known.

    `text` is UTF-8 with LF line ends and no NUL; offsets of figures are code points of it. With `text_scope` "excerpts" it
    holds the quoted sentences only, and `whole_sha256` is the hash of the whole report.
    """

    title = models.CharField(max_length=300, blank=True)
    publisher = models.ForeignKey("tracker.Source", models.PROTECT, null=True, blank=True, related_name="published")
    publisher_note = models.TextField(blank=True, help_text="What the document says of its publisher and link.")
    follows = models.ForeignKey(
        "tracker.Source",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The paper it says it follows.",
    )
    published_earliest = models.DateField(null=True, blank=True)
    published_latest = models.DateField(null=True, blank=True)
    published_basis = coded(PublicationBasis, null=True, blank=True)
    published_reasoning = models.TextField(blank=True, help_text="How an inferred date was arrived at.")
    url = models.URLField("link", max_length=1000, blank=True)
    archived_url = models.URLField("archived link", max_length=1000, blank=True)
    text_scope = coded(TextScope, default=TextScope.FULL)
    text = models.TextField()
    text_sha256 = models.CharField("SHA-256 of the text", max_length=64, unique=True, editable=False)
    whole_sha256 = models.CharField("SHA-256 of the whole report", max_length=64, unique=True)
    confidential = models.BooleanField(
        default=False, help_text="Then its text, link, publisher and claimants are in no public byte; its numbers are."
    )

    class Meta:
        """Dates come with their basis, an inferred one with its reasoning; a migration adds that the hash is the text's."""

        constraints = [
            one_of("text_scope", TextScope),
            one_of("published_basis", PublicationBasis),
            not_blank("text"),
            ascending("document_published", "published_earliest", "published_latest"),
            models.CheckConstraint(
                name="document_published_basis",
                condition=Q(published_earliest__isnull=True, published_latest__isnull=True, published_basis__isnull=True)
                | Q(
                    published_earliest__isnull=False,
                    published_latest__isnull=False,
                    published_basis__isnull=False,
                    published_latest=models.F("published_earliest"),
                    published_basis=PublicationBasis.STATED,
                )
                | (
                    Q(
                        published_earliest__isnull=False,
                        published_latest__isnull=False,
                        published_basis__isnull=False,
                        published_basis=PublicationBasis.INFERRED,
                    )
                    & ~Q(published_reasoning="")
                ),
            ),
            models.CheckConstraint(
                name="document_whole_text",
                condition=~Q(text_scope=TextScope.FULL) | Q(whole_sha256=models.F("text_sha256")),
            ),
            models.CheckConstraint(name="document_sha256_form", condition=Q(whole_sha256__regex="^[0-9a-f]{64}$")),
        ]
        triggers = [*evidence(), versioned(), fixed("text", "text_sha256", "whole_sha256", "text_scope")]

    def __str__(self) -> str:
        """Return the title, or how the text begins where it has none. For curators: of a confidential one, too."""
        return self.title or f"“{self.text[:60].strip()}…”"

    def get_absolute_url(self) -> str:
        """Return the path of the document's page."""
        return f"/documents/{self.pk}/"
