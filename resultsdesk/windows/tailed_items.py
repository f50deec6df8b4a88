"""Rows of a list with something at their right end: a command's key, a candidate's party."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from resultsdesk.painters.theme import Theme

TAIL = Qt.ItemDataRole.UserRole + 1
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TailedItems(QStyledItemDelegate):
    """Writes what an item has as TAIL at the right end of its row."""

    def __init__(self, theme: Theme, parent: QWidget, strong: bool = False) -> None:
        super().__init__(parent)
        self._theme, self._strong = theme, strong

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setFont(self._theme.font("body", 14, strong=self._strong))
        painter.setPen(self._theme.pen("on-accent" if chosen else "muted", 1.0))
        painter.drawText(rect.adjusted(0, 0, -12, 0), RIGHT, index.data(TAIL))
