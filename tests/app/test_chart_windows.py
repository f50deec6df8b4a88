"""The charts of a whole program: opened from a desk, playing along, gone with it, and their folder remembered."""

from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from resultsdesk import settings
from resultsdesk.app.nights import make_night
from resultsdesk.app.program import Program
from resultsdesk.app.session import Session


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """A rehearsal of three councils, opened by the program."""
    make_night(tmp_path / "trial.night", "midlands-2016", rehearsal=True).close()
    program = Program()
    opened = program.open_night(tmp_path / "trial.night")
    assert opened is not None
    opened.window.activateWindow()
    qtbot.waitUntil(opened.window.isActiveWindow)
    yield opened
    for one in tuple(program.sessions):
        one.close()


def test_the_charts_play_along_with_a_rehearsal_and_go_with_its_desk(session: Session, qtbot: QtBot) -> None:
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(session.window, Qt.Key.Key_C, keys)
    window = session.charts.window
    assert window is not None
    assert window.headline.text() == "No results yet"
    assert session.player is not None
    session.player.jump(session.desk.night.briefing.moment(time(21, 59)))
    qtbot.waitUntil(lambda: window.notes.text().startswith("69 of 69 declared"), timeout=20_000)
    assert window.headline.text() == "47 seats for Labour"
    with qtbot.waitSignal(session.closed):
        session.close()
    assert session.charts.window is None


def test_the_folder_of_pictures_outlives_what_the_desk_window_keeps(session: Session, tmp_path: Path) -> None:
    window = session.charts.show()
    window.save(tmp_path / "chart.svg")
    assert settings.load().charts_folder == str(tmp_path)
    session.close()
    QApplication.processEvents()
    assert settings.load().charts_folder == str(tmp_path)
