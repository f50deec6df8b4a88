"""What was shown: each scene on each output, from when to when, and how far the night had come by then.

The ledger of airings has every entry that could be read off a scene. A map shows all there are and follows the night:
of what was seen on it at any minute the night is asked, as it stood then.
"""

import sqlite3
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from resultsdesk.air.programme import OnAir, OutputName
from resultsdesk.air.screening import Screening
from resultsdesk.store.connection import reading
from resultsdesk.store.moments import read, written
from resultsdesk.store.scene_rows import SCENE, SCENE_MARKS, columns, scene_of


class Screenings:
    """The screenings of one night file. They begin and end; nothing else about them changes."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection, self._path = connection, path

    def settle(self, shown: Mapping[OutputName, OnAir], at: datetime) -> None:
        """Begin what is on an output by now and end what is not, in the transaction of whoever calls.

        A scene that goes on in other words is another screening: those were heard too.
        """
        execute = self._connection.execute
        there = {
            output: (serial, tuple(scene))
            for output, serial, *scene in execute(
                f"SELECT output, serial, {SCENE} FROM screenings WHERE aired_to IS NULL"
            )
        }
        now = {name: (on.serial, columns(on.scene)) for name, on in shown.items()}
        if there == now:
            return
        (entry,) = execute("SELECT coalesce(max(seq), 0) FROM entries").fetchone()
        for name, was in there.items():
            if now.get(name) != was:
                execute(
                    "UPDATE screenings SET aired_to = ?, last_entry = ? WHERE output = ? AND aired_to IS NULL",
                    (written(at), entry, name),
                )
        for name, on in shown.items():
            if there.get(name) != now[name]:
                execute(
                    f"INSERT INTO screenings (output, serial, aired_from, first_entry, {SCENE}) "
                    f"VALUES (?,?,?,?,{SCENE_MARKS})",
                    (name, on.serial, written(at), entry, *columns(on.scene)),
                )

    def all(self) -> tuple[Screening, ...]:
        """Return every screening in the order they began."""
        with reading(self._connection, self._path):
            return tuple(
                Screening(
                    output, scene_of(scene), read(since), None if until is None else read(until), first, last, serial
                )
                for output, serial, since, until, first, last, *scene in self._connection.execute(
                    f"SELECT output, serial, aired_from, aired_to, first_entry, last_entry, {SCENE} "
                    "FROM screenings ORDER BY id"
                )
            )
