"""A place of a sentence, and how it stands to what happened."""

from dataclasses import dataclass

from tracker.extraction.places.roles import Role


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place of the sentence, from its first to its last word. A container is only where the place beside it lies."""

    first: int
    last: int
    slug: str | None
    named: bool
    role: Role
    country: bool = False
    container: bool = False
    possessive: bool = False
    told: bool = False
    """Whether it is only where those who tell of it are: "the hospital in Kabul said"."""

    @property
    def acts(self) -> bool:
        """Whether a state is named only for what it does: "Russia's invasion has killed"."""
        return self.country and self.possessive and self.role is Role.NONE and not self.container
