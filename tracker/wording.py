"""Codes, numbers, ranges and periods in words, for people: nothing here says more than the source did."""

from datetime import date
from typing import Final

from django.utils.formats import date_format, get_format, number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker.ranges import is_played_down
from tracker.vocabulary import DateAccuracy, Group, Indicator, Quantifier, Unit

LABELS: Final[dict[str, Promise]] = {
    # Indicators
    "killed": gettext_lazy("Killed"),
    "injured": gettext_lazy("Injured"),
    "casualties": gettext_lazy("Killed or injured"),
    "missing": gettext_lazy("Missing"),
    "detained": gettext_lazy("Detained"),
    "fled": gettext_lazy("Fled"),
    "displaced": gettext_lazy("Displaced"),
    "evacuated": gettext_lazy("Evacuated"),
    "returned": gettext_lazy("Returned"),
    "besieged": gettext_lazy("Besieged"),
    "aid_trucks": gettext_lazy("Aid trucks"),
    "aid_recipients": gettext_lazy("Aid recipients"),
    # Units
    "person": gettext_lazy("People"),
    "household": gettext_lazy("Families"),
    "truck": gettext_lazy("Trucks"),
    # Groups
    "civilians": gettext_lazy("Civilians"),
    "children": gettext_lazy("Children"),
    "women": gettext_lazy("Women"),
    "men": gettext_lazy("Men"),
    "elderly": gettext_lazy("Elderly people"),
    "fighters": gettext_lazy("Fighters"),
    "medical_staff": gettext_lazy("Medical staff"),
    "rescuers": gettext_lazy("Rescuers"),
    "journalists": gettext_lazy("Journalists"),
    "aid_workers": gettext_lazy("Aid workers"),
    "patients": gettext_lazy("Wounded and sick people"),
    "other": gettext_lazy("Another group"),
    # Quantifiers
    "exact": gettext_lazy("Exact"),
    "approximately": gettext_lazy("Approximately"),
    "at_least": gettext_lazy("At least"),
    "more_than": gettext_lazy("More than"),
    "up_to": gettext_lazy("Up to"),
    "less_than": gettext_lazy("Fewer than"),
    "between": gettext_lazy("Between two numbers"),
    "vague": gettext_lazy("A word instead of a number"),
    # How a number adds up
    "increment": gettext_lazy("Within a period"),
    "cumulative": gettext_lazy("Since a start"),
    "stock": gettext_lazy("At a date"),
    "unclear": gettext_lazy("Not clear; never added up"),
    # How an exported row may be counted
    "head": gettext_lazy("Head of a count reported several times"),
    "repeat": gettext_lazy("Repeat of a count"),
    "subset": gettext_lazy("Part of another figure"),
    # Dates
    "day": gettext_lazy("To the day"),
    "week": gettext_lazy("To the week"),
    "month": gettext_lazy("To the month"),
    "year": gettext_lazy("To the year"),
    "unknown": gettext_lazy("Not known"),
    "publication": gettext_lazy("Reckoned to the day of publication"),
    # "stated", "inferred", "from_context": of dates and of places
    "stated": gettext_lazy("Stated"),
    "inferred": gettext_lazy("Inferred"),
    "from_context": gettext_lazy("From the context"),
    # Places
    "event": gettext_lazy("Where it happened"),
    "origin": gettext_lazy("Where they left from"),
    "destination": gettext_lazy("Where they were going"),
    "transit": gettext_lazy("On the way"),
    "area": gettext_lazy("Somewhere in this area"),
    "country": gettext_lazy("Country"),
    "governorate": gettext_lazy("Governorate"),
    "district": gettext_lazy("District"),
    "enclave": gettext_lazy("Enclave"),
    "city": gettext_lazy("City"),
    "town": gettext_lazy("Town"),
    "neighbourhood": gettext_lazy("Neighbourhood"),
    "partly_besieged": gettext_lazy("Partly besieged"),
    "ceasefire": gettext_lazy("Ceasefire"),
    "under_evacuation": gettext_lazy("Under evacuation"),
    "control_changed": gettext_lazy("Control changed"),
    # Claimants and sources
    "named": gettext_lazy("Named"),
    "unnamed": gettext_lazy("Mentioned, not named"),
    "publisher": gettext_lazy("The publisher itself"),
    "none": gettext_lazy("Nobody is said to have counted"),
    "un_body": gettext_lazy("United Nations body"),
    "international_organisation": gettext_lazy("International organisation"),
    "ngo": gettext_lazy("Non-governmental organisation"),
    "monitoring_group": gettext_lazy("Monitoring group"),
    "rescue_organisation": gettext_lazy("Rescue organisation"),
    "government": gettext_lazy("Government"),
    "armed_group": gettext_lazy("Armed group"),
    "media": gettext_lazy("News medium"),
    # Aid
    "planned": gettext_lazy("Planned"),
    "carried": gettext_lazy("Carried"),
    "entered": gettext_lazy("Entered"),
    "delivered": gettext_lazy("Delivered"),
    "distributed": gettext_lazy("Distributed"),
    "turned_back": gettext_lazy("Turned back"),
    # Review
    "draft": gettext_lazy("Draft"),
    "discarded": gettext_lazy("Discarded draft"),
    "provisional": gettext_lazy("Provisional"),
    "verified": gettext_lazy("Verified"),
    "retracted": gettext_lazy("Retracted"),
    "correction": gettext_lazy("Correction"),
    "retraction": gettext_lazy("Retraction"),
    "pending": gettext_lazy("Waiting for a second person"),
    "applied": gettext_lazy("Applied"),
    "declined": gettext_lazy("Declined"),
    "accepted": gettext_lazy("Accepted"),
    "corrected": gettext_lazy("Corrected"),
    "rejected": gettext_lazy("Rejected"),
    "obsolete": gettext_lazy("Obsolete"),
    # Why a proposal is rejected
    "not_a_count": gettext_lazy("It counts nobody and no aid"),
    "not_an_event": gettext_lazy("It did not happen: a plan, a threat, a forecast"),
    "said_already": gettext_lazy("The same count is said elsewhere in this document"),
    "out_of_scope": gettext_lazy("It is not what this site tracks"),
    "garbled": gettext_lazy("The text is garbled here"),
    "other_reason": gettext_lazy("Another reason"),
    # Consistency warnings
    "falls": gettext_lazy("A total that falls"),
    "part_above_total": gettext_lazy("A part above its total"),
    "after_publication": gettext_lazy("An event after publication"),
    "day_of_saying": gettext_lazy("The day of saying as the event's date"),
    "five_times": gettext_lazy("More than five times the last value"),
    "no_event_date": gettext_lazy("No event date"),
    "likely_repeat": gettext_lazy("A likely repeat"),
    # Documents
    "full": gettext_lazy("The whole text"),
    "excerpts": gettext_lazy("Quoted sentences only"),
}
"""Every code of the vocabulary in words. A code means one thing wherever it stands, so one table serves all lists."""

