"""Seed files: what is stored of them, loading twice, and each way in which a broken one is refused whole."""

import hashlib
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db.models import Count

from tracker.models import Document, Figure

SEEDS = settings.BASE_DIR / "seeds"
GOOD = SEEDS / "2-eastern-ghouta-seventh-anniversary-2018-03-15.toml"


def test_five_documents_with_thirty_one_figures(seeded: None) -> None:
    counts = Document.objects.annotate(n=Count("figures")).order_by("pk").values_list("n", flat=True)
    assert list(counts) == [8, 5, 4, 5, 9]
    assert set(Figure.objects.values_list("status", flat=True)) == {"verified"}


def test_every_figure_of_the_seeds(seeded: None) -> None:
    rows = Figure.objects.order_by("pk").values_list(
        "place__slug",
        "indicator",
        "group",
        "reported_text",
        "low",
        "best",
        "high",
        "attributed_to__slug",
        "accumulation",
    )
    ghouta, aleppo = "eastern-ghouta", "east-aleppo"
    assert list(rows) == [
        (ghouta, "fled", None, "Thousands", 2000, None, None, None, "increment"),
        ("afrin-town", "fled", None, "hundreds", 200, None, None, "sohr", "unclear"),
        (ghouta, "evacuated", "patients", "scores", 40, None, None, None, "increment"),
        (ghouta, "aid_trucks", None, "Twenty-five", 25, 25, 25, "icrc", "increment"),
        (ghouta, "aid_recipients", None, "26,100", 26100, 26100, 26100, "icrc", "increment"),
        (ghouta, "killed", None, "dozens", 24, None, None, "russian-and-syrian-governments", "unclear"),
        (ghouta, "besieged", "civilians", "400,000", 400000, 400000, 400000, "amnesty-international", "stock"),
        ("afrin", "fled", "other", "hundreds", 200, None, None, "amnesty-international", "unclear"),
        (ghouta, "killed", "civilians", "More than 1,220", 1220, 1220, None, None, "cumulative"),
        (ghouta, "killed", "children", "a fifth of them", None, 244, None, None, "cumulative"),
        (ghouta, "fled", None, "Some 9,300", None, 9300, None, None, "increment"),
        ("syria", "killed", None, "more than 350,000", 350000, 350000, None, None, "cumulative"),
        ("syria", "displaced", None, MORE_THAN_HALF, 10000000, 10000000, None, None, "unclear"),
        (ghouta, "evacuated", "civilians", "Only a handful", None, None, None, None, "unclear"),
        (ghouta, "aid_trucks", None, "46", 46, 46, 46, None, "increment"),
        (ghouta, "killed", None, "Almost 600", None, 600, 600, "united-nations", "cumulative"),
        (ghouta, "injured", None, "over 2,000", 2000, 2000, None, "united-nations", "cumulative"),
        (aleppo, "killed", "civilians", "More than 250", 250, 250, None, None, "cumulative"),
        (aleppo, "killed", "children", "nearly 30", None, 30, 30, None, "cumulative"),
        (aleppo, "fled", None, "nearly 20,000", None, 20000, 20000, "icrc", "increment"),
        (aleppo, "fled", None, "up to 20,000", None, None, 20000, None, "increment"),
        (aleppo, "besieged", "civilians", "nearly 275,000", None, 275000, 275000, None, "stock"),
        (aleppo, "fled", None, "nearly 130,000", None, 130000, 130000, None, "increment"),
        (aleppo, "besieged", "civilians", "100,000", 100000, 100000, 100000, None, "stock"),
        (aleppo, "killed", "civilians", "Seventy-nine", 79, 79, 79, "abdullah-othman", "unclear"),
        (aleppo, "casualties", "rescuers", "four", 4, 4, 4, "white-helmets", "increment"),
        (aleppo, "killed", "rescuers", "one", 1, 1, 1, "white-helmets", "increment"),
        (aleppo, "killed", "civilians", "at least 82", 82, 82, None, "united-nations", "unclear"),
        (aleppo, "killed", "women", "11", 11, 11, 11, "united-nations", "unclear"),
        (aleppo, "killed", "children", "13", 13, 13, 13, "united-nations", "unclear"),
        (aleppo, "killed", None, "Hundreds", 200, None, None, None, "unclear"),
    ]


MORE_THAN_HALF = "more than half of Syria's pre-war population of 20 million"


