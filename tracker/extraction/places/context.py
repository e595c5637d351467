"""The place that earlier sentences or the heading leave a figure in whose own sentence names none."""

import re
from typing import Final

from tracker.extraction.lexicon.places import FACILITIES, KINDS
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.places.candidate import Candidate
from tracker.extraction.places.candidates import candidates_in
from tracker.extraction.places.containers import PARTS
from tracker.extraction.places.gazetteer import gazetteer_of
from tracker.extraction.places.origins import is_origin
from tracker.extraction.places.roles import Role
from tracker.extraction.text.article import Article
from tracker.extraction.text.datelines import dateline_end
from tracker.extraction.text.mentions import Mention
from tracker.extraction.text.passages import Span
from tracker.extraction.text.words import Passage, matches_at, passage_of

_BACK: Final = 3
_BACK_IN_PARAGRAPH: Final = 6
_HEADING: Final = 2
_TELLING: Final = 4
"""Below this rank a place is taken at once: no country, and where something happened."""
_THIS_PLACE: Final = re.compile(
    r"\bthis (?:[\w-]+ ){0,3}(?:city|town|village|capital|port|enclave|suburb|island|district)\b"
)
"""Behind a dateline, this is the place of the dateline."""
_NATIONWIDE: Final = re.compile(
    r"\bsince (?:[\w'-]+ ){0,4}(?:civil war|war|conflict|uprising|revolt|revolution|invasion|insurgency|crisis)\b",
    re.IGNORECASE,
)
_OVER_YEARS: Final = re.compile(r"\bsince (?:\w+ )?(?:19|20)\d\d\b", re.IGNORECASE)
_IN_ALL: Final = re.compile(r"\b(?:a total of|in total|overall|altogether|all told|nationwide|countrywide)\b", re.IGNORECASE)
"""Counted over years "in all": a whole country's number, too."""
_TOWNS: Final = word_set("city town village capital hamlet")
_AREAS: Final = word_set("province governorate state oblast municipality country")
_SITES: Final = FACILITIES | word_set("camp base farm factory plant shelter")


def context_of(article: Article, sentence: int, before: str, kind: str = "") -> Mention | None:
    """Return the last place named in a bounded number of earlier sentences, else the heading's; null when there is none.

    `before` is the sentence itself: what it counts since a war began is not put into the town of the sentence before.
    `kind` is the noun that takes the place up: "the town" is no farm and no province.
    """
    gazetteer = gazetteer_of(article.gazetteer)
    nationwide = _NATIONWIDE.search(before) is not None or bool(_OVER_YEARS.search(before) and _IN_ALL.search(before))
    second: Mention | None = None
    for at in _looked_at(article, sentence):
        passage = passage_of(article, at)
        found = [c for c in candidates_in(passage.text, gazetteer) if c.named and not c.acts and not in_dateline(passage, c)]
        found = [c for c in found if not is_origin(passage.words, c, harm=True)]
        if kind:
            found = [c for c in found if _is_of_kind(passage, c, kind)]
        if nationwide:
            found = [c for c in found if c.country]
        ranks = {candidate: _rank(passage, candidate) for candidate in found}
        best = min(found, key=lambda candidate: ranks[candidate], default=None)
        if best is not None and (nationwide or ranks[best][0] < _TELLING):
            return mention(article, passage, best)
        if best is not None and second is None:
            second = mention(article, passage, best)
    return second


def _is_of_kind(passage: Passage, candidate: Candidate, kind: str) -> bool:
    """Tell whether "the town", "the province", "the camp" can take the place up."""
    own = passage.words[candidate.last].lower
    if kind in _TOWNS:
        return not candidate.country and (own == kind or own not in (KINDS - _TOWNS))
    if kind == "country":
        return candidate.country
    return own == kind or kind not in _AREAS | _SITES


def mention(article: Article, passage: Passage, candidate: Candidate) -> Mention:
    """Return a place of a passage as the words that stand in the text, without a possessive's ending."""
    span = passage.span(candidate.first, candidate.last)
    words = span.of(article.text)
    if candidate.possessive and words.endswith("s"):
        span = Span(span.start, span.end - (2 if words[:-1].endswith(("'", "’")) else 1))
    elif words.endswith(("'s", "’s")):
        span = Span(span.start, span.end - 2)
    return Mention(span, span.of(article.text), candidate.slug)


def _looked_at(article: Article, sentence: int) -> list[int]:
    looked_at = []
    for at in range(sentence - 1, max(-1, sentence - 1 - _BACK_IN_PARAGRAPH), -1):
        between = article.text[article.sentences[at].end : article.sentences[at + 1].start]
        if sentence - at > _BACK and "\n" in between:
            break
        looked_at.append(at)
    return [*looked_at, *(at for at in range(min(_HEADING, sentence)) if at not in looked_at)]


def _rank(passage: Passage, candidate: Candidate) -> tuple[int, int]:
    facility = passage.words[candidate.last].lower in FACILITIES
    inner = facility or _is_part(passage, candidate.last + 1)
    return (
        5 * candidate.country
        + 4 * (inner or (candidate.container and not _is_part(passage, candidate.first - 2)))
        + {Role.NONE: 4, Role.BESIDE: 2, Role.TOWARDS: 2}.get(candidate.role, 0),
        candidate.first,
    )


def _is_part(passage: Passage, kind: int) -> bool:
    """Tell whether "district of" stands there: what is told further on is rather of the town than of its district."""
    return any(matches_at(passage.words, kind, part, "of") for part in PARTS)


def in_dateline(passage: Passage, candidate: Candidate) -> bool:
    """Tell whether the place is only where the report was written: "BEIRUT (Reuters) —"."""
    end = dateline_end(passage.text)
    return passage.words[candidate.first].start < end and not _THIS_PLACE.search(passage.text)
