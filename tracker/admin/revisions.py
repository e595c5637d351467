"""Corrections and retractions that wait for a second person."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import ChangeList
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse

from tracker.admin.act_pages import act_view, checking_address
from tracker.admin.acts import REVISION_ACTS, open_acts
from tracker.admin.facts import differences
from tracker.admin.filters import CheckingFilter, of_code
from tracker.admin.values import name_of
from tracker.models import FigureRevision
from tracker.wording import label


class RevisionChangeList(ChangeList):
    """The list; in the queue "Corrections to check" each opens where it is checked."""

    def url_for_result(self, result: Any) -> str:
        """Return where the row's name leads."""
        return checking_address(result) if self.params.get("queue") == "to-check" else super().url_for_result(result)


@admin.register(FigureRevision)
class FigureRevisionAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # generic in the stubs alone
    """Proposed by one person, decided by another; read-only but for the two acts."""

    change_form_template = "admin/tracker/figure/change_form.html"
    list_display = ("what", "of_figure", "reason", "proposer", "outcome_in_words")
    list_filter = (CheckingFilter, of_code("outcome", "outcome"), of_code("kind", "kind"))
    list_select_related = ("figure__place", "proposed_by")
    show_facets = admin.ShowFacets.ALWAYS
    date_hierarchy = "proposed_at"
    search_fields = ("reason", "figure__reported_text", "figure__place__name", "figure__id__exact")
    search_help_text = "Reason, number or place of the figure, or the figure’s own number."
    ordering = ("-pk",)
    fields = (
        *("of_figure", "kind_in_words", "what_changes", "successor", "reason", "proposer"),
        *("outcome_in_words", "decided_by", "decided_at", "decision_reason"),
    )
    readonly_fields = fields

    @admin.display(description="what is asked", ordering="kind")
    def what(self, revision: FigureRevision) -> str:
        """Return the kind and the figure: "Correction of figure 7"."""
        return f"{label(revision.kind)} of figure {revision.figure_id}"

    @admin.display(description="kind")
    def kind_in_words(self, revision: FigureRevision) -> str:
        """Return whether it corrects or retracts."""
        return label(revision.kind)

    @admin.display(description="figure")
    def of_figure(self, revision: FigureRevision) -> str:
        """Return the figure by number, indicator and place."""
        return f"{name_of(revision.figure)}, {revision.figure.place}"

    @admin.display(description="proposed", ordering="proposed_at")
    def proposer(self, revision: FigureRevision) -> str:
        """Return who proposed it, and when."""
        return f"{name_of(revision.proposed_by)}, {revision.proposed_at:%-d %B %Y}"

    @admin.display(description="outcome", ordering="outcome")
    def outcome_in_words(self, revision: FigureRevision) -> str:
        """Return what became of it."""
        return label(revision.outcome)

    @admin.display(description="what changes")
    def what_changes(self, revision: FigureRevision) -> str:
        """Return the proposed changes in words, as they stand against the figure of today."""
        return "; ".join(str(change) for change in differences(revision)) or "nothing"

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Name the list by what people call its rows."""
        return super().changelist_view(request, {"title": "Corrections and retractions", **(extra_context or {})})

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        """Return the list that knows the queue."""
        return RevisionChangeList

    def get_ordering(self, request: HttpRequest) -> Any:
        """Show the queue with the oldest first, everything else with the newest first."""
        return ("pk",) if request.GET.get("queue") == "to-check" else self.ordering

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Go to the figure's history, which tells of its proposals too."""
        revision = self.get_object(request, unquote(object_id))
        if revision is None:
            raise Http404
        return HttpResponseRedirect(reverse("admin:tracker_figure_history", args=[revision.figure_id]))

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
        revision = FigureRevision.objects.filter(pk=object_id).first() if object_id.isdecimal() else None
        acts = open_acts(REVISION_ACTS, revision, request.user) if revision else []
        return super().change_view(request, object_id, form_url, {**(extra_context or {}), "acts": acts})
