"""Real nights come back from every file of their summary that holds results, contest by contest the same."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from resultsdesk.export.democracy_club import democracy_club_files
from resultsdesk.export.json_file import json_files
from resultsdesk.export.summary import Summary, Writer
from resultsdesk.export.writers import csv_files
from resultsdesk.intake.results.matching import placed
from resultsdesk.intake.results.reading import read_source
from resultsdesk.night.agreement import Agreement, compare
from resultsdesk.night.night import Night
from resultsdesk.psephology.baseline import Measure
from resultsdesk.story.lines import Story

WRITERS: dict[str, Writer] = {one.name: one for one in (*csv_files(), *json_files(), *democracy_club_files())}


@pytest.mark.parametrize("name", ["candidacies.csv", "summary.json", "democracy-club-results.csv"])
@pytest.mark.parametrize("night", ["uk-2024", "uk-2017", "midlands-2016"])
def test_every_contest_is_the_same(night: str, name: str, played: Callable[[str], Night], tmp_path: Path) -> None:
    there = played(night)
    summary = Summary(there, Story(), Measure.LAST, datetime(2026, 5, 8, 5, tzinfo=UTC))
    path = tmp_path / name
    WRITERS[name].write(summary, path)
    source = read_source(path, there.briefing.election)
    assert source.rehearsal
    found = placed(source, there.briefing)
    assert not found.unknown
    assert [one.objections for one in found.accounts if one.objections] == []
    told = {one.contest: compare(there.contests[one.contest], [one]).agreement for one in found.accounts}
    assert set(told) == set(there.contests)
    assert {key: one for key, one in told.items() if one is not Agreement.SAME} == {}
    rejected = {one.contest: one.figures.rejected for one in found.accounts}
    assert rejected == {key: one.poll.rejected if one.poll else None for key, one in there.contests.items()}
