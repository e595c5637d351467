"""What a trigger makes of a number on the way to its verb: "25 … were killed", "12 wounded", "300 … to flee"."""

from typing import Final

from tracker.extraction.indicators.walks import Walk
from tracker.extraction.lexicon import function_words as fw
from tracker.extraction.lexicon.people import NATIONALS, PLURAL, plural
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.sentences.governors import Governor, Refusal, Route
from tracker.extraction.sentences.phrases import PEOPLE, Kind, Phrase
from tracker.extraction.sentences.tokens import Sentence
from tracker.extraction.sentences.triggers import Shape, Trigger, trigger_at
from tracker.vocabulary import Group, Indicator

Decision = Governor | Refusal | None
"""What a token decides; null where the walk goes on."""
_LATER: Final = frozenset(
    {Indicator.EVACUATED, Indicator.RETURNED, Indicator.KILLED, Indicator.DETAINED, Indicator.FLED, Indicator.INJURED}
)
"""What can become of people already counted by something else: "12 wounded were evacuated"."""
_RUBBLE: Final = word_set("rubble debris wreckage ruins collapsed collapse mine mines shaft vehicle car wreck elevator")
_WITHDRAWN: Final = word_set("pulled withdrawn")
_FALLEN: Final = word_set("back to into ill sick behind silent under victim out")
_PRESUMED: Final = word_set("presumed feared believed assumed")
_GOING: Final = word_set("arrived came come went gone moved move made walked trekked journeyed got")
_WANDERING: Final = frozenset(plural(noun) for noun in NATIONALS) | word_set("""
    people persons individuals civilians refugees idps villagers residents inhabitants migrants townspeople asylum-seekers
    newcomers survivors others
""")
_FORCED_REACH: Final = 4
_HELPLESS: Final = frozenset({Group.CIVILIANS, Group.CHILDREN, Group.WOMEN, Group.ELDERLY, Group.OTHER})
_OBJECTS: Final = word_set("# a an the his their its her")
_ACTIVE: Final = frozenset({Shape.BASE, Shape.THIRD, Shape.ING})
_HARM: Final = frozenset({Indicator.KILLED, Indicator.INJURED})


def said_by(walk: Walk) -> tuple[bool, Decision]:
    """Return whether a trigger stands where the walk is, and what it decides."""
    trigger = trigger_at(walk.sentence.words, walk.at)
    if trigger is None or _is_noun_use(walk, trigger):
        return False, None
    if walk.of_part:  # "45 people were on the bus, 12 of whom died"
        walk.relative = walk.of_part = walk.unreal = walk.near = False
        walk.auxiliaries.clear()
        walk.at += trigger.length
        return True, None
    return True, _decide(walk, trigger)


def _decide(walk: Walk, trigger: Trigger) -> Decision:
    if walk.denied:
        return Refusal.UNREAL
    if trigger.shape in _ACTIVE:
        after_pause = trigger.shape == Shape.ING and not walk.auxiliaries and walk.behind(-1) == ","
        return Refusal.NONE if after_pause else Refusal.SUBJECT  # "25 people, killing …" is not about the people
    if not _fits(walk, trigger):
        return Refusal.SUBJECT
    if trigger.shape in {Shape.PAST, Shape.STATE}:
        return _passive(walk, trigger) if walk.passive else _participle(walk, trigger)
    return _subject(walk, trigger)


def _is_noun_use(walk: Walk, trigger: Trigger) -> bool:
    """Whether the word only looks like a verb of the number: "on a bus", "the wounded", "a hospital left standing"."""
    before = walk.behind(-1)
    if walk.word == "fallen" and walk.behind(1) in _FALLEN:
        return True
    if trigger.shape in {Shape.BASE, Shape.THIRD}:
        return (fw.MODALS | {"to"}).isdisjoint(walk.auxiliaries)
    if trigger.shape == Shape.SUBJECT_BASE:
        return before in fw.DETERMINERS or before in fw.PREPOSITIONS - {"to"}
    if walk.word == "left" and walk.passive:
        return trigger.length == 1
    if walk.auxiliaries or walk.near:
        return False
    return before in fw.DETERMINERS or before in fw.PREPOSITIONS or walk.behind(1) in PLURAL


def _fits(walk: Walk, trigger: Trigger) -> bool:
    """Whether what is counted can be what the trigger counts: people, and in a siege rather than under a house."""
    phrase = walk.phrase
    if walk.word in _WITHDRAWN and phrase.group == Group.FIGHTERS:
        return False
    if trigger.indicator == Indicator.FLED and not _may_flee(walk, trigger):
        return False
    rubble = (trigger.indicator == Indicator.BESIEGED or walk.word == "pulled") and not _RUBBLE.isdisjoint(
        walk.sentence.words[walk.at + 1 : walk.at + 6]
    )
    return not rubble and (not trigger.people or _may_be_people(walk.phrase, trigger))


