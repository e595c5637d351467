"""Ready for another language: no bare words in the public templates, and numbers and dates as the language writes them."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation

from tracker.public.glossary import CHAPTERS, CODES, TERMS
from tracker.wording import LABELS, date_in_words, number, period_in_words

TEMPLATES = settings.BASE_DIR / "templates"
PUBLIC = sorted(
    path.relative_to(TEMPLATES).as_posix()
    for folder in (".", "parts", "tables")
    for path in (TEMPLATES / folder).glob("*.html")
)
SPOKEN = {"alt", "aria-label", "aria-description", "placeholder", "title", "label", "content", "summary"}
NAMES = {
    "CSV",
    "JSON",
    "PNG",
    "SVG",
    "HXL",
    "BibTeX",
    "RIS",
    "width=device-width, initial-scale=1",
    "light dark",
    "noindex",
    "website",
}
"""Words that are the same in every language: formats, and what only browsers read."""

TRANSLATED = re.compile(
    r"{% (blocktrans(?:late)?) .*?{% end\1 %}|{% blocktrans(?:late)? %}.*?{% endblocktrans(?:late)? %}", re.DOTALL
)
CODE = re.compile(r"{#.*?#}|{% comment .*?{% endcomment %}|{%.*?%}|{{.*?}}", re.DOTALL)
LETTERS = re.compile(r"[^\W\d_]{2,}")


class Words(HTMLParser):
    """Collects the words that a reader of a template meets outside the marks of translation."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self._note(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in SPOKEN or (name.startswith("data-") and " " in (value or "").strip()):
                self._note(value or "")

    def _note(self, text: str) -> None:
        words = " ".join(text.split())
        if LETTERS.search(words) and words.strip(" ,.;:()") not in NAMES:
            self.found.append(words)


def bare_words(text: str) -> list[str]:
    """Return the words of a template that no translator will be shown."""
    words = Words()
    words.feed(CODE.sub("", TRANSLATED.sub("", text)))
    words.close()
    return words.found


def test_bare_words_are_found() -> None:
    text = '{% load i18n %}<p title="A tip">One {% translate "two" %}</p>'
    assert bare_words(f"{text}{{% blocktranslate with a=b %}}three{{% endblocktranslate %}}") == ["A tip", "One"]


@pytest.mark.parametrize("name", PUBLIC)
def test_every_word_of_a_template_is_for_translators(name: str) -> None:
    assert bare_words((TEMPLATES / name).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", PUBLIC)
def test_dates_follow_the_language(name: str) -> None:
    text = (TEMPLATES / name).read_text(encoding="utf-8")
    assert re.findall(r"\|date:\"(?!DATE_FORMAT|YEAR_MONTH_FORMAT|MONTH_DAY_FORMAT|c\"|Y-m-d)[^\"]*\"", text) == []


def test_makemessages_knows_the_names_under_which_texts_are_translated() -> None:
    """It finds `_("…")` and `gettext_lazy("…")`; under a name of our own, a text would never reach a translator."""
    imported = re.compile(r"import (\w*gettext\w*) as (\w+)")
    found = {
        path.relative_to(settings.BASE_DIR).as_posix(): names
        for path in sorted((settings.BASE_DIR / "tracker").rglob("*.py"))
        if (names := [name for _, name in imported.findall(path.read_text(encoding="utf-8")) if name != "_"])
    }
    assert found == {}


@pytest.mark.parametrize("name", ["site.css", "places.css", "figures.css"])
def test_styles_have_no_left_or_right(name: str) -> None:
    """Logical properties only, so that a page from right to left is mirrored."""
    sides = r"\b(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)\b|[{;]\s*(?:left|right)\s*:"
    sides += r"|(?:text-align|float|clear):\s*(?:left|right)"
    assert re.findall(sides, (settings.BASE_DIR / "static" / name).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("language", "numbers", "day", "period"),
    [
        ("en-gb", "1,220", "15 March 2018", "18 to 20 March 2018"),
        ("de", "1.220", "15. März 2018", "18. März 2018 to 20. März 2018"),
        ("fr", "1\xa0220", "15 mars 2018", "18 to 20 mars 2018"),
    ],
)
def test_numbers_and_dates_follow_the_language(language: str, numbers: str, day: str, period: str) -> None:
    with translation.override(language):
        found = number(1220), date_in_words(date(2018, 3, 15), "day")
        assert (*found, period_in_words(date(2018, 3, 18), "day", date(2018, 3, 20), "day")) == (numbers, day, period)


@pytest.mark.parametrize(
    ("language", "lang", "direction"), [("en-gb", "en-gb", "ltr"), ("ar", "ar", "rtl"), ("he", "he", "rtl")]
)
def test_a_page_says_its_language_and_direction(
    client: Client, reference: None, language: str, lang: str, direction: str
) -> None:
    with translation.override(language):
        page = client.get("/methodology/").content.decode()
    assert re.findall(r"<html lang=\"(.*?)\" dir=\"(.*?)\">", page) == [(lang, direction)]


def test_the_glossary_has_every_code_and_term_once() -> None:
    anchors = [term.anchor for chapter in CHAPTERS for term in chapter.terms]
    assert len(anchors) == len(set(anchors))
    assert set(anchors) == CODES.keys() | TERMS.keys()
    assert CODES.keys() <= LABELS.keys()
