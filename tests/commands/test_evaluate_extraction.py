"""`evaluate_extraction`: one small folder with every number that is printed of it, and folders that are none."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from tests.extraction.test_scoring import LABEL

KILLED = "At least 40 people were killed in Eastern Ghouta."
FLED = "Some 1,200 people fled Hamouriyeh."
TRAP = "The road is 40 kilometres long."


def labelled(text: str, sentence: str, **values: Any) -> dict[str, Any]:
    start = text.index(sentence)
    place = {"sentence": sentence, "start": start, "end": start + len(sentence), "attribution": None}
    return LABEL | place | values


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two texts: one read rightly but for its place, one with a label that cannot be found."""
    one, two = f"{KILLED} {TRAP}", f"{FLED} {KILLED}"
    fled = {"metric": "displaced", "metric_alt": "fled", "qualifier": "approx", "value_best": 1200, "place": "Hamouriyeh"}
    files: dict[str, list[dict[str, Any]]] = {
        "articles.jsonl": [{"doc": "one", "published": "2018-03-06"}, {"doc": "two", "published": None}],
        "gold.jsonl": [
            labelled(one, KILLED, doc="one", place="Aleppo"),
            labelled(two, FLED, doc="two", **fled),
            labelled(two, FLED, doc="two", metric="missing"),
        ],
        "negatives.jsonl": [{"doc": "one", "start": len(KILLED) + 1, "end": len(one)}],
    }
    (tmp_path / "articles").mkdir()
    for name, text in (("one", one), ("two", two)):
        (tmp_path / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
    for file, lines in files.items():
        (tmp_path / file).write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    return tmp_path


def evaluated(folder: Path, **options: Any) -> list[str]:
    out = io.StringIO()
    call_command("evaluate_extraction", folder, stdout=out, **options)
    return out.getvalue().splitlines()


def refused(folder: Path, **options: Any) -> str:
    with pytest.raises(CommandError) as error:
        evaluated(folder, **options)
    assert error.value.returncode == 2
    assert "\n" not in str(error.value)
    return str(error.value)


def test_every_number_of_a_small_folder(folder: Path) -> None:
    assert evaluated(folder)[1:] == [
        "",
        "All texts: 2",
        "  3 figures to be found, 3 proposed, 2 right (0 of them optional)",
        "  precision 0.6667   recall 0.6667   F1 0.6667   0 proposed in the 1 trap sentences",
        "",
        "  indicator          labelled    found   proposed    right  precision   recall       F1",
        "  killed                    1        1          2        1     0.5000   1.0000   0.6667",
        "  displaced                 1        1          0        0     0.0000   1.0000   0.0000",
        "  missing                   1        0          0        0     0.0000   0.0000   0.0000",
        "  fled                      0        0          1        1     1.0000   0.0000   0.0000",
        "",
        "  quantifier         labelled    found   proposed    right  precision   recall       F1",
        "  at_least                  2        1          2        1     0.5000   0.5000   0.5000",
        "  approx                    1        1          1        1     1.0000   1.0000   1.0000",
        "",
        "  attribute          compared    agree   accuracy",
        "  quantifier                2        2     1.0000",
        "  unit                      2        2     1.0000",
        "  group                     2        2     1.0000",
        "  place                     2        1     0.5000",
        "  claimant                  0        0     0.0000",
    ]


def test_the_parts_apart(folder: Path) -> None:
    names = folder / "held.txt"
    names.write_text("# held back\n\ntwo\nthree\n", encoding="utf-8")
    lines = evaluated(folder, held_out=names)
    assert [
        (line, lines[i + 1].split(",")[0].strip()) for i, line in enumerate(lines) if " texts" in line and ":" in line
    ] == [
        ("The texts that rules were written with: 1", "1 figures to be found"),
        ("The texts that were held back: 1", "2 figures to be found"),
        ("All texts: 2", "3 figures to be found"),
    ]


def test_the_worst_errors(folder: Path) -> None:
    lines = evaluated(folder, errors=1)
    assert [line.split(" | ")[1] for line in lines if line.startswith(("  wrong:", "  missed:", "  place:"))] == [
        KILLED,
        FLED,
        KILLED,
    ]
    assert "  missed: two missing 40 | " + FLED in lines
    assert "  place: Aleppo, read as Eastern Ghouta: one “At least 40” | " + KILLED in lines


@pytest.mark.parametrize(
    ("file", "content", "why"),
    [
        ("gold.jsonl", "{}", "gold.jsonl:1: the key 'metric' is missing"),
        ("gold.jsonl", "\n{", "gold.jsonl:2: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"),
        ("negatives.jsonl", "[]", "negatives.jsonl:1: list indices must be integers or slices, not str"),
        ("articles.jsonl", '{"doc": "one", "published": "2018-02-30"}', "articles.jsonl:1: day is out of range for month"),
        ("articles.jsonl", None, "articles.jsonl: there is no such file"),
        ("articles/one.txt", "a\0b", "articles/one.txt: the text has a NUL character: it is not plain text"),
    ],
)
def test_a_broken_folder(folder: Path, file: str, content: str | None, why: str) -> None:
    (folder / file).unlink()
    if content is not None:
        (folder / file).write_text(content, encoding="utf-8")
    assert refused(folder) == f"{folder}/{why}"


def test_nothing_to_measure(folder: Path, tmp_path: Path) -> None:
    assert refused(tmp_path / "nowhere") == f"{tmp_path}/nowhere/articles.jsonl: there is no such file"
    names = folder / "held.txt"
    names.write_text("three\n", encoding="utf-8")
    assert refused(folder, held_out=names) == "none of the texts that were held back is in the folder"
    for text in (folder / "articles").glob("*.txt"):
        text.unlink()
    assert refused(folder) == f"{folder}/articles: there are no texts (*.txt) here"
