"""What was aired wrong and left as it was: what nobody is asked about again, for every desk of the night."""

import sqlite3
from datetime import datetime
from pathlib import Path

from resultsdesk.air.left import Left
from resultsdesk.store.connection import reading, writing
from resultsdesk.store.moments import read, written


class LeftAsAired:
    """The answers of one night file. They are only added to."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection, self._path = connection, path

    def load(self) -> tuple[Left, ...]:
        """Return what was left on each output, the earliest answer first."""
        with reading(self._connection, self._path):
            rows = self._connection.execute("SELECT output, what, left_at, left_by FROM left_as_aired ORDER BY id")
            return tuple(Left(output, what, read(at), by) for output, what, at, by in rows)

    def leave(self, output: str, what: str, at: datetime, by: str) -> None:
        """Note who left something as it was aired; nothing happens where somebody has already."""
        with writing(self._connection, self._path):
            self._connection.execute(
                "INSERT INTO left_as_aired (output, what, left_at, left_by) VALUES (?,?,?,?) "
                "ON CONFLICT (output, what) DO NOTHING",
                (output, what, written(at), by),
            )
