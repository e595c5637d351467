"""Every code the program stores, exports and filters by, each list once. No labels here: `wording` speaks to people."""

from enum import StrEnum


class PlaceKind(StrEnum):
    """What sort of place a place is."""

    COUNTRY = "country"
    GOVERNORATE = "governorate"
    DISTRICT = "district"
    ENCLAVE = "enclave"
    CITY = "city"
    TOWN = "town"
    NEIGHBOURHOOD = "neighbourhood"


class PlaceStatus(StrEnum):
    """What a place went through over a period."""

    BESIEGED = "besieged"
    PARTLY_BESIEGED = "partly_besieged"
    CEASEFIRE = "ceasefire"
    UNDER_EVACUATION = "under_evacuation"
    CONTROL_CHANGED = "control_changed"


class SourceKind(StrEnum):
    """What sort of organisation or person publishes documents or makes claims."""

    UN_BODY = "un_body"
    INTERNATIONAL_ORGANISATION = "international_organisation"
    NGO = "ngo"
    MONITORING_GROUP = "monitoring_group"
    RESCUE_ORGANISATION = "rescue_organisation"
    GOVERNMENT = "government"
    ARMED_GROUP = "armed_group"
    MEDIA = "media"
    PERSON = "person"


class TextScope(StrEnum):
    """How much of a document's text is stored."""

    FULL = "full"
    EXCERPTS = "excerpts"


class PublicationBasis(StrEnum):
    """How a document's publication date is known."""

    STATED = "stated"
    INFERRED = "inferred"


class ProposalOutcome(StrEnum):
    """What became of a figure that the extractor read."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    OBSOLETE = "obsolete"


class RejectReason(StrEnum):
    """Why a figure that the extractor read is none: what the account of the extractor counts."""

    NOT_A_COUNT = "not_a_count"
    NOT_AN_EVENT = "not_an_event"
    SAID_ALREADY = "said_already"
    OUT_OF_SCOPE = "out_of_scope"
    GARBLED = "garbled"
    OTHER_REASON = "other_reason"


class Indicator(StrEnum):
    """What a figure counts. "casualties" is killed or injured together; "besieged" is inside a siege."""

    KILLED = "killed"
    INJURED = "injured"
    CASUALTIES = "casualties"
    MISSING = "missing"
    DETAINED = "detained"
    FLED = "fled"
    DISPLACED = "displaced"
    EVACUATED = "evacuated"
    RETURNED = "returned"
    BESIEGED = "besieged"
    AID_TRUCKS = "aid_trucks"
    AID_RECIPIENTS = "aid_recipients"


class Unit(StrEnum):
    """What one of the figure's number is."""

    PERSON = "person"
    HOUSEHOLD = "household"
    TRUCK = "truck"


class Group(StrEnum):
    """Who was counted; a figure that names no group has null."""

    CIVILIANS = "civilians"
    CHILDREN = "children"
    WOMEN = "women"
    MEN = "men"
    ELDERLY = "elderly"
    FIGHTERS = "fighters"
    MEDICAL_STAFF = "medical_staff"
    RESCUERS = "rescuers"
    JOURNALISTS = "journalists"
    AID_WORKERS = "aid_workers"
    PATIENTS = "patients"
    OTHER = "other"


class Quantifier(StrEnum):
    """How the number was qualified in print."""

    EXACT = "exact"
    APPROXIMATELY = "approximately"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    UP_TO = "up_to"
    LESS_THAN = "less_than"
    BETWEEN = "between"
    VAGUE = "vague"


class Accumulation(StrEnum):
    """Whether a number counts within a period, since a start, or at a date; "unclear" is never summed."""

    INCREMENT = "increment"
    CUMULATIVE = "cumulative"
    STOCK = "stock"
    UNCLEAR = "unclear"


class DateAccuracy(StrEnum):
    """How far a date can be off."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


class DateBasis(StrEnum):
    """Where an event's dates come from."""

    STATED = "stated"
    FROM_CONTEXT = "from_context"
    PUBLICATION = "publication"


class PlaceRole(StrEnum):
    """How the place belongs to the event. Displacement is charted by its origin."""

    EVENT = "event"
    ORIGIN = "origin"
    DESTINATION = "destination"
    TRANSIT = "transit"


class PlaceAccuracy(StrEnum):
    """How precisely the event is placed."""

    EXACT = "exact"
    AREA = "area"
    FROM_CONTEXT = "from_context"


class AttributionKind(StrEnum):
    """Who the sentence says made the claim."""

    NAMED = "named"
    UNNAMED = "unnamed"
    PUBLISHER = "publisher"
    NONE = "none"


class CountStage(StrEnum):
    """How far aid had come when it was counted. Different stages never share a series."""

    PLANNED = "planned"
    CARRIED = "carried"
    ENTERED = "entered"
    DELIVERED = "delivered"
    DISTRIBUTED = "distributed"
    TURNED_BACK = "turned_back"


class Status(StrEnum):
    """How far a figure has come: seen by curators only, public, checked by two people, or withdrawn in public.

    A discarded one was a draft that somebody took back: the public never saw it, and only its history is left.
    """

    DRAFT = "draft"
    DISCARDED = "discarded"
    PROVISIONAL = "provisional"
    VERIFIED = "verified"
    RETRACTED = "retracted"


class ConsistencyWarning(StrEnum):
    """What looks wrong about a figure beside the others, or beside its own document; a curator may override it."""

    FALLS = "falls"
    FIVE_TIMES = "five_times"
    PART_ABOVE_TOTAL = "part_above_total"
    AFTER_PUBLICATION = "after_publication"
    DAY_OF_SAYING = "day_of_saying"
    NO_EVENT_DATE = "no_event_date"
    LIKELY_REPEAT = "likely_repeat"


class RevisionKind(StrEnum):
    """What a pending revision asks a second person to confirm."""

    CORRECTION = "correction"
    RETRACTION = "retraction"


class RevisionOutcome(StrEnum):
    """What became of a pending revision."""

    PENDING = "pending"
    APPLIED = "applied"
    DECLINED = "declined"


class Counting(StrEnum):
    """How an exported row may be counted (the CSV's `counting` column)."""

    HEAD = "head"
    REPEAT = "repeat"
    SUBSET = "subset"
    STOCK = "stock"
    CUMULATIVE = "cumulative"
    INCREMENT = "increment"


AID_INDICATORS = frozenset({Indicator.AID_TRUCKS, Indicator.AID_RECIPIENTS})
"""The indicators whose figures state a count stage, and no others do."""
