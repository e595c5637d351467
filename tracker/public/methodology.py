"""How figures are read, counted and checked; its tables are computed by the code that does it."""

from dataclasses import dataclass
from fractions import Fraction

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tracker.exports.columns import COLUMNS
from tracker.exports.hxl import TAGS
from tracker.public.glossary import CHAPTERS
from tracker.ranges import ROUND_WORDS, VAGUE_WORDS, Range, range_of_words, share_of
from tracker.vocabulary import Quantifier
from tracker.wording import MINIMUM_REASONS

EXAMPLES: tuple[tuple[str, Quantifier, int | None, int | None], ...] = (
    ("46", Quantifier.EXACT, 46, None),
    ("no trucks", Quantifier.EXACT, 0, None),
    ("about 9,300", Quantifier.APPROXIMATELY, 9_300, None),
    ("nearly 600", Quantifier.APPROXIMATELY, 600, None),
    ("at least 82", Quantifier.AT_LEAST, 82, None),
    ("more than 1,220", Quantifier.MORE_THAN, 1_220, None),
    ("up to 20,000", Quantifier.UP_TO, 20_000, None),
    ("fewer than 300", Quantifier.LESS_THAN, 300, None),
    ("between 40 and 60", Quantifier.BETWEEN, 40, 60),
    ("dozens", Quantifier.VAGUE, None, None),
    ("only a handful", Quantifier.VAGUE, None, None),
    ("more than a dozen", Quantifier.MORE_THAN, None, None),
    ("nearly a hundred", Quantifier.APPROXIMATELY, None, None),
)
"""Printed words, one example a row of the table; what they mean is computed."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Printed words, how they qualify the number, and the range they mean."""

    printed: str
    quantifier: str
    range: Range


@require_safe
def methodology(request: HttpRequest) -> HttpResponse:
    """Show definitions, readings, counting rules, what "checked" means, the limits, the glossary and the columns."""
    readings = [
        Reading(words, quantifier, range_of_words(quantifier, words, reported, reported_max))
        for words, quantifier, reported, reported_max in EXAMPLES
    ]
    checked, counting, *chapters = CHAPTERS
    context = {
        "checked": checked,
        "counting": counting,
        "above": [checked, counting],
        "chapters": chapters,
        "readings": readings,
        "vague_words": (VAGUE_WORDS | ROUND_WORDS).items(),
        "share": share_of(Fraction(1, 5), 1_220),
        "reasons": MINIMUM_REASONS.values(),
        "columns": [(name, TAGS[name], description) for name, description in COLUMNS.items()],
    }
    return render(request, "methodology.html", context)
