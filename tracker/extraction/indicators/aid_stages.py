"""How far aid had come when it was counted, by the words of its sentence."""

import re
from typing import Final

from tracker.extraction.sentences.tokens import Sentence
from tracker.vocabulary import CountStage

_STAGES: Final[list[tuple[CountStage, re.Pattern[str]]]] = [
    (CountStage.TURNED_BACK, re.compile(r"\b(?:turned (?:back|away)|denied|refused|rejected|blocked|barred|prevented)\b")),
    (CountStage.DISTRIBUTED, re.compile(r"\b(?:distribut\w+|handed out|received|receiving|benefit\w*)\b")),
    (CountStage.DELIVERED, re.compile(r"\b(?:deliver(?:ed|s|ing)|reached|unloaded|offloaded|provided|fed|gave|supplied)\b")),
    (CountStage.ENTERED, re.compile(r"\b(?:enter(?:ed|s|ing)|arriv(?:ed|es|ing)|crossed|allowed in|went in|into)\b")),
]
"""The stages from the last to the first but one: a sentence that says "delivered" may say "entered", too."""


def stage_of(sentence: Sentence) -> CountStage:
    """Return the last stage that a sentence names; carried where it names none. Plans are no figures, so never planned."""
    line = " ".join(sentence.words)
    return next((stage for stage, words in _STAGES if words.search(line)), CountStage.CARRIED)
