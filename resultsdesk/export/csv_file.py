"""CSV as RFC 4180 has it, that every spreadsheet opens right by a double click.

UTF-8 with a byte order mark, because Excel takes a file without one for the code page of its machine and spoils é;
readers of data know the mark as `utf-8-sig` and most pass over it. Text that a spreadsheet would calculate is
neutralised; numbers stay numbers.
"""

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from resultsdesk.export.formulas import neutralised
from resultsdesk.export.summary import Summary
from resultsdesk.export.tables.table import Cell, Row, Table
from resultsdesk.night.night import Night

ENCODING = "utf-8-sig"


@dataclass(frozen=True, slots=True)
class CsvWriter:
    """Writes one table as CSV. `sums` are columns with what the night itself says they add up to."""

    name: str
    what: str
    make: Callable[[Summary], Table]
    sums: Mapping[str, Callable[[Night], int]] = field(default_factory=dict)
    encoding: str = ENCODING

    def write(self, summary: Summary, path: Path) -> None:
        """Write the header and a line for each row."""
        table = summary.once(self.make)
        with path.open("w", encoding=self.encoding, newline="") as file:
            writer = csv.writer(file, lineterminator="\r\n")
            writer.writerow(table.names)
            writer.writerows(map(texts, table.rows))

    def check(self, summary: Summary, path: Path) -> tuple[str, ...]:
        """Return where the file is not the table, cell by cell, and which sums are not the night's."""
        table = summary.once(self.make)
        with path.open(encoding=self.encoding, newline="") as file:
            header, *lines = list(csv.reader(file, strict=True)) or [[]]
        if header != list(table.names):
            return (f"its first line is {header}, not {list(table.names)}",)
        return (*_differing(table, lines), *self._sums(summary.night, table, lines))

    def _sums(self, night: Night, table: Table, lines: list[list[str]]) -> Iterator[str]:
        for column, wanted in self.sums.items():
            at = table.names.index(column)
            found = sum(int(line[at]) for line in lines if line[at:] and line[at].isdecimal())
            if found != wanted(night):
                yield f"its column {column} adds up to {found}, not to {wanted(night)}"


def texts(row: Row) -> list[str]:
    """Return a row's cells as they stand in the file."""
    return [_text(one) for one in row]


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return f"{cell:.6f}"
    return neutralised(cell) if isinstance(cell, str) else str(cell)


def _differing(table: Table, lines: list[list[str]]) -> Iterator[str]:
    if len(lines) != len(table.rows):
        yield f"it has {len(lines)} rows, not {len(table.rows)}"
    for number, (line, row) in enumerate(zip(lines, table.rows, strict=False), start=2):
        if line == texts(row):
            continue
        if len(line) != len(row):
            yield f"line {number} has {len(line)} cells, not {len(row)}"
        for column, was, wanted in zip(table.columns, line, row, strict=False):
            if was != _text(wanted):
                yield f"line {number} has “{was}” as {column.name}, not “{_text(wanted)}”"
