"""Where window, panes and filter were the last time."""

from base64 import b64decode, b64encode
from dataclasses import replace

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QMainWindow, QSplitter

from resultsdesk.models.stage_filter import StageFilter
from resultsdesk.settings import Settings
from resultsdesk.windows.fitting import fit

SMALLEST, WIDEST = QSize(1280, 640), QSize(1920, 1080)  # a screen of 1280 × 720 has bars, too
ROOMY = 0.9  # of the screen, when it does not fill it
PARTS = (17, 33, 24, 26)  # of a hundred of the width: finder, form, map, lists


def fit_to_screen(window: QMainWindow) -> None:
    """Have a window be large in the middle of the screen, for whoever would rather not have it fill that."""
    room = window.screen().availableGeometry()
    fit(window, SMALLEST, (room.size() * ROOMY).boundedTo(WIDEST))
    frame = QRect(QPoint(), window.size())
    frame.moveCenter(room.center())
    frame.moveTo(max(frame.x(), room.x()), max(frame.y(), room.y()))
    window.setGeometry(frame)


def put_back(window: QMainWindow, panes: QSplitter, settings: Settings) -> None:
    """Put window and panes where they were; the first time, and on a screen of quite another size, it fills that."""
    if not (settings.window_geometry and window.restoreGeometry(QByteArray(b64decode(settings.window_geometry)))):
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
    if not (settings.window_panes and panes.restoreState(QByteArray(b64decode(settings.window_panes)))):
        panes.setSizes([round(window.width() * part / 100) for part in PARTS])


def remembered(settings: Settings, window: QMainWindow, panes: QSplitter, chosen: StageFilter | None) -> Settings:
    """Return the settings with where window and panes are, and which filter is chosen."""
    return replace(
        settings,
        window_geometry=b64encode(window.saveGeometry().data()).decode("ascii"),
        window_panes=b64encode(panes.saveState().data()).decode("ascii"),
        finder_filter=str(chosen) if chosen else "",
    )
