"""Full-text search over the quoted sentences, and where in them the words were found.

Numbers are found however their thousands are set apart: 1220 finds "1,220", and 1,220 finds "1220".
"""

import re
from typing import Final

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.search import SearchHeadline, SearchQuery
from django.db.models import BooleanField, Func

from tracker.models import Figure
from tracker.models.figure_words import CONFIG, PRINTED, SEARCHED, SEPARATOR, START, STOP, searchable, words_of_sentences
from tracker.models.published import PublishedFigureQuerySet

LONGEST: Final = 200
"""Characters of a question: more than anybody types."""

_SAME_LENGTH: Final = str.maketrans(PRINTED, SEARCHED)


class _IsAmong(Func):
    """A value is one of an array's, which is worked out once a query; IN would be asked again for every row (measured)."""

    template = "%(expressions)s)"
    arg_joiner = " = ANY("
    output_field = BooleanField()


def matching(figures: PublishedFigureQuerySet, words: str) -> PublishedFigureQuerySet:
    """Return the figures whose sentence or context has the words, as a search engine reads them ("…", or, -without).

    Asked of the table below the view, once a query and where an index can answer; a confidential document's sentences
    find nothing.
    """
    found = Figure.objects.annotate(words=words_of_sentences()).filter(words=_query(words))
    return figures.filter(_IsAmong("figure_id", ArraySubquery(found.values("pk"))), confidential=False)


def with_found_words(figures: PublishedFigureQuerySet, words: str) -> PublishedFigureQuerySet:
    """Add `sentence_found` and `context_found`: the searched texts with the words found between START and STOP."""
    marked = {
        name: SearchHeadline(
            searchable(column), _query(words), config=CONFIG, start_sel=START, stop_sel=STOP, highlight_all=True
        )
        for name, column in (("sentence_found", "source_sentence"), ("context_found", "context_sentence"))
    }
    return figures.annotate(**marked)


def found_in(text: str, marked: str) -> list[tuple[int, int]]:
    """Return where the words found stand in a text, in code points, from what PostgreSQL marked in its searched form.

    None where the two are not the same text: better no mark than one in the wrong place.
    """
    dropped = {found.end() - 1 for found in re.finditer(SEPARATOR, text)}
    kept = [place for place in range(len(text)) if place not in dropped]
    if len(marked) - marked.count(START) - marked.count(STOP) != len(kept):
        return []
    spans, place = [], 0
    for number, piece in enumerate(re.split(f"[{START}{STOP}]", marked)):
        if number % 2 and piece:
            spans.append((kept[place], kept[place + len(piece) - 1] + 1))
        place += len(piece)
    return spans


def _query(words: str) -> SearchQuery:
    quoted = re.sub("[“”„«»]", '"', words)
    plain = re.sub(SEPARATOR, r"\1", quoted).translate(_SAME_LENGTH)
    return SearchQuery(plain, config=CONFIG, search_type="websearch")
