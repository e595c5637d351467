"""`export_figures`: the contract's columns, the site's filters, whole files or none."""

import csv
import io
import json
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

CONTRACT = """figure_id, figure_url, version, status, counting, place, place_slug, place_kind, enclave, country_iso3,
place_role, place_accuracy, indicator, group, group_text, reported_text, quantifier, reported, reported_max,
low, best, high, calculation, unit, accumulation, count_stage, start_date, start_accuracy, end_date,
end_accuracy, date_basis, date_text, claimed_on, attributed_to, attribution_text, attribution_kind,
claimant_is_party, alleged_actor, publisher, document_id, document_title, document_published,
document_published_basis, document_url, archived_url, source_sentence, context_sentence, sentence_start,
sentence_end, report_count, origin_count, repeat_of, subset_of, disputed_on, verified_on, changed_at"""


def export(**options: object) -> str:
    """Return what the command prints."""
    out = io.StringIO()
    call_command("export_figures", stdout=out, **options)
    return out.getvalue()


def test_the_thirty_one_figures_under_the_contract_s_columns(seeded_demo: None) -> None:
    rows = list(csv.reader(io.StringIO(export())))
    assert rows[0] == CONTRACT.replace("\n", " ").split(", ")
    assert len(rows) == 1 + 31


def test_one_row_whole(seeded: None) -> None:
    (row,) = csv.DictReader(io.StringIO(export(q=["fifth"], indicator=["killed"], group=["children"])))
    assert row.pop("figure_url") == f"http://127.0.0.1:8000/figures/{row['figure_id']}/"
    assert int(row.pop("subset_of")) == int(row.pop("figure_id")) - 1
    sentence = (
        "More than 1,220 civilians - a fifth of them children - have been killed in the rebel-held enclave since the Syrian "
        "regime launched a ferocious air and ground offensive on February 18."
    )
    assert row.pop("source_sentence") == sentence
    assert int(row.pop("sentence_end")) - int(row.pop("sentence_start")) == len(sentence)
    row.pop("document_id")
    assert row.pop("document_title").startswith("Horrifying footage from the rebel-held enclave of Eastern Ghouta")
    assert row == {
        "version": "3",
        "status": "verified",
        "counting": "subset",
        "place": "Eastern Ghouta",
        "place_slug": "eastern-ghouta",
        "place_kind": "enclave",
        "enclave": "Eastern Ghouta",
        "country_iso3": "SYR",
        "place_role": "event",
        "place_accuracy": "from_context",
        "indicator": "killed",
        "group": "children",
        "group_text": "children",
        "reported_text": "a fifth of them",
        "quantifier": "approximately",
        "reported": "",
        "reported_max": "",
        "low": "",
        "best": "244",
        "high": "",
        "calculation": "1/5 × 1,220",
        "unit": "person",
        "accumulation": "cumulative",
        "count_stage": "",
        "start_date": "2018-02-18",
        "start_accuracy": "day",
        "end_date": "2018-03-15",
        "end_accuracy": "day",
        "date_basis": "publication",
        "date_text": "since the Syrian regime launched a ferocious air and ground offensive on February 18",
        "claimed_on": "",
        "attributed_to": "",
        "attribution_text": "",
        "attribution_kind": "none",
        "claimant_is_party": "",
        "alleged_actor": "",
        "publisher": "not stated",
        "document_published": "2018-03-15/2018-03-16",
        "document_published_basis": "inferred",
        "document_url": "",
        "archived_url": "",
        "context_sentence": "the beleaguered rebel enclave of Eastern Ghouta",
        "report_count": "1",
        "origin_count": "1",
        "repeat_of": "",
        "disputed_on": "",
        "verified_on": "2026-01-01",
        "changed_at": "2026-01-01T09:00:00Z",
    }


def test_json_has_the_same_rows(seeded_demo: None) -> None:
    from_csv = [row["figure_id"] for row in csv.DictReader(io.StringIO(export(place=["east-aleppo"])))]
    from_json = [str(row["figure_id"]) for row in json.loads(export(format="json", place=["east-aleppo"]))]
    assert from_csv == from_json
    assert len(from_csv) == 14


def test_a_repeat_and_its_head_count_once_and_say_so(seeded: None) -> None:
    rows = csv.DictReader(io.StringIO(export(place=["east-aleppo"], indicator=["fled"])))
    found = [(r["reported_text"], r["counting"], r["report_count"], r["origin_count"]) for r in rows]
    assert found == [
        ("nearly 20,000", "head", "2", "2"),
        ("up to 20,000", "repeat", "2", "2"),
        ("nearly 130,000", "increment", "1", "1"),
    ]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"indicator": ["murdered"]}, "indicator: Select a valid choice. murdered is not one of the available choices."),
        ({"place": ["atlantis"]}, "place: there is no place “atlantis”"),
        ({"from": ["yesterday"]}, "from: Write a date as 2018-03-15."),
        ({"from": ["2018-3-5"]}, "from: Write a date as 2018-03-15."),
        ({"from": ["2018-03-05"], "to": ["2018-03-04"]}, "from: the period ends before it starts"),
        ({"as_of": ["2018-01-01"]}, "as_of: figures as they stood on an earlier day cannot be shown yet"),
        ({"attributed_to": ["nobody"]}, "attributed_to: there is no source “nobody”"),
    ],
)
def test_bad_filters_are_refused(db: None, options: dict[str, list[str]], words: str) -> None:
    with pytest.raises(CommandError) as error:
        export(**options)
    assert (str(error.value), error.value.returncode) == (words, 2)


def test_a_file_is_written_whole_or_not_at_all(seeded: None, tmp_path: Path) -> None:
    export(output=tmp_path / "figures.csv")
    assert (tmp_path / "figures.csv").read_text(encoding="utf-8") == export()
    with pytest.raises(CommandError) as error:
        export(output=tmp_path / "nowhere" / "figures.csv")
    assert str(error.value) == f"cannot write {tmp_path}/nowhere/figures.csv: No such file or directory"
    assert [path.name for path in tmp_path.iterdir()] == ["figures.csv"]
