"""Opening the file: the same settings on every connection, and reading where nothing may be written."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISREG

from resultsdesk.store.trouble import damaged, in_words, not_a_night, told, unreadable

PATIENCE = 5.0
"""Seconds to wait for another program's lock."""

PAGE = 1024
"""Bytes of a page of a new night. An entry touches six of whatever size: with SQLite's own 4096 four times as much is
written and a replay takes a tenth longer."""

PAGES_BESIDE = 4_000
"""Pages beside the file at which some commit puts them into it after all: a night of 650 keyed without a pause."""

NO_ROOM_BESIDE_IT = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}
"""What SQLite says where it cannot put its -shm file beside a file that can well be read."""

MAGIC = b"SQLite format 3\0"


def look_at(path: Path) -> None:
    """Raise the known failure of a file that is missing, may not be read, or is no SQLite file."""
    with in_words(path):
        try:
            if not S_ISREG(path.stat().st_mode):  # a pipe would keep whoever opens it waiting for ever
                raise not_a_night(path)
            with path.open("rb") as file:
                magic = file.read(len(MAGIC))
        except PermissionError as error:
            # On Windows a folder is refused like this too.
            raise (not_a_night(path) if path.is_dir() else unreadable(path)) from error
        if magic != MAGIC:
            raise not_a_night(path)


def connect(path: Path) -> sqlite3.Connection:
    """Return a connection that reads and writes."""
    with in_words(path):
        return _connection(path, "mode=rw")


def ready_to_write(connection: sqlite3.Connection) -> None:
    """Raise sqlite3.OperationalError now rather than at the first entry where nothing can be written."""
    # Asks the disk, not the permissions: the lock needs a file that can be written.
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("COMMIT")
    connection.execute("PRAGMA journal_mode = WAL")


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Return a connection that cannot write, even where the file or its folder may not be written."""
    with in_words(path):
        try:
            connection = _connection(path, "mode=rw")
            _only_read(connection)
            return connection
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in NO_ROOM_BESIDE_IT:
                raise
        return _connect_to_what_stays(path)


def _only_read(connection: sqlite3.Connection) -> None:
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise


def _connect_to_what_stays(path: Path) -> sqlite3.Connection:
    """Read a file nobody here can write: as it is, or where its last entries still wait in a -wal file, from a copy
    in memory of both."""
    waiting = path.with_name(f"{path.name}-wal")
    if not waiting.exists() or not waiting.stat().st_size:
        return _connection(path, "mode=ro&immutable=1")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        shutil.copyfile(path, copy)
        shutil.copyfile(waiting, copy.with_name(waiting.name))
        copied = _connection(copy, "mode=rw")
        memory = sqlite3.connect(":memory:", isolation_level=None)
        try:
            copied.backup(memory)
        finally:
            copied.close()
    _only_read(memory)
    return memory


def _connection(path: Path, how: str) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, timeout=PATIENCE, isolation_level=None)
    try:
        settle(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def settle(connection: sqlite3.Connection) -> None:
    """Give a connection the settings every one of ours has."""
    connection.execute("PRAGMA foreign_keys = ON")
    # Without it INSERT OR REPLACE deletes without asking the DELETE triggers.
    connection.execute("PRAGMA recursive_triggers = ON")
    connection.execute("PRAGMA synchronous = FULL")
    # By itself SQLite puts a thousand pages into the file as part of some commit, which then takes as long as twenty:
    # a desk does it in quiet moments.
    connection.execute(f"PRAGMA wal_autocheckpoint = {PAGES_BESIDE}")


def vacuum_into(connection: sqlite3.Connection, path: Path) -> None:
    """Write a compact copy of what a connection reads to a file that is not there yet or empty."""
    (reads_only,) = connection.execute("PRAGMA query_only").fetchone()
    # The statement writes nothing here, but SQLite refuses it to whoever may only ask.
    connection.execute("PRAGMA query_only = OFF")
    try:
        connection.execute("VACUUM INTO ?", (str(path),))
    finally:
        connection.execute(f"PRAGMA query_only = {reads_only}")


@contextmanager
def writing(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """Make one transaction of what is written inside: on the disk when this ends, or not there at all."""
    with in_words(path), connection:
        connection.execute("BEGIN IMMEDIATE")
        yield


@contextmanager
def reading(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """Show everything read inside as it stood at one moment. A value that makes no sense means a damaged file."""
    with in_words(path), connection:
        connection.execute("BEGIN")
        try:
            yield
        except (KeyError, TypeError, ValueError) as error:
            raise damaged(path) from error


def close(connection: sqlite3.Connection, path: Path) -> None:
    """Close a connection; the last one of a file leaves everything in that one file."""
    try:
        connection.close()
    except sqlite3.Error as error:
        known = told(error, path)
        raise (known or error) from error
