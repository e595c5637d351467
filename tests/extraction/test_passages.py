"""Where pasted words stand in a text."""

from hypothesis import given
from hypothesis import strategies as st

from tracker.extraction.text.passages import Span, find, find_words, nearest, sentence_around, sentences

TEXT = (
    "The U.N. said “at least 40” people were\nkilled in Douma – the town’s worst day. Mr. Ali counted 12 others. "
    "“We counted 12,” he said.\n\nA second convoy of 46 trucks entered. 46 trucks left."
)


def found(words: str) -> list[str]:
    return [span.of(TEXT) for span in find(TEXT, words)]


def test_typesetting_makes_no_difference() -> None:
    own = "said “at least 40” people were\nkilled in Douma – the town’s worst day"
    assert found('said "at least 40" people were killed in Douma - the town\'s  worst day') == [own]
    assert found(
        "said “at least 40” people\u00a0were killed in Douma — the town's worst\u00adday".replace("\u00ad", " ")
    ) == [own]


def test_words_are_found_wherever_they_stand() -> None:
    assert [len(found(words)) for words in ("46 trucks", "12", "", "  ", "47 trucks")] == [2, 2, 0, 0, 0]


def test_a_number_is_a_word_of_its_own() -> None:
    assert [span.of(TEXT) for span in find_words(TEXT, "AT LEAST 40")] == ["at least 40"]
    assert [find_words(TEXT, words) for words in ("4", "at leas", "")] == [[], [], []]


def test_a_month_cut_short_ends_no_sentence_before_its_day() -> None:
    text = "War began on Feb. 24. It killed 12 in Sept. The army left."
    assert [span.of(text) for span in sentences(text)] == [
        "War began on Feb. 24.",
        "It killed 12 in Sept.",
        "The army left.",
    ]


def test_a_footnote_mark_belongs_to_the_sentence_before_it() -> None:
    text = "Some 40 died in the camps.14 As of May, 12 were missing.[3] The rate was 2.5 Per day."
    assert [span.of(text) for span in sentences(text)] == [
        "Some 40 died in the camps.14",
        "As of May, 12 were missing.[3]",
        "The rate was 2.5 Per day.",
    ]


def test_sentences_end_neither_behind_abbreviations_nor_at_line_breaks() -> None:
    assert [span.of(TEXT) for span in sentences(TEXT)] == [
        "The U.N. said “at least 40” people were\nkilled in Douma – the town’s worst day.",
        "Mr. Ali counted 12 others.",
        "“We counted 12,” he said.",
        "A second convoy of 46 trucks entered.",
        "46 trucks left.",
    ]


def test_a_part_belongs_to_its_sentence() -> None:
    (part,) = find(TEXT, "12 others")
    assert sentence_around(TEXT, part).of(TEXT) == "Mr. Ali counted 12 others."
    over_two = Span(0, len(TEXT))
    assert sentence_around(TEXT, over_two) == over_two


def test_the_nearest_passage_is_offered_and_nothing_far_from_it() -> None:
    near = nearest(TEXT, "The UN says at least 40 people were killed in Duma, the town's worst day")
    assert near is not None
    assert near.of(TEXT).startswith("The U.N. said")
    assert [nearest(TEXT, words) for words in ("Nothing of the kind was ever written here", "", "—")] == [None, None, None]


@given(st.text(max_size=80), st.data())
def test_every_stretch_of_a_text_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    if text[start:end].strip():
        assert Span(start, end) in find(text, text[start:end]) or text[start:end] in text[:end]


@given(st.text(max_size=80), st.text(max_size=20))
def test_offsets_always_lie_inside(text: str, words: str) -> None:
    for span in [*find(text, words), *find_words(text, words), *sentences(text)]:
        assert 0 <= span.start < span.end <= len(text)


def test_a_bullet_begins_a_sentence_and_in_unwrapped_texts_each_line_does() -> None:
    assert [span.of("Today\n• 12 killed\n• 30 wounded") for span in sentences("Today\n• 12 killed\n• 30 wounded")] == [
        "Today",
        "• 12 killed",
        "• 30 wounded",
    ]
    unwrapped = "A heading\nBy a reporter\n" + "A long paragraph, " * 12 + "with a break as\nsome pages have."
    assert [span.of(unwrapped)[:13] for span in sentences(unwrapped)] == ["A heading", "By a reporter", "A long paragr"]


def test_a_heading_in_capitals_ends_at_its_line() -> None:
    text = "RELIEF EFFORT\nOfficials said 12 had fled from\nDouma.\nDOCTORS OF THE WORLD\nsaid so."
    assert [span.of(text) for span in sentences(text)] == [
        "RELIEF EFFORT",
        "Officials said 12 had fled from\nDouma.",
        "DOCTORS OF THE WORLD\nsaid so.",
    ]
