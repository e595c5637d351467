"""Nouns for people, with the group they name: "soldiers" are fighters, "residents" name no group of the list."""

from typing import Final

from tracker.vocabulary import Group

_IRREGULAR: Final = {
    "child": "children", "schoolchild": "schoolchildren", "grandchild": "grandchildren", "wife": "wives", "person": "people",
    "infantryman": "infantrymen",
}  # fmt: skip
_GROUPS: Final[dict[Group | None, str]] = {
    Group.CIVILIANS: "civilian non-combatant noncombatant",
    Group.CHILDREN: """
        child kid minor infant baby toddler boy girl schoolchild schoolboy schoolgirl newborn teenager teen pupil orphan
        youngster grandchild preschooler adolescent
    """,
    Group.WOMEN: "woman mother schoolmistress housewife grandmother",
    Group.MEN: "man",
    Group.ELDERLY: "pensioner elder",
    Group.FIGHTERS: """
        fighter soldier militant rebel gunman trooper insurgent combatant militiaman jihadist jihadi serviceman
        servicewoman servicemember conscript paratrooper marine guerrilla mercenary terrorist commando sniper
        infantryman legionnaire commander warrior extremist separatist reservist mutineer janjaweed islamist occupier
        invader assailant attacker operative partisan defender airman recruit cadet
    """,
    Group.MEDICAL_STAFF: "doctor nurse medic paramedic surgeon midwife physician pharmacist",
    Group.RESCUERS: "rescuer firefighter fireman",
    Group.JOURNALISTS: "journalist reporter photographer cameraman photojournalist correspondent",
    Group.PATIENTS: "patient",
    Group.OTHER: """
        kurd yazidi yezidi ezidi christian alawite druze shiite shia sunni rohingya tamil tutsi hutu armenian
        bosniak assyrian
        copt turkmen hazara muslim hindu jew roma tigrayan
    """,
    None: """
        person resident inhabitant villager individual refugee idp evacuee worker employee student teacher farmer
        shepherd worshipper worshiper pilgrim mourner passenger protester protestor demonstrator activist prisoner
        detainee hostage captive migrant citizen national policeman policewoman police-officer officer official guard
        driver volunteer member relative brother sister son daughter parent father victim survivor soul bystander
        shopper guest leader lawmaker politician judge imam cleric scholar priest colleague neighbour neighbor adult
        suspect deserter defector expatriate foreigner settler peacekeeper observer inmate returnee attendee
        contractor engineer voter fan crewman sailor fisherman miner labourer laborer trader merchant vendor clergyman
        monk nun lecturer professor minister mayor councillor councilor aide adviser spokesman wife husband cousin
        uncle aunt widow colonist homosexual dissident escapee internee martyr casualty other local townspeople
        commuter tourist traveller traveler herder nomad tribesman staffer lawyer counsellor candidate campaigner
        militia-member believer householder occupant compatriot youth pensionable deportee abductee asylum-seeker
        newcomer beneficiary recipient bandit gendarme ranger vigilante rioter looter marcher shopkeeper seafarer
        peasant pilot churchgoer cook cleaner porter docker
    """,
}
_NATIONALS: Final = """
        syrian iraqi yemeni afghan ukrainian palestinian israeli lebanese libyan sudanese somali ethiopian eritrean
        russian
        american briton european african arab persian iranian turk egyptian jordanian saudi kuwaiti pakistani indian
        bangladeshi nepali nepalese burmese bosnian serb croat kosovar albanian georgian azeri azerbaijani chechen
        congolese
        rwandan burundian nigerian malian cameroonian colombian venezuelan filipino indonesian timorese cambodian
        vietnamese chinese japanese korean german french
"""
_PLURAL_ONLY: Final[dict[Group | None, str]] = {
    Group.FIGHTERS: "troops peshmerga infantry servicepeople special-forces cadres mujahideen mujahedeen",
    Group.ELDERLY: "elderly",
    None: """
        people persons police personnel staff crew townsfolk folk souls
    """,
}
_COLLECTIVE: Final = {"family": "families", "household": "households"}


def plural(noun: str) -> str:
    """Return the plural of a lower-case noun."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith(("s", "sh", "ch", "x", "z", "ese")):
        return noun if noun.endswith("ese") else noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


SINGULAR: Final[dict[str, Group | None]] = {
    **dict.fromkeys(_NATIONALS.split()),
    **{noun: group for group, nouns in _GROUPS.items() for noun in nouns.split()},
}
"""Each noun for one person, and its group."""
PLURAL: Final[dict[str, Group | None]] = {
    **{plural(noun): group for noun, group in SINGULAR.items()},
    **{noun: group for group, nouns in _PLURAL_ONLY.items() for noun in nouns.split()},
    "germans": None,
    "rohingya": Group.OTHER,
    "druze": Group.OTHER,
    "roma": Group.OTHER,
}
"""Each noun for several people, and its group."""
NATIONALS: Final = frozenset(_NATIONALS.split()) | {noun for noun, group in SINGULAR.items() if group == Group.OTHER}
"""Nouns for one person that are adjectives just as well: "a Syrian airstrike"."""
HOUSEHOLDS: Final = frozenset({*_COLLECTIVE, *_COLLECTIVE.values()})
"""The nouns of which one is a household."""
PATIENT_WORDS: Final = frozenset({"wounded", "injured", "sick", "ill"})
"""Adjectives that make people patients when they are moved to safety: "30 wounded and sick people were evacuated"."""
_WORKING: Final = "worker workers staff personnel staffers employee employees volunteer volunteers member members crew crews"
_COMPOUNDS: Final[list[tuple[Group, str, str]]] = [
    (Group.MEDICAL_STAFF, "medical health hospital healthcare health-care ambulance msf", _WORKING),
    (Group.RESCUERS, "rescue emergency helmet helmets defence defense", f"{_WORKING} responder responders"),
    (Group.RESCUERS, "first", "responder responders"),
    (Group.AID_WORKERS, "aid humanitarian relief un u.n unrwa ngo crescent cross charity", _WORKING),
    (Group.JOURNALISTS, "media press news", _WORKING),
    (
        Group.FIGHTERS,
        """
        armed rebel opposition government army military militia militant enemy regime security pro-government pro-regime
        resistance taliban
        """,
        "man men forces personnel member members elements officer officers conscripts",
    ),
    (Group.FIGHTERS, "service", "member members"),
    (Group.ELDERLY, "elderly older old", "person people persons men women"),
]
GROUP_OF_COMPOUND: Final[dict[tuple[str, str], Group]] = {
    (modifier, head): group
    for group, modifiers, heads in _COMPOUNDS
    for modifier in modifiers.split()
    for head in heads.split()
}
"""Two words that name a group together, where the last alone does not: "rescue workers", "armed men"."""
GROUP_OF_MODIFIER: Final[dict[str, Group]] = {
    "civilian": Group.CIVILIANS,
    "civilians": Group.CIVILIANS,
    "child": Group.CHILDREN,
    "children": Group.CHILDREN,
    "infant": Group.CHILDREN,
    "combatant": Group.FIGHTERS,
    "military": Group.FIGHTERS,
    "women": Group.WOMEN,
    "female": Group.WOMEN,
    "male": Group.MEN,
    "rebel": Group.FIGHTERS,
    "troop": Group.FIGHTERS,
    "combat": Group.FIGHTERS,
}
"""Words before "deaths" and "casualties" that say whose they are."""
