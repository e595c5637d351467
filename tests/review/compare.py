"""Compared figures for tests of the rules: one builder with plain defaults, and a strategy that varies everything."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from tracker.review.compared import Compared
from tracker.vocabulary import Accumulation, CountStage, DateAccuracy, Group, Indicator, Quantifier, Unit

DAY = date(2018, 3, 5)
AROUND = {
    "syria": ["syria"],
    "ghouta": ["ghouta", "syria"],
    "douma": ["douma", "ghouta", "syria"],
    "aleppo": ["aleppo", "syria"],
}
DEFAULTS: dict[str, Any] = {
    "document": 1,
    "indicator": "killed",
    "unit": "person",
    "group": None,
    "accumulation": "increment",
    "count_stage": None,
    "reported_max": None,
    "start_accuracy": "day",
    "end_accuracy": "day",
    "claimant": "UN",
    "repeat_of": None,
    "subset_of": None,
}


def one(id_: int | None, n: int | None = 40, *, on: date | None = DAY, place: str = "ghouta", **changes: Any) -> Compared:
    """Return "40 killed" in Eastern Ghouta on 5 March 2018, exact, by the UN, in a document of its own, with changes."""
    numbers = {"reported_text": str(n), "quantifier": "exact", "reported": n, "low": n, "best": n, "high": n}
    where = {"place": place, "around": frozenset(AROUND[place]), "document": id_}
    when = {"start_date": on, "end_date": on}
    return Compared(**(DEFAULTS | numbers | where | when | {"id": id_} | changes))


def least(n: int) -> dict[str, Any]:
    """Return the numbers of "at least n"."""
    return {"reported_text": f"at least {n}", "quantifier": "at_least", "reported": n, "low": n, "best": n, "high": None}


def total(id_: int | None, n: int, until: date, **changes: Any) -> Compared:
    """Return a running total since 18 February 2018."""
    since: dict[str, Any] = {"accumulation": "cumulative", "start_date": date(2018, 2, 18), "end_date": until}
    return one(id_, n, **(since | changes))


DATES = st.one_of(st.none(), st.dates(), st.integers(-9, 9).map(lambda days: DAY + timedelta(days=days)))
NUMBERS = st.one_of(st.none(), st.integers(0, 60), st.integers(0, 2**62))


@st.composite
def figures(draw: st.DrawFn, id_: int | None = 1) -> Compared:
    """Draw a figure with any values that columns can hold, also those that the database would refuse together."""
    place = draw(st.sampled_from(sorted(AROUND)))
    codes = {
        "indicator": st.sampled_from([Indicator.KILLED, Indicator.KILLED, *Indicator]),
        "unit": st.sampled_from([Unit.PERSON, Unit.PERSON, *Unit]),
        "group": st.sampled_from([None, None, *Group]),
        "accumulation": st.sampled_from(Accumulation),
        "count_stage": st.sampled_from([None, None, *CountStage]),
        "quantifier": st.sampled_from(Quantifier),
        "start_accuracy": st.sampled_from(DateAccuracy),
        "end_accuracy": st.sampled_from(DateAccuracy),
    }
    values = {
        **dict.fromkeys(("reported", "reported_max", "low", "best", "high"), NUMBERS),
        **dict.fromkeys(("start_date", "end_date", "claimed_on", "published"), DATES),
        **dict.fromkeys(("repeat_of", "subset_of"), st.sampled_from([None, None, None, 1, 2, 3])),
        **dict.fromkeys(("sentence", "number"), st.sampled_from([None, (0, 9), (5, 12), (20, 30)])),
        "document": st.integers(1, 3),
        "claimant": st.sampled_from([None, "UN", "SOHR"]),
        "date_text": st.sampled_from(["", "on Tuesday", "Tuesday", "%s %(x)s"]),
        "text": st.sampled_from(["", "The UN said on Tuesday that 4 died.", "On Tuesday, 4 died."]),
        "reported_text": st.sampled_from(["4", "dozens", "100%", "only a few"]),
    }
    drawn = {name: draw(strategy) for name, strategy in (codes | values).items()}
    return Compared(id=id_, place=place, around=frozenset(AROUND[place]), **drawn)
