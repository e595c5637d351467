"""What holds for the proposals of any text."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.extraction.propose import propose
from tracker.extraction.proposed import ProposedFigure
from tracker.extraction.text.article import Article, KnownPlace
from tracker.vocabulary import AID_INDICATORS

GAZETTEER = (KnownPlace("marib", ("Marib", "Ma'rib")), KnownPlace("taiz", ("Taiz", "Ta'izz")))
PIECES = [
    *(
        "At least 25",
        "120",
        "dozens of",
        "several",
        "half a million",
        "between 30 and 40",
        "2.5 million",
        "a fifth of them",
        "one",
    ),
    *(
        "46-truck",
        "no",
        "none",
        "a",
        "more than 300 000",
        "twenty-two",
        "10 %",
        "half of the 4,000",
        "up to",
        "1e9",
        "٣٤",
        "½",
    ),
    *(
        "people",
        "civilians",
        "soldiers",
        "children",
        "families",
        "trucks",
        "aid convoy",
        "deaths",
        "years",
        "houses",
        "women and children",
    ),
    *(
        "were killed",
        "killed",
        "wounded",
        "have fled",
        "left",
        "died",
        "killing",
        "will be evacuated",
        "remain trapped",
        "missing",
    ),
    *(
        "including",
        "among them",
        "and",
        ",",
        "(",
        ")",
        "–",
        "who",
        "said",
        "in Marib",
        "of",
        "the death toll rose to",
        "bodies of",
    ),
    *(
        "from their homes",
        "to flee",
        "İstanbul",
        "\u00a0",
        "\n\n",
        "‘",
        "”",
        ".",
        "food for",
        "under siege",
        "per",
        "every",
        "'s",
    ),
]
reports = st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join)
texts = st.one_of(st.text(max_size=200), reports)


def proposed(text: str) -> list[ProposedFigure]:
    return propose(Article(text, date(2024, 5, 17), GAZETTEER))


@settings(max_examples=300)
@given(texts)
def test_offsets_slice_back_and_ranges_are_in_order(text: str) -> None:
    figures = proposed(text)
    for figure in figures:
        assert text[figure.start : figure.end] == figure.sentence
        assert text[figure.number_start : figure.number_end] == figure.reported_text
        assert figure.start <= figure.number_start < figure.number_end <= figure.end
        values = [value for value in (figure.low, figure.best, figure.high) if value is not None]
        assert values == sorted(values)
        assert all(0 <= value <= 2_000_000_000 for value in values)
        assert figure.subset_of is None or figures[figure.subset_of] is not figure
        assert figure.subset_of is None or 0 <= figure.subset_of < len(figures)
        assert (figure.count_stage is not None) == (figure.indicator in AID_INDICATORS)
        assert 0 <= figure.confidence <= 1
    assert [f.number_start for f in figures] == sorted({f.number_start for f in figures})


@settings(max_examples=100)
@given(reports)
def test_an_unrelated_sentence_changes_no_other_figure(report: str) -> None:
    text = report.strip(" \n.") + "."
    before = [(f.reported_text, f.indicator, f.group, f.low, f.best, f.high) for f in proposed(text)]
    longer = proposed(text + " The talks in the capital were postponed again.")
    assert [(f.reported_text, f.indicator, f.group, f.low, f.best, f.high) for f in longer] == before


@pytest.mark.parametrize(
    "text", ["", " ", "\ufeff", "\x00", "\U0001f600" * 40, "𝟙𝟚 people were killed", "\ud800 5 killed", "5"]
)
def test_odd_texts_are_read_without_an_exception(text: str) -> None:
    assert isinstance(proposed(text), list)


@pytest.mark.parametrize(
    "piece",
    [
        "a ",
        "1 ",
        "killed 25 people ",
        "twenty ",
        "25, ",
        "( 3 ",
        "and ",
        "including 3 women ",
        "of 3 of ",
        "half of 3 ",
        "1,000 ",
    ],
)
def test_a_long_text_without_a_full_stop_takes_time_in_proportion(piece: str) -> None:
    started = time.process_time()
    proposed(piece * (200_000 // len(piece)))
    assert time.process_time() - started < 20
