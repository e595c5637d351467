"""Entering a figure as somebody does who does it all day: by keyboard, from a document that is stored already."""

import re
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from tests.build import TEXT, Builder
from tracker.models import Figure, NotARepeat

AXE = Path(__file__).parent / "vendored" / "axe.min.js"
KEY = 60
"""Milliseconds for a key: a fair typist."""
SENTENCE = "At least 40 people were killed, including 12 children, the UN said."
LogIn = Callable[..., Page]


class Typist:
    """Somebody at a keyboard, who never takes the mouse; counts the fields they put something into."""

    def __init__(self, page: Page) -> None:
        """Sit down before a page whose first field comes next."""
        self.page, self.fields = page, set[str]()

    def go_to(self, field: str) -> None:
        """Press the tabulator key until the cursor stands in a field."""
        wanted = f"select2-id_{field}-container" if self._is_reference(field) else f"id_{field}"
        for _ in range(60):
            here = self.page.evaluate(
                "() => `${document.activeElement.id} ${document.activeElement.getAttribute('aria-labelledby') ?? ''}`"
            )
            if wanted in here.split():
                self.fields.add(field)
                return
            self.page.keyboard.press("Tab", delay=KEY)
        pytest.fail(f"no way to {field} by keyboard")

    def type(self, field: str, words: str) -> None:
        """Type into a field."""
        self.go_to(field)
        self.page.keyboard.type(words, delay=KEY)

    def paste(self, field: str, words: str) -> None:
        """Paste into a field."""
        self.go_to(field)
        self.page.wait_for_timeout(KEY * 2)
        self.page.keyboard.insert_text(words)

    def choose(self, field: str, words: str, result: str) -> None:
        """Choose a reference by the first letters of its name."""
        self.type(field, words)
        expect(self.page.locator(".select2-results__option--highlighted")).to_have_text(re.compile(result))
        self.page.keyboard.press("Enter", delay=KEY)

    def select(self, field: str, letters: str, chosen: str) -> None:
        """Choose a code by the first letters of its words."""
        self.type(field, letters)
        expect(self.page.locator(f"#id_{field} option:checked")).to_have_text(chosen)

    def _is_reference(self, field: str) -> bool:
        return "admin-autocomplete" in (self.page.locator(f"#id_{field}").get_attribute("class") or "")


def enter_one(page: Page) -> Typist:
    """Enter "At least 40 people were killed" from a blank form, and save it."""
    typist = Typist(page)
    typist.choose("document", "shelling", r"^“On Monday, shelling hit.*publisher not stated, 6 March 2018; document \d+\)$")
    typist.paste("excerpt", SENTENCE)
    typist.type("reported_text", "at least 40")
    typist.paste("context", "On Monday, shelling hit the town.")
    typist.select("indicator", "ki", "Killed")
    typist.select("accumulation", "wi", "Within a period")
    typist.type("start_date", "5 March 2018")
    typist.choose("place", "doum", r"^Douma \(city in Eastern Ghouta\)$")
    typist.choose("attributed_to", "united nations", r"^United Nations \(United Nations body\)$")
    typist.type("attribution_text", "the UN")
    return typist


def test_one_figure_takes_under_forty_seconds_and_twelve_fields(build: Builder, log_in: LogIn, curator: User) -> None:
    document = build.document()
    page = log_in("amal")
    page.goto("/admin/tracker/figure/add/")
    begun = monotonic()
    typist = enter_one(page)
    expect(page.locator(".found mark.number")).to_have_text("At least 40")
    expect(page.locator("#id_low")).to_have_value("40")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("was added successfully")).to_be_visible()
    seconds = monotonic() - begun
    figure = Figure.objects.get()
    assert {name: getattr(figure, name) for name in ("document", "quantifier", "reported", "low", "best", "high")} == {
        "document": document,
        "quantifier": "at_least",
        "reported": 40,
        "low": 40,
        "best": 40,
        "high": None,
    }
    assert (figure.reported_text, figure.attribution_kind, figure.date_basis) == ("At least 40", "named", "stated")
    assert (figure.start_date, figure.start_accuracy, figure.end_date) == (figure.end_date, "day", figure.start_date)
    assert len(typist.fields) <= 12, typist.fields
    assert seconds < 40
    expect(page.locator("#id_excerpt")).to_be_focused()
    print(f"{len(typist.fields)} fields, {seconds:.1f} s")  # noqa: T201  # the measurement, shown by pytest -s
    expect(page.locator("#id_start_date")).to_have_value("5 March 2018")
    expect(page.locator("#select2-id_place-container")).to_have_text("Douma (city in Eastern Ghouta)")


