"""Proposals for tests, as the extractor would store them, without asking it: its rules may change, review's may not."""

from typing import Any

from tracker.extraction.numbers import read_number
from tracker.extraction.text.passages import Span, sentence_around
from tracker.models import Document, Proposal

REPORT = (
    "On Monday, shelling hit Douma. At least 52 people were killed, including 11 children, the UN said. "
    "More than 200 others were injured, the White Helmets said.\n\n"
    "About 16,000 people fled Douma on 4 March 2018, the UN said. "
    "In Hazzeh, five civilians were killed on 3 March 2018, the Ghouta Media Centre said."
)
DAY = dict.fromkeys(("start_date", "end_date"), "2018-03-05") | dict.fromkeys(("start_accuracy", "end_accuracy"), "day")
"""A Monday, as a reading has it."""


def propose(document: Document, words: str, indicator: str = "killed", *, version: str = "1", **reading: Any) -> Proposal:
    """Store what was read of the first number that is printed like this; the rest is a plain example, to be given anew."""
    start = document.text.index(words)
    span = Span(start, start + len(words))
    sentence = sentence_around(document.text, span)
    read = read_number(words)
    defaults: dict[str, Any] = {
        "unit": "person",
        "group": None,
        "group_text": None,
        "quantifier": read.quantifier.value,
        "reported": read.reported,
        "reported_max": read.reported_max,
        "low": read.range.low,
        "best": read.range.best,
        "high": read.range.high,
        "calculation": None,
        "accumulation": "increment",
        **DAY,
        "date_text": "On Monday",
        "place": "Douma",
        "place_slug": "douma",
        "attributed_to": "the UN",
        "attributed_name": None,
        "count_stage": None,
        "subset_of": None,
        "confidence": 0.9,
    }
    return Proposal.objects.create(
        document=document,
        extractor_version=version,
        start=sentence.start,
        end=sentence.end,
        number_start=span.start,
        number_end=span.end,
        reported_text=words,
        indicator=indicator,
        reading=defaults | reading,
        created_at=document.changed_at,
    )


def of_report(document: Document) -> dict[str, Proposal]:
    """Store the five proposals of REPORT, by their numbers: one lacks its place, and one its claimant, in our lists."""
    total = propose(document, "At least 52")
    key = {"number_start": total.number_start, "number_end": total.number_end, "indicator": "killed"}
    fled = dict.fromkeys(("start_date", "end_date"), "2018-03-04")
    hazzeh = dict.fromkeys(("start_date", "end_date"), "2018-03-03")
    found = [
        total,
        propose(document, "11", group="children", group_text="children", subset_of=key),
        propose(document, "More than 200", "injured", attributed_to="the White Helmets"),
        propose(document, "About 16,000", "fled", **fled, date_text="on 4 March 2018"),
        propose(
            document,
            "five",
            **hazzeh,
            date_text="on 3 March 2018",
            place="Hazzeh",
            place_slug=None,
            attributed_to="the Ghouta Media Centre",
        ),
    ]
    return {proposal.reported_text: proposal for proposal in found}
