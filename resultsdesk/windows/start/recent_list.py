"""The list of recent nights: arrows, Enter to open, Delete to take one off the list."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from resultsdesk.models.roles import Role
from resultsdesk.painters.paint import paint
from resultsdesk.painters.theme import Theme
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


class RecentRows(QStyledItemDelegate):
    """Paints each night as its figure. Ten rows at most, so a plain list does."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, int(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRectF(option.rect)
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            self._paint_cursor(painter, rect, bool(state & QStyle.StateFlag.State_HasFocus))
        night = index.data(Role.SUBJECT)
        paint(painter, recent_row(night, datetime.now(UTC), rect.width(), rect.height()), self._theme, rect)

    def _paint_cursor(self, painter: QPainter, rect: QRectF, focus: bool) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.brush("raised"))
        painter.setPen(self._theme.pen("accent" if focus else "line", 1.5 if focus else 1.0))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 7, 7)
        painter.restore()


class RecentList(QListView):
    """Recent nights as rows."""

    night_chosen = Signal(Path)
    night_forgotten = Signal(Path)

    def __init__(self, theme: Theme, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recent = RecentModel(look, self)
        self.setModel(self._recent)
        self.setItemDelegate(RecentRows(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName("Recent nights")
        self.clicked.connect(self._open)

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
        if index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(index)
        elif index.isValid() and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.night_forgotten.emit(index.data(Role.SUBJECT).path)
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        self.night_chosen.emit(index.data(Role.SUBJECT).path)
