"""Whom short words for a claimant take up: "he", "the group", a surname and "the ICRC", named in full before."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tracker.extraction.claimants.claims import claims_in
from tracker.extraction.lexicon.nations import is_people
from tracker.extraction.lexicon.speakers import DETERMINERS, HEADS, JOINING, NAMING, PERSONAL, PRONOUNS
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.text.article import Article
from tracker.extraction.text.mentions import Mention
from tracker.extraction.text.noun_phrases import phrase_after
from tracker.extraction.text.words import Passage, Word, Words, passage_of, words_of

_BACK: Final = {"pronoun": 4, "noun": 6, "name": 12}
"""How many sentences back a pronoun, "the group", and a short name may reach."""
_HEADING: Final = 2
_ANY_BODY: Final = word_set("group organisation organization monitor agency body watchdog charity ngo")
_PERSONS: Final = frozenset(["he", "she"])


@dataclass(frozen=True, slots=True)
class _Named:
    """Somebody named: from the first to the last word, whether a person, and whether they made a claim there."""

    first: int
    last: int
    person: bool
    claims: bool


def named_before(article: Article, sentence: int, passage: Passage, first: int, last: int) -> Mention | None:
    """Return the fuller name that the claimant from word `first` to `last` takes up; null when there is none near."""
    own = passage.words[first : last + 1]
    reach = _BACK["pronoun" if own[0].lower in PRONOUNS else "name" if _proper(own) else "noun"]
    back = [*range(sentence, max(-1, sentence - 1 - reach), -1), *range(min(_HEADING, max(0, sentence - reach)))]
    for at in back:
        there = passage if at == sentence else passage_of(article, at)
        found = [named for named in _named_in(there.text) if at != sentence or named.last < first]
        fits = [named for named in found if _fits(own, there.words[named.first : named.last + 1], named)]
        if fits:
            best = max(fits, key=lambda named: (named.claims, named.first))
            span = there.span(best.first, best.last)
            fuller = None if best.person else named_before(article, at, there, best.first, best.last)
            return fuller or Mention(span, span.of(article.text))
    return None


@lru_cache(maxsize=512)
def _named_in(text: str) -> tuple[_Named, ...]:
    """Return who is named in a text: who claims something, and bodies with a name of several words."""
    words = words_of(text)
    found = [_named(words, claim.first, claim.last, claims=True) for claim in claims_in(text)]
    at = 0
    while at < len(words):
        phrase = phrase_after(words, at) if words[at].capital and words[at].lower not in PRONOUNS else None
        if phrase is None:
            at += 1
            continue
        if any(word.capital and word.lower in HEADS for word in words[phrase[0] : phrase[1] + 1]):
            found.append(_named(words, *phrase, claims=False))
        at = max(phrase[1], at) + 1
    return tuple(named for named in found if _proper(words[named.first : named.last + 1]))


def _named(words: Words, first: int, last: int, *, claims: bool) -> _Named:
    phrase = words[first : last + 1]
    body = any(word.capital and word.lower in HEADS - PERSONAL for word in phrase) or phrase[-1].text.isupper()
    body = body or phrase[-1].lower in _ANY_BODY
    return _Named(first, last, not body, claims)


def _proper(phrase: Words) -> bool:
    """Tell whether the words are a name, not only a description such as "the Britain-based monitor"."""
    return any(
        word.capital
        and "-" not in word.text
        and not is_people(word.text)
        and _own_name(word)
        and not (i == 0 and len(phrase) > 1 and not phrase[1].capital)
        and not (len(phrase) == 1 and word.lower in HEADS)
        for i, word in enumerate(phrase)
    )


def _own_name(word: Word) -> bool:
    return word.lower not in DETERMINERS and word.lower not in PRONOUNS


def _fits(own: Words, other: Words, named: _Named) -> bool:
    """Tell whether the words can take up the other name."""
    if own[0].lower in _PERSONS:
        return named.person and named.claims
    if own[0].lower in PRONOUNS:
        return named.claims and (own[0].lower != "it" or not named.person)
    if not _proper(own):
        head = own[-1].lower
        return not named.person and (head in _ANY_BODY or head in {word.lower for word in other})
    if own[-1].text.isupper():
        return _initials(other) == own[-1].text
    mine = {word.lower for word in own if word.lower not in DETERMINERS}
    theirs = {word.lower for word in other if word.lower not in DETERMINERS}
    body = any(word.lower in HEADS for word in own)
    joined = any(word.lower == "and" or (body and not word.capital and word.lower in HEADS | NAMING) for word in other)
    return mine < theirs and not joined


def _initials(words: Words) -> str:
    return "".join(word.text[0] for word in words if word.lower not in DETERMINERS | JOINING)
