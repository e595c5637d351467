"""The numbers of a sentence with the words that qualify them: "at least 25", "dozens", "30 to 40", "a fifth of"."""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from tracker.extraction.numbers import qualifiers
from tracker.extraction.numbers.printed import NumberError, PrintedNumber, read_number
from tracker.extraction.numbers.words import SCALES, SMALL_SCALES, UNITS, Number, numbers_in
from tracker.ranges import VAGUE_WORDS, Range
from tracker.vocabulary import Quantifier

MAX_COUNT: Final = 2_000_000_000
"""No figure is larger: the database's whole numbers end there, and so do peoples."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of a sentence. `start` to `end` has its qualifying words, `core` begins the number itself.

    `share` is set for a share of another number; then `printed` says what qualifies the share, and is not a number.
    `article` is set where only "a" or "an" says that it was one.
    """

    start: int
    core: int
    end: int
    printed: PrintedNumber
    share: Fraction | None = None
    article: bool = False

    @property
    def singular(self) -> bool:
        """Whether one is counted, so that its noun stands in the singular."""
        return self.printed.reported == 1 and self.printed.reported_max is None


_FOLD: Final = str.maketrans(
    {
        **dict.fromkeys("’‘`´", "'"),
        **dict.fromkeys("‐‑−", "-"),
        **dict.fromkeys("\u00a0\u2007\u2009\u202f\t\n\r", " "),
        "—": "–",
    }
)
_VAGUE: Final = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(sorted(VAGUE_WORDS, key=len, reverse=True))
    + r"|a handful|handful|no(?= (?:\w+ ){0,2}(?:trucks|lorries)))(?![\w-])"
)
_HALF: Final = re.compile(r"(?<!and a )(?:half|three[ -]quarters of|an? quarter of)[ -](?:an? )?$")
_RANGE_SIGN: Final = re.compile(r" ?(?:-|–|to|or) ?(?:as many as |up to |perhaps |even )?")
_AND: Final = re.compile(r" and (?:about |up to )?")
_BETWEEN: Final = re.compile(r"\b(?:(?:any|some)where )?between (?:about |an estimated )?$")
_MONTH: Final = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.? $")
_FROM: Final = re.compile(r"\bfrom (?:about |some |at least |more than |nearly |an estimated )?$")
_PARTS: Final = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "tenth": 10}
_SHARE: Final = re.compile(
    r"(?<![\w-])(?:(?P<half>half)(?= of\b| the\b| (?:their|its|his)\b)"
    r"|(?P<many>an?|one|two|three|four|five|seven|nine)[ -](?P<part>third|quarter|fifth|sixth|seventh|eighth|tenth)s?"
    r"(?= of\b(?! an? (?:dozen|hundred|thousand|million|billion)\b))"
    r"|(?P<percent>\d{1,3}(?:\.\d+)?) ?(?:%|per ?cent\b|percent\b)(?= of\b))"
)


