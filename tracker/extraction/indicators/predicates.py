"""The verb that a number is the subject of: "25 people … have been killed", "3,000 left", "12 wounded"."""

from typing import Final

from tracker.extraction.indicators.said import said_by
from tracker.extraction.indicators.walks import Walk
from tracker.extraction.lexicon import function_words as fw
from tracker.extraction.lexicon.people import PLURAL
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.sentences.governors import Governor, Refusal, Route
from tracker.extraction.sentences.phrases import Kind, Phrase
from tracker.extraction.sentences.tokens import Sentence
from tracker.extraction.sentences.triggers import NOUNS, TOLLS
from tracker.extraction.sentences.verb_groups import is_adverb
from tracker.vocabulary import Indicator

_REACH: Final = 50
"""How many tokens behind its phrase a number's verb is looked for."""
_THEMSELVES: Final = word_set("themselves himself herself all both each")
_CLOSING: Final = word_set("; : . ! ?")
_PAUSES: Final = word_set(", – - ( ) [ ] …")
_LISTING: Final = word_set("and , or including with (")
_GOING_ON: Final = frozenset({"that", "since", "after", "before", "until", "as"})
_DETERMINERS: Final = word_set("another the a all these those their its his only")
_COLLECTIVE: Final = word_set("all total number average estimate minimum maximum group groups many families")
_HANGING: Final = word_set("from by in on at to for between near into over against about")
_PUT: Final = word_set("stood stands stand put puts estimated estimates")
_HOMES: Final = word_set("homes home houses villages towns lands land neighbourhoods neighborhoods communities shelters")
_PUSHED: Final = word_set(
    "forced forcing forces force drove driven driving drives uprooted chased pushed pushing sent sending"
)
_DRIVEN: Final = word_set("drove driven driving drives")
_WHERE: Final = word_set("to into across out away over from")
_HOSPITALS: Final = word_set("hospital hospitals clinic clinics work school safety")
_WANTING: Final = word_set("want wants wanted wanting fear fears feared fearing")
_DENYING: Final = word_set("denied denies denying deny fear fears feared fearing")
_BEFORE_OTHERS: Final = word_set("before after since despite by without of while")
_ONLY_FEARED: Final = fw.NEGATIONS | word_set("""
    fear fears feared risk risks danger prospect possibility threat plan plans avoid prevent chance likelihood about against
""")
_GERUND_REACH: Final = 6
_CALLED: Final = word_set("identified named known described listed")
_REDUCED: Final = word_set("held hit built run led left struck shot set")
"""Past forms that are participles before "by" and "in": "the area held by rebels"."""


def predicate_of(sentence: Sentence, number: int, phrase: Phrase, phrases: dict[int, Phrase]) -> Governor | Refusal:
    """Return what the number's verb makes of it, or why it makes nothing of it."""
    walk = Walk(sentence, number, phrase, phrase.end)
    if _is_pushed_out(walk):
        return Governor(Indicator.DISPLACED, phrase.end, Route.OBJECT)
    if walk.pushed_by in _WANTING or _is_denied_before(sentence, number):
        return Refusal.UNREAL
    inside = _is_inside_phrase(sentence, number) and not _is_told_of(sentence, number, phrase)
    stop = min(len(sentence), phrase.end + _REACH)
    while walk.at < stop:
        if inside and not (walk.near or walk.relative or walk.listing):
            break
        result = _step(walk, phrases)
        if inside and isinstance(result, Governor) and _is_of_another(walk):
            break
        if result is not None:
            return walk.held_back or result
    return walk.held_back or Refusal.NONE


def _is_denied_before(sentence: Sentence, number: int) -> bool:
    """Whether somebody "denied reports that" the number died."""
    before = sentence.words[max(0, number - 5) : number]
    return "that" in before and not _DENYING.isdisjoint(before[: before.index("that")])


def _is_pushed_out(walk: Walk) -> bool:
    """Whether people are forced "from their homes"."""
    if walk.pushed_by in _DRIVEN and walk.behind(0) in {"from", "away"} and walk.phrase.kind == Kind.BARE:
        return True
    if walk.pushed_by in _DRIVEN and walk.behind(0) in _WHERE and walk.phrase.kind in {Kind.PEOPLE, Kind.HOUSEHOLDS}:
        return walk.behind(0) != "to" or _HOSPITALS.isdisjoint(walk.behind(i) for i in (1, 2, 3, 4))
    return (
        walk.behind(0) == "from" and walk.pushed_by in _PUSHED and not _HOMES.isdisjoint(walk.behind(i) for i in (1, 2, 3))
    )


def _is_inside_phrase(sentence: Sentence, number: int) -> bool:
    """Whether the number hangs on a preposition ("members of one family"), so that a verb far behind it is not its own."""
    at = number - 1
    while sentence.word(at) in _DETERMINERS:
        at -= 1
    if sentence.word(at) == "of":
        return sentence.word(at - 1) not in _COLLECTIVE
    if sentence.word(at) == "at" and sentence.word(at - 1) in _PUT:
        return False
    return sentence.word(at) in _HANGING


def _is_told_of(sentence: Sentence, number: int, phrase: Phrase) -> bool:
    """Whether what happened follows as a gerund: "led to 9,000 people being displaced", unless it is feared or may be."""
    before = sentence.words[max(0, number - _GERUND_REACH) : number]
    gerund = phrase.kind in {Kind.PEOPLE, Kind.HOUSEHOLDS} and sentence.word(phrase.end) in {"being", "having"}
    return gerund and (_ONLY_FEARED | fw.MODALS | _BEFORE_OTHERS).isdisjoint(before)


