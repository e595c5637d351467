"""Words of those who make claims: what they are called, what comes before that, and the verbs of claiming."""

from typing import Final

from tracker.extraction.lexicon.word_sets import word_set

PRONOUNS: Final = word_set("he she it they we i")
QUANTITIES: Final = word_set("one two three four some many several most both other others")
"""What a claimant can begin with in place of "the": "one protester", "both sides"."""
PERSONS: Final = word_set(
    """
    protester protesters demonstrator demonstrators worker workers volunteer volunteers soldier soldiers fighter fighters
    family families side sides shepherd trader traders merchant fisherman student students detainee detainees prisoner
    prisoners defector defectors migrant migrants passenger passengers engineer clerk warden chairman chairwoman
    vice-president founder delegate delegation delegations embassy consulate boy girl widow wife husband aunt
    grandmother grandfather parent pupil monk monks nun nuns pilgrim guide peacekeeper peacekeepers lieutenant-colonel
    executive consultant editor spokespeople americans russians israelis ukrainians syrians kurds turks
    asylum-seeker asylum-seekers evacuee evacuees returnee returnees
    footage imagery breakaway observers watchdog watchdogs collective syndicate cluster consortium programme
    """
)
"""More who make claims, whose nouns can also be part of a name or of what is counted."""

HEADS: Final = word_set(
    """
    activist activists adviser advisers advisor advisors advocate advocates agency agencies aide aides ambassador
    ambassadors account association associations administration clinic clinics company companies coastguard crew
    crews facility facilities firefighters colonels commanders generals gravedigger gravediggers man men operator
    operators pathologist pathologists rapporteur responders woman women analyst analysts army arm assembly
    assessment assessments authority authorities body bishop board bulletin bureau cabinet campaigner campaigners
    captain center centre centres channel charities charity chief chiefs cleric clerics coalition colonel command
    commander commission commissioner committee committees contact contacts coordinator coordinators coordination
    correspondent correspondents council councillor councils count counts crescent dataset data database defence
    defense department deputy diplomat diplomats director directorate directors doctor doctors document documents
    elder elders emergency envoy estimate estimates expert experts eyewitness eyewitnesses federation figures firm
    force forces foundation general government governor group groups guard guards head headquarters helmets hospital
    hospitals imam initiative inquiry institute institution investigators investigation investigations investigator
    journalist journalists judge lawmaker lawmakers lawyer lawyers leader leaders leadership lieutenant list local
    locals major manager mayor media mediator mediators medic medics militant militants military militia minister
    ministers ministry mission monitor monitors monitoring morgue morgues movement mp mps navy network networks
    newspaper newspapers ngo ngos nurse nurses observatory observer observers office officer officers official
    officials ombudsman opposition organisation organisations organization organizations outlet outlets palace panel
    paper paramedic paramedics parliament parents partners party photographer photographers physician pilot police
    police-officer politician politicians premier president press priest prosecutor prosecutors project radio rebel
    rebels records refugees register registry relative relatives release releases reporter reporters report reports
    representative representatives rescuer rescuers researcher researchers resident residents review rights
    secretariat secretary-general secretary sergeant service services society source sources speaker spokesman
    spokesmen spokesperson spokespersons spokespeople spokeswoman staff state statement statements station studies
    study superintendent surgeon surgeons survey survivor survivors tally taskforce team teams television think-tank
    toll tribunal tv union unit update updates villager villagers neighbour neighbours neighbor neighbors father
    mother brother sister son daughter uncle cousin teacher teachers shopkeeper farmer farmers driver drivers
    student students mourners volunteer volunteers watchdog watchdogs website witness witnesses worker workers
    workforce wire staffer staffers envoy-general coroner undersecretary under-secretary-general un
    """
)
"""Nouns that a claimant can be: people who speak for someone, organisations, and what they publish."""

SPEAKERS: Final = HEADS | PERSONS

