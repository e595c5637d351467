"""Codes, numbers, ranges and periods in words, for people: nothing here says more than the source did."""

from datetime import date
from typing import Final

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later

from tracker.ranges import is_played_down
from tracker.vocabulary import DateAccuracy, Group, Indicator, Quantifier, Unit

LABELS: Final[dict[str, Promise]] = {
    # Indicators
    "killed": _later("Killed"),
    "injured": _later("Injured"),
    "casualties": _later("Killed or injured"),
    "missing": _later("Missing"),
    "detained": _later("Detained"),
    "fled": _later("Fled"),
    "displaced": _later("Displaced"),
    "evacuated": _later("Evacuated"),
    "returned": _later("Returned"),
    "besieged": _later("Besieged"),
    "aid_trucks": _later("Aid trucks"),
    "aid_recipients": _later("Aid recipients"),
    # Units
    "person": _later("People"),
    "household": _later("Families"),
    "truck": _later("Trucks"),
    # Groups
    "civilians": _later("Civilians"),
    "children": _later("Children"),
    "women": _later("Women"),
    "men": _later("Men"),
    "elderly": _later("Elderly people"),
    "fighters": _later("Fighters"),
    "medical_staff": _later("Medical staff"),
    "rescuers": _later("Rescuers"),
    "journalists": _later("Journalists"),
    "aid_workers": _later("Aid workers"),
    "patients": _later("Wounded and sick people"),
    "other": _later("Another group"),
    # Quantifiers
    "exact": _later("Exact"),
    "approximately": _later("Approximately"),
    "at_least": _later("At least"),
    "more_than": _later("More than"),
    "up_to": _later("Up to"),
    "less_than": _later("Fewer than"),
    "between": _later("Between two numbers"),
    "vague": _later("A word instead of a number"),
    # How a number adds up
    "increment": _later("Within a period"),
    "cumulative": _later("Since a start"),
    "stock": _later("At a date"),
    "unclear": _later("Not clear; never added up"),
    # How an exported row may be counted
    "head": _later("Head of a count reported several times"),
    "repeat": _later("Repeat of a count"),
    "subset": _later("Part of another figure"),
    # Dates
    "day": _later("To the day"),
    "week": _later("To the week"),
    "month": _later("To the month"),
    "year": _later("To the year"),
    "unknown": _later("Not known"),
    "publication": _later("Reckoned to the day of publication"),
    # "stated", "inferred", "from_context": of dates and of places
    "stated": _later("Stated"),
    "inferred": _later("Inferred"),
    "from_context": _later("From the context"),
    # Places
    "event": _later("Where it happened"),
    "origin": _later("Where they left from"),
    "destination": _later("Where they were going"),
    "transit": _later("On the way"),
    "area": _later("Somewhere in this area"),
    "country": _later("Country"),
    "governorate": _later("Governorate"),
    "district": _later("District"),
    "enclave": _later("Enclave"),
    "city": _later("City"),
    "town": _later("Town"),
    "neighbourhood": _later("Neighbourhood"),
    "partly_besieged": _later("Partly besieged"),
    "ceasefire": _later("Ceasefire"),
    "under_evacuation": _later("Under evacuation"),
    "control_changed": _later("Control changed"),
    # Claimants and sources
    "named": _later("Named"),
    "unnamed": _later("Mentioned, not named"),
    "publisher": _later("The publisher itself"),
    "none": _later("Nobody is said to have counted"),
    "un_body": _later("United Nations body"),
    "international_organisation": _later("International organisation"),
    "ngo": _later("Non-governmental organisation"),
    "monitoring_group": _later("Monitoring group"),
    "rescue_organisation": _later("Rescue organisation"),
    "government": _later("Government"),
    "armed_group": _later("Armed group"),
    "media": _later("News medium"),
    # Aid
    "planned": _later("Planned"),
    "carried": _later("Carried"),
    "entered": _later("Entered"),
    "delivered": _later("Delivered"),
    "distributed": _later("Distributed"),
    "turned_back": _later("Turned back"),
    # Review
    "draft": _later("Draft"),
    "provisional": _later("Provisional"),
    "verified": _later("Verified"),
    "retracted": _later("Retracted"),
    "correction": _later("Correction"),
    "retraction": _later("Retraction"),
    "pending": _later("Waiting for a second person"),
    "applied": _later("Applied"),
    "declined": _later("Declined"),
    "accepted": _later("Accepted"),
    "corrected": _later("Corrected"),
    "rejected": _later("Rejected"),
    "obsolete": _later("Obsolete"),
    # Consistency warnings
    "falls": _later("A total that falls"),
    "part_above_total": _later("A part above its total"),
    "after_publication": _later("An event after publication"),
    "day_of_saying": _later("The day of saying as the event's date"),
    "five_times": _later("More than five times the last value"),
    "no_event_date": _later("No event date"),
    "likely_repeat": _later("A likely repeat"),
    # Documents
    "full": _later("The whole text"),
    "excerpts": _later("Quoted sentences only"),
}
"""Every code of the vocabulary in words. A code means one thing wherever it stands, so one table serves all lists."""

