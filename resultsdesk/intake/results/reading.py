"""A file of published results, whichever of the kinds it is."""

from dataclasses import replace
from pathlib import Path

from resultsdesk.intake.faults import Faults, IntakeError
from resultsdesk.intake.folder import clock_of
from resultsdesk.intake.results import democracy_club, own_csv
from resultsdesk.intake.results.own_json import read_own_json
from resultsdesk.intake.results.table import read_table
from resultsdesk.intake.results.told import Source
from resultsdesk.intake.sheets import content
from resultsdesk.night.briefing import Election

MARK = "REHEARSAL"
SUMMARY, CANDIDACIES = "summary.json", "candidacies.csv"
OTHERS = {
    b"SQLite format 3\0": f"is a night file: write its results with `resultsdesk export`, and give its {CANDIDACIES}",
    b"PK\3\4": "is a spreadsheet or an archive: save its table as “CSV UTF-8”, and give that",
    b"%PDF-": f"is a document to print: give {CANDIDACIES} of the same results",
}
"""What files begin with that hold no table, and what to give in their place."""


def read_source(path: Path, election: Election, name: str = "") -> Source:
    """Return all a file of results tells, or that tells most in a summary's folder; `name` is what to call it.

    Times without a date are of the night of `election`. Raises BriefingFaults with everything wrong with the file, or
    IntakeError where it cannot be read.
    """
    path = _file_in(path) if path.is_dir() else path
    _refuse_others(path)
    faults = Faults()
    source = read_own_json(path, faults) if path.suffix.casefold() == ".json" else _read_sheet(path, election, faults)
    faults.raise_errors()
    if source is None or not source.contests:
        raise IntakeError(f"{path} has no results in it: is it the right file?")
    marked = source.rehearsal or path.name.startswith(MARK)
    return replace(source, name=name or path.name, rehearsal=marked)


def _read_sheet(path: Path, election: Election, faults: Faults) -> Source | None:
    table = read_table(path, (own_csv.LAYOUT, democracy_club.LAYOUT, democracy_club.OLDER), faults)
    if table is None:
        return None
    if table.layout is own_csv.LAYOUT:
        return own_csv.read_own_csv(path, table, clock_of(election), faults)
    return democracy_club.read_democracy_club(path, table, faults)


def _refuse_others(path: Path) -> None:
    """Raise IntakeError for a file of another kind, rather than read its bytes as words."""
    start = content(path, max(map(len, OTHERS)))
    for beginning, advice in OTHERS.items():
        if start.startswith(beginning):
            raise IntakeError(f"{path.name} {advice}.")


def _file_in(folder: Path) -> Path:
    """Return the file that tells most in a summary's folder: the one with the journal, else the candidacies."""
    for name in (SUMMARY, CANDIDACIES):
        for file in (folder / name, folder / f"{MARK}-{name}"):
            if file.is_file():
                return file
    raise IntakeError(
        f"{folder} has no {SUMMARY} or {CANDIDACIES} in it: give a file of results, or a summary's folder."
    )