OTHER_NUMBERS = "Rarely: numbers that the words do not say"
TWICE = f"On Monday, shelling hit the town. {SENTENCE} Others doubt it. {SENTENCE}"


def begin(page: Page, document: int, **fields: str) -> None:
    """Open a blank form for a document, and fill fields in."""
    page.goto(f"/admin/tracker/figure/add/?document={document}")
    for name, words in fields.items():
        page.locator(f"#id_{name}").fill(words)


def test_words_that_stand_twice_are_chosen_while_typing(build: Builder, log_in: LogIn, curator: User) -> None:
    document = build.document(TWICE)
    page = log_in("amal")
    begin(page, document.pk, excerpt="40 people were killed", reported_text="at least 40")
    expect(page.get_by_text("These words stand 2 times in the document: choose which of them is meant.")).to_be_visible()
    choices = page.get_by_role("group", name="Which passage is meant?").get_by_role("radio")
    expect(choices).to_have_count(2)
    choices.nth(1).check()
    expect(page.locator("blockquote.found")).to_have_text(SENTENCE)
    start = TWICE.rindex(SENTENCE)
    expect(page.locator("[name=excerpt_at]")).to_have_value(f"{start}-{len(TWICE)}")
    page.locator("#id_excerpt").press_sequentially(" again")
    expect(page.locator("[name=excerpt_at]")).to_have_value("")


def test_the_nearest_passage_is_taken_from_the_document(build: Builder, log_in: LogIn, curator: User) -> None:
    document = build.document()
    page = log_in("amal")
    begin(page, document.pk, excerpt="At least 40 people died, including 12 children, the UN says.", reported_text="12")
    page.get_by_role("group", name="Use this text from the document?").get_by_role("radio").check()
    expect(page.locator("blockquote.found")).to_have_text(SENTENCE)
    expect(page.locator(".found mark")).to_have_text("12")


def test_numbers_follow_the_words_until_somebody_types_one(build: Builder, log_in: LogIn, curator: User) -> None:
    document = build.document()
    page = log_in("amal")
    begin(page, document.pk, excerpt=SENTENCE, reported_text="nearly 600")
    shown = [f"#id_{name}" for name in ("quantifier", "reported", "low", "best", "high")]
    for field, value in zip(shown, ("approximately", "600", "", "600", "600"), strict=True):
        expect(page.locator(field)).to_have_value(value)
    expect(page.get_by_text("nearly 600: low open, best 600, high 600")).to_be_visible()
    page.get_by_text(OTHER_NUMBERS).click()
    page.locator("#id_quantifier").select_option("exact")
    expect(page.locator("#id_low")).to_have_value("600")
    expect(page.get_by_text("The words say nearly 600: low open, best 600, high 600. You give other")).to_be_visible()
    page.locator("#id_reported_text").fill("dozens")
    expect(page.locator("#id_quantifier")).to_have_value("exact")
    page.locator("#id_quantifier").select_option("")
    expect(page.locator("#id_quantifier")).to_have_value("vague")
    expect(page.locator("#id_low")).to_have_value("24")
    page.locator("#id_reported_text").fill("a fifth of them")
    expect(page.get_by_text("This is a share of another number: write the calculation")).to_be_visible()
    page.locator("#id_start_date").fill("Marc 2018")
    expect(page.get_by_text("“Marc 2018” is not a date")).to_be_hidden()
    page.locator("#id_start_date").fill("last week")
    expect(page.get_by_text("“last week” is not a date: type it as in")).to_be_visible()


