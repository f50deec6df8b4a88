"""All seven charts made and painted anew, as they are one at a time after a declaration."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
from built_in import built_in
from nights import wards
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot
from town import ListJournal

from resultsdesk.app.application import application
from resultsdesk.charts.chart_view import ChartView
from resultsdesk.desk.desk import Desk
from resultsdesk.desk.player import Player
from resultsdesk.desk.rehearsal import RehearsalClock
from resultsdesk.figures.plots.asked import Asked, ChartName
from resultsdesk.figures.plots.draw import plot
from resultsdesk.night.briefing import Briefing, ContestId, PastResult
from resultsdesk.night.night import Night, begin
from resultsdesk.night.rules import Author
from resultsdesk.painters.theme import theme
from resultsdesk.psephology.baseline import Measure

ROUNDS, WARDS = 5, 2749
SIZE = (1240, 560)


@pytest.fixture(scope="module")
def qapp() -> QApplication:
    """The program's own application."""
    return application()


@pytest.fixture
def view(qapp: QApplication, qtbot: QtBot) -> ChartView:
    """A chart on the screen."""
    one = ChartView(theme("dark", built_in("uk-2024").briefing.parties))
    one.resize(*SIZE)
    qtbot.addWidget(one)
    with qtbot.waitExposed(one):
        one.show()
    return one


def drawn(benchmark: BenchmarkFixture, view: ChartView, night: Night) -> None:
    every = [Asked(one, night.main_scope, Measure.LAST) for one in ChartName]
    night.tally(night.main_scope)  # a night is handed on with its tallies

    def draw() -> None:
        for asked in every:
            view.show_plot(plot(night, asked))
            view.viewport().repaint()

    benchmark.pedantic(draw, rounds=ROUNDS, warmup_rounds=1)


def played(briefing: Briefing, results: tuple[PastResult, ...]) -> Night:
    """Return a night with every result declared."""
    clock = RehearsalClock(briefing.election.close_of_poll)
    desk = Desk(begin(briefing, rehearsal=True), ListJournal(), clock, Author("Bench", "bench"))
    player = Player(desk, clock, results)
    while player.step() is not None:
        pass
    return desk.night


def test_seven_charts_at_650(benchmark: BenchmarkFixture, view: ChartView) -> None:
    drawn(benchmark, view, built_in("uk-2024"))


@pytest.mark.against("test_seven_charts_at_650", aim=4.3)
def test_seven_charts_at_2749(benchmark: BenchmarkFixture, view: ChartView, shared: Path) -> None:
    briefing, results = wards(shared / "data" / "layouts" / "uk-wards-2022.hexjson")
    some: Mapping[ContestId, object] = dict(islice(briefing.contests.items(), WARDS))
    part = replace(briefing, contests={one: briefing.contests[one] for one in some})
    drawn(benchmark, view, played(part, tuple(one for one in results if one.contest in some)))
