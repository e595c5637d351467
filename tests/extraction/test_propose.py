"""What is read out of sentences: each row is a sentence and the figures it gives, as "number indicator group"."""

from datetime import date

import pytest

from tracker.extraction.propose import propose
from tracker.extraction.proposed import ProposedFigure
from tracker.extraction.text.article import Article
from tracker.vocabulary import CountStage, Quantifier, Unit


def read(text: str) -> list[ProposedFigure]:
    return propose(Article(text, date(2024, 5, 17)))


def told(figure: ProposedFigure) -> str:
    words = [figure.reported_text, figure.indicator.value, *([figure.group.value] if figure.group else [])]
    return " ".join(words)


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        # active and passive
        ("The raid killed 14 people and wounded 30.", ["14 killed", "30 injured"]),
        ("At least 31 shoppers were killed when a shell hit the market.", ["At least 31 killed"]),
        ("Rockets hit the camp, killing six women.", ["six killed women"]),
        ("Some 80 people are reported to have been wounded.", ["Some 80 injured"]),
        ("Four nurses have died of their wounds.", ["Four killed medical_staff"]),
        ("Gunmen shot dead 5 farmers near the river.", ["5 killed"]),
        ("A sniper shot three of the volunteers, killing one.", ["three casualties", "one killed"]),
        ("Up to 60 villagers may have been executed.", ["Up to 60 killed"]),
        ("More than 90 people were killed or injured.", ["More than 90 casualties"]),
        # nouns, tolls, bodies
        ("Doctors counted 40 deaths and 75 injuries.", ["40 killed", "75 injured"]),
        ("The death toll rose to 212 overnight.", ["212 killed"]),
        ("The strike brought to 19 the number of journalists killed this year.", ["19 killed journalists"]),
        ("The blast claimed 25 lives.", ["25 killed"]),
        ("Rescuers recovered the bodies of 12 children.", ["12 killed children"]),
        ("He condemned the murder of nine aid workers.", ["nine killed aid_workers"]),
        ("The dead included seven women and four boys.", ["seven killed women", "four killed children"]),
        ("Clinics saw dozens of civilian casualties.", ["dozens casualties civilians"]),
        # headlines
        ("33 dead, dozens hurt in Marib missile strike", ["33 killed", "dozens injured"]),
        ("Car bomb kills eight, leaves 12 wounded", ["eight killed", "12 injured"]),
        ("Thousands flee as army closes in", ["Thousands fled"]),
        # coordination
        ("At least 25 killed and 120 wounded in one day.", ["At least 25 killed", "120 injured"]),
        ("Shelling killed 11 in Taiz and 4 in Marib.", ["11 killed", "4 killed"]),
        ("Two men and seven girls were killed.", ["Two killed men", "seven killed children"]),
        ("The army killed nine rebels and wounded 20.", ["nine killed fighters", "20 injured fighters"]),
        ("Police arrested six students and two teachers.", ["six detained", "two detained"]),
        # parts
        (
            "More than 70 civilians, including 20 children and 9 women, were killed.",
            ["More than 70 killed civilians", "20 killed children", "9 killed women"],
        ),
        ("Fire killed 16 people, five of them children.", ["16 killed", "five killed children"]),
        ("Of the 54 killed, 21 were fighters.", ["54 killed", "21 killed fighters"]),
        ("Six nurses were among the 40 people killed.", ["Six killed medical_staff", "40 killed"]),
        # moving people
        ("The offensive forced 4,000 people from their homes.", ["4,000 displaced"]),
        ("Shelling forced some 900 villagers to flee.", ["some 900 fled"]),
        ("Over two million villagers are internally displaced.", ["Over two million displaced"]),
        ("About 600 families left the town on foot.", ["About 600 fled"]),
        ("Buses evacuated 350 wounded fighters.", ["350 evacuated fighters"]),
        ("Some 150 sick people were evacuated by air.", ["Some 150 evacuated patients"]),
        ("The convoy of buses left at noon. Around 1,100 people left with it.", ["Around 1,100 evacuated"]),
        ("In May 12,000 refugees returned to the district.", ["12,000 returned"]),
        # sieges
        ("The town has been besieged for a year. Some 40,000 people live there.", ["Some 40,000 besieged"]),
        ("Nearly 9,000 civilians remain trapped.", ["Nearly 9,000 besieged civilians"]),
        ("An estimated 70,000 people are under siege.", ["An estimated 70,000 besieged"]),
        # detained and missing
        ("Fighters took 30 people hostage.", ["30 detained"]),
        ("At least 45 activists are being held in prisons.", ["At least 45 detained"]),
        ("Eleven fishermen went missing, and the fate of their boat is unknown.", ["Eleven missing"]),
        ("The whereabouts of 80 teachers are unknown.", ["80 missing"]),
        # aid
        ("A 24-truck convoy delivered food for 18,000 people.", ["24 aid_trucks", "18,000 aid_recipients"]),
        ("No aid trucks have entered since Monday.", ["No aid_trucks"]),
        ("Some 700 households received food baskets.", ["Some 700 aid_recipients"]),
        # what a parser attaches wrongly
        ("Officials from 12 villages said 30 people were killed.", ["30 killed"]),
        ("Three gunmen killed two guards.", ["two killed"]),
        ("Fifteen members of one family died.", ["Fifteen killed"]),
        ("On 7 June 15 villagers were killed.", ["15 killed"]),
        ("A woman was killed and 6 others wounded.", ["A killed women", "6 injured"]),
    ],
)
def test_figures_of_a_sentence(sentence: str, figures: list[str]) -> None:
    assert [told(figure) for figure in read(sentence)] == figures


