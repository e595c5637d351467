"""The stylesheet's colours: readable against the page, in light and dark, and told apart by people who see few colours."""

import re
from itertools import combinations
from math import hypot

import pytest
from django.conf import settings

Triple = tuple[float, float, float]

CSS = (settings.BASE_DIR / "static" / "site.css").read_text(encoding="utf-8")
SERIES = [f"series-{number}" for number in range(1, 9)]

# Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB
SEEN: dict[str, tuple[Triple, Triple, Triple]] = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def tokens(scheme: str) -> dict[str, str]:
    """Return the colours of a scheme by name: the light ones, with the dark ones over them."""
    blocks = re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)
    named = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", block)) for block in blocks]
    return named[0] if scheme == "light" else named[0] | named[1]


def linear(colour: str) -> Triple:
    """Return a colour's light, as linear red, green and blue from 0 to 1."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    values = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values)
    return red, green, blue


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours as WCAG reckons it, from 1 to 21."""
    brightness = sorted(
        sum(w * v for w, v in zip((0.2126, 0.7152, 0.0722), linear(c), strict=True)) for c in (first, second)
    )
    return (brightness[1] + 0.05) / (brightness[0] + 0.05)


def lab(colour: str, eye: str) -> Triple:
    """Return a colour as an eye sees it, in Oklab, where equal distances look about equally different."""
    light = linear(colour)
    red, green, blue = (min(1.0, max(0.0, sum(w * v for w, v in zip(row, light, strict=True)))) for row in SEEN[eye])
    cones = (
        0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue,
        0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue,
        0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue,
    )
    a, b, c = (v ** (1 / 3) for v in cones)
    return (
        0.2104542553 * a + 0.7936177850 * b - 0.0040720468 * c,
        1.9779984951 * a - 2.4285922050 * b + 0.4505937099 * c,
        0.0259040371 * a + 0.7827717662 * b - 0.8086757660 * c,
    )


def apart(first: str, second: str, eye: str) -> float:
    """Return how far apart an eye sees two colours; 0.02 is hardly to be seen side by side."""
    return hypot(*(x - y for x, y in zip(lab(first, eye), lab(second, eye), strict=True)))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("over", "ground", "least"),
    [
        *((name, ground, 4.5) for name in ("ink", "quiet", "link") for ground in ("paper", "raised", "notice")),
        ("marked-ink", "marked", 4.5),
        ("paper", "link", 4.5),  # a button's words
        *((name, ground, 3) for name in ("edge", *SERIES) for ground in ("paper", "raised")),
    ],
)
def test_contrast(scheme: str, over: str, ground: str, least: float) -> None:
    colours = tokens(scheme)
    assert contrast(colours[over], colours[ground]) >= least


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("eye", SEEN)
def test_series_are_told_apart(scheme: str, eye: str) -> None:
    """The first four, which are nearly all that a chart has, by colour alone; the rest has its letters, too."""
    colours = tokens(scheme)
    found = {
        f"{first} {second}": round(apart(colours[first], colours[second], eye), 3)
        for first, second in combinations(SERIES, 2)
    }
    close = {pair: far for pair, far in found.items() if far < (0.1 if set(pair.split()) <= set(SERIES[:4]) else 0.05)}
    assert close == {}
