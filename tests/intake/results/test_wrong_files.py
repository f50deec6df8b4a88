"""Files of results that are wrong: one sentence for each thing, with its line, all at once."""

import codecs
import json
from pathlib import Path

import pytest
from town import TOWN

from resultsdesk.intake.faults import BriefingFaults, IntakeError
from resultsdesk.intake.results.reading import read_source
from resultsdesk.intake.results.told import Source

OWN = "contest,name,party,votes\n"
CLUB = "election_id,ballot_paper_id,person_id,party_id,party_name,person_name,ballots_cast,is_winner,spoilt_ballots\n"
ALPHA = "local.town.2016-05-05,local.town.alpha-ward.2016-05-05"

SPOILT = """{"format": "resultsdesk-summary", "version": 1, "journal": [], "contests": [7, {"id": 5, "name": "Alpha",
"body": "town", "stage": "done", "rejected": -1, "papers": 1.5, "declared_at": "2016-05-06T01:00",
"candidacies": [{"id": "alpha.1", "name": "A", "party_id": "Lab", "votes": "five"}]}]}"""


def read(folder: Path, text: str | bytes, name: str = "results.csv") -> Source:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_source(path, TOWN.election)


def faults(folder: Path, text: str | bytes, name: str = "results.csv") -> list[tuple[int, str]]:
    with pytest.raises(BriefingFaults) as raised:
        read(folder, text, name)
    for one in raised.value.faults:
        assert one.text.endswith((".", "?")), one.text
        assert one.file == name
    return [(one.line, one.code) for one in raised.value.faults]


@pytest.mark.parametrize(
    ("start", "said"),
    [
        (b"SQLite format 3\0\x10\0", "results.csv is a night file: write its results with `resultsdesk export`"),
        (b"PK\3\4\x14\0", "results.csv is a spreadsheet or an archive: save its table as “CSV UTF-8”"),
        (b"%PDF-1.7\n", "results.csv is a document to print: give candidacies.csv"),
    ],
)
def test_a_file_of_another_kind_is_named_and_its_bytes_are_not_shown(tmp_path: Path, start: bytes, said: str) -> None:
    with pytest.raises(IntakeError) as raised:
        read(tmp_path, start)
    assert str(raised.value).startswith(said)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (OWN.encode() + "Alpha,Zoë,Lab,5\n".encode("cp1252"), [(2, "encoding")]),
        ((OWN + "Alpha,A,Lab,5\n").encode("utf-16"), [(1, "encoding")]),
        ("contest;name;party;votes\nAlpha;A;Lab;5\n", [(1, "separator")]),
        ("contest,votes\nAlpha,5\n", [(1, "column")]),
        ("name,age\nA,5\n", [(1, "column"), (1, "column")]),
        ("town,people\nAlpha,5\n", [(1, "header")]),
        ("", [(1, "header")]),
        ("contest,name,votes,votes\nAlpha,A,5,5\n", [(1, "column-twice")]),
        (OWN + "Alpha,A,Lab,five\nAlpha,B,Con,-5\nAlpha,C,LD,5.5\n",
         [(2, "not-whole"), (3, "negative"), (4, "not-whole")]),
        (OWN + "Alpha,A,Lab,1,234\n", [(2, "cells")]),
        (OWN + ",A,Lab,5\n", [(2, "no-contest")]),
        (OWN + "Alpha,,Lab,5\n", [(2, "no-name")]),
        (OWN + "Alpha,A,Lab,5\nAlpha,A,Lab,6\n", [(3, "twice")]),
        (OWN + 'Alpha,"A,Lab,5\n' + "x\n" * 30, [(2, "quote")]),
        ("contest,name,votes,rejected\nAlpha,A,5,9\nAlpha,B,5,8\n", [(3, "two-values")]),
        ("contest,name,votes,stage\nAlpha,A,5,done\n", [(2, "stage")]),
        ("contest,name,votes,declared_at\nAlpha,A,5,late\n", [(2, "time")]),
        ("contest,name,votes,elected\nAlpha,A,5,perhaps\n", [(2, "yes-or-no")]),
        (CLUB + f"{ALPHA},1,PP53,Labour,A,five,True,\n{ALPHA},1,PP53,Labour,A,5,True,\n",
         [(2, "not-whole"), (3, "twice")]),
        (CLUB + ",,1,PP53,Labour,A,5,True,\n", [(2, "no-ballot")]),
        (CLUB + f"{ALPHA},1,PP53,Labour,,5,True,\n", [(2, "no-name")]),
        (CLUB + f"{ALPHA},1,PP53,Labour,A,5,True,9\n{ALPHA},2,PP52,Tory,B,4,False,8\n", [(3, "two-values")]),
    ],
)  # fmt: skip
def test_each_fault_has_its_line_and_they_come_together(
    text: str | bytes, found: list[tuple[int, str]], tmp_path: Path
) -> None:
    assert faults(tmp_path, text) == found


def test_the_letters_around_what_is_not_utf8_are_shown(tmp_path: Path) -> None:
    for mark in (b"", codecs.BOM_UTF8):
        with pytest.raises(BriefingFaults) as raised:
            read(tmp_path, mark + OWN.encode() + "Alpha,Zoë\nBeta,A,Lab,5\n".encode("cp1252"))
        assert "“Alpha,Zoë” is not in UTF-8: save the file as “CSV UTF-8”." in [one.text for one in raised.value.faults]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("{", ["json"]),
        ("[" * 100_000, ["json"]),
        ("[1, 2]", ["format"]),
        ('{"format": "resultsdesk-summary", "version": 2}', ["version"]),
        ('{"format": "resultsdesk-summary", "version": 1}', ["json", "json"]),
        (
            SPOILT,
            ["json"] * 7,
        ),
    ],
)
def test_a_summary_that_is_none_or_is_spoilt(text: str, codes: list[str], tmp_path: Path) -> None:
    assert [code for _, code in faults(tmp_path, text, "summary.json")] == codes


