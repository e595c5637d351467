"""Search over sentences: what finds what, and that exactly the words found are marked, in the text as it was printed."""

import pytest
from django.http import QueryDict

from tests.build import Builder
from tracker.models import PublishedFigure
from tracker.models.figure_words import START, STOP
from tracker.published.filters import BadFilter, figures_for
from tracker.published.searching import found_in, with_found_words

TEXT = "On <b>Monday</b>, at least 1,220,000 people \ufdd0were\ufdd1 killed & 350 fled Douma (دوما), the café’s owner said."
CONTEXT = "He spoke on Tuesday of 5\u00a0000 families."


def _marked(words: str) -> list[str] | None:
    """Return what is marked of sentence and context; null where nothing is found."""
    query = QueryDict(mutable=True)
    query["q"] = words
    found, _question = figures_for(query)
    figure = with_found_words(found, words).first()
    if figure is None:
        return None
    texts = ((figure.source_sentence, "sentence_found"), (figure.context_sentence, "context_found"))
    return [text[start:end] for text, name in texts if text for start, end in found_in(text, getattr(figure, name))]


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("1220000", ["1,220,000"]),
        ("1,220,000", ["1,220,000"]),
        ("١٢٢٠٠٠٠", ["1,220,000"]),
        ("5000", ["5\u00a0000"]),
        ("1220", None),
        ("220", None),
        ("350", ["350"]),
        ("Killing", ["killed"]),
        ("monday", ["Monday"]),
        ("tuesday family", ["Tuesday", "families"]),
        ('"people were killed"', ["people", "killed"]),
        ('"killed people"', None),
        ("killed -douma", None),
        ("idlib or douma", ["Douma"]),
        ("دوما", ["دوما"]),
        ("café", ["café"]),
        ("cafe", None),
        ("owners", ["owner"]),
        ("“people were killed”", ["people", "killed"]),
        ("the", None),
        ("' \" ( & | ! : * <->", None),
        ("\ufdd0were", None),
    ],
)
def test_what_is_found_is_marked_as_printed(build: Builder, words: str, marked: list[str] | None) -> None:
    document = build.document(text=f"{CONTEXT} {TEXT}")
    build.provisional(document, excerpt=TEXT, context=CONTEXT, reported_text="at least 1,220,000", reported=1_220_000)
    assert _marked(words) == marked


def test_a_question_of_a_program_is_refused(db: None) -> None:
    for words, reason in (("x" * 201, "q: Ensure this value has at most 200 characters"), ("\0", "q: Null characters")):
        query = QueryDict(mutable=True)
        query["q"] = words
        with pytest.raises(BadFilter, match=reason):
            figures_for(query)


def test_a_confidential_sentence_is_not_found(build: Builder) -> None:
    build.provisional(
        build.document(text=TEXT, confidential=True), excerpt=TEXT, reported_text="350", quantifier="exact", reported=350
    )
    assert PublishedFigure.objects.count() == 1
    assert _marked("douma") is None


@pytest.mark.parametrize(
    ("text", "marked", "found"),
    [
        ("", "", []),
        ("a b", "a b", []),
        ("12,345 and 6,789", f"{START}12345{STOP} and {START}6789{STOP}", ["12,345", "6,789"]),
        ("12,34 and 1,2345", f"12,34 and 1,{START}2345{STOP}", ["2345"]),
        ("another text", f"{START}a{STOP} text", []),
    ],
)
def test_marks_are_led_back_to_the_printed_text(text: str, marked: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in found_in(text, marked)] == found
