"""Noticing that another window or program has written to the same file. No thread: ask as often as you like."""

import sqlite3
from pathlib import Path

from resultsdesk.store.trouble import in_words


class Watch:
    """Remembers the last state of the file it has told of."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._version = self._read_version()

    def changed(self) -> bool:
        """Return whether anybody else has written since this was last asked. Writing of our own does not count."""
        before, self._version = self._version, self._read_version()
        return self._version != before

    def _read_version(self) -> int:
        with in_words(self._path):
            return int(self._connection.execute("PRAGMA data_version").fetchone()[0])
