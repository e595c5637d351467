"""`propose_figures`: the contract's keys, without any database; clean pipes, a bar on terminals, bad input in one line."""

import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError

CONTRACT = """document, sentence, start, end, reported_text, number_start, number_end, indicator, unit, group, quantifier,
reported, reported_max, low, best, high, accumulation, start_date, end_date, date_text, place, attributed_to, confidence"""
SENTENCE = "At least 40 people were killed in Eastern Ghouta on 5 March 2018, the Syrian Observatory for Human Rights said."
OTHER = "Some 1,200 civilians fled Hamouriyeh."


def proposed(*files: Path, **options: str) -> list[dict[str, Any]]:
    """Return what the command prints, line by line."""
    out = io.StringIO()
    call_command("propose_figures", *files, stdout=out, **options)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def refused(*arguments: str | Path) -> str:
    out = io.StringIO()
    with pytest.raises(CommandError) as error:
        call_command("propose_figures", *arguments, stdout=out)
    assert (error.value.returncode, out.getvalue()) == (2, "")
    assert "\n" not in str(error.value)
    return str(error.value)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "ghouta.report.txt"
    file.write_text(f"Shelling goes on\n\n{SENTENCE} {OTHER}\n", encoding="utf-8")
    return file


def test_each_figure_is_a_line_with_the_contract_s_keys_in_order(report: Path) -> None:
    out = io.StringIO()
    call_command("propose_figures", report, stdout=out)
    (first, second) = out.getvalue().splitlines()
    keys = CONTRACT.replace("\n", " ").split(", ")
    assert [list(json.loads(line))[: len(keys)] for line in (first, second)] == [keys, keys]
    figure = json.loads(first)
    assert {key: figure[key] for key in keys if key != "confidence"} == {
        "document": "ghouta.report",
        "sentence": SENTENCE,
        "start": 18,
        "end": 18 + len(SENTENCE),
        "reported_text": "At least 40",
        "number_start": 18,
        "number_end": 29,
        "indicator": "killed",
        "unit": "person",
        "group": None,
        "quantifier": "at_least",
        "reported": 40,
        "reported_max": None,
        "low": 40,
        "best": 40,
        "high": None,
        "accumulation": "increment",
        "start_date": "2018-03-05",
        "end_date": "2018-03-05",
        "date_text": "on 5 March 2018",
        "place": "Eastern Ghouta",
        "attributed_to": "the Syrian Observatory for Human Rights",
    }
    assert 0 <= figure["confidence"] <= 1


def test_offsets_are_code_points_of_the_uniform_text(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"\xef\xbb\xbf\xf0\x9f\x95\x8a caf\xc3\xa9\r\n\r\n" + SENTENCE.encode() + b"\r\n")
    (figure,) = proposed(file)
    assert (figure["start"], figure["end"]) == (8, 8 + len(SENTENCE))


def test_the_day_of_publication_dates_the_days_of_the_week(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("At least 40 people were killed on Monday.", encoding="utf-8")
    days = [(f["start_date"], f["end_date"]) for f in proposed(file) + proposed(file, published="2018-03-06")]
    assert days == [(None, None), ("2018-03-05", "2018-03-05")]


def test_many_files_at_once_in_their_order(report: Path, tmp_path: Path) -> None:
    nothing, other = tmp_path / "nothing.txt", tmp_path / "other.txt"
    nothing.write_text("", encoding="utf-8")
    other.write_text(OTHER, encoding="utf-8")
    found = [(figure["document"], figure["reported"]) for figure in proposed(other, nothing, report, other)]
    assert found == [("other", 1200), ("ghouta.report", 40), ("ghouta.report", 1200), ("other", 1200)]


def test_a_table_for_people(report: Path) -> None:
    out = io.StringIO()
    call_command("propose_figures", report, format="table", stdout=out)
    lines = [line for line in out.getvalue().splitlines() if line]
    assert lines[0] == "ghouta.report: 2 figures"
    assert lines[1].split() == "number indicator unit, group low – best – high place when claimant sure".split()  # noqa: SIM905
    assert lines[2].split("  ")[1] == "At least 40"
    assert lines[3] == f"    {SENTENCE}"
    assert "1,200" in lines[4]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"caf\xe9", "not UTF-8 (byte 3): save it as UTF-8"),
        ("12 killed".encode("utf-16"), "not UTF-8 (byte 0): save it as UTF-8"),
        (b"12\0 killed", "the text has a NUL character: it is not plain text"),
        (None, "there is no such file"),
    ],
)
def test_one_bad_file_and_nothing_is_printed(report: Path, content: bytes | None, why: str) -> None:
    bad = report.with_name("bad.txt")
    if content is not None:
        bad.write_bytes(content)
    assert refused(report, bad) == f"{bad}: {why}"


def test_a_folder_is_no_file(report: Path) -> None:
    assert refused(report.parent) == f"{report.parent}: a folder: name the files in it"


@pytest.mark.parametrize("words", ["2018-02-30", "20180305", "5 March 2018", "2018-W10-1", ""])
def test_a_day_that_is_none(report: Path, words: str) -> None:
    assert refused(report, "--published", words) == f"--published: “{words}” is no day: write it as 2018-03-15"


def program(*arguments: str | Path, data: Path, **environment: str) -> subprocess.Popen[bytes]:
    """Start the command as a process of its own; its errors go where `stderr` of the caller's choice goes."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("DATABASE_", "DJANGO_", "PYTEST"))}
    return subprocess.Popen(
        [sys.executable, "manage.py", "propose_figures", *arguments],
        cwd=settings.BASE_DIR,
        env=kept | {"TRACKER_DATA": str(data)} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_no_database_is_touched(report: Path, tmp_path: Path) -> None:
    """A whole process gets by without one, also with an address that leads nowhere; the tests above may not open any."""
    data = tmp_path / "data"
    for address in ({}, {"DATABASE_URL": "postgres://nobody@127.0.0.1:1/none"}):
        process = program(report, data=data, **address)
        out, err = process.communicate(timeout=60)
        assert (process.returncode, err, len(out.splitlines())) == (0, b"", 2)
        assert [path.name for path in data.iterdir()] == ["secret_key"]


def test_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("“At least 40 people were killed in Ḥamōriyya,” he said.", encoding="utf-8")
    locale = {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    out, _ = program(file, data=tmp_path / "data", **locale).communicate(timeout=60)
    assert json.loads(out.decode())["sentence"] == file.read_text(encoding="utf-8")


def test_a_reader_that_has_seen_enough(report: Path, tmp_path: Path) -> None:
    process = program(*[report] * 200, data=tmp_path / "data")
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    assert (process.wait(timeout=60), process.stderr and process.stderr.read()) == (0, b"")
    process.stderr.close()  # type: ignore[union-attr]


def test_a_bar_on_a_terminal_and_clean_lines(report: Path, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "manage.py", "propose_figures", *[report] * 3],
        cwd=settings.BASE_DIR,
        env=os.environ | {"TRACKER_DATA": str(tmp_path / "data")},
        stdout=subprocess.PIPE,
        stderr=theirs,
    )
    out, _ = process.communicate(timeout=60)
    os.close(theirs)
    shown = os.read(ours, 10_000).decode()
    os.close(ours)
    assert [json.loads(line)["document"] for line in out.splitlines()] == ["ghouta.report"] * 6
    bars = [f"\r{'█' * filled}{'·' * (30 - filled)} {done} of 3 texts\r\033[K" for done, filled in enumerate((0, 10, 20))]
    assert shown == "".join(bars)