@pytest.mark.parametrize(
    "sentence",
    [
        "Hanan, 34, fled with a 6-year-old on 12 May 2015.",
        "The siege lasted 1,425 days and cost $30 million.",
        "Shells landed 25 km away at 05:46.",
        "About 60 per cent of the wounded were women.",
        "The army sent 20,000 soldiers and 150 tanks.",
        "The town had 120,000 residents before 2011.",
        "Rebels fired 38 rockets and destroyed 14 houses.",
        "More than 4,000 people will be evacuated next week.",
        "The deal provides for the evacuation of 300 fighters.",
        "Aid groups fear that 10,000 people could die.",
        "He vowed to kill 100 soldiers.",
        "Resolution 2254 passed by 15 votes.",
        "Thirty ambulances and 12 fire trucks came.",
        "A column of 40 military trucks headed north.",
        "It was the seventh anniversary of one of the worst massacres.",
        "The father of four was not hurt, and no one was killed.",
        "One in five children there is malnourished.",
        "The agency needs aid for 2 million people.",
        "Nine people were trapped under the rubble of a mine.",
        "Hundreds of protesters gathered in 30 cities.",
        "Two suicide bombers attacked a base.",
        "The sisters, aged four, six and nine, were killed.",
        "Thousands of people are waiting to leave.",
        "",
    ],
)
def test_numbers_that_are_no_figure(sentence: str) -> None:
    assert [told(figure) for figure in read(sentence)] == []


def test_everything_about_a_figure_is_told() -> None:
    text = "The clinic closed. At least 25 people, including 11 women, were killed."
    total, part = read(text)
    assert (total.sentence, total.start, total.end) == (text[19:], 19, len(text))
    assert text[total.number_start : total.number_end] == total.reported_text == "At least 25"
    assert (total.quantifier, total.reported, total.reported_max) == (Quantifier.AT_LEAST, 25, None)
    assert (total.low, total.best, total.high, total.unit, total.group_text) == (25, 25, None, Unit.PERSON, None)
    assert (total.subset_of, total.count_stage, total.calculation) == (None, None, None)
    assert (part.subset_of, part.group_text, part.quantifier) == (0, "women", Quantifier.EXACT)
    assert 0 < part.confidence < 1


def test_a_share_is_computed_of_the_total_it_is_of() -> None:
    total, share = read("More than 1,220 civilians - a fifth of them children - have been killed.")
    assert (share.reported_text, share.calculation, share.best, share.reported) == (
        "a fifth of them",
        "1/5 × 1,220",
        244,
        None,
    )
    assert (share.quantifier, share.subset_of, total.low) == (Quantifier.APPROXIMATELY, 0, 1220)
    (half,) = read("More than half of its pre-war population of 20 million has been displaced.")
    assert half.reported_text == "More than half of its pre-war population of 20 million"
    assert (half.low, half.best, half.quantifier) == (10_000_000, 10_000_000, Quantifier.MORE_THAN)


@pytest.mark.parametrize(
    ("sentence", "stage"),
    [
        ("Soldiers turned back 12 aid trucks.", CountStage.TURNED_BACK),
        ("Workers distributed food to 300 families.", CountStage.DISTRIBUTED),
        ("A 46-truck aid convoy delivered its load.", CountStage.DELIVERED),
        ("Twelve trucks of flour entered the city.", CountStage.ENTERED),
        ("Trucks carry food for 26,000 people.", CountStage.CARRIED),
    ],
)
def test_how_far_aid_had_come(sentence: str, stage: CountStage) -> None:
    assert [figure.count_stage for figure in read(sentence)] == [stage]


def test_units_are_those_of_the_noun() -> None:
    figures = read("About 90 families fled; 8 lorries of relief goods entered the valley; 7 people were killed.")
    assert [figure.unit for figure in figures] == [Unit.HOUSEHOLD, Unit.TRUCK, Unit.PERSON]


def test_a_figure_is_read_wherever_its_sentence_stands() -> None:
    figures = read("Market hit\nIn Taiz\n\n• 12 killed\n• 30 wounded, 4 of them children\n\nMore to follow.")
    assert [told(figure) for figure in figures] == ["12 killed", "30 injured", "4 injured children"]
