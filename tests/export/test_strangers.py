"""The files as programs read them that know nothing of us: LibreOffice, `sha256sum`, `file`, another SQLite client."""

import csv
import shutil
import sqlite3
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from built_in import built_in

from resultsdesk.export.folder import staged
from resultsdesk.export.summary import Lent, Summary
from resultsdesk.export.writers import chosen, writers
from resultsdesk.export.writing import write_summary
from resultsdesk.store.night_file import NightFile

EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
UTF_8 = "Text - txt - csv (StarCalc):44,34,76,1"
NASTY = ("=1+1", "+44 20 7946 0000", "-1", "@SUM(A1)")


def needed(program: str) -> str:
    path = shutil.which(program)
    if path is None:
        pytest.skip(f"{program} is not installed here")
    return path


def with_names(summary: Summary) -> Summary:
    """Return the councils of 2016 finished, with names a spreadsheet would calculate and a name with accents."""
    night = built_in("midlands-2016")
    first, *others = night.contests.values()
    names = (*NASTY, "Ynyr Môn-Ŷ")
    stood = first.contest.candidacies
    people = tuple(replace(one, forenames="", surname=name) for one, name in zip(stood, names, strict=False))
    people += stood[len(people) :]
    contest = replace(first.contest, candidacies=people, name=NASTY[0], region=NASTY[3])
    standings = {contest.id: replace(first, contest=contest), **{one.contest.id: one for one in others}}
    return replace(summary, night=replace(night, contests=standings), _made={})


@pytest.fixture
def written(summary: Summary, tmp_path: Path) -> Path:
    """The data files of that night."""
    named = with_names(summary)
    everything = writers(named, Lent(lambda *_: None, None, lambda _: (), lambda _: named.night))
    some, _ = chosen(everything, ("csv", "xlsx", "json"))
    with staged(tmp_path / "out", rehearsal=True, night="midlands-2016") as stage:
        assert write_summary(named, some, stage, whole=True).faults == []
    return tmp_path / "out"


def rows(path: Path, encoding: str = "utf-8") -> list[list[str]]:
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.reader(file))


def test_a_spreadsheet_opens_them_right_and_calculates_nothing(written: Path, tmp_path: Path) -> None:
    soffice = needed("soffice")
    files = [written / "REHEARSAL-summary.xlsx", written / "REHEARSAL-candidacies.csv", written / "REHEARSAL-tally.csv"]
    for some, reads in ((files[:1], ()), (files[1:], (f"--infilter={UTF_8}",))):
        # Without a person to ask, it takes every CSV for its own code page, byte order mark or not.
        subprocess.run(
            [soffice, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", *reads,
             "--convert-to", EVERY_SHEET, "--outdir", str(tmp_path / "again"), *map(str, some)],
            check=True, capture_output=True, timeout=240,
        )  # fmt: skip
    again = tmp_path / "again"
    ours = rows(files[1], "utf-8-sig")
    sheet = rows(again / "REHEARSAL-summary-Candidacies REHEARSAL.csv")
    name, votes = ours[0].index("name"), ours[0].index("votes")
    theirs = sheet[0].index("Name"), sheet[0].index("Votes")
    assert len(sheet) == len(ours)
    assert [row[theirs[0]] for row in sheet[1:6]] == [*NASTY, "Ynyr Môn-Ŷ"]
    assert [row[theirs[1]].replace(",", "") for row in sheet[1:]] == [row[votes] for row in ours[1:]]
    tally = rows(again / "REHEARSAL-summary-Tally REHEARSAL.csv")
    assert {row[tally[0].index("New")] for row in tally[1:]} == {"TRUE", "FALSE", ""}, "as Excel shows them"
    opened = rows(again / "REHEARSAL-candidacies-REHEARSAL-candidacies.csv")
    assert [row[name] for row in opened[1:6]] == [*(f"'{one}" for one in NASTY), "Ynyr Môn-Ŷ"]
    assert [row[votes] for row in opened] == [row[votes] for row in ours]
    shown = "".join(path.read_text(encoding="utf-8") for path in again.iterdir())
    assert "Err:" not in shown
    assert "#NAME?" not in shown


def test_checksums_hold_until_something_changes(written: Path) -> None:
    sums = [needed("sha256sum"), "-c", "--strict", "REHEARSAL-SHA256SUMS"]
    assert subprocess.run(sums, cwd=written, capture_output=True).returncode == 0
    with (written / "REHEARSAL-tally.csv").open("a", encoding="utf-8") as file:
        file.write("one more line")
    done = subprocess.run(sums, cwd=written, capture_output=True, text=True)
    assert done.returncode == 1
    assert "REHEARSAL-tally.csv: FAILED" in done.stdout


def test_every_file_is_what_its_name_says(written: Path) -> None:
    told = subprocess.run(
        [needed("file"), "--mime-type", "-b", *sorted(map(str, written.iterdir()))], capture_output=True, text=True
    ).stdout.splitlines()
    kinds = dict(zip((one.name for one in sorted(written.iterdir(), key=str)), told, strict=True))
    wanted = {
        "REHEARSAL-summary.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "REHEARSAL-contests.csv": "text/csv",
        "REHEARSAL-summary.json": "application/json",
        "REHEARSAL-README.txt": "text/plain",
    }
    assert {name: kinds[name] for name in wanted} == wanted


def test_any_program_for_sqlite_reads_the_archive(night: NightFile, tmp_path: Path) -> None:
    night.archive(tmp_path / "copy.night")
    connection = sqlite3.connect(f"file:{tmp_path / 'copy.night'}?mode=ro", uri=True)
    try:
        assert connection.execute("SELECT count(*) FROM contests").fetchone() == (4,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    finally:
        connection.close()
