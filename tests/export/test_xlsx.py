"""The workbook by two other readers: calamine cell by cell, and the XML that Excel itself would read."""

import re
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from built_in import built_in
from python_calamine import CalamineWorkbook

from resultsdesk.export.summary import Summary
from resultsdesk.export.tables.candidacies import candidacies_table
from resultsdesk.export.tables.contests import contests_table
from resultsdesk.export.xlsx.workbook import XlsxWriter
from resultsdesk.night.night import Night, replay

SHEETS = ["Night", "Tally", "Contests", "Candidacies", "Gains", "Journal"]


def written(summary: Summary, folder: Path) -> Path:
    """Return the workbook of a summary whose check finds nothing."""
    path, writer = folder / "summary.xlsx", XlsxWriter()
    writer.write(summary, path)
    assert writer.check(summary, path) == ()
    return path


def of(summary: Summary, night: Night) -> Summary:
    return replace(summary, night=night, _made={})


def parts(path: Path) -> dict[str, str]:
    """Return the XML of every sheet by its file's name."""
    with zipfile.ZipFile(path) as book:
        return {one: book.read(one).decode("utf-8") for one in book.namelist() if "worksheets/sheet" in one}


def cells(path: Path, sheet: str) -> Sequence[Sequence[object]]:
    return CalamineWorkbook.from_path(str(path)).get_sheet_by_name(sheet).to_python(skip_empty_area=False)


def test_cells_are_what_they_are(summary: Summary, tmp_path: Path) -> None:
    path = written(of(summary, built_in("uk-2024", "04:47")), tmp_path)
    head, *rows = cells(path, "Contests REHEARSAL")
    by_name = {row[head.index("Contest")]: dict(zip(head, row, strict=True)) for row in rows}
    lichfield = by_name["Lichfield"]
    assert (lichfield["Majority"], lichfield["Outcome"], lichfield["Elected"]) == (
        810,
        "Lab gain from Con",
        "Dave Robertson",
    )
    assert isinstance(lichfield["Majority"], float | int)
    assert isinstance(lichfield["Declared"], datetime)
    assert 0 < float(str(lichfield["Turnout"])) < 1
    awaited = by_name["Birmingham Perry Barr"]
    assert {awaited[one] for one in ("Majority", "Turnout", "Declared", "Elected", "Valid votes")} == {""}


def test_every_sheet_says_how_much_is_declared_and_whether_it_is_real(
    summary: Summary, rehearsed: Summary, tmp_path: Path
) -> None:
    live = written(summary, tmp_path)
    assert CalamineWorkbook.from_path(str(live)).sheet_names == SHEETS
    assert all("2 of 4 declared" in one and "REHEARSAL" not in one for one in parts(live).values())
    rehearsal = written(rehearsed, tmp_path)
    assert CalamineWorkbook.from_path(str(rehearsal)).sheet_names == [f"{one} REHEARSAL" for one in SHEETS]
    for sheet in parts(rehearsal).values():
        assert re.search("<oddHeader>.*REHEARSAL.*2 of 4 declared.*</oddHeader>", sheet)
        assert re.search("<oddFooter>.*REHEARSAL.*</oddFooter>", sheet)
        assert "<tabColor" in sheet


def test_tables_have_a_head_that_stays_and_filters(summary: Summary, tmp_path: Path) -> None:
    _, *tables = parts(written(summary, tmp_path)).values()
    assert len(tables) == len(SHEETS) - 1
    for sheet in tables:
        assert re.search('<pane xSplit="\\d+" ySplit="1"', sheet)
        assert "<autoFilter ref=" in sheet
        assert "<cols>" in sheet


def test_no_text_is_ever_a_formula(summary: Summary, tmp_path: Path) -> None:
    alpha, *others = summary.night.contests.values()
    nasty = "=HYPERLINK(1)", "+1", "-1", "@x", "\t=1", "'=1", "http://a.b", "{=1}"
    people = tuple(
        replace(one, surname=text, forenames="") for one, text in zip(alpha.contest.candidacies, nasty[:3], strict=True)
    )
    contest = replace(alpha.contest, candidacies=people, name=nasty[3], region=nasty[5], note=nasty[6], nation=nasty[7])
    standings = {contest.id: replace(alpha, contest=contest), **{one.contest.id: one for one in others}}
    path = written(of(summary, replace(summary.night, contests=standings)), tmp_path)
    assert all("<f>" not in one and "hyperlink" not in one.lower() for one in parts(path).values())
    assert set(nasty[:3]) <= {cell for row in cells(path, "Candidacies") for cell in row}
    with zipfile.ZipFile(path) as book:
        assert 'quotePrefix="1"' in book.read("xl/styles.xml").decode("utf-8")


