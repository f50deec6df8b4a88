"""A CSV file of results as rows with line numbers, by the names of its columns, whatever program saved it."""

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from resultsdesk.intake.faults import Faults
from resultsdesk.intake.results.told import Row
from resultsdesk.intake.sheets import SEPARATORS, UNPUBLISHED, decoded, records

HEADER_WITHIN = 10  # lines; publishers put a stray line or a title above the columns' names
NEUTRALISED = re.compile("'+[=+\\-@\t\r\n＝＋－＠]")  # noqa: RUF001 - spreadsheets calculate the full-width forms too


@dataclass(frozen=True, slots=True)
class Layout:
    """A kind of file: its columns, each with the names it had in older files; `needed` tell it from others."""

    what: str
    needed: tuple[str, ...]
    names: Mapping[str, tuple[str, ...]]

    def places(self, header: Sequence[str]) -> dict[str, int]:
        """Return where each column is in a header, under its name of today."""
        found = {}
        for name, older in self.names.items():
            at = next((header.index(one) for one in (name, *older) if one in header), None)
            if at is not None:
                found[name] = at
        return found


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file, each with the line it starts on; a column the file does not have is empty in every row."""

    layout: Layout
    rows: tuple[tuple[int, Row], ...]
    columns: frozenset[str]


def read_table(path: Path, layouts: Sequence[Layout], faults: Faults) -> Table | None:
    """Return the rows of a file of one of these layouts, noting what is wrong; None where it is of none of them.

    Raises IntakeError where the file cannot be read at all.
    """
    text = decoded(path, faults)
    separator = _separator(path.name, text, faults)
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    nearest: tuple[int, Layout, list[str]] | None = None
    lines = records(reader, path.name, faults)
    for start, cells in lines:
        if start > HEADER_WITHIN:
            break
        for layout in layouts:
            places = layout.places(cells)
            lacking = [name for name in layout.needed if name not in places]
            if not lacking:
                _no_column_twice(path.name, start, cells, layout, faults)
                body = tuple(_row(path.name, line, row, len(cells), places, layout, faults) for line, row in lines)
                return Table(layout, body, frozenset(places))
            had = len(layout.needed) - len(lacking)
            if had and (nearest is None or had > nearest[0]):
                nearest = (had, layout, lacking)
    _no_header(path.name, nearest, layouts, faults)
    return None


def _separator(file: str, text: str, faults: Faults) -> str:
    """Return what stands between the cells, noting where it is not a comma."""
    for at, line in enumerate(text.splitlines()[:HEADER_WITHIN], start=1):
        for other, word in SEPARATORS.items():
            if line.count(other) > 2 and "," not in line:
                faults.error(file, at, "separator", f"Columns are separated by {word}: save the file with commas.")
                return other
    return ","


def _no_column_twice(file: str, line: int, header: Sequence[str], layout: Layout, faults: Faults) -> None:
    for name in layout.names:
        if header.count(name) > 1:
            faults.error(file, line, "column-twice", f"The column “{name}” is there twice: remove one.")


def _row(
    file: str, line: int, cells: list[str], width: int, places: Mapping[str, int], layout: Layout, faults: Faults
) -> tuple[int, Row]:
    if len(cells) > width and any(cells[width:]):
        text = f"The row has {len(cells)} cells but the header {width}: put text with commas in quotes."
        faults.error(file, line, "cells", text)
    row = dict.fromkeys(layout.names, "")
    for name, at in places.items():
        if at < len(cells):
            row[name] = "" if cells[at] in UNPUBLISHED else undone(cells[at])
    return line, row


def _no_header(
    file: str, nearest: tuple[int, Layout, list[str]] | None, layouts: Sequence[Layout], faults: Faults
) -> None:
    if nearest is None:
        known = " or ".join(layout.what for layout in layouts)
        faults.error(file, 1, "header", f"No line has the columns of {known}: is it the right file?")
        return
    _, layout, lacking = nearest
    for name in lacking:
        faults.error(file, 1, "column", f"The column “{name}” of {layout.what} is missing: add it to the header.")


def undone(cell: str) -> str:
    """Return a cell as it was before a spreadsheet was kept from reading it as a formula."""
    return cell[1:] if NEUTRALISED.match(cell) else cell