def test_what_looks_wrong_is_settled_while_typing(build: Builder, log_in: LogIn, curator: User) -> None:
    first = build.provisional()
    document = build.document(f"{TEXT} Said elsewhere.")
    page = log_in("amal")
    complete(page, document.pk)
    wrong = page.get_by_role("region", name="What looks wrong")
    expect(wrong.get_by_role("group")).to_contain_text(f"Likely repeat: figure {first.pk} says at least 40")
    wrong.get_by_label("Not the same count").check()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Say why the two are not the same count: whoever sees them next reads it.")).to_be_visible()
    expect(wrong.get_by_label("Not the same count")).to_be_checked()
    wrong.get_by_label("Why they are, or are not, the same count").fill("two raids")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("was added successfully")).to_be_visible()
    pair = NotARepeat.objects.get()
    assert (pair.first, pair.second.document, pair.reason) == (first, document, "two raids")


def test_the_cursor_stands_where_something_is_missing(build: Builder, log_in: LogIn, curator: User) -> None:
    document = build.document()
    page = log_in("amal")
    page.goto("/admin/tracker/figure/add/")
    expect(page.locator("#id_document + .select2 .select2-selection")).to_be_focused()
    begin(page, document.pk)
    expect(page.locator("#id_excerpt")).to_be_focused()
    page.locator("#id_excerpt").fill(SENTENCE)
    page.locator("#id_reported_text").fill("a fifth of them")
    page.keyboard.press("Tab")
    expect(page.locator("#id_calculation")).to_be_visible()  # a share asks for it
    page.locator("#id_reported_text").fill("At least 40")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".errornote")).to_be_visible()
    expect(page.locator("#id_indicator")).to_be_focused()


def test_who_was_logged_out_meanwhile_loses_nothing(build: Builder, log_in: LogIn, curator: User) -> None:
    document = build.document()
    page = log_in("amal")
    complete(page, document.pk)
    page.context.clear_cookies(name="sessionid")
    page.locator("#id_reported_text").fill("40")
    alert = page.get_by_role("alert")
    expect(alert).to_have_text("You have been logged out. Nothing is lost: log in again in another tab, and then save here.")
    beside = page.context.new_page()
    beside.goto("/admin/login/")
    beside.get_by_label("Username").fill("amal")
    beside.get_by_label("Password").fill("amal")
    beside.get_by_role("button", name="Log in").click()
    expect(beside.get_by_role("heading", name="What would you like to do?")).to_be_visible()
    page.locator("#id_reported_text").fill("At least 40")
    expect(alert).to_be_hidden()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("was added successfully")).to_be_visible()


def test_sent_twice_it_is_stored_once(build: Builder, log_in: LogIn, curator: User) -> None:
    document = build.document()
    page = log_in("amal")
    complete(page, document.pk)
    page.evaluate("const form = document.getElementById('figure_form'); form.requestSubmit(); form.requestSubmit()")
    expect(page.get_by_text("was added successfully")).to_be_visible()
    assert Figure.objects.count() == 1


def test_likely_repeats_are_settled_on_the_drafts_page(build: Builder, log_in: LogIn, curator: User) -> None:
    first = build.provisional()
    second = build.draft(**{name: getattr(first, name) for name in ("start_date", "end_date")})
    page = log_in("amal")
    page.goto(f"/admin/tracker/figure/{second.pk}/change/")
    page.get_by_label("Not the same count").check()
    page.get_by_label("Why they are, or are not, the same count").fill("two raids")
    page.get_by_role("button", name="Settle").click()
    expect(page.get_by_text(f"Remembered: not the same count as figure {first.pk}.")).to_be_visible()
    expect(page.get_by_role("heading", name="To settle before publishing")).to_have_count(0)


def test_the_second_of_two_people_sees_both(build: Builder, log_in: LogIn, curator: User, editor: User) -> None:
    figure = build.draft()
    pages = [log_in(name) for name in ("amal", "dina")]
    for page in pages:
        page.goto(f"/admin/tracker/figure/{figure.pk}/change/")
        page.get_by_text("Rarely: other figures, and a note").click()
        expect(page.locator(".found mark")).to_be_visible()
    amal, dina = pages
    dina.locator("#id_group").select_option("civilians")
    dina.get_by_label("Note:").fill("hers")
    dina.get_by_role("button", name="Save", exact=True).click()
    amal.get_by_label("Note:").fill("mine")
    amal.get_by_role("button", name="Save", exact=True).click()
    expect(amal.locator(".stale tbody tr")).to_have_text(
        [
            re.compile(r"Group\s+empty\s+“Civilians”\s+nothing else: now as changed"),
            re.compile(r"Note\s+empty\s+hers\s+mine"),
        ]
    )
    expect(amal.locator("#id_note")).to_have_value("mine")
    expect(amal.locator("#id_group")).to_have_value("civilians")