def test_the_chart_takes_its_figures_from_the_page(summary: Summary, tmp_path: Path) -> None:
    path = written(of(summary, built_in("uk-2024")), tmp_path)
    with zipfile.ZipFile(path) as book:
        chart = book.read("xl/charts/chart1.xml").decode("utf-8")
    page = cells(path, "Night REHEARSAL")
    (first,) = [at for at, row in enumerate(page, start=1) if "Labour" in row]
    assert f"'Night REHEARSAL'!$D${first}" in chart
    assert page[first - 1][3] == 411
    assert 'val="E4003B"' in chart
    assert "650 of 650 declared · REHEARSAL" in chart


def test_a_cell_that_another_reader_reads_otherwise_is_found(summary: Summary, tmp_path: Path) -> None:
    path = written(summary, tmp_path)
    table = summary.once(contests_table)
    row = list(table.rows[0])
    row[table.names.index("majority")] = 999
    spoilt = replace(table, rows=(tuple(row), *table.rows[1:]))
    wrong = XlsxWriter().check(replace(summary, _made={contests_table: spoilt}), path)
    assert wrong == ("in row 2 of the sheet Contests, Majority is “200.0”, not “999”",)


@pytest.mark.parametrize("night", ["uk-2017", "midlands-2016"])
def test_real_nights_are_read_as_written(summary: Summary, tmp_path: Path, night: str) -> None:
    written(of(summary, built_in(night)), tmp_path)


@pytest.mark.parametrize("microsecond", [1, 499, 500, 976_690, 999_501, 999_999])
def test_moments_of_a_real_clock_are_read_as_written(summary: Summary, tmp_path: Path, microsecond: int) -> None:
    journal = [
        replace(one, keyed_at=at, declared_at=at)
        for one in summary.night.journal
        for at in [one.keyed_at.replace(second=59, microsecond=microsecond)]
    ]
    path = written(of(summary, replay(summary.night.briefing, journal, rehearsal=False)), tmp_path)
    _, *rows = cells(path, "Journal")
    moments = [one for row in rows for one in row if isinstance(one, datetime)]
    assert len(moments) == 2 * len(journal)
    assert {(one.second, one.microsecond) for one in moments} == {(59, microsecond // 1000 * 1000)}


def test_the_same_night_is_the_same_file(summary: Summary, tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    assert (
        written(summary, tmp_path).read_bytes() == written(of(summary, summary.night), tmp_path / "again").read_bytes()
    )


def test_changes_are_in_points_and_say_so(summary: Summary, tmp_path: Path) -> None:
    path = written(of(summary, built_in("uk-2024", "04:47")), tmp_path)
    for sheet in ("Tally", "Candidacies"):
        head, *rows = cells(path, f"{sheet} REHEARSAL")
        assert "Change" not in head
        changes = [row[head.index("Change, points")] for row in rows]
        assert max(float(str(one)) for one in changes if one != "") > 1
    first = cells(path, "Night REHEARSAL")
    head = next(row for row in first if "Party" in row)
    labour = next(row for row in first if "Labour" in row)
    shown = candidacies_table(of(summary, built_in("uk-2024", "04:47")))
    assert max(one for one in shown.column("change") if isinstance(one, float)) < 1, "programs get parts of 1"
    assert abs(float(str(labour[head.index("Change, points")]))) > 0.1


def test_a_change_is_shown_with_its_sign(summary: Summary, tmp_path: Path) -> None:
    with zipfile.ZipFile(written(summary, tmp_path)) as book:
        styles = book.read("xl/styles.xml").decode("utf-8")
    assert "+0.0;[&lt;=-0.05]−0.0;0.0" in styles


def test_what_is_left_aligned_does_not_touch_the_figure_before_it(summary: Summary, tmp_path: Path) -> None:
    with zipfile.ZipFile(written(summary, tmp_path)) as book:
        styles = book.read("xl/styles.xml").decode("utf-8")
        sheet = book.read("xl/worksheets/sheet2.xml").decode("utf-8")
    truths = {int(one) for one in re.findall(r'<c r="[A-Z]+[0-9]+" s="([0-9]+)" t="b">', sheet)}
    formats = re.findall(r"<xf .*?(?:/>|</xf>)", styles.partition("<cellXfs")[2].partition("</cellXfs>")[0])
    assert truths
    assert all('indent="1"' in formats[one] for one in truths)
