"""CSV files as strangers read them: Python's reader, what a spreadsheet would calculate, other people's columns."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from built_in import built_in, told
from hypothesis import given
from hypothesis import strategies as st

from resultsdesk.export.csv_file import CsvWriter
from resultsdesk.export.formulas import is_calculated, neutralised
from resultsdesk.export.summary import Summary
from resultsdesk.export.tables.candidacies import candidacies_table
from resultsdesk.export.tables.contests import contests_table
from resultsdesk.export.tables.gains import gains_table
from resultsdesk.export.tables.tally import tally_table
from resultsdesk.night.entries import Kind
from resultsdesk.night.night import Night

Rows = list[dict[str, str]]


def of(summary: Summary, night: Night) -> Summary:
    return replace(summary, night=night, _made={})


def read(summary: Summary, writer: CsvWriter, folder: Path) -> Rows:
    """Write a file, and return its rows as a program that knows nothing of us reads them."""
    path = folder / writer.name
    writer.write(summary, path)
    assert writer.check(summary, path) == ()
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


CONTESTS = CsvWriter("contests.csv", "", contests_table)
CANDIDACIES = CsvWriter("candidacies.csv", "", candidacies_table)
TALLY = CsvWriter("tally.csv", "", tally_table)


def test_a_file_is_as_the_rules_and_excel_want_it(summary: Summary, tmp_path: Path) -> None:
    CONTESTS.write(summary, tmp_path / "a.csv")
    raw = (tmp_path / "a.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfmode,contest_id,")
    assert raw.count(b"\r\n") == raw.count(b"\n") == 5


def test_unknown_is_empty_and_never_nought(summary: Summary, tmp_path: Path) -> None:
    night = told(built_in("uk-2024", "04:47"), "Birmingham Perry Barr", Kind.RECOUNT)
    night = told(night, "Aldershot", Kind.FLASHED, order=1)
    by_name = {one["contest"]: one for one in read(of(summary, night), CONTESTS, tmp_path)}
    figures = ("winners", "majority", "majority_share", "valid_votes", "turnout", "outcome", "runner_up", "declared_at")
    for name, stage in (("Birmingham Perry Barr", "in recount"), ("Aldershot", "flashed"), ("Tatton", "awaited")):
        assert by_name[name]["stage"] == stage
        assert {by_name[name][one] for one in figures} == {""}
    assert by_name["Aldershot"]["heard"].endswith("hold") or "gain" in by_name["Aldershot"]["heard"]
    candidacies = [one for one in read(of(summary, night), CANDIDACIES, tmp_path) if one["contest"] == "Aldershot"]
    assert {one["votes"] for one in candidacies} == {one["elected"] for one in candidacies} == {""}
    assert [one["flashed"] for one in candidacies].count("true") == 1


def test_known_figures_of_2024(summary: Summary, tmp_path: Path) -> None:
    night = of(summary, built_in("uk-2024"))
    by_name = {one["contest"]: one for one in read(night, CONTESTS, tmp_path)}
    perry_barr = by_name["Birmingham Perry Barr"]
    assert perry_barr["majority"] == "507"
    assert (perry_barr["winners"], perry_barr["runner_up"]) == ("Ayoub Khan", "Khalid Mahmood")
    assert (perry_barr["outcome"], perry_barr["gain_from"]) == ("Ind gain from Lab", "Lab")
    assert perry_barr["turnout"] == "0.490845"
    labour = next(one for one in read(night, TALLY, tmp_path) if one["party"] == "Lab")
    assert (labour["scope"], labour["party_seats"], labour["net"]) == ("House of Commons", "411", "211")
    conservative = next(one for one in read(night, TALLY, tmp_path) if one["party"] == "Con")
    assert (conservative["change"], conservative["net"]) == ("-0.199215", "-251")  # numbers, not neutralised text
    gains = night.once(gains_table)
    assert len(gains.rows) == sum(" gain " in one["outcome"] for one in by_name.values())


def test_wards_of_several_seats_and_ties_broken_by_lot(summary: Summary, tmp_path: Path) -> None:
    ward = "gamma"
    standing = summary.night.contests[ward]  # type: ignore[index]  # a contest's id
    votes = dict(zip((one.id for one in standing.contest.candidacies), (9, 9, 9, 9, 1, 1), strict=True))
    third, second = standing.contest.candidacies[2].id, standing.contest.candidacies[1].id
    (entry,) = standing.entries
    levelled = replace(
        summary.night,
        contests={**summary.night.contests, standing.contest.id: replace(standing, entries=())},
    )
    night = told(
        replace(levelled, contests={**levelled.contests, standing.contest.id: type(standing)(standing.contest)}),
        standing.contest.name,
        Kind.DECLARED,
        votes=votes,
        lot=(third, second, standing.contest.candidacies[0].id),
    )
    rows = [one for one in read(of(summary, night), CANDIDACIES, tmp_path) if one["contest_id"] == ward]
    assert [one["elected"] for one in rows] == ["true", "true", "true", "false", "false", "false"]
    assert [one["lot"] for one in rows] == ["3", "2", "1", "", "", ""]
    assert [one["place"] for one in rows][:4] == ["3", "2", "1", "4"]
    assert entry.seq


def test_no_cell_is_ever_calculated(summary: Summary, tmp_path: Path) -> None:
    alpha, *others = summary.night.contests.values()
    nasty = ("=1+1", "+44 20", "-1", "@SUM(A1)", "\t=1", "'=1", "＝1")  # noqa: RUF001 - the full-width form
    people = tuple(
        replace(one, forenames="", surname=text) for one, text in zip(alpha.contest.candidacies, nasty, strict=False)
    )
    contest = replace(alpha.contest, candidacies=people, name=nasty[3], region=nasty[4], nation=nasty[5], note=nasty[6])
    standings = {contest.id: replace(alpha, contest=contest), **{one.contest.id: one for one in others}}
    spoilt = of(summary, replace(summary.night, contests=standings))
    cells = [cell for row in read(spoilt, CANDIDACIES, tmp_path) for cell in row.values()]
    cells += [cell for row in read(spoilt, CONTESTS, tmp_path) for cell in row.values()]
    assert [one for one in cells if one[:1] in "=+-@\t\r" and one and not _number(one)] == []
    assert {f"'{one}" for one in nasty} <= set(cells)


def _number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


@given(st.text())
def test_what_is_neutralised_can_be_told_back(text: str) -> None:
    written = neutralised(text)
    assert written[:1] not in tuple("=+-@\t\r\n")
    # An apostrophe is taken away where one or more stand before what would be calculated: as the importer does.
    assert (written[1:] if written.startswith("'") and is_calculated(written) else written) == text


def test_a_spoilt_file_is_told_of_cell_by_cell(summary: Summary, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    summed = replace(CANDIDACIES, sums={"votes": lambda _: 1})
    CANDIDACIES.write(summary, path)
    assert summed.check(summary, path) == ("its column votes adds up to 1821, not to 1",)
    text = path.read_text(encoding="utf-8-sig")
    path.write_text(text.replace(",900,", ",9000,", 1), encoding="utf-8-sig", newline="")
    assert CANDIDACIES.check(summary, path) == ("line 2 has “9000” as votes, not “900”",)
    path.write_text(text.partition("\n")[2], encoding="utf-8-sig", newline="")
    assert CANDIDACIES.check(summary, path)[0].startswith("its first line is ")
    path.write_text("\n".join(text.splitlines()[:-1]), encoding="utf-8-sig", newline="")
    assert CANDIDACIES.check(summary, path)[0].startswith("it has ")


@pytest.mark.parametrize("night", ["uk-2024", "uk-2017", "midlands-2016"])
def test_real_nights_add_up(summary: Summary, tmp_path: Path, night: str) -> None:
    real = of(summary, built_in(night))
    candidacies = read(real, CANDIDACIES, tmp_path)
    tally = read(real, TALLY, tmp_path)
    main = [one for one in tally if one["scope_id"] == tally[0]["scope_id"]]
    assert sum(int(one["votes"] or 0) for one in candidacies) == sum(int(one["votes"]) for one in main)
    assert sum(one["elected"] == "true" for one in candidacies) == sum(int(one["won"]) for one in main)


def test_a_party_is_new_or_not_only_where_last_time_is_known(summary: Summary, tmp_path: Path) -> None:
    rows = read(of(summary, built_in("midlands-2016")), TALLY, tmp_path)
    new = {(one["scope"], one["party"]): one["new"] for one in rows}
    assert (new["Birmingham", "Lab"], new["Birmingham", "CHP"]) == ("false", "true")
    assert {new["Walsall", "Lab"], new["Redditch", "UKIP"], new["Birmingham", "Ind"]} == {""}
