"""Where the event of a figure was, as the text names it."""

from dataclasses import replace

from tracker.extraction.places.candidates import Candidate, candidates_in
from tracker.extraction.places.choice import chosen
from tracker.extraction.places.context import context_of, in_dateline, mention
from tracker.extraction.places.gazetteer import gazetteer_of
from tracker.extraction.text.article import Article
from tracker.extraction.text.mentions import Mention
from tracker.extraction.text.passages import Span
from tracker.extraction.text.words import Passage, passage_of
from tracker.vocabulary import Indicator


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
    named = _named_before(passage, candidate, candidates)
    if named is not None:
        return mention(article, passage, named)
    described, context = mention(article, passage, candidate), context_of(article, sentence, "")
    if not _definite(passage, candidate) or context is None:
        return described
    return replace(described, stands_for=context, slug=context.slug)


def _named_before(passage: Passage, described: Candidate, candidates: tuple[Candidate, ...]) -> Candidate | None:
    """Return the place that the same sentence names before it says "the city"."""
    named = [c for c in candidates if c.named and not c.container and c.last < described.first]
    return named[-1] if named and _definite(passage, described) else None


def _definite(passage: Passage, candidate: Candidate) -> bool:
    if passage.words[candidate.first].lower in {"the", "this", "that"}:
        return True
    return any(word.lower == "this" for word in passage.words[candidate.first : candidate.last + 1])
