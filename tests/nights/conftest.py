"""Real nights, played through a real desk into a real night file, once a session each."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from resultsdesk.assets import resource
from resultsdesk.desk.desk import Desk
from resultsdesk.desk.player import Player
from resultsdesk.desk.rehearsal import RehearsalClock
from resultsdesk.intake.folder import read_briefing, read_results
from resultsdesk.night.night import Night, begin
from resultsdesk.night.rules import Author
from resultsdesk.store.night_file import create_night


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Night]:
    """A function that returns a built-in night after its last declaration."""

    @cache
    def play_through(briefing_id: str) -> Night:
        folder: Path = resource("briefings", briefing_id)
        briefing = read_briefing(folder)
        results = read_results(folder, briefing)
        path = tmp_path_factory.mktemp("nights") / f"{briefing_id}.night"
        with create_night(path, briefing, mode="rehearsal", results=results) as file:
            clock = RehearsalClock(briefing.election.close_of_poll)
            desk = Desk(begin(briefing, rehearsal=True), file.journal, clock, Author("Rehearsal", "rehearsal"))
            player = Player(desk, clock, results)
            while (step := player.step()) is not None:
                assert step.done is not None
                assert step.done.entry is not None, step.done.verdict.objections
            return desk.night

    return play_through


@pytest.fixture(scope="session")
def uk_2024(played: Callable[[str], Night]) -> Night:
    """The general election of 2024, every constituency declared."""
    return played("uk-2024")


@pytest.fixture(scope="session")
def uk_2017(played: Callable[[str], Night]) -> Night:
    """The general election of 2017, every constituency declared."""
    return played("uk-2017")


@pytest.fixture(scope="session")
def midlands(played: Callable[[str], Night]) -> Night:
    """Birmingham, Walsall and Redditch on 5 May 2016, every ward declared."""
    return played("midlands-2016")
