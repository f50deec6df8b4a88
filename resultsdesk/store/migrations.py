"""How a file comes to today's schema, from nothing or from an older one. The only module with sqlite-utils in it.

It is imported where it is used: it takes longer to load than a night file of today takes to open.
"""

import sqlite3

from sqlite_utils import Database, Migrations

from resultsdesk.store.schema import air as on_screens
from resultsdesk.store.schema import briefing as known_before
from resultsdesk.store.schema import desk as at_the_desk
from resultsdesk.store.schema import journal as told_since
from resultsdesk.store.schema import left as left_as_it_was
from resultsdesk.store.schema import past as of_the_past
from resultsdesk.store.schema import shown as of_the_screens
from resultsdesk.store.schema import told as of_the_story

migrations = Migrations("resultsdesk")


@migrations()
def briefing(db: Database) -> None:
    """Keep what was known before the polls closed, sealed by the row in meta."""
    _run(db, known_before.STATEMENTS, 1)


@migrations()
def journal(db: Database) -> None:
    """Keep what has been told since, only ever added to, and how each contest stands by it."""
    _run(db, told_since.STATEMENTS, 2)


@migrations()
def desk(db: Database) -> None:
    """Keep what is being typed, and what has been on air."""
    _run(db, at_the_desk.STATEMENTS, 3)


@migrations()
def air(db: Database) -> None:
    """Keep what is on air and planned."""
    _run(db, on_screens.STATEMENTS, 4)


@migrations()
def told(db: Database) -> None:
    """Keep which lines of the story are pinned, and which a scene was given."""
    _run(db, of_the_story.STATEMENTS, 5)


@migrations()
def past(db: Database) -> None:
    """Keep since when seats are held, who lost them last time, and what sentences call a party."""
    _run(db, of_the_past.STATEMENTS, 6)


@migrations()
def shown(db: Database) -> None:
    """Keep which scene was on which output, from when to when, and how far the night had come."""
    _run(db, of_the_screens.STATEMENTS, 7)


@migrations()
def left(db: Database) -> None:
    """Keep what was aired wrong and left as it was."""
    _run(db, left_as_it_was.STATEMENTS, 8)


def migrate(connection: sqlite3.Connection, stop_before: str | None = None) -> None:
    """Bring a file to today's schema; each step is one transaction."""
    migrations.apply(Database(connection, strict=True), stop_before=stop_before)


def _run(db: Database, statements: tuple[str, ...], version: int) -> None:
    for statement in statements:
        db.execute(statement)
    db.execute(f"PRAGMA user_version = {version}")
