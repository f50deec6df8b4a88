"""Windows fit on the screens there are, title bar and all."""

from base64 import b64decode, b64encode
from dataclasses import replace
from itertools import pairwise

import pytest
from operators import Sit
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from resultsdesk.settings import Settings
from resultsdesk.windows.desk.frame.remembered import SMALLEST, put_back, remembered
from resultsdesk.windows.fitting import TITLE_BAR, fit, room_for_contents
from resultsdesk.windows.producer.panel import SMALLEST as PRODUCER

WIDTH_AT = 46  # where Qt's saveGeometry has the screen's width: magic, version, two frames, screen, two states
ROOM, MORE = QSize(0, 0), QSize(40, 40)


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


@pytest.mark.parametrize(
    ("smallest", "usual", "fills"),
    [
        (ROOM - MORE, ROOM, True),
        (ROOM, ROOM + MORE, True),
        (ROOM - MORE, ROOM - QSize(40, 0), False),
        (ROOM - MORE, ROOM - QSize(0, 40), False),
        (ROOM + QSize(40, 0), ROOM + MORE, False),
    ],
)
def test_a_window_that_needs_all_the_room_fills_the_screen(
    qtbot: QtBot, smallest: QSize, usual: QSize, fills: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    room = room_for_contents(window.screen().availableSize())
    fit(window, room + smallest, room + usual)
    assert window.isMaximized() is fills, "nothing of a window behind it shows beside it"


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


def test_on_a_screen_of_quite_another_size_the_window_fills_it(qtbot: QtBot) -> None:
    window, panes = QMainWindow(), QSplitter()
    for one in (window, panes):
        qtbot.addWidget(one)
    window.resize(800, 600)
    kept = remembered(Settings(), window, panes, None)
    put_back(window, panes, kept)
    assert not window.isMaximized(), "on the same screen it is as it was"
    geometry = bytearray(b64decode(kept.window_geometry))
    geometry[WIDTH_AT : WIDTH_AT + 4] = (window.screen().geometry().width() * 2).to_bytes(4, "big")
    put_back(window, panes, replace(kept, window_geometry=b64encode(geometry).decode("ascii")))
    assert window.isMaximized()


WRONG = (2440, 1302, 4227, 13303, 2446, 12796, 99, 77)  # and two check figures that do not agree


@pytest.mark.parametrize("height", [640, 652, 680, 720, 900])
@pytest.mark.parametrize("correcting", [False, True])
def test_the_form_shows_whole_candidacies_and_whole_warnings_and_none_over_another(
    sit: Sit, height: int, correcting: bool
) -> None:
    one = sit("live")
    one.window.resize(1280, height)
    one.find("perth and kin")
    one.key(*WRONG)
    one.declare()
    assert one.standing.decided
    if correcting:
        one.find("perth and kin")
        one.press("Ctrl E")
        one.type("misread")
        one.press("Enter")
        one.key(2441)
    else:
        one.find("glasgow west")
        one.key(*WRONG)
    one.press("Ctrl Enter")  # is refused, and says so
    one.settle()
    entry = one.window.entry
    parts = (entry.banner, entry.boxes, entry.checks, entry.card, entry.objections, entry.button)
    for above, below in pairwise(parts):
        assert above.geometry().bottom() < below.geometry().top(), f"{above} lies over {below}"
    cut = [place for place, row in enumerate(entry.objections.rows) if part_seen(row, entry.objections.viewport())]
    assert cut == []
    assert entry.objections.viewport().height() >= entry.objections.rows[0].height()
    for place in range(len(one.boxes())):
        entry.rows.focus(place)
        row = entry.rows.row(one.standing.contest.candidacies[place].id)
        assert row is not None
        assert not row.visibleRegion().isEmpty()
        each = [entry.rows.row(candidacy.id) for candidacy in one.standing.contest.candidacies]
        cut = [at for at, row in enumerate(each) if row is not None and part_seen(row, entry.rows.viewport())]
        assert cut == [], f"with the keys in box {place}"


def part_seen(row: QWidget, viewport: QWidget) -> bool:
    """Return whether some of a row's height is seen, and some is not."""
    seen = QRect(row.mapTo(viewport, QPoint()), row.size()) & viewport.rect()
    return 0 < seen.height() < row.height()
