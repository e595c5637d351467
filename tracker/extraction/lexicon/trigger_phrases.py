"""Phrases that say what a number counts: those that it is the subject of, and those that it is the object of."""

from typing import Final

from tracker.vocabulary import Indicator

PHRASES: Final[dict[Indicator, str]] = {
    Indicator.KILLED: """
        lost their lives; lost his life; lost her life; lost their life; lose their lives; losing their lives; met
        their deaths; burned to death; burnt to death; burned alive; burnt alive; starved to death; froze to death;
        bled to death; beaten to death; crushed to death; stabbed to death; hacked to death; tortured to death; put to
        death; shot dead; shot and killed; gunned down; blown up; blown to pieces; laid to rest; buried alive; could
        not be saved; did not survive; dead on arrival; arrived too late; mowed down; mown down; wiped out; strangled
        to death; choked to death; found shot; found hanged; pulled out dead; pulled dead; paid the supreme price;
        paid the ultimate price; made the ultimate sacrifice; made the supreme sacrifice; fell in battle; fell in
        combat; fell in action; burnt beyond recognition; burned beyond recognition; charred beyond recognition;
        bayoneted to death; clubbed to death; suffocated to death
    """,
    Indicator.INJURED: """
        hit in the eye; hit in the eyes; hit in their eyes; hit in the head; hit in the face; hit in the chest; hit in the
        leg; hit in the legs; hit in the arm; hit in the back; hit in the stomach; shot in the leg; shot in the legs; shot
        in the arm; shot in the foot; shot in the knee; shot in the hand; shot in the shoulder;
        shot and wounded; shot and injured; suffered injuries; suffered wounds; suffered burns; suffered serious
        injuries; suffered minor injuries; suffered severe injuries; suffered shrapnel wounds; sustained injuries;
        sustained wounds; sustained serious injuries; sustained various degrees; sustained varying degrees; suffered
        various degrees; suffered varying degrees; sustained gunshot; sustained shrapnel; sustained bullet; sustained
        minor; sustained burns; sustained severe; suffered gunshot; suffered bullet; suffered shrapnel; suffered
        light; suffered moderate; suffered minor; suffered serious; suffered slight; suffered severe; sustained light;
        sustained slight; treated for injuries; treated for wounds; treated for burns; treated for shrapnel; treated
        in hospital; taken to hospital; taken to hospitals; taken to a hospital; rushed to hospital; admitted to
        hospital; in hospital; lost limbs; hit by shrapnel; hit by gunfire; hit by bullets; hit by sniper; struck by
        shrapnel; in intensive care; in critical condition; undergoing treatment; receiving treatment; had limbs
        amputated
    """,
    Indicator.CASUALTIES: """
        killed or wounded; killed or injured; killed or hurt; killed or maimed; killed and wounded; killed and
        injured; killed and maimed; wounded or killed; wounded and killed; injured or killed; dead or wounded; dead or
        injured; dead and wounded; dead and injured
    """,
    Indicator.MISSING: """
        went missing; gone missing; go missing; forcibly disappeared; unaccounted for; never seen again; been seen
        since; seen since; been heard from; been heard of; not been seen; not been heard from; not been heard of;
        never been seen; never returned; lost contact with; not accounted for; yet to be found; still to be found
    """,
    Indicator.DETAINED: """
        taken hostage; taken hostages; taken prisoner; taken captive; taken into custody; taken away; rounded up;
        locked up; held hostage; held captive; held prisoner; held in; held at; held by; held for; held without; held
        since; been held; being held; were held; are held; in custody; in detention; in captivity; in prisons; in
        jail; in prison; in jails; behind bars; under arrest; remanded in custody; forcibly conscripted; carried off;
        led away; marched off; held incommunicado; dragged away; dragged off; taken for questioning
    """,
    Indicator.FLED: """
        cross into; cross the border; cross the frontier; cross the river; crossed the river; crossed the frontier;
        cross over; crossing the border; crossing the river; streaming into; streaming across; walked to; trekked to;
        trekked into; trekked across; journeyed to; pouring into; pouring across; fanned out into; spilling into;
        escaped into; swum across; walked across; limped into; took refuge; taken refuge; sought refuge; seek refuge;
        seeking refuge; found refuge; sought shelter; sought safety; sought asylum; crossed into; crossed over;
        crossed to; crossed the border; have crossed; had crossed; crossing into; streamed into; streamed out;
        streamed across; poured into; poured out; poured across; spilled into; flocked to; ran away; went to; gone to;
        moved to; move to; made it to; made their way; making their way; arrived in; arrived from; arrived at; arrived
        on; arrived since; arrived by; arrived overnight; have arrived; had arrived; crossed on; crossed at; crossed
        in; crossed with; crossed from; crossed by; came out; come out; came across; come across; got out
    """,
    Indicator.DISPLACED: """
        made homeless; left homeless; rendered homeless; left without shelter; lost their homes; driven from; driven
        out; driven off; chased from; thrown out; forced from; forced out; forced to leave their homes; forced into
        displacement; internally displaced; forcibly displaced; forcibly transferred; on the move; out of their homes;
        sleeping rough; seeking shelter in; taken refuge in schools; taken shelter; took shelter; find shelter; found
        shelter; taking shelter; live as refugees; living as refugees; lived as refugees; driven away; driven to;
        driven into; driven across; moved from their homes; moved out of their homes; crowd into; crowded into;
        crowding into; packed into; crammed into; living in tents; living in camps; living in shelters; living in
        makeshift; living in schools; living in the open; live in tents; live in camps; live in makeshift; living in
        displacement; in displacement; in collective shelters; in collective centres; in collective centers; in
        displacement camps; in evacuation centres; in evacuation centers; in makeshift camps; in temporary shelters;
        in makeshift shelters; staying with relatives; living with relatives; living with host; staying with host;
        camped in; camping in; camped out; camping out; hiding in the bush; hiding in the forest; hiding in the
        forests; hiding in forests; hiding in the mountains; hiding in the hills; hiding in the woods; hiding in the
        jungle; sleeping in the open; sleeping outdoors; sleeping in schools; sleeping in churches; sleeping in
        mosques; sleeping in tents; hosted in; hosted by; housed in; lodged in; accommodated in; put up in
    """,
    Indicator.EVACUATED: """
        allowed to leave; permitted to leave; able to leave; helped to leave; granted safe passage; given safe
        passage; bused out; bussed out; moved out; taken out; brought out; led out; ferried out; flown out;
        transported out; moved out of; moved by; moved to safety; brought to safety; taken to safety; sent to safety;
        flown to; transported to; boarded buses; boarded evacuation; pulled out of; pulled out from; withdrawn from;
        flew out; brought out of; taken off; winched off; escorted out; escorted from; escorted to safety; led to
        safety; guided to safety; carried to safety; airlifted out; taken by bus; taken by boat; taken by ship; taken
        by helicopter; taken aboard; brought to shore
    """,
    Indicator.RETURNED: """
        gone home; gone back; going home; going back; went home; went back; came home; came back; come home; come
        back; moved back; brought back; brought home; sent back; sent home; back home; back in their; back in the
        town; back in the city; back in the village; back in the district; moved back into
    """,
    Indicator.BESIEGED: """
        under siege; under blockade; under encirclement; sheltering under siege; live under; living under; cut off;
        holed up; hemmed in; sealed off; boxed in; bottled up; stuck in; stuck inside; barricaded inside; completely
        surrounded; unable to leave; unable to flee; unable to escape; unable to evacuate; unable to get out;
        prevented from leaving; not allowed to leave; cannot leave; can't leave; cannot get out; can't get out; cannot
        escape; can't escape; cannot flee; could not leave; could not get out; pinned down; closed in; caught inside;
        caught between; trapped inside; penned in; shut in; shut inside; walled in; bottled in; completely encircled;
        hiding in bomb; hiding in basements; hiding in cellars; hiding in the basements; hiding in the cellars;
        sheltering in basements; sheltering in cellars; sheltering in bomb; sheltering in bunkers; hiding in bunkers
    """,
}
"""Phrases whose subject is counted."""
ACTIVE: Final[dict[Indicator, str]] = {
    Indicator.KILLED: """
        shot dead; shot and killed; gunned down; blown up; mowed down; wiped out; burned alive; put to death; blew up;
        picked off; cut down
    """,
    Indicator.INJURED: "shot and wounded; shot and injured; operated on",
    Indicator.CASUALTIES: """
        killed or wounded; killed and wounded; killed or injured; killed and injured; killed or hurt; wounded or
        killed; killed and maimed; killed or maimed
    """,
    Indicator.DETAINED: """
        rounded up; locked up; carried off; led away; marched off; dragged away; dragged off; took away; taken away;
        taking away
    """,
    Indicator.DISPLACED: "drove out; driven out; drove away; driven away; driving out; driving away; drives out; forced out",
    Indicator.EVACUATED: """
        moved out; brought out; taken out; flew out; flown out; pulled out; got out; bused out; bussed out; shipped
        out; lifted out; ferried out; airlifted out; led out
    """,
    Indicator.RETURNED: "brought back; sent back; brought home; sent home",
    Indicator.BESIEGED: "cut off; cutting off; hemmed in; pinned down; bottled up; sealed off; penned in; pinning down",
}
"""Phrases whose object is counted."""
