"""The ledger of airings: which entry was on which output, from when to when."""

import sqlite3
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from resultsdesk.store.connection import reading, writing
from resultsdesk.store.moments import read, written
from resultsdesk.store.trouble import in_words


@dataclass(frozen=True, slots=True)
class Airing:
    """One entry on one output; `until` is None while it is still there."""

    entry: int
    output: str
    since: datetime
    until: datetime | None = None


class Ledger:
    """The airings of one night file. They begin and end; nothing else about them changes."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def begin(self, entry: int, output: str, at: datetime) -> None:
        """Note that an entry, by its number, is on an output from now on; nothing happens where it is already."""
        with writing(self._connection, self._path):
            self._connection.execute(
                "INSERT INTO airings (entry, output, aired_from) VALUES (?,?,?) "
                "ON CONFLICT (output, entry) WHERE aired_to IS NULL DO NOTHING",
                (entry, output, written(at)),
            )

    def end(self, entry: int, output: str, at: datetime) -> None:
        """Note that an entry has left an output; nothing happens where it was not on."""
        with writing(self._connection, self._path):
            self._connection.execute(
                "UPDATE airings SET aired_to = ? WHERE entry = ? AND output = ? AND aired_to IS NULL",
                (written(at), entry, output),
            )

    def settle(self, shown: Collection[tuple[int, str]], at: datetime) -> None:
        """Begin what is on an output by now and end what is not, in the transaction of whoever calls."""
        open_now = set(self._connection.execute("SELECT entry, output FROM airings WHERE aired_to IS NULL").fetchall())
        self._connection.executemany(
            "UPDATE airings SET aired_to = ? WHERE entry = ? AND output = ? AND aired_to IS NULL",
            ((written(at), *one) for one in sorted(open_now - set(shown))),
        )
        self._connection.executemany(
            "INSERT INTO airings (entry, output, aired_from) VALUES (?,?,?)",
            ((*one, written(at)) for one in sorted(set(shown) - open_now)),
        )

    def was_aired(self, entries: Collection[int]) -> bool:
        """Return whether any of these entries, by their numbers, has been on an output."""
        with in_words(self._path):
            return any(
                self._connection.execute("SELECT 1 FROM airings WHERE entry = ? LIMIT 1", (entry,)).fetchone()
                for entry in entries
            )

    def airings(self) -> tuple[Airing, ...]:
        """Return every airing in the order they began."""
        with reading(self._connection, self._path):
            return tuple(
                Airing(entry, output, read(since), None if until is None else read(until))
                for entry, output, since, until in self._connection.execute(
                    "SELECT entry, output, aired_from, aired_to FROM airings ORDER BY id"
                )
            )
