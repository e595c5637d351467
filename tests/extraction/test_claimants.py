"""Who made the claim that a figure is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.extraction.claimants import claimant_of
from tracker.extraction.text.article import Article
from tracker.extraction.text.mentions import Mention
from tracker.extraction.text.passages import Span


def claimant(text: str, number: str = "12") -> Mention | None:
    article = Article(text)
    at = text.index(number)
    sentence = next(i for i, span in enumerate(article.sentences) if span.start <= at < span.end)
    return claimant_of(article, sentence, Span(at, at + len(number)))


def words(found: Mention | None) -> str | None:
    return found.text if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry said 12 people died.", "The ministry"),
        ("The ministry later also said that 12 people died.", "The ministry"),
        ("The ministry said on Tuesday that 12 people died.", "The ministry"),
        ("The ministry on Tuesday said 12 people died.", "The ministry"),
        ("An updated toll the following week put the dead at 12.", "An updated toll"),
        ("At least 12 people died, the Mine Action Centre reported.", "the Mine Action Centre"),
        ("At least 12 people died, a doctors’ union said late on Sunday.", "a doctors’ union"),
        ("At least 12 people died, said Jane Doe, head of the clinic.", "Jane Doe"),
        ("At least 12 people died, said greengrocer Jane Doe.", "greengrocer Jane Doe"),
        ("At least 12 people died, Jane Doe, head of the clinic, told AFP.", "Jane Doe"),
        ("At least 12 people died, the head of the clinic, Jane Doe, told AFP.", "Jane Doe"),
        ("“They killed 12 of us,” Jane Doe, a 45-year-old mother, told the BBC.", "Jane Doe"),
        ("Jane Doe, 31, told reporters that 12 people died.", "Jane Doe"),
        ("The army, however, said 12 people died.", "The army"),
        ("Officials at the airport said 12 people died.", "Officials at the airport"),
        ("Police and hospital officials said 12 people died.", "Police and hospital officials"),
        ("According to the UN refugee agency, 12 people died.", "the UN refugee agency"),
        ("In all 12 people died, according to a new toll from the ministry.", "the ministry"),
        ("According to Red Cross estimates 12 people died.", "Red Cross"),
        ("According to the UN’s latest figures, 12 people died.", "the UN"),
        ("Kenya said the death toll from the Westgate attacks had reached 12.", "Kenya"),
        ("Reports from Bora say 12 people were killed.", "Reports from Bora"),
        ("Figures from Kyiv show 12 people were killed.", "Kyiv"),
        ("Figures from Doctors Without Borders show 12 people died.", "Doctors Without Borders"),
        ("The toll from the ministry rose to 12.", "the ministry"),
        ("Families, fleeing the Beni, Oicha, and Lume areas, tell us that gunmen killed 12.", "Families"),
        ("Refugees fleeing Beni told the BBC that gunmen killed 12.", "Refugees"),
        ("Doctors working in Beni said 12 people died.", "Doctors"),
        ("A report on the killing of civilians by the mission said 12 people died.", "the mission"),
        ("Earlier on Monday, the governor of nearby Lango, said 12 people died.", "the governor of nearby Lango"),
        ("Jane Doe, the deputy director at the UN mission in Gulu said 12 died.", "Jane Doe"),
        ("In Addis Ababa, the deputy director said 12 died.", "the deputy director"),
        ("Gulu's director of refugee affairs, John Roe, said 12 died.", "John Roe"),
        ("The head of surgery, John Roe, said 12 died.", "John Roe"),
        ("12 died, as detailed in a report released by the UN's Office in Gulu, known as UNOG.", "the UN's Office in Gulu"),
        ("12 died, as documented in a report by Amnesty International.", "Amnesty International"),
        ("“Since May, the Davao Police Office report(ed) that 12 died,” she said.", "the Davao Police Office"),
        ("The mayor said six were killed while 12 others were wounded.", "The mayor"),
        ("The army said six were killed while 12 were wounded, the rebels said.", "the rebels"),
        ("Figures compiled by the Peace Institute show that 12 people died.", "the Peace Institute"),
        ("By the army's account, 12 people died.", "the army's account"),
        ("The town, where 12 people died as reported by Amnesty International, is empty.", "Amnesty International"),
        ("Local residents put the death toll at 12.", "Local residents"),
        ("The government puts the figure at 12.", "The government"),
        ("Activists said 12 people died.", "Activists"),
        ("The UN says local doctors have reported that 12 people died.", "local doctors"),
        ("A Reuters reporter saw 12 bodies.", "A Reuters reporter"),
        ("Twelve (12) trucks, which Russian media said carried food, left.", "Russian media"),
        ("Forty died, while the rebels claimed a number of 12.", "the rebels"),
        ("Blast at shrine kills 12 - police", "police"),
        ("UN: 12 killed at shrine", "UN"),
        ("He said 12 others were hurt.", "He"),
        ("Jane Doe, head of the clinic, said Israel killed 12 people.", "Jane Doe"),
        ("Jane Doe, head of the clinic, said the army had killed 12 people.", "Jane Doe"),
        ("Rockets killed 12 people, said Jane Doe on Friday.", "Jane Doe"),
        ("Rockets killed 12 people, said the mayor of Homs.", "the mayor of Homs"),
        ('"We lost 12," confirmed the ministry.', "the ministry"),
    ],
)
def test_who_is_said_to_have_said_it(text: str, expected: str) -> None:
    assert words(claimant(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 12 people died in the attack activists said.", "activists"),
        ("At least 12 people died in Homs on Friday Mercy Watch reported.", "Mercy Watch"),
        ("Jane Doe the director of a clinic in the east told Reuters 12 people died.", "Jane Doe"),
        (
            "At least 12 people died in the suburbs of Homs said the Mine Action Centre an independent group.",
            "the Mine Action Centre",
        ),
        ("According to figures compiled by the media office 12 people died.", "the media office"),
    ],
)
def test_texts_whose_commas_are_lost(text: str, expected: str) -> None:
    assert words(claimant(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed 12 people.",
        "A bomb in Homs claimed 12 lives.",
        "The militia claimed responsibility for a bomb that killed 12 people.",
        "Around 12 people were reported killed.",
        "The United States killed 12 people.",
        "The rebels released 12 prisoners.",
        "The 12 hostages were released by the rebels.",
        "Some 12 people died while the ministry said the road was open.",
        "The ministry said the road was open, but 12 people died.",
        "We counted 12 bodies.",
        "The army put out 12 fires.",
        "",
    ],
)
def test_where_nobody_says_it(text: str) -> None:
    article = Article(text or "12")
    at = article.text.index("12")
    assert claimant_of(article, 0, Span(at, at + 2)) is None


@pytest.mark.parametrize(
    ("text", "printed", "named"),
    [
        ("Governor Jane Doe condemned it, the BBC said. Jane Doe told AFP of it. She said 12 died.", "She", "Jane Doe"),
        ("Jane Doe, head of the clinic, told AFP that it was dark. He told AFP 12 died.", "He", "Jane Doe"),
        ("The Mine Action Centre said so. It said 12 died.", "It", "The Mine Action Centre"),
        ("The Mine Action Centre said so. The group said 12 died.", "The group", "The Mine Action Centre"),
        ("The Mine Action Centre said so. The Centre hoped. It said 12 died.", "It", "The Mine Action Centre"),
        ("The Mine Action Centre said so. On Friday the centre said 12 died.", "the centre", "The Mine Action Centre"),
        ("Governor Jane Doe said so. Doe said 12 died.", "Doe", "Governor Jane Doe"),
        ("The World Health Organization said so. The WHO said 12 died.", "The WHO", "The World Health Organization"),
        ("Opposition activists blamed planes for a raid, which they said killed 12.", "Opposition activists", None),
        ("The group said 12 died.", "The group", None),
    ],
)
def test_short_words_stand_for_the_name_before(text: str, printed: str, named: str | None) -> None:
    found = claimant(text)
    assert found is not None
    assert found.text == printed
    assert (found.stands_for.text if found.stands_for else None) == named
    if found.stands_for:
        assert found.stands_for.span.of(text) == named


@pytest.mark.parametrize(
    "text",
    [
        "Jane Doe told us: “They came at dawn. They killed 12 men. Then they left.”",
        "“They came at dawn,” Jane Doe said. “They killed 12 men.”",
        "“They killed 12 men. Then they left,” Jane Doe said.",
    ],
)
def test_a_quotation_keeps_its_speaker(text: str) -> None:
    assert words(claimant(text)) == "Jane Doe"


def test_behind_a_quotation_its_speaker_is_not_the_claimant() -> None:
    assert claimant("“They came at dawn,” Jane Doe said. A bomb killed 12 men.") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Taliban: 12 killed in Kabul.", "Taliban"),
        ("Figures from the Health Ministry put the number of dead at 12.", "the Health Ministry"),
        ("The UN's count put the dead at 12.", "The UN"),
        ("The health ministry said in a statement that 12 people were killed.", "The health ministry"),
        ("In a statement, the health ministry said 12 people were killed.", "the health ministry"),
        ("A spokesman for the governor said that 12 people were killed.", "A spokesman for the governor"),
        (
            "A spokeswoman for the UN refugee agency, Ana Silva, told reporters in Geneva that 12 people were killed.",
            "Ana Silva",
        ),
        ("Twelve people (12) were killed, said Ana Silva, a spokeswoman for the agency.", "Ana Silva"),
        (
            "At least 12 people were killed, a spokesman for the governor said in a statement on Monday.",
            "a spokesman for the governor",
        ),
        ("At least 12 people were killed, it added.", "it"),
        ("At least 12 people were killed, according to reports by local media.", "local media"),
        ("Local media reported that 12 people were killed, citing hospital sources.", "Local media"),
        ("The Interfax agency, citing the ministry, said 12 people were killed.", "The Interfax agency"),
        ("At least 12 people were killed, as reported by Radio Okapi.", "Radio Okapi"),
        ("The army put the toll at 12.", "The army"),
        ("The mayor put the number of dead at 12.", "The mayor"),
        ("Reports from the hospital suggested that 12 people were killed.", "the hospital"),
        ("Monitors of the war say at least 12 were killed.", "Monitors of the war"),
        ("The Yemen Data Project, which tracks the war, recorded 12 deaths.", "The Yemen Data Project"),
        ("State media quoted the governor as saying that 12 people had died.", "the governor"),
        ("The governor was quoted as saying that 12 people had died.", "The governor"),
        ("The governor was quoted by state media as saying that 12 people had died.", "The governor"),
        ("A toll of 12 was given by the Red Crescent.", "the Red Crescent"),
        ("The Red Crescent gave a toll of 12.", "The Red Crescent"),
        ("Residents contacted by phone said that 12 people were killed.", "Residents"),
        ("Two aid workers in the town said 12 people were killed.", "Two aid workers in the town"),
        ("Witnesses and medics said 12 people were killed.", "Witnesses and medics"),
        ("Dr. Ahmed Nasser, who runs the hospital, said it had received 12 bodies.", "Dr. Ahmed Nasser"),
        ("“We received 12 bodies,” said Ahmed Nasser, a doctor at the hospital.", "Ahmed Nasser"),
        ("By Sunday 12 people had died, the agency's director, Ana Silva, said.", "Ana Silva"),
        ("By Sunday 12 people had died, according to Ana Silva, the agency's director.", "Ana Silva"),
        ("By Sunday 12 people had died, according to the agency's director, Ana Silva.", "Ana Silva"),
        ("Clashes left 50 wounded, with activists reporting 12 dead.", "activists"),
        ("The bombing, which officials said killed 12 people, came at dusk.", "officials"),
        ("The shelling killed 12, officials say, and wounded 40.", "officials"),
        ("Officials say the shelling wounded 40, including 12 children.", "Officials"),
        ("UNHCR estimates that 12 people fled.", "UNHCR"),
        ("The office of the governor reported 12 deaths.", "The office of the governor"),
        ("A total of 12 people were killed, the United Nations has confirmed.", "the United Nations"),
        ("It is unclear how many died; the rebels say 12, the army 40.", "the rebels"),
        ("The ministry has confirmed the deaths of 12 people.", "The ministry"),
        ("The ministry's figures show that 12 people died.", "The ministry"),
        ("The rebels claimed to have killed 12 soldiers.", "The rebels"),
        ("The army claims it killed 12 rebels.", "The army"),
        ("The army announced the death of 12 of its soldiers.", "The army"),
        ("The president acknowledged that 12 soldiers had been killed.", "The president"),
        ("Some 12 people were killed, by the government's own reckoning.", "the government's own reckoning"),
        ("Some 12 people were killed in Homs (SOHR).", "SOHR"),
        ("Human rights groups accuse the army of killing 12 people.", "Human rights groups"),
        ("Human Rights Watch documented the killing of 12 people.", "Human Rights Watch"),
        ("A UN report published on Monday said 12 people died.", "A UN report"),
        ("Turkey's defence ministry said 12 people died.", "Turkey's defence ministry"),
        ("Ukraine's air force said on Telegram that 12 people died.", "Ukraine's air force"),
        ("The death toll has risen to 12, the AP news agency reports.", "the AP news agency"),
        ("Officials in Mykolaiv, a port in the south, said 12 people died.", "Officials in Mykolaiv"),
        ("President Volodymyr Zelenskiy said 12 people died.", "President Volodymyr Zelenskiy"),
        ("Kharkiv Mayor Ihor Terekhov said 12 people died.", "Kharkiv Mayor Ihor Terekhov"),
        ("Ihor Terekhov, mayor of Kharkiv, said 12 people died.", "Ihor Terekhov"),
        ("Regional governor Oleh Syniehubov wrote on Telegram that 12 people died.", "Regional governor Oleh Syniehubov"),
        ("Police Chief Gen. John Okello said 12 people died.", "Police Chief Gen. John Okello"),
        ("An AFP correspondent counted 12 bodies.", "An AFP correspondent"),
        ("An AFP journalist at the scene saw 12 bodies.", "An AFP journalist at the scene"),
        ("Hospital officials told The Associated Press that 12 people died.", "Hospital officials"),
        ("The sources, speaking on condition of anonymity, said 12 people died.", "The sources"),
        ("A security source said 12 people died.", "A security source"),
        ("The United Nations evacuated 12 people.", "The United Nations"),
        ("Some 12 people were killed. That is according to the ministry.", "the ministry"),
        ("At least 12 people were killed. The figures come from the ministry of health.", "the ministry of health"),
        ("“It was a massacre. They killed 12 of us,” Jane Doe said.", "Jane Doe"),
        ("“It was a massacre,” Jane Doe said. “They killed 12 of us.”", "Jane Doe"),
        ("Jane Doe, a nurse, saw it. “It was a massacre. They killed 12 of us,” she said.", "she"),
        ("Speaking to reporters in Kyiv, the minister said 12 people died.", "the minister"),
        ("Citing local officials, Reuters said 12 people died.", "Reuters"),
        ("Some 12 people died, Reuters reported, citing local officials.", "Reuters"),
        ("Some 12 people died, Reuters reported.", "Reuters"),
        ("Some 12 people died, Iraqi police sources said on Friday.", "Iraqi police sources"),
        ("Some 12 people died, a local official in the town of Bria said.", "a local official in the town of Bria"),
        ("Twelve (12) people died, Col. John Doe, the head of police in Bria, told AFP by telephone.", "Col. John Doe"),
        (
            "Twelve (12) people died, the International Organization for Migration (IOM) said Friday.",
            "the International Organization for Migration (IOM)",
        ),
        ("Sudan's army said on Friday its troops had killed 12 fighters.", "Sudan's army"),
        ("The militants said in an online statement they had killed 12 soldiers.", "The militants"),
        ("Kurdish officials say more than 12 people have been killed.", "Kurdish officials"),
        (
            "The number of dead now stands at 12, the prosecutor general's office announced.",
            "the prosecutor general's office",
        ),
        ("A Ukrainian official put the number at 12.", "A Ukrainian official"),
        ("Aid groups estimate that 12 were killed.", "Aid groups"),
        ("A mother of three said 12 neighbours were killed.", "A mother of three"),
        ("Local sources in Darfur report 12 deaths.", "Local sources in Darfur"),
        ("Local sources confirmed to Radio Dabanga that 12 people died.", "Local sources"),
        ("The attack killed 12, said Lt. Col. Ivan Petrov, commander of the unit.", "Lt. Col. Ivan Petrov"),
        ("The attack killed 12, the U.N. said.", "the U.N."),
        ("In its latest report, the UN said 12 people died.", "the UN"),
        ("OCHA reported 12 deaths since May.", "OCHA"),
        ("As of Monday, the government had registered 12 deaths.", "the government"),
        ("MSF teams treated 12 people.", "MSF teams"),
        ("The hospital received 12 bodies.", "The hospital"),
        ("Rescuers pulled 12 bodies from the rubble.", "Rescuers"),
        ("Rescuers pulled 12 bodies from the rubble, the governor said.", "the governor"),
        ("The army found 12 bodies in a ditch, it said.", "it"),
        ("Militants freed 12 hostages, the ICRC, which helped in the talks, said.", "the ICRC"),
        ("The UN High Commissioner for Human Rights, Volker Türk, said 12 people died.", "Volker Türk"),
        ("Gaza's health ministry says 12 people were killed overnight.", "Gaza's health ministry"),
        ("The Hamas-run health ministry said 12 people were killed.", "The Hamas-run health ministry"),
        ("The health ministry in Hamas-run Gaza put the toll at 12.", "The health ministry in Hamas-run Gaza"),
        ("Medics said at least 12 people were killed.", "Medics"),
        ("At least 12 people were killed, the civil defence agency said.", "the civil defence agency"),
        (
            "Civil defence spokesman Mahmud Bassal told AFP that 12 people were killed.",
            "Civil defence spokesman Mahmud Bassal",
        ),
        ("Mahmud Bassal, a spokesman for the civil defence, told AFP that 12 people were killed.", "Mahmud Bassal"),
        ("The Israeli army said 12 of its soldiers were killed.", "The Israeli army"),
        ("The Sri Lankan military said it recovered 12 bodies.", "The Sri Lankan military"),
        ("Pro-rebel website TamilNet said 12 civilians died.", "Pro-rebel website TamilNet"),
        ("Sri Lanka's army says 12 rebels died; the Tigers say 40 soldiers did.", "Sri Lanka's army"),
        ("Army says 40 rebels died; the Tigers say 12 soldiers did.", "the Tigers"),
        ("The ICRC said its staff had seen 12 bodies.", "The ICRC"),
        ("A senior police officer, who asked not to be named, said 12 people died.", "A senior police officer"),
        ('"At least 12 people have died," he said.', "he"),
        ('"At least 12 people have died," said the mayor of Kharkiv.', "the mayor of Kharkiv"),
        ('"At least 12 people have died", Ihor Terekhov, the mayor, wrote on Facebook.', "Ihor Terekhov"),
        ("The toll could not be verified. Rebels said 12 died.", "Rebels"),
        ("Bosnian officials claim 12 civilians were killed.", "Bosnian officials"),
        ("Bosnian radio reported 12 dead.", "Bosnian radio"),
        ("Sarajevo radio said that 12 people were killed.", "Sarajevo radio"),
        ("UN military observers counted 12 shells.", "UN military observers"),
        ("The Bosnian health ministry listed 12 dead.", "The Bosnian health ministry"),
        ("The interior ministry announced on state television that 12 people died.", "The interior ministry"),
        ("State television reported that 12 people died.", "State television"),
        ("State-run news agency SANA reported 12 deaths.", "State-run news agency SANA"),
        (
            "The Britain-based Syrian Observatory for Human Rights said 12 people were killed.",
            "The Britain-based Syrian Observatory for Human Rights",
        ),
        ("The Observatory, which has a network of sources inside Syria, said 12 people were killed.", "The Observatory"),
        ("Rami Abdul Rahman, the Observatory's head, told Reuters 12 people were killed.", "Rami Abdul Rahman"),
        ("The Local Coordination Committees, an activist network, put the toll at 12.", "The Local Coordination Committees"),
        (
            "An opposition group, the Syrian Network for Human Rights, said 12 people died.",
            "the Syrian Network for Human Rights",
        ),
        (
            "Opposition group Violations Documentation Center recorded 12 deaths.",
            "Opposition group Violations Documentation Center",
        ),
        ("Iraqi officials say 12 people have been killed in a bombing.", "Iraqi officials"),
        ("The attack killed 12 people and wounded 30, police and hospital sources said.", "police and hospital sources"),
        ("The attack killed 12 people and wounded 30, an interior ministry source told AFP.", "an interior ministry source"),
        (
            "The attack killed 12 people, Xinhua news agency reported on Sunday, citing a police source.",
            "Xinhua news agency",
        ),
        ("UNAMI said a total of 12 Iraqis were killed in May.", "UNAMI"),
        ("The Saudi-led coalition said 12 Houthis were killed.", "The Saudi-led coalition"),
        ("The Houthi-run Al Masirah TV said 12 people died.", "The Houthi-run Al Masirah TV"),
        ("Yemeni health officials in Hodeidah said 12 people died.", "Yemeni health officials in Hodeidah"),
        ("Save the Children said 12 children died.", "Save the Children"),
        ("Oxfam warned that 12 people had died.", "Oxfam"),
        ("According to Save the Children, 12 children died.", "Save the Children"),
        (
            "According to the UN's International Organization for Migration (IOM), 12 thousand people fled.",
            "the UN's International Organization for Migration (IOM)",
        ),
        (
            "The International Organization for Migration's Displacement Tracking Matrix estimates that 12 people fled.",
            "The International Organization for Migration's Displacement Tracking Matrix",
        ),
        ("The Sudan Doctors Network accused the RSF of killing 12 people.", "The Sudan Doctors Network"),
        ("Emergency Lawyers, a rights group, said 12 people died.", "Emergency Lawyers"),
        ("The El Fasher resistance committee said 12 people died.", "The El Fasher resistance committee"),
        ("Medical sources at Al Nao hospital reported 12 dead.", "Medical sources at Al Nao hospital"),
        ("MSF says its hospital received 12 wounded.", "MSF"),
        ("Our hospital received 12 wounded people.", "Our hospital"),
        ("Myanmar's military denied the report. Local media said 12 died.", "Local media"),
        (
            "The Assistance Association for Political Prisoners has verified 12 deaths.",
            "The Assistance Association for Political Prisoners",
        ),
        ("The Kachin Independence Army's spokesperson, Colonel Naw Bu, told the BBC 12 people died.", "Colonel Naw Bu"),
        (
            "Colonel Naw Bu of the Kachin Independence Army said 12 people died.",
            "Colonel Naw Bu of the Kachin Independence Army",
        ),
        ("A resident, who did not want to be named, said 12 people died.", "A resident"),
        ("One resident described seeing 12 bodies.", "One resident"),
        ("Ethiopia's human rights commission documented 12 killings.", "Ethiopia's human rights commission"),
        ("In a report released on Friday, Amnesty International said 12 people died.", "Amnesty International"),
        ("Tigray's regional government says 12 people died, a figure Addis Ababa disputes.", "Tigray's regional government"),
        ("Officials said Tuesday that 12 people died.", "Officials"),
        ("Bus overturns killing 12, mayor says", "mayor"),
        ("08:05 Coastguard: 12 people are missing.", "Coastguard"),
        ("• Kremlin: 12 prisoners are home.", "Kremlin"),
        ("The number is 12 now, a surgeon tells us by phone.", "a surgeon"),
        ("About 30 are hurt, a priest said, though she reckoned that the dead were 12.", "she"),
        ("The envoy said that the rebels' tally was false and estimated that 12 died.", "The envoy"),
        ("The ministry listed these:\n- 12 dead in Homs\n- 5 wounded in Hama", "The ministry"),
        ("According to the local council:\n\n• 12 dead in Homs\n• 5 wounded in Hama", "the local council"),
        ("Medics treated 40 people on Monday. They have buried 12.", "They"),
        ("The army speaks of 40 dead, the rebels of 12.", "the rebels"),
        ("The army put the toll at 40 and the rebels at 12.", "the rebels"),
        ("By the army’s count 40 died, and 12 by Kyiv’s.", "Kyiv"),
        ("The port fell, but 12 sailors got away with wounds, according to the mayor.", "the mayor"),
        ("Some 12 thousand have crossed the lake, but dozens drowned, according to the Red Cross.", "the Red Cross"),
        ("According to records from the clinic, 40 died in March, while 12 died in April.", "the clinic"),
        ("Border officials haven’t given their own losses, but say 12 smugglers were killed.", "Border officials"),
        ("According to the “Sisters of Srebrenica” group, 12 men were killed.", "the “Sisters of Srebrenica” group"),
        ("The mission attributed 12 deaths to the militia.", "The mission"),
        ("Some 12 deaths have been reported since dawn by the Health Directorate.", "the Health Directorate"),
        ("The toll was put at 12 by the interior ministry.", "the interior ministry"),
        ("Embassy staffers in Juba counted 12 bodies.", "Embassy staffers in Juba"),
        ("The abbot went on to say that 12 monks had died.", "The abbot"),
        ("Raiders killed 12 people, the district’s prefecture said on Friday May 2.", "the district’s prefecture"),
        ("Raiders killed 12 people, according to health and local officials.", "health and local officials"),
        ("The navy said in a statement carried by state radio that 12 sailors had died.", "The navy"),
        ("The navy, in a statement carried by state radio, put the toll at 12.", "The navy"),
        ("In a video relayed by state radio, the navy said 12 sailors had died.", "the navy"),
        ("Footage carried by state radio shows 40 dead; the navy said 12 sailors had died.", "the navy"),
        ("Local media estimate that 12 people drowned.", "Local media"),
        ("The embassy is reporting that 12 nationals died.", "The embassy"),
        ("The registry has so far recorded 12 deaths.", "The registry"),
        ("Sources close to the bishop said 12 people died.", "Sources close to the bishop"),
        ("Data from ACLED show that 12 people died.", "ACLED"),
        ("Raiders killed 12 people, according to an AFP tally.", "AFP"),
        ("Aid groups fear 12 people drowned.", "Aid groups"),
        ("The consul said on Oct. 22 that 12 people drowned, according to what was known.", "The consul"),
        ("Half of the 12 fled north, while the rest hid, according to Jane Doe, who spoke by telephone.", "Jane Doe"),
        ("Some 12 were hurt, according to a statement posted on Facebook by the council.", "the council"),
        ("According to a Telegram post by the council, 12 people drowned.", "the council"),
        ("It has been reported by local sources that 12 people drowned.", "local sources"),
    ],
)
def test_ordinary_news_says_who_says_it(text: str, expected: str) -> None:
    assert words(claimant(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Clashes with police left 12 dead, with activists blaming the army and medics reporting dozens hurt.",
        "Some 12 people were killed. Source: UNHCR",
        "Gunmen killed 12 people. The police have not commented.",
        "The army killed 12 people.",
        "Rebels captured 12 soldiers.",
        "Twelve (12) aid workers were released by the militia.",
        "Some 12 people were killed on Sunday. The ministry said nothing.",
        "It is estimated that 12 people died.",
        "There were reports of 12 deaths.",
        "Police found 12 bodies in a ditch.",
        "Defence ministry spokesman Keheliya Rambukwella denied that 12 civilians had died.",
        "Soldiers took the town. They have killed 12.",
        "Rebels took the town. They have taken 12 hostages.",
        "A nurse taken hostage with 12 others came home.",
        "The battle killed 12 people, but the true toll is 40, according to the rebels.",
        "Some 12 people were reported shot dead on Monday by the army.",
        "Some 12 people were reported killed in the raid by the army.",
        "The raid, reported on Monday, killed 12 soldiers stationed by the river.",
        "Amid fears of an attack 12 people were killed.",
        "Militias fighting alongside the Iraqi army raised fears of killings; 12 men are missing.",
    ],
)
def test_whoever_only_acts_or_denies_claims_nothing(text: str) -> None:
    assert claimant(text) is None


@given(st.text(max_size=300), st.integers(0, 300))
def test_any_text_is_read_without_an_error(text: str, at: int) -> None:
    article = Article(text)
    for sentence, span in enumerate(article.sentences):
        start = min(max(at, span.start), span.end - 1)
        found = claimant_of(article, sentence, Span(start, start + 1))
        if found is not None:
            assert found.span.of(text) == found.text != ""


def test_a_sentence_at_the_end_changes_nothing() -> None:
    text = "The Mine Action Centre said so. The group said 12 died. "
    assert claimant(text) == claimant(text + "Nothing else happened, Jane Doe said.")
