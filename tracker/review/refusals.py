"""The database's refusals in words: the name of each rule, and what a curator does about it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import psycopg
from django.db import DatabaseError, transaction

from tracker.review.errors import Refused

WORDS: Final = {
    "figure_range": "Low, best and high do not rise: low must not be above best or high, nor best above high.",
    "figure_reported": "The upper printed number is below the lower one.",
    "figure_reported_max_of_between": "“between” needs two printed numbers, and no other quantifier has a second one.",
    "figure_vague_is_not_printed": "A vague word has no printed number and no best: leave “reported” and “best” empty.",
    "figure_best_printed_or_calculated": "“best” was not printed: say in “calculation” how it came about.",
    "figure_trucks_count_trucks": "The unit “truck” belongs to aid trucks, and aid trucks are counted in trucks.",
    "figure_count_stage_of_aid": "Aid needs a count stage (planned, carried, entered …); other indicators have none.",
    "figure_dates": "The event ends before it starts.",
    "figure_start_accuracy": "A start date needs an accuracy, and without a date the accuracy is “unknown”.",
    "figure_end_accuracy": "An end date needs an accuracy, and without a date the accuracy is “unknown”.",
    "figure_date_basis": "Say where the dates come from (date basis); without dates leave it empty.",
    "figure_stock_is_at_a_date": "A stock is counted at one date: start and end must be the same day.",
    "figure_offsets": "The number must stand inside the sentence.",
    "figure_context_offsets": "The context needs its text and both offsets, or none of them.",
    "figure_attribution": (
        "The claimant does not fit its kind: “named” needs a source and its words, “unnamed” the words only, "
        "“publisher” the source, “none” neither."
    ),
    "figure_four_eyes": (
        "Somebody else must verify this figure: nobody verifies what they entered, or changed since it was last verified."
    ),
    "excerpt_is_slice": "The sentence, number or context is not what stands at its offsets in the document's text.",
    "figure_repeats_an_original": "That figure is itself a repeat: choose the head of the count instead.",
    "figure_id_is_repeat": "That figure is itself a repeat: choose the head of the count instead.",
    "subset_of_id_acyclic": "A figure cannot be a part of itself.",
    "retracted_head_has_successor": "Other figures repeat this one: name which of them becomes the head of the count.",
    "revision_one_pending": "A correction or retraction of this figure is already waiting: decide on it first.",
    "revision_four_eyes": "Somebody else must confirm this: nobody confirms their own proposal.",
    "revision_decided_once": "This revision has already been decided.",
}


@contextmanager
def in_words() -> Iterator[None]:
    """Run a block atomically; raise Refused in words when the database refuses one of its writes."""
    try:
        with transaction.atomic():
            yield
    except DatabaseError as error:
        cause = error.__cause__
        rule = cause.diag.constraint_name if isinstance(cause, psycopg.Error) else None
        if rule is None:
            raise
        raise Refused(WORDS.get(rule, f"The database refuses this by its rule “{rule}”: {cause}")) from error
