"""The one button that matters: what it will do, and what is still in its way."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from resultsdesk.figures.lettering import span, text
from resultsdesk.figures.shapes import Align, Box, Figure, Shape, figure
from resultsdesk.painters.paint import paint
from resultsdesk.painters.theme import Theme
from resultsdesk.windows.desk.entry.stray import strays

HEIGHT = 46


class DeclareButton(QAbstractButton):
    """Amber when it can be pressed; else it says what is missing, and pressing it leads there.

    `strayed` tells of figures typed on it by somebody with the eyes on the paper: the Enter after them is theirs, and
    presses nothing until the button has been left.
    """

    strayed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ready = self._astray = False
        self._says = ("", "")
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def tell(self, words: str, key: str, ready: bool) -> None:
        """Show what pressing does, its key, and whether it does it now."""
        if (words, key) == self._says and ready == self._ready:
            return
        self._says, self._ready = (words, key), ready
        self.setAccessibleName(words)
        self.setText(words)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A key held down must not run through the form and declare.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._astray:
                self.strayed.emit()
            elif not event.isAutoRepeat():
                self.click()
            return
        if event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
            return
        if strays(event):
            self._astray = True
            self.strayed.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._astray = False
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        width, height = float(self.width()), float(self.height())
        paint(painter, self._drawn(width, height), self._theme, QRectF(0, 0, width, height))
        painter.end()

    def _drawn(self, width: float, height: float) -> Figure:
        words, key = self._says
        ground, ink = ("accent", "on-accent") if self._ready else ("raised", "muted")
        edge = "text" if self.hasFocus() else ("" if self._ready else "line")
        box = Box("button", 1.5, 1.5, width - 3, height - 3, ground, edge, 2.0, radius=8)
        size = 18
        room = self._theme.advance(words, "headline", size, True)
        tag = self._theme.advance(key, "label", 13, True) + 14 if key else 0.0
        start = (width - room - (tag + 12 if tag else 0)) / 2
        shapes: list[Shape] = [
            box,
            text("words", start, 0, room + 2, height, span(words, ink, strong=True), role="headline", size=size),
        ]
        if tag:
            x, y = start + room + 12, height / 2 - 11
            shapes.append(Box("key", x, y, tag, 22, "accent-deep" if self._ready else "line", radius=4))
            shapes.append(
                text("key words", x, y, tag, 22, span(key, ink, strong=True), role="label", size=13, align=Align.CENTRE)
            )
        return figure(width, height, *shapes)
