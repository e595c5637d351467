"""Words around the names of places: what kind of place, how it is reached, and what looks like a place and is none."""

from typing import Final

from tracker.extraction.lexicon.word_sets import word_set

KINDS: Final = word_set(
    """
    steelworks factory airport airports area areas base bases block blocks bridge camp camps capital cities city coast
    corridor countryside crossing district districts enclave enclaves facility governorate governorates hamlet hamlets
    island islands locality localities municipality neighborhood neighborhoods neighbourhood neighbourhoods outskirts
    outpost plant pocket port prefecture province provinces quarter quarters region regions settlement settlements
    shelter shrine site sites state stronghold strongholds suburb suburbs territories territory town towns township
    townships valley village villages zone zones county oblast raion subdistrict highlands frontline market marketplace
    mosque church school hospital prison square theatre theater station stadium university road highway street streets
    front border borders belt states side part parts peninsula ghetto slum country mountain mountains basin strip
    archipelago delta barangay barangays woreda woredas canton cantons commune communes parish parishes subdistricts
    installation installations
    compound compounds cemetery beach forest jungle park squares wadi oasis marshes swamp swamps plateau farm farms countries
    """
)
"""Nouns of places: "the northern town", "Kachin state", "the airport"."""

VAGUE_KINDS: Final = word_set(
    """
    countries road highway street streets part parts side state site sites station country shelter hospital school
    mosque church market
    """
)
"""Of these, what is told of elsewhere too: taken only where nothing better stands there."""

FACILITIES: Final = word_set(
    """
    hospital school mosque church market marketplace station university airport hotel restaurant cafe prison stadium
    shrine mall bakery
    """
)
"""Kinds that belong to a town that may be named before them: "Kabul's university"."""

MODIFIERS: Final = word_set(
    """
    ancient besieged central conflict contested densely-populated eastern embattled entire farming five former four
    government greater historic key large largest last main many mainly majority mostly much nearby neighbouring
    neighboring north north-eastern north-western northeast northeastern northern northwest northwestern occupied old
    opposition other populated poor port predominantly rebel rebel-held regime remote residential rural same several
    shattered small south south-eastern south-western southeast southeastern southern southwest southwestern east west
    western strategic three two urban various surrounding frontline front-line war-torn hard-hit ravaged devastated
    neighborhood neighbourhood industrial coastal mountainous border desert oil-rich crowded busy separatist starving
    upper lower inner outer volatile restive troubled lawless capital market both downtown
    """
)
DIRECTIONS: Final = word_set(
    """
    central eastern northern southern western north-eastern north-western northeastern northwestern south-eastern
    south-western southeastern southwestern north south east west rural greater upper lower downtown
    """
)

AT: Final = word_set("in at near on inside around across throughout outside over within above along beside")
"""Prepositions before the place of an event."""
TOWARDS: Final = word_set("to into toward towards via through onto")
ATTACHED: Final = word_set(
    """
    loyal close linked belonging allied opposed told said say according due thanks hostile sympathetic next similar
    faithful subordinate contrary related attributed contrast addition response reference opposition relation listened
    talked spoke
    """
)
"""Before "to" these tie to somebody, not to where something goes."""
REACHED: Final = word_set(
    """
    entered enter entering enters reached reach reaching reaches targeting targeted hit hits hitting struck strike
    striking bombed bombing shelled shelling rocked rocking pounded pounding besieged besieging besieges surrounded
    surrounding attacked attacking stormed storming captured capturing seized seizing recaptured retook overran raided
    raiding gripped battered encircled encircling flattened devastated ravaged engulfed invaded visited visiting visits
    toured
    """
)
"""Verbs whose object is the place of an event, or where a convoy arrived."""
EVENTS: Final = word_set(
    """
    attack attacks airstrike airstrikes assault battle blast blasts blockade bomb bombing bombings bombardment capital
    clash clashes conflict crisis explosion explosions fighting massacre offensive raid raids shelling siege strike
    strikes ambush coup crackdown earthquake flood floods massacres protest protests quake riot riots stampede dead
    deaths death toll casualties victims fatalities unrest violence war north south east west centre center northeast
    northwest southeast southwest outskirts
    """
)
"""What happens at the place that stands before: "the Kabul blast"."""
LEFT: Final = word_set(
    """
    left leave leaving leaves fled flee fleeing flees escaped escape escaping escapes evacuated evacuating abandoned
    quit exited exit
    """
)
"""Verbs whose object is where people came from."""
BESIDE: Final = word_set(
    """
    near outside north south east west northeast northwest southeast southwest around beside off
    """
)
"""What says that the place is close to the next named one, not in it."""

OPENING_OF: Final = KINDS | word_set(
    """
    siege battle encirclement control city-centre centre town-hall town north south east west northeast northwest
    southeast southwest bombing bombardment shelling bombings invasion occupation assault blockade storming capture fall
    liberation evacuation most much all half heart edge center banks people residents streets population inhabitants
    """
)
"""What stands before "of" and a place: "the siege of", "the town of", "most of"."""

STRIKES: Final = word_set(
    "attack attacks blast blasts explosion explosions bombing bombings airstrike airstrikes clashes massacre shelling"
)
"""What a headline puts behind the name of the place that it happened in: "in Kabul Blast"."""
JOINED_NAMES: Final = frozenset(
    {
        *("jammu and kashmir", "sistan and baluchestan", "andaman and nicobar", "chaharmahal and bakhtiari"),
        *("kohgiluyeh and boyer-ahmad", "bosnia and herzegovina", "trinidad and tobago", "newfoundland and labrador"),
    }
)
"""Names of one place that have "and" in them."""

NO_PLACE: Final = word_set(
    """
    facebook twitter telegram whatsapp youtube instagram reuters afp ap associated press agence bbc cnn anadolu
    interfax tass xinhua parliament congress senate god allah islam internet english english-language arabic russian
    nato eu european union security council united nations un u.n. un's red cross crescent human rights watch
    amnesty international observatory sohr syrianobservatory ministry ministries minister president prime committee
    commission agency network organisation organization party army forces force brigade brigades battalion regiment
    division front corps militia police guard guards court tribunal office department news television tv radio times
    post journal guardian mr mrs ms dr gen general col colonel lt lieutenant capt captain maj major sgt sergeant
    mayor governor king queen prince sheikh imam pope secretary secretary-general chancellor ambassador spokesman
    spokeswoman spokesperson ramadan easter christmas eid christian muslim helmets defence defense coalition
    alliance movement initiative group fund foundation institute center-left i you we they he she it but and or the
    a an this that these those his her its their our my your one two three four five six seven eight nine ten dozens
    hundreds thousands scores several some many most more all at least up nearly almost about around over only after
    before since during while when where as if although though however meanwhile also earlier later then there here
    with without from in on by for of to into between among despite amid according another other others both each
    every no not survivors witnesses residents activists officials local government rebel rebels militants civilians
    people men women children families heavy air airstrikes airstrike strikes strike attack attacks bombing bombings
    shelling fighting constitution covid covid-19 ebola resolution protocol geneva-convention conventions convention
    islamic jihad unmiss unamid minusma minusca monusco unifil amisom atmis unama unsmil unitams unprofor unicef unhcr
    unrwa osce ecowas ecomog per operation intifada war uprising revolution
    typhoon hurricane cyclone
    conflict conflicts crisis violence clash clashes blast blasts explosion explosions massacre casualties
    treaty what which who whose why how yes day week month year today yesterday tomorrow
    """
)
"""Words with a capital letter that no place goes by alone; a name with one of them is somebody's or something's."""
