"""What people decided about likely repeats, so that a pair is asked about once."""

from django.db import models
from django.db.models import F, Q

from tracker.models.rules import evidence, fixed, not_blank


class NotARepeat(models.Model):
    """Two figures that look alike and do not report the same count. `first` is the one with the smaller number."""

    first = models.ForeignKey("tracker.Figure", models.PROTECT, related_name="+")
    second = models.ForeignKey("tracker.Figure", models.PROTECT, related_name="+")
    reason = models.TextField()
    decided_by = models.ForeignKey("auth.User", models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    class Meta:
        """A pair is decided once."""

        constraints = [
            not_blank("reason"),
            models.CheckConstraint(name="notarepeat_in_order", condition=Q(first__lt=F("second"))),
            models.UniqueConstraint(name="notarepeat_once", fields=["first", "second"]),
        ]
        triggers = [*evidence(), fixed("first", "second", "reason", "decided_by", "decided_at")]

    def __str__(self) -> str:
        """Return the pair by their numbers."""
        return f"{self.first_id} and {self.second_id}"
