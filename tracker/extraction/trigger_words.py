"""Verbs, phrases and nouns that say what a number counts, one list for each indicator and way of saying."""

from typing import Final

from tracker.vocabulary import Indicator

TRANSITIVE: Final[dict[Indicator, str]] = {
    Indicator.KILLED: """
        kill kills killed killing; slaughter slaughters slaughtered slaughtering; massacre massacres massacred
        massacring;
        murder murders murdered murdering; execute executes executed executing; slay slays slain slaying;
        assassinate assassinates assassinated assassinating; behead beheads beheaded beheading; lynch lynches
        lynched lynching;
        butcher butchers butchered butchering; martyr martyrs martyred martyring; drown drowns drowned drowning;
        hang hangs hanged hanging; gun guns gunned gunning; exterminate exterminates exterminated exterminating
    """,
    Indicator.INJURED: """
        wound wounds wounded wounding; injure injures injured injuring; - hurts hurt hurting; maim maims maimed maiming;
        hospitalise hospitalises hospitalised hospitalising; hospitalize hospitalizes hospitalized hospitalizing;
        mutilate mutilates mutilated mutilating
    """,
    Indicator.CASUALTIES: "shoot shoots shot shooting",
    Indicator.DETAINED: """
        detain detains detained detaining; arrest arrests arrested arresting; capture captures captured capturing;
        kidnap kidnaps kidnapped kidnapping; abduct abducts abducted abducting; imprison imprisons imprisoned
        imprisoning;
        jail jails jailed jailing; intern interns interned interning; seize seizes seized seizing; - - held holding;
        snatch snatches snatched snatching; - - incarcerated incarcerating; apprehend apprehends apprehended
        apprehending
    """,
    Indicator.DISPLACED: """
        displace displaces displaced displacing; uproot uproots uprooted uprooting; expel expels expelled expelling;
        deport deports deported deporting; - - dislodged dislodging
    """,
    Indicator.EVACUATED: """
        evacuate evacuates evacuated evacuating; bus buses bused busing; - - bussed bussing; ferry ferries ferried
        ferrying;
        airlift airlifts airlifted airlifting; relocate relocates relocated relocating; - - flown flying; - -
        shipped shipping;
        transfer transfers transferred transferring
    """,
    Indicator.RETURNED: "repatriate repatriates repatriated repatriating",
    Indicator.BESIEGED: "trap traps trapped trapping; besiege besieges besieged besieging; - - encircled -",
}
"""Verbs whose object is counted: base, third person, past, -ing form; "-" leaves a form out."""
INTRANSITIVE: Final[dict[Indicator, str]] = {
    Indicator.KILLED: """
        die dies died dying; perish perishes perished perishing; succumb succumbs succumbed succumbing; - - fallen -
    """,
    Indicator.FLED: """
        flee flees fled fleeing; escape escapes escaped escaping; leave leaves left leaving; depart departs departed
        departing;
        abandon abandons abandoned abandoning
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
PHRASES: Final[dict[Indicator, str]] = {
    Indicator.KILLED: """
        lost their lives; lost his life; lost her life; lost their life; lose their lives; losing their lives; met
        their deaths;
        burned to death; burnt to death; burned alive; burnt alive; starved to death; froze to death; bled to death;
        beaten to death;
        crushed to death; stabbed to death; hacked to death; tortured to death; put to death; shot dead; shot and
        killed;
        gunned down; blown up; blown to pieces; been laid to rest; buried alive
    """,
    Indicator.INJURED: """
        shot and wounded; shot and injured; suffered injuries; suffered wounds; suffered burns; suffered serious
        injuries;
        suffered minor injuries; suffered severe injuries; suffered shrapnel wounds; sustained injuries; sustained
        wounds;
        sustained serious injuries; treated for injuries; treated for wounds; treated for burns; treated for shrapnel;
        treated in hospital; taken to hospital; taken to hospitals; taken to a hospital; rushed to hospital;
        admitted to hospital;
        in hospital; lost limbs; hit by shrapnel; hit by gunfire; hit by bullets; hit by sniper; struck by shrapnel
    """,
    Indicator.CASUALTIES: """
        killed or wounded; killed or injured; killed or hurt; killed or maimed; killed and wounded; killed and injured;
        killed and maimed; wounded or killed; wounded and killed; injured or killed; dead or wounded; dead or injured;
        dead and wounded; dead and injured
    """,
    Indicator.MISSING: """
        went missing; gone missing; go missing; forcibly disappeared; unaccounted for; never seen again; been seen
        since; seen since;
        been heard from; been heard of
    """,
    Indicator.DETAINED: """
        taken hostage; taken hostages; taken prisoner; taken captive; taken into custody; taken away; rounded up;
        locked up;
        held hostage; held captive; held prisoner; held in; held at; held by; held for; held without; held since;
        been held;
        being held; were held; are held; in custody; in detention; in captivity; in prisons; behind bars; under arrest;
        remanded in custody; forcibly conscripted; carried off; led away
    """,
    Indicator.FLED: """
        took refuge; taken refuge; sought refuge; seek refuge; seeking refuge; found refuge; sought shelter; taken
        shelter;
        sought safety; sought asylum; crossed into; crossed over; crossed to; crossed the border; have crossed; had
        crossed;
        crossing into; streamed into; streamed out; streamed across; poured into; poured out; poured across; spilled
        into;
        flocked to; ran away; went to; gone to; moved to; move to; made it to; made their way; making their way;
        arrived in;
        arrived from; came out; come out; came across; come across; got out
    """,
    Indicator.DISPLACED: """
        made homeless; left homeless; rendered homeless; left without shelter; lost their homes; driven from; driven
        out;
        driven off; chased from; thrown out; forced from; forced out; forced to leave their homes; forced into
        displacement;
        internally displaced; forcibly displaced; forcibly transferred; on the move; out of their homes; sleeping rough;
        seeking shelter in; taken refuge in schools
    """,
    Indicator.EVACUATED: """
        allowed to leave; permitted to leave; able to leave; helped to leave; granted safe passage; given safe passage;
        bused out; bussed out; moved out; taken out; brought out; led out; ferried out; flown out; transported out;
        moved out of; moved by; moved to safety; brought to safety; taken to safety; sent to safety; flown to;
        transported to;
        boarded buses; boarded evacuation
    """,
    Indicator.RETURNED: """
        gone home; gone back; going home; going back; went home; went back; came home; came back; come home; come back;
        moved back; brought back; brought home; sent back; sent home
    """,
    Indicator.BESIEGED: """
        under siege; under blockade; under encirclement; sheltering under siege; live under; living under; cut off;
        holed up;
        hemmed in; sealed off; boxed in; bottled up; stuck in; stuck inside; barricaded inside; completely surrounded;
        unable to leave; unable to flee; unable to escape; unable to evacuate; unable to get out; prevented from
        leaving;
        not allowed to leave; cannot leave; can't leave
    """,
}
"""Phrases whose subject is counted."""
NOUNS: Final[dict[Indicator, str]] = {
    Indicator.KILLED: "deaths fatalities bodies corpses killings executions martyrs fatality death body corpse dead",
    Indicator.INJURED: "injuries woundings amputees",
    Indicator.CASUALTIES: "casualties casualty",
    Indicator.DETAINED: """
        hostages detainees captives prisoners abductees arrests detentions abductions kidnappings internees inmates
    """,
    Indicator.DISPLACED: "refugees idps displacements refugee",
    Indicator.EVACUATED: "evacuees evacuations evacuee",
    Indicator.RETURNED: "returnees",
    Indicator.MISSING: "disappearances",
}
"""Nouns that are themselves what is counted: "700 deaths", "20 hostages"."""
EVENTS: Final[dict[Indicator, str]] = {
    Indicator.KILLED: """
        death deaths killing killings murder murders massacre slaughter execution executions assassination bodies
        body corpses
        remains martyrdom lynching beheading drowning fatalities lives funeral funerals burial
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
    Indicator.MISSING: "disappearance disappearances whereabouts",
}
"""Nouns of what happened to those who follow with "of": "the deaths of 30 people"."""
TOLLS: Final[dict[Indicator, str]] = {
    Indicator.KILLED: """
        toll losses deaths death dead killed fatalities fatality died slain martyrs killings bodies victims lives
    """,
    Indicator.INJURED: "injured wounded injuries hurt",
    Indicator.CASUALTIES: "casualties casualty",
    Indicator.DISPLACED: "displaced refugees displacement idps homeless",
    Indicator.DETAINED: "detained arrested detainees arrests hostages prisoners abducted kidnapped captured",
    Indicator.MISSING: "missing disappeared",
    Indicator.EVACUATED: "evacuated evacuees",
    Indicator.FLED: "fled fleeing escaped",
    Indicator.RETURNED: "returned returnees",
    Indicator.BESIEGED: "trapped besieged",
}
"""Words before "rose to 30", "stands at 30": what such a number counts."""
