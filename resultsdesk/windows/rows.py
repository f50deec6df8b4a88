"""A list whose rows are figures, all of one height: nothing it does costs more for having more rows.

QListView lays out every row again when one comes; with 8,482 of them that alone would take a frame.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from resultsdesk.figures.shapes import Figure
from resultsdesk.models.keyed_rows import KeyedRows
from resultsdesk.models.roles import Role
from resultsdesk.painters.paint import paint
from resultsdesk.painters.theme import Theme
from resultsdesk.windows.row_pictures import RowPictures

Index = QModelIndex | QPersistentModelIndex
MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
INSET = 9  # the cursor has a margin around what it marks
Draw = Callable[[Any, float, float], Figure]  # a model's subject, width and height; Any: each list has its own
Moves = QAbstractItemView.CursorAction


class RowList(QAbstractItemView):
    """Enter or a click opens the row's contest. The list lies on `ground`, an ink, and paints it itself."""

    contest_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        model: KeyedRows[Any],
        draw: Draw,
        height: int,
        name: str,
        parent: QWidget | None = None,
        ground: str = "panel",
    ) -> None:
        super().__init__(parent)
        self._theme, self._rows, self._height = theme, model, height
        self._ground = theme.colour(ground)
        self._pictures = RowPictures(theme, model.subject, draw, ground)
        self.nothing = ""  # what an empty list says
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(name)
        self.setModel(model)
        model.rowsMoved.connect(self._row_moved)
        model.rowsRemoved.connect(self._row_moved)
        self.clicked.connect(self._open)

    def open_current(self) -> None:
        """Open the row the cursor is on."""
        self._open(self.currentIndex())

    def step(self, by: int) -> None:
        """Move the cursor by so many rows, as far as there are any."""
        rows = self._rows.rowCount()
        if rows:
            row = self.currentIndex().row() + by if self.currentIndex().isValid() else 0
            self.setCurrentIndex(self._rows.index(min(max(row, 0), rows - 1)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setClipRect(event.rect())
        painter.fillRect(event.rect(), self._ground)
        if self.nothing and not self._rows.rowCount():
            painter.setFont(self._theme.font("body", 14))
            painter.setPen(self._theme.pen("muted", 1.0))
            painter.drawText(QRect(INSET, 0, self.viewport().width() - INSET, self._height), MIDDLE, self.nothing)
        top = self.verticalOffset()
        first = max((event.rect().top() + top) // self._height, 0)
        last = min((event.rect().bottom() + top) // self._height, self._rows.rowCount() - 1)
        cursor = self.currentIndex().row()
        width = self.viewport().width() - 2 * INSET
        for row in range(first, last + 1):
            y = row * self._height - top
            one = self._rows.id_at(row)
            asked = (one, width, self._height, self.devicePixelRatioF())
            if row == cursor:
                self._paint_cursor(painter, QRectF(0, y, self.viewport().width(), self._height))
                paint(painter, self._pictures.figure(*asked), self._theme, QRectF(INSET, y, width, self._height))
            else:
                painter.drawPixmap(INSET, y, self._pictures.of(*asked))
        painter.end()

    def _paint_cursor(self, painter: QPainter, rect: QRectF) -> None:
        focus = self.hasFocus()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.brush("raised"))
        painter.setPen(self._theme.pen("accent" if focus else "line", 1.5 if focus else 1.0))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 7, 7)
        painter.restore()

    def dataChanged(self, first: Index, last: Index, roles: object = ()) -> None:
        self._pictures.doubt(self._rows.id_at(row) for row in self._seen(first.row(), last.row()))
        if last.row() - first.row() + 1 >= self._rows.rowCount():
            self._pictures.doubt_all()
        self.viewport().update(self.visualRect(first).united(self.visualRect(last)))

    def reset(self) -> None:
        super().reset()
        self._pictures.doubt_all()

    def rowsInserted(self, parent: Index, first: int, last: int) -> None:
        super().rowsInserted(parent, first, last)
        self._row_moved()

    def _row_moved(self) -> None:
        self.updateGeometries()
        self.viewport().update()

    def _seen(self, first: int, last: int) -> range:
        """Return those of some rows that are in sight or near: the pictures of others are not kept."""
        top = self.verticalOffset() // self._height
        count = self.viewport().height() // self._height + 2
        return range(max(first, top - count), min(last, top + 2 * count) + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Whole rows alone: half a row at the bottom reads as one that is cut off by mistake.
        rest = self.contentsRect().height() % self._height if self.contentsRect().height() > self._height else 0
        if self.viewportMargins().bottom() != rest:
            self.setViewportMargins(0, 0, 0, rest)

    def updateGeometries(self) -> None:
        super().updateGeometries()
        bar, page = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(self._rows.rowCount() * self._height - page, 0))
        bar.setPageStep(page)
        bar.setSingleStep(self._height)

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        y = index.row() * self._height - self.verticalOffset()
        return QRect(0, y, self.viewport().width(), self._height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        return self._rows.index((point.y() + self.verticalOffset()) // self._height)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        rect, page, bar = self.visualRect(index), self.viewport().height(), self.verticalScrollBar()
        if rect.top() < 0 or hint is QAbstractItemView.ScrollHint.PositionAtTop:
            bar.setValue(bar.value() + rect.top())
        elif rect.bottom() >= page:
            bar.setValue(bar.value() + rect.bottom() + 1 - page)

    def moveCursor(self, action: Moves, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        rows, row = self._rows.rowCount(), self.currentIndex().row()
        page = max(self.viewport().height() // self._height - 1, 1)
        to = {
            Moves.MoveUp: row - 1,
            Moves.MovePrevious: row - 1,
            Moves.MoveDown: row + 1,
            Moves.MoveNext: row + 1,
            Moves.MovePageUp: row - page,
            Moves.MovePageDown: row + page,
            Moves.MoveHome: 0,
            Moves.MoveEnd: rows - 1,
        }.get(action, row)
        return self._rows.index(min(max(to, 0), rows - 1)) if rows else QModelIndex()

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.topLeft())
        self.selectionModel().select(index, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region = region.united(self.visualRect(index))
        return region

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.open_current()
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        contest = index.data(Role.CONTEST)
        if contest:
            self.contest_chosen.emit(contest)
