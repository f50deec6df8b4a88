"""Changes in share as people read them: in percentage points, where files for programs have parts of 1."""

from dataclasses import replace

from resultsdesk.export.tables.table import Cell, Column, Kind, Table

HEAD = "points"


def points(part: Cell) -> Cell:
    """Return a part of 1 in percentage points, with the four decimals that are left of its six."""
    return round(part * 100, 4) if isinstance(part, float | int) else part


def headed(column: Column) -> Column:
    """Return a column whose head says what its figures are."""
    return replace(column, title=f"{column.title}, {HEAD}") if column.kind is Kind.POINTS else column


def in_points(table: Table) -> Table:
    """Return a table with its changes in points."""
    changes = {at for at, one in enumerate(table.columns) if one.kind is Kind.POINTS}
    if not changes:
        return table
    rows = (tuple(points(cell) if at in changes else cell for at, cell in enumerate(row)) for row in table.rows)
    return Table(table.name, table.title, tuple(headed(one) for one in table.columns), tuple(rows))
