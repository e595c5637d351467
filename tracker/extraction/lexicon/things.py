"""Nouns of what is no count of people: time, money, distance, weapons, buildings, vehicles, and abstract things."""

from typing import Final

from tracker.extraction.lexicon.people import plural

_TIMES: Final = "second minute hour day night week weekend month year decade century generation season times o'clock"
_MEASURES: Final = """
    dollar euro pound shekel hryvnia rouble ruble lira riyal rial dinar dirham rupee afghani birr usd eur cent
    kilometre kilometer km metre meter mile yard foot feet inch hectare acre square degree litre liter gallon barrel
    ton tonne
    kilogram kilo kg gram calorie megawatt watt volt percent percentage point
"""
_WEAPONS: Final = """
    bomb bombing missile rocket shell round strike airstrike air-strike raid airraid attack explosion blast mine
    landmine
    grenade mortar projectile munition drone warhead bullet shot gun rifle weapon tank jet aircraft plane helicopter
    warplane
    warship ship boat vessel submarine launcher battery howitzer cannon gunship carrier apc vehicle armoured armored
    sortie
    offensive assault operation battle clash ambush incident incursion
"""
_PLACES: Final = """
    house home building apartment flat hospital clinic school university mosque church temple shop store market factory
    facility centre center camp shelter village town city neighbourhood neighborhood district province
    governorate
    region area zone state country nation settlement checkpoint crossing road route bridge street point site station
    tunnel
    base position post front frontline corridor border block tower dwelling hall room bed ward grave cemetery hotel
    bakery
    port airport airfield warehouse depot plant pipeline well farm field island enclave suburb county community location
    stadium library museum prison jail sector square square-kilometre pocket
"""
_VEHICLES: Final = (
    "bus minibus car ambulance van motorcycle taxi train lorry truck truckload wagon tractor convoy trailer flight"
)
_ABSTRACT: Final = """
    time thing way reason case part piece phase stage step side party group faction organisation organization agency
    company firm brigade battalion regiment unit division army force team delegation member-state government ministry
    resolution article chapter section paragraph rule law vote seat meeting talk session conference visit agreement deal
    truce ceasefire cease-fire violation charge count warrant sentence report statement document page photo photograph
    picture image video tweet post message call question answer example issue problem factor goal target mission tour
    attempt effort plan project programme program package box bag parcel sack carton kit meal loaf ration basket
    dose vaccine
    pallet shipment consignment delivery load item animal sheep goat cow camel livestock cattle dog horse head tree crop
    source account channel network station newspaper anniversary birthday mark level wave series set string
    number figure total majority minority share proportion quarter third half fifth breach siege war conflict crisis
    theatre campaign demonstration protest rally sign condition demand crime massacre allegation complaint interview
    degree language letter name option order principle procedure range rate ratio role test theory type kind sort
    version
    view word story tale body-bag coffin stretcher tent blanket mattress phone computer job position file record
    minute inch hand leg arm eye foot kidney occasion direction pair mass line wall door window republic
    power leader-ship brand ally neighbour-state kilometres-long lane gate valve chance turn place
    container tractor motor
"""

THINGS: Final[frozenset[str]] = frozenset(
    word
    for nouns in (_TIMES, _MEASURES, _WEAPONS, _PLACES, _VEHICLES, _ABSTRACT)
    for noun in nouns.split()
    for word in (noun, plural(noun))
) | {
    "km2",
    "sq",
    "mph",
    "pm",
    "am",
    "gmt",
    "usd",
    "infrastructure",
    "equipment",
    "aid",
    "fuel",
    "rubble",
    "%",
    "$",
    "°",
    "km/h",
}
"""Nouns of things, one and several."""
TIMES: Final[frozenset[str]] = frozenset(word for noun in _TIMES.split() for word in (noun, plural(noun)))
"""Nouns of time."""
TRUCKS: Final = frozenset({"truck", "trucks", "lorry", "lorries", "truckload", "truckloads"})
"""What counts as a truck."""
VEHICLES: Final = frozenset({"vehicle", "vehicles"})
"""What counts as a truck where it is said to carry aid."""
