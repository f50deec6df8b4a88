"""A combo box with an arrow in the theme's ink; a style sheet could only show a picture of one."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QComboBox, QWidget

from resultsdesk.painters.theme import Theme


class Chooser(QComboBox):
    """One of a few."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.pen("muted", 1.8))
        x, y = self.width() - 16.0, self.height() / 2 - 2.0
        painter.drawPolyline(QPolygonF([QPointF(x - 4.5, y), QPointF(x, y + 4.5), QPointF(x + 4.5, y)]))
        painter.end()
