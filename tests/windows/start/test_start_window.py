"""The start window, by keyboard."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from operators import put_up
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from resultsdesk.figures.shapes import Box, Text
from resultsdesk.painters.theme import theme
from resultsdesk.windows.start.recent import RecentNight, ago, recent_row
from resultsdesk.windows.start.recent_list import RecentModel
from resultsdesk.windows.start.start_window import StartWindow

NOW = datetime(2024, 7, 5, 4, 47, tzinfo=UTC)
NIGHTS = {
    Path("a.night"): RecentNight(Path("a.night"), "General election 2024", True, 650, 228, NOW),
    Path("b.night"): RecentNight(Path("b.night"), "Town council 2016", False, 4, 4, NOW),
    Path("c.night"): RecentNight(Path("c.night"), trouble="There is no file c.night."),
}


def look(path: Path) -> RecentNight:
    return NIGHTS[path]


@pytest.fixture
def window(qtbot: QtBot) -> StartWindow:
    made = StartWindow(theme("dark", {}), look, "Version 1")
    made.show_recent(tuple(NIGHTS))
    put_up(qtbot, made, made.recent)
    return made


def words(window: StartWindow) -> Sequence[str]:
    model = window.recent.model()
    return [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]


def test_each_night_is_looked_at_once_the_window_is_there(window: StartWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: words(window)[2] == "c.night: There is no file c.night.")
    assert words(window)[:2] == [
        "Rehearsal of General election 2024, 228 of 650 declared, a.night",
        "Live night of Town council 2016, 4 of 4 declared, b.night",
    ]


def test_arrows_and_enter_open_a_night(window: StartWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.night_chosen) as chosen:
        qtbot.keyClick(window.recent, Qt.Key.Key_Down)
        qtbot.keyClick(window.recent, Qt.Key.Key_Return)
    assert chosen.args == [Path("b.night")]


def test_delete_takes_a_night_off_the_list(window: StartWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.night_forgotten) as forgotten:
        qtbot.keyClick(window.recent, Qt.Key.Key_Delete)
    assert forgotten.args == [Path("a.night")]


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Qt.Key.Key_N, "live_wanted"),
        (Qt.Key.Key_R, "rehearsal_wanted"),
        (Qt.Key.Key_O, "file_wanted"),
        (Qt.Key.Key_Comma, "settings_wanted"),
    ],
)
def test_every_way_to_begin_has_its_key(window: StartWindow, qtbot: QtBot, key: Qt.Key, signal: str) -> None:
    with qtbot.waitSignal(getattr(window, signal)):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)


def test_f1_tells_what_this_is_and_ctrl_q_closes(window: StartWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.about_wanted):
        qtbot.keyClick(window, Qt.Key.Key_F1)
    qtbot.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert not window.isVisible()


def test_without_recent_nights_the_keys_are_at_the_rehearsal(qtbot: QtBot) -> None:
    window = StartWindow(theme("light", {}), look, "Version 1")
    qtbot.addWidget(window)
    window.show_recent(())
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.actions_offered[1].hasFocus())
    with qtbot.waitSignal(window.rehearsal_wanted):
        qtbot.keyClick(window.actions_offered[1], Qt.Key.Key_Space)


def test_everything_that_takes_the_keys_has_a_name(window: StartWindow) -> None:
    nameless = [
        type(one).__name__
        for one in window.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and not one.accessibleName() and one.isVisible()
    ]
    assert nameless == []
    assert all(one.accessibleName() for one in window.findChildren(QAbstractButton))


def test_the_model_keeps_qts_rules(qtbot: QtBot) -> None:
    model = RecentModel(look)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(tuple(NIGHTS))
    last = model.index(2)
    qtbot.waitUntil(lambda: "no file" in str(last.data(Qt.ItemDataRole.AccessibleTextRole)))
    model.show(())
    model.stop()
    assert tester.model() is model


def test_a_row_shows_how_far_and_never_a_bar_for_nothing() -> None:
    far = recent_row(NIGHTS[Path("a.night")], NOW, 700)
    track, done = far.shapes["track"], far.shapes["done"]
    assert isinstance(track, Box)
    assert isinstance(done, Box)
    assert done.width / track.width == pytest.approx(228 / 650)
    none = recent_row(RecentNight(Path("x.night"), "X", False, 650, 0, NOW), NOW, 700)
    assert "done" not in none.shapes
    trouble = recent_row(NIGHTS[Path("c.night")], NOW, 700).shapes["trouble"]
    assert isinstance(trouble, Text)
    assert trouble.spans[0].text == "There is no file c.night."


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "just now"),
        (3, "3 min ago"),
        (60, "1 hour ago"),
        (300, "5 hours ago"),
        (1500, "yesterday"),
        (4000, "2 days ago"),
        (20000, "21 June 2024"),
    ],
)
def test_how_long_ago(minutes: int, said: str) -> None:
    assert ago(NOW - timedelta(minutes=minutes), NOW) == said
