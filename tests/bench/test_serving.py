"""What serving costs the desk with its window: from the key of a declaration until every view has painted."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import pytest
from chromium import chromium
from nights import general_election, half_declared, still_to_come
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from resultsdesk.app.application import application
from resultsdesk.app.desk_server import DeskServer
from resultsdesk.app.session import Session
from resultsdesk.night.briefing import PastResult
from resultsdesk.settings import Settings

ROUNDS = 60
SIZE = (1920, 1080)
STRANGERS = 10_000


@pytest.fixture(scope="module")
def qapp() -> QApplication:
    """The program's own application."""
    return application()


@pytest.fixture
def session(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """The desk, open and shown, half way through 2024."""
    one = Session(half_declared(tmp_path / "a.night", *general_election()), Settings(), lambda _: None)
    one.window.setWindowState(Qt.WindowState.WindowNoState)
    one.window.resize(*SIZE)
    with qtbot.waitExposed(one.window):
        one.window.show()
    qapp.processEvents()
    yield one
    with qtbot.waitSignal(one.closed):
        one.close()


@pytest.fixture
def server(session: Session) -> Iterator[DeskServer]:
    """The desk's own server."""
    assert session.on_air is not None
    one = DeskServer(session.desk, session.on_air.station, port=0)
    one.start()
    yield one
    one.stop()


def declare(session: Session, coming: Iterator[PastResult], qapp: QApplication) -> float:
    """Type the next result, declare it, and return the seconds until all has painted."""
    window, result = session.window, next(coming)
    window.open_contest(result.contest)
    window.entry.keying.type_all({one: str(votes) for one, votes in result.votes.items()})
    weighed = window.entry.keying.weigh()
    assert weighed is not None
    for objection in weighed.objections:
        if not objection.blocks:
            window.entry.keying.acknowledge(objection)
    qapp.processEvents()
    before = len(session.desk.night.journal)
    begun = time.perf_counter()
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qapp.processEvents()
    took = time.perf_counter() - begun
    assert len(session.desk.night.journal) == before + 1
    return took


def high(seconds: list[float]) -> float:
    return sorted(seconds)[min(len(seconds) - 1, int(len(seconds) * 0.99))]


def tell(request: pytest.FixtureRequest, line: str) -> None:
    reporter = request.config.pluginmanager.getplugin("terminalreporter")
    reporter.write_line(f"\n{request.node.name}: {line}")


def in_turns(session: Session, rounds: int, qapp: QApplication, after: Callable[[int], object]) -> tuple[float, float]:
    """Declare in turns told to the server and not, so that whatever else the machine does meets both alike."""
    coming = still_to_come(general_election()[1])
    declare(session, coming, qapp)
    listeners = session.desk._listeners
    heard = list(listeners)
    times: dict[bool, list[float]] = {True: [], False: []}
    for number in range(rounds):
        told = number % 2 == 0
        if not told:
            listeners.remove(heard[-1])  # the server, which came last
        times[told].append(declare(session, coming, qapp))
        listeners[:] = heard
        if told:
            after(session.desk.night.seq)
    return median(times[True]), median(times[False])


def test_what_a_source_costs_a_declaration(
    session: Session, server: DeskServer, qapp: QApplication, request: pytest.FixtureRequest
) -> None:
    with chromium() as browser:
        page = browser.open(f"{server.url}scene/map")
        page.wait("window.follower && !window.follower.painter.empty")
        wanted = "document.documentElement.dataset.seq === '{}'"
        served, alone = in_turns(session, ROUNDS, qapp, lambda seq: page.wait(wanted.format(seq)))
        page.close()
    ratio = served / alone
    tell(request, f"{served * 1000:.2f} ms against {alone * 1000:.2f} ms, ratio {ratio:.2f} (aim 1.1)")


def test_what_ten_thousand_slow_connections_cost_a_declaration(
    session: Session, server: DeskServer, qapp: QApplication, request: pytest.FixtureRequest
) -> None:
    coming = still_to_come(general_election()[1])
    alone = [declare(session, coming, qapp) for _ in range(ROUNDS // 2)]
    port = server.url.split(":")[2].strip("/")
    script = str(Path(__file__).parent.parent / "strangers.py")
    crowded: list[float] = []
    with subprocess.Popen(
        [sys.executable, script, port, str(STRANGERS)], stdout=subprocess.PIPE, text=True
    ) as strangers:
        assert strangers.stdout is not None
        assert strangers.stdout.readline() == "begun\n"
        while strangers.poll() is None and len(crowded) < 150:
            crowded.append(declare(session, coming, qapp))
        made = int(strangers.stdout.readline())
    tell(
        request,
        f"{made} connections while {len(crowded)} were declared: median {median(crowded) * 1000:.1f} ms against "
        f"{median(alone) * 1000:.1f} ms, ratio {median(crowded) / median(alone):.2f}; 99th percentile "
        f"{high(crowded) * 1000:.0f} ms against {high(alone) * 1000:.0f} ms",
    )
