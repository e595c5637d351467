"""Sources: the organisations and people that publish documents, make claims, or are said to have done something."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from tracker.models.rules import Recorded, coded, evidence, not_blank, one_of, tracked, versioned
from tracker.vocabulary import SourceKind


@tracked()
class Source(Recorded):
    """A publisher, claimant or actor. Names are unique, since exports and filters tell claimants apart by them."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=150, unique=True)
    name_ar = models.CharField("Arabic name", max_length=150, blank=True)
    aliases = ArrayField(models.CharField(max_length=150), default=list, blank=True)
    kind = coded(SourceKind)
    party_to_conflict = models.BooleanField(
        default=False, help_text="Fights, or speaks for somebody who fights: said wherever its claims stand."
    )
    website = models.URLField(blank=True)
    note = models.TextField(blank=True)
    confirmed = models.BooleanField(default=True, help_text="Added by a curator on the way: an editor confirms it.")

    class Meta:
        """A source has a name and a known kind."""

        constraints = [one_of("kind", SourceKind), not_blank("name")]
        triggers = [*evidence(), versioned()]

    def __str__(self) -> str:
        """Return the name, as exports print it."""
        return self.name
