"""The one filter object: page, chart, CSV and JSON read the same question in the same way, so a download equals the page."""

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Any, Final

import django_filters
from django import forms
from django.db.models import Q
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from tracker.models import PublishedFigure, Source
from tracker.models.published import PublishedFigureQuerySet
from tracker.published import searching
from tracker.published.places import slugs_within
from tracker.vocabulary import Accumulation, Group, Indicator, Quantifier, Status, Unit
from tracker.wording import label

EVERYONE: Final = "everyone"
"""The filter value for "no group named"."""

NOT_STATED: Final = "not-stated"
"""The filter value for documents that do not state their publisher."""


UNDATED: Final = Q(start_date__isnull=True, end_date__isnull=True)
"""The figures whose event has no date at all."""


class BadFilter(ValueError):
    """The question is unknown or malformed; the message says which part. Nothing is dropped silently."""


def _choices(codes: Iterable[StrEnum]) -> list[tuple[str, str]]:
    return [(code.value, label(code)) for code in codes]


def _multiple(codes: Iterable[StrEnum], text: Any, **options: Any) -> django_filters.MultipleChoiceFilter:
    return django_filters.MultipleChoiceFilter(choices=_choices(codes), label=text, **options)


class FigureFilter(django_filters.FilterSet):
    """The filters of the contract (ARCHITECTURE.md, "Contracts"); several values of one filter mean any of them."""

    place = django_filters.CharFilter(method="in_place", label=_("Place, with what lies inside it"))
    indicator = _multiple(Indicator, _("Indicator"))
    unit = _multiple(Unit, _("Unit"))
    group = django_filters.MultipleChoiceFilter(
        choices=[(EVERYONE, _("No group named")), *_choices(Group)], label=_("Group"), null_value=EVERYONE
    )
    accumulation = _multiple(Accumulation, _("Adds up"))
    quantifier = _multiple(Quantifier, _("Quantifier"))
    status = _multiple([Status.PROVISIONAL, Status.VERIFIED, Status.RETRACTED], _("Status"), method="in_status")
    attributed_to = django_filters.CharFilter(method="by_claimant", label=_("Claimant"))
    publisher = django_filters.CharFilter(method="by_publisher", label=_("Publisher"))
    party = django_filters.ChoiceFilter(
        choices=[("true", _("Only claims by a party")), ("false", _("No claims by a party"))],
        method="by_party",
        label=_("Party to the conflict"),
    )
    q = django_filters.CharFilter(method="matching", label=_("Words of the sentence"), max_length=searching.LONGEST)
    undated = django_filters.ChoiceFilter(
        choices=[("1", _("Undated figures too"))], method="left_to_period", label=_("Undated")
    )
    repeats = django_filters.ChoiceFilter(
        choices=[("1", _("With repeats")), ("0", _("Without repeats"))], method="with_repeats", label=_("Repeats")
    )

    class Meta:
        """`from`, `to` and `as_of` are added below: "from" is a word of Python's."""

        model = PublishedFigure
        fields: list[str] = []

    def in_place(self, figures: PublishedFigureQuerySet, name: str, slug: str) -> PublishedFigureQuerySet:
        """Keep the place and everything inside it."""
        slugs = slugs_within(slug)
        if not slugs:
            raise BadFilter(_("place: there is no place “%s”") % slug)
        return figures.filter(place_slug__in=slugs)

    def in_status(self, figures: PublishedFigureQuerySet, name: str, statuses: list[str]) -> PublishedFigureQuerySet:
        """Keep these statuses; `figures_for` has begun with the right rows."""
        return figures.filter(status__in=statuses) if statuses else figures

    def by_claimant(self, figures: PublishedFigureQuerySet, name: str, slug: str) -> PublishedFigureQuerySet:
        """Keep one claimant's figures."""
        return figures.filter(attributed_to=_source_name(name, slug))

    def by_publisher(self, figures: PublishedFigureQuerySet, name: str, slug: str) -> PublishedFigureQuerySet:
        """Keep one publisher's figures, or those of documents that do not state theirs."""
        return figures.filter(publisher="not stated" if slug == NOT_STATED else _source_name(name, slug))

    def by_party(self, figures: PublishedFigureQuerySet, name: str, value: str) -> PublishedFigureQuerySet:
        """Keep or leave out what a party to the conflict claims; a claim without a claimant is none by a party.

        Of a confidential document nobody is told whether a party claims it: its figures are in neither answer.
        """
        if value == "true":
            return figures.filter(claimant_is_party=True)
        return figures.filter(Q(claimant_is_party=False) | Q(claimant_is_party__isnull=True), confidential=False)

    def matching(self, figures: PublishedFigureQuerySet, name: str, words: str) -> PublishedFigureQuerySet:
        """Keep figures whose sentence or context has the words."""
        return searching.matching(figures, words)

    def with_repeats(self, figures: PublishedFigureQuerySet, name: str, value: str) -> PublishedFigureQuerySet:
        """Leave repeats out where asked; they are in otherwise."""
        return figures.filter(repeat_of__isnull=True) if value == "0" else figures

    def left_to_period(self, figures: PublishedFigureQuerySet, name: str, value: str) -> PublishedFigureQuerySet:
        """Do nothing: `during` reads `undated` together with the period."""
        return figures

    def during(self, figures: PublishedFigureQuerySet, name: str, value: Any) -> PublishedFigureQuerySet:
        """Keep figures whose period overlaps; an open side overlaps, and undated figures stay only where asked for."""
        overlaps = overlapping(value, None) if name == "from" else overlapping(None, value)
        if self.data.get("undated") == "1":
            overlaps |= UNDATED
        return figures.filter(overlaps)

    def not_yet(self, figures: PublishedFigureQuerySet, name: str, value: Any) -> PublishedFigureQuerySet:
        """Refuse `as_of` until pages as they stood can be shown."""
        raise BadFilter(_("as_of: figures as they stood on an earlier day cannot be shown yet"))


