"""Whole numbers in digits or spelled out, found in a line of text: "1,220", "300 000", "two and a half million"."""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

_UNITS = """
one two three four five six seven eight nine ten
eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
UNITS: Final[dict[str, int]] = {word: value for value, word in enumerate(_UNITS.split(), start=1)}
TENS: Final[dict[str, int]] = {word: 10 * value for value, word in enumerate(_TENS.split(), start=2)}
SMALL_SCALES: Final[dict[str, int]] = {"dozen": 12, "hundred": 100}
SCALES: Final[dict[str, int]] = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
SHORT_SCALES: Final[dict[str, str]] = {"k": "thousand", "m": "million", "mn": "million", "bn": "billion"}

_SPACES: Final = re.compile(r"[\s\u00a0\u2007\u2009\u202f]+")
_PARTS_OF: Final[list[tuple[re.Pattern[str], str]]] = [
    (re.compile(r"(?<!and a )\bhalf[ -](?:an? )?(?=dozen|hundred|thousand|million|billion)"), "0.5 "),
    (re.compile(r"\bthree[ -]quarters of an? (?=thousand|million|billion)"), "0.75 "),
    (re.compile(r"\b(?:an?|one) quarter of an? (?=thousand|million|billion)"), "0.25 "),
]
_TOKEN: Final = re.compile(
    r"""
    (?P<grouped> \d{1,3} (?: ([,.' ]) \d{3} (?!\d) ) (?: \2 \d{3} (?!\d) )* (?! \w | [.,]\d ) )
    | (?P<digits> \d+ (?: [.,] \d+ )? (?! \w | [.,]\d ) )
    | (?P<short> \d+ (?: [.,] \d+ )? ) (?P<scale> k | mn? | bn ) (?! \w )
    | (?P<word> [^\W\d]+ )
    | (?P<other> \w+ | [^\w\s] )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number found in a plain line: its value, where it stands there, and whether it is only a round word ("a dozen")."""

    value: Fraction
    start: int
    end: int
    round_word: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int
    digits: Fraction | None = None


def plain(text: str) -> str:
    """Return the line that numbers are read in: lower case, plain spaces, apostrophes and dashes, "half a" as 0.5."""
    line = _SPACES.sub(" ", text.lower()).strip()
    line = line.replace("’", "'").replace("—", "–").replace("‑", "-").replace("−", "-")
    for pattern, digits in _PARTS_OF:
        line = pattern.sub(digits, line)
    return line


def numbers_in(line: str) -> list[Number]:
    """Return the numbers of a plain line, in order."""
    tokens, found, at = _tokens(line), [], 0
    while at < len(tokens):
        reader = _Reader(tokens, at)
        number = reader.read()
        if number is not None:
            found.append(number)
        at = max(reader.at, at + 1)
    return found


def _tokens(line: str) -> list[_Token]:
    tokens = []
    for match in _TOKEN.finditer(line):
        start, end = match.span()
        if match["grouped"]:
            tokens.append(_Token("#", start, end, _grouped(match["grouped"], line[end:])))
        elif match["digits"] or match["short"]:
            digits = Fraction((match["digits"] or match["short"]).replace(",", "."))
            tokens.append(_Token("#", start, end, digits))
            if match["scale"]:
                tokens.append(_Token(SHORT_SCALES[match["scale"]], end, end))
        else:
            tokens.append(_Token(match[0], start, end))
    return tokens


def _grouped(digits: str, behind: str) -> Fraction:
    """Return "1.220" as 1220, but as 1.22 before "million"."""
    if re.fullmatch(r"\d+\.\d{3}", digits) and re.match(r" ?(thousand|million|billion)\b", behind):
        return Fraction(digits)
    return Fraction(re.sub(r"\D", "", digits))


class _Reader:
    """One number, read from a token on; `at` ends behind it."""

    def __init__(self, tokens: list[_Token], at: int) -> None:
        self.tokens, self.at, self.first = tokens, at, at
        self.total = Fraction(0)
        self.group: Fraction | None = None  # what stands before the next "thousand"
        self.scale = 0  # the last "thousand", "million"; 0 before any
        self.article = self.spelled = False

    def read(self) -> Number | None:
        if self._word(0) in {"a", "an"} and self._word(1) in {*SMALL_SCALES, *SCALES}:
            self.at, self.article = self.at + 1, True
        while self._step():
            pass
        if self.group is None and not self.scale:
            return None
        last = self.tokens[self.at - 1]
        value = self.total + (self.group or 0)
        round_word = not self.spelled and self.at - self.first == 1 + self.article
        return Number(value, self.tokens[self.first].start, last.end, round_word)

    def _word(self, ahead: int) -> str:
        at = self.at + ahead
        return self.tokens[at].text if at < len(self.tokens) else ""

    def _step(self) -> bool:
        """Take the next piece of the number; False where it ends."""
        word = self._word(0)
        if word == "#":
            return self._digits()
        if word in UNITS or word in TENS:
            return self._spelled(word)
        if word in SMALL_SCALES:
            return self._multiply(SMALL_SCALES[word])
        if word in SCALES:
            return self._raise_to(SCALES[word])
        if word in {"and", "-"}:
            return self._joined(word)
        return False

    def _digits(self) -> bool:
        if self.group is not None or (self.scale and self._word(1) not in SCALES):
            return False
        self.group, self.spelled = self.tokens[self.at].digits, True
        self.at += 1
        return True

    def _spelled(self, word: str) -> bool:
        value, room = UNITS.get(word) or TENS[word], self._room()
        if value >= room:
            return False
        self.group, self.spelled = (self.group or Fraction(0)) + value, True
        self.at += 1
        return True

    def _room(self) -> int:
        """Return the number that a spelled word has to stay below, to go on what was read."""
        if self.group is None:
            return 100 if not self.scale or self.scale > 1 else 0
        if self.group.denominator != 1 or self.tokens[self.at - 1].text == "#":
            return 0
        if self.group % 100 == 0:
            return 100
        return 10 if self.group % 10 == 0 and self.group % 100 > 10 else 0  # noqa: PLR2004 - twenty and up, not ten

    def _multiply(self, by: int) -> bool:
        if self.group is not None and self.group >= 100:  # noqa: PLR2004 - "two hundred hundred" is two numbers
            return False
        self.group = (Fraction(1) if self.group is None else self.group) * by
        self.at += 1
        return True

    def _raise_to(self, scale: int) -> bool:
        if self.scale and scale >= self.scale:
            return False
        self.total += (1 if self.group is None else self.group) * scale
        self.group, self.scale = None, scale
        self.at += 1
        return True

    def _joined(self, word: str) -> bool:
        """Take "and" or a hyphen where the number goes on behind it: "two hundred and fifty", "forty-six"."""
        if self.at == self.first + self.article or (self.group is None and not self.scale):
            return False
        if word == "and" and [self._word(1), self._word(2)] == ["a", "half"]:
            return self._and_a_half()
        following = self._word(1)
        value = UNITS.get(following) or TENS.get(following) or 0
        hundreds = self.group is None or (self.group % 100 == 0 and self.group > 0)
        if not value or value >= self._room() or (word == "and" and not hundreds):
            return self._scale_behind_hyphen(word, following)
        self.at += 1
        return self._spelled(following)

    def _scale_behind_hyphen(self, word: str, following: str) -> bool:
        """Take the hyphen of "two-hundred" and "2-million"."""
        if word != "-" or following not in {*SMALL_SCALES, *SCALES}:
            return False
        self.at += 1
        return True

    def _and_a_half(self) -> bool:
        """Take "and a half": of one before "million", of a million behind it."""
        half = Fraction(1, 2)
        if self.group is None:
            self.total += self.scale * half
        else:
            self.group += half
        self.at, self.spelled = self.at + 3, True
        return True
