"""Where the event of a figure was."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.extraction.article import Article, KnownPlace
from tracker.extraction.mentions import Mention
from tracker.extraction.passages import Span
from tracker.extraction.places import place_of
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


def test_this_city_is_the_one_of_the_dateline() -> None:
    assert words(place("HOMS, Syria — A missile hit a school in this western city, killing 7.", "7")) == "HOMS"


def test_the_context_gives_the_place_that_the_sentence_leaves_out() -> None:
    text = "Planes bombed Homs on Monday. Rescuers dug all night. They found 7 bodies."
    found = place(text, "7")
    assert found is not None
    assert (found.text, found.slug) == ("Homs", "homs")
    assert found.span.end < text.index("Rescuers")


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
