"""Documents: their text is stored once and never changes; what is known of them may."""

from typing import Any, Final

from django.contrib import admin
from django.contrib.admin.utils import flatten
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils import timezone

from tracker.admin.filters import of_code, of_reference
from tracker.admin.history import HistoryInSentences
from tracker.admin.incoming.admin import TakingIn
from tracker.admin.incoming.known import KnownForm
from tracker.admin.recorded import person
from tracker.ingest import documents
from tracker.models import Document, Figure
from tracker.models.figure_constraints import UNSEEN
from tracker.review.errors import Refused
from tracker.review.refusals import in_words
from tracker.wording import label, period_in_words

TOPICS: Final = (
    ("What it is", ("title", "publisher", "publisher_note", "follows")),
    ("When it was published", (("published_earliest", "published_latest"), "published_basis", "published_reasoning")),
    ("Where it can be read", ("url", "archived_url", "confidential")),
)
KNOWN: Final = tuple(flatten([line for _, lines in TOPICS for line in lines]))


@admin.register(Document)
class DocumentAdmin(HistoryInSentences, TakingIn):
    """Reports, each stored once."""

    form = KnownForm  # type: ignore[assignment]  # generic in the stubs alone
    list_display = ("__str__", "publisher", "published", "figures_read", "confidential")
    list_filter = (
        of_reference("publisher", "publisher", "name"),
        of_code("published_basis", "basis of the publication date"),
        "confidential",
    )
    show_facets = admin.ShowFacets.ALWAYS
    list_select_related = ("publisher",)
    ordering = ("-pk",)
    search_fields = ("title", "text", "publisher__name", "publisher__name_ar", "publisher__aliases")
    search_help_text = "Title, text or publisher."
    date_hierarchy = "published_earliest"
    autocomplete_fields = ("publisher", "follows")
    change_form_template = "admin/tracker/document/change_form.html"
    add_form_template = "admin/tracker/document/confirm.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Document]:
        """Count each document's figures, in a subquery: a join would group by the whole texts."""
        figures = Figure.objects.filter(document=OuterRef("pk")).order_by().values("document")
        counted = Coalesce(Subquery(figures.annotate(n=Count("pk")).values("n")), 0)
        documents: Any = super().get_queryset(request)
        with_count: QuerySet[Document] = documents.annotate(figure_count=counted)
        return with_count

    @admin.display(description="published", ordering="published_earliest")
    def published(self, document: Document) -> str:
        """Return when, and how that is known."""
        if document.published_earliest is None:
            return "not known"
        when = period_in_words(document.published_earliest, "day", document.published_latest, "day")
        return f"{when} ({label(document.published_basis).lower()})"

    @admin.display(description="figures", ordering="figure_count")
    def figures_read(self, document: Any) -> int:
        """Return how many figures were read in it, drafts and retracted ones included."""
        return int(document.figure_count)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Show the text of a stored document, and its hash, without letting it be changed."""
        return () if obj is None else ("text", "whole_sha256")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Return what is known by topic, then the text of a stored document, and the reason last."""
        sets: list[Any] = [(name, {"fields": list(lines)}) for name, lines in TOPICS]
        if obj is None:
            return sets
        sets.append(("The text", {"fields": ["text", "whole_sha256"]}))
        changing = self.has_change_permission(request, obj)
        return [*sets, ("Why", {"fields": ["reason", "version_seen"]})] if changing else sets

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Store a new document through `ingest`, or revise what is known of one."""
        values = {field: form.cleaned_data[field] for field in KNOWN}
        by, at = person(request), timezone.now()
        with in_words():
            if change:
                _check_public(request, obj, form)
                obj.version = form.cleaned_data["version_seen"] or 0
                documents.revise(by=by, at=at, document=obj, values=values, reason=form.cleaned_data["reason"])
            else:
                self.store_new(request, obj, values)


def _check_public(request: HttpRequest, document: Document, form: Any) -> None:
    """Refuse to change where public figures come from without a reason, or by somebody who may not verify figures."""
    if not form.changed_data or not document.figures.exclude(status__in=UNSEEN).exists():
        return
    if not request.user.has_perm("tracker.verify_figure"):
        message = (
            "Figures of this document are public, and were checked as it stands: an editor changes what is known of it."
        )
        raise Refused(message)
    if not form.cleaned_data["reason"].strip():
        message = "Say why: figures of this document are public, and its history shows the reason."
        raise Refused(message)
