"""Corrections and retractions that wait for a second person."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from tracker.admin.acts import REVISION_ACTS, act_view, open_acts
from tracker.admin.facts import differences
from tracker.models import FigureRevision


@admin.register(FigureRevision)
class FigureRevisionAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # stubs only: the class is generic there alone
    """Proposed by one person, decided by another; read-only but for the two acts."""

    change_form_template = "admin/tracker/figure/change_form.html"
    list_display = ("__str__", "figure", "reason", "proposed_by", "proposed_at", "outcome")
    list_filter = ("outcome", "kind")
    list_select_related = ("figure", "proposed_by")
    ordering = ("-pk",)
    fields = (
        *("figure", "kind", "what_changes", "successor", "reason", "proposed_by", "proposed_at"),
        *("outcome", "decided_by", "decided_at", "decision_reason"),
    )
    readonly_fields = fields

    @admin.display(description="what changes")
    def what_changes(self, revision: FigureRevision) -> str:
        """Return the proposed changes in words, as they stand against the figure of today."""
        return "; ".join(f"{name}: {new} (now {old})" for name, old, new in differences(revision)) or "nothing"

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Revisions come from changing a figure."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Revisions are decided, never edited."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Revisions are kept, whatever became of them."""
        return False

    def get_urls(self) -> list[URLPattern]:
        """Add a page for each act."""
        acts = [
            path(
                f"<int:pk>/{deed.name}/",
                self.admin_site.admin_view(act_view(self.admin_site, FigureRevision, deed)),
                name=f"tracker_figurerevision_{deed.name}",
            )
            for deed in REVISION_ACTS
        ]
        return [*acts, *super().get_urls()]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Offer the acts that are open to this revision and this person."""
        revision = FigureRevision.objects.filter(pk=object_id).first() if object_id.isdigit() else None
        acts = open_acts(REVISION_ACTS, revision, request.user) if revision else []
        return super().change_view(request, object_id, form_url, {**(extra_context or {}), "acts": acts})
