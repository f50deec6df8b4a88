"""A table: columns that say what they are, and rows of typed cells. CSV and XLSX are written from the same ones."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from resultsdesk.export.summary import Summary

Cell = str | int | float | bool | None
"""A moment is text in ISO 8601: only a spreadsheet has a cell for one, and that without the offset."""

Row = tuple[Cell, ...]


class Kind(Enum):
    """What a column holds, and so in which format it is shown."""

    TEXT = "text"
    COUNT = "count"
    SIGNED = "signed count"
    PART = "part of 1"  # shown as a percentage
    POINTS = "signed part of 1"
    MOMENT = "moment"
    TRUTH = "truth"


@dataclass(frozen=True, slots=True)
class Column:
    """`name` is for programs and stays, `title` for people; `what` says what is in it where the title does not."""

    name: str
    title: str
    kind: Kind = Kind.TEXT
    what: str = ""


@dataclass(frozen=True)
class Table:
    """Columns and rows; every row has a cell for every column, None for what is not known."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Return the columns' names."""
        return tuple(one.name for one in self.columns)

    def without(self, *names: str) -> "Table":
        """Return the table without these columns."""
        kept = [at for at, one in enumerate(self.columns) if one.name not in names]
        rows = tuple(tuple(row[at] for at in kept) for row in self.rows)
        return Table(self.name, self.title, tuple(self.columns[at] for at in kept), rows)

    def column(self, name: str) -> tuple[Cell, ...]:
        """Return the cells of one column."""
        at = self.names.index(name)
        return tuple(row[at] for row in self.rows)


MODE = Column("mode", "Mode", what="`live` or `REHEARSAL`")
KNOWN = Column("known", "Known", what="how much of the night is declared in this file")


def table(summary: Summary, name: str, title: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> Table:
    """Return a table whose every row says first whether the night is real, and last how much of it is known."""
    mode, known = summary.mark or "live", summary.declared
    return Table(name, title, (MODE, *columns, KNOWN), tuple((mode, *row, known) for row in rows))


def cell(value: object) -> Cell:
    """Return a value of an object as a cell: the items of a list after one another, empty text and lists as unknown."""
    if isinstance(value, list | tuple):
        return "; ".join(map(str, value)) or None
    if isinstance(value, Mapping):
        return "; ".join(f"{key}={one}" for key, one in value.items()) or None
    if value is None or isinstance(value, bool | int | float):
        return value
    return str(value) or None
