"""Where the event of a figure was."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.extraction.places import place_of
from tracker.extraction.text.article import Article, KnownPlace
from tracker.extraction.text.mentions import Mention
from tracker.extraction.text.passages import Span
from tracker.vocabulary import Indicator

GAZETTEER = (
    KnownPlace("syria", ("Syria", "Syrian Arab Republic")),
    KnownPlace("homs", ("Homs", "Homs city")),
    KnownPlace("deir-ez-zor", ("Deir ez-Zor", "Deir al-Zor", "Dayr az Zawr")),
    KnownPlace("maarrat", ("Ma'arrat an-Nu'man", "Maarrat al-Numan")),
    KnownPlace("idlib-governorate", ("Idlib governorate", "Idlib province")),
    KnownPlace("idlib", ("Idlib", "Idleb")),
)


def place(text: str, number: str, indicator: Indicator = Indicator.KILLED) -> Mention | None:
    article = Article(text, date(2018, 3, 15), GAZETTEER)
    at = text.index(number)
    sentence = next(i for i, span in enumerate(article.sentences) if span.start <= at < span.end)
    return place_of(article, sentence, Span(at, at + len(number)), indicator)


def words(found: Mention | None) -> str | None:
    return found.text if found else None


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("A bomb in Kabul killed 12 people.", "12", "Kabul"),
        ("Gunmen who crossed from Chad killed 12 people in Bora.", "12", "Bora"),
        ("Israel mourned as gunmen stormed across the border from Lebanon and 12 died in Nahariya.", "12", "Nahariya"),
        ("Gunmen abducted 12 people from Bora.", "12", "Bora"),
        ("Soldiers took 40 men from the village of Bora.", "40", "Bora"),
        ("Five people died in the Bab Amr district of Homs.", "Five", "Bab Amr"),
        ("Five people died in the Homs district of Bab Amr.", "Five", "Bab Amr"),
        ("Five people died in Jammu and Kashmir's Pulwama district.", "Five", "Pulwama district"),
        ("Five people died in Jammu and Kashmir.", "Five", "Jammu and Kashmir"),
        ("Attacks on three military installations left five people dead.", "five", "three military installations"),
        ("Five people died in an area called Adi Amsal, he said.", "Five", "Adi Amsal"),
        ("Five people died in a village known as Bora Dam.", "Five", "Bora Dam"),
        ("The governor of nearby Lango said 24 died in two attacks in the state.", "24", "Lango"),
        ("In Washington, officials said 12 soldiers had been killed in Niger.", "12", "Niger"),
        ("In Brussels, police said 130 people had been killed.", "130", "Brussels"),
        ("In Paris, police said 130 people had been killed.", "130", "Paris"),
        ("Shelling in Bora and Kole killed 12 and 30 people, respectively.", "12", "Bora"),
        ("Shelling in Bora and Kole killed 12 and 30 people, respectively.", "30", "Kole"),
        ("Five Killed in Kabul Blast", "Five", "Kabul"),
        ("Twelve people died near the Somali town of Baidoa.", "Twelve", "Baidoa"),
        ("A strike on the port of Hodeidah killed 9.", "9", "Hodeidah"),
        ("Shelling hit Kharkiv, killing 9.", "9", "Kharkiv"),
        ("Gunmen killed 8 villagers in Nigeria's Borno state.", "8", "Borno state"),
        ("A blast in Sehwan, in the southern province of Sindh, killed 80.", "80", "Sehwan"),
        ("The mine killed 7 in Maiwand, a district of Kandahar province.", "7", "Maiwand"),
        ("A shell killed 6 people in the West Bank city of Jenin.", "6", "Jenin"),
        ("A blast in the Afghan capital, Kabul, killed 6.", "6", "Kabul"),
        ("Ethiopia's capital, Addis Ababa, saw 6 deaths.", "6", "Addis Ababa"),
        ("Troops killed 40 people in Lalibela in Ethiopia.", "40", "Lalibela"),
        ("Air strikes killed 3 in northern Gaza.", "3", "northern Gaza"),
        ("In Baghdad, bombs killed 24 people; in Kirkuk, gunmen shot 7.", "24", "Baghdad"),
        ("In Baghdad, bombs killed 24 people; in Kirkuk, gunmen shot 7.", "7", "Kirkuk"),
        ("Forty died in Bentiu while 15 were killed in Malakal.", "15", "Malakal"),
        ("Fighters killed 30 in Bria, where 12 others were wounded.", "12", "Bria"),
        ("Juba: 16 aid workers held at gunpoint", "16", "Juba"),
        ("The war has killed 10,000 people in Yemen.", "10,000", "Yemen"),
        ("Mariupol's siege has cost 900 lives.", "900", "Mariupol"),
        ("Five people were killed in the besieged district.", "Five", "the besieged district"),
        ("The army bombed a rebel-held village, killing 5.", "5", "a rebel-held village"),
    ],
)
def test_the_place_of_the_event_in_the_sentence(text: str, number: str, expected: str) -> None:
    assert words(place(text, number)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Officials in Nairobi said 6 people were killed.",
        "Hundreds of fighters stormed across the border from Chad and killed 6 people.",
        "Rockets fired from Gaza killed 6 people.",
        "In Geneva, Switzerland, UN human rights spokesman John Roe said 6 people were killed.",
        "At least 6 people were killed in the Conflict on Monday.",
        "VILLAGE EMPTIED: 6 people were killed",
        "6 people died in an operation called Desert Fire.",
        "Jane Doe, a nurse from Darfur, said 6 people were killed.",
        "President Putin said on Facebook that 6 people were killed.",
        "Hezbollah said 6 of its fighters were killed.",
        "Troops loyal to Bashar Example killed 6 people.",
        "On Monday 6 people were killed, Amnesty International said.",
        "Turkish soldiers killed 6 Syrians.",
        "Turkey has accused the militia of killing 6 people.",
        "6 people were killed, according to Human Rights Watch.",
        "BEIRUT (AFP) — 6 people were killed.",
        "GENEVA — Some 6 people were killed.",
        "6 people were killed at the hands of Somebody.",
        "6 people were killed, the BBC reports from Kyiv.",
        "Update: 6 people were killed.",
    ],
)
def test_persons_bodies_peoples_and_datelines_are_no_places(text: str) -> None:
    assert place(text, "6") is None


@pytest.mark.parametrize(
    ("text", "number", "indicator", "expected"),
    [
        ("About 400 fled to Chad from El Geneina.", "400", Indicator.FLED, "El Geneina"),
        ("Some 400 fled Bora after fighters from Chad attacked.", "400", Indicator.FLED, "Bora"),
        ("Some 400 had fled the country's volatile north.", "400", Indicator.FLED, "the country's volatile north"),
        ("In Geneva, a UNHCR spokesman said 400 had fled after gunmen stormed Gorom.", "400", Indicator.FLED, "Gorom"),
        ("Some 20 trucks crossed through Kole from Egypt.", "20", Indicator.AID_TRUCKS, "Kole"),
        ("More than 300 families left Marib for Aden.", "300", Indicator.FLED, "Marib"),
        ("Some 500 were evacuated from Bucha to Lviv.", "500", Indicator.EVACUATED, "Bucha"),
        ("The fighting displaced 50,000 people from Kachin state to China.", "50,000", Indicator.DISPLACED, "Kachin state"),
        ("Some 12,000 returned to Raqqa from camps near Hasaka.", "12,000", Indicator.RETURNED, "Raqqa"),
        ("A convoy of 17 trucks reached Mekelle from Semera.", "17", Indicator.AID_TRUCKS, "Mekelle"),
        ("Some 20 trucks crossed from Egypt into Gaza.", "20", Indicator.AID_TRUCKS, "Gaza"),
        (
            "Some 20 trucks entered the northern enclave and headed to Harasta.",
            "20",
            Indicator.AID_TRUCKS,
            "the northern enclave",
        ),
        ("Around 350,000 are trapped in Mosul.", "350,000", Indicator.BESIEGED, "Mosul"),
    ],
)
def test_the_place_fit_for_the_indicator(text: str, number: str, indicator: Indicator, expected: str) -> None:
    assert words(place(text, number, indicator)) == expected


@pytest.mark.parametrize(
    ("text", "indicator", "expected"),
    [
        ("Jordan is hosting 12 thousand refugees.", "displaced", "Jordan"),
        ("Chad has taken in 12 thousand refugees.", "displaced", "Chad"),
        ("Rebels killed 12 people near Bunia.", "killed", "Bunia"),
        ("A strike outside Sumy killed 12 people.", "killed", "Sumy"),
        ("Twelve (12) people died at Kandahar's Mirwais hospital.", "killed", "Kandahar"),
        ("Mosul's Old City lost 12 people.", "killed", "Old City"),
        ("An attack in the northern city of Kaduna killed 12.", "killed", "Kaduna"),
        ("An attack in Dnipro, Ukraine, killed 12.", "killed", "Dnipro"),
        ("An attack in Kramatorsk, Donetsk region, killed 12.", "killed", "Kramatorsk"),
        ("An attack in the village of Hroza, in Kharkiv region, killed 12.", "killed", "Hroza"),
        ("An attack in the village of Hroza in the Kharkiv region killed 12.", "killed", "Hroza"),
        ("KYIV, Ukraine (AP) — A Russian missile struck Odesa, killing 12 people.", "killed", "Odesa"),
        ("KHARTOUM (AFP) - Shelling killed 12 people in Omdurman.", "killed", "Omdurman"),
        ("The offensive on Tikrit has left 12 dead.", "killed", "Tikrit"),
        ("The battle of Kunduz left 12 dead.", "killed", "Kunduz"),
        ("Fighting for Bakhmut has killed 12 people.", "killed", "Bakhmut"),
        ("Clashes between troops and rebels in Mekele killed 12 people.", "killed", "Mekele"),
        ("Russian forces shelled Nikopol, killing 12 people.", "killed", "Nikopol"),
        ("Kherson was shelled 40 times, leaving 12 dead.", "killed", "Kherson"),
        ("In southern Ukraine, 12 people died in Mykolaiv.", "killed", "Mykolaiv"),
        ("In Mykolaiv in southern Ukraine, 12 people died.", "killed", "Mykolaiv"),
        ("Homs (12 dead), Hama (5 dead)", "killed", "Homs"),
        ("- Homs: 12 dead", "killed", "Homs"),
        ("Most deaths were in Amhara (12), followed by Oromia (5).", "killed", "Amhara"),
        ("Of the dead, 5 were in Amhara and 12 in Oromia.", "killed", "Oromia"),
        ("Some 12 thousand people fled Goma for Bukavu.", "fled", "Goma"),
        ("Some 12 thousand people fled to Bukavu from Goma.", "fled", "Goma"),
        ("Some 12 thousand people fled from fighting in Goma.", "fled", "Goma"),
        ("Some 12 thousand refugees have arrived in Chad from Darfur.", "fled", "Darfur"),
        ("Fighting in Darfur forced 12 thousand people to flee to Chad.", "fled", "Darfur"),
        ("Some 12 aid trucks reached Mekele from Semera.", "aid_trucks", "Mekele"),
        ("A convoy of 12 trucks entered northern Gaza.", "aid_trucks", "northern Gaza"),
        ("A convoy of 12 trucks left Semera for Mekele.", "aid_trucks", "Mekele"),
        ("The army said 12 soldiers were killed in the Black Sea port of Odesa.", "killed", "Odesa"),
        ("An air strike on a market in the town of Togoga killed 12.", "killed", "Togoga"),
        ("An air strike on a market in Togoga killed 12.", "killed", "Togoga"),
        ("Gunmen stormed the Sahafi Hotel in Mogadishu, killing 12.", "killed", "Mogadishu"),
        ("Gunmen opened fire at a mosque in Kano, killing 12.", "killed", "Kano"),
        ("A car bomb exploded near the Interior Ministry in Kabul, killing 12.", "killed", "Kabul"),
        ("The bombing of the Al-Ahli hospital killed 12.", "killed", "Al-Ahli hospital"),
        ("In a statement from Geneva, the UN said 12 people died in Sittwe.", "killed", "Sittwe"),
        ("At a meeting in Geneva, the envoy said 12 people had died in Taiz.", "killed", "Taiz"),
        ("Shelling killed 12 people in Taiz, the envoy told reporters in Geneva.", "killed", "Taiz"),
        ("A rocket fired from Gaza killed 12 people in Sderot.", "killed", "Sderot"),
        ("Shells fired from Syria killed 12 people in the Turkish town of Kilis.", "killed", "Kilis"),
        ("Twelve (12) people were killed 30 km north of Maiduguri.", "killed", "Maiduguri"),
        ("A mass grave with 12 bodies was found in Bucha.", "killed", "Bucha"),
        ("Bodies of 12 people were exhumed from a grave in Bucha.", "killed", "Bucha"),
        ("Twelve (12) died in Manbij. In the town's hospital 30 were treated.", "killed", "Manbij"),
        ("The town of Manbij was shelled. Twelve (12) people died.", "killed", "Manbij"),
        ("A strike hit Manbij on Sunday. It killed 12 people.", "killed", "Manbij"),
        ("Shelling in Aleppo's Salaheddine district killed 12.", "killed", "Salaheddine district"),
        ("Eastern Aleppo saw 12 deaths.", "killed", "Eastern Aleppo"),
        ("The siege of Eastern Ghouta has killed 12.", "killed", "Eastern Ghouta"),
        ("Troops besieging Homs killed 12.", "killed", "Homs"),
        ("South Kordofan has seen 12 deaths.", "killed", "South Kordofan"),
        ("The Houthis killed 12 people in Marib.", "killed", "Marib"),
        ("Two villages in Plateau state were raided and 12 people killed.", "killed", "Plateau state"),
        ("Police in Plateau state said 12 people were killed.", "killed", "Plateau state"),
        ("The White House said 12 people were killed in Kabul.", "killed", "Kabul"),
        (
            "Colombo, Sri Lanka - Fire on a clinic in the zone near Putumattalan killed 12 patients, doctors said.",
            "killed",
            "Putumattalan",
        ),
        ("The fighting in the Vanni has displaced 12 thousand people.", "displaced", "Vanni"),
        ("At Srebrenica, 12 bodies were identified.", "killed", "Srebrenica"),
        ("A mortar round slammed into the Markale marketplace in Sarajevo, killing 12.", "killed", "Sarajevo"),
        ("Some 12 villagers were shot dead in Racak, a village in southern Kosovo.", "killed", "Racak"),
        ("A suicide bomber blew himself up in Baghdad's Karrada district, killing 12.", "killed", "Karrada district"),
        ("Two bombs went off in the Shia district of Sadr City in Baghdad, killing 12.", "killed", "Sadr City"),
        ("Iraqi forces found 12 bodies in Hamam al-Alil, south of Mosul.", "killed", "Hamam al-Alil"),
        ("At least 12 fighters died west of Mosul.", "killed", "Mosul"),
        ("Coalition jets bombed a wedding in Mocha, Yemen, killing 12.", "killed", "Mocha"),
        ("The cholera outbreak in Yemen has killed 12 people.", "killed", "Yemen"),
        (
            "Fighters from the Rapid Support Forces killed 12 people in Wad al-Noura, a village in Gezira state.",
            "killed",
            "Wad al-Noura",
        ),
        ("More than 12 thousand people have fled Zamzam camp for Tawila.", "fled", "Zamzam camp"),
        ("Tens of families and 12 thousand others have crossed from Myanmar into Bangladesh.", "fled", "Myanmar"),
        ("Sittwe: 12 people drowned", "killed", "Sittwe"),
        ("Eritrean troops massacred 12 people in Axum.", "killed", "Axum"),
        ("In Tigray, 12 people died of hunger.", "killed", "Tigray"),
        ("Tigray's hospitals recorded 12 deaths.", "killed", "Tigray"),
        ("A hospital in the Tigrayan town of Shire treated 12 wounded.", "killed", "Shire"),
        ("A missile hit a shopping centre in Kremenchuk, killing 12.", "killed", "Kremenchuk"),
        ("A Russian glide bomb hit an apartment block in Zaporizhzhia on Thursday, killing 12.", "killed", "Zaporizhzhia"),
        ("Russian attacks on the Kherson region killed 12.", "killed", "Kherson region"),
        ("An overnight attack on the Ukrainian capital killed 12.", "killed", "the Ukrainian capital"),
        ("In the Donetsk region, shelling killed 12 in Kostiantynivka.", "killed", "Kostiantynivka"),
        ("In the city of Dnipro, a drone strike killed 12 people and in Nikopol three were hurt.", "killed", "Dnipro"),
        ("Ukrainian drones killed 12 people in Russia's Belgorod region.", "killed", "Belgorod region"),
        ("Israeli strikes killed 12 people in Khan Younis in the southern Gaza Strip.", "killed", "Khan Younis"),
        ("An Israeli strike on a tent camp in al-Mawasi killed 12.", "killed", "al-Mawasi"),
        ("The Nasser Hospital in Khan Younis received 12 bodies.", "killed", "Khan Younis"),
        ("The Israeli military said it killed 12 militants in Jenin.", "killed", "Jenin"),
        ("Hezbollah said 12 of its fighters were killed in southern Lebanon.", "killed", "southern Lebanon"),
        ("A strike near Tyre killed 12.", "killed", "Tyre"),
        ("A strike in the Bekaa Valley killed 12.", "killed", "Bekaa Valley"),
        ("Gangs killed 12 people in Pont-Sondé, in Haiti's Artibonite region.", "killed", "Pont-Sondé"),
        ("Bandits abducted 12 pupils from a school in Kuriga, Kaduna State.", "killed", "Kuriga"),
        ("Jihadists killed 12 soldiers in an ambush near Solhan in northern Burkina Faso.", "killed", "Solhan"),
        ("The rebel offensive around Goma has displaced 12 thousand people in North Kivu.", "displaced", "North Kivu"),
        ("A ferry carrying 12 refugees reached Mocha from Djibouti.", "fled", "Djibouti"),
        ("Russia's bombardment of Grozny killed 12.", "killed", "Grozny"),
        ("Forces loyal to Haftar attacked Tripoli, leaving 12 dead.", "killed", "Tripoli"),
        ("An air raid hit a migrant detention centre in Tajoura, east of Tripoli, killing 12.", "killed", "Tajoura"),
        ("The UN said 12 people had been killed in Deraa.", "killed", "Deraa"),
        ("In eastern Ghouta, the Syrian Observatory said, 12 people were killed.", "killed", "eastern Ghouta"),
        ("Army helicopters dropped barrel bombs on Daraya, leaving 12 dead.", "killed", "Daraya"),
        ("Some 12 people were evacuated from Daraya to Idlib.", "evacuated", "Daraya"),
        ("A convoy carrying aid for 12 thousand people reached Madaya.", "aid_recipients", "Madaya"),
        ("The first 12 trucks crossed into Gaza through Kerem Shalom.", "aid_trucks", "Gaza"),
        ("In the Somali capital Mogadishu, 12 died.", "killed", "Mogadishu"),
        ("The president flew to Paris after the blast in Beirut killed 12.", "killed", "Beirut"),
        ("President Bush said in Washington that 12 soldiers had died in Falluja.", "killed", "Falluja"),
        ("Some 12 thousand civilians remain trapped in Aleppo's rebel-held east.", "besieged", "Aleppo"),
        ("An estimated 12 thousand are besieged in Deir ez-Zor by Islamic State.", "besieged", "Deir ez-Zor"),
        ("Shelling of the Yarmouk refugee camp in Damascus killed 12.", "killed", "Yarmouk refugee camp"),
        ("The clashes in Tripoli, Lebanon's second city, left 12 dead.", "killed", "Tripoli"),
        ("In Lebanon's second city, Tripoli, 12 people died.", "killed", "Tripoli"),
        ("Kandahar: Taliban fighters killed 12 policemen in Maiwand", "killed", "Maiwand"),
        ("Rockets landed in the town. The town of Sderot was hit hardest: 12 dead.", "killed", "Sderot"),
        ("12 children among Basra dead, says UN", "killed", "Basra"),
        ("A monk who toured Bria said he had seen 12 bodies.", "killed", "Bria"),
        ("Uganda said it was sheltering 12 thousand Congolese.", "displaced", "Uganda"),
        ("In the breakaway province, 12 people died.", "killed", "the breakaway province"),
        ("Twelve (12) people are trapped in three barangays.", "besieged", "three barangays"),
        ("The school, however, houses 12 thousand displaced.", "displaced", "The school"),
        ("Shells fell on northern and western Darfur, killing 12.", "killed", "northern and western Darfur"),
        ("GORI, Georgia, May 3 (Agency) - Jets hit a bridge in this town, killing 12.", "killed", "GORI"),
        ("(Geneva, May 3) - Shells killed 12 people in Taiz.", "killed", "Taiz"),
        ("Basra: bomb in Zubayr, 12 hurt", "injured", "Zubayr"),
        ("A double strike on the Noor school in the Burj camp killed 12.", "killed", "Burj camp"),
        ("Most who went home are in Anbar with 40, followed by Diyala with 12.", "returned", "Diyala"),
        ("Bodies of 12 men were dug from the park.", "killed", "the park"),
        ("MARTUNI, Nagorno-Karabakh — Shelling of Azerbaijani cities killed 12.", "killed", "Azerbaijani cities"),
        ("Gunmen loyal to the Islamic State group killed 12 near the Gao region.", "killed", "Gao region"),
        ("Some 12 families sheltering at the UNMISS base in Bor were wounded.", "injured", "Bor"),
        ("Some 12 people were killed on Sunday in Mali in a raid by gunmen in Solhan.", "killed", "Solhan"),
        ("Some 12 people were killed in Mali and an army base in Solhan was looted.", "killed", "Mali"),
        ("In Mali, 12 people were killed in Solhan.", "killed", "Solhan"),
        ("In Solhan, 12 people were killed in the market.", "killed", "Solhan"),
        ("Some 12 civilians were killed in the Territory of Djugu.", "killed", "Djugu"),
        ("Some 12 people died in both Iraq and Jordan.", "killed", "Iraq"),
        ("Talks ended after a raid on a military base left 12 dead.", "killed", "a military base"),
        ("About 12 prisoners were taken to rebel-run detention camps.", "detained", "rebel-run detention camps"),
        ("Mortars hit downtown Beirut, killing 12.", "killed", "downtown Beirut"),
        ("Some 12 people were killed elsewhere, among them a boy shot in a Tuzla suburb.", "killed", "elsewhere"),
        ("Elsewhere in Tuzla, 12 people were killed.", "killed", "Tuzla"),
        ("A camp for those fleeing the fighting elsewhere in Rafah was hit, killing 12.", "killed", "Rafah"),
        ("In all, 40 people have fled Kismayo, of whom 12 went to Kenya.", "fled", "Kenya"),
        ("In all, 40 people have fled Kismayo, of whom 12 were children.", "fled", "Kismayo"),
        (
            "Despite the closing of Kosovo’s borders, 12 people managed to flee to neighbouring areas.",
            "fled",
            "neighbouring areas",
        ),
        ("The fighting in Azaz drove 12 people to Turkey.", "fled", "Azaz"),
        ("The buses go on to Tetovo, where 12 displaced families live.", "displaced", "Tetovo"),
        ("In Bria 40 live in the Catholic church and 12 sought refuge at the Zemio health centre.", "fled", "Zemio"),
        ("Jets bombed Nam Kham, about 110 km (68 miles) north of the city of Lashio, killing 12.", "killed", "Nam Kham"),
        ("Jets bombed a convoy 110 km north of Lashio, killing 12.", "killed", "Lashio"),
        ("Raids in the Diffa region of south-eastern Niger killed 12.", "killed", "Diffa region"),
        ("Raids in the Darfur city of Nyala killed 12.", "killed", "Nyala"),
        ("A raid in Nangarhar province’s Achin district killed 12.", "killed", "Achin district"),
        ("During the occupation of Vukovar 12 people were killed.", "killed", "Vukovar"),
        ("Some 12 Kosovars were killed in Istok.", "killed", "Istok"),
    ],
)
def test_ordinary_news_says_where_it_was(text: str, indicator: str, expected: str) -> None:
    assert words(place(text, "12", Indicator(indicator))) == expected


@pytest.mark.parametrize(
    ("text", "printed", "slug"),
    [
        ("A raid on HOMS killed 4.", "HOMS", "homs"),
        ("A raid on Deir al Zor killed 4.", "Deir al Zor", "deir-ez-zor"),
        ("A raid on Deir ez‑Zor killed 4.", "Deir ez‑Zor", "deir-ez-zor"),
        ("A raid on Maʿarrat an-Nu’mān killed 4.", "Maʿarrat an-Nu’mān", "maarrat"),
        ("A raid on Homs’s centre killed 4.", "Homs", "homs"),
        ("Syrias civil war has killed 4.", "Syria", "syria"),
        ("A raid in Syrias Idlib province killed 4.", "Idlib province", "idlib-governorate"),
        ("A raid in rural Homs killed 4.", "rural Homs", None),
        ("A raid on a Homs suburb killed 4.", "Homs suburb", None),
        ("A raid on Ariha killed 4.", "Ariha", None),
    ],
)
def test_the_gazetteer_however_it_is_typeset(text: str, printed: str, slug: str | None) -> None:
    found = place(text, "4")
    assert found is not None
    assert (found.text, found.slug) == (printed, slug)
    assert found.span.of(text) == printed


def test_words_for_a_place_stand_for_the_one_named_before() -> None:
    text = "Government planes bombed Homs. At least 7 people died in the city."
    found = place(text, "7")
    assert found is not None
    assert (found.text, found.slug) == ("the city", "homs")
    assert found.stands_for is not None
    assert found.stands_for.span.of(text) == found.stands_for.text == "Homs"


@pytest.mark.parametrize(
    ("text", "printed", "named"),
    [
        ("Troops entered Homs. Forty men died on the Zaki farm. They drove 12 people from the town.", "the town", "Homs"),
        ("Shells hit Idlib province. They drove 12 people from the province.", "the province", "Idlib province"),
        ("Shells hit Homs. They drove 12 people from the province.", "the province", None),
        ("Shells hit Homs. They drove 12 people from the village.", "the village", "Homs"),
        ("Shells hit Homs. They drove 12 people from the district.", "the district", "Homs"),
    ],
)
def test_a_kind_of_place_takes_up_only_such_a_place(text: str, printed: str, named: str | None) -> None:
    found = place(text, "12", Indicator.FLED)
    assert found is not None
    assert (found.text, found.stands_for and found.stands_for.text) == (printed, named)
    assert found.slug is None or named is not None


@pytest.mark.parametrize(
    "text",
    [
        "Russia’s invasion has killed 12 people.",
        "Israel’s ground and air campaign has killed 12 people.",
        "In the first quarter of 2019, monitors counted 12 deaths.",
        "A spokesman told reporters in Cairo that 12 people had died.",
        "Speaking at a press conference in Riyadh, the envoy said 12 people had died.",
        "The envoy told the Security Council in New York that 12 people had died.",
        "- Casualties1: 12 soldiers killed",
        "Streets were empty. Some 12 people died.",
        "Some 12 people were killed in Operation Cast Lead.",
        "Two men died in Homs. Since March 2015, monitors have recorded a total of 12 deaths.",
    ],
)
def test_what_looks_like_a_place_and_is_none(text: str) -> None:
    assert place(text, "12") is None


@pytest.mark.parametrize(
    ("where", "slug"),
    [
        ("a suburb of Homs", None),
        ("the province of Idlib", "idlib-governorate"),
        ("the district of Homs", None),
        ("the city of Homs", "homs"),
        ("the centre of Homs", "homs"),
    ],
)
def test_a_part_or_a_province_is_not_the_town_of_its_name(where: str, slug: str | None) -> None:
    found = place(f"Shells killed 12 people in {where}.", "12")
    assert found is not None
    assert found.slug == slug


def test_this_city_is_the_one_of_the_dateline() -> None:
    assert words(place("HOMS, Syria — A missile hit a school in this western city, killing 7.", "7")) == "HOMS"


def test_the_context_gives_the_place_that_the_sentence_leaves_out() -> None:
    text = "Planes bombed Homs on Monday. Rescuers dug all night. They found 7 bodies."
    found = place(text, "7")
    assert found is not None
    assert (found.text, found.slug) == ("Homs", "homs")
    assert found.span.end < text.index("Rescuers")


def test_whom_the_arrested_attacked_is_not_where_they_were_arrested() -> None:
    deed = "members of the group that attacked Bora."
    assert place(f"The army arrested 6 {deed}", "6", Indicator.DETAINED) is None
    assert words(place(f"In Kole the army arrested 6 {deed}", "6", Indicator.DETAINED)) == "Kole"
    assert words(place("The army arrested 6 men in a raid that hit Bora.", "6", Indicator.DETAINED)) == "Bora"


def test_the_city_is_the_one_that_the_sentence_is_about() -> None:
    packed = "{} is packed because 12,000 people have been displaced towards the city."
    text = "Shells fell in Bora. " + packed
    assert words(place(text.format("Bora"), "12,000", Indicator.DISPLACED)) == "Bora"
    assert words(place(packed.format("Bora"), "12,000", Indicator.DISPLACED)) == "the city"
    assert words(place(text.format("Fighting"), "12,000", Indicator.DISPLACED)) == "the city"


def test_a_district_of_a_town_leaves_the_town_in() -> None:
    text = "Rockets hit the Bab Amr district of Homs. Some 40,000 people have been displaced by the clashes."
    assert words(place(text, "40,000", Indicator.DISPLACED)) == "Homs"


def test_a_town_before_goes_before_a_nearer_country() -> None:
    assert words(place("Militias attacked Shegeg. Refugees in Chad told of it. They shot 67.", "67")) == "Shegeg"


def test_a_count_since_a_war_began_is_not_put_into_the_town_before() -> None:
    text = "Planes bombed Homs in Syria. More than 300,000 have died since the war began."
    assert words(place(text, "300,000")) == "Syria"


def test_context_reaches_back_a_bounded_number_of_sentences() -> None:
    filling = "Nothing happened there. " * 12
    assert place(f"One. Two. Planes bombed Homs. {filling}They found 7 bodies.", "7") is None
    assert words(place(f"Planes bombed Homs. {filling}They found 7 bodies.", "7")) == "Homs"


def test_an_item_of_a_list_has_the_place_of_its_label() -> None:
    text = "Daily bulletin\n• Ariha: 9 civilians killed\n• Kafr Nabl: 3 killed"
    assert words(place(text, "9")) == "Ariha"
    assert words(place(text, "3")) == "Kafr Nabl"


@given(st.text(max_size=300), st.integers(0, 300), st.sampled_from(list(Indicator)))
def test_any_text_is_read_without_an_error(text: str, at: int, indicator: Indicator) -> None:
    _holds(text, at, lambda article, sentence, number: place_of(article, sentence, number, indicator))


def _holds(text: str, at: int, read: Callable[[Article, int, Span], Mention | None]) -> None:
    article = Article(text, None, GAZETTEER)
    for sentence, span in enumerate(article.sentences):
        start = min(max(at, span.start), span.end - 1)
        found = read(article, sentence, Span(start, start + 1))
        if found is not None:
            assert found.span.of(text) == found.text != ""


def test_a_huge_sentence_is_read() -> None:
    text = "and then in Homs 12 people died " * 3000
    article = Article(text, None, GAZETTEER)
    at = text.rindex("12")
    assert words(place_of(article, 0, Span(at, at + 2), Indicator.KILLED)) == "Homs"


def test_a_sentence_at_the_end_changes_nothing() -> None:
    text = "Planes bombed Homs. They found 7 bodies. "
    assert place(text, "7") == place(text + "Nothing else happened in Idlib.", "7")