STATUS_SENTENCES: Final[dict[str, Promise]] = {
    "draft": gettext_lazy("a draft that only curators see"),
    "discarded": gettext_lazy("a draft that was taken back before anybody else saw it"),
    "provisional": gettext_lazy("entered by one person, not yet checked against its source by a second"),
    "verified": gettext_lazy("checked against its source by two people"),
    "retracted": gettext_lazy("retracted: it no longer counts"),
}


MINIMUM_REASONS: Final[dict[str, Promise]] = {
    "repeat": gettext_lazy("it reports a count again that is already there"),
    "subset": gettext_lazy("it is part of another figure"),
    "disputed": gettext_lazy("the claim is disputed"),
    "other_unit": gettext_lazy("it does not count people"),
    "other_group": gettext_lazy("it counts one group only, who may be among those counted already"),
    "stock": gettext_lazy("it is a number at a date, not of a period"),
    "unclear_accumulation": gettext_lazy("the sentence does not say from when to when it counts"),
    "share": gettext_lazy("the number was not printed: it is a share of another one"),
    "vague": gettext_lazy("it is a word, not a number"),
    "approximate": gettext_lazy("it is an approximate number: nobody said that it was at least that many"),
    "upper_bound_only": gettext_lazy("it says how many at most, not how many at least"),
    "no_value": gettext_lazy("it has no least number"),
    "date_not_known": gettext_lazy("its dates are not known"),
    "overlaps_a_larger_sum": gettext_lazy("its place and days overlap with figures that add up to more"),
}
"""Why a figure was not added to the documented minimum, to stand after "not added, because"."""


