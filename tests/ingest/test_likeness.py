"""How much two texts have in common, and which stored documents are found by it."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from tests.build import Builder
from tracker.ingest.likeness import MOST_WORDS, RUN, WINDOW, Stretch, Words, fingerprint, share, stretches
from tracker.ingest.near_copies import MOST, near_copies

ONE = "Shelling hit the town on Monday morning and at least 40 people were killed there, the UN said."
OTHER = "Some 4,000 families left the valley by bus in the night, as the mayor told a radio station."

words = st.lists(st.sampled_from("abcdefgh"), max_size=60).map(" ".join)


def test_the_share_is_that_of_the_shorter_text() -> None:
    assert share(Words(ONE), Words(ONE)) == 1
    assert share(Words(ONE), Words(OTHER)) == 0
    assert share(Words(ONE), Words(f"{OTHER} {ONE} {OTHER}")) == 1
    assert share(Words(ONE), Words(ONE.replace("Monday", "Tuesday"))) == 9 / 14
    assert share(Words("four words are few"), Words("four words are few")) == 0


def test_capitals_line_breaks_and_quotation_marks_make_no_difference() -> None:
    assert share(Words(ONE), Words(ONE.upper().replace(" ", "\n").replace("THE TOWN", "“the town”"))) == 1


def test_only_the_beginning_of_a_very_long_text_is_compared() -> None:
    long = " ".join(f"w{n}" for n in range(MOST_WORDS + 100))
    assert len(Words(long).places) == MOST_WORDS
    assert share(Words(long), Words(long[-500:])) == 0


def test_stretches_say_what_stands_in_one_text_only() -> None:
    one, other = Words("“Here: a b c d e!” x y."), Words("A b c d e. Then z.")
    assert stretches(one, other) == [
        Stretch("“Here: ", shared=False),
        Stretch("a b c d e!” ", shared=True),
        Stretch("x y.", shared=False),
    ]
    assert stretches(Words("…"), other) == [Stretch("…", shared=False)]
    assert stretches(Words(""), other) == []


@given(words, words)
def test_stretches_are_the_text_and_shared_the_same_both_ways(a: str, b: str) -> None:
    found = stretches(Words(a), Words(b))
    assert "".join(stretch.text for stretch in found) == a
    assert share(Words(a), Words(b)) == share(Words(b), Words(a))
    assert any(stretch.shared for stretch in found) == (share(Words(a), Words(b)) > 0)


@given(words, st.lists(st.integers(0, 10**6), min_size=RUN + WINDOW - 1, max_size=30), words)
def test_texts_with_twelve_words_in_common_are_always_found(before: str, common: list[int], after: str) -> None:
    shared = " ".join(map(str, common))
    one, other = f"{before} {shared} {after}", f"{after} {shared} {before}"
    assert set(fingerprint(one)) & set(fingerprint(other))


def test_the_most_alike_come_first_and_no_more_than_a_few(build: Builder, clock: Iterator[object]) -> None:
    half = build.document(f"{ONE} {OTHER}")
    whole = build.document(f"{ONE}  {OTHER} More was not known by the evening of that day, and nobody answered calls.")
    for number in range(MOST):
        build.document(f"{OTHER} Report number {number} of a long series that goes on about other things each day.")
    found = near_copies(f"{ONE} {OTHER} Something else follows in this paper, which wrote to its correspondent there.")
    assert [alike.document for alike in found[:2]] == [half, whole]
    assert len(found) == MOST
    assert all(alike.share < 1 for alike in found[1:])
    assert near_copies("Nothing of it stands in any document that was stored before this one came.") == []
    assert near_copies("Too short.") == []
