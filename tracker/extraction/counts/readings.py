"""The figures of one sentence: first those that a verb or noun governs, then their parts and their neighbours."""

from tracker.extraction.counts.breakdowns import set_breakdowns
from tracker.extraction.counts.neighbours import go_on
from tracker.extraction.counts.parts import parts_among, take_part
from tracker.extraction.counts.wholes import set_wholes_apart
from tracker.extraction.indicators.governing import govern
from tracker.extraction.sentences.draft import Reading, draft_of
from tracker.extraction.sentences.phrases import Kind
from tracker.extraction.sentences.surroundings import Surroundings
from tracker.extraction.sentences.tokens import Sentence


def readings_of(sentence: Sentence, surroundings: Surroundings) -> list[Reading]:
    """Return the figures of a sentence, in order."""
    draft = draft_of(sentence, surroundings)
    set_wholes_apart(draft)
    numbers = [i for i in draft.amounts if i not in draft.excluded and draft.phrases[i].kind != Kind.THINGS]
    draft.parts = parts_among(draft, numbers)
    for number in numbers:
        if number not in draft.parts:
            govern(draft, number)
    set_breakdowns(draft, numbers)
    for number in numbers:
        if number in draft.parts and number not in draft.found:
            take_part(draft, number)
        elif number not in draft.found:
            go_on(draft, number)
    return [draft.found[i] for i in sorted(draft.found)]
