"""Windows fit on the screens there are, title bar and all."""

import pytest
from operators import Sit
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from resultsdesk.windows.desk.frame.remembered import SMALLEST
from resultsdesk.windows.fitting import TITLE_BAR, fit, room_for_contents
from resultsdesk.windows.producer.panel import SMALLEST as PRODUCER


@pytest.mark.parametrize("screen", [(1280, 720), (1366, 768), (1280, 680)])
def test_the_smallest_windows_have_room_for_a_title_bar_on_small_screens(screen: tuple[int, int]) -> None:
    room = room_for_contents(QSize(*screen))
    assert SMALLEST.boundedTo(room) == SMALLEST
    assert QSize(*PRODUCER).boundedTo(room) == QSize(*PRODUCER) or screen == (1280, 680)


def test_a_window_is_never_higher_than_its_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    screen = window.screen().availableSize()
    fit(window, QSize(500, 4000), QSize(6000, 5000))
    assert window.size() == QSize(screen.width(), screen.height() - TITLE_BAR)
    assert window.minimumSize() == QSize(500, window.height())


@pytest.mark.parametrize("night", ["town", "live", "rehearsal"])
def test_everything_of_the_desk_is_inside_its_smallest_window(sit: Sit, night: str) -> None:
    one = sit(night)
    one.find("al")
    for text in ("1", "x", "3"):
        one.type(text)
        one.press("Enter")
    one.press("Ctrl Enter")
    one.window.resize(SMALLEST)
    one.settle()
    assert one.window.size() == SMALLEST
    inside = one.window.rect()
    entry = one.window.entry
    for part in (one.window.keys, one.window.top, entry.button, entry.checks, one.window.lists, one.window.finder.list):
        corner = part.mapTo(one.window, QPoint(part.width() - 1, part.height() - 1))
        assert inside.contains(corner), f"{type(part).__name__} ends at {corner}"
        assert part.height() >= part.minimumSizeHint().height(), type(part).__name__


def test_lists_show_whole_rows(sit: Sit) -> None:
    one = sit("live")
    lists = (one.window.parties.list, one.window.finder.list, one.window.lists.gains.list)
    for height in range(640, 760, 7):
        one.window.resize(1280, height)
        one.settle()
        for shown in lists:
            row = shown.visualRect(shown.model().index(0, 0)).height() or 30
            assert shown.viewport().height() % row == 0
