"""Figures: entered, seen, published, verified, disputed; every step through `review`."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from tracker import review
from tracker.admin import facts
from tracker.admin.acts import FIGURE_ACTS, act_view, open_acts
from tracker.admin.figure_form import COUNTED, QUOTED, RANGE, RELATED, WHEN, WHERE, WHO, FigureForm
from tracker.admin.recorded import RecordedAdmin, person, report
from tracker.models import Figure, FigureRevision
from tracker.wording import period_in_words

STATE = ("status", "entered_by", "verified_by")
COURSE = (
    *("entered_at", "published_by", "published_at", "verified_at"),
    *("disputed_by", "disputed_on", "disputed_reason", "retracted_by", "retracted_at", "retraction_reason"),
    *("changed_by", "changed_at", "change_reason", "version"),
)


@admin.register(Figure)
class FigureAdmin(RecordedAdmin):
    """Each figure that a curator stands behind."""

    form = FigureForm
    change_form_template = "admin/tracker/figure/change_form.html"
    list_display = ("__str__", "group", "place", "period", "claimant", "status", "entered_by")
    list_filter = (
        "status",
        "indicator",
        ("place", admin.RelatedOnlyFieldListFilter),
        ("attributed_to", admin.RelatedOnlyFieldListFilter),
    )
    list_select_related = ("place", "attributed_to", "entered_by")
    search_fields = ("excerpt", "reported_text", "document__title")
    date_hierarchy = "end_date"
    autocomplete_fields = ("document", "place", "attributed_to", "alleged_actor", "repeat_of", "subset_of")
    actions = ("publish", "verify")
    fieldsets = (
        ("The sentence", {"fields": ["document", *QUOTED]}),
        ("The number", {"fields": [*COUNTED, *RANGE]}),
        ("When", {"fields": WHEN}),
        ("Where", {"fields": WHERE}),
        ("Who says so", {"fields": WHO}),
        ("Other figures", {"fields": RELATED}),
    )

    ordering = ("-pk",)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Show the course of a stored figure; its document stays."""
        return () if obj is None else ("document", *STATE, *COURSE)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Show how far a stored figure has come first, and its whole course folded."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None:
            return fieldsets
        if not self.has_change_permission(request, obj):  # what only helps typing is left out
            quoted = [field for field in QUOTED if field != "reported_text_occurrence"]
            fieldsets = [(fieldsets[0][0], {"fields": ["document", *quoted]}), *fieldsets[1:]]
        course = ("Who did what, and when", {"fields": COURSE, "classes": ["collapse"]})
        return [("Where it stands", {"fields": STATE}), course, *fieldsets]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A retracted figure stays as it is."""
        return super().has_change_permission(request, obj) and (obj is None or obj.status != "retracted")

    @admin.display(description="event")
    def period(self, figure: Figure) -> str:
        """Return when it happened, in words."""
        return period_in_words(figure.start_date, figure.start_accuracy, figure.end_date, figure.end_accuracy)

    @admin.display(description="claimant", ordering="attributed_to__name")
    def claimant(self, figure: Figure) -> str:
        """Return who says so, and whether they are a party to the conflict."""
        return facts.claimant(figure)

    @admin.action(description="Publish as provisional", permissions=["publish"])
    def publish(self, request: HttpRequest, queryset: QuerySet[Figure]) -> None:
        """Publish each draft; totals before their parts, heads before their repeats."""
        self._each(request, queryset.order_by("pk"), review.publish, "published")

    @admin.action(description="Verify: I compared each with its source", permissions=["verify"])
    def verify(self, request: HttpRequest, queryset: QuerySet[Figure]) -> None:
        """Verify each figure that somebody else entered; name the others with the reason."""
        self._each(request, queryset.order_by("pk"), review.verify, "verified")

    def _each(self, request: HttpRequest, figures: QuerySet[Figure], act: Callable[..., Figure], words: str) -> None:
        done, refused = [], []
        for figure in figures:
            try:
                act(by=person(request), at=timezone.now(), figure=figure)
            except review.Refused as error:
                refused.append(f"Not {words}: {figure} (figure {figure.pk}). {error}")
            else:
                done.append(f"{figure} (figure {figure.pk})")
        report(request, done, refused, words)

    def has_publish_permission(self, request: HttpRequest) -> bool:
        """Whether the person's roles include publishing."""
        return request.user.has_perm("tracker.publish_figure")

    def has_verify_permission(self, request: HttpRequest) -> bool:
        """Whether the person's roles include verifying."""
        return request.user.has_perm("tracker.verify_figure")

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Enter a new figure, or revise a stored one; a verified one gets a pending correction instead."""
        by, at, data = person(request), timezone.now(), form.cleaned_data
        if not change:
            obj.pk = review.enter(by=by, at=at, document=data["document"], values=form.values()).pk
            return
        outcome = review.revise(
            by=by, at=at, figure=obj, values=form.values(), reason=data["reason"], version=data["version_seen"]
        )
        request.outcome = outcome  # type: ignore[attr-defined]

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """Say what became of the change."""
        outcome = getattr(request, "outcome", None)
        if isinstance(outcome, Figure):
            return super().response_change(request, obj)
        if isinstance(outcome, FigureRevision):
            messages.success(
                request, "A correction is waiting: the public figure stays as it is until somebody else checks it."
            )
        else:
            messages.info(request, "Nothing differs from what is stored, so nothing was written.")
        return HttpResponseRedirect(reverse("admin:tracker_figure_change", args=[obj.pk]))

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
        figure = Figure.objects.filter(pk=object_id).first() if object_id.isdigit() else None
        acts = open_acts(FIGURE_ACTS, figure, request.user) if figure else []
        pending = FigureRevision.objects.filter(figure=figure, outcome="pending").first()
        context = {**(extra_context or {}), "acts": acts, "pending": pending}
        return super().change_view(request, object_id, form_url, context)
