"""The whole folder of 650 contests, what it costs in memory, and what the desk's keys feel of it."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from statistics import median

import psutil
import pytest
from nights import full_night, general_election, half_declared, still_to_come
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from resultsdesk.app.application import application
from resultsdesk.app.session import Session
from resultsdesk.app.summary_window import own_command
from resultsdesk.settings import Settings


@pytest.fixture(scope="module")
def qapp() -> QApplication:
    """The program's own application."""
    return application()


def tell(request: pytest.FixtureRequest, words: str) -> None:
    """Say a figure where it is seen."""
    reporter = request.config.pluginmanager.get_plugin("terminalreporter")
    reporter.write_line(f"\n{request.node.name}: {words}")


def begun(night: Path, folder: Path, *words: str) -> "subprocess.Popen[bytes]":
    """Start an export as a program of its own."""
    quiet = subprocess.DEVNULL
    return subprocess.Popen([*own_command(), "export", str(night), str(folder), *words], stdout=quiet, stderr=quiet)


def memory(process: psutil.Process) -> float:
    """Return the memory of a process and all it started, in MiB; what they share counts once, where that is known."""
    total = 0
    for one in (process, *process.children(recursive=True)):
        with suppress(psutil.NoSuchProcess):
            full = one.memory_full_info()
            total += getattr(full, "pss", 0) or full.rss
    return total / 2**20


def of_the_desk(night: Path) -> float:
    """Return the memory of a desk on the same night, in MiB."""
    script = Path(__file__).with_name("opening.py")
    env = {**os.environ, "PYTHONPATH": str(script.parent)}
    done = subprocess.run(
        [sys.executable, str(script), str(night)], capture_output=True, text=True, env=env, check=True
    )
    return float(done.stdout.splitlines()[-1])


def test_whole_folder(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    night = full_night(tmp_path / "a.night", entries=680)
    start = time.perf_counter()
    begun(night, tmp_path / "out").wait()
    took = time.perf_counter() - start
    files = [one for one in (tmp_path / "out").rglob("*") if one.is_file()]
    size = sum(one.stat().st_size for one in files) / 2**20
    tell(request, f"{len(files)} files, {size:.0f} MiB, in {took:.1f} s (aim 10)")


def test_memory_of_an_export(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    # An export of its own: adding up what two processes share takes a fifth of the machine it is to be timed on.
    night = full_night(tmp_path / "a.night", entries=680)
    child = begun(night, tmp_path / "out")
    process, most = psutil.Process(child.pid), 0.0
    while child.poll() is None:
        most = max(most, memory(process))
        with suppress(subprocess.TimeoutExpired):
            child.wait(0.05)
    desk = of_the_desk(night)
    tell(request, f"{most:.0f} MiB against the desk's {desk:.0f}, ratio {most / desk:.2f} (aim 2)")


@pytest.fixture
def session(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """The desk on the real night, half declared, on a full screen."""
    opened = Session(half_declared(tmp_path / "a.night", *general_election()), Settings(), lambda _: None)
    opened.window.setWindowState(Qt.WindowState.WindowNoState)  # the screen of the tests is smaller
    opened.window.resize(1920, 1080)
    with qtbot.waitExposed(opened.window):
        opened.window.show()
    yield opened
    with qtbot.waitSignal(opened.closed):
        opened.close()


def test_declare_while_a_summary_is_written(
    qapp: QApplication, session: Session, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    coming = still_to_come(general_election()[1])

    def declared() -> float:
        result = next(coming)
        session.window.open_contest(result.contest)
        keying = session.window.entry.keying
        keying.type_all({one: str(votes) for one, votes in result.votes.items()})
        weighed = keying.weigh()
        for objection in weighed.objections if weighed else ():
            if not objection.blocks:
                keying.acknowledge(objection)
        qapp.processEvents()
        start = time.perf_counter()
        QTest.keyClick(session.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        qapp.processEvents()
        return time.perf_counter() - start

    alone = [declared() for _ in range(60)]
    child = begun(tmp_path / "a.night", tmp_path / "out", "--progress", "json")
    beside = []
    while child.poll() is None:
        beside.append(declared())
    high = sorted(beside)[int(len(beside) * 0.99)]
    tell(
        request,
        f"median {median(beside) * 1000:.1f} ms, 99th percentile {high * 1000:.1f} ms "
        f"over {len(beside)} declarations (aim 20), beside {median(alone) * 1000:.1f} ms with no summary written",
    )
    assert child.returncode == 0
