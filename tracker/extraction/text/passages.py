"""Where pasted words stand in a text: as they are, or but for typesetting; and which passage comes nearest to them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

MIN_LIKENESS: Final = 0.6
"""How alike a passage has to be to be offered, as difflib's ratio; below it, a wrong sentence is likelier than a slip."""
COMPARED: Final = 12
"""How many passages are compared letter by letter, those that share most words first."""

_ALIKE: Final = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": ".",
    }
)
_BLANK_LINE: Final = re.compile(r"\n\s*\n")
_DROPPED: Final = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_ABBREVIATED: Final = re.compile(
    r"(?:^|[\s(])(?:[A-Z]|(?:[A-Za-z]\.)+[A-Za-z]|Mrs?|Ms|Dr|St|Gen|Col|Lt|Capt|Sgt|Prof|Nos?|vs|approx|ca?|incl|est|Brig|Maj|Rev|Gov|Sen|Rep|Jr|Sr)\.$"
)
_MONTH: Final = re.compile(r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$")
_FOOTNOTES: Final = r"(?:\[\w{1,3}\]|(?<=[^\W\d_]{3}\.)\d{1,2})*"
_SENTENCE_END: Final = (
    rf"[.!?…][\"'”’»)\]]*{_FOOTNOTES}\s+(?=[\"'“‘«(\[]*[^\W_a-z])"
    r"|\n\s*\n|\n(?=[ \t]*[•▪●◦‣·*–-][ \t])"
)
_END: Final = re.compile(_SENTENCE_END)
_END_OR_LINE: Final = re.compile(_SENTENCE_END + r"|\n(?=\W*[^\W_a-z])")
_HEADING: Final = re.compile(r"(?:^|\n)[ \t]*(?=[^\n]*[A-Z]{4})[^\na-z]{4,60}[ \t]*\Z")
"""A line in capitals: a heading, which ends at its line whatever the text is broken at."""
_LONGEST_HEADING: Final = 80
_WRAPPED: Final = 200
"""A text with a longer line is not broken at a margin: its lines are headings, list items and paragraphs."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the text, in code points, `end` behind its last one."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words that stand there."""
        return text[self.start : self.end]


def find(text: str, words: str) -> list[Span]:
    """Return where the words stand: as they are, or else whatever the quotation marks, dashes, spaces and line breaks."""
    if not words.strip():
        return []
    exact = [Span(m.start(), m.end()) for m in re.finditer(re.escape(words), text)]
    if exact:
        return exact
    folded, places = _folded(text)
    wanted = _folded(words)[0].strip()
    return [Span(places[m.start()], places[m.end() - 1] + 1) for m in re.finditer(re.escape(wanted), folded) if wanted]


def find_words(text: str, words: str) -> list[Span]:
    """Return where the words stand as words of their own, in capitals or not: 1 is not found in 12."""
    folded, places = _folded(text.lower()) if len(text.lower()) == len(text) else _folded(text)
    wanted = _folded(words.lower())[0].strip()
    if not wanted:
        return []
    return [
        Span(places[m.start()], places[m.end() - 1] + 1) for m in re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", folded)
    ]


def nearest(text: str, words: str) -> Span | None:
    """Return the sentence, or two or three in a row, that is most like the words; null where none is like them."""
    wanted = _folded(words)[0].strip().lower()
    own = set(re.findall(r"\w+", wanted))
    if not own:
        return None
    windows = sorted(_windows(text), key=lambda span: -_shared(own, span.of(text)))[:COMPARED]
    likeness = {
        span: SequenceMatcher(None, wanted, _folded(span.of(text))[0].lower(), autojunk=False).ratio() for span in windows
    }
    best = max(likeness, key=lambda span: likeness[span], default=None)
    return best if best is not None and likeness[best] >= MIN_LIKENESS else None


def sentence_around(text: str, span: Span) -> Span:
    """Return the whole sentence that the words stand in; the words themselves where they reach over several."""
    return next((s for s in sentences(text) if s.start <= span.start and span.end <= s.end), span)


def sentences(text: str) -> list[Span]:
    """Return the text's sentences, without the space around them. An approximation: "U.N." and the like do not end one.

    A line break ends one before a bullet, and in a text that is not broken at a margin.
    """
    cuts, found = [0], []
    unwrapped = any(len(line) > _WRAPPED for line in text.split("\n"))
    for match in _END_OR_LINE.finditer(text):
        if not unwrapped and _is_wrapped(text, match):
            continue
        before = text[max(0, match.start() - 12) : match.start() + 1]
        dated = text[match.end() : match.end() + 1].isdigit() and _MONTH.search(before)  # "Feb. 24"
        if match[0].strip() and not _BLANK_LINE.search(match[0]) and (dated or _ABBREVIATED.search(before)):
            continue
        cuts.append(match.end())
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        words = text[start:end]
        if words.strip():
            found.append(Span(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())))
    return found


def _is_wrapped(text: str, end: re.Match[str]) -> bool:
    """Tell whether a line breaks only at the margin: not behind a heading in capitals, nor before a bullet."""
    if end[0] != "\n" or _END.match(text, end.start()):
        return False
    return _HEADING.search(text, max(0, end.start() - _LONGEST_HEADING), end.start()) is None


def _windows(text: str) -> Iterator[Span]:
    found = sentences(text)
    for i, first in enumerate(found):
        for last in found[i : i + 3]:
            yield Span(first.start, last.end)


def _shared(own: set[str], passage: str) -> float:
    """Return the share of words that both have, of all that either has."""
    other = set(re.findall(r"\w+", passage.lower()))
    return len(own & other) / len(own | other)


def _folded(text: str) -> tuple[str, list[int]]:
    """Return the text with plain quotation marks, dashes and single spaces, and where each of its characters stood."""
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text.translate(_ALIKE)):
        if character in _DROPPED or (character.isspace() and characters[-1:] == [" "]):
            continue
        characters.append(" " if character.isspace() else character)
        places.append(place)
    return "".join(characters), places
