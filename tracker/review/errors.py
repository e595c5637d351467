"""Why review refuses, in words for the person who asked; nothing is written when one of these is raised."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.models import Figure


class Refused(Exception):
    """A rule of review stands against it; the message says which, and what to do."""


class NotAllowed(Refused):
    """This person's roles do not include it."""


class StaleWrite(Refused):
    """Somebody else changed the figure meanwhile; `figure` is as it stands now."""

    def __init__(self, figure: "Figure") -> None:
        """Name who changed it, and when."""
        self.figure = figure
        why = f": “{figure.change_reason}”" if figure.change_reason else ""
        super().__init__(
            f"{figure.changed_by} changed this figure on {figure.changed_at:%-d %B %Y at %H:%M} UTC{why}. "
            "Nothing of yours was saved: look at the change, then make yours again."
        )
