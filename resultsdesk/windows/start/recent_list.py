"""The list of recent nights: arrows, Enter to open, Delete to take one off the list."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from resultsdesk.figures.shapes import Figure
from resultsdesk.models.roles import Role
from resultsdesk.painters.theme import Theme
from resultsdesk.windows.rows import RowList
from resultsdesk.windows.start.recent import ROW_HEIGHT, RecentNight, recent_row

Index = QModelIndex | QPersistentModelIndex
Look = Callable[[Path], RecentNight]


class RecentModel(QAbstractListModel):
    """The nights of late, the last opened first. Each is looked at once the window is there, one at a time."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._nights: list[RecentNight] = []
        self._unseen: list[Path] = []
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.timeout.connect(self._look_at_next)

    def show(self, paths: Sequence[Path]) -> None:
        """Show these files and begin to look at them."""
        self.beginResetModel()
        self._nights = [RecentNight(path) for path in paths]
        self.endResetModel()
        self._unseen = list(paths)
        self._next.start()

    def stop(self) -> None:
        """Look no further."""
        self._next.stop()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._nights)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        night = self._nights[index.row()]
        if role == Role.SUBJECT:
            return night
        if role == Role.CONTEST:
            return str(night.path)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return night.words
        return str(night.path) if role == Qt.ItemDataRole.ToolTipRole else None

    def _look_at_next(self) -> None:
        if not self._unseen:
            self._next.stop()
            return
        path = self._unseen.pop(0)
        row = next((at for at, night in enumerate(self._nights) if night.path == path), None)
        if row is not None:
            self._nights[row] = self._look(path)
            at = self.index(row)
            self.dataChanged.emit(at, at)


class RecentList(RowList):
    """Recent nights as rows."""

    night_chosen = Signal(Path)
    night_forgotten = Signal(Path)

    def __init__(self, theme: Theme, look: Look, parent: QWidget | None = None) -> None:
        self._recent = RecentModel(look)
        super().__init__(theme, self._recent, _drawn, int(ROW_HEIGHT), "Recent nights", parent)
        self._recent.setParent(self)
        self.contest_chosen.connect(lambda path: self.night_chosen.emit(Path(path)))

    def show_nights(self, paths: Sequence[Path]) -> None:
        """Show these files, the cursor on the first."""
        self._recent.show(paths)
        if paths:
            self.setCurrentIndex(self._recent.index(0))

    def stop(self) -> None:
        """Look at no more files."""
        self._recent.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and index.isValid():
            self.night_forgotten.emit(Path(index.data(Role.CONTEST)))
            return
        super().keyPressEvent(event)


def _drawn(night: RecentNight, width: float, height: float) -> Figure:
    return recent_row(night, datetime.now(UTC), width, height)
