"""Where the event of a figure was, as the text names it."""

import re
from dataclasses import replace
from typing import Final

from tracker.extraction.places.candidate import Candidate
from tracker.extraction.places.candidates import candidates_in
from tracker.extraction.places.choice import chosen
from tracker.extraction.places.context import context_of, in_dateline, mention
from tracker.extraction.places.gazetteer import gazetteer_of
from tracker.extraction.places.roles import STATES, describes
from tracker.extraction.text.article import Article
from tracker.extraction.text.mentions import Mention
from tracker.extraction.text.passages import Span
from tracker.extraction.text.words import Passage, matches_at, passage_of
from tracker.vocabulary import Indicator

_TOWNS: Final = frozenset({"city", "town", "village"})
_GOVERNED: Final = frozenset({"governor", "governors"})
_OFFICES: Final = {
    **dict.fromkeys(("state", "province", "region", "governorate", "county"), _GOVERNED),
    **dict.fromkeys(("city", "town", "village", "municipality"), frozenset({"mayor"})),
}
"""Who governs what "the state" or "the town" takes up."""


def place_of(article: Article, sentence: int, number: Span, indicator: Indicator) -> Mention | None:
    """Return the place of the event: of those who fled, where from; of aid, where it arrived; null when the text names none.

    "The city" has in `stands_for` the place that was named before. A place that the sentence itself does not name is taken
    from the sentences before it, and its span then lies outside the sentence.
    """
    passage = passage_of(article, sentence, number)
    at = passage.index(number.start)
    candidates = candidates_in(passage.text, gazetteer_of(article.gazetteer))
    candidate = chosen(passage, at, indicator, tuple(c for c in candidates if not in_dateline(passage, c)))
    if candidate is None:
        return context_of(article, sentence, passage.text)
    if candidate.named:
        return mention(article, passage, candidate)
    named = _named_before(passage, candidate, candidates) or _opening(article, passage, candidate)
    if named is not None:
        return mention(article, passage, named)
    described, kind = mention(article, passage, candidate), passage.words[candidate.last].lower
    context = context_of(article, sentence, "", kind)
    if not _definite(passage, candidate) or context is None:
        return described
    return replace(described, stands_for=context, slug=context.slug)


def _named_before(passage: Passage, described: Candidate, candidates: tuple[Candidate, ...]) -> Candidate | None:
    """Return the place that the same sentence names before it says "the city"."""
    if not _definite(passage, described):
        return None
    named = [c for c in candidates if c.named and not c.container and c.last < described.first]
    return named[-1] if named else _governed(passage, described)


def _governed(passage: Passage, described: Candidate) -> Candidate | None:
    """Return what the sentence's governor or mayor governs, where "the state" or "the town" takes it up."""
    words = passage.words[: described.first]
    offices = _OFFICES.get(passage.words[described.last].lower, frozenset())
    office = next((i for i, word in enumerate(words) if word.lower in offices), None)
    if office is None or not matches_at(words, office + 1, "of"):
        return None
    first = next((i for i in range(office + 2, len(words)) if not describes(words[i])), len(words))
    last = first
    while last + 1 < len(words) and words[last + 1].capital:
        last += 1
    named = first < len(words) and words[first].capital
    return replace(described, first=first, last=last, named=True) if named else None


def _opening(article: Article, passage: Passage, described: Candidate) -> Candidate | None:
    """Return the town that the sentence is about, where the report tells elsewhere of what was in it: "Bora is full"."""
    words = passage.words
    town = words[described.last].lower in _TOWNS and _definite(passage, described) and described.first > 1
    if not town or not words[0].capital or words[1].lower not in STATES:
        return None
    elsewhere = (
        re.search(rf"\b(?:in|near|from|to|of|towards|around|outside) {re.escape(words[0].text)}\b", article.text) is not None
    )
    return replace(described, first=0, last=0, named=True) if elsewhere else None


def _definite(passage: Passage, candidate: Candidate) -> bool:
    if passage.words[candidate.first].lower in {"the", "this", "that"}:
        return True
    return any(word.lower == "this" for word in passage.words[candidate.first : candidate.last + 1])
