"""Words that hold a sentence together: auxiliaries, prepositions, conjunctions, verbs that only pass a statement on."""

from typing import Final

from tracker.extraction.lexicon.word_sets import word_set

BE: Final = word_set("is are was were be been being 're 's am isn't aren't wasn't weren't")
HAVE: Final = word_set("has have had having 've hasn't haven't hadn't")
MODALS: Final = word_set("""
    will would could may might should shall can must 'll won't wouldn't couldn't cannot can't needn't mustn't
""")
DO: Final = word_set("do does did don't doesn't didn't")
AUXILIARIES: Final = BE | HAVE | MODALS | DO
NEGATIONS: Final = word_set("""
    not never isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't couldn't cannot can't don't doesn't
    didn't nor neither
""")
PREPOSITIONS: Final = word_set("""
    of in on at by for from to with within without into onto through across along among amongst around near over under
    above below behind beside besides between beyond during since until till towards toward upon via inside outside
    after before despite amid amidst against about off out up down per throughout following due because as than like
    except including excluding alongside aboard underneath beneath versus
""")
CONJUNCTIONS: Final = word_set("and or but nor plus & as-well-as")
SUBORDINATORS: Final = word_set("""
    when while whilst although though because if unless whether whereas where whereby after before until till once since
    as so that lest
""")
RELATIVES: Final = word_set("who whom whose which that")
DETERMINERS: Final = word_set("""
    a an the this that these those his her its their our my your some any each every no all both another such either
    neither many most much few
""")
PRONOUNS: Final = word_set("he she it they we i you him them us me himself themselves itself who whom there here others")
ADVERBS: Final = word_set("""
    also just only even still now then so far already again thus too more most almost mostly mainly ever soon later
    earlier ago today yesterday tonight tomorrow overnight alone together yet instead meanwhile moreover however indeed
    perhaps maybe else altogether once twice away home abroad back forcibly there here further well least all both
""")
MONTHS: Final = word_set("""
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
""")
CALENDAR: Final = MONTHS | word_set("""
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun mid-january
    mid-february mid-march mid-april mid-may mid-june mid-july mid-august mid-september mid-october mid-november
    mid-december noon midnight morning afternoon evening week-end
""")
SAYING: Final = word_set("""
    said says say saying told tells telling reported reports report reporting added adds announced announces claimed
    claims stated states confirmed confirms according estimated estimates warned warns wrote writes tweeted noted notes
    declared denied denies accused accuses acknowledged admitted alleged alleges argued insisted revealed showed shows
    show documented recorded registered counted believes believe believed think thinks thought put puts placed quoted
    quoting cited citing
""")
PASSING_ON: Final = word_set("""
    reported believed said thought feared presumed known confirmed estimated recorded registered listed counted
    documented alleged understood assumed verified considered deemed declared pronounced found seen made become became
    becoming got get getting gets remain remained remains remaining stay stayed forced compelled obliged driven able
    allowed managed began begun started continued continue continues continuing helped had seem seems seemed appear
    appears appeared left kept lay lie lying identified officially feel rendered
""")
"""Verbs that stand between a number and what happened: "are believed to have been killed", "were forced to flee"."""
UNREAL: Final = word_set("""
    plan plans planned planning hope hopes hoped hoping expect expects expected expecting due set scheduled want wants
    wanted wanting wish wishes wishing wished trying try tries tried attempt attempts attempted attempting seek seeks
    seeking sought wait waits waiting waited awaiting threaten threatens threatened threatening vow vows vowed intend
    intends intended aim aims aimed aiming propose proposes proposed refuse refused refuses refusing prepare prepares
    prepared preparing likely ready need needs needed call calls called calling demand demands demanded urge urged urges
    ask asked asks agreed agrees agree failed fails fail unable struggling risk risks risking poised bound order ordered
    orders pledge pledged pledges supposed meant slated requested requests request appealed appeal appeals offer offered
    offers willing eager hoped-for able-to-be
""")
"""Words that make what follows them planned, hoped, asked for or tried: "waiting to be evacuated"."""
VERBS: Final = word_set("""
    took take takes taken went go goes gone came come comes made makes make gave give gives given got hit hits hitting
    struck strike blew blow blown stood stand stands began begin begins fought fight fights fighting lost lose loses won
    win wins ran run runs sent send sends saw see sees knew know knows met meet meets broke break breaks built build
    builds bought brought bring brings led lead leads paid pay pays rose rise rises fell fall falls grew grow drew draw
    drove drive drives flew fly spoke speak speaks spent spend wore wear threw throw held hold holds kept keep keeps let
    lets set sets shut put cut beat bound found find finds felt feel heard hear sat sit slept sleep lay lie lied laid
    shook shot shoot sold sell stole swept taught thought understood woke wrote read rode sank sought sprang spread
    stuck sworn tore wound became become becomes belong belongs carry carries cause causes contain contains control
    controls cover covers enter enters face faces follow follows gather happen happens hope include includes involve
    involves join joins launch launches live lives look looks mean means move moves need needs open opens operate
    operates own plan plans play prevent produce protect provide provides reach reaches receive receives refuse report
    require rule rules seem serve serves show shows start starts stay stays stop stops support supports surround
    surrounds try tries turn turns use uses visit vote wait want wants watch work works guard guards patrol attend
    attends demand demands apply applies register lack lacks suffer suffers rely relies depend depends depart departs
    board boards arrive arrives disembark clash clashes shell shells storm storms advance advances comprise comprises
    represent represents account accounts stem stems
""")
"""Verbs that are neither auxiliaries nor end in -ed, of what is not counted."""
FACTIVE_INFINITIVES: Final = PASSING_ON | word_set("""
    succeeded went happened turned enabled permitted helping forcing compelling driving prompting causing caused
    prompted pushed obliging led leading enough sufficient
""")
"""Words before "to flee", "to have killed" that leave no doubt that it happened."""
