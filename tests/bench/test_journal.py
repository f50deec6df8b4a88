"""650 declarations, each durable, against 650 bare writes and fsyncs."""

import os
from itertools import count
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from resultsdesk.assets import resource
from resultsdesk.desk.desk import Desk
from resultsdesk.desk.player import Player
from resultsdesk.desk.rehearsal import RehearsalClock
from resultsdesk.intake.folder import read_briefing, read_results
from resultsdesk.night.night import begin
from resultsdesk.night.rules import Author
from resultsdesk.store.night_file import create_night

FOLDER = resource("briefings", "uk-2024")
numbers = count()


def bare(path: Path, times: int = 650) -> None:
    """Write and fsync as many bytes as an entry has, so many times."""
    with path.open("wb", buffering=0) as file:
        for _ in range(times):
            file.write(b"x" * 700)
            os.fsync(file.fileno())


def test_650_bare_writes(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    benchmark.pedantic(bare, args=(tmp_path / "bare",), rounds=7)


@pytest.mark.against("test_650_bare_writes", aim=3)
def test_650_declarations_replayed(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    briefing = read_briefing(FOLDER)
    results = read_results(FOLDER, briefing)
    files = []

    def fresh() -> tuple[tuple[Player], dict[str, object]]:
        file = create_night(tmp_path / f"{next(numbers)}.night", briefing, "rehearsal", results)
        files.append(file)
        clock = RehearsalClock(briefing.election.close_of_poll)
        desk = Desk(begin(briefing, rehearsal=True), file.journal, clock, Author("Bench", "bench"))
        return (Player(desk, clock, results),), {}

    def play(player: Player) -> None:
        while player.step() is not None:
            pass
        assert player.desk.night.tally(player.desk.night.main_scope).declared == 650

    benchmark.pedantic(play, setup=fresh, rounds=7)
    for file in files:
        file.close()
