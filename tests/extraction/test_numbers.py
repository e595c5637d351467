"""Numbers as they are printed: each row is a way of saying one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.extraction.numbers import NumberError, PrintedNumber, read_number
from tracker.extraction.numbers.words import SCALES, TENS, UNITS, numbers_in, plain
from tracker.ranges import Range
from tracker.vocabulary import Quantifier

Q = Quantifier
OPEN = (None, None, None)


def printed(
    quantifier: Quantifier, reported: int | None, values: tuple[int | None, ...], top: int | None = None
) -> PrintedNumber:
    return PrintedNumber(quantifier, reported, top, Range(*values))


def exact(n: int) -> PrintedNumber:
    return printed(Q.EXACT, n, (n, n, n))


def vague(low: int | None) -> PrintedNumber:
    return printed(Q.VAGUE, None, (low, None, None))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("46", exact(46)),
        ("46-truck", exact(46)),
        ("46 trucks", exact(46)),
        ("a total of 46", exact(46)),
        ("only 46", exact(46)),
        ("another 20", exact(20)),
        ("forty-six", exact(46)),
        ("Seventy-nine", exact(79)),
        ("1,220", exact(1220)),
        ("1.220", exact(1220)),
        ("300 000", exact(300_000)),
        ("300\u202f000", exact(300_000)),
        ("280000", exact(280_000)),
        ("2.5 million", exact(2_500_000)),
        ("1.2m", exact(1_200_000)),
        ("40k", exact(40_000)),
        ("half a million", exact(500_000)),
        ("half a dozen", exact(6)),
        ("one and a half million", exact(1_500_000)),
        ("a million and a half", exact(1_500_000)),
        ("two hundred and fifty thousand", exact(250_000)),
        ("a hundred and twenty", exact(120)),
        ("twelve hundred", exact(1200)),
        ("two dozen", exact(24)),
        ("none", exact(0)),
        ("no one", exact(0)),
        ("no trucks", exact(0)),
        ("not a single truck", exact(0)),
        ("some 9,300", printed(Q.APPROXIMATELY, 9300, (None, 9300, None))),
        ("about a million", printed(Q.APPROXIMATELY, 1_000_000, (None, 1_000_000, None))),
        ("an estimated 100", printed(Q.APPROXIMATELY, 100, (None, 100, None))),
        ("40 or so", printed(Q.APPROXIMATELY, 40, (None, 40, None))),
        ("~50", printed(Q.APPROXIMATELY, 50, (None, 50, None))),
        ("nearly 600", printed(Q.APPROXIMATELY, 600, (None, 600, 600))),
        ("almost all of its 600", printed(Q.APPROXIMATELY, 600, (None, 600, 600))),
        ("nearing 600", printed(Q.APPROXIMATELY, 600, (None, 600, 600))),
        ("Almost two dozen", printed(Q.APPROXIMATELY, 24, (None, 24, 24))),
        ("just under 300", printed(Q.APPROXIMATELY, 300, (None, 300, 300))),
        ("nearly a hundred", printed(Q.APPROXIMATELY, 100, (None, 100, 100))),
        ("at least two hundred", printed(Q.AT_LEAST, 200, (200, 200, None))),
        ("At least 40 people", printed(Q.AT_LEAST, 40, (40, 40, None))),
        ("no fewer than 12", printed(Q.AT_LEAST, 12, (12, 12, None))),
        ("40 or more", printed(Q.AT_LEAST, 40, (40, 40, None))),
        ("at least another 20", printed(Q.AT_LEAST, 20, (20, 20, None))),
        ("More than 1,220", printed(Q.MORE_THAN, 1220, (1220, 1220, None))),
        ("well over 2,000", printed(Q.MORE_THAN, 2000, (2000, 2000, None))),
        ("more than a dozen", printed(Q.MORE_THAN, 12, (12, 12, None))),
        ("200-plus", printed(Q.MORE_THAN, 200, (200, 200, None))),
        ("an estimated more than 300", printed(Q.MORE_THAN, 300, (300, 300, None))),
        ("up to 20,000", printed(Q.UP_TO, 20_000, (None, None, 20_000))),
        ("as many as 50", printed(Q.UP_TO, 50, (None, None, 50))),
        ("no more than 12", printed(Q.UP_TO, 12, (None, None, 12))),
        ("fewer than 10", printed(Q.LESS_THAN, 10, (None, None, 10))),
        ("30 to 40", printed(Q.BETWEEN, 30, (30, None, 40), 40)),
        ("between 400 and 500", printed(Q.BETWEEN, 400, (400, None, 500), 500)),
        ("400–500 people", printed(Q.BETWEEN, 400, (400, None, 500), 500)),
        ("two or three", printed(Q.BETWEEN, 2, (2, None, 3), 3)),
        ("2 to 3 million", printed(Q.BETWEEN, 2_000_000, (2_000_000, None, 3_000_000), 3_000_000)),
        ("dozens", vague(24)),
        ("several hundred", vague(300)),
        ("tens of thousands", vague(20_000)),
        ("a dozen", vague(12)),
        ("a hundred", vague(100)),
        ("many", vague(None)),
        ("a couple of dozen", vague(None)),
        ("only a handful", vague(None)),
        ("just a few", vague(None)),
        ("a mere dozen", vague(None)),
        ("up to hundreds", vague(None)),
    ],
)
def test_what_the_words_say(words: str, expected: PrintedNumber) -> None:
    assert read_number(words) == expected


SHARE = "This is a share of another number: write the calculation, as in “1/5 × 1,220”, and give best yourself."
SEVERAL = "Several numbers stand here: copy only the one that this figure counts."


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("a fifth of them", SHARE),
        ("30%", SHARE),
        ("more than half of Syria's pre-war population of 20 million", SHARE),
        ("one-third of 300", SHARE),
        ("40 and 12", SEVERAL),
        ("killed 40 and wounded 12", SEVERAL),
        ("20–30,000", "The lower number may be 20 or 20,000: choose the qualifier, and give both numbers."),
        ("between 30 and 20", "The upper number 20 is below the lower number 30: copy them as they are printed."),
        ("2.5", "2.5 is not a whole number: copy its “thousand” or “million” too."),
        ("the 5th", "No number can be read in “the 5th”: choose the qualifier, and give the printed number yourself."),
        ("people ", "No number can be read in “people”: choose the qualifier, and give the printed number yourself."),
    ],
)
def test_what_cannot_be_read_says_why(words: str, message: str) -> None:
    with pytest.raises(NumberError) as refused:
        read_number(words)
    assert str(refused.value) == message


def spelled(n: int) -> str:
    """Spell a number below a thousand million, as books do."""
    for name, scale in sorted(SCALES.items(), key=lambda item: -item[1]):
        if n >= scale:
            return f"{spelled(n // scale)} {name}" + _rest(n % scale)
    if n >= 100:
        return f"{spelled(n // 100)} hundred" + _rest(n % 100)
    word = {value: name for name, value in (UNITS | TENS).items()}
    return word[n] if n in word else f"{word[n // 10 * 10]}-{word[n % 10]}"


def _rest(n: int) -> str:
    if not n:
        return ""
    return f" and {spelled(n)}" if n < 100 else f" {spelled(n)}"


@given(st.integers(1, 10**9 - 1))
def test_every_spelled_number_is_read_as_one(n: int) -> None:
    assert [int(number.value) for number in numbers_in(plain(spelled(n)))] == [n]


@given(st.integers(0, 10**12))
def test_every_number_is_read_however_its_thousands_are_parted(n: int) -> None:
    for parted in (str(n), f"{n:,}", f"{n:,}".replace(",", " "), f"{n:,}".replace(",", "\u00a0")):
        assert read_number(parted) == exact(n)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_in_words(words: str) -> None:
    try:
        read = read_number(words)
    except NumberError:
        return
    sides = [n for n in (read.range.low, read.range.best, read.range.high) if n is not None]
    assert sides == sorted(sides)
    assert read.range.best is None or read.reported is not None