class IsoDateField(forms.DateField):
    """A date as 2018-03-15 and in no other form: 03/04/2018 is two days, and a download must not depend on which."""

    def to_python(self, value: Any) -> date | None:
        """Return the date; refuse what is not written in full."""
        if value and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(value)):
            raise forms.ValidationError(_("Write a date as 2018-03-15."), code="invalid")
        return super().to_python(value)


class IsoDateFilter(django_filters.DateFilter):
    """A filter by such a date."""

    field_class = IsoDateField


FigureFilter.base_filters["from"] = IsoDateFilter(field_name="from", method="during", label=_("From"))
FigureFilter.base_filters["to"] = IsoDateFilter(field_name="to", method="during", label=_("To"))
FigureFilter.base_filters["as_of"] = django_filters.CharFilter(field_name="as_of", method="not_yet", label=_("As of"))


def overlapping(start: date | None, end: date | None) -> Q:
    """Return which periods overlap the one asked for; a side that is open overlaps, and no date at all does not."""
    overlaps = Q()
    if start is not None:
        overlaps &= Q(end_date__gte=start) | Q(end_date__isnull=True, start_date__isnull=False)
    if end is not None:
        overlaps &= Q(start_date__lte=end) | Q(start_date__isnull=True, end_date__isnull=False)
    return overlaps


def _source_name(name: str, slug: str) -> str:
    """Return the unique name that the view carries for a source.

    A source that stands in no public figure is as unknown as one that does not exist: it may be a confidential one's.
    """
    column = "publisher" if name == "publisher" else "attributed_to"
    found = Source.objects.filter(slug=slug).values_list("name", flat=True).first()
    if found is None or not PublishedFigure.objects.filter(**{column: found}).exists():
        raise BadFilter(_("%(name)s: there is no source “%(slug)s”") % {"name": name, "slug": slug})
    return found


def figures_for(query: QueryDict, *, also: Iterable[str] = ()) -> tuple[PublishedFigureQuerySet, FigureFilter]:
    """Return the public figures that a query string asks for, in the order of their numbers, and the filter for its form.

    `also` names parameters that the caller reads itself (page, sort, …). Retracted rows come only with status=retracted.
    What was left empty asks for nothing, as in a form. Raises BadFilter for anything unknown or malformed.
    """
    known = set(FigureFilter.base_filters) | set(also)
    if unknown := sorted(set(query) - known):
        raise BadFilter(
            _("unknown filter “%(name)s”; the filters are %(known)s")
            % {"name": unknown[0], "known": ", ".join(sorted(FigureFilter.base_filters))}
        )
    if twice := sorted(name for name in query if len(query.getlist(name)) > 1 and not _takes_several(name)):
        raise BadFilter(_("%(name)s: give one value only") % {"name": twice[0]})
    query = without_empty(query)
    figures = PublishedFigure.objects.all()
    if Status.RETRACTED not in query.getlist("status"):
        figures = figures.public()
    filter_ = FigureFilter(query, queryset=figures.order_by("figure_id"))
    if not filter_.is_valid():
        name, messages = next(iter(filter_.form.errors.items()))
        raise BadFilter(f"{name}: {' '.join(messages)}")
    start, end = (filter_.form.cleaned_data[side] for side in ("from", "to"))
    if start and end and start > end:
        raise BadFilter(_("from: the period ends before it starts"))
    return filter_.qs, filter_


def without_empty(query: QueryDict) -> QueryDict:
    """Return the query without what a form's reader left empty."""
    kept = QueryDict(mutable=True)
    for name, values in query.lists():
        if given := [value for value in values if value]:
            kept.setlist(name, given)
    return kept


def sources_in(column: str) -> list[tuple[str, str]]:
    """Return slug and name of the sources that stand in a column of the public figures, by name."""
    names = PublishedFigure.objects.public().values(column)
    return list(Source.objects.filter(name__in=names).order_by("name").values_list("slug", "name"))


def _takes_several(name: str) -> bool:
    return isinstance(FigureFilter.base_filters.get(name), django_filters.MultipleChoiceFilter)
