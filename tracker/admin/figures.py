"""Figures: entered, seen, published, verified, disputed; every step through `review`."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from tracker.admin.act_pages import act_view
from tracker.admin.acts import FIGURE_ACTS, open_acts
from tracker.admin.bulk import in_bulk
from tracker.admin.entering.admin import EnteringAdmin
from tracker.admin.facts import figure_facts, person_name
from tracker.admin.figure_list import FigureListAdmin
from tracker.admin.history import HistoryInSentences
from tracker.admin.passages import passage_of
from tracker.admin.verifying import relatives, with_references
from tracker.models import Figure, FigureRevision
from tracker.review.relations import GONE

STATE = ("standing", "name_of_entered_by", "name_of_verified_by")
COURSE = (
    *("entered_at", "name_of_published_by", "published_at", "verified_at"),
    *("name_of_disputed_by", "disputed_on", "disputed_reason"),
    *("name_of_retracted_by", "retracted_at", "retraction_reason"),
    *("name_of_changed_by", "changed_at", "change_reason", "version"),
)


@admin.register(Figure)
class FigureAdmin(HistoryInSentences, FigureListAdmin, EnteringAdmin):
    """Each figure that a curator stands behind."""

    actions = ("publish", "verify")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Show the course of a stored figure; its document stays."""
        return () if obj is None else ("document", *STATE, *COURSE)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Show how far a stored figure has come first, and its whole course folded."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None:
            return fieldsets
        course = ("Who did what, and when", {"fields": COURSE, "classes": ["collapse"]})
        return [("Where it stands", {"fields": STATE}), course, *fieldsets]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A retracted figure stays as it is, and so does a draft that was taken back."""
        return super().has_change_permission(request, obj) and (obj is None or obj.status not in GONE)

    @admin.action(description="Publish as provisional", permissions=["publish"])
    def publish(self, request: HttpRequest, queryset: QuerySet[Figure]) -> HttpResponse | None:
        """Show the drafts, and publish those that the person confirms."""
        return in_bulk(self.admin_site, request, queryset, "publish")

    @admin.action(description="Verify: I compared each with its source", permissions=["verify"])
    def verify(self, request: HttpRequest, queryset: QuerySet[Figure]) -> HttpResponse | None:
        """Show each with its sentence, and verify those that the person ticks."""
        return in_bulk(self.admin_site, request, queryset, "verify")

    def has_publish_permission(self, request: HttpRequest) -> bool:
        """Whether the person's roles include publishing."""
        return request.user.has_perm("tracker.publish_figure")

    def has_verify_permission(self, request: HttpRequest) -> bool:
        """Whether the person's roles include verifying."""
        return request.user.has_perm("tracker.verify_figure")

    def get_urls(self) -> list[URLPattern]:
        """Add a page for each act."""
        acts = [
            path(
                f"<int:pk>/{act.name}/",
                self.admin_site.admin_view(act_view(self.admin_site, Figure, act)),
                name=f"tracker_figure_{act.name}",
            )
            for act in FIGURE_ACTS
        ]
        return [*acts, *super().get_urls()]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Offer the acts that are open to this figure and this person."""
        figure = Figure.objects.filter(pk=object_id).first() if object_id.isdecimal() else None
        acts = open_acts(FIGURE_ACTS, figure, request.user) if figure else []
        pending = FigureRevision.objects.filter(figure=figure, outcome="pending").first()
        context = {**(extra_context or {}), "acts": acts, "pending": pending}
        if figure and not self.has_change_permission(request, figure):
            shown = with_references(Figure.objects.all()).get(pk=figure.pk)
            context |= {"facts": figure_facts(shown), "relatives": relatives(shown), "passage": passage_of(shown)}
        return super().change_view(request, object_id, form_url, context)


def _name_of(field: str) -> Any:
    """Return the admin's column that names a person: not everybody may follow a link to an account."""

    @admin.display(description=field.replace("_", " "))
    def column(self: FigureAdmin, figure: Figure) -> str:
        return person_name(getattr(figure, field)) or "-"

    return column


for _name in (*STATE, *COURSE):
    if _name.startswith("name_of_"):
        setattr(FigureAdmin, _name, _name_of(_name.removeprefix("name_of_")))
