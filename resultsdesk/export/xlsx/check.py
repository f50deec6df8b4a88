"""The workbook read again by another library, cell by cell."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from resultsdesk.export.tables.table import Cell, Kind, Table
from resultsdesk.export.xlsx.sheet import moment

NEAR = 1e-9


def differing(path: Path, tables: Mapping[str, Table]) -> Iterator[str]:
    """Yield which cells of the tables' sheets are not what was to be written."""
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(str(path))
    for name, table in tables.items():
        if name not in book.sheet_names:
            yield f"it has no sheet {name}"
            continue
        found = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        yield from _of_sheet(name, table, found)


def _of_sheet(name: str, table: Table, found: Sequence[Sequence[object]]) -> Iterator[str]:
    if len(found) != len(table.rows) + 1:
        yield f"the sheet {name} has {len(found)} rows, not {len(table.rows) + 1}"
        return
    if list(found[0]) != [one.title for one in table.columns]:
        yield f"the sheet {name} has other heads than it should"
    for number, (line, row) in enumerate(zip(found[1:], table.rows, strict=True), start=2):
        for column, read, wanted in zip(table.columns, line, row, strict=True):
            if not _same(read, wanted, column.kind):
                yield f"in row {number} of the sheet {name}, {column.title} is “{read}”, not “{wanted}”"


def _same(read: object, wanted: Cell, kind: Kind) -> bool:
    if wanted is None:
        return read == ""
    if kind is Kind.MOMENT:
        return isinstance(read, datetime) and read == moment(str(wanted))
    if isinstance(wanted, bool | str):
        return type(read) is type(wanted) and read == wanted
    return isinstance(read, int | float) and not isinstance(read, bool) and abs(read - wanted) < NEAR
