"""The only writers of figures: keyword-only, atomic functions that name who, when and why."""

from tracker.review.compared import FigureWarning
from tracker.review.comparing import likely_repeats, warnings_of
from tracker.review.discarding import discard
from tracker.review.disputing import dispute, settle
from tracker.review.entering import enter, publish
from tracker.review.errors import AlreadyDecided, NotAllowed, Refused, StaleWrite, Unconfirmed, Warned
from tracker.review.holding import hold, let_go, take_over
from tracker.review.merging import confirm, merge_place, merge_source
from tracker.review.overriding import not_a_repeat, override
from tracker.review.proposals import accept, reject, undo, waiting
from tracker.review.retracting import propose_retraction
from tracker.review.revising import mark_repeat, revise
from tracker.review.revisions import apply_revision, decline_revision
from tracker.review.states import Act, may
from tracker.review.together import accept_together, publish_together
from tracker.review.verifying import send_back, verify

__all__ = [
    "Act",
    "AlreadyDecided",
    "FigureWarning",
    "NotAllowed",
    "Refused",
    "StaleWrite",
    "Unconfirmed",
    "Warned",
    "accept",
    "accept_together",
    "apply_revision",
    "confirm",
    "decline_revision",
    "discard",
    "dispute",
    "enter",
    "hold",
    "let_go",
    "likely_repeats",
    "mark_repeat",
    "may",
    "merge_place",
    "merge_source",
    "not_a_repeat",
    "override",
    "propose_retraction",
    "publish",
    "publish_together",
    "reject",
    "revise",
    "send_back",
    "settle",
    "take_over",
    "undo",
    "verify",
    "waiting",
    "warnings_of",
]
