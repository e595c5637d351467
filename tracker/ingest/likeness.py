"""How much of one text stands in another, in runs of five words: a story that papers took over from an agency shares most.

Runs of words (shingles) rather than sentences, as papers cut and re-set a story; the share of the shorter text rather than
of both, as one paper prints the first half of what another prints whole.
"""

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

RUN: Final = 5
"""Words in a run. Two texts on one event share names and numbers, but few runs of five words."""
WINDOW: Final = 8
"""Of so many runs one after the other, one at least is in the fingerprint: twelve words in common are always found."""
MOST_WORDS: Final = 20_000
"""How much of a text is compared, from its start: a report of 60 pages."""

_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True)
class Words:
    """The first words of a text and where they stand, whatever stands between them, in capitals or not."""

    text: str

    @cached_property
    def places(self) -> list[tuple[int, int]]:
        """Start and end of each word, in code points of the text."""
        found = []
        for match in _WORD.finditer(self.text):
            found.append(match.span())
            if len(found) == MOST_WORDS:
                break
        return found

    @cached_property
    def runs(self) -> list[int]:
        """A number for each run of words, from the first word on; nothing for a text of fewer words."""
        words = [self.text[start:end].casefold() for start, end in self.places]
        return [_hash(" ".join(words[i : i + RUN])) for i in range(len(words) - RUN + 1)]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text: whether it stands in the other text too."""

    text: str
    shared: bool


def fingerprint(text: str) -> list[int]:
    """Return the smallest run of every window (winnowing: Schleimer, Wilkerson and Aiken, 2003), each once, ascending."""
    runs = Words(text).runs
    if len(runs) <= WINDOW:
        return sorted(set(runs))
    return sorted({min(runs[i : i + WINDOW]) for i in range(len(runs) - WINDOW + 1)})


def share(one: Words, other: Words) -> float:
    """Return which share of the shorter text's runs stands in the other, from 0 to 1; 0 where one has no run."""
    a, b = set(one.runs), set(other.runs)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def stretches(one: Words, other: Words) -> list[Stretch]:
    """Return the compared part of one text, parted by whether it stands in the other."""
    if not one.places:
        return [Stretch(one.text, shared=False)] if one.text else []
    wanted = set(other.runs)
    covered = bytearray(len(one.places))
    for i, run in enumerate(one.runs):
        if run in wanted:
            covered[i : i + RUN] = b"\1" * RUN
    starts = [i for i in range(len(covered)) if i == 0 or covered[i] != covered[i - 1]]
    end = len(one.text) if len(one.places) < MOST_WORDS else one.places[-1][1]
    cuts = [0, *(one.places[i][0] for i in starts[1:]), end]
    return [Stretch(one.text[a:b], shared=bool(covered[i])) for i, (a, b) in zip(starts, pairwise(cuts), strict=True)]


def _hash(words: str) -> int:
    return int.from_bytes(hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest(), signed=True)
