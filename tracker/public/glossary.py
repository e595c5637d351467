"""What the site's words mean: every code of the vocabulary and every term, each once, at an anchor that pages link to."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tracker.vocabulary import (
    Accumulation,
    AttributionKind,
    CountStage,
    DateAccuracy,
    DateBasis,
    Group,
    Indicator,
    PlaceAccuracy,
    PlaceKind,
    PlaceRole,
    PlaceStatus,
    PublicationBasis,
    Quantifier,
    Status,
    Unit,
)
from tracker.wording import LABELS


@dataclass(frozen=True, slots=True)
class Term:
    """A word with its meaning. The anchor is the code itself, or a name for what no code stands for."""

    anchor: str
    name: Promise | str
    meaning: Promise | str


@dataclass(frozen=True, slots=True)
class Chapter:
    """Words that belong together. `name` tells the template which chapter it is."""

    name: str
    title: Promise | str
    terms: tuple[Term, ...]


CODES: Final[dict[str, Promise]] = {
    # What is counted
    "killed": _("people reported as killed; who is said to have done it is a claim of its own"),
    "injured": _("people reported to be hurt, and alive when they were counted"),
    "casualties": _("killed and injured counted together: never read it as the number of the killed"),
    "missing": _("people whose fate was not known when they were counted"),
    "detained": _("people reported to be held, whoever holds them and on whatever grounds"),
    "fled": _("people who left on their own"),
    "displaced": _("people reported as displaced or uprooted, without saying how they left"),
    "evacuated": _("people moved out in an organised way"),
    "returned": _("people who came back to where they had left from"),
    "besieged": _(
        "of people: trapped inside a siege, or the population left inside; of a place: closed off, so that people and goods "
        "pass only where those around it let them"
    ),
    "aid_trucks": _("trucks carrying aid; how far they had come is said by the stage"),
    "aid_recipients": _("people for whom aid was meant or whom it reached; which of the two is said by the stage"),
    # Whom or what the number counts
    "person": _("the number counts people"),
    "household": _("the number counts families or households; it is never turned into people"),
    "truck": _("the number counts trucks"),
    "civilians": _("people whom the report calls civilians"),
    "children": _("people whom the report calls children, boys, girls, infants or minors; it seldom says up to which age"),
    "women": _("people whom the report calls women"),
    "men": _("people whom the report calls men; where it adds no more, nothing says whether they fought"),
    "elderly": _("people whom the report calls old or elderly"),
    "fighters": _("members of any armed force or group, as the report calls them"),
    "medical_staff": _("doctors, nurses, ambulance crews and others who treat people"),
    "rescuers": _("those who dig out and carry away, such as civil defence volunteers"),
    "journalists": _("people who report, for a medium or on their own"),
    "aid_workers": _("people who work for a relief organisation"),
    "patients": _("people who need treatment, such as those waiting to be evacuated to a hospital"),
    "other": _("any other group; the report’s own words stand beside it"),
    # How the number was printed
    "exact": _("of a number: the bare number was printed, as in “46”; of a place: the report names it"),
    "approximately": _("“about”, “around”, “some”, “nearly”: both sides are open, and after “nearly” the lower one alone"),
    "at_least": _("no fewer than this; the upper side is open"),
    "more_than": _("above this; the printed number stays what it is, so that 1,220 never becomes 1,221"),
    "up_to": _("no more than this; the lower side is open, down to none"),
    "less_than": _("below this; the lower side is open, down to none"),
    "between": _("two numbers were printed, and no number between them is the likelier one"),
    "vague": _("a word such as “dozens”: it stands as it was printed, with the least that it can mean"),
    # How it adds up
    "increment": _(
        "so many in this period. Two of them may be added only when their periods do not touch, their places are apart, and "
        "one claimant made both claims"
    ),
    "cumulative": _("so many since some day. The next such number contains this one"),
    "stock": _("so many there on one day, as with people inside a siege. It is never added to anything"),
    "unclear": _("the sentence does not say from when to when it counts"),
    "head": _("the report that stands for a count which several reports repeat"),
    "repeat": _("another report of a count that is already here: listed, linked, drawn and counted once"),
    "subset": _("such as the children among those killed: they are in the total already"),
    # How far it was checked
    "provisional": _("entered by one person, not yet checked against its source by a second"),
    "verified": _(
        "checked against its source by two people: the sentence, the number, what it counts, the dates, the place and the "
        "claimant are as the document says. Not a finding that the claim is true"
    ),
    "retracted": _("withdrawn by two people: it no longer counts; its page stays, with the reason"),
    # Who says so
    "named": _("the sentence, or one near it, names who made the claim"),
    "unnamed": _("somebody is said to have made the claim, without a name: “activists”, “local sources”"),
    "publisher": _("who printed the report. Only where it speaks for itself is it also the claimant"),
    "none": _("the number stands there as a fact, and nobody is said to have counted"),
    # Where
    "country": _("a state, named by its ISO 3166 code in the downloads"),
    "governorate": _("the largest division of a country"),
    "district": _("a division of a governorate"),
    "enclave": _("an area held by one side and surrounded by another"),
    "city": _("a city, with its neighbourhoods"),
    "town": _("a town or village"),
    "neighbourhood": _("a part of a city"),
    "partly_besieged": _("closed off, with a way in or out that is open at times"),
    "ceasefire": _("those who fight said that they would stop, here"),
    "under_evacuation": _("people are being moved out in an organised way"),
    "control_changed": _("another side holds the place from this day on"),
    "event": _("the place where it happened"),
    "origin": _("the place that people left; displacement is charted there"),
    "destination": _("the place that people went to, or aid was meant for"),
    "transit": _("a place on the way"),
    "area": _("somewhere in this area; the report says no more"),
    "from_context": _("not in the sentence itself, and clear from the document around it"),
    # When
    "day": _("the day is known"),
    "week": _("a few days earlier or later are possible"),
    "month": _("only the month is known"),
    "year": _("only the year is known"),
    "unknown": _("it is not known at all"),
    "stated": _("the document says it in words"),
    "publication": _(
        "a count “since” some day, or of “the past 72 hours”, runs up to the day on which the document was written, and is "
        "reckoned to end there"
    ),
    "inferred": _("not stated: the earliest and the latest possible day, with the reasoning on the document’s page"),
    # How far aid had come
    "planned": _("announced or allowed, and not yet on the way"),
    "carried": _("on the trucks: food “for 26,100 people” has reached nobody yet"),
    "entered": _("past the last checkpoint"),
    "delivered": _("handed over at the place"),
    "distributed": _("handed to the people themselves"),
    "turned_back": _("sent away before it arrived"),
}
"""What each code of the vocabulary means, under its code."""

TERMS: Final[dict[str, tuple[Promise, Promise]]] = {
    "claimant": (_("Claimant"), _("who said so many; never confused with the publisher, who printed it")),
    "party": (_("Party to the conflict"), _("somebody who fights, or who speaks for somebody who fights")),
    "actor": (
        _("Who is said to have done it"),
        _("whom the sentence accuses; never confused with the claimant, and not a finding of this site"),
    ),
    "origin-count": (
        _("Reported by several, from so many origins"),
        _("ten papers that quote one claimant are ten reports from one origin; all unnamed claimants count as one"),
    ),
    "disputed": (
        _("Disputed"),
        _("somebody contests the claim, and the figure’s page says who; it may be right all the same"),
    ),
    "correction": (
        _("Correction"),
        _("a change of a checked figure; the figure stays as it is until a second person has checked the change"),
    ),
    "confidential": (
        _("Confidential document"),
        _("shown are its numbers alone: no text, link, publisher or claimant, to protect people"),
    ),
    "range": (_("Range"), _("the least and the most that the printed words allow; a side that they leave open stays open")),
    "series": (_("Series"), _("figures that may stand on one line: of one claimant, group, unit, place and start")),
    "mark": (_("Mark"), _("one count on a chart, however often it was reported; it leads to its sentence")),
    "figure-id": (
        _("Number of a figure"),
        _("its permanent name, in its address; never used again, even after a retraction"),
    ),
}
"""What words that are no code mean, with the words themselves."""


def _chapter(name: str, title: Promise | str, *anchors: Iterable[str]) -> Chapter:
    """Return a chapter of codes and terms, each once, under the words that pages print for it."""
    once = dict.fromkeys(str(anchor) for group in anchors for anchor in group)
    return Chapter(name, title, tuple(_term(anchor) for anchor in once))


def _term(anchor: str) -> Term:
    if anchor in TERMS:
        return Term(anchor, *TERMS[anchor])
    return Term(anchor, LABELS[anchor], CODES[anchor])


PUBLIC: Final = (Status.PROVISIONAL, Status.VERIFIED, Status.RETRACTED)

CHAPTERS: Final = (
    _chapter("checked", _("How far a figure was checked"), PUBLIC, ["disputed", "correction", "confidential"]),
    _chapter("counting", _("How a number adds up"), Accumulation, ["head", "repeat", "subset", "origin-count"]),
    _chapter("indicators", _("What is counted"), Indicator),
    _chapter("groups", _("Who is counted, and in what unit"), Unit, Group),
    _chapter("numbers", _("How the number was printed"), Quantifier, ["range"]),
    _chapter("claimants", _("Who says so"), ["claimant", "party"], AttributionKind, ["actor"]),
    _chapter(
        "where",
        _("Where"),
        PlaceKind,
        (s for s in PlaceStatus if s != PlaceStatus.BESIEGED),
        PlaceRole,
        [PlaceAccuracy.AREA],
    ),
    _chapter("when", _("When"), DateAccuracy, DateBasis, PublicationBasis),
    _chapter("aid", _("How far aid had come"), CountStage),
    _chapter("charts", _("On charts and in addresses"), ["series", "mark", "figure-id"]),
)
"""The glossary in its order. The first two chapters stand in the sections of the methodology that explain them."""
