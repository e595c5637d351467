"""Whether a number counts within a period, since a start, or at a date."""

import re
from typing import Final

from tracker.extraction.dates.phrases import Kind, TimePhrase
from tracker.extraction.text.words import Passage
from tracker.vocabulary import Accumulation, Indicator

_COUNTED_SINCE: Final = re.compile(
    r"(?i)\b(?:so far|to date|in total|in all|altogether|total number|(?:death|casualty|overall) toll|the toll"
    r"|cumulative(?:ly)?|(?:bring|rais|tak)(?:e|es|s|ed|ing)? (?:the|its|their) (?:\w+ ){0,2}(?:total|toll|number))\b"
)
"""What says that a number counts from some start on, named or not."""
_STILL: Final = r"(?:are|is|being|remain|remains|remained|still|currently|now)(?: \w+){0,3}"
_STOCKS: Final = {
    Indicator.BESIEGED: re.compile(r""),
    Indicator.DISPLACED: re.compile(
        r"(?i)\b(?:displaced (?:people|persons|families|civilians|households|population)|idps?|refugees|sheltering|currently"
        rf"|{_STILL} (?:displaced|displacement)|living|remain|hosts?|hosting|housing|shelters?)\b"
    ),
    Indicator.DETAINED: re.compile(
        rf"(?i)\b(?:{_STILL} (?:held|detained|imprisoned|jailed|captive|behind bars|custody)|holds?|holding"
        r"|prisoners|detainees)\b"
    ),
    Indicator.MISSING: re.compile(rf"(?i)\b{_STILL} (?:missing|unaccounted)\b"),
}
"""What says that people are still counted so: besieged people always are."""


def accumulation_of(passage: Passage, indicator: Indicator, phrase: TimePhrase | None) -> Accumulation:
    """Return what the number counts, by the words around it and the phrase of time that it belongs to."""
    stock = _STOCKS.get(indicator)
    if stock is not None and stock.search(passage.text):
        return Accumulation.STOCK
    kind = phrase.kind if phrase is not None else None
    if kind in {Kind.SINCE, Kind.SO_FAR, Kind.BY} or _COUNTED_SINCE.search(passage.text):
        return Accumulation.CUMULATIVE
    return Accumulation.INCREMENT if phrase is not None else Accumulation.UNCLEAR
