"""Words of claims: they keep the uncertainty, and every reason not to add has its words."""

import pytest

from tracker.series.minimum import Reason
from tracker.wording import MINIMUM_REASONS, claim_in_words


def test_every_reason_has_words() -> None:
    assert list(MINIMUM_REASONS) == [reason.value for reason in Reason]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (
            {"range_words": "more than 1,220", "counted_words": "civilians", "indicator": "killed"},
            "more than 1,220 civilians killed",
        ),
        (
            {"range_words": "“dozens”", "is_word": True, "counted_words": "people", "indicator": "killed"},
            "people killed: “dozens”",
        ),
        ({"range_words": "1", "counted_words": "rescuers", "indicator": "killed"}, "rescuers killed: 1"),
        (
            {"range_words": "46", "counted_words": "trucks", "indicator": "aid_trucks", "count_stage": "delivered"},
            "46 trucks, delivered",
        ),
        (
            {"range_words": "26,100", "counted_words": "people", "indicator": "aid_recipients", "count_stage": "carried"},
            "aid for 26,100 people, carried",
        ),
        (
            {"range_words": "about 244", "counted_words": "children", "indicator": "killed", "calculation": "1/5 × 1,220"},
            "children killed: about 244 (reckoned: 1/5 × 1,220)",
        ),
    ],
)
def test_a_claim_in_one_phrase(values: dict[str, str | bool], words: str) -> None:
    assert claim_in_words(**({"is_word": False} | values)) == words  # type: ignore[arg-type]
