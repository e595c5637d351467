"""Words of a reading that name somebody, or take up a name, lead to whom they mean."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from tests.build import Builder
from tests.propose import propose
from tracker import review
from tracker.models import Source
from tracker.review.reading import as_read, known

Clock = Iterator[datetime]


def test_the_claimants_words_are_found_among_all_names(build: Builder, clock: Clock) -> None:
    source = Source.objects.exclude(aliases=[]).order_by("pk").first()
    assert source is not None
    words = f"The {source.aliases[0]}" if not source.aliases[0].lower().startswith("the ") else source.aliases[0]
    proposal = propose(build.document(f"{words} said 7 people died in Douma."), "7", attributed_to=words.upper())
    figure = review.accept(by=build.curator, at=next(clock), proposal=proposal)
    assert figure.attributed_to == source


@pytest.mark.parametrize(
    ("words", "name", "source", "asked"),
    [
        ("It", "the White Helmets", "white-helmets", ""),
        ("The Helmets", "the White Helmets", "white-helmets", ""),
        ("He", "Abu Salem", None, "“Abu Salem” is not in the list of sources: choose who that is, or add them."),
        ("The group", "the White Helmets", None, "“The group” may be “the White Helmets”: choose who that is, or add them."),
        ("They", "Abu Salem", None, "“They” may be “Abu Salem”: choose who that is, or add them."),
        ("A doctor", None, None, ""),
    ],
)
def test_words_that_take_up_a_name_lead_to_whom_it_names(
    words: str, name: str | None, source: str | None, asked: str, build: Builder
) -> None:
    text = f"{name or 'Somebody'} spoke to reporters. It was hot. {words} said 7 people died in Douma."
    proposal = propose(build.document(text), "7", attributed_to=words, attributed_name=name, date_text=None)
    read = as_read(proposal, text, known())
    found = read.figure(proposal).attributed_to
    assert (found and found.slug, read.values["attribution_kind"]) == (source, "named" if source else "unnamed")
    assert (read.missing, read.claimant_words) == ((asked,) if asked else (), (name or "") if asked else "")
    assert read.values["attribution_text"] == words
    assert read.values["context"] == (text[: text.index(".") + 1] if name else "")
