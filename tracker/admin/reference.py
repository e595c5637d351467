"""Places, their periods, and sources."""

from django.contrib import admin

from tracker.admin.filters import of_code
from tracker.admin.history import HistoryInSentences
from tracker.admin.merging import MergingAdmin
from tracker.admin.recorded import RecordedAdmin
from tracker.models import Place, PlacePeriod, Source
from tracker.wording import label, period_in_words


@admin.register(Place)
class PlaceAdmin(MergingAdmin, HistoryInSentences, RecordedAdmin):
    """Enclaves, cities, governorates: kept by editors."""

    list_display = ("name", "kind_in_words", "parent", "confirmed")
    list_filter = (of_code("kind", "kind"), "confirmed")
    show_facets = admin.ShowFacets.ALWAYS
    list_select_related = ("parent",)
    ordering = ("name",)
    search_fields = ("name", "name_ar", "aliases", "slug")
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ("parent", "overlaps")

    @admin.display(description="kind", ordering="kind")
    def kind_in_words(self, place: Place) -> str:
        """Return what sort of place it is."""
        return label(place.kind)


@admin.register(PlacePeriod)
class PlacePeriodAdmin(HistoryInSentences, RecordedAdmin):
    """Sieges, ceasefires and other periods of a place."""

    list_display = ("place", "status_in_words", "period", "definition_by")
    list_filter = (of_code("status", "status"),)
    show_facets = admin.ShowFacets.ALWAYS
    list_select_related = ("place", "definition_by")
    ordering = ("place__name", "start_date")
    autocomplete_fields = ("place", "definition_by")

    @admin.display(description="status", ordering="status")
    def status_in_words(self, period: PlacePeriod) -> str:
        """Return what the place went through."""
        return label(period.status)

    @admin.display(description="period", ordering="start_date")
    def period(self, period: PlacePeriod) -> str:
        """Return from when to when, no more precise than it is known."""
        return period_in_words(period.start_date, period.start_accuracy, period.end_date, period.end_accuracy)


@admin.register(Source)
class SourceAdmin(MergingAdmin, HistoryInSentences, RecordedAdmin):
    """Publishers, claimants and actors: kept by editors."""

    list_display = ("name", "kind_in_words", "party_to_conflict", "confirmed")
    list_filter = (of_code("kind", "kind"), "party_to_conflict", "confirmed")
    show_facets = admin.ShowFacets.ALWAYS
    ordering = ("name",)
    search_fields = ("name", "name_ar", "aliases", "slug")
    prepopulated_fields = {"slug": ["name"]}

    @admin.display(description="kind", ordering="kind")
    def kind_in_words(self, source: Source) -> str:
        """Return what sort of source it is."""
        return label(source.kind)
