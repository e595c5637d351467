"""Scoring: what finds a label, and what precision, recall and accuracy are made of."""

from dataclasses import replace
from typing import Any

import pytest

from tracker.extraction.measuring.labels import Label, Trap, label_of, trap_of
from tracker.extraction.measuring.scoring import Proposed, Score, score
from tracker.extraction.proposed import ProposedFigure
from tracker.extraction.text.passages import Span
from tracker.vocabulary import Accumulation, Group, Indicator, Quantifier, Unit

LABEL: dict[str, Any] = {
    "doc": "one",
    "sentence": "At least 40 people were killed in the town, the mayor said.",
    "metric": "killed",
    "metric_alt": None,
    "value_low": 40,
    "value_high": None,
    "value_best": 40,
    "qualifier": "at_least",
    "unit": "people",
    "subgroup": None,
    "place": "the town",
    "attribution": "the mayor",
    "optional": False,
    "start": 100,
    "end": 160,
}
FIGURE = ProposedFigure(
    sentence="At least 40 people were killed in the town, the mayor said.",
    start=100,
    end=160,
    reported_text="At least 40",
    number_start=100,
    number_end=111,
    indicator=Indicator.KILLED,
    unit=Unit.PERSON,
    group=None,
    group_text=None,
    quantifier=Quantifier.AT_LEAST,
    reported=40,
    reported_max=None,
    low=40,
    best=40,
    high=None,
    calculation=None,
    accumulation=Accumulation.INCREMENT,
    start_date=None,
    start_accuracy=None,
    end_date=None,
    end_accuracy=None,
    date_text=None,
    place="town",
    place_slug=None,
    attributed_to="the mayor",
    attributed_name=None,
    count_stage=None,
    subset_of=None,
    confidence=0.9,
)
VAGUE: dict[str, Any] = {"value_low": 24, "value_high": None, "value_best": None, "qualifier": "vague"}
DOZENS: dict[str, Any] = {"quantifier": Quantifier.VAGUE, "reported": None, "low": 24, "best": None, "high": None}


def label(**values: Any) -> Label:
    return label_of(LABEL | values)


def figure(**values: Any) -> ProposedFigure:
    return replace(FIGURE, **values)


def scored(figures: list[ProposedFigure], labels: list[Label], traps: tuple[Trap, ...] = ()) -> Score:
    return score([Proposed("one", f) for f in figures], labels, traps, {"one"})


@pytest.mark.parametrize(
    ("proposed", "labelled", "finds"),
    [
        ({}, {}, True),
        ({"start": 159, "end": 300}, {}, True),
        ({"start": 160, "end": 300}, {}, False),
        ({"indicator": Indicator.INJURED}, {}, False),
        ({"indicator": Indicator.FLED}, {"metric": "displaced", "metric_alt": "fled"}, True),
        ({"indicator": Indicator.AID_RECIPIENTS}, {"metric": "aid_beneficiaries"}, True),
        ({"reported": 41, "low": 41, "best": 41}, {}, False),
        ({"reported": 41, "low": 41, "best": 41, "quantifier": Quantifier.MORE_THAN}, {}, True),
        ({"reported": 39, "low": 39, "best": 39, "quantifier": Quantifier.MORE_THAN}, {}, False),
        ({"quantifier": Quantifier.UP_TO, "low": None, "best": None, "high": 40}, {}, True),
        ({"reported": None, "low": None}, {}, True),
        (DOZENS, VAGUE, True),
        (DOZENS | {"low": 12}, VAGUE, True),
        (DOZENS | {"low": 200}, VAGUE, False),
        (DOZENS | {"low": None}, VAGUE, False),
        (DOZENS, {}, False),
        ({}, VAGUE, False),
        (
            {"reported": 30, "reported_max": 40, "low": 30, "best": None, "high": 40},
            {"value_low": 30, "value_high": 40, "value_best": None},
            True,
        ),
        ({"reported": 30, "low": 30, "best": 30}, {"value_low": 30, "value_high": 40, "value_best": None}, False),
        ({"reported": 30, "low": 30, "best": 30}, {"value_low": 30, "value_high": None, "value_best": None}, False),
    ],
)
def test_what_finds_a_label(proposed: dict[str, Any], labelled: dict[str, Any], finds: bool) -> None:
    result = scored([figure(**proposed)], [label(**labelled)])
    assert (len(result.wrong), len(result.missed)) == ((0, 0) if finds else (1, 1))