def test_the_repeat_and_the_parts(seeded: None) -> None:
    pairs = Figure.objects.exclude(repeat_of=None).values_list("reported_text", "repeat_of__reported_text")
    assert list(pairs) == [("up to 20,000", "nearly 20,000")]
    parts = Figure.objects.exclude(subset_of=None).order_by("pk").values_list("reported_text", "subset_of__reported_text")
    assert list(parts) == [
        ("a fifth of them", "More than 1,220"),
        ("nearly 30", "More than 250"),
        ("one", "four"),
        ("11", "at least 82"),
        ("13", "at least 82"),
    ]


def test_every_sentence_is_one_of_its_document(seeded: None) -> None:
    for figure in Figure.objects.select_related("document"):
        assert figure.excerpt in figure.document.text.split("\n\n")


def test_stored_text_is_the_hashed_text(seeded: None) -> None:
    for document in Document.objects.all():
        assert document.text_sha256 == hashlib.sha256(document.text.encode()).hexdigest()
        assert document.text_scope == "excerpts"
        assert document.whole_sha256 != document.text_sha256
        assert document.publisher is None
        assert document.publisher_note


def test_what_was_overridden_says_why(seeded: None) -> None:
    overridden = Figure.objects.exclude(overridden=[])
    counts = overridden.order_by("overridden").values_list("overridden").annotate(Count("pk"))
    assert list(counts) == [(["likely_repeat"], 1), (["no_event_date"], 15)]
    assert all(figure.override_reason for figure in overridden)
    assert "neither text says that one count is behind both" in overridden.get(reported="9300").override_reason


def test_the_fifth_stays_provisional_in_the_demonstration(seeded_demo: None) -> None:
    found = Figure.objects.order_by("document").values_list("document", "status").distinct()
    assert [status for _, status in found] == ["verified"] * 4 + ["provisional"]


def test_loading_twice_changes_nothing(curator: User, reviewer: User, capsys: pytest.CaptureFixture[str]) -> None:
    def load() -> None:
        call_command("load_seeds", entered_by="amal", verified_by="basel")

    load()
    before = list(Figure.objects.order_by("pk").values()), list(Document.objects.order_by("pk").values())
    load()
    assert (list(Figure.objects.order_by("pk").values()), list(Document.objects.order_by("pk").values())) == before
    assert capsys.readouterr().out.splitlines()[5:] == [
        f"{path.name}: stored already, left as it is" for path in sorted(SEEDS.glob("*.toml"))
    ]


@pytest.fixture
def seed(tmp_path: Path, curator: User) -> Path:
    """A copy of a good seed file, alone in a folder."""
    copy = tmp_path / "seed.toml"
    copy.write_text(GOOD.read_text(encoding="utf-8"), encoding="utf-8")
    return copy


def refused(path: Path) -> str:
    """Load a folder's seeds; return the refusal without the folder, having seen that nothing was stored."""
    with pytest.raises(CommandError) as error:
        call_command("load_seeds", path.parent, entered_by="amal")
    assert error.value.returncode == 2
    assert not Document.objects.exists()
    return str(error.value).replace(f"{path.parent}/", "")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('place = "eastern-ghouta"', 'place = "east-ghouta"', "place: unknown place “east-ghouta”"),
        (
            'reported_text = "More than 1,220"',
            'reported_text = "More than 1,221"',
            "reported_text: The sentence does not hold “More than 1,221”: copy the number as it is printed there.",
        ),
        ("reported = 1220", "reported = 1120", "reported: “More than 1,220” does not say 1120"),
        ("start_date = 2018-02-18", "start_date = 2018-04-18", "start_date: 2018-04-18 is after end_date, 2018-03-15"),
        ('unit = "person"', 'unity = "person"', "unknown key “unity”"),
        (
            'quantifier = "more_than"',
            'quantifier = "over"',
            "quantifier: “over” is none of exact, approximately, at_least, more_than, up_to, less_than, between, vague",
        ),
        (
            'attribution_kind = "none"',
            'attribution_kind = "named"',
            "The claimant does not fit its kind: “named” needs a source and its words, “unnamed” the words only, "
            "“publisher” the source, “none” neither.",
        ),
        ('follows = "daily-mail"', 'follows = "daily-post"', "follows: unknown source “daily-post”"),
        ('accumulation = "cumulative"\n', "", "the key “accumulation” is missing"),
        ("[document]", "[documents]", "unknown table or key “documents”: a file has document, figure"),
        ("[document]", "[document", "not TOML: Expected ']' at the end of a table declaration (at line 1, column 10)"),
    ],
)
def test_a_broken_file_is_refused_whole_with_line_and_reason(seed: Path, old: str, new: str, reason: str) -> None:
    text = seed.read_text(encoding="utf-8")
    assert old in text
    seed.write_text(text.replace(old, new, 1), encoding="utf-8")
    line = refused(seed)
    name, number, said = line.split(":", 2)
    assert (name, said.strip()) == ("seed.toml", reason)
    lines = seed.read_text(encoding="utf-8").splitlines()
    at = lines[int(number) - 1]
    assert at == "[[figure]]" or at in new or new.splitlines()[0] in at


