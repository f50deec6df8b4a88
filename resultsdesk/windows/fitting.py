"""How large a window may be on its screen: its title bar and all of its contents have to be there."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

TITLE_BAR = 40
"""The height to leave for the bar a window manager sets above a window: more than any of the usual ones takes."""


def fit(window: QWidget, smallest: QSize, usual: QSize) -> None:
    """Give a window its usual size, or what its screen has room for, and its smallest.

    Where all the room is no more than the usual size, the window fills the screen: of one behind it a strip would show
    below. Where a screen is lower than the smallest, the window gives way; where it is narrower, its right edge is out
    of sight, since half of every word would be otherwise.
    """
    room = room_for_contents(window.screen().availableSize())
    least = QSize(smallest.width(), min(smallest.height(), room.height()))
    window.setMinimumSize(least)
    window.resize(usual.boundedTo(room).expandedTo(least))
    if usual.expandedTo(room) == usual and room.expandedTo(least) == room:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def room_for_contents(available: QSize) -> QSize:
    """Return how large a window's contents can be on a screen that has so much to give away."""
    return available - QSize(0, TITLE_BAR)
