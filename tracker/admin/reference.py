"""Places, their periods, and sources."""

from django.contrib import admin

from tracker.admin.recorded import RecordedAdmin
from tracker.models import Place, PlacePeriod, Source


@admin.register(Place)
class PlaceAdmin(RecordedAdmin):
    """Enclaves, cities, governorates: kept by editors."""

    list_display = ("name", "kind", "parent", "confirmed")
    list_filter = ("kind", "confirmed")
    list_select_related = ("parent",)
    ordering = ("name",)
    search_fields = ("name", "name_ar", "aliases", "slug")
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ("parent", "overlaps")


@admin.register(PlacePeriod)
class PlacePeriodAdmin(RecordedAdmin):
    """Sieges, ceasefires and other periods of a place."""

    list_display = ("place", "status", "start_date", "end_date", "definition_by")
    list_filter = ("status",)
    list_select_related = ("place", "definition_by")
    ordering = ("place__name", "start_date")
    autocomplete_fields = ("place", "definition_by")


@admin.register(Source)
class SourceAdmin(RecordedAdmin):
    """Publishers, claimants and actors: kept by editors."""

    list_display = ("name", "kind", "party_to_conflict", "confirmed")
    list_filter = ("kind", "party_to_conflict", "confirmed")
    ordering = ("name",)
    search_fields = ("name", "name_ar", "aliases", "slug")
    prepopulated_fields = {"slug": ["name"]}