def _may_flee(walk: Walk, trigger: Trigger) -> bool:
    """Whether people who only arrived or went somewhere are such as flee: observers and officials arrive, too."""
    phrase = walk.phrase
    if phrase.head is None or _GOING.isdisjoint(walk.sentence.words[walk.at : walk.at + trigger.length]):
        return True
    named = phrase.kind == Kind.UNKNOWN and walk.sentence.capitals[phrase.head]
    wandering = phrase.kind == Kind.HOUSEHOLDS or walk.sentence.words[phrase.head] in _WANDERING
    return named or wandering or phrase.group in _HELPLESS


def _may_be_people(phrase: Phrase, trigger: Trigger) -> bool:
    if phrase.kind == Kind.UNKNOWN:
        return phrase.person_like or (trigger.shape == Shape.PAST and trigger.indicator != Indicator.BESIEGED)
    return phrase.kind in PEOPLE


def _passive(walk: Walk, trigger: Trigger) -> Decision:
    presumed = not _PRESUMED.isdisjoint(walk.auxiliaries)
    if walk.held_back and (presumed or trigger.indicator not in _LATER):
        return walk.held_back
    walk.held_back = None
    return Governor(_both(walk.sentence, walk.at, trigger), walk.at, _route(walk))


def _participle(walk: Walk, trigger: Trigger) -> Decision:
    """Read a participle without "were": of the number when it stands beside it, else of the noun before it."""
    if trigger.shape == Shape.PAST and not fw.HAVE.isdisjoint(walk.auxiliaries):
        return Refusal.SUBJECT
    if walk.near or walk.listing or walk.auxiliaries:
        following = walk.behind(trigger.length)
        if trigger.shape == Shape.PAST and walk.phrase.kind != Kind.BARE and (following in _OBJECTS or following in PLURAL):
            return Refusal.SUBJECT  # "three gunmen killed a guard"
        if walk.held_back is None:
            route = Route.COORDINATION if walk.listing else Route.PREDICATE
            walk.held_back = Governor(_both(walk.sentence, walk.at, trigger), walk.at, route)
        walk.near = False
        walk.auxiliaries.clear()
    walk.at += trigger.length
    return None


def _subject(walk: Walk, trigger: Trigger) -> Decision:
    died = trigger.indicator == Indicator.KILLED and trigger.shape == Shape.SUBJECT
    finite = bool(walk.auxiliaries) or walk.word in fw.HAVE
    if walk.held_back and not died and not (finite and trigger.indicator in _LATER):
        return walk.held_back
    if trigger.shape == Shape.SUBJECT_BASE and not _is_factive(walk):
        return Refusal.UNREAL if walk.near or walk.auxiliaries else Refusal.NONE
    if trigger.shape == Shape.SUBJECT_ING and not (walk.near or walk.passive):
        walk.at += trigger.length
        return None
    if walk.word in {"left", "leaving"} and walk.behind(trigger.length) == "#":
        return Refusal.SUBJECT  # "two attackers left 12 dead"
    indicator = _both(walk.sentence, walk.at, trigger)
    if walk.word == "moved" and walk.passive and indicator == Indicator.FLED:
        indicator = Indicator.EVACUATED  # "were moved to a camp": somebody moved them
    governor = Governor(indicator, walk.at, _route(walk))
    if walk.relative and not died and walk.held_back is None:
        walk.held_back = governor  # "two nurses who went missing in May were found dead"
        walk.relative = walk.near = False
        walk.auxiliaries.clear()
        walk.at += trigger.length
        return None
    walk.held_back = None
    return governor


def _is_factive(walk: Walk) -> bool:
    """Whether "to flee" is said to have happened: behind "were forced", or the number in "forcing 300 to flee"."""
    if walk.behind(-1) == "to" and (walk.pushed_by in fw.FACTIVE_INFINITIVES or _is_forced_now(walk)):
        return True
    if "to" not in walk.auxiliaries:
        return walk.near or walk.relative
    before = walk.auxiliaries[: walk.auxiliaries.index("to")]
    return (before[-1] if before else walk.pushed_by) in fw.FACTIVE_INFINITIVES


def _is_forced_now(walk: Walk) -> bool:
    """Whether a headline tells of it in the present: "clashes force 300 to flee", but "may force"."""
    before = walk.sentence.words[max(0, walk.number - _FORCED_REACH) : walk.number]
    return walk.pushed_by in {"force", "forces"} and (fw.MODALS | fw.UNREAL | {"to"}).isdisjoint(before)


def _route(walk: Walk) -> Route:
    return Route.FAR_PREDICATE if walk.pause else Route.PREDICATE


def _both(sentence: Sentence, at: int, trigger: Trigger) -> Indicator:
    """Return casualties for "killed or wounded", and what "shot" came to in "shot and killed"."""
    if trigger.length > 1:
        return trigger.indicator
    words = [sentence.word(at + i) for i in (1, 2, 3)]
    second = trigger_at(words, 1) if words[0] in {"or", "and", ","} and words[1] else None
    if trigger.indicator == Indicator.CASUALTIES and second is not None:
        return second.indicator
    if trigger.indicator == Indicator.CASUALTIES and (words[0] == "dead" or sentence.word(at - 1) == "found"):
        return Indicator.KILLED
    both = second is not None and {trigger.indicator, second.indicator} == _HARM and words[2] != "#"
    return Indicator.CASUALTIES if both else trigger.indicator