def test_a_label_is_found_once_and_the_one_of_the_same_group_first() -> None:
    labels = [label(), label(subgroup="children"), label(optional=True)]
    result = scored([figure(group=Group.CHILDREN), figure(), figure(), figure()], labels)
    assert [proposed.figure for proposed in result.wrong] == [figure()]
    assert (result.accuracy("group"), result.missed) == (1.0, [])


def test_precision_counts_optional_labels_and_recall_does_not() -> None:
    labels = [label(), label(optional=True, metric="fled"), label(metric="missing"), label(optional=True, metric="injured")]
    result = scored([figure(), figure(indicator=Indicator.FLED), figure(indicator=Indicator.DETAINED)], labels)
    total = result.total
    assert (total.labels, total.found, total.proposals, total.right) == (2, 1, 3, 2)
    assert [total.precision, total.recall, total.f1] == pytest.approx([2 / 3, 1 / 2, 4 / 7])
    assert result.missed == [labels[2]]


def test_nothing_proposed_and_nothing_labelled() -> None:
    nothing = scored([], [])
    assert (nothing.total.precision, nothing.total.recall, nothing.total.f1, nothing.accuracy("place")) == (0, 0, 0, 0)


def test_what_is_proposed_in_a_trap_sentence() -> None:
    trap = trap_of({"doc": "one", "start": 500, "end": 600})
    result = scored([figure(), figure(start=590, end=650), figure(start=600, end=650)], [label()], (trap,))
    assert [proposed.figure.start for proposed in result.sprung] == [590]
    assert (len(result.wrong), result.traps) == (2, 1)


def test_other_documents_do_not_count() -> None:
    proposals = [Proposed("two", FIGURE), Proposed("one", FIGURE)]
    result = score(proposals, [label(doc="two"), label()], [Trap("two", Span(0, 9))], {"two"})
    assert (result.texts, result.total.labels, result.total.right, result.traps) == (1, 1, 1, 1)


@pytest.mark.parametrize(
    ("changed", "attribute", "agrees"),
    [
        ({"quantifier": Quantifier.MORE_THAN}, "quantifier", True),
        ({"quantifier": Quantifier.EXACT}, "quantifier", False),
        ({"unit": Unit.HOUSEHOLD}, "unit", False),
        ({"group": Group.WOMEN}, "group", False),
        ({"place": "THE TOWN of Duma"}, "place", True),
        ({"place": "the city"}, "place", False),
        ({"place": None}, "place", False),
        ({"attributed_to": "mayor"}, "claimant", True),
        ({"attributed_to": "the"}, "claimant", False),
        ({"attributed_to": ""}, "claimant", False),
    ],
)
def test_attributes_of_what_was_found(changed: dict[str, Any], attribute: str, agrees: bool) -> None:
    result = scored([figure(**changed)], [label()])
    assert result.compared == dict.fromkeys(("quantifier", "unit", "group", "place", "claimant"), 1)
    assert {name for name in result.compared if not result.agreed[name]} == (set() if agrees else {attribute})
    assert [slip.attribute for slip in result.slips] == ([] if agrees else [attribute])


def test_place_and_claimant_count_only_where_the_label_has_them() -> None:
    result = scored([figure()], [label(place=None, attribution=None)])
    assert (result.compared["place"], result.compared["claimant"]) == (0, 0)


def test_by_indicator_and_quantifier() -> None:
    labels = [label(), label(metric="fled", qualifier="exact"), label(**VAGUE)]
    result = scored([figure(), figure(indicator=Indicator.FLED), figure(best=9, low=9, reported=9)], labels)
    found = {name: (t.labels, t.found, t.proposals, t.right) for name, t in result.by_indicator.items()}
    assert found == {"killed": (2, 1, 2, 1), "fled": (1, 1, 1, 1)}
    found = {name: (t.labels, t.found, t.proposals, t.right) for name, t in result.by_quantifier.items()}
    assert found == {"at_least": (1, 1, 3, 2), "exact": (1, 1, 0, 0), "vague": (1, 0, 0, 0)}
