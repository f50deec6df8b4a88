"""How far a night is, without reading it whole: for a list of many."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from resultsdesk.store.connection import connect_to_read, look_at, reading
from resultsdesk.store.night_file import identify


@dataclass(frozen=True, slots=True)
class Summary:
    """A night file in a line: `declared` of `contests` have their result."""

    title: str
    rehearsal: bool
    contests: int
    declared: int
    entries: int


def summary(path: Path) -> Summary:
    """Return a night file's summary; raises a NightFileError where it has none to give."""
    look_at(path)
    with closing(connect_to_read(path)) as connection, reading(connection, path):
        identify(connection, path, reader=True)
        title, rehearsal, *counts = connection.execute(
            """SELECT (SELECT title FROM election), (SELECT mode <> 'live' FROM meta),
                (SELECT count(*) FROM contests),
                (SELECT count(*) FROM standing WHERE stage IN ('declared', 'declared unopposed')),
                (SELECT count(*) FROM entries)"""
        ).fetchone()
        return Summary(title, bool(rehearsal), *counts)
