"""Series figures for tests: one builder with plain defaults, and strategies that vary what a rule looks at."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from tracker.ranges import range_of
from tracker.series.figures import SeriesFigure
from tracker.series.places import PlaceTree
from tracker.vocabulary import (
    Accumulation,
    DateAccuracy,
    Group,
    Indicator,
    PlaceRole,
    Quantifier,
    Status,
    Unit,
)

PLACES = PlaceTree(
    {"syria": None, "ghouta": "syria", "douma": "ghouta", "harasta": "ghouta", "district": "syria", "aleppo": "syria"},
    frozenset({frozenset({"ghouta", "district"})}),
)
DAY_ONE = date(2018, 2, 18)
DEFAULTS: dict[str, Any] = {
    "url": "/figures/1/",
    "status": Status.VERIFIED,
    "indicator": Indicator.KILLED,
    "unit": Unit.PERSON,
    "group": None,
    "group_text": "",
    "reported_text": "10",
    "quantifier": Quantifier.EXACT,
    "reported": 10,
    "reported_max": None,
    "low": 10,
    "best": 10,
    "high": 10,
    "calculation": "",
    "accumulation": Accumulation.INCREMENT,
    "count_stage": None,
    "start_date": DAY_ONE,
    "start_accuracy": DateAccuracy.DAY,
    "end_date": DAY_ONE,
    "end_accuracy": DateAccuracy.DAY,
    "claimed_on": None,
    "place": "ghouta",
    "place_role": PlaceRole.EVENT,
    "claimant": "UN",
    "claimant_is_party": False,
    "document": 1,
    "disputed": False,
    "repeat_of": None,
    "subset_of": None,
    "report_count": 1,
}


def figure(id_: int, **changes: Any) -> SeriesFigure:
    """Return a verified "10 killed" by the UN on one day, with changes."""
    return SeriesFigure(**(DEFAULTS | {"id": id_, "url": f"/figures/{id_}/"} | changes))


def counted(id_: int, quantifier: Quantifier, n: int, text: str, **changes: Any) -> SeriesFigure:
    """Return a figure with a number qualified as the table of ranges says."""
    span = range_of(quantifier, n, n_max=changes.pop("n_max", None), nearly=changes.pop("nearly", False))
    number = {"reported_text": text, "reported": n, "low": span.low, "best": span.best, "high": span.high}
    return figure(id_, quantifier=quantifier, **(number | changes))


@st.composite
def figures(draw: st.DrawFn, most: int = 12) -> list[SeriesFigure]:
    """Draw figures of several claimants, places, periods and kinds; repeats and subsets point at others or at none."""
    drawn = []
    for id_ in range(1, draw(st.integers(0, most)) + 1):
        start = DAY_ONE + timedelta(days=draw(st.integers(0, 12)))
        quantifier = draw(st.sampled_from(Quantifier))
        n = draw(st.integers(0, 30))
        drawn.append(
            counted(
                id_,
                quantifier,
                n,
                str(n),
                n_max=n + 5 if quantifier == Quantifier.BETWEEN else None,
                indicator=draw(st.sampled_from([Indicator.KILLED, Indicator.KILLED, Indicator.AID_TRUCKS])),
                unit=draw(st.sampled_from([Unit.PERSON, Unit.PERSON, Unit.HOUSEHOLD])),
                group=draw(st.sampled_from([None, None, Group.CIVILIANS, Group.CHILDREN])),
                accumulation=draw(st.sampled_from(Accumulation)),
                start_date=draw(st.sampled_from([start, start, start, DAY_ONE, None])),
                end_date=draw(st.sampled_from([start + timedelta(days=draw(st.integers(0, 6))), start, None])),
                end_accuracy=draw(st.sampled_from([DateAccuracy.DAY, *DateAccuracy])),
                place=draw(st.sampled_from(sorted(PLACES.parents))),
                claimant=draw(st.sampled_from(["UN", "SOHR", None])),
                document=draw(st.integers(1, 2)),
                disputed=draw(st.integers(0, 5)) == 0,
                repeat_of=draw(st.sampled_from([None, None, None, 99, 98])),
                subset_of=draw(st.sampled_from([None, None, None, 97])),
            )
        )
    return drawn
