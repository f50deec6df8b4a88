"""A figure as a widget."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from resultsdesk.figures.shapes import Figure
from resultsdesk.painters.theme import Theme
from resultsdesk.windows.picture import Picture

Make = Callable[[float, float], Figure]  # width and height to a figure of that size


class FigureView(QWidget):
    """Paints what a function draws for the widget's size. It is drawn again when the size or the function changes.

    With the ink of the `ground` it lies on, nothing under it has to be painted when it says something else; one that
    says the same few things in turn keeps their pictures.
    """

    def __init__(
        self, theme: Theme, height: int = 0, parent: QWidget | None = None, ground: str = "", kept: int = 1
    ) -> None:
        super().__init__(parent)
        self._theme, self._ground = theme, ground
        self._picture = Picture(theme, ground, kept)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, bool(ground))
        self._make: Make | None = None
        self._figure: Figure | None = None
        if height:
            self.setFixedHeight(height)

    def draw(self, make: Make, words: str = "") -> None:
        """Show what `make` draws; `words` says the same to a screen reader."""
        self._make, self._figure = make, None
        if words != self.accessibleName():
            self.setAccessibleName(words)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
        self.update()

    @property
    def figure(self) -> Figure | None:
        """Return the figure as it is shown, or None before there is one."""
        if self._figure is None and self._make is not None:
            self._figure = self._make(float(self.width()), float(self.height()))
        return self._figure

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._figure = None
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        drawn = self.figure
        painter = QPainter(self)
        if drawn is not None:
            painter.drawPixmap(0, 0, self._picture.of(drawn, self.size(), self.devicePixelRatioF()))
        elif self._ground:
            painter.fillRect(event.rect(), self._theme.colour(self._ground))
        painter.end()

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.minimumHeight())