def _is_of_another(walk: Walk) -> bool:
    """Whether a verb behind a number that hangs on a noun is that noun's: "members of one family died"."""
    of_people = walk.sentence.word(walk.number - 1) == "of" and walk.sentence.word(walk.number - 2) in PLURAL
    return (bool(walk.auxiliaries) or of_people) and not (walk.relative or walk.listing)


def _step(walk: Walk, phrases: dict[int, Phrase]) -> Governor | Refusal | None:
    """Take one token; return what it decides, null where the walk goes on."""
    if walk.word in _CLOSING or (walk.word in {"being", "having"} and walk.behind(-1) in _BEFORE_OTHERS):
        return Refusal.NONE  # "killed 12 men before being driven off"
    found, decided = said_by(walk)
    if found:
        return decided
    if walk.word == "#":
        return _pass_number(walk, phrases)
    noun = _as_noun(walk)
    if noun is not None:
        return noun
    if _pass_verb_group(walk):
        walk.at += 1
        return None
    return _pass_other(walk)


def _as_noun(walk: Walk) -> Governor | None:
    """Read "4 million are now refugees", "were among those killed", "884 women … among the dead"."""
    word = walk.word
    called = word in NOUNS and word.endswith("s") and (walk.passive or walk.behind(-1) == "now")
    if called and walk.phrase.kind in {Kind.PEOPLE, Kind.BARE} and not walk.denied:
        return Governor(NOUNS[word], walk.at, Route.PREDICATE)
    if word == "among" and (walk.near or walk.listing or walk.auxiliaries):
        at = next((walk.at + i for i in (1, 2, 3) if walk.behind(i) in TOLLS), None)
        return Governor(TOLLS[walk.sentence.words[at]], at, Route.PREDICATE) if at is not None else None
    return None


def _pass_verb_group(walk: Walk) -> bool:
    """Take an auxiliary, an adverb, or a word like "reported" and "planned" that stands with the verb."""
    word, verbal = walk.word, walk.near or bool(walk.auxiliaries)
    where = word == "to" and walk.at + 1 < len(walk.sentence) and walk.sentence.capitals[walk.at + 1]
    if word == "to" and (where or not (verbal or walk.unreal)):
        return True  # a preposition
    if word in fw.AUXILIARIES | fw.NEGATIONS | {"to"}:
        if word in fw.BE | fw.HAVE and not walk.auxiliaries:
            walk.unreal = False
        walk.auxiliaries.append(word)
        return True
    if word in fw.PASSING_ON and verbal:
        walk.auxiliaries.append(word)
        return True
    if word in fw.UNREAL and verbal:
        walk.unreal = True
        return True
    return is_adverb(word) or word in _THEMSELVES or (word == "as" and bool(walk.auxiliaries))


def _pass_number(walk: Walk, phrases: dict[int, Phrase]) -> Refusal | None:
    """Take another number: one of a list that shares the verb, or part of what hangs on the first."""
    if walk.relative and walk.auxiliaries and not walk.held_back:  # "two boys, one of whom was nine, were killed"
        walk.relative = walk.of_part = walk.unreal = walk.near = False
        walk.auxiliaries.clear()
    if walk.auxiliaries or walk.held_back or walk.unreal:
        return Refusal.SUBJECT
    before = walk.at - 1
    while walk.sentence.word(before) in fw.DETERMINERS:
        before -= 1
    walk.listing = walk.listing or walk.sentence.word(before) in _LISTING
    phrase = phrases[walk.at]
    walk.of_part = walk.sentence.word(phrase.end - 1) == "whom"
    walk.relative = walk.relative or walk.of_part
    walk.near = walk.listing and phrase.kind != Kind.BARE
    walk.at = phrase.end
    return None


def _pass_other(walk: Walk) -> Refusal | None:
    """Take a word that is no part of the number's verb."""
    word = walk.word
    if word in fw.SUBORDINATORS - (_GOING_ON if walk.held_back is None else {"that"}):
        return Refusal.SUBJECT if walk.auxiliaries else Refusal.NONE
    if walk.auxiliaries or _is_other_verb(walk):
        return _finish(walk)
    walk.near = False
    if word in fw.SAYING:
        return Refusal.SUBJECT if walk.at == walk.phrase.end else Refusal.NONE
    if word in fw.RELATIVES | _PAUSES:
        if walk.held_back or (word == ")" and not walk.bracket):
            return Refusal.NONE
        _enter_clause(walk)
    walk.at += 1
    return None


def _enter_clause(walk: Walk) -> None:
    if walk.word in fw.RELATIVES:
        walk.relative, walk.near = True, not walk.pause
    else:
        walk.pause = True
        walk.bracket = walk.word == "(" or (walk.bracket and walk.word != ")")


def _finish(walk: Walk) -> Refusal | None:
    """Take a verb that counts nothing: the number was its subject, unless it stands in a relative clause."""
    if not walk.relative:
        return Refusal.NONE if walk.word.endswith("ing") and walk.behind(-1) == "," else Refusal.SUBJECT
    walk.relative = walk.of_part = walk.unreal = walk.near = False
    walk.auxiliaries.clear()
    walk.at += 1
    return None


def _is_other_verb(walk: Walk) -> bool:
    word, before, following = walk.word, walk.behind(-1), walk.behind(1)
    if word.endswith("ing") and word != "including" and before == ",":
        return True
    if before == "," and following == "as" and word in _CALLED:
        return False  # "two men, identified as X and Y, were killed"
    if word in fw.SAYING or before in fw.DETERMINERS | fw.PREPOSITIONS or before.endswith("'s"):
        return False
    if word in fw.VERBS:
        return not (word in _REDUCED and following in {"by", "in"})
    past = word.endswith("ed") and len(word) > len("need") and "-" not in word
    return past and following not in {"by", "in", "on", "at", "with"}
