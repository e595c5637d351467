"""The pasted sentence is located in the document, and the number read from its words."""

from typing import Any

import pytest
from django.contrib.auth.models import User

from tests.admin.entering import ADD, NUMBERS, SENTENCE, change, columns, entered, typed
from tests.admin.test_figures import as_, errors
from tests.build import TEXT, Builder
from tracker.models import Figure


class TestTheSentence:
    """Pasted words are looked for in the document's text, whose own words are stored."""

    def test_a_part_of_it_stands_for_the_whole(self, build: Builder, curator: User) -> None:
        build.document()
        figure = entered(curator, excerpt="40 people were killed")
        assert columns(figure, ("excerpt", "excerpt_start", "reported_text", "number_start", "number_end")) == (
            *(SENTENCE, TEXT.index(SENTENCE), "At least 40"),
            *(TEXT.index("At least 40"), TEXT.index("At least 40") + 11),
        )

    def test_quotation_marks_and_line_breaks_need_not_be_the_documents(self, build: Builder, curator: User) -> None:
        build.document("On Monday the “White\nHelmets” said at\u00a0least 40 people were killed – children too.")
        figure = entered(
            curator,
            excerpt='On Monday the "White Helmets" said at least 40 people were killed - children too.',
            reported_text="At least  40",
        )
        assert (figure.excerpt, figure.reported_text) == (figure.document.text, "at\u00a0least 40")

    def test_words_that_stand_twice_are_chosen_among(self, build: Builder, curator: User) -> None:
        text = f"{TEXT} Later reports differ. {TEXT}"
        build.document(text)
        response = as_(curator).post(ADD, typed())
        assert errors(response) == {"excerpt": ["These words stand 2 times in the document: choose which of them is meant."]}
        second = text.rindex(SENTENCE)
        chosen = f"{second}-{second + len(SENTENCE)}"
        assert f'type="radio" name="excerpt_at" value="{chosen}"' in response.text
        assert f"hit the town. <mark>{SENTENCE}</mark></label>" in response.text
        assert entered(curator, excerpt_at=chosen).excerpt_start == second

    def test_what_is_nearly_there_can_be_taken_from_the_document(self, build: Builder, curator: User) -> None:
        build.document()
        wrong = "At least 40 people died, including 12 children, said the UN."
        response = as_(curator).post(ADD, typed(excerpt=wrong))
        assert errors(response) == {
            "excerpt": [
                "These words do not stand in the document's text. The nearest passage is below: choose it, or paste again."
            ]
        }
        start = TEXT.index(SENTENCE)
        assert entered(curator, excerpt=wrong, excerpt_at=f"{start}-{len(TEXT)}").excerpt == SENTENCE

    def test_nothing_like_it_says_so(self, build: Builder, curator: User) -> None:
        build.document()
        response = as_(curator).post(ADD, typed(excerpt="Nothing of the kind.", context="Neither is this here."))
        nothing = "These words do not stand in the document's text, and nothing in it is like them."
        assert errors(response) == {"excerpt": [nothing], "context": [nothing]}

    def test_a_number_that_stands_twice_is_chosen_among(self, build: Builder, curator: User) -> None:
        text = "Of 12 houses, 12 people were pulled out dead."
        build.document(text)
        response = as_(curator).post(ADD, typed(excerpt=text, reported_text="12"))
        assert errors(response) == {"reported_text": ["“12” stands 2 times in the sentence: choose which of them is meant."]}
        figure = entered(curator, excerpt=text, reported_text="12", number_at="14-16")
        assert (figure.number_start, figure.number_end) == (14, 16)

    def test_a_made_up_place_in_the_text_is_not_taken(self, build: Builder, curator: User) -> None:
        build.document(f"{TEXT} {TEXT}")
        response = as_(curator).post(ADD, typed(excerpt_at="0-5"))
        assert list(errors(response)) == ["excerpt"]


class TestTheNumber:
    """Quantifier, printed numbers and range follow from the words; other ones need a reason."""

    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            ("More than 1,220", ("more_than", 1220, None, 1220, 1220, None)),
            ("nearly 600", ("approximately", 600, None, None, 600, 600)),
            ("30 to 40", ("between", 30, 40, 30, None, 40)),
            ("dozens", ("vague", None, None, 24, None, None)),
            ("Seventy-nine", ("exact", 79, None, 79, 79, 79)),
            ("half a million", ("exact", 500_000, None, 500_000, 500_000, 500_000)),
        ],
    )
    def test_it_follows_from_the_words(self, build: Builder, curator: User, words: str, expected: tuple[Any, ...]) -> None:
        build.document(f"That day {words} people were killed.")
        figure = entered(curator, excerpt=words, reported_text=words)
        assert columns(figure, NUMBERS) == expected

    def test_another_number_needs_a_reason_which_the_history_keeps(self, build: Builder, curator: User) -> None:
        build.document()
        response = as_(curator).post(ADD, typed(low="35", best="40"))
        assert errors(response) == {
            "reason": ["The words say at least 40: low 40, best 40, high open. You give other numbers: say why."]
        }
        figure = entered(curator, low="35", best="40", reason="page 2 counts 35 bodies")
        assert (*columns(figure, NUMBERS), figure.change_reason) == (
            *("at_least", 40, None, 35, 40, None),
            "page 2 counts 35 bodies",
        )

    def test_another_quantifier_makes_the_range_and_needs_a_reason_too(self, build: Builder, curator: User) -> None:
        build.document()
        assert list(errors(as_(curator).post(ADD, typed(quantifier="exact")))) == ["reason"]
        figure = entered(curator, quantifier="exact", reason="“at least” belongs to the children")
        assert columns(figure, NUMBERS) == ("exact", 40, None, 40, 40, 40)

    def test_what_the_program_filled_in_needs_no_reason(self, build: Builder, curator: User) -> None:
        build.document()
        figure = entered(curator, quantifier="at_least", reported="40", low="40", best="40")
        assert columns(figure, NUMBERS) == ("at_least", 40, None, 40, 40, None)

    def test_a_share_asks_for_its_calculation(self, build: Builder, curator: User) -> None:
        build.document("Of the 1,220 dead, a fifth of them were children.")
        share = typed(excerpt="a fifth of them", reported_text="a fifth of them")
        response = as_(curator).post(ADD, share)
        message = "This is a share of another number: write the calculation, as in “1/5 × 1,220”, and give best yourself."
        assert errors(response) == {"reported_text": [message]}
        calculated = {"calculation": "1/5 × 1,220", "quantifier": "approximately", "best": "244"}
        assert as_(curator).post(ADD, share | calculated).status_code == 302
        assert columns(Figure.objects.get(), NUMBERS) == ("approximately", None, None, None, 244, None)

    def test_new_words_make_new_numbers_and_old_decisions_stay(self, build: Builder, curator: User) -> None:
        figure = build.draft()
        assert change(curator, figure, reported_text="40").status_code == 302
        figure.refresh_from_db()
        assert columns(figure, NUMBERS) == ("exact", 40, None, 40, 40, 40)
        change(curator, figure, low="35", reason="page 2")
        change(curator, figure, note="unchanged numbers ask for nothing")
        figure.refresh_from_db()
        assert (figure.low, figure.note) == (35, "unchanged numbers ask for nothing")

    def test_no_number_is_typed_in_letters(self, build: Builder, curator: User) -> None:
        build.document()
        response = as_(curator).post(ADD, typed(low="forty"))
        assert errors(response) == {"low": ["This is not a whole number: type it in digits, as in 1,220."]}
