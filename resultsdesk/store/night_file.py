"""Making a night, and opening one. One file is one night; its mode is fixed for ever when it is made."""

import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, Self

from resultsdesk import __version__
from resultsdesk.night.briefing import Briefing, Outline, PastResult
from resultsdesk.store import connection as connections
from resultsdesk.store.connection import reading
from resultsdesk.store.drafts import Drafts
from resultsdesk.store.journal import Journal
from resultsdesk.store.ledger import Ledger
from resultsdesk.store.moments import written
from resultsdesk.store.outlines import has_outlines, read_outlines, write_outlines
from resultsdesk.store.pins import Pins
from resultsdesk.store.placing import placed
from resultsdesk.store.programme import ProgrammeShelf
from resultsdesk.store.recall import read_briefing
from resultsdesk.store.register import write_briefing
from resultsdesk.store.results import read_results, write_results
from resultsdesk.store.schema import APPLICATION_ID, SCHEMA
from resultsdesk.store.schema.briefing import TABLES
from resultsdesk.store.schema.past import TABLES as OF_THE_PAST
from resultsdesk.store.trouble import BriefingRefused, NewerNight, ReadOnlyNight, about, in_words, not_a_night
from resultsdesk.store.watch import Watch

Mode = Literal["live", "rehearsal"]


class NightFile:
    """An open night file. Close it, or use it in a `with`; closed, the one file holds everything."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self.journal = Journal(connection, path)
        self.drafts = Drafts(connection, path)
        self.ledger = Ledger(connection, path)
        self.programme = ProgrammeShelf(connection, path)
        self.pins = Pins(connection, path)
        self.watch = Watch(connection, path)
        with reading(connection, path):
            mode, self.briefing_id = connection.execute("SELECT mode, briefing FROM meta").fetchone()
        self.rehearsal: bool = mode != "live"

    def briefing(self) -> Briefing:
        """Return the briefing the night was made with, read anew."""
        with reading(self._connection, self.path):
            return read_briefing(self._connection)

    def outlines(self) -> tuple[Outline, ...]:
        """Return the areas' outlines; empty where the briefing has none."""
        with reading(self._connection, self.path):
            return read_outlines(self._connection)

    @property
    def has_outlines(self) -> bool:
        """Return whether the briefing has outlines, without reading them."""
        with reading(self._connection, self.path):
            return has_outlines(self._connection)

    def results(self) -> tuple[PastResult, ...]:
        """Return the results a rehearsal plays; empty in a live night."""
        with reading(self._connection, self.path):
            return read_results(self._connection)

    def changed_elsewhere(self) -> bool:
        """Return whether another window or program has written since this was last asked."""
        return self.watch.changed()

    def backup(self, to: Path) -> None:
        """Copy the night as it is now to a new file, whole or not at all, while it goes on."""
        with placed(to) as building, in_words(to):
            copy = sqlite3.connect(building, isolation_level=None)
            try:
                self._connection.backup(copy)
            finally:
                copy.close()

    def archive(self, to: Path) -> None:
        """Write the night as it is now to a new compact file, whole or not at all, without what is only half typed."""
        with placed(to) as building, in_words(to):
            connections.vacuum_into(self._connection, building)
            copy = sqlite3.connect(building, isolation_level=None)
            try:
                copy.execute("PRAGMA secure_delete = ON")  # overwrites the figures, not only their place in the table
                copy.execute("DELETE FROM drafts")
            finally:
                copy.close()

    def tidy(self) -> None:
        """Put what waits beside the file into it, as far as nobody is reading it; on the disk it is either way."""
        with in_words(self.path):
            self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)")

    def close(self) -> None:
        """Close the file; what still waits beside it is put into it."""
        connections.close(self._connection, self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def create_night(
    path: Path,
    briefing: Briefing,
    mode: Mode,
    results: Iterable[PastResult] = (),
    outlines: Iterable[Outline] = (),
) -> NightFile:
    """Make a night file and open it. `results` are what a rehearsal plays: ValueError where a live night gets any.

    Raises a NightFileError where it cannot be made; then nothing is left of it.
    """
    results = tuple(results)
    if mode == "live" and results:
        raise ValueError("a live night holds no results to play")
    with placed(path) as building:
        building.touch(exist_ok=False)
        connection = sqlite3.connect(building, isolation_level=None)
        try:
            _build(connection, path, briefing, mode, results, outlines)
        finally:
            connection.close()
    return open_night(path)


def open_night(path: Path, *, read_only: bool = False) -> NightFile:
    """Open a night file. Raises a NightFileError that says in words what is wrong with it.

    `read_only` opens it where nothing may be written too; whoever only looks should ask for it.
    """
    connections.look_at(path)
    connection = connections.connect_to_read(path) if read_only else connections.connect(path)
    try:
        with in_words(path):
            identify(connection, path, reader=read_only)
            if not read_only:
                connections.ready_to_write(connection)
            return NightFile(path, connection)
    except BaseException:
        connection.close()
        raise


def identify(connection: sqlite3.Connection, path: Path, *, reader: bool) -> None:
    """Raise unless this is a night of ours with today's schema; bring an older one to it."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise not_a_night(path)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > SCHEMA:
        raise about(
            path,
            NewerNight,
            f"{{name}} was made by a newer version of Results Desk (its schema is {version}, this one knows {SCHEMA}).",
            "Open it with that version; this one has not touched it.",
        )
    if version < SCHEMA:
        if reader:
            raise about(
                path,
                ReadOnlyNight,
                "{name} was made by an older version of Results Desk and must be brought up to date first.",
                "Open it once with `resultsdesk open`, where it may be written.",
            )
        from resultsdesk.store.migrations import migrate

        migrate(connection)


def _build(
    connection: sqlite3.Connection,
    path: Path,
    briefing: Briefing,
    mode: Mode,
    results: tuple[PastResult, ...],
    outlines: Iterable[Outline],
) -> None:
    from resultsdesk.store.migrations import migrate

    # Nobody else knows this file yet and a failure throws it away: it needs no safety before it is whole.
    connection.execute("PRAGMA journal_mode = MEMORY")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute(f"PRAGMA page_size = {connections.PAGE}")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    migrate(connection)
    # Keys are checked once, at the end: then the sentence can say which row hangs in the air.
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        with connection:
            connection.execute("BEGIN")
            write_briefing(connection, briefing)
            write_outlines(connection, outlines)
            write_results(connection, results)
            _raise_for_loose_rows(connection, path)
            connection.execute(
                "INSERT INTO meta (one, mode, briefing, created_at, made_by) VALUES (1,?,?,?,?)",
                (mode, briefing.election.id, written(datetime.now(UTC)), __version__),
            )
    except sqlite3.IntegrityError as error:
        raise _refused(path, str(error)) from error
    connection.execute("PRAGMA journal_mode = WAL")


def _raise_for_loose_rows(connection: sqlite3.Connection, path: Path) -> None:
    loose = [
        row for table in (*TABLES, *OF_THE_PAST) for row in connection.execute(f"PRAGMA foreign_key_check ({table})")
    ]
    if loose:
        places = sorted({f"{table} names something in {parent} that is not there" for table, _, parent, _ in loose})
        raise _refused(path, "; ".join(places))


def _refused(path: Path, why: str) -> BriefingRefused:
    return about(
        path,
        BriefingRefused,
        f"No night can be made of this briefing: {why}.",
        "Run `resultsdesk briefing check` on it, and mend what it lists.",
    )
