"""Trucks that carry aid."""

import re
from typing import Final

from tracker.extraction.lexicon import function_words as fw
from tracker.extraction.lexicon.things import TRUCKS
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.sentences.governors import Governor, Route
from tracker.extraction.sentences.phrases import Kind, Phrase
from tracker.extraction.sentences.tokens import Sentence
from tracker.vocabulary import Indicator

AID: Final = word_set("""
    aid relief humanitarian food supplies supply assistance flour medicine medicines medical rations parcels provisions
    foodstuffs blankets nutrition wheat goods packages kits cash vouchers vaccines baskets wfp unicef unrwa ocha icrc
    crescent water sorghum maize rice grain oil sugar lentils beans tents seeds salt cereals
""")
"""Words of aid and of those who bring it."""
_BRINGERS: Final = word_set("un u.n. unhcr iom ifrc msf ngo ngos agency agencies")
"""Who, told of beside a convoy of trucks, says that it carries aid."""
_ARMED: Final = word_set("peacekeepers soldiers troops rebels fighters militants gunmen forces police weapons ammunition")
"""Whom such a convoy carries or guards where it is none of aid."""
_OTHER_TRUCKS: Final = word_set("military pickup pick-up army armoured armored bomb tanker garbage fire ammunition")
_MOVES: Final = re.compile(
    r"\b(?:enter\w*|arriv\w*|cross\w*|deliver\w*|reach\w*|carry\w*|carri\w*|laden|loaded|allowed|convoys?|pass\w*|into|drove"
    r"|sent|roll\w*|bring\w*|brought|unload\w*)\b"
)
_COUNTING: Final = word_set("number total count tally")
_CAME_TO: Final = word_set("to at reached reaches reaching hit stood stands was is totalled totaled exceeded passed")
_PLANNED: Final = word_set("will would should could might due expected scheduled needed planned supposed")
_UNREAL: Final = fw.MODALS | (fw.UNREAL - {"set", "bound", "ready", "likely"})
_SENDING: Final = word_set("send allow bring let get deliver dispatch")
_ENDS: Final = fw.HAVE | {";", ":", "."}
_SENTENCE, _BEHIND, _BEFORE = 25, 12, 6
"""How many tokens around the trucks count: for what they carry, for a plan behind them, and for one before them."""


def speaks_of_aid(sentence: Sentence) -> bool:
    """Whether words of aid stand in the sentence."""
    return not AID.isdisjoint(sentence.words)


def trucks_of(sentence: Sentence, number: int, phrase: Phrase, *, aid_near: bool) -> Governor | None:
    """Return aid_trucks for trucks or vehicles that are said to carry aid, and did not stay a plan.

    Trucks that only come or go do so where aid was spoken of just before (`aid_near`), or in a convoy of which the UN tells.
    """
    near = sentence.words[max(0, number - _SENTENCE) : phrase.end + _SENTENCE]
    brought = "convoy" in near and not _BRINGERS.isdisjoint(near) and _ARMED.isdisjoint(near)
    coming = (aid_near or brought) and phrase.kind == Kind.TRUCKS and _MOVES.search(" ".join(near)) is not None
    convoy = phrase.kind == Kind.TRUCKS or "convoy" in near
    own = sentence.words[phrase.first : phrase.end + 1] if phrase.first is not None else []
    if not convoy or not _OTHER_TRUCKS.isdisjoint(own) or not (coming or not AID.isdisjoint(near)):
        return None
    if _is_planned_behind(sentence, phrase) or _is_planned_before(sentence, number):
        return None
    return Governor(Indicator.AID_TRUCKS, number, Route.AID)


def truck_toll_of(sentence: Sentence, number: int, phrase: Phrase, *, aid_near: bool) -> Governor | None:
    """Return aid_trucks for a number without a noun that trucks came to: "the number of aid trucks has reached 84"."""
    before = sentence.words[max(0, number - _SENTENCE) : number]
    trucks = max((i for i, word in enumerate(before) if word in TRUCKS), default=None)
    if trucks is None or phrase.kind != Kind.BARE or sentence.word(number - 1) not in _CAME_TO:
        return None
    counted = not _COUNTING.isdisjoint(before[max(0, trucks - _BEFORE) : trucks])
    of_aid = aid_near or not AID.isdisjoint(before)
    told = _UNREAL.isdisjoint(before[trucks:])
    of_trucks = counted and of_aid and told and _OTHER_TRUCKS.isdisjoint(before)
    return Governor(Indicator.AID_TRUCKS, number, Route.TOLL) if of_trucks else None


def _is_planned_behind(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether the trucks "will enter", "are to enter", "were due"."""
    for at in range(phrase.end, min(len(sentence), phrase.end + _BEHIND)):
        word = sentence.words[at]
        of_others = sentence.word(at - 1) == "#"  # "fewer than the 500 needed"
        if (word in _PLANNED and not of_others) or (word in fw.BE and sentence.word(at + 1) == "to"):
            return True
        if word in _ENDS:
            return False
    return False


def _is_planned_before(sentence: Sentence, number: int) -> bool:
    """Whether somebody plans, wants or agrees to send the trucks."""
    before = sentence.words[max(0, number - _BEFORE) : number]
    sent = any(word == "to" and before[i + 1 : i + 2] and before[i + 1] in _SENDING for i, word in enumerate(before))
    return sent or not _UNREAL.isdisjoint(before)