_QUALIFIED: Final[dict[Quantifier, Promise]] = {
    Quantifier.EXACT: gettext_lazy("%(number)s"),
    Quantifier.APPROXIMATELY: gettext_lazy("about %(number)s"),
    Quantifier.AT_LEAST: gettext_lazy("at least %(number)s"),
    Quantifier.MORE_THAN: gettext_lazy("more than %(number)s"),
    Quantifier.UP_TO: gettext_lazy("up to %(number)s"),
    Quantifier.LESS_THAN: gettext_lazy("fewer than %(number)s"),
}

_UNITS: Final[dict[Unit, Promise]] = {
    Unit.PERSON: gettext_lazy("people"),
    Unit.HOUSEHOLD: gettext_lazy("families"),
    Unit.TRUCK: gettext_lazy("trucks"),
}

_DAY_FIRST: Final = "j F Y"
"""Where dates have this form, the first of two can be shortened: "18 to 20 March 2018"."""

WITHHELD: Final = gettext_lazy("claimant not shown: the document is confidential")


def label(code: str | None) -> str:
    """Return a code in words; nothing for null."""
    return str(LABELS[code]) if code else ""


def number(value: int) -> str:
    """Return a whole number with thousands separated as the language does: 1,220."""
    return number_format(value, use_l10n=True, force_grouping=True)


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
    return str(_QUALIFIED[Quantifier(quantifier)]) % {"number": number(value)}


def date_in_words(day: date, accuracy: str) -> str:
    """Return a date no more precise than it is known: "15 March 2018", "about 15 March 2018", "March 2018", "2018"."""
    match accuracy:
        case DateAccuracy.WEEK:
            return _("about %(day)s") % {"day": date_format(day)}
        case DateAccuracy.MONTH:
            return date_format(day, "YEAR_MONTH_FORMAT")
        case DateAccuracy.YEAR:
            return date_format(day, "Y")
        case _:
            return date_format(day)


def period_in_words(start: date | None, start_accuracy: str, end: date | None, end_accuracy: str) -> str:
    """Return an event's period: "18 February to 15 March 2018", "since 18 February 2018", "date not stated".

    Where a language puts the day first, what both ends share is said once: "18 February to about 6 March 2018", "about 27
    to 30 November 2016" where both are about.
    """
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
    if start and end and start.year == end.year and get_format("DATE_FORMAT") == _DAY_FIRST:
        short = date_format(start, "j" if start.month == end.month else "j F")
        match start_accuracy, end_accuracy:
            case DateAccuracy.DAY, DateAccuracy.DAY | DateAccuracy.WEEK:
                first = short
            case DateAccuracy.WEEK, DateAccuracy.WEEK:
                first, last = _("about %(day)s") % {"day": short}, date_format(end)
            case DateAccuracy.MONTH, DateAccuracy.MONTH:
                first = date_format(start, "F")
    return _("%(start)s to %(end)s") % {"start": first, "end": last}


def counted(group: str | None, unit: str, group_text: str | None = None) -> str:
    """Return whom or what a figure counts: "children", "Syrian Kurds", "families", "people".

    The printed words speak where the code says little; "their members" alone would say less than "rescuers".
    """
    if group_text and group in {None, Group.OTHER}:
        return group_text
    if group:
        return label(group).lower()
    return str(_UNITS[Unit(unit)])


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
