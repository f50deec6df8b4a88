"""Summaries to write: of the made-up town, and stages to write them on."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest
from night_files import BRIEFING, declared, new_night
from town import ListJournal

from resultsdesk.export.folder import Stage, staged
from resultsdesk.export.summary import Summary
from resultsdesk.night.night import Night, replay
from resultsdesk.psephology.baseline import Measure
from resultsdesk.store.night_file import NightFile
from resultsdesk.story.lines import Story

WRITTEN = datetime(2016, 5, 6, 5, 1, tzinfo=UTC)
OpenStage = Callable[..., Stage]


def town_night(rehearsal: bool = False) -> Night:
    """Return the town with two of its four wards declared."""
    journal = ListJournal()
    for ward in ("alpha", "gamma"):
        journal.append(declared(ward))
    return replay(BRIEFING, journal.kept, rehearsal)


def summary_of(night: Night) -> Summary:
    """Return a summary written at five in the morning."""
    return Summary(night, Story(), Measure.LAST, WRITTEN, made_by="Results Desk")


@pytest.fixture
def summary() -> Summary:
    """The town, live and half declared."""
    return summary_of(town_night())


@pytest.fixture
def rehearsed() -> Summary:
    """The town, rehearsed and half declared."""
    return summary_of(town_night(rehearsal=True))


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[OpenStage]:
    """A function that opens a stage for a folder of a live night of the town."""
    with ExitStack() as open_stages:

        def open_stage(folder: Path = tmp_path / "out", **more: bool) -> Stage:
            wanted = {"rehearsal": False, **more}
            return open_stages.enter_context(staged(folder, night=BRIEFING.election.id, **wanted))

        yield open_stage


@pytest.fixture
def night(tmp_path: Path) -> Iterator[NightFile]:
    """A live night of the town with one ward declared, open."""
    with new_night(tmp_path) as file:
        file.journal.append(declared())
        yield file