STATUS_SENTENCES: Final[dict[str, Promise]] = {
    "draft": _later("a draft that only curators see"),
    "provisional": _later("entered by one person, not yet checked against its source by a second"),
    "verified": _later("checked against its source by two people"),
    "retracted": _later("retracted: it no longer counts"),
}


MINIMUM_REASONS: Final[dict[str, Promise]] = {
    "repeat": _later("it reports a count again that is already there"),
    "subset": _later("it is part of another figure"),
    "disputed": _later("the claim is disputed"),
    "other_unit": _later("it does not count people"),
    "other_group": _later("it counts one group only, who may be among those counted already"),
    "stock": _later("it is a number at a date, not of a period"),
    "unclear_accumulation": _later("the sentence does not say from when to when it counts"),
    "share": _later("the number was not printed: it is a share of another one"),
    "vague": _later("it is a word, not a number"),
    "approximate": _later("it is an approximate number: nobody said that it was at least that many"),
    "upper_bound_only": _later("it says how many at most, not how many at least"),
    "no_value": _later("it has no least number"),
    "date_not_known": _later("its dates are not known"),
    "overlaps_a_larger_sum": _later("its place and days overlap with figures that add up to more"),
}
"""Why a figure was not added to the documented minimum, to stand after "not added, because"."""


WITHHELD: Final = _later("not shown: the document is confidential")


def label(code: str | None) -> str:
    """Return a code in words; nothing for null."""
    return str(LABELS[code]) if code else ""


def number(value: int) -> str:
    """Return a whole number with thousands separated: 1,220."""
    return f"{value:,}"


def range_in_words(  # one line a row of the table in `ranges`, read beside it
    quantifier: str, *, reported_text: str, reported: int | None, low: int | None, best: int | None, high: int | None
) -> str:
    """Return a figure's number in words that keep its uncertainty: "more than 1,220", "about 9,300", "nearly 600".

    An exact number is the bare number. A vague word stays the word, with the least it can mean where it has one.
    """
    match quantifier:
        case Quantifier.VAGUE if low is None or is_played_down(reported_text):
            return _("“%(words)s”") % {"words": reported_text}
        case Quantifier.VAGUE:
            return _("“%(words)s” (%(low)s or more)") % {"words": reported_text, "low": number(low or 0)}
        case Quantifier.BETWEEN:
            return _("%(low)s to %(high)s") % {"low": number(low or 0), "high": number(high or 0)}
        case Quantifier.APPROXIMATELY if high is not None:
            return _("nearly %(number)s") % {"number": number(high)}
    value = next((n for n in (best, reported, high, low) if n is not None), None)
    if value is None:
        return reported_text
    pattern = {
        Quantifier.EXACT: _("%(number)s"),
        Quantifier.APPROXIMATELY: _("about %(number)s"),
        Quantifier.AT_LEAST: _("at least %(number)s"),
        Quantifier.MORE_THAN: _("more than %(number)s"),
        Quantifier.UP_TO: _("up to %(number)s"),
        Quantifier.LESS_THAN: _("fewer than %(number)s"),
    }[Quantifier(quantifier)]
    return pattern % {"number": number(value)}