def test_what_cannot_be_read_at_all(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="cannot be read"):
        read_source(tmp_path / "nothing.csv", TOWN.election)
    with pytest.raises(IntakeError, match="cannot be read"):
        read_source(tmp_path / "nothing.json", TOWN.election)
    with pytest.raises(IntakeError, match=r"has no summary\.json or candidacies\.csv in it"):
        read_source(tmp_path, TOWN.election)
    with pytest.raises(IntakeError, match="has no results in it"):
        read(tmp_path, OWN)


def test_figures_as_people_and_programs_write_them(tmp_path: Path) -> None:
    rows = 'Alpha,A,Lab,"1,234"\nAlpha,B,Con,1 234\nAlpha,C,LD,1234.0\nAlpha,D,Ind,\nAlpha,E,Ind,NULL\nAlpha,F,Ind,0\n'
    (contest,) = read(tmp_path, OWN + rows).contests
    assert [one.votes for one in contest.people] == [1234, 1234, 1234, None, None, 0]


def test_text_that_was_kept_from_being_a_formula_is_as_it_was(tmp_path: Path) -> None:
    rows = "'=SUM(A1),'-Ann,\"'@Lab\",5\n'=SUM(A1),''=two,O'Neil,6\n"
    (contest,) = read(tmp_path, "contest,name,party_name,votes\n" + rows).contests
    assert contest.name == "=SUM(A1)"
    assert [(one.name, one.label.name) for one in contest.people] == [("-Ann", "@Lab"), ("'=two", "O'Neil")]


def test_lines_above_the_header_are_passed_over_and_lines_in_quotes_counted(tmp_path: Path) -> None:
    rows = f'{ALPHA},1,PP53,"Labour\nParty",A,5,True,\n{ALPHA},2,PP52,Tory,B,4,False,\n'
    (contest,) = read(tmp_path, f"False\n{CLUB}{rows}").contests
    assert [one.line for one in contest.people] == [3, 5]
    assert (contest.name, contest.body) == ("Alpha Ward", "Town")


def test_a_rehearsals_file_is_known_by_what_is_in_it_and_by_its_name(tmp_path: Path) -> None:
    row = "Alpha,A,Lab,5\n"
    assert not read(tmp_path, OWN + row).rehearsal
    assert read(tmp_path, OWN + row, "REHEARSAL-candidacies.csv").rehearsal
    assert read(tmp_path, "mode,contest,name,votes\nREHEARSAL,Alpha,A,5\n").rehearsal
    assert not read(tmp_path, "mode,contest,name,votes\nlive,Alpha,A,5\n").rehearsal


def test_a_folder_stands_for_the_file_in_it_that_tells_most(tmp_path: Path) -> None:
    (tmp_path / "REHEARSAL-candidacies.csv").write_text(f"{OWN}Alpha,A,Lab,5\n")
    source = read_source(tmp_path, TOWN.election)
    assert (source.name, source.rehearsal) == ("REHEARSAL-candidacies.csv", True)
    (tmp_path / "REHEARSAL-summary.json").write_text(summary_of())
    assert read_source(tmp_path, TOWN.election).name == "REHEARSAL-summary.json"


def summary_of(**entry: object) -> str:
    """Return a summary of one awaited contest, with one entry of its journal where any is given."""
    contest = {"id": "alpha", "name": "Alpha", "body": "town", "stage": "awaited", "candidacies": []}
    journal = [entry] if entry else []
    return json.dumps({"format": "resultsdesk-summary", "version": 1, "contests": [contest], "journal": journal})


ENTRY = {
    "contest": "alpha",
    "kind": "flashed",
    "declared_at": "2016-05-06T01:00+01:00",
    "keyed_at": "2016-05-06T01:00+01:00",
}


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        ({"contest": 5}, "journal[0].contest: this is not text."),
        ({"kind": "rumoured"}, "journal[0].kind: “rumoured” is not one of flashed, declared,"),
        ({"keyed_at": None}, "journal[0].keyed_at: there is no time."),
        ({"declared_at": "2016-05-06T01:00"}, "journal[0].declared_at: “2016-05-06T01:00” is no time with its offset."),
        ({"reason": 1}, "journal[0].reason: this is not text."),
        ({"votes": [1]}, "journal[0].votes: this is not an object."),
        ({"votes": {"alpha.1": True}}, "journal[0].votes.alpha.1: “True” is not a whole number of 0 or more."),
        ({"votes": {"alpha.1": None}}, "journal[0].votes.alpha.1: there is no figure."),
        ({"papers": -1}, "journal[0].papers: “-1” is not a whole number of 0 or more."),
        ({"lot": [7]}, "journal[0].lot[0]: this is not text."),
    ],
)
def test_what_is_wrong_with_an_entry_of_a_journal_is_said_with_its_place(
    spoilt: dict[str, object], said: str, tmp_path: Path
) -> None:
    read(tmp_path, summary_of(**ENTRY), "summary.json")
    with pytest.raises(BriefingFaults) as raised:
        read(tmp_path, summary_of(**{**ENTRY, **spoilt}), "summary.json")
    (fault,) = raised.value.faults
    assert fault.text.startswith(said)
