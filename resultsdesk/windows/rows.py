"""A list whose rows are figures."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
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

from resultsdesk.figures.shapes import Figure
from resultsdesk.models.roles import Role
from resultsdesk.painters.paint import paint
from resultsdesk.painters.theme import Theme

Index = QModelIndex | QPersistentModelIndex
INSET = 9.0  # the cursor has a margin around what it marks
Draw = Callable[[Any, float, float], Figure]  # a model's subject, width and height; Any: each list has its own


class FigureRows(QStyledItemDelegate):
    """Paints a row by drawing its subject."""

    def __init__(self, theme: Theme, draw: Draw, height: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._draw, self._height = theme, draw, height

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        subject = index.data(Role.SUBJECT)
        if subject is None:
            return
        rect: QRectF = QRectF(option.rect)
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            self._paint_cursor(painter, rect, bool(state & QStyle.StateFlag.State_HasFocus))
        inner = rect.adjusted(INSET, 0, -INSET, 0)
        paint(painter, self._draw(subject, inner.width(), inner.height()), self._theme, inner)

    def _paint_cursor(self, painter: QPainter, rect: QRectF, focus: bool) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.brush("raised"))
        painter.setPen(self._theme.pen("accent" if focus else "line", 1.5 if focus else 1.0))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 7, 7)
        painter.restore()


class RowList(QListView):
    """A list of figures in which Enter or a click opens the row's contest."""

    contest_chosen = Signal(str)

    def __init__(
        self, theme: Theme, model: QAbstractItemModel, draw: Draw, height: int, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(FigureRows(theme, draw, height, self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self.clicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.open_current()
            return
        super().keyPressEvent(event)

    def open_current(self) -> None:
        """Open the row the cursor is on."""
        self._open(self.currentIndex())

    def step(self, by: int) -> None:
        """Move the cursor by so many rows, as far as there are any."""
        rows = self.model().rowCount()
        if rows:
            row = self.currentIndex().row() + by if self.currentIndex().isValid() else 0
            self.setCurrentIndex(self.model().index(min(max(row, 0), rows - 1), 0))

    def _open(self, index: QModelIndex) -> None:
        contest = index.data(Role.CONTEST)
        if contest:
            self.contest_chosen.emit(contest)
