"""Lines of the story that are kept at hand: by their ids, for every desk of the night."""

import sqlite3
from pathlib import Path

from resultsdesk.store.connection import reading, writing


class Pins:
    """The pins of one night file, in the order they were put in."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection, self._path = connection, path

    def load(self) -> tuple[str, ...]:
        """Return the lines that are pinned."""
        with reading(self._connection, self._path):
            return tuple(line for (line,) in self._connection.execute("SELECT line FROM pins ORDER BY place"))

    def pin(self, line: str) -> None:
        """Keep a line at hand; one that is stays where it is."""
        with writing(self._connection, self._path):
            self._connection.execute("INSERT INTO pins (line) VALUES (?) ON CONFLICT (line) DO NOTHING", (line,))

    def unpin(self, line: str) -> None:
        """Let go of a line."""
        with writing(self._connection, self._path):
            self._connection.execute("DELETE FROM pins WHERE line = ?", (line,))
