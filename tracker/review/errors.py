"""Why review refuses, in words for the person who asked; nothing is written when one of these is raised."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.models import Figure, Proposal
    from tracker.review.compared import FigureWarning


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


class AlreadyDecided(Refused):
    """Somebody else decided on the proposal meanwhile; `proposal` is as it stands now."""

    def __init__(self, proposal: "Proposal") -> None:
        """Say what they did, and when."""
        self.proposal = proposal
        if proposal.decided_by is not None and proposal.decided_at is not None:
            what, when = f"{proposal.decided_by} {proposal.outcome} this proposal", proposal.decided_at
        elif proposal.undone_by is not None and proposal.undone_at is not None:
            what, when = f"{proposal.undone_by} took back the decision on this proposal", proposal.undone_at
        else:
            super().__init__("This document was read again since, and this number differently: open it again.")
            return
        super().__init__(f"{what} on {when:%-d %B %Y at %H:%M} UTC. Nothing of yours was saved: look at it below.")


class Warned(Refused):
    """Something looks wrong about the figure that nobody has overridden yet; `warnings` says what."""

    def __init__(self, warnings: "Sequence[FigureWarning]") -> None:
        """Name every warning."""
        self.warnings = tuple(warnings)
        super().__init__(
            "Something looks wrong: correct it, or say why it stands nevertheless. " + " ".join(w.words for w in warnings)
        )


class Unconfirmed(Refused):
    """Warnings were overridden, and a second person has not confirmed the reason; `warnings` and `reason` say which."""

    def __init__(self, warnings: "Sequence[FigureWarning]", reason: str) -> None:
        """Quote the reason beside the warnings."""
        self.warnings, self.reason = tuple(warnings), reason
        super().__init__(
            f"Warnings were overridden with the reason “{reason}”: confirm it if it holds. "
            + " ".join(w.words for w in warnings)
        )
