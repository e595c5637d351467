"""The table of steps, whole."""

import pytest

from tracker.review.errors import Refused
from tracker.review.states import Act, may, step
from tracker.vocabulary import Status


def test_the_whole_table() -> None:
    table = {
        status.value: {act.value: STEP for act in Act if may(status, act) for STEP in [step(status, act).value]}
        for status in Status
    }
    course = {"dispute": "{0}", "settle": "{0}", "propose_retraction": "{0}", "retract": "retracted"}
    assert table == {
        "draft": {"publish": "provisional", "revise": "draft", "discard": "discarded"},
        "discarded": {},
        "provisional": {"revise": "provisional", "verify": "verified", "send_back": "provisional"}
        | {act: to.format("provisional") for act, to in course.items()},
        "verified": {"propose_correction": "verified", "correct": "verified"}
        | {act: to.format("verified") for act, to in course.items()},
        "retracted": {},
    }


@pytest.mark.parametrize(
    ("status", "act", "words"),
    [
        (Status.DRAFT, Act.VERIFY, "A draft figure cannot be verified: only one that is provisional can."),
        (
            Status.VERIFIED,
            Act.REVISE,
            "A verified figure cannot be changed directly: only one that is draft, provisional can.",
        ),
        (
            Status.RETRACTED,
            Act.RETRACT,
            "A retracted figure cannot be retracted: only one that is provisional, verified can.",
        ),
    ],
)
def test_what_is_not_listed_is_refused_in_words(status: Status, act: Act, words: str) -> None:
    with pytest.raises(Refused) as refused:
        step(status, act)
    assert str(refused.value) == words