def folded(text: str) -> str:
    """Return the text in lower case with plain spaces, hyphens and apostrophes, as long as it was."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lower.translate(_FOLD)


def amounts_in(line: str) -> list[Amount]:
    """Return the numbers of a folded line, in order, without those that are part of a name or not whole."""
    shares = _shares(line)
    vague = [m.span() for m in _VAGUE.finditer(line)]
    taken = sorted([(s.core, s.end) for s in shares] + vague)
    numbers = _outside([_with_half(line, n) for n in numbers_in(line) if not _is_glued(line, n)], taken)
    spans = [*_ranges(line, numbers), *_outside_spans(vague, [(s.core, s.end) for s in shares])]
    found = [amount for span in spans if (amount := _read(line, *span)) is not None]
    return _apart(sorted([*found, *shares], key=lambda amount: amount.core))


def _is_glued(line: str, number: Number) -> bool:
    """Whether the number is part of a word or a name, as in "M4", "Su-24", "COVID-19", "9/11"."""
    before, behind = line[max(0, number.start - 2) : number.start], line[number.end : number.end + 2]
    if before[-1:].isalnum() or before[-1:] in {"_", "/", "#", "@"} or behind[:1] in {"/", "_"}:
        return True
    if before[-1:] in {".", ",", ":"} and before[:1].isdigit():
        return True
    if before[-1:] in {"-", "."} and before[:1].isalpha():
        return True  # ".14" behind a word is the mark of a footnote
    return behind[:1] == ":" and behind[1:].isdigit()


def _with_half(line: str, number: Number) -> Number:
    """Return "half a million" as what it is, where the reader saw the million."""
    word = line[number.start : number.end].removeprefix("a ").removeprefix("an ")
    match = _HALF.search(line[max(0, number.start - 30) : number.start])
    if word not in {**SMALL_SCALES, **SCALES} or match is None:
        return number
    part = Fraction(1, 2) if match[0].startswith("half") else Fraction(3 if match[0].startswith("three") else 1, 4)
    start = number.start - (min(30, number.start) - match.start())
    return Number(number.value * part, start, number.end)


def _outside(numbers: list[Number], taken: list[tuple[int, int]]) -> list[Number]:
    kept = {(n.start, n.end): n for n in numbers}
    return [kept[span] for span in _outside_spans(list(kept), taken)]


def _outside_spans(spans: list[tuple[int, int]], taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans that touch none of those taken; both are in order."""
    kept, at = [], 0
    for start, end in spans:
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        if at == len(taken) or taken[at][0] >= end:
            kept.append((start, end))
    return kept


def _ranges(line: str, numbers: list[Number]) -> list[tuple[int, int]]:
    """Return the spans of the numbers, two of them as one where they are the ends of a range."""
    spans, at = [], 0
    while at < len(numbers):
        first = numbers[at]
        second = numbers[at + 1] if at + 1 < len(numbers) else None
        if second is not None and _is_range(line, first, second):
            spans.append((first.start, second.end))
            at += 1
        else:
            spans.append((first.start, first.end))
        at += 1
    return spans


def _is_range(line: str, first: Number, second: Number) -> bool:
    sign = line[first.end : second.start]
    before = line[max(0, first.start - 30) : first.start]
    if _MONTH.search(before):
        return False
    if _AND.fullmatch(sign):
        return _BETWEEN.search(before) is not None
    if not _RANGE_SIGN.fullmatch(sign) or second.value <= first.value:
        scaled = line[second.start : second.end].rsplit(" ", 1)[-1] in SCALES
        return bool(_RANGE_SIGN.fullmatch(sign)) and scaled and first.value < second.value
    return not (sign.strip().startswith("to") and _FROM.search(before))


def _read(line: str, core: int, end: int) -> Amount | None:
    start, finish = qualifiers.begin(line, core), qualifiers.finish(line, end)
    between = _BETWEEN.search(line[max(0, core - 30) : core])
    if between:
        start = core - (between.end() - between.start())
    try:
        printed = read_number(line[start:finish])
    except NumberError:
        return None
    if max(printed.reported or 0, printed.reported_max or 0) > MAX_COUNT:
        return None
    return Amount(start, core, finish, printed)


def _shares(line: str) -> list[Amount]:
    found = []
    for match in _SHARE.finditer(line):
        if match["half"]:
            share = Fraction(1, 2)
        elif match["part"]:
            share = Fraction(UNITS.get(match["many"], 1), _PARTS[match["part"]])
        else:
            share = Fraction(match["percent"]) / 100
        if 0 < share < 1:
            start = qualifiers.begin(line, match.start())
            quantifier = qualifiers.qualifier(line[start : match.start()], "") or Quantifier.APPROXIMATELY
            printed = PrintedNumber(quantifier, None, None, Range(None, None, None))
            found.append(Amount(start, match.start(), match.end(), printed, share))
    return found


def _apart(amounts: list[Amount]) -> list[Amount]:
    """Return the amounts that do not overlap, the first of two that do."""
    kept: list[Amount] = []
    for amount in amounts:
        if not kept or amount.core >= kept[-1].end:
            start = max(amount.start, kept[-1].end) if kept else amount.start
            kept.append(
                amount
                if start == amount.start
                else Amount(amount.core, amount.core, amount.end, amount.printed, amount.share)
            )
    return kept
