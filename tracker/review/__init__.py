"""The only writers of figures: keyword-only, atomic functions that name who, when and why."""

from tracker.review.compared import FigureWarning
from tracker.review.comparing import likely_repeats, warnings_of
from tracker.review.disputing import dispute, settle
from tracker.review.entering import enter, publish
from tracker.review.errors import NotAllowed, Refused, StaleWrite, Unconfirmed, Warned
from tracker.review.overriding import not_a_repeat, override
from tracker.review.retracting import propose_retraction
from tracker.review.revising import mark_repeat, revise
from tracker.review.revisions import apply_revision, decline_revision
from tracker.review.states import Act, may
from tracker.review.verifying import send_back, verify

__all__ = [
    "Act",
    "FigureWarning",
    "NotAllowed",
    "Refused",
    "StaleWrite",
    "Unconfirmed",
    "Warned",
    "apply_revision",
    "decline_revision",
    "dispute",
    "enter",
    "likely_repeats",
    "mark_repeat",
    "may",
    "not_a_repeat",
    "override",
    "propose_retraction",
    "publish",
    "revise",
    "send_back",
    "settle",
    "verify",
    "warnings_of",
]
