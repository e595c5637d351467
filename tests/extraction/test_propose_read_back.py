"""What is proposed goes into the curators' form as it is printed, so its words have to be readable there."""

import json
from datetime import date
from pathlib import Path

import pytest

from tracker.extraction.numbers import PrintedNumber, read_number
from tracker.extraction.propose import propose
from tracker.extraction.text.article import Article
from tracker.ranges import Range

LABELLED = Path(__file__).parent / "labelled"
PUBLISHED = {
    row["doc"]: date.fromisoformat(row["published"])
    for row in map(json.loads, (LABELLED / "articles.jsonl").read_text(encoding="utf-8").splitlines())
}


@pytest.mark.parametrize("path", sorted((LABELLED / "articles").glob("*.txt")), ids=lambda path: path.stem)
def test_printed_words_read_back_to_the_same_number(path: Path) -> None:
    figures = propose(Article(path.read_text(encoding="utf-8"), PUBLISHED[path.stem]))
    for figure in figures:
        if figure.calculation is None:
            span = Range(figure.low, figure.best, figure.high)
            printed = PrintedNumber(figure.quantifier, figure.reported, figure.reported_max, span)
            assert read_number(figure.reported_text) == printed


@pytest.mark.parametrize("sentence", ["A woman was killed.", "An officer was wounded and 3 others died."])
def test_a_bare_article_reads_as_one(sentence: str) -> None:
    figure = propose(Article(sentence, date(2024, 5, 17)))[0]
    assert figure.reported == read_number(figure.reported_text).reported == 1
