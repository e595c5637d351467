"""Who made the claim that a figure is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.extraction.article import Article
from tracker.extraction.claimants import claimant_of
from tracker.extraction.mentions import Mention
from tracker.extraction.passages import Span


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
