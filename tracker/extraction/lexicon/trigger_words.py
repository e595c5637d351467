"""Verbs and nouns that say what a number counts, one list for each indicator and way of saying."""

from typing import Final

from tracker.vocabulary import Indicator

TRANSITIVE: Final[dict[Indicator, str]] = {
    Indicator.KILLED: """
        kill kills killed killing; slaughter slaughters slaughtered slaughtering; massacre massacres massacred
        massacring; murder murders murdered murdering; execute executes executed executing; slay slays slain slaying;
        assassinate assassinates assassinated assassinating; behead beheads beheaded beheading; lynch lynches lynched
        lynching; butcher butchers butchered butchering; martyr martyrs martyred martyring; drown drowns drowned
        drowning; hang hangs hanged hanging; gun guns gunned gunning; exterminate exterminates exterminated
        exterminating; decapitate decapitates decapitated decapitating; strangle strangles strangled strangling;
        eliminate eliminates eliminated eliminating; neutralise neutralises neutralised neutralising; neutralize
        neutralizes neutralized neutralizing; liquidate liquidates liquidated liquidating; - - incinerated
        incinerating; - - electrocuted electrocuting; - - suffocated suffocating
    """,
    Indicator.INJURED: """
        wound wounds wounded wounding; injure injures injured injuring; - hurts hurt hurting; maim maims maimed
        maiming; hospitalise hospitalises hospitalised hospitalising; hospitalize hospitalizes hospitalized
        hospitalizing; mutilate mutilates mutilated mutilating; disfigure disfigures disfigured disfiguring; - -
        scalded scalding; - - blinded blinding
    """,
    Indicator.CASUALTIES: "shoot shoots shot shooting",
    Indicator.DETAINED: """
        detain detains detained detaining; arrest arrests arrested arresting; capture captures captured capturing;
        kidnap kidnaps kidnapped kidnapping; abduct abducts abducted abducting; imprison imprisons imprisoned
        imprisoning; jail jails jailed jailing; intern interns interned interning; seize seizes seized seizing; - -
        held holding; snatch snatches snatched snatching; nab nabs nabbed nabbing; - - rearrested rearresting; - -
        re-arrested -; - - incarcerated incarcerating; apprehend apprehends apprehended apprehending
    """,
    Indicator.DISPLACED: """
        displace displaces displaced displacing; uproot uproots uprooted uprooting; expel expels expelled expelling;
        deport deports deported deporting; evict evicts evicted evicting; - - dislodged dislodging
    """,
    Indicator.EVACUATED: """
        evacuate evacuates evacuated evacuating; bus buses bused busing; - - bussed bussing; ferry ferries ferried
        ferrying; airlift airlifts airlifted airlifting; relocate relocates relocated relocating; - - flown flying; -
        - shipped shipping; transfer transfers transferred transferring; - - medevaced medevacing; extricate
        extricates extricated extricating
    """,
    Indicator.RETURNED: "repatriate repatriates repatriated repatriating",
    Indicator.BESIEGED: """
        trap traps trapped trapping; besiege besieges besieged besieging; encircle encircles encircled encircling; -
        surrounds surrounded surrounding; - blockades blockaded blockading
    """,
}
"""Verbs whose object is counted: base, third person, past, -ing form; "-" leaves a form out."""
OF_THINGS_TOO: Final = """
    fallen eliminate eliminates eliminated eliminating neutralise neutralises neutralised neutralising neutralize neutralizes
    neutralized neutralizing liquidate liquidates liquidated liquidating incinerated incinerating suffocated suffocating
"""
"""Forms of killing that are said of threats, firms and flags, too: those they count have to be named as people."""
INTRANSITIVE: Final[dict[Indicator, str]] = {
    Indicator.KILLED: """
        die dies died dying; perish perishes perished perishing; succumb succumbs succumbed succumbing; - - fallen -
    """,
    Indicator.FLED: """
        flee flees fled fleeing; escape escapes escaped escaping; leave leaves left leaving; depart departs departed
        departing; abandon abandons abandoned abandoning
    """,
    Indicator.DISPLACED: "- - - sheltering",
    Indicator.EVACUATED: "- - boarded boarding",
    Indicator.DETAINED: "surrender surrenders surrendered surrendering",
    Indicator.RETURNED: "return returns returned returning",
    Indicator.MISSING: "disappear disappears disappeared disappearing; vanish vanishes vanished vanishing",
}
"""Verbs whose subject is counted, in the same forms."""
STATES: Final[dict[Indicator, str]] = {
    Indicator.KILLED: "dead lifeless deceased",
    Indicator.MISSING: "missing unaccounted",
    Indicator.DISPLACED: "homeless",
}
"""What those counted are said to be."""
WEAK: Final = """
    live lives lived living reside residing remain remains remained remaining stay staying stranded starve starving
    starved
    inside encircled sheltering left
"""
"""Words of staying: they count the besieged where the text speaks of a siege."""
NOUNS: Final[dict[Indicator, str]] = {
    Indicator.KILLED: "deaths fatalities bodies corpses killings executions martyrs fatality death body corpse dead",
    Indicator.INJURED: "injuries woundings amputees",
    Indicator.CASUALTIES: "casualties casualty",
    Indicator.DETAINED: """
        hostages detainees captives prisoners abductees arrests detentions abductions kidnappings internees inmates
    """,
    Indicator.DISPLACED: "refugees idps displacements refugee asylum-seekers",
    Indicator.EVACUATED: "evacuees evacuations evacuee",
    Indicator.FLED: "arrivals",
    Indicator.RETURNED: "returnees",
    Indicator.MISSING: "disappearances",
}
"""Nouns that are themselves what is counted: "700 deaths", "20 hostages"."""
EVENTS: Final[dict[Indicator, str]] = {
    Indicator.KILLED: """
        death deaths killing killings murder murders massacre slaughter execution executions assassination bodies body
        corpses remains martyrdom lynching beheading drowning fatalities lives funeral funerals burial
    """,
    Indicator.INJURED: "wounding injury injuries injuring",
    Indicator.CASUALTIES: "casualties shooting",
    Indicator.DETAINED: """
        arrest arrests detention kidnapping kidnappings abduction abductions capture imprisonment
    """,
    Indicator.DISPLACED: "displacement displacements expulsion uprooting deportation",
    Indicator.FLED: "exodus flight escape departure",
    Indicator.EVACUATED: "evacuation evacuations transfer relocation",
    Indicator.RETURNED: "return repatriation",
    Indicator.MISSING: "disappearance disappearances whereabouts fate",
}
"""Nouns of what happened to those who follow with "of": "the deaths of 30 people"."""
TOLLS: Final[dict[Indicator, str]] = {
    Indicator.KILLED: """
        toll losses deaths death dead killed fatalities fatality died slain martyrs killings bodies victims lives
        murdered executed
    """,
    Indicator.INJURED: "injured wounded injuries hurt maimed hospitalised hospitalized",
    Indicator.CASUALTIES: "casualties casualty",
    Indicator.DISPLACED: "displaced refugees displacement idps idp homeless uprooted",
    Indicator.DETAINED: "detained arrested detainees arrests hostages prisoners abducted kidnapped captured",
    Indicator.MISSING: "missing disappeared",
    Indicator.EVACUATED: "evacuated evacuees",
    Indicator.FLED: "fled fleeing escaped",
    Indicator.RETURNED: "returned returnees",
    Indicator.BESIEGED: "trapped besieged",
}
"""Words before "rose to 30", "stands at 30": what such a number counts."""