def date_in_words(day: date, accuracy: str) -> str:
    """Return a date no more precise than it is known: "15 March 2018", "about 15 March 2018", "March 2018", "2018"."""
    match accuracy:
        case DateAccuracy.WEEK:
            return _("about %(day)s") % {"day": date_format(day, "j F Y")}
        case DateAccuracy.MONTH:
            return date_format(day, "F Y")
        case DateAccuracy.YEAR:
            return date_format(day, "Y")
        case _:
            return date_format(day, "j F Y")


def period_in_words(start: date | None, start_accuracy: str, end: date | None, end_accuracy: str) -> str:
    """Return an event's period: "18 February to 15 March 2018", "since 18 February 2018", "date not stated"."""
    first = date_in_words(start, start_accuracy) if start else None
    last = date_in_words(end, end_accuracy) if end else None
    if first is None and last is None:
        return _("date not stated")
    if last is None:
        return _("since %(start)s") % {"start": first}
    if first is None:
        return _("until %(end)s") % {"end": last}
    if first == last:
        return first
    if start and end and start.year == end.year and start_accuracy == end_accuracy == DateAccuracy.DAY:
        first = date_format(start, "j" if start.month == end.month else "j F")
        return _("%(start)s to %(end)s") % {"start": first, "end": last}
    return _("%(start)s to %(end)s") % {"start": first, "end": last}


def counted(group: str | None, unit: str, group_text: str | None = None) -> str:
    """Return whom or what a figure counts: "children", "Syrian Kurds", "families", "people".

    The printed words speak where the code says little; "their members" alone would say less than "rescuers".
    """
    if group_text and group in {None, Group.OTHER}:
        return group_text
    if group:
        return label(group).lower()
    return {Unit.PERSON: _("people"), Unit.HOUSEHOLD: _("families"), Unit.TRUCK: _("trucks")}[Unit(unit)]


def claim_in_words(
    range_words: str,
    *,
    is_word: bool,
    indicator: str,
    counted_words: str,
    count_stage: str | None = None,
    calculation: str = "",
) -> str:
    """Return a claim's number and what happened in one phrase: "more than 1,220 civilians killed".

    A word instead of a number (`is_word`) stands after what it counts, since it seldom fits before it; so does 1, which
    no plural fits. A number that was not printed says how it was reckoned.
    """
    words = {"number": range_words, "counted": counted_words, "what": label(count_stage or indicator).lower()}
    if calculation:
        words["number"] = _("%(number)s (reckoned: %(calculation)s)") % {"number": range_words, "calculation": calculation}
    last = is_word or bool(calculation) or range_words == "1"
    if indicator == Indicator.AID_RECIPIENTS:
        return _("aid for %(number)s %(counted)s, %(what)s") % words
    if count_stage:
        return (_("%(counted)s, %(what)s: %(number)s") if last else _("%(number)s %(counted)s, %(what)s")) % words
    return (_("%(counted)s %(what)s: %(number)s") if last else _("%(number)s %(counted)s %(what)s")) % words


def claimant_in_words(attributed_to: str | None, attribution_text: str | None, *, is_party: bool | None) -> str:
    """Return who made the claim, and that it is a party to the conflict where it is; "claimant not named" otherwise."""
    if attributed_to is None:
        return (
            _("claimant not named (“%(words)s”)") % {"words": attribution_text}
            if attribution_text
            else _("claimant not named")
        )
    return _("%(name)s (party to the conflict)") % {"name": attributed_to} if is_party else attributed_to