def test_a_figure_with_a_warning_says_why_it_stands_or_is_refused(seed: Path) -> None:
    text = seed.read_text(encoding="utf-8")
    without = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("override = "))
    seed.write_text(without, encoding="utf-8")
    line = without.splitlines().index('key = "displaced-more-than-half"')
    assert refused(seed) == (
        f"seed.toml:{line}: Something looks wrong: correct it, or say why it stands nevertheless. "
        "No event date: charts show the figure in a margin, and it is added up nowhere."
    )


def test_an_override_of_nothing_is_passed_over(seed: Path) -> None:
    call_command("load_seeds", seed.parent, entered_by="amal")
    alone = Figure.objects.get(reported="9300")  # its likely repeat stands in a file that is not loaded
    assert (alone.overridden, alone.override_reason) == ([], "")


def test_one_broken_file_stops_the_others_too(seed: Path) -> None:
    (seed.parent / "zz-broken.toml").write_text("nonsense", encoding="utf-8")
    assert refused(seed).startswith("zz-broken.toml:1: not TOML")


def test_who_and_where_must_exist(reference: None, tmp_path: Path) -> None:
    for arguments, words in (
        (["--entered-by", "nobody"], "there is no account “nobody”: make it in the admin, or name another"),
    ):
        with pytest.raises(CommandError) as error:
            call_command("load_seeds", tmp_path, *arguments)
        assert (str(error.value), error.value.returncode) == (words, 2)


def test_a_verifier_who_entered_is_refused(editor: User) -> None:
    with pytest.raises(CommandError) as error:
        call_command("load_seeds", entered_by="dina", verified_by="dina")
    assert "Somebody else must verify this figure" in str(error.value)
    assert not Figure.objects.exists()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"figure = 3\n", "seed.toml:1: figure: write each as a table of its own, [[figure]]"),
        (b"figure = [1, 2]\n", "seed.toml:1: figure: write each as a table of its own, [[figure]]"),
        (b"[[document]]\n", "seed.toml:1: document: write it as one table, [document]"),
        ("[document]\ntitle = 'caf\u00e9'\n".encode("latin-1"), "seed.toml:1: not UTF-8: save it as UTF-8"),
    ],
)
def test_files_of_another_shape(seed: Path, content: bytes, reason: str) -> None:
    seed.write_bytes(content)
    assert refused(seed) == reason


def test_a_byte_order_mark_is_passed_over(seed: Path) -> None:
    seed.write_bytes(b"\xef\xbb\xbf" + seed.read_bytes())
    call_command("load_seeds", seed.parent, entered_by="amal")
    assert Document.objects.count() == 1


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('url = ""', 'url = "javascript:alert(1)"', "url: Enter a valid URL."),
        ('whole_sha256 = "', 'whole_sha256 = "" # "', "whole_sha256: This field cannot be blank."),
        (
            'published_basis = "inferred"',
            'published_basis = "stated"',
            "Publication dates come together: for a stated date, "
            "the same day as earliest and latest; for an inferred one, both days and the reasoning.",
        ),
    ],
)
def test_a_document_that_cannot_be_stored(seed: Path, old: str, new: str, reason: str) -> None:
    text = seed.read_text(encoding="utf-8")
    assert old in text
    seed.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert refused(seed).split(":", 2)[2].strip() == reason


def test_a_hash_of_another_document(seed: Path) -> None:
    call_command("load_seeds", seed.parent, entered_by="amal")
    text = seed.read_text(encoding="utf-8")
    seed.write_text(text.replace("Thursday, via the town", "Friday, via the town"), encoding="utf-8")
    with pytest.raises(CommandError) as error:
        call_command("load_seeds", seed.parent, entered_by="amal")
    assert "whole_sha256: this hash is of another document, which is stored already" in str(error.value)