FORERUNNERS: Final = word_set(
    """
    acting administration aerial affairs aid air al all american anonymous anti-government area armed army
    assistant associate authorities border british camp central chief city civil clinic community company conflict
    coastguard country county
    defence defense deputy development different diplomatic disaster district documented domestic earlier emergency
    casualty death enclave executive exiled federal field figures first fire food foreign former four global government
    governmental health hospital house human humanitarian independent information intelligence interim interior
    international investigative joint justice key labour latest leading legal local main many media medical migration
    military monitoring most multiple municipal municipality national nearby neighbouring neighboring new news
    official on-site one online opposition
    other outgoing own parliamentary peace police political press pro-government pro-opposition pro-regime pro-rebel
    prominent provincial public rebel recent refugee regime region regional relief religious reporting rescue respected
    retired rights rival rural second security senior separate separatist several six social some southern northern
    eastern western special state state-run television third three town transport tribal top two union united updated
    various veteran village volunteer war welfare women world youth unconfirmed preliminary initial provisional
    """
)
"""Words that stand before such a noun without being one: "senior health official"."""

NAMING: Final = word_set(
    """
    adviser advisor agency ambassador analyst army campaign captain channel charity chief colonel commander commissioner
    coordinator correspondent director doctor envoy governor group head judge lawmaker lawyer leader mayor minister
    monitor movement network newspaper ngo officer official organisation organization president premier professor
    project representative neighbour neighbor father mother brother sister son daughter uncle cousin teacher shopkeeper
    farmer driver student resident secretary secretary-general spokesman spokesperson spokeswoman station surgeon
    television volunteer watchdog website service broadcaster outlet activist general lieutenant major reporter
    journalist medic nurse
    """
)
"""Nouns that a name can follow without a comma: "monitoring group Siege Watch", "spokesman John Doe"."""
PERSONAL: Final = NAMING - word_set(
    "agency army campaign channel charity group movement network newspaper ngo organisation organization project station"
    " television watchdog website service broadcaster outlet"
)
"""Those of them that are nouns of persons."""

PUBLISHED: Final = word_set(
    """
    figures toll tolls count counts tally tallies data database estimate estimates number numbers statistics report
    reports statement statements information list lists records update updates survey assessment study document
    documents research breakdown bulletin release dispatch post posts tweet letter briefing
    """
)
"""What a claimant publishes: "figures from the ministry", where the ministry is the claimant."""

STRONG_VERBS: Final = word_set(
    """
    said says say told tells stated added adds announced announces explained insisted insists warned warns argued
    noted notes confirmed confirms declared alleged alleges claims acknowledged conceded wrote tweeted posted
    testified recalled asserted maintained estimates quoted clarified stressed reiterated admitted reckoned reckons
    calculated calculates concluded concludes contended contends cautioned cautions emphasised emphasized remarked
    recounted recounts complained lamented laments disclosed discloses asserts argues explains stresses admits
    maintains acknowledges concedes recalls testifies reiterates posts tweets tell replied guessed conceding
    """
)
WEAK_VERBS: Final = word_set(
    """
    reported reports claimed estimated recorded records documented documents registered registers
    tallied verified verifies accused accuses blamed blames put puts placed places found finds showed shows show
    believes believe reckons reckon considered considers spoke speaks speak gave gives admit admits listed revealed
    reveals cited published released issued suggests suggest suggested indicates indicate indicated describes
    described detailed details logged logs totted tallies verify lists raised raises revised revises lowered upped updated
    deplored deplores condemned condemns denounced denounces decried mourned thinks think counts attributed attributes
    """
)
BARE_VERBS: Final = word_set(
    "report claim estimate state count confirm warn announce document register note allege reckon insist accuse blame fear"
)
"""Verbs that look like nouns: only behind a plural or "who", "they"."""

NOT_SPEECH: Final = word_set("be been being was were is are isn't wasn't aren't weren't get gets got as not never")
SKIPPED: Final = word_set(
    """
    also later then however meanwhile still earlier previously has have had separately would just now again already
    nevertheless both all since further recently first initially there even only today yesterday tomorrow did does do
    """
)
BREAKS: Final = word_set(
    """
    after although amid among around as at because before between but by during despite for from if in inside into near
    of off on onto or out outside over since so than that though through to toward towards under until upon via when
    where whereas which while who whom whose with within without were was is are be been being has have had did do does
    can could may might must shall should will would not here
    """
)
"""Words that a noun phrase ends at, if they do not join it to another."""
SEATED: Final = word_set("office mission embassy delegation")
"""What is named after the country that it is in: "the UN Office in Mali"."""
JOINING: Final = word_set("of for at from in with to on")
DETERMINERS: Final = word_set("the a an this that these those his her its their our my another any no each")
