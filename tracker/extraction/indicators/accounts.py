"""People who are only asked, heard or shown: "accounts by 20 people who fled", "a video of a priest taken hostage"."""

from typing import Final

from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.sentences.draft import Draft

_TELLING: Final = word_set("""
    account accounts testimony testimonies interview interviews statement statements according spoke speaking talked talking
""")
_ASKING: Final = word_set("interviewed interviewing interviews questioned surveyed quoted quoting")
_BY: Final = word_set("by from with to")
_SHOWING: Final = word_set("""
    video videos photo photos photograph photographs picture pictures image images footage recording portrait portraits
    story stories
""")


def is_account(draft: Draft, number: int) -> bool:
    """Whether the people behind a number are sources, or one person is shown in a picture."""
    left = draft.left(number)
    word, before = draft.sentence.word(left), draft.sentence.word(left - 1)
    if word in _ASKING or (word in _BY and before in _TELLING):
        return True
    return word == "of" and before in _SHOWING and draft.amounts[number].singular
