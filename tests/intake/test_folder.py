import json
from pathlib import Path

import pytest

from resultsdesk.intake.built import Built
from resultsdesk.intake.check import check
from resultsdesk.intake.faults import BriefingFaults
from resultsdesk.intake.folder import read_briefing, read_outlines, read_results, write_briefing
from resultsdesk.intake.library import offer
from resultsdesk.night.briefing import BodyId, ContestId

ALPHA = ContestId("alpha")


def edited(file: Path, *changes: tuple[str, str]) -> None:
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8", newline="")


def test_what_is_written_is_read_again(built: Built, folder: Path) -> None:
    briefing = read_briefing(folder)
    assert briefing == built.briefing
    assert list(briefing.contests) == list(built.briefing.contests)
    assert list(briefing.parties) == list(built.briefing.parties)
    assert read_results(folder, briefing) == built.results
    assert read_outlines(folder, briefing) == read_outlines(folder) == built.outlines


def test_writing_again_changes_no_byte(folder: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    briefing = read_briefing(folder)
    Built(briefing, read_results(folder, briefing), read_outlines(folder)).write(again)
    files = sorted(one.name for one in folder.iterdir())
    assert sorted(one.name for one in again.iterdir()) == files
    assert [(again / name).read_bytes() for name in files] == [(folder / name).read_bytes() for name in files]


def test_writing_over_a_folder_leaves_nothing_of_the_old(built: Built, folder: Path) -> None:
    (folder / "my-notes.txt").write_text("mine", encoding="utf-8")
    Built(built.briefing).write(folder)
    assert not (folder / "results.csv").exists()
    assert not (folder / "outlines.geojson").exists()
    assert (folder / "my-notes.txt").exists()


def test_spreadsheets_may_have_saved_it(built: Built, folder: Path) -> None:
    for file in folder.glob("*.csv"):
        lines = file.read_text(encoding="utf-8").replace("Two lines\nof note.", "Two lines of note.").splitlines()
        saved = "\r\n".join([*lines, "," * lines[0].count(","), ""])
        file.write_text(saved, encoding="utf-8-sig", newline="")
    briefing = read_briefing(folder)
    assert briefing.contests[ALPHA].name == built.briefing.contests[ALPHA].name
    assert briefing.parties == built.briefing.parties
    assert read_results(folder, briefing) == built.results


def test_columns_may_stand_in_any_order_and_the_optional_may_go(built: Built, folder: Path) -> None:
    (folder / "parties.csv").write_text(
        "colour , id,name\n#E4003B, Lab , Labour\n#0087dc,Con,Con\n#9AA3B2,Ind,I\n", encoding="utf-8"
    )
    parties = list(read_briefing(folder).parties.values())
    assert [(one.id, one.short, one.order) for one in parties] == [
        ("Lab", "Lab", 1),
        ("Con", "Con", 2),
        ("Ind", "Ind", 3),
    ]


def test_an_empty_cell_is_unknown_and_never_nought(folder: Path) -> None:
    gamma = read_briefing(folder).contests[ContestId("gamma")]
    assert (gamma.electorate, gamma.expected, gamma.baseline, gamma.defended, gamma.holders) == (
        None,
        None,
        None,
        (),
        (),
    )
    assert gamma.vacancies == 1


def test_an_empty_majority_is_more_than_half(folder: Path) -> None:
    assert "town,Town,6,,\n" in (folder / "bodies.csv").read_text(encoding="utf-8")
    assert [one.majority for one in read_briefing(folder).bodies.values()] == [4, 2]


def test_a_majority_may_be_unknown_where_the_parties_of_some_seats_are(folder: Path, tmp_path: Path) -> None:
    edited(folder / "bodies.csv", ("town,Town,6,,\n", "town,Town,6,Unknown,Some seats not up are not known.\n"))
    town = read_briefing(folder).bodies[BodyId("town")]
    assert (town.seats, town.majority) == (6, None)
    write_briefing(tmp_path / "again", read_briefing(folder))
    assert "town,Town,6,unknown," in (tmp_path / "again" / "bodies.csv").read_text(encoding="utf-8")
    assert not [one.code for one in check(folder) if one.file == "bodies.csv"]


def test_an_election_file_saved_with_a_mark_of_its_encoding_is_offered_all_the_same(folder: Path) -> None:
    file = folder / "election.toml"
    file.write_text(file.read_text(encoding="utf-8"), encoding="utf-8-sig")
    assert offer(folder).id == read_briefing(folder).election.id


@pytest.mark.parametrize(
    ("cell", "moment"),
    [
        ("02:30", "2016-05-06T02:30:00+01:00"),
        ("2:30", "2016-05-06T02:30:00+01:00"),
        ("22:00", "2016-05-05T22:00:00+01:00"),
        ("21:59", "2016-05-06T21:59:00+01:00"),
        ("2016-05-07 11:00", "2016-05-07T11:00:00+01:00"),
        ("2016-05-06T01:30:00+00:00", "2016-05-06T02:30:00+01:00"),
    ],
)
def test_a_clock_time_is_the_first_after_the_close_of_poll(cell: str, moment: str, folder: Path) -> None:
    edited(folder / "contests.csv", (",02:30,", f",{cell},"))
    expected = read_briefing(folder).contests[ALPHA].expected
    assert expected is not None
    assert expected.isoformat() == moment


def test_what_is_said_once_of_a_result_may_stand_on_any_of_its_rows(built: Built, folder: Path) -> None:
    edited(
        folder / "results.csv",
        ("alpha,alpha.1,20,03:00:07,3,23,2,", "alpha,alpha.1,20,,,,,"),
        ("alpha,typed,0,,,,,", "alpha,typed,0,03:00:07,3,23,2,"),
    )
    assert read_results(folder, read_briefing(folder)) == built.results


def test_outlines_are_geojson_that_others_read(folder: Path) -> None:
    whole = json.loads((folder / "outlines.geojson").read_text(encoding="utf-8"))
    assert whole["type"] == "FeatureCollection"
    geometry = whole["features"][0]["geometry"]
    assert geometry["type"] == "MultiPolygon"
    assert [len(polygon) for polygon in geometry["coordinates"]] == [2, 1]  # the hole goes with its square


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(BriefingFaults, match="no such folder") as caught:
        read_briefing(tmp_path / "nowhere")
    assert len(caught.value.faults) == 1


def test_reading_raises_all_errors_and_says_where(folder: Path) -> None:
    edited(folder / "parties.csv", ("#E4003B", "red"))
    edited(folder / "contests.csv", (",5000,", ",many,"))
    with pytest.raises(BriefingFaults) as caught:
        read_briefing(folder)
    assert {(one.file, one.line, one.code) for one in caught.value.faults} == {
        ("parties.csv", 2, "colour"),
        ("contests.csv", 2, "not-whole"),
    }
    assert "parties.csv, line 2: " in str(caught.value)


def test_results_and_outlines_are_as_strict(folder: Path) -> None:
    briefing = read_briefing(folder)
    edited(folder / "results.csv", ("alpha.1,20", "alpha.1,-20"))
    edited(folder / "outlines.geojson", ('"alpha"', '"omega"'))
    with pytest.raises(BriefingFaults, match="below nought"):
        read_results(folder, briefing)
    with pytest.raises(BriefingFaults, match="omega"):
        read_outlines(folder, briefing)
