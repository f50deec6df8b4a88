"""650 declarations, each durable, against 650 bare writes and fsyncs.

What a declaration costs beside its durable write (weighing, folding, statements) is about half a millisecond of
processor: the aim is within reach where a bare write and fsync takes that long or longer, as on most disks, and out of
it where the disk answers from a cache of its own in a sixth of a millisecond. Other floors tell the parts apart.
"""

import os
import sqlite3
from itertools import count
from pathlib import Path

import pytest
from nights import general_election
from pytest_benchmark.fixture import BenchmarkFixture

from resultsdesk.app.nights import desk_at
from resultsdesk.desk.player import Player
from resultsdesk.desk.rehearsal import RehearsalClock
from resultsdesk.night.rules import Author
from resultsdesk.store.connection import settle
from resultsdesk.store.night_file import create_night

numbers = count()


def bare(path: Path, size: int = 700) -> None:
    """Write and fsync as many bytes as an entry says, 650 times."""
    with path.open("wb", buffering=0) as file:
        for _ in range(650):
            file.write(b"x" * size)
            os.fsync(file.fileno())


def test_650_bare_writes(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    benchmark.pedantic(bare, args=(tmp_path / "bare",), rounds=7)


def test_650_bare_writes_of_seven_pages(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """What SQLite must put on the disk for an entry with its votes, keys and indexes, written by nobody at all."""
    benchmark.pedantic(bare, args=(tmp_path / "bare", 7 * 4096), rounds=7)


def test_650_bare_transactions(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """The same bytes through SQLite, with the night file's own settings, into a table with no key and no index."""

    def fresh() -> tuple[tuple[sqlite3.Connection], dict[str, object]]:
        connection = sqlite3.connect(tmp_path / f"{next(numbers)}.sqlite", isolation_level=None)
        connection.execute("PRAGMA journal_mode = WAL")
        settle(connection)
        connection.execute("CREATE TABLE entries (said BLOB) STRICT")
        return (connection,), {}

    def write(connection: sqlite3.Connection) -> None:
        for _ in range(650):
            connection.execute("INSERT INTO entries VALUES (?)", (b"x" * 700,))
        connection.close()

    benchmark.pedantic(write, setup=fresh, rounds=7)


@pytest.mark.against("test_650_bare_writes", aim=3)
def test_650_declarations_replayed(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    briefing, results = general_election()
    files = []

    def fresh() -> tuple[tuple[Player], dict[str, object]]:
        file = create_night(tmp_path / f"{next(numbers)}.night", briefing, "rehearsal", results)
        files.append(file)
        clock = RehearsalClock(briefing.election.close_of_poll)
        desk = desk_at(file, Author("Bench", "bench"), clock)
        return (Player(desk, clock, results),), {}

    def play(player: Player) -> None:
        while player.step() is not None:
            pass
        assert player.desk.night.tally(player.desk.night.main_scope).declared == 650

    benchmark.pedantic(play, setup=fresh, rounds=7)
    for file in files:
        file.close()
