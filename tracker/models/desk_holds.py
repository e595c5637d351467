"""Who is reviewing a document just now, so that two people do not read the same report at the same time."""

from django.db import models

from tracker.models.rules import ascending


class DeskHold(models.Model):
    """Somebody opened a document's desk; it is theirs until then, or until somebody else takes it over.

    A courtesy among colleagues and no lock: two decisions about one proposal are kept apart by the proposal itself.
    """

    document = models.OneToOneField("tracker.Document", models.PROTECT, related_name="hold")
    holder = models.ForeignKey("auth.User", models.PROTECT, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField()

    class Meta:
        """A hold ends after it began."""

        constraints = [ascending("deskhold_times", "since", "until")]

    def __str__(self) -> str:
        """Return which document it is about."""
        return f"document {self.document_id}"
