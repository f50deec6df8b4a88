"""Enter on *declare* until every view of the open desk has painted."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from nights import general_election, half_declared, still_to_come, wards
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from resultsdesk.app.application import application
from resultsdesk.app.session import Session
from resultsdesk.night.briefing import PastResult
from resultsdesk.settings import Settings

ROUNDS = 200
SIZE = (1920, 1080)


@pytest.fixture(scope="module")
def qapp() -> QApplication:
    """The program's own application."""
    return application()


Opened = Callable[[Path], Session]


@pytest.fixture
def opened(qapp: QApplication, qtbot: QtBot) -> Iterator[Opened]:
    """A function that opens the desk on a night and shows it."""
    sessions: list[Session] = []

    def open_desk(path: Path) -> Session:
        session = Session(path, Settings(), lambda _: None)
        session.window.setWindowState(Qt.WindowState.WindowNoState)  # the screen of the tests is smaller
        session.window.resize(*SIZE)
        with qtbot.waitExposed(session.window):
            session.window.show()
        qapp.processEvents()
        sessions.append(session)
        return session

    yield open_desk
    for session in sessions:
        with qtbot.waitSignal(session.closed):
            session.close()


def test_bare_write_and_fsync(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    with (tmp_path / "bare").open("wb", buffering=0) as file:

        def write() -> None:
            file.write(b"x" * 700)
            os.fsync(file.fileno())

        benchmark.pedantic(write, rounds=ROUNDS)


def test_one_full_repaint_of_650_hexes(benchmark: BenchmarkFixture, opened: Opened, tmp_path: Path) -> None:
    session = opened(half_declared(tmp_path / "a.night", *general_election()))
    viewport = session.window.map.view.viewport()
    benchmark.pedantic(viewport.repaint, rounds=ROUNDS)


def declared(
    benchmark: BenchmarkFixture, qapp: QApplication, session: Session, results: tuple[PastResult, ...], rounds: int
) -> None:
    """Measure the declaration alone; finding the contest and typing its figures is the operator's own time."""
    coming = still_to_come(results)
    window = session.window
    count = len(session.desk.night.journal)

    def keyed() -> None:
        result = next(coming)
        window.open_contest(result.contest)
        window.entry.keying.type_all({one: str(votes) for one, votes in result.votes.items()})
        weighed = window.entry.keying.weigh()
        assert weighed is not None
        for objection in weighed.objections:
            if not objection.blocks:
                window.entry.keying.acknowledge(objection)
        qapp.processEvents()

    def declare() -> None:
        QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        qapp.processEvents()

    benchmark.pedantic(declare, setup=keyed, rounds=rounds)
    assert len(session.desk.night.journal) == count + rounds, "a declaration was not accepted"


@pytest.mark.against("test_bare_write_and_fsync", "test_one_full_repaint_of_650_hexes", aim=2)
def test_declare_at_650(benchmark: BenchmarkFixture, qapp: QApplication, opened: Opened, tmp_path: Path) -> None:
    briefing, results = general_election()
    session = opened(half_declared(tmp_path / "a.night", briefing, results))
    declared(benchmark, qapp, session, results, ROUNDS)


@pytest.mark.against("test_declare_at_650", aim=1.5)
def test_declare_at_8482(
    benchmark: BenchmarkFixture, qapp: QApplication, opened: Opened, tmp_path: Path, shared: Path
) -> None:
    briefing, results = wards(shared / "data" / "layouts" / "uk-wards-2022.hexjson")
    assert len(briefing.contests) == 8482
    session = opened(half_declared(tmp_path / "a.night", briefing, results))
    declared(benchmark, qapp, session, results, ROUNDS)
