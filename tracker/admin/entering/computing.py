"""The six columns of a figure's number: computed from its words, where a curator did not give them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from tracker.extraction.numbers import NumberError, PrintedNumber, read_number
from tracker.ranges import RangeError, range_of_words
from tracker.vocabulary import Quantifier
from tracker.wording import range_in_words

PRINTED: Final = ("quantifier", "reported", "reported_max")
RANGE: Final = ("low", "best", "high")
NUMBERS: Final = (*PRINTED, *RANGE)


@dataclass(frozen=True, slots=True)
class Settled:
    """A figure's number: its columns, what is wrong by field, and what the words say where the columns say otherwise."""

    values: dict[str, Any] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    words_say: str = ""


def settle(words: str, given: Mapping[str, Any], *, calculation: str) -> Settled:
    """Fill in what was not given, by the words and then by the table of `tracker.ranges`.

    A number that is calculated keeps the range as given. Nothing is filled in where the words cannot be read.
    """
    try:
        read, why = read_number(words), ""
    except NumberError as error:
        read, why = None, str(error)
    printed = _printed(given, read, calculation)
    if not printed["quantifier"]:
        return Settled(errors={"quantifier" if calculation else "reported_text": why})
    values = printed | {name: given.get(name) for name in RANGE}
    if all(values[name] is None for name in RANGE) and not calculation:
        try:
            values |= _range(words, printed, read)
        except RangeError as error:
            return Settled(errors={"quantifier": str(error)})
    return Settled(values, words_say=_otherwise(words, values, read, calculation))


def shown(words: str, values: Mapping[str, Any]) -> str:
    """Return the number in words with low, best and high: "more than 1,220: low 1,220, best 1,220, high open"."""
    sides = ", ".join(f"{name} {'open' if values[name] is None else format(values[name], ',')}" for name in RANGE)
    number = {name: values[name] for name in ("reported", *RANGE)}
    return f"{range_in_words(values['quantifier'], reported_text=words, **number)}: {sides}"


def read_values(read: PrintedNumber) -> dict[str, Any]:
    """Return what the words say, as columns."""
    printed = {"quantifier": read.quantifier.value, "reported": read.reported, "reported_max": read.reported_max}
    return printed | {"low": read.range.low, "best": read.range.best, "high": read.range.high}


def _printed(given: Mapping[str, Any], read: PrintedNumber | None, calculation: str) -> dict[str, Any]:
    """Return qualifier and printed numbers: as given, or else as read; a vague word, or a calculated number, has none."""
    printed = {name: given.get(name) or None for name in PRINTED[:1]} | {name: given.get(name) for name in PRINTED[1:]}
    if read is None:
        return printed
    own = read_values(read)
    if not printed["quantifier"]:
        printed["quantifier"] = own["quantifier"]
    if printed["quantifier"] != Quantifier.VAGUE and printed["reported"] is None and not calculation:
        printed["reported"] = own["reported"]
    if printed["quantifier"] == Quantifier.BETWEEN and printed["reported_max"] is None:
        printed["reported_max"] = own["reported_max"]
    return printed


def _range(words: str, printed: Mapping[str, Any], read: PrintedNumber | None) -> dict[str, Any]:
    if read is not None and _same(printed, read_values(read), PRINTED):
        return {name: read_values(read)[name] for name in RANGE}
    quantifier, reported, upper = (printed[name] for name in PRINTED)
    found = range_of_words(Quantifier(quantifier), words, reported, upper)
    return {"low": found.low, "best": found.best, "high": found.high}


def _otherwise(words: str, values: dict[str, Any], read: PrintedNumber | None, calculation: str) -> str:
    """Return what the words say, where the columns say something else; a calculation is a reason of its own."""
    if calculation:
        return ""
    if read is not None:
        own = read_values(read)
        return "" if _same(values, own, NUMBERS) else shown(words, own)
    try:
        found = _range(words, values, None)
    except RangeError:
        return ""
    return "" if _same(values, found, RANGE) else shown(words, values | found)


def _same(one: Mapping[str, Any], other: Mapping[str, Any], names: tuple[str, ...]) -> bool:
    return all(one[name] == other[name] for name in names)
