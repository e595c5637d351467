"""Reports on their way in: kept until somebody confirms what is known of them, and then gone from here."""

from django.db import models


class IncomingReport(models.Model):
    """A report's text as somebody gave it, with what it says of itself; stored as a document once that is confirmed.

    Nothing in it is evidence yet: it may be discarded, and is not part of any history. `name` is the file's or the
    address's, "" for pasted text; `publisher` is the page's own name for itself. A null date is not known; `whence` says
    what it was taken from, "" where the page states it.
    """

    given_by = models.ForeignKey("auth.User", models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    name = models.CharField(max_length=1000, blank=True)
    text = models.TextField()
    text_sha256 = models.CharField(max_length=64)
    title = models.TextField(blank=True)
    publisher = models.TextField(blank=True)
    published = models.DateField(null=True)
    whence = models.TextField(blank=True)
    url = models.CharField(max_length=1000, blank=True)

    class Meta:
        """Given twice by the same person, it is one."""

        constraints = [
            models.UniqueConstraint(name="tracker_incomingreport_once", fields=["given_by", "text_sha256"]),
        ]

    def __str__(self) -> str:
        """Return the title, the name, or how the text begins."""
        return self.title or self.name or f"“{self.text[:60].strip()}…”"
