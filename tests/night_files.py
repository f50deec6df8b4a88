"""Night files for tests: real SQLite files of the made-up town, and entries to put in them."""

import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from town import LATER, TOWN

from resultsdesk.night.briefing import ContestId
from resultsdesk.night.entries import Kind, NewEntry
from resultsdesk.psephology.candidacy import CandidacyId
from resultsdesk.store.migrations import migrate
from resultsdesk.store.night_file import NightFile, create_night
from resultsdesk.store.register import write_briefing
from resultsdesk.store.schema import APPLICATION_ID, SCHEMA

BRIEFING = replace(TOWN, election=replace(TOWN.election, zone=ZoneInfo("Europe/London"), zone_name="Europe/London"))
VOTES = {"alpha": (900, 700, 200), "beta": (10, 20, 30, 40), "gamma": (6, 5, 4, 3, 2, 1)}


def new_night(folder: Path, name: str = "town.night") -> NightFile:
    """Return a live night of the town, open."""
    return create_night(folder / name, BRIEFING, "live")


def copy_at(folder: Path, night: Path) -> Path:
    """Return a folder's own copy of a night, made the first time it is asked for."""
    path = folder / night.name
    if not path.exists():
        shutil.copyfile(night, path)
    return path


def older_night(folder: Path, without: str = "told") -> Path:
    """Return a live night of the town as an older version made it: without the migrations from the one named on."""
    path = folder / "older.night"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        migrate(connection, stop_before=without)
        write_briefing(connection, BRIEFING)
        connection.execute("INSERT INTO meta VALUES (1, 'live', 'town-2016', '2016-05-05T20:00:00+00:00', '0')")
        assert connection.execute("PRAGMA user_version").fetchone()[0] < SCHEMA
    return path


def votes(contest: str, *figures: int) -> Mapping[CandidacyId, int]:
    """Return votes by candidacy, from figures in ballot order or the contest's usual ones."""
    return {
        CandidacyId(f"{contest}.{order}"): figure for order, figure in enumerate(figures or VOTES[contest], start=1)
    }


def declared(contest: str = "alpha", *figures: int, after: str | None = None, desk: str = "Desk 1") -> NewEntry:
    """Return a declaration, or where it comes after another entry, a correction."""
    return NewEntry(
        contest=ContestId(contest),
        kind=Kind.DECLARED if after is None else Kind.CORRECTED,
        supersedes=after,
        keyed_at=LATER + timedelta(seconds=20),
        declared_at=LATER,
        keyed_by="AB",
        desk=desk,
        votes=votes(contest, *figures),
    )
