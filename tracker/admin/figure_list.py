"""The list of figures: what a curator looks for, in words, with marks, filters that count, and the person's queues."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from tracker.admin import facts
from tracker.admin.act_pages import verifying_address
from tracker.admin.filters import MarkFilter, QueueFilter, is_waiting, of_code, of_reference
from tracker.admin.queues import FIGURE_QUEUES
from tracker.models import Figure
from tracker.wording import counted, label

if TYPE_CHECKING:
    Base = admin.ModelAdmin[Figure]
else:
    Base = admin.ModelAdmin


class FigureChangeList(ChangeList):
    """The list; in the queue "To verify" each figure opens where it is verified, and an empty queue says whose it is."""

    @property
    def nothing(self) -> str:
        """What an empty queue says; nothing for the other lists."""
        return next((queue.nothing for queue in FIGURE_QUEUES if queue.code == self.params.get("queue")), "")

    def url_for_result(self, result: Any) -> str:
        """Return where the row's name leads."""
        address: str = super().url_for_result(result)
        return verifying_address(result) if self.params.get("queue") == "to-verify" else address


class FigureListAdmin(Base):
    """The part of the figures' admin that lists them."""

    list_display: Any = ("figure", "whom", "place", "period", "claimant", "standing", "entered")
    list_display_links: Any = ("figure",)
    list_filter: ClassVar[Any] = (
        QueueFilter,
        of_code("status", "status"),
        MarkFilter,
        of_code("indicator", "indicator"),
        of_code("group", "group"),
        of_reference("place", "place", "name"),
        of_reference("attributed_to", "claimant", "name"),
        of_reference("entered_by", "who entered it", "username"),
    )
    list_select_related: ClassVar[Any] = ("place", "attributed_to", "entered_by")
    list_per_page = 50
    show_full_result_count = False  # a count of the whole table that nobody asked for
    show_facets = admin.ShowFacets.ALWAYS
    search_fields = (
        *("excerpt", "reported_text", "id__exact", "document__title"),
        *("place__name", "place__name_ar", "place__aliases"),
        *("attributed_to__name", "attributed_to__name_ar", "attributed_to__aliases"),
    )
    search_help_text = "Sentence, number, document title, place or claimant, or the figure’s own number."
    date_hierarchy = "end_date"
    ordering = ("-pk",)

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        """Return the list that knows the queues."""
        return FigureChangeList

    def get_queryset(self, request: HttpRequest) -> QuerySet[Figure]:
        """Add whether a correction waits, for the mark."""
        return super().get_queryset(request).annotate(is_waiting=is_waiting())

    def get_ordering(self, request: HttpRequest) -> Any:
        """Show a queue in its own order, everything else with the newest first."""
        queue = next((q for q in FIGURE_QUEUES if q.code == request.GET.get("queue")), None)
        return queue.order if queue else self.ordering

    @admin.display(description="figure", ordering="indicator")
    def figure(self, figure: Figure) -> str:
        """Return the number as printed, with what it counts."""
        return str(figure)

    @admin.display(description="counts", ordering="group")
    def whom(self, figure: Figure) -> str:
        """Return who or what was counted."""
        return counted(figure.group, figure.unit, figure.group_text)

    @admin.display(description="event", ordering="end_date")
    def period(self, figure: Figure) -> str:
        """Return when it happened, in words."""
        return facts.period(figure)

    @admin.display(description="claimant", ordering="attributed_to__name")
    def claimant(self, figure: Figure) -> str:
        """Return who says so, and whether they are a party to the conflict."""
        return facts.claimant(figure)

    @admin.display(description="status", ordering="status")
    def standing(self, figure: Figure) -> SafeString:
        """Return how far it has come, with its marks."""
        marks = [
            ("disputed", "disputed", figure.disputed_on is not None),
            ("sent-back", "sent back", figure.sent_back_at is not None),
            ("waiting", "correction waiting", getattr(figure, "is_waiting", False)),
        ]
        shown = format_html_join("", ' <span class="mark mark-{}">{}</span>', [(c, w) for c, w, here in marks if here])
        return format_html("{}{}", label(figure.status), shown)

    @admin.display(description="entered", ordering="entered_at")
    def entered(self, figure: Figure) -> SafeString:
        """Return who entered it, and when."""
        who = facts.person_name(figure.entered_by)
        return format_html('{} <span class="when">{}</span>', who, f"{figure.entered_at:%-d %b %Y}")