def test_without_javascript_it_takes_the_same_fields(build: Builder, log_in: LogIn, curator: User) -> None:
    document = build.document(TWICE)
    page = log_in("amal", java_script_enabled=False)
    begin(page, document.pk, excerpt="40 people were killed", reported_text="at least 40", start_date="5 March 2018")
    page.locator("#id_indicator").select_option("killed")
    page.locator("#id_accumulation").select_option("increment")
    page.get_by_text("The place is not in the list? Add it").click()
    page.locator("#id_new_place_name").fill("Hazzeh")
    page.locator("#id_new_place_kind").select_option("town")
    page.get_by_role("button", name="Save", exact=True).click()
    page.locator("#id_excerpt_at input").nth(1).check()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("was added successfully")).to_be_visible()
    figure = Figure.objects.get()
    assert (figure.place.name, figure.place.confirmed, figure.low) == ("Hazzeh", False, 40)
    assert figure.excerpt_start == TWICE.rindex(SENTENCE)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_no_barriers_in_any_state(build: Builder, log_in: LogIn, curator: User, scheme: str, width: int) -> None:
    first = build.provisional()
    figure = build.draft(**{name: getattr(first, name) for name in ("start_date", "end_date")})
    document = build.document(TWICE)
    options: dict[str, Any] = {"color_scheme": scheme, "viewport": {"width": width, "height": 800}, "bypass_csp": True}
    page = log_in("amal", **options)
    found = {}
    for name, reach in STATES.items():
        reach(page, document.pk, figure.pk)
        page.wait_for_load_state("networkidle")
        page.add_script_tag(path=AXE)
        tags = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}"
        result = page.evaluate(f"async () => (await axe.run(document, {tags})).violations")
        if result:
            found[name] = [(v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in result]
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    assert found == {}


def _wrong(page: Page, document: int, figure: int) -> None:
    begin(page, document, excerpt="40 people were killed", reported_text="a fifth of them")
    page.get_by_text(OTHER_NUMBERS).click()
    page.locator("#id_low").fill("7")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".errornote")).to_be_visible()


def complete(page: Page, document: int) -> None:
    """Fill in what the first of the builder's figures says, in another document."""
    begin(page, document, excerpt=SENTENCE, reported_text="At least 40", start_date="5 March 2018")
    page.locator("#id_indicator").select_option("killed")
    page.locator("#id_accumulation").select_option("increment")
    page.locator("#id_place + .select2 .select2-selection").focus()
    page.keyboard.type("eastern gh")
    expect(page.locator(".select2-results__option--highlighted")).to_contain_text("Eastern Ghouta")
    page.keyboard.press("Enter")


def _warned(page: Page, document: int, figure: int) -> None:
    complete(page, document)
    page.get_by_role("group", name="Which passage is meant?").get_by_role("radio").first.check()
    expect(page.get_by_role("region", name="What looks wrong")).to_be_visible()


def _list_open(page: Page, document: int, figure: int) -> None:
    begin(page, document)
    page.locator("#id_place + .select2 .select2-selection").focus()
    page.keyboard.type("dou")
    expect(page.locator(".select2-results__option--highlighted")).to_contain_text("Douma")


STATES: dict[str, Callable[[Page, int, int], object]] = {
    "blank": lambda page, document, figure: page.goto("/admin/tracker/figure/add/"),
    "choosing": lambda page, document, figure: begin(page, document, excerpt="40 people", reported_text="40"),
    "wrong": _wrong,
    "a list open": _list_open,
    "warned while typing": _warned,
    "stored": lambda page, document, figure: page.goto(f"/admin/tracker/figure/{figure}/change/"),
}
