"""Places and what they went through: enclaves, cities, governorates, and their sieges."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from tracker.models.rules import Recorded, acyclic, ascending, coded, evidence, not_blank, one_of, tracked, versioned
from tracker.vocabulary import DateAccuracy, PlaceKind, PlaceStatus


@tracked()
class Place(Recorded):
    """A place; `parent` means wholly inside, and siblings are disjoint unless listed as overlapping."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=100)
    name_ar = models.CharField("Arabic name", max_length=100, blank=True)
    aliases = ArrayField(models.CharField(max_length=100), default=list, blank=True)
    kind = coded(PlaceKind)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    overlaps = models.ManyToManyField("self", blank=True)
    latitude = models.DecimalField(max_digits=7, decimal_places=4, null=True, blank=True)
    longitude = models.DecimalField(max_digits=7, decimal_places=4, null=True, blank=True)
    iso3 = models.CharField("ISO 3166-1 alpha-3", max_length=3, blank=True, help_text="Countries only, as in SYR.")
    confirmed = models.BooleanField(default=True, help_text="Added by a curator on the way: an editor confirms it.")

    class Meta:
        """A country has its code, and nothing else has one."""

        constraints = [
            one_of("kind", PlaceKind),
            not_blank("name"),
            models.CheckConstraint(
                name="place_iso3",
                condition=Q(kind=PlaceKind.COUNTRY, iso3__regex="^[A-Z]{3}$") | (~Q(kind=PlaceKind.COUNTRY) & Q(iso3="")),
            ),
            models.CheckConstraint(
                name="place_coordinates",
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__range=(-180, 180),
                ),
            ),
        ]
        triggers = [*evidence(), versioned(), acyclic("tracker_place", "parent_id")]

    def __str__(self) -> str:
        """Return the name, which is what a curator looks for."""
        return self.name

    def get_absolute_url(self) -> str:
        """Return the path of the place's page."""
        return f"/places/{self.slug}/"


@tracked()
class PlacePeriod(Recorded):
    """A place's status over a period, with whose definition it is and the evidence; a null end is still going on."""

    place = models.ForeignKey(Place, models.PROTECT, related_name="periods")
    status = coded(PlaceStatus)
    start_date = models.DateField()
    start_accuracy = coded(DateAccuracy, default=DateAccuracy.DAY)
    end_date = models.DateField(null=True, blank=True)
    end_accuracy = coded(DateAccuracy, default=DateAccuracy.DAY)
    definition_by = models.ForeignKey("tracker.Source", models.PROTECT, null=True, blank=True, related_name="+")
    evidence = models.TextField(help_text="What says so, and where it can be read.")

    class Meta:
        """A period is listed once, and does not end before it starts."""

        constraints = [
            one_of("status", PlaceStatus),
            one_of("start_accuracy", DateAccuracy),
            one_of("end_accuracy", DateAccuracy),
            not_blank("evidence"),
            ascending("placeperiod_dates", "start_date", "end_date"),
            models.UniqueConstraint(name="placeperiod_once", fields=["place", "status", "start_date"]),
        ]
        triggers = [*evidence(), versioned()]

    def __str__(self) -> str:
        """Return place, status and start."""
        return f"{self.place}: {self.status} from {self.start_date}"
