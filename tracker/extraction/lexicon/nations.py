"""Countries, and words that name a people or a side and therefore no place: "Syrian", "Taliban", "Monday"."""

import re
from typing import Final

from tracker.extraction.lexicon.function_words import MONTHS
from tracker.extraction.lexicon.word_sets import name_set, word_set

COUNTRIES: Final = name_set(
    """
    Afghanistan, Albania, Algeria, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahrain, Bangladesh,
    Belarus, Belgium, Benin, Bhutan, Bolivia, Bosnia, Bosnia and Herzegovina, Bosnia-Herzegovina, Botswana, Brazil,
    Britain, Bulgaria, Burkina Faso, Burma, Burundi, Cambodia, Cameroon, Canada, Central African Republic, Chad,
    Chile, China, Colombia, Congo, Croatia, Cuba, Cyprus, Czechoslovakia, Democratic Republic of the Congo,
    Democratic Republic of Congo, DR Congo, DRC, Denmark, Djibouti, East Timor, Ecuador, Egypt, El Salvador,
    England, Eritrea, Estonia, Eswatini, Ethiopia, Finland, France, Gabon, Gambia, Georgia, Germany, Ghana, Greece,
    Guatemala, Guinea, Guinea-Bissau, Haiti, Honduras, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland,
    Israel, Italy, Ivory Coast, Jamaica, Japan, Jordan, Kazakhstan, Kenya, Kosovo, Kuwait, Kyrgyzstan, Laos, Latvia,
    Lebanon, Lesotho, Liberia, Libya, Lithuania, Luxembourg, Macedonia, Madagascar, Malawi, Malaysia, Mali, Malta,
    Mauritania, Mexico, Moldova, Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Namibia, Nepal, Netherlands,
    New Zealand, Nicaragua, Niger, Nigeria, North Korea, Norway, Oman, Pakistan, Palestine, Panama, Paraguay, Peru,
    Philippines, Poland, Portugal, Qatar, Romania, Russia, Rwanda, Saudi Arabia, Scotland, Senegal, Serbia, Sierra
    Leone, Singapore, Slovakia, Slovenia, Somalia, South Africa, South Korea, South Sudan, Soviet Union, Spain, Sri
    Lanka, Sudan, Sweden, Switzerland, Syria, Taiwan, Tajikistan, Tanzania, Thailand, Timor-Leste, Togo, Tunisia,
    Turkey, Türkiye, Turkmenistan, UAE, Uganda, UK, Ukraine, United Arab Emirates, United Kingdom, United States,
    Uruguay, US, USA, U.S., Uzbekistan, Vanuatu, Venezuela, Vietnam, Yemen, Yugoslavia, Zambia, Zimbabwe, Africa,
    Asia, Europe, Middle East, Balkans, Horn of Africa, Sahel, West Africa, East Africa
    """
)
"""Countries, and larger parts of the world: less telling as the place of an event than a town beside them."""

_PEOPLES: Final = word_set(
    """
    afghan afghans iraqi iraqis yemeni yemenis israeli israelis pakistani pakistanis saudi saudis kuwaiti emirati
    bangladeshi somali somalis qatari omani bahraini azeri azerbaijani nepali kashmiri bengali punjabi kurd kurds turk
    turks greek greeks french dutch german germans czech slovak swiss thai filipino arab arabs chechen chechens uzbek
    tajik kazakh kyrgyz turkmen tutsi tutsis hutu hutus rohingya tamil tamils serb serbs croat croats bosniak bosniaks
    slovene druze alawite alawites yazidi yazidis yezidi yezidis sunni sunnis shia shias shiite shiites shi'ite muslim
    muslims christian christians jew jews hazara hazaras pashtun pashtuns oromo fulani tuareg tigrayan tigrayans
    westerner westerners western islamist islamists hindu hindus buddhist buddhists lebanese arabic
    """
)
_PEOPLE_ENDING: Final = re.compile(r"^[a-z'-]{2,}(?:[ie]ans?|[^ou]ese|[^ ]{2}ish|cans|kosovars?)$")
_PLACES_LIKE_PEOPLES: Final = word_set("shopian xian dalian fujian orleans varese")

SIDES: Final = word_set(
    """
    isis isil daesh hamas hezbollah hizbollah hizbullah taliban houthi houthis qaeda qaida al-qaeda al-qaida al-shabab
    al-shabaab shabab shabaab nusra al-nusra fatah ltte boko haram janjaweed wagner rsf saf tplf fano sdf ypg ypj pkk
    fsa hts saa idf m23 chetniks ustasha farc unita renamo ahrar al-sham jaish al-islam tahrir kremlin pentagon
    """
)
_WEEKDAYS: Final = word_set("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri")
CALENDAR: Final = _WEEKDAYS | MONTHS | word_set("ramadan christmas easter") | frozenset(day + "s" for day in _WEEKDAYS)


def is_country(name: str) -> bool:
    """Tell whether the words name a country, also without its apostrophe: "Syria's", "Syrias", "the Philippines"."""
    bare = name.lower().replace("’", "'").removeprefix("the ").removesuffix("'s")
    return bare in COUNTRIES or bare.removesuffix("s") in COUNTRIES


def is_people(word: str) -> bool:
    """Tell whether a word names a people or where someone is from: "Syrian", "Tamils"."""
    lower = word.lower().replace("’", "'").removesuffix("'s")
    if lower in _PEOPLES:
        return True
    return bool(_PEOPLE_ENDING.match(lower)) and lower not in _PLACES_LIKE_PEOPLES and not is_country(lower)
