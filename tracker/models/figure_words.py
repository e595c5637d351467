"""The words of a figure's quoted sentences as full-text search reads them, and as an index holds them.

The expression of a query and of the index have to be the same, so both are made here.
"""

from typing import Final

from django.contrib.postgres.search import SearchVector
from django.db.models import F, Func, TextField, Value
from django.db.models.functions import Coalesce

CONFIG: Final = "english"

_DIGIT: Final = "[0-9٠١٢٣٤٥٦٧٨٩]"
SEPARATOR: Final = f"({_DIGIT})[,\u066c\u00a0\u2009\u202f](?={_DIGIT}{{3}}(?!{_DIGIT}))"
"""A mark or thin space between thousands, after a digit; read by Python and by PostgreSQL alike."""

START, STOP = "\ufdd0", "\ufdd1"
"""Noncharacters that PostgreSQL puts around a word it found; in a text that holds them, spaces are searched instead."""

_SPACES: Final = f"<>{START}{STOP}\u00a0\u2009\u202f“”„«»‹›–—−…،؛؟"
"""Searched as spaces: PostgreSQL leaves whole <tags> out of what it marks, and takes what is not ASCII for letters
where the database has the locale C."""

PRINTED: Final = f"٠١٢٣٤٥٦٧٨٩‘’{_SPACES}"
SEARCHED: Final = f"0123456789''{' ' * len(_SPACES)}"
"""What each character of PRINTED is searched as, one for one."""


def words_of_sentences() -> SearchVector:
    """Return the words of a figure's sentence and context."""
    return SearchVector(searchable("excerpt"), searchable("context"), config=CONFIG)


def searchable(column: str) -> Func:
    """Return a column as it is searched: each character in its place, but for marks between thousands."""
    text = Coalesce(F(column), Value(""), output_field=TextField())
    together = Func(text, Value(SEPARATOR), Value(r"\1"), Value("g"), function="regexp_replace", output_field=TextField())
    return Func(together, Value(PRINTED), Value(SEARCHED), function="translate", output_field=TextField())
