"""summary.xlsx put together: a first page, and a sheet for each table."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from resultsdesk.export.summary import Summary, Writer
from resultsdesk.export.tables.candidacies import candidacies_table
from resultsdesk.export.tables.contests import contests_table
from resultsdesk.export.tables.gains import gains_table
from resultsdesk.export.tables.journal import journal_table
from resultsdesk.export.tables.table import KNOWN, MODE, Table
from resultsdesk.export.tables.tally import tally_table
from resultsdesk.export.xlsx.check import differing
from resultsdesk.export.xlsx.first_page import write_first_page
from resultsdesk.export.xlsx.formats import Formats
from resultsdesk.export.xlsx.points import in_points
from resultsdesk.export.xlsx.sheet import sheet_name, write_sheet

if TYPE_CHECKING:
    from xlsxwriter import Workbook

NAME = "summary.xlsx"
WHAT = (
    "The spreadsheet: seats as a chart on its first page, then tally, contests, candidacies, gains and journal, with"
    " filters. Numbers, percentages, times and yes or no are typed cells."
)
TABLES: tuple[Callable[[Summary], Table], ...] = (
    tally_table,
    contests_table,
    candidacies_table,
    gains_table,
    journal_table,
)

OF_CONTESTS = ("revision", "rejected", "papers", "electorate")

# Nothing that is text may become something else on the way: what a cell is, is said cell by cell.
AS_GIVEN = {"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}


@dataclass(frozen=True, slots=True)
class XlsxWriter:
    """Writes all tables as one workbook."""

    name: str = NAME
    what: str = WHAT

    def write(self, summary: Summary, path: Path) -> None:
        """Write the workbook."""
        from xlsxwriter import Workbook

        with Workbook(str(path), AS_GIVEN) as book:
            _describe(book, summary)
            formats = Formats(book, summary.night.briefing.parties)
            tables = summary.once(tables_for_people)
            write_first_page(book, formats, summary, tables[0])
            for table in tables:
                write_sheet(book, formats, summary, table)

    def check(self, summary: Summary, path: Path) -> tuple[str, ...]:
        """Return which cells another program reads otherwise."""
        return tuple(differing(path, {sheet_name(summary, one): one for one in summary.once(tables_for_people)}))


def tables_for_people(summary: Summary) -> tuple[Table, ...]:
    """Return the tables, changes in points, without what stands on the first page or in the sheet of contests."""
    said = (KNOWN.name,) if summary.mark else (KNOWN.name, MODE.name)
    tables = [in_points(summary.once(make).without(*said)) for make in TABLES]
    return tuple(one.without(*OF_CONTESTS) if one.name == "candidacies" else one for one in tables)


def xlsx_files() -> tuple[Writer, ...]:
    """Return the writer of the workbook."""
    return (XlsxWriter(),)


def _describe(book: "Workbook", summary: Summary) -> None:
    # The same night written at the same moment is the same file, byte for byte.
    book.set_properties({
        "title": summary.heading,
        "subject": summary.night.briefing.election.title,
        "author": summary.made_by,
        "comments": summary.declared,
        "status": summary.mark or ("complete" if summary.complete else "partial"),
        "created": summary.written,
    })  # fmt: skip
