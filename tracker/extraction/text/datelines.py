"""Where and when a report was written, before its first sentence: "BEIRUT, May 3 (AFP) —"."""

import re
from typing import Final

_AGENCY: Final = r"\([A-Z][\w/ .]{1,30}\)"
_DAY: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]* \d{1,2}"
_DATELINE: Final = re.compile(
    rf"^[^a-z—–(\n]{{2,40}}(?:, [\w '.-]{{2,24}}?)?(?: ?{_AGENCY})? ?[—–-]+ |^[A-Z][\w ,]{{2,40}} ?{_AGENCY}(?!:)"
    rf"|^[A-Z][\w ,]{{2,40}}, {_DAY} ?{_AGENCY}:"
    r"|^\([A-Z][\w ,.]{2,40}\) ?[—–-]+ "
)


def dateline_end(text: str) -> int:
    """Return where the dateline that a passage opens with ends; 0 where it has none."""
    match = _DATELINE.match(text)
    return match.end() if match is not None else 0
