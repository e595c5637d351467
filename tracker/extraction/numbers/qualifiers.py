"""The words beside a number that qualify it ("at least", "or more"): what they make of it, and where they stand."""

import re
from typing import Final

from tracker.vocabulary import Quantifier

NEARLY: Final = r"nearly|almost|close to|just under|not quite|approaching|nearing"
_OVER: Final = r"(?<!handed )(?<!turned )(?<!handing )(?<!hand )(?<!turning )over"
"""What "handed over 36 prisoners" does not mean."""
_BEFORE: Final[list[tuple[Quantifier, str]]] = [
    (
        Quantifier.UP_TO,
        r"up to|as many as|as much as|as high as|no more than|not more than|at most|(?:a )?maximum(?: of)?",
    ),
    (
        Quantifier.AT_LEAST,
        r"at least|at the very least|no fewer than|no less than|not less than|not fewer than|(?:a )?minimum(?: of)?",
    ),
    (
        Quantifier.MORE_THAN,
        rf"more than|greater than|higher than|{_OVER}|above|upwards? of|in excess of|exceeding|surpassing|topping|north of",
    ),
    (Quantifier.APPROXIMATELY, NEARLY),
    (Quantifier.LESS_THAN, r"fewer than|less than|lower than|under|below"),
    (
        Quantifier.APPROXIMATELY,
        r"about|around|some|approximately|approx\.?|roughly|circa|ca?\.|~|(?:an )?estimated|in the (?:region|order) of"
        r"|perhaps|(?:an )?average of",
    ),
]
"""The words before a number, the first that fits: "no more than" before "more than", "just under" before "under"."""
_BEHIND: Final[list[tuple[Quantifier, str]]] = [
    (Quantifier.APPROXIMATELY, r"or so\b|-odd\b|or thereabouts|give or take|approximately"),
    (Quantifier.AT_LEAST, r"or more\b|at least\b(?! \w+ (?:of|were))|at a minimum"),
    (Quantifier.UP_TO, r"or (?:fewer|less)\b|at most|at the most"),
    (Quantifier.MORE_THAN, r"\+|-?plus\b|and counting"),
]
_LEFT_OUT: Final = re.compile(
    r"\b(?:a total of|all of (?:the|its|their|his)|the|all|only|just|merely|mere|another|further|a further|other|additional"
    r"|well|far|an?) ?$"
)
_QUALIFIED: Final = [(quantifier, re.compile(rf"(?:^|(?<=\W))(?:{words})$")) for quantifier, words in _BEFORE]
_FOLLOWED: Final = [(quantifier, re.compile(rf" ?(?:{words})")) for quantifier, words in _BEHIND]
_PLAYED_DOWN: Final = re.compile(r"(?:^|(?<=\W))(?:only|just|merely|a mere)(?: an?)? $")
_REACH: Final = 60
"""How many code points before a number are searched: no row of qualifiers is longer."""


def qualifier(before: str, behind: str) -> Quantifier | None:
    """Return what the words beside a number make of it; the nearest word before it decides, "about" last."""
    found = None
    for quantifier, _ in _qualifiers(before):
        if found in {None, Quantifier.APPROXIMATELY}:
            found = quantifier
    if found is not None:
        return found
    return next((q for q, words in _FOLLOWED if words.match(behind)), None)


def begin(line: str, start: int) -> int:
    """Return where the qualifying words before a number begin, in a line of lower case; `start` where there are none."""
    floor = max(0, start - _REACH)
    before = line[floor:start]
    found = _qualifiers(before)
    if found:
        return floor + found[-1][1]
    played_down = _PLAYED_DOWN.search(before)
    return floor + played_down.start() if played_down else start


def finish(line: str, end: int) -> int:
    """Return where the qualifying words behind a number end; `end` where there are none."""
    behind = line[end : end + _REACH]
    match = next((m for _, words in _FOLLOWED if (m := words.match(behind))), None)
    return end + match.end() if match else end


def _qualifiers(before: str) -> list[tuple[Quantifier, int]]:
    """Return the qualifiers before a number, the nearest first, and where each begins."""
    before = before.rstrip()
    found: list[tuple[Quantifier, int]] = []
    while True:
        before = _LEFT_OUT.sub("", before + " ").rstrip()
        match = next(((q, m) for q, words in _QUALIFIED if (m := words.search(before))), None)
        if match is None:
            return found
        found.append((match[0], match[1].start()))
        before = before[: match[1].start()].rstrip()
