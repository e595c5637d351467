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
    "retracted_total_has_no_parts": "Other figures are parts of this one: retract or release them first.",
    "figure_repeat_counts_the_same": (
        "A repeat reports the same count: it has the indicator and unit of the head of the count. Release the repeat first."
    ),
    "parts_fit": (
        "A part counts what its total counts (or the killed, or the injured, of casualties), in the same unit, "
        "at the same place or inside it."
    ),
    "public_points_to_public": "A public figure repeats, or is a part of, public figures only: publish the other one first.",
    "range_follows": (
        "Low, best and high do not follow from quantifier and printed number: leave them empty to have them computed, or "
        "say in “calculation” or as the reason why they differ."
    ),
    "figure_sentence_is_more_than_the_number": "Quote the sentence, not the number alone.",
    "figure_reported_text_not_blank": "Copy the number as it is printed.",
    "figure_reported_not_negative": "A count is not below zero.",
    "figure_reported_max_not_negative": "A count is not below zero.",
    "figure_low_not_negative": "A count is not below zero.",
    "figure_best_not_negative": "A count is not below zero.",
    "figure_high_not_negative": "A count is not below zero.",
    "figure_published": "A figure that is not a draft says who published it, and a draft does not.",
    "figure_published_who_when": "Who published a figure goes with when.",
    "figure_verified": "A verified figure says who verified it, and one that is not verified does not.",
    "figure_verified_who_when": "Who verified a figure goes with when.",
    "figure_retracted": "A retracted figure says why and by whom, and only a retracted one does.",
    "figure_retracted_who_when": "Who retracted a figure goes with when.",
    "figure_disputed": "A dispute has its day and its reason.",
    "figure_disputed_who_when": "Who marked a dispute goes with when.",
    "figure_sent_back": "A figure that is sent back is provisional, and has a remark.",
    "figure_sent_back_who_when": "Who sent a figure back goes with when.",
    "figure_overridden_with_reason": "Overriding a warning needs a reason.",
    "stale_write": "Somebody else changed this meanwhile: open it again, and make your change once more.",
    "versioned": "Somebody else wrote this at the same moment: open it again, and make your change once more.",
    "named_change": "A change names who made it and when: try again.",
    "one_step": "This step is not open to the figure as it stands.",
    "verified_by_revision": "A verified figure changes only by a correction that a second person checked.",
    "retracted_stays": "A retracted figure stays as it is.",
    "retracted_by_two": "A retraction is proposed by one person and confirmed by another.",
    "document_text_not_blank": "The document has no text: paste the report.",
    "document_published": "The earliest day of publication is after the latest.",
    "document_published_basis": (
        "Publication dates come together: for a stated date, the same day as earliest and latest; for an inferred one, "
        "both days and the reasoning."
    ),
    "document_whole_text": "The hash of the whole report is not that of its text.",
    "document_sha256_form": "The SHA-256 of the whole report has 64 hexadecimal digits.",
    "document_text_sha256": "The hash is not that of the text.",
    "place_name_not_blank": "A place has a name.",
    "place_iso3": "A country has its code of three letters, as in SYR, and no other place has one.",
    "place_coordinates": "Latitude and longitude come together, and lie on earth.",
    "parent_id_acyclic": "A place cannot lie inside itself.",
    "placeperiod_evidence_not_blank": "Say what shows it, and where that can be read.",
    "placeperiod_dates": "The period ends before it starts.",
    "placeperiod_once": "This place has a period of this status with this start already.",
    "source_name_not_blank": "A source has a name.",
    "figurerevision_reason_not_blank": "Say why.",
    "revision_decided": "This proposal cannot be decided in this way.",
    "revision_decided_who_when": "Who decided goes with when.",
    "revision_changes": "A correction changes something, and a retraction nothing besides.",
    "revision_applied_once": "This change has been applied already.",
    "revision_applied_to_its_figure": "This proposal counts as applied only when its figure has changed.",
    "notarepeat_reason_not_blank": "Say why the two are not the same count.",
    "notarepeat_in_order": "A pair is two different figures.",
    "proposal_once": "This number was proposed already.",
    "proposal_offsets": "The number must stand inside its sentence.",
    "proposal_figure": "An accepted proposal has its figure, and no other has one.",
    "proposal_decided": "A decided proposal says who decided, and when.",
    "proposal_decided_together": "Who decided goes with when.",
    "proposal_rejected_with_reason": "Say why the proposal is rejected.",
    "proposal_corrected": "A corrected proposal says what was corrected, and no other does.",
    "proposal_undone_together": "Who undid a decision goes with when.",
    "proposal_decided_once": "Somebody has decided on this proposal already: open it again.",
    "proposal_undone_by": "Who takes a decision back is named.",
    "proposal_undone_with_its_draft": "The draft that was made of this proposal is taken back with it.",
    "proposal_makes_a_draft": "Accepting makes a draft of the same document, by whoever accepts.",
    "discarded_stays": "A draft that was taken back stays so.",
    "discarded_has_no_others": "Other figures point to this draft: release them first.",
    "deskhold_times": "A document is held until later than now.",
    "nearcopy_of_another": "A document is no copy of itself.",
    "notarepeat_once": "Somebody has decided on this pair already: the two are not the same count.",
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
        raise Refused(WORDS.get(rule, f"The database refuses this by its rule “{rule}”; nothing was saved.")) from error
