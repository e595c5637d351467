"""The page on which an editor settles a place or source that was added on the way: confirms it, or merges it."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from tracker import review
from tracker.admin.entering.described import RELATED, described
from tracker.admin.recorded import person
from tracker.admin.values import name_of
from tracker.models import Place, Source
from tracker.models.merged import not_merged
from tracker.review.merging import against, merged_into, naming, naming_elsewhere
from tracker.review.overriding import open_warnings
from tracker.wording import label

if TYPE_CHECKING:
    Base = admin.ModelAdmin[Any]
else:
    Base = object


class MergingAdmin(Base):
    """A ModelAdmin of places or sources that leaves out what is merged, and offers to settle what is unconfirmed."""

    change_form_template = "admin/tracker/reference_form.html"

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Leave what is merged out of the list and of every autocomplete; its own page stays."""
        return super().get_search_results(request, not_merged(queryset), search_term)

    def get_urls(self) -> list[URLPattern]:
        """Add the page."""
        name = f"tracker_{self.opts.model_name}_merge"
        return [path("<int:pk>/merge/", self.admin_site.admin_view(self.merge_view), name=name), *super().get_urls()]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Offer the page to editors while nobody has confirmed the row."""
        row = self.get_object(request, object_id)
        open_ = row is not None and not row.confirmed and merged_into(row) is None
        unsettled = open_ and self.has_change_permission(request, row)
        return super().change_view(request, object_id, form_url, {**(extra_context or {}), "unsettled": unsettled})

    def merge_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show what would change; POST confirms the row or merges it, or says why not."""
        row = get_object_or_404(self.model, pk=pk)
        if not self.has_change_permission(request, row):
            raise PermissionDenied
        refusal = None
        if request.method == "POST":
            try:
                return self._settle(request, row)
            except review.Refused as refused:
                refusal = str(refused)
        others = (
            self.model._default_manager.filter(confirmed=True).select_related(*RELATED[self.model]).order_by("name", "pk")
        )
        context = {
            **self.admin_site.each_context(request),
            "title": f"Confirm or merge {row}",
            "opts": self.opts,
            "row": row,
            "described": described(row),
            "back": reverse(f"admin:tracker_{self.opts.model_name}_change", args=[pk]),
            "kind": self.opts.verbose_name,
            "against": against(row),
            "merged": merged_into(row),
            "figures": [(figure.pk, str(figure), label(figure.status).lower()) for figure in naming(row)],
            "elsewhere": [
                (
                    reverse(f"admin:tracker_{other._meta.model_name}_change", args=[other.pk]),
                    other._meta.verbose_name,
                    name_of(other),
                )
                for other in naming_elsewhere(row)
            ],
            "others": [(other.slug, described(other)) for other in others],
            "refusal": refusal,
            "typed": request.POST,
        }
        return TemplateResponse(request, "admin/tracker/merge.html", context, status=409 if refusal else 200)

    def _settle(self, request: HttpRequest, row: Place | Source) -> HttpResponse:
        """Do what was asked, say it, and lead to what is there now. Raises Refused."""
        user, now = person(request), timezone.now()
        if "confirm" in request.POST:
            review.confirm(by=user, at=now, row=row)
            messages.success(request, f"Confirmed: {row}.")
            return HttpResponseRedirect(reverse(f"admin:tracker_{self.opts.model_name}_change", args=[row.pk]))
        into = self.model._default_manager.filter(slug=request.POST.get("into", "").strip()).first()
        if into is None:
            raise review.Refused(f"Choose the {self.opts.verbose_name} that is meant from the list.")
        reason = request.POST.get("reason", "")
        if isinstance(row, Place):
            figures = review.merge_place(by=user, at=now, unconfirmed=row, into=into, reason=reason)
        else:
            figures = review.merge_source(by=user, at=now, unconfirmed=row, into=into, reason=reason)
        messages.success(request, f"Merged: “{row}” is now “{into}”, in {len(figures)} figure{'s' * (len(figures) != 1)}.")
        for figure in figures:
            for warning in open_warnings(figure, review.warnings_of(figure)):
                messages.warning(request, f"{figure} (figure {figure.pk}): {warning.words}")
        return HttpResponseRedirect(reverse(f"admin:tracker_{self.opts.model_name}_change", args=[into.pk]))
