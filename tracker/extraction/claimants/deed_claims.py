"""Who vouches for a number by what they did with those counted or saw: "medics treated 12", "villagers saw 12 bodies"."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from tracker.extraction.claimants.claim import Claim, Side
from tracker.extraction.claimants.claim_subjects import subject_of
from tracker.extraction.lexicon.nations import SIDES
from tracker.extraction.lexicon.speakers import PERSONS, SPEAKERS
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.text.noun_phrases import Range, phrase_before
from tracker.extraction.text.words import Words, word_behind, words_of

_HELPERS: Final = word_set(
    """
    medic medics doctor doctors nurse nurses surgeon surgeons surgical paramedic paramedics hospital hospitals clinic
    clinics ambulance ambulances team teams volunteer volunteers rescuer rescuers rescue firefighters crescent cross
    helmets unhcr icrc ifrc msf wfp unicef iom un u.n. ocha unrwa who organisation organization charity agency ngo ngos
    coastguard coastguards mission morgue gravedigger gravediggers monitor monitors observers watchdog sappers deminers
    borders coast emergency nations registration peacekeepers humanitarian aid relief health medical facilities
    """
)
"""Words for those who count whom they help; whoever fights only does things to people."""
_FIGHTING: Final = SIDES | word_set("army troops soldiers militia militants gunmen rebels rebel fighters forces brigade")
_HELPED: Final = word_set(
    """
    treated treat treats treating received receive admitted operated recovered retrieved collected buried bury pulled
    dug exhumed removed rescued evacuated flown moved transferred registered visited opened took taken found identified
    follow followed handled saved discharged assisted fed sheltering sheltered hosting housing delivered brought
    screened counted counts count recorded interviewed ferried
    """
)
_SAW: Final = word_set("saw seen witnessed counted counts count watched")
_WITNESSES: Final = (PERSONS | SPEAKERS) & word_set(
    """
    photographer photographers reporter reporters correspondent correspondents journalist journalists resident residents
    witness witnesses eyewitness eyewitnesses survivor survivors villager villagers worker workers volunteer volunteers
    observer observers monitor monitors activist activists doctor doctors medic medics neighbour neighbours neighbor
    neighbors diplomat diplomats researcher researchers investigator investigators official officials refugees farmers
    police officer officers team teams soldiers staff staffers
    """
)
_TOOK_UP: Final = word_set("they it")
_KIND_DEEDS: Final = word_set(
    "treated received admitted operated recovered retrieved buried rescued registered visited opened assisted recorded"
)
"""What only those who help do, whoever "they" are."""
_PERFECT: Final = word_set("have has had 've")
_PARTICIPLES: Final = word_set("taken flown seen brought found")
_AGENT: Final = word_set("from by in at during when while and or as")
_PASSIVE: Final = word_set("was were is are be been being")


@lru_cache(maxsize=512)
def deeds_in(text: str) -> tuple[Claim, ...]:
    """Return who tells of numbers by their own deeds or eyes, in order: weaker claims than any with a verb of saying."""
    return tuple(_deeds(words_of(text)))


def _deeds(words: Words) -> Iterator[Claim]:
    for at, word in enumerate(words):
        if word.lower not in _HELPED and word.lower not in _SAW:
            continue
        subject = _subject(words, at)
        if subject is not None and _vouches(words, at, subject):
            yield Claim(subject[0], subject[1], at, Side.BEHIND)


def _subject(words: Words, verb: int) -> Range | None:
    """Return whose deed it is: before the verb, past the place they work in: "our teams at the clinic have treated"."""
    auxiliary = verb - 1
    while auxiliary > 0 and (words[auxiliary].lower in _PERFECT or words[auxiliary].lower in {"also", "already", "since"}):
        auxiliary -= 1
    if auxiliary < 0 or words[auxiliary].lower in _PASSIVE or words[auxiliary].lower in {"and", "or"}:
        return None
    if auxiliary == verb - 1 and (words[verb].lower in _PARTICIPLES or word_behind(words, verb) in _AGENT):
        return None  # "a nurse taken hostage", "doctors evacuated from the town"
    subject = subject_of(words, verb)
    if subject is None or subject[0] < 1 or words[subject[0] - 1].lower not in {"at", "in", "near", "of"}:
        return subject
    outer = phrase_before(words, subject[0] - 2)
    return outer if outer is not None and _vouches(words, verb, outer) else subject


def _vouches(words: Words, verb: int, subject: Range) -> bool:
    phrase = {word.lower.removesuffix("'s") for word in words[subject[0] : subject[1] + 1]}
    if words[subject[0]].lower in _TOOK_UP:
        return words[verb].lower in _KIND_DEEDS and words[verb - 1].lower in _PERFECT
    if words[verb].lower in _SAW and phrase & _WITNESSES:
        return True
    return words[verb].lower in _HELPED and bool(phrase & _HELPERS) and not phrase & _FIGHTING
