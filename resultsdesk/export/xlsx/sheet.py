"""One table as a sheet: typed cells, a head that stays, filters, widths by what is in them, and pages to print."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from resultsdesk.export.formulas import is_calculated
from resultsdesk.export.summary import Summary
from resultsdesk.export.tables.table import MODE, Cell, Column, Kind, Table
from resultsdesk.export.xlsx.formats import ALARM, Formats

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

NARROWEST, WIDEST = 7, 46  # characters
WIDTHS = {Kind.COUNT: 11, Kind.SIGNED: 8, Kind.PART: 9, Kind.POINTS: 9, Kind.MOMENT: 18, Kind.TRUTH: 9}
LONGEST_HEAD = 12  # characters of a line of it
STAYING = {"tally": "party", "contests": "contest", "candidacies": "contest", "gains": "contest", "journal": "entry"}
"""The last column that stays in sight when a sheet is moved sideways: until one knows which row it is."""

LANDSCAPE_A4 = 9


def sheet_name(summary: Summary, table: Table) -> str:
    """Return a sheet's name, with a rehearsal's mark."""
    return f"{table.title} {summary.mark}".strip()


def write_sheet(book: "Workbook", formats: Formats, summary: Summary, table: Table) -> None:
    """Write one table to a sheet of its own."""
    sheet = book.add_worksheet(sheet_name(summary, table))
    for at, column in enumerate(table.columns):
        cells = [row[at] for row in table.rows]
        sheet.set_column(at, at, _width(column, cells))
        sheet.write_string(0, at, column.title, formats.head_over(column.kind))
        _write_column(sheet, formats, at, column, cells, bool(summary.mark))
        if column.what:
            sheet.write_comment(0, at, column.what, {"x_scale": 1.6, "y_scale": 0.7})
    sheet.set_row(0, 32)
    staying = table.names.index(STAYING[table.name]) + 1
    sheet.freeze_panes(1, staying)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
    dress(sheet, summary)
    sheet.fit_to_pages(2, 0)  # at the width of one nobody could read it
    sheet.repeat_rows(0)
    sheet.repeat_columns(0, staying - 1)


def dress(sheet: "Worksheet", summary: Summary) -> None:
    """Set a sheet's pages: what every printed page says, and how the sheet's tab is marked."""
    sheet.set_landscape()
    sheet.set_paper(LANDSCAPE_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(0.4, 0.4, 0.75, 0.6)
    title, known = (one.replace("&", "&&") for one in (summary.night.briefing.election.title, summary.declared))
    middle = f'&C&"Calibri,Bold"&14{summary.mark}' if summary.mark else ""
    sheet.set_header(f"&L{title}{middle}&R{known}")
    sheet.set_footer(f"&L&A{middle}&R&P / &N")
    if summary.mark:
        sheet.set_tab_color(ALARM)


def moment(text: str) -> datetime:
    """Return a moment as a spreadsheet has it: on the night's own clock, without its offset, to the millisecond."""
    at = datetime.fromisoformat(text).replace(tzinfo=None)
    return at.replace(microsecond=at.microsecond // 1000 * 1000)


def _write_column(
    sheet: "Worksheet", formats: Formats, at: int, column: Column, cells: Iterable[Cell], marked: bool
) -> None:
    looks = formats.mark if marked and column == MODE else formats.of[column.kind]
    if column.kind is Kind.MOMENT:
        for row, one in enumerate(cells, start=1):
            if isinstance(one, str):
                sheet.write_datetime(row, at, moment(one), looks)
        return
    for row, one in enumerate(cells, start=1):
        if one is None:
            continue
        if isinstance(one, str):
            sheet.write_string(row, at, one, formats.quoted if is_calculated(one) else looks)
        elif isinstance(one, bool):
            sheet.write_boolean(row, at, one, looks)
        else:
            sheet.write_number(row, at, one, looks)


def _width(column: Column, cells: Iterable[Cell]) -> float:
    """Return a width in characters, with room for the filter's button in the head."""
    head = max((len(one) for one in column.title.split()), default=0) + 4
    if column.kind in WIDTHS:
        return max(WIDTHS[column.kind], min(head, LONGEST_HEAD))
    longest = max((len(one) for one in cells if isinstance(one, str)), default=0)
    return max(NARROWEST, head, min(longest + 2, WIDEST))
