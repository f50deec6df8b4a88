"""Rows of a list with something at their right end: a command's key, a candidate's party."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from resultsdesk.painters.theme import Theme

Index = QModelIndex | QPersistentModelIndex
TAIL = Qt.ItemDataRole.UserRole + 1
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ENDS, GAP = 12, 16
LEAST = 0.3  # of a row, for a tail that is longer


class TailedItems(QStyledItemDelegate):
    """Writes what an item has as TAIL at the right end of its row; where both are too long the tail gives way first."""

    def __init__(self, theme: Theme, parent: QWidget, strong: bool = False) -> None:
        super().__init__(parent)
        self._theme, self._strong = theme, strong

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        tail = option.rect.width() - ENDS - self._tail_room(option, index)
        option.text = QFontMetrics(option.font).elidedText(option.text, Qt.TextElideMode.ElideRight, tail - GAP - ENDS)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, super().sizeHint(option, index).height())  # never so wide that the list would scroll sideways

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setFont(self._theme.font("body", 14, strong=self._strong))
        painter.setPen(self._theme.pen("on-accent" if chosen else "muted", 1.0))
        painter.drawText(rect.adjusted(0, 0, -ENDS, 0), RIGHT, self.tail(option, index))

    def tail(self, option: QStyleOptionViewItem, index: Index) -> str:
        """Return what stands at the right end of a row, as far as there is room."""
        room = self._tail_room(option, index)
        return self._metrics().elidedText(str(index.data(TAIL) or ""), Qt.TextElideMode.ElideRight, room)

    def _tail_room(self, option: QStyleOptionViewItem, index: Index) -> int:
        """Return the pixels a row's tail has: what it needs, or what its words leave of the row."""
        # Qt elides words by fractions of a pixel that it does not tell: each has one more than it is said to need.
        wanted = self._metrics().horizontalAdvance(str(index.data(TAIL) or "")) + 1
        words = QFontMetrics(option.font).horizontalAdvance(str(index.data(Qt.ItemDataRole.DisplayRole) or ""))
        left = option.rect.width() - 2 * ENDS - GAP - words - 1
        return min(wanted, max(left, round(option.rect.width() * LEAST)))

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._theme.font("body", 14, strong=self._strong))
