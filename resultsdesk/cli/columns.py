"""Aligned columns for a terminal: words on the left, figures on the right, never wider than a line."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 100
GAP = "  "


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head; `figures` are set against the right, `most` is where words are elided."""

    head: str
    figures: bool = False
    most: int = 40


def words(head: str, most: int = 40) -> Column:
    """Return a column of words."""
    return Column(head, False, most)


def figures(head: str) -> Column:
    """Return a column of figures."""
    return Column(head, True)


def aligned(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return a head and the rows as lines of at most `WIDTH` characters; columns nobody fills are left out."""
    used = [at for at in range(len(columns)) if any(row[at] for row in rows)]
    kept = [columns[at] for at in used]
    cells = [[one.head for one in kept], *([_elided(row[at], columns[at]) for at in used] for row in rows)]
    widths = [max(len(row[at]) for row in cells) for at in range(len(kept))]
    return [_line(row, kept, widths) for row in cells]


def _line(cells: Sequence[str], columns: Sequence[Column], widths: Sequence[int]) -> str:
    set_out = (
        cell.rjust(width) if column.figures else cell.ljust(width)
        for cell, column, width in zip(cells, columns, widths, strict=True)
    )
    line = GAP.join(set_out).rstrip()
    return line if len(line) <= WIDTH else f"{line[: WIDTH - 1]}…"


def _elided(text: str, column: Column) -> str:
    if column.figures or len(text) <= column.most:
        return text
    return f"{text[: column.most - 1]}…"
