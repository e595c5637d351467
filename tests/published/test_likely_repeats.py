"""The documented minimum adds an undecided likely repeat once, and both when somebody decided that they are two counts."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.build import MONDAY, Builder, on
from tracker import review
from tracker.models import Place, PublishedFigure, Source
from tracker.public.minimums import minimums_of
from tracker.published.likely_repeats import undecided_repeats
from tracker.published.places import place_tree

TUESDAY = date(2018, 3, 6)


def totals() -> dict[str, int | None]:
    """Return each claimant's documented minimum."""
    return {minimum.claimant: minimum.total for minimum in minimums_of(PublishedFigure.objects.public())}


def report(build: Builder, **values: Any) -> Any:
    """Publish another report, whatever it looks like."""
    figure = build.draft(**values)
    return review.publish(by=build.curator, at=next(build.clock), figure=figure, override_reason="it is printed so")


def test_a_pair_is_added_once_until_somebody_decides(build: Builder, clock: Iterator[datetime]) -> None:
    first, second = report(build, **on(MONDAY)), report(build, **on(TUESDAY))
    pair = frozenset({frozenset({first.pk, second.pk})})
    assert undecided_repeats(PublishedFigure.objects.all(), place_tree()) == pair
    assert totals() == {"United Nations": 40}
    review.not_a_repeat(by=build.curator, at=next(clock), figure=second, other=first, reason="two shellings")
    assert undecided_repeats(PublishedFigure.objects.all(), place_tree()) == frozenset()
    assert totals() == {"United Nations": 80}


@pytest.mark.parametrize(
    "changes",
    [
        on(date(2018, 3, 7)),
        on(MONDAY),  # kept apart by its days already
        on(TUESDAY) | {"reported": 41, "low": 41, "best": 41, "reason": "an example"},
        on(TUESDAY) | {"group": "civilians", "indicator": "injured"},
    ],
)
def test_what_is_no_such_pair(build: Builder, changes: dict[str, Any]) -> None:
    report(build, **on(MONDAY))
    report(build, **changes)
    with CaptureQueriesContext(connection) as captured:
        assert undecided_repeats(PublishedFigure.objects.all(), place_tree()) == frozenset()
    assert len(captured) == 3


def test_another_place_or_claimant_is_no_such_pair(build: Builder) -> None:
    report(build, **on(MONDAY))
    report(build, **on(TUESDAY), place=Place.objects.get(slug="aleppo"))
    sohr = Source.objects.get(slug="sohr")
    report(build, **on(TUESDAY), attributed_to=sohr)
    assert undecided_repeats(PublishedFigure.objects.all(), place_tree()) == frozenset()
    assert totals() == {"United Nations": 80, sohr.name: 40}


@pytest.mark.parametrize(("slug", "total"), [("east-aleppo", 250), ("eastern-ghouta", 1220)])
def test_the_seeds_minimums(seeded: None, slug: str, total: int) -> None:
    found = minimums_of(PublishedFigure.objects.public().filter(place_slug=slug))
    assert found[0].total == total
    assert [minimum.total for minimum in found[1:]] == [None] * (len(found) - 1)
