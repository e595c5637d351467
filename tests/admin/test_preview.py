"""What the form shows while somebody types: what it would store; nothing is written."""

from django.contrib.auth.models import User
from django.test import Client

from tests.admin.entering import PREVIEW, SENTENCE
from tests.admin.test_figures import as_
from tests.build import Builder
from tracker.models import Figure


class TestThePreview:
    """What is shown while typing is what the form would store; nothing is written."""

    def test_where_the_words_stand_and_what_they_say(self, build: Builder, curator: User) -> None:
        document = build.document()
        answer = as_(curator).post(
            PREVIEW,
            {
                "document": document.pk,
                "excerpt": "40 people were killed",
                "reported_text": "at least 40",
                "start_date": "March 2018",
                "accumulation": "increment",
            },
        )
        assert answer.json() == {
            "passages": {
                "excerpt": {
                    "settled": True,
                    "message": "",
                    "passages": [
                        {"at": "34-101", "before": "On Monday, shelling hit the town. ", "words": SENTENCE, "behind": ""}
                    ],
                },
                "number": {
                    "settled": True,
                    "message": "",
                    "passages": [
                        {
                            "at": "34-45",
                            "before": "On Monday, shelling hit the town. ",
                            "words": "At least 40",
                            "behind": " people were killed, including 12 children, the UN said.",
                        }
                    ],
                },
            },
            "sentence": [["number", "At least 40"], ["", SENTENCE.removeprefix("At least 40")]],
            "number": {
                "values": {
                    "quantifier": "at_least",
                    "reported": "40",
                    "reported_max": "",
                    "low": "40",
                    "best": "40",
                    "high": "",
                },
                "words": "at least 40: low 40, best 40, high open",
                "wrong": "",
                "words_say": "",
            },
            "dates": {"words": "March 2018 (to the month)", "wrong": ""},
            "warned": None,
        }
        assert not Figure.objects.exists()

    def test_a_blank_form_and_nonsense_say_nothing(self, build: Builder, curator: User) -> None:
        build.document()
        for body in ({}, {"document": "x", "low": "y", "start_date": "", "excerpt": "z"}):
            answer = as_(curator).post(PREVIEW, body)
            assert answer.status_code == 200
            assert answer.json()["sentence"] == []

    def test_only_who_enters_figures_may_ask(self, build: Builder, reviewer: User, administrator: User) -> None:
        build.document()
        assert [as_(user).post(PREVIEW).status_code for user in (reviewer, administrator)] == [403, 403]
        assert Client().post(PREVIEW).status_code == 302
