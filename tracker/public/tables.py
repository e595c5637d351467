"""The table of figures: plain columns and a template of its own, since django-tables2's defaults cost ten times as much."""

from collections.abc import Iterator
from enum import StrEnum

import django_tables2 as tables
from django.db.models import Case, F, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from tracker.models.published import PublishedFigureQuerySet
from tracker.vocabulary import Indicator, Status

PER_PAGE = 50


class FigureTable(tables.Table):
    """One row a figure. The template prints the cells; the columns are what the table can be ordered by.

    Every order ends with the figure's number: rows that are equal otherwise keep their places from page to page.
    """

    number = tables.Column(verbose_name=_("Number"), accessor="reported_text")
    indicator = tables.Column(verbose_name=_("What was said"))
    place = tables.Column(verbose_name=_("Where"), order_by=("place", "figure_id"))
    date = tables.Column(verbose_name=_("When"), accessor="end_date")
    claimant = tables.Column(verbose_name=_("Claimant"), accessor="attributed_to")
    status = tables.Column(verbose_name=_("Checked"))

    class Meta:
        """Ordered by the database only; no attributes, no per-cell rendering."""

        template_name = "tables/figures.html"
        orderable = True

    @property
    def numbers(self) -> Iterator[int | str]:
        """The numbers of the pages to offer: the first and last, those about this one, and an ellipsis between."""
        found: Iterator[int | str] = self.paginator.get_elided_page_range(self.page.number, on_each_side=2, on_ends=1)
        return found

    def order_number(self, figures: PublishedFigureQuerySet, is_descending: bool) -> tuple[PublishedFigureQuerySet, bool]:
        """Order by the printed number, or the least or most that the words allow; words without any come last."""
        return _ordered(figures, Coalesce("best", "low", "high"), is_descending), True

    def order_indicator(self, figures: PublishedFigureQuerySet, is_descending: bool) -> tuple[PublishedFigureQuerySet, bool]:
        """Order by the indicator, in the order of the charts: codes would stand in no order that a reader knows."""
        return _ordered(figures, _place_in(Indicator, "indicator"), is_descending), True

    def order_status(self, figures: PublishedFigureQuerySet, is_descending: bool) -> tuple[PublishedFigureQuerySet, bool]:
        """Order by how far it was checked."""
        return _ordered(figures, _place_in(Status, "status"), is_descending), True

    def order_date(self, figures: PublishedFigureQuerySet, is_descending: bool) -> tuple[PublishedFigureQuerySet, bool]:
        """Order by the end of the event, or its start; undated figures come last either way."""
        return _ordered(figures, Coalesce("end_date", "start_date"), is_descending), True

    def order_claimant(self, figures: PublishedFigureQuerySet, is_descending: bool) -> tuple[PublishedFigureQuerySet, bool]:
        """Order by the claimant's name; claims without a name come last."""
        return _ordered(figures, F("attributed_to"), is_descending), True


def _place_in(codes: type[StrEnum], column: str) -> Case:
    return Case(*(When(**{column: code}, then=place) for place, code in enumerate(codes)))


def _ordered(figures: PublishedFigureQuerySet, by: F | Coalesce | Case, is_descending: bool) -> PublishedFigureQuerySet:
    order = by.desc(nulls_last=True) if is_descending else by.asc(nulls_last=True)
    return figures.order_by(order, "figure_id")
