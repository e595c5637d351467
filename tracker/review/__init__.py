"""The only writers of figures: keyword-only, atomic functions that name who, when and why."""

from tracker.review.disputing import dispute, settle
from tracker.review.entering import enter, publish
from tracker.review.errors import NotAllowed, Refused, StaleWrite
from tracker.review.retracting import propose_retraction
from tracker.review.revising import mark_repeat, revise
from tracker.review.revisions import apply_revision, decline_revision
from tracker.review.states import Act, may
from tracker.review.verifying import send_back, verify

__all__ = [
    "Act",
    "NotAllowed",
    "Refused",
    "StaleWrite",
    "apply_revision",
    "decline_revision",
    "dispute",
    "enter",
    "mark_repeat",
    "may",
    "propose_retraction",
    "publish",
    "revise",
    "send_back",
    "settle",
    "verify",
]
